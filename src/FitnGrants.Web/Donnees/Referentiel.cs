using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;
using Npgsql;

namespace FitnGrants.Web.Donnees;

/// <summary>What an import did, and what it left out.</summary>
public sealed record RapportReferentiel(int Collectivites, int Populations, int SansSiren, int SansTotale, TimeSpan Duree);

/// <summary>
/// Imports the collectivités of the npm packages: codes and names of the newest, figures of each year. Streamed through
/// COPY, idempotent (domain.md 3.5).
/// </summary>
public static class Referentiel
{
    /// <summary>Package folder, reference year of its figures, first day in force. The newest first.</summary>
    private static readonly (string Paquet, int Annee, DateOnly EnVigueurLe)[] Millesimes =
    [
        ("decoupage-administratif", 2023, new DateOnly(2026, 1, 1)),
        ("decoupage-administratif-2021", 2018, new DateOnly(2021, 1, 1)),
    ];

    /// <summary>Imports everything, or only what <paramref name="garder"/> keeps (tests).</summary>
    public static async Task<RapportReferentiel> ImporterAsync(
        string connexion, string modules, Action<string> dire, Func<string, bool>? garder = null, CancellationToken arret = default)
    {
        var depart = Stopwatch.GetTimestamp();
        await using var base_ = new NpgsqlConnection(connexion);
        await base_.OpenAsync(arret);
        await using var transaction = await base_.BeginTransactionAsync(arret);
        await ExecuterAsync(base_, "create temp table c (like collectivites) on commit drop; create temp table p (like populations) on commit drop", arret);
        var lot = new Lot(garder ?? (_ => true));
        foreach (var (paquet, annee, enVigueurLe) in Millesimes)
        {
            dire($"Référentiel : lecture des populations {annee}…");
            await lot.LireAsync(Path.Combine(modules, "@etalab", paquet, "data"), annee, enVigueurLe, arret);
        }
        await EcrireAsync(base_, lot, arret);
        await ExecuterAsync(base_, """
            insert into collectivites select * from c
              on conflict (siren) do update set nom = excluded.nom, nature = excluded.nature, code_insee = excluded.code_insee,
                region = excluded.region, recherche = excluded.recherche, taille = excluded.taille;
            insert into populations select * from p
              on conflict (siren, annee) do update set en_vigueur_le = excluded.en_vigueur_le, municipale = excluded.municipale,
                totale = excluded.totale
            """, arret);
        await transaction.CommitAsync(arret);
        await ExecuterAsync(base_, "analyze collectivites, populations", arret);
        return new RapportReferentiel(
            lot.Collectivites.Count, lot.Collectivites.Values.Sum(c => c.Populations.Count), lot.SansSiren,
            lot.Collectivites.Values.Count(c => c.Populations.TrueForAll(p => p.Totale is null)), Stopwatch.GetElapsedTime(depart));
    }

    private static async Task EcrireAsync(NpgsqlConnection base_, Lot lot, CancellationToken arret)
    {
        await using (var copie = await base_.BeginBinaryImportAsync(
            "copy c (siren, nom, nature, code_insee, departement, region, recherche, taille) from stdin (format binary)", arret))
        {
            foreach (var (siren, c) in lot.Collectivites)
            {
                await copie.StartRowAsync(arret);
                await copie.WriteAsync(siren, NpgsqlTypes.NpgsqlDbType.Char, arret);
                await copie.WriteAsync(c.Nom, arret);
                await copie.WriteAsync(c.Nature.ToString(), arret);
                await copie.WriteAsync(c.CodeInsee, NpgsqlTypes.NpgsqlDbType.Text, arret);
                await copie.WriteAsync(c.Departement, arret);
                await copie.WriteAsync(c.Region, arret);
                await copie.WriteAsync(Francais.Normaliser(c.Nom), arret);
                await copie.WriteAsync(c.Populations.Max(p => p.Totale ?? p.Municipale) ?? 0, arret);
            }
            await copie.CompleteAsync(arret);
        }
        await using var chiffres = await base_.BeginBinaryImportAsync(
            "copy p (siren, annee, en_vigueur_le, municipale, totale) from stdin (format binary)", arret);
        foreach (var (siren, c) in lot.Collectivites)
            foreach (var p in c.Populations)
            {
                await chiffres.StartRowAsync(arret);
                await chiffres.WriteAsync(siren, NpgsqlTypes.NpgsqlDbType.Char, arret);
                await chiffres.WriteAsync(p.Annee, arret);
                await chiffres.WriteAsync(p.EnVigueurLe, arret);
                await chiffres.WriteAsync(p.Municipale, NpgsqlTypes.NpgsqlDbType.Integer, arret);
                await chiffres.WriteAsync(p.Totale, NpgsqlTypes.NpgsqlDbType.Integer, arret);
            }
        await chiffres.CompleteAsync(arret);
    }

