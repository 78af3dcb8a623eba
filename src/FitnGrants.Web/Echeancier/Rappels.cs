using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Echeancier;

/// <summary>
/// A draft that nobody deposited yet, two days before its dispositif closes, or before the last day to be on the agenda of a session: its
/// collectivité is told, once for each; and so is one that a request waits for.
/// </summary>
public sealed class Rappels(FitnContext db, RegistreDesReglements reglements, Horloge horloge)
{
    private const long Verrou = 0x52415050454C;
    private const int Lot = 200;
    private const int JoursAvantUneDemande = 3;
    private static readonly EtatDossier[] EnInstruction = [.. Enum.GetValues<EtatDossier>().Where(Consultation.EstPossible)];
    private static readonly TimeSpan Avance = TimeSpan.FromHours(48);

    /// <summary>Writes what is due now; says how many messages. Safe to run twice, or by two processes at once.</summary>
    public async Task<int> TraiterAsync(CancellationToken arret)
    {
        var total = 0;
        foreach (var terme in await TermesAsync(arret))
            while (await TraiterUnLotAsync(terme, arret) is > 0 and var ecrits)
                total += ecrits;
        return total + await RappelerLesDemandesAsync(arret) + await RappelerLesAvisAsync(arret);
    }

    /// <summary>The one reminder by itself of each avis, three days before its day.</summary>
    private Task<int> RappelerLesAvisAsync(CancellationToken arret)
    {
        db.ChangeTracker.Clear();
        var (limite, maintenant) = (horloge.Aujourdhui.AddDays(JoursAvantUneDemande), horloge.Maintenant);
        return db.ActeAsync(
            Acteur.Systeme,
            maintenant,
            async () =>
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Verrou})", arret);
                var attendus = await (
                    from c in db.Consultations.AsTracking()
                    where c.RendueLe == null && c.RetireeLe == null && c.RelanceeLe == null && c.AvantLe <= limite
                    join d in db.Dossiers on c.DossierId equals d.Id
                    where EnInstruction.Contains(d.Etat)
                    orderby c.Id
                    select c
                )
                    .Take(Lot)
                    .ToListAsync(arret);
                var dus = attendus.Where(c => JourDeParis.De(c.DemandeeLe) < horloge.Aujourdhui).ToList();
                // Read at once for their messages, not one by one.
                Guid[] dossiers = [.. dus.Select(c => c.DossierId)];
                await db.Dossiers.AsTracking().Where(d => dossiers.Contains(d.Id)).LoadAsync(arret);
                dus.ForEach(c => c.Relancer(Acteur.Systeme, maintenant));
                return dus.Count;
            },
            arret
        );
    }

    /// <summary>The one reminder of each request, three days before its day.</summary>
    private async Task<int> RappelerLesDemandesAsync(CancellationToken arret)
    {
        db.ChangeTracker.Clear();
        return await db.ActeAsync(
            Acteur.Systeme,
            horloge.Maintenant,
            async () =>
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Verrou})", arret);
                var (limite, maintenant) = (horloge.Aujourdhui.AddDays(JoursAvantUneDemande), horloge.Maintenant);
                var attendus = await db
                    .Dossiers.Where(d => d.Etat == EtatDossier.ACompleter && d.EcheanceLe <= limite && d.EcheanceLe >= horloge.Aujourdhui)
                    .OrderBy(d => d.EcheanceLe)
                    .ThenBy(d => d.Id)
                    .Select(d => new
                    {
                        Dossier = d,
                        Dernier = db
                            .Courriels.Where(c => c.DossierId == d.Id && c.Modele == Courriers.ModeleDeRappelDeDemande)
                            .Max(c => (DateTimeOffset?)c.CreeLe),
                    })
                    .ToListAsync(arret);
                var dus = attendus
                    .Where(a => a.Dossier.DemandeEnCours is { } d && !(a.Dernier >= d.Le) && JourDeParis.De(d.Le) < horloge.Aujourdhui)
                    .ToList();
                db.Courriels.AddRange(dus.Select(a => Courriers.RappelDeDemande(a.Dossier, maintenant)));
                return dus.Count;
            },
            arret
        );
    }

    /// <summary>What comes within two days: the last day of a dispositif, or of the agenda of one of its sessions (A11).</summary>
    private async Task<IReadOnlyList<TermeDeDepot>> TermesAsync(CancellationToken arret)
    {
        var seances = reglements.EnVigueur.Any(r => r.DelaiOrdreDuJourJours is not null)
            ? await db.Seances.Where(s => s.Etat == EtatSeance.Planifiee && s.Jour >= horloge.Aujourdhui).ToListAsync(arret)
            : [];
        return
        [
            .. reglements
                .EnVigueur.SelectMany(r =>
                    r.DelaiOrdreDuJourJours is { } delai
                        ? seances
                            .Where(s => s.Dispositifs.Contains(r.Code) && !s.AuMois)
                            .Select(s => new TermeDeDepot(r, s.LimiteOrdreDuJour(delai)!.Value, s.Du))
                    : r.LimiteDepot is { } limite ? [new TermeDeDepot(r, limite, null)]
                    : []
                )
                .Where(t => horloge.Maintenant >= JourDeParis.Fin(t.Jour) - Avance && horloge.Maintenant < JourDeParis.Fin(t.Jour)),
        ];
    }

    private Task<int> TraiterUnLotAsync(TermeDeDepot terme, CancellationToken arret)
    {
        var (code, depuis) = (terme.Reglement.Code, (JourDeParis.Fin(terme.Jour) - Avance).ToUniversalTime());
        db.ChangeTracker.Clear();
        return db.ActeAsync(
            Acteur.Systeme,
            horloge.Maintenant,
            async () =>
            {
                // One process at a time: the next one reads what this one wrote.
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Verrou})", arret);
                var brouillons = await db
                    .Dossiers.Where(d =>
                        d.Etat == EtatDossier.Brouillon
                        && d.Dispositif == code
                        && !db.Courriels.Any(c => c.DossierId == d.Id && c.Modele == Courriers.ModeleDeRappel && c.CreeLe >= depuis)
                    )
                    .OrderBy(d => d.Id)
                    .Take(Lot)
                    .ToListAsync(arret);
                db.Courriels.AddRange(brouillons.Select(d => Courriers.Rappel(d, terme, horloge.Maintenant)));
                return brouillons.Count;
            },
            arret
        );
    }
}
