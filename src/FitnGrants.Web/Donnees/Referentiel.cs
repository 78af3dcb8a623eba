using System.Diagnostics;
using FitnGrants.Domain.Dispositifs.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Donnees;

/// <summary>What an import of the packages did, and what it left out.</summary>
public sealed record RapportReferentiel(int Collectivites, int Populations, int SansSiren, int SansTotale, TimeSpan Duree);

/// <summary>What an import of a file changed.</summary>
public sealed record RapportDeMillesime(int Ajoutees, int MisesAJour, int Inchangees)
{
    /// <summary>« Populations 2019, en vigueur le 1er janvier 2022 : 3 collectivités ajoutées, 1 mise à jour, 12 inchangées. »</summary>
    public string Phrase(Millesime millesime) =>
        $"Populations {millesime.Annee}, en vigueur le {Francais.Date(millesime.EnVigueurLe)} : "
        + $"{Francais.Compte(Ajoutees, "collectivité ajoutée", "collectivités ajoutées")}, "
        + $"{Francais.Compte(MisesAJour, "mise à jour", "mises à jour")}, {Francais.Compte(Inchangees, "inchangée")}.";
}

/// <summary>Imports the collectivités of the packages or of a file, in one transaction. Idempotent (domain.md 3.5).</summary>
public static class Referentiel
{
    /// <summary>Imports every installed package, or only what <paramref name="garder"/> keeps (tests).</summary>
    public static async Task<RapportReferentiel> ImporterAsync(
        string connexion,
        string modules,
        Action<string> dire,
        Func<string, bool>? garder = null,
        CancellationToken arret = default
    )
    {
        var depart = Stopwatch.GetTimestamp();
        var lot = await PaquetsDuReferentiel.LireAsync(PaquetsDuReferentiel.Trouver(modules), garder ?? (_ => true), dire, arret);
        await using var base_ = new NpgsqlConnection(connexion);
        await base_.OpenAsync(arret);
        await using var transaction = await base_.BeginTransactionAsync(arret);
        await EcritureDuReferentiel.EcrireAsync(base_, lot, EcritureDuReferentiel.DesPaquets, arret);
        await transaction.CommitAsync(arret);
        return new RapportReferentiel(
            lot.Collectivites.Count,
            lot.Collectivites.Values.Sum(c => c.Populations.Count),
            lot.SansSiren,
            lot.Collectivites.Values.Count(c => c.Populations.TrueForAll(p => p.Totale is null)),
            Stopwatch.GetElapsedTime(depart)
        );
    }

    /// <summary>Imports a file that was read without error, with its line in the journal.</summary>
    /// <exception cref="ReferentielInvalideException">Its day contradicts the millésimes held: nothing is imported.</exception>
    public static Task<RapportDeMillesime> ImporterAsync(
        this FitnContext db,
        LectureDeFichier lecture,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret
    )
    {
        var fait = new Fait(
            new ImporterMillesime(lecture.Lot.Collectivites.Count, lecture.Empreinte, lecture.Millesime.EnVigueurLe),
            nameof(Referentiel),
            Guid.Empty,
            null,
            $"{lecture.Millesime.Annee}"
        );
        return db.ActeAsync(
            par,
            instant,
            async () =>
            {
                var base_ = (NpgsqlConnection)db.Database.GetDbConnection();
                var rapport = await EcritureDuReferentiel.EcrireAsync(base_, lecture.Lot, EcritureDuReferentiel.DUnFichier, arret);
                await VerifierAsync(base_, lecture.Millesime, arret);
                return rapport;
            },
            arret,
            fait
        );
    }

    /// <summary>A millésime has one day in force, and they follow each other as their years do.</summary>
    private static async Task VerifierAsync(NpgsqlConnection base_, Millesime millesime, CancellationToken arret)
    {
        await using var commande = new NpgsqlCommand(
            """
            select annee, en_vigueur_le from populations
              where (annee = $1 and en_vigueur_le <> $2) or (annee < $1 and en_vigueur_le >= $2) or (annee > $1 and en_vigueur_le <= $2)
              order by annee limit 1
            """,
            base_
        )
        {
            Parameters =
            {
                new() { Value = millesime.Annee },
                new() { Value = millesime.EnVigueurLe },
            },
        };
        await using var lignes = await commande.ExecuteReaderAsync(arret);
        if (!await lignes.ReadAsync(arret))
            return;
        var (annee, jour) = (lignes.GetInt32(0), Francais.Date(lignes.GetFieldValue<DateOnly>(1)));
        throw new ReferentielInvalideException(
            annee == millesime.Annee
                ? $"Les populations {annee} d’autres collectivités sont en vigueur depuis le {jour} : donnez ce jour."
                : $"Les populations {annee} sont en vigueur depuis le {jour} : celles de {millesime.Annee} doivent l’être "
                    + (annee < millesime.Annee ? "après." : "avant.")
        );
    }
}