    private static async Task ExecuterAsync(NpgsqlConnection base_, string sql, CancellationToken arret)
    {
        await using var commande = new NpgsqlCommand(sql, base_);
        await commande.ExecuteNonQueryAsync(arret);
    }

    private sealed record Ligne(string Nom, NatureJuridique Nature, string? CodeInsee, string Departement, string Region)
    {
        public List<PopulationMillesime> Populations { get; } = [];
    }

    private sealed class Lot(Func<string, bool> garder)
    {
        public Dictionary<string, Ligne> Collectivites { get; } = new(StringComparer.Ordinal);

        public int SansSiren { get; private set; }

        public async Task LireAsync(string dossier, int annee, DateOnly enVigueurLe, CancellationToken arret)
        {
            var figures = new Dictionary<string, (string Siren, int? Municipale, int? Totale)>(StringComparer.Ordinal);
            var groupements = new List<(JsonElement Epci, string? Principale)>();
            await foreach (var epci in ElementsAsync(Path.Combine(dossier, "epci.json"), arret))
            {
                foreach (var membre in epci.GetProperty("membres").EnumerateArray())
                    figures[Texte(membre, "code")!] = (Texte(membre, "siren")!, Entier(membre, "populationMunicipale"), Entier(membre, "populationTotale"));
                var principale = epci.GetProperty("membres").EnumerateArray().MaxBy(m => Entier(m, "populationMunicipale") ?? 0);
                groupements.Add((epci.Clone(), Texte(principale, "code")));
            }
            var territoires = await LireCommunesAsync(dossier, annee, enVigueurLe, figures, arret);
            foreach (var (epci, principale) in groupements)
                if (principale is not null && territoires.TryGetValue(principale, out var territoire))
                    Ajouter(Texte(epci, "code")!, new Ligne(Texte(epci, "nom")!, Nature(Texte(epci, "type")), null, territoire.Departement, territoire.Region),
                        new PopulationMillesime(annee, enVigueurLe, Entier(epci, "populationMunicipale"), Entier(epci, "populationTotale")));
        }

        private async Task<Dictionary<string, (string Departement, string Region)>> LireCommunesAsync(
            string dossier, int annee, DateOnly enVigueurLe, Dictionary<string, (string Siren, int? Municipale, int? Totale)> figures,
            CancellationToken arret)
        {
            var territoires = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
            await foreach (var commune in ElementsAsync(Path.Combine(dossier, "communes.json"), arret))
            {
                if (Texte(commune, "type") != "commune-actuelle")
                    continue;
                var code = Texte(commune, "code")!;
                var (departement, region) = (Texte(commune, "departement") ?? "", Texte(commune, "region") ?? "");
                territoires[code] = (departement, region);
                var connue = figures.TryGetValue(code, out var figure);
                var siren = connue ? figure.Siren : Texte(commune, "siren");
                if (siren is null)
                {
                    SansSiren += annee == Millesimes[0].Annee ? 1 : 0;
                    continue;
                }
                Ajouter(siren, new Ligne(Texte(commune, "nom")!, NatureJuridique.Commune, code, departement, region), connue
                    ? new PopulationMillesime(annee, enVigueurLe, figure.Municipale, figure.Totale)
                    : new PopulationMillesime(annee, enVigueurLe, Entier(commune, "population"), null));
            }
            return territoires;
        }

        private void Ajouter(string siren, Ligne ligne, PopulationMillesime population)
        {
            if (!garder(siren))
                return;
            if (!Collectivites.TryGetValue(siren, out var connue))
                Collectivites[siren] = connue = ligne;
            connue.Populations.Add(population);
        }

        private static async IAsyncEnumerable<JsonElement> ElementsAsync(string fichier, [EnumeratorCancellation] CancellationToken arret)
        {
            await using var flux = File.OpenRead(fichier);
            await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(flux, cancellationToken: arret))
                yield return element;
        }

        private static string? Texte(JsonElement e, string nom) => e.TryGetProperty(nom, out var v) ? v.GetString() : null;

        private static int? Entier(JsonElement e, string nom) =>
            e.TryGetProperty(nom, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetInt32() : null;

        private static NatureJuridique Nature(string? type) => type switch
        {
            "CC" => NatureJuridique.CC,
            "CA" => NatureJuridique.CA,
            "CU" => NatureJuridique.CU,
            "METRO" => NatureJuridique.Metropole,
            "MET69" => NatureJuridique.Met69,
            _ => throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"type d’EPCI inconnu : {type}")),
        };
    }
}
