using Npgsql;
using NpgsqlTypes;

namespace FitnGrants.Web.Donnees;

/// <summary>
/// Writes a lot through COPY to two temporary tables, then merges them. The caller holds the transaction: readers are
/// never kept waiting, and writers only for the merge.
/// </summary>
public static class EcritureDuReferentiel
{
    /// <summary>The packages give an EPCI no département: the one held, which Admin may have corrected, stays.</summary>
    public const string DesPaquets = "update c set departement = k.departement from collectivites k where k.siren = c.siren";

    /// <summary>What a file does not say of a collectivité stays as it is held: EPCI, postal codes, the time it lives.</summary>
    public const string DUnFichier = """
        update c set epci = k.epci from collectivites k where k.siren = c.siren and c.epci is null and c.nature = 'Commune';
        update p set epci = h.epci from populations h where h.siren = p.siren and h.annee = p.annee and p.epci is null;
        update c set codes_postaux = k.codes_postaux, existe_du = k.existe_du, existe_au = k.existe_au
          from collectivites k where k.siren = c.siren
        """;

    private const long VerrouDImport = 0x494D504F5254;

    private const string Creer = """
        create temp table c on commit drop as
          select siren, nom, nature, code_insee, departement, region, taille, epci, codes_postaux, existe_du, existe_au
            from collectivites with no data;
        create temp table p on commit drop as select siren, annee, en_vigueur_le, municipale, totale, epci from populations with no data
        """;

    /// <summary>An older millésime keeps the codes and names held; the size is that of the largest figure known.</summary>
    private const string Ajuster = """
        update c set nom = k.nom, nature = k.nature, code_insee = k.code_insee, departement = k.departement, region = k.region,
            epci = k.epci
          from collectivites k
            join (select siren, max(annee) as annee from populations group by siren) tenue on tenue.siren = k.siren
            join (select siren, max(annee) as annee from p group by siren) lue on lue.siren = k.siren
          where k.siren = c.siren and tenue.annee > lue.annee;
        update c set taille = greatest(c.taille, autre.taille)
          from (select siren, max(coalesce(totale, municipale)) as taille from populations h
                where not exists (select from p where p.siren = h.siren and p.annee = h.annee) group by siren) autre
          where autre.siren = c.siren
        """;

    private const string Compter = """
        select count(*) filter (where k.siren is null), count(*) filter (where k.siren is not null and (d.siren is not null
            or (k.nom, k.nature, k.code_insee, k.departement, k.region, k.taille, k.epci, k.codes_postaux, k.existe_du, k.existe_au)
              is distinct from (c.nom, c.nature, c.code_insee, c.departement, c.region, c.taille, c.epci,
              c.codes_postaux, c.existe_du, c.existe_au)))
          from c left join collectivites k on k.siren = c.siren
            left join (select distinct p.siren from p left join populations h on h.siren = p.siren and h.annee = p.annee
              where (h.en_vigueur_le, h.municipale, h.totale) is distinct from (p.en_vigueur_le, p.municipale,
              p.totale)) d on d.siren = c.siren
        """;

    private const string Fusionner = """
        insert into collectivites (siren, nom, nature, code_insee, departement, region, taille, epci, codes_postaux, existe_du, existe_au)
          select siren, nom, nature, code_insee, departement, region, taille, epci, codes_postaux, existe_du, existe_au
            from c order by siren
          on conflict (siren) do update set nom = excluded.nom, nature = excluded.nature, code_insee = excluded.code_insee,
            departement = excluded.departement, region = excluded.region, taille = excluded.taille, epci = excluded.epci,
            codes_postaux = excluded.codes_postaux, existe_du = excluded.existe_du, existe_au = excluded.existe_au
          where (collectivites.nom, collectivites.nature, collectivites.code_insee, collectivites.departement, collectivites.region,
              collectivites.taille, collectivites.epci, collectivites.codes_postaux, collectivites.existe_du, collectivites.existe_au)
            is distinct from (excluded.nom, excluded.nature, excluded.code_insee, excluded.departement, excluded.region,
              excluded.taille, excluded.epci, excluded.codes_postaux, excluded.existe_du, excluded.existe_au);
        insert into populations (siren, annee, en_vigueur_le, municipale, totale, epci)
          select siren, annee, en_vigueur_le, municipale, totale, epci from p order by siren, annee
          on conflict (siren, annee) do update set en_vigueur_le = excluded.en_vigueur_le, municipale = excluded.municipale,
            totale = excluded.totale, epci = excluded.epci
          where (populations.en_vigueur_le, populations.municipale, populations.totale, populations.epci)
            is distinct from (excluded.en_vigueur_le, excluded.municipale, excluded.totale, excluded.epci);
        analyze collectivites, populations
        """;

    /// <summary>Writes a lot; <paramref name="reserve"/> says what its source leaves to the database.</summary>
    public static async Task<RapportDeMillesime> EcrireAsync(
        NpgsqlConnection base_,
        LotDeReferentiel lot,
        string reserve,
        CancellationToken arret
    )
    {
        await ExecuterAsync(base_, Creer, arret);
        await CopierCollectivitesAsync(base_, lot, arret);
        await CopierPopulationsAsync(base_, lot, arret);
        // Imports take turns: each sees what the one before wrote, and none waits for the other's rows.
        await ExecuterAsync(base_, $"select pg_advisory_xact_lock({VerrouDImport})", arret);
        await ExecuterAsync(base_, reserve, arret);
        await ExecuterAsync(base_, Ajuster, arret);
        var (ajoutees, misesAJour) = await CompterAsync(base_, arret);
        await ExecuterAsync(base_, Fusionner, arret);
        return new RapportDeMillesime(ajoutees, misesAJour, lot.Collectivites.Count - ajoutees - misesAJour);
    }

    private static async Task CopierCollectivitesAsync(NpgsqlConnection base_, LotDeReferentiel lot, CancellationToken arret)
    {
        await using var copie = await base_.BeginBinaryImportAsync(
            "copy c (siren, nom, nature, code_insee, departement, region, taille, epci, codes_postaux, existe_du, existe_au) "
                + "from stdin (format binary)",
            arret
        );
        foreach (var (siren, c) in lot.Collectivites)
        {
            await copie.StartRowAsync(arret);
            await copie.WriteAsync(siren, NpgsqlDbType.Char, arret);
            await copie.WriteAsync(c.Nom, arret);
            await copie.WriteAsync(c.Nature.ToString(), arret);
            await copie.WriteAsync(c.CodeInsee, NpgsqlDbType.Text, arret);
            await copie.WriteAsync(c.Departement, arret);
            await copie.WriteAsync(c.Region, arret);
            await copie.WriteAsync(c.Populations.Max(p => p.Totale ?? p.Municipale) ?? 0, arret);
            await copie.WriteAsync(c.Epci, NpgsqlDbType.Char, arret);
            await copie.WriteAsync(c.CodesPostaux, NpgsqlDbType.Array | NpgsqlDbType.Text, arret);
            await copie.WriteAsync(c.ExisteDu, NpgsqlDbType.Date, arret);
            await copie.WriteAsync(c.ExisteAu, NpgsqlDbType.Date, arret);
        }
        await copie.CompleteAsync(arret);
    }

    private static async Task CopierPopulationsAsync(NpgsqlConnection base_, LotDeReferentiel lot, CancellationToken arret)
    {
        await using var copie = await base_.BeginBinaryImportAsync(
            "copy p (siren, annee, en_vigueur_le, municipale, totale, epci) from stdin (format binary)",
            arret
        );
        foreach (var (siren, c) in lot.Collectivites)
        foreach (var p in c.Populations)
        {
            await copie.StartRowAsync(arret);
            await copie.WriteAsync(siren, NpgsqlDbType.Char, arret);
            await copie.WriteAsync(p.Annee, arret);
            await copie.WriteAsync(p.EnVigueurLe, arret);
            await copie.WriteAsync(p.Municipale, NpgsqlDbType.Integer, arret);
            await copie.WriteAsync(p.Totale, NpgsqlDbType.Integer, arret);
            await copie.WriteAsync(p.Epci, NpgsqlDbType.Char, arret);
        }
        await copie.CompleteAsync(arret);
    }

    private static async Task<(int Ajoutees, int MisesAJour)> CompterAsync(NpgsqlConnection base_, CancellationToken arret)
    {
        await using var commande = new NpgsqlCommand(Compter, base_);
        await using var ligne = await commande.ExecuteReaderAsync(arret);
        await ligne.ReadAsync(arret);
        return ((int)ligne.GetInt64(0), (int)ligne.GetInt64(1));
    }

    private static async Task ExecuterAsync(NpgsqlConnection base_, string sql, CancellationToken arret)
    {
        await using var commande = new NpgsqlCommand(sql, base_);
        await commande.ExecuteNonQueryAsync(arret);
    }
}
