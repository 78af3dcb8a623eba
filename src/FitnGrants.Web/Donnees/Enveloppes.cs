using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>What envelopes hold, and what was accorded on them.</summary>
public static class Enveloppes
{
    /// <summary>
    /// Gives each envelope the amount of the version in force on a Paris day, once. One statement, and never back to an
    /// older version: any number of processes may ask, whatever they know. An act that holds one envelope asks for that one.
    /// </summary>
    public static async Task SuivreLesEnveloppesAsync(
        this FitnContext db,
        DateOnly jour,
        CancellationToken arret,
        string? dispositif = null
    ) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            update enveloppes e set montant = v.enveloppe, version = v.version
            from (select distinct on (code) code, version, enveloppe, en_vigueur_le, publiee_le from versions_de_reglement
                  where en_vigueur_le <= {jour} and enveloppe is not null order by code, en_vigueur_le desc, publiee_le desc) v
            where v.code = e.dispositif and e.version is distinct from v.version and
            ({dispositif}::text is null or e.dispositif = {dispositif})
              and not exists (select 1 from versions_de_reglement s
                              where s.version = e.version and (s.en_vigueur_le, s.publiee_le) > (v.en_vigueur_le, v.publiee_le))
            """,
            arret
        );

    /// <summary>What the accords of a dispositif take from its envelope, in euros.</summary>
    public static async Task<Euros> AccordeAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        (await SommesAsync(db.Engagements.Where(e => e.Dispositif == dispositif), arret)).GetValueOrDefault(dispositif);

    /// <summary>The same, of those that were told: what a simulation may know.</summary>
    public static async Task<Euros> AccordeEtNotifieAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        (await db.SommesAsync(db.Decisions.Where(d => d.NotifieeLe != null), [dispositif], arret)).GetValueOrDefault(dispositif);

    /// <summary>Accords that a reader may count outside a session: told, or before where it reads before.</summary>
    public static IQueryable<Decision> AccordsDitsA(this FitnContext db, Lecteur lecteur)
    {
        var (partout, regions) = lecteur.AvantNotification;
        return db.Decisions.Where(d =>
            d.Type == TypeDecision.Accord
            && (partout || d.NotifieeLe != null || db.Dossiers.Any(x => x.Id == d.DossierId && regions.Contains(x.Region)))
        );
    }

    /// <summary>
    /// Accords that a reader may count in a session: those of its region too, but for the points from which its préfecture withdrew, there
    /// or
    /// elsewhere. A sum tells an amount by subtraction.
    /// </summary>
    public static IQueryable<Decision> AccordsEnSeancePour(this FitnContext db, Lecteur lecteur) =>
        db.AccordsEnSeancePour(lecteur, db.Decisions);

    /// <summary>The same among some decisions: those annulled since, where the past is told.</summary>
    public static IQueryable<Decision> AccordsEnSeancePour(this FitnContext db, Lecteur lecteur, IQueryable<Decision> decisions)
    {
        var (partout, regions) = lecteur.AvantNotification;
        var (seances, sieges) = (lecteur.Seances.ToArray(), lecteur.Sieges.ToArray());
        return decisions.Where(d =>
            d.Type == TypeDecision.Accord
            && (
                partout
                || d.NotifieeLe != null
                || db.Dossiers.Any(x =>
                    x.Id == d.DossierId
                    && (
                        regions.Contains(x.Region)
                        || (
                            seances.Contains(x.Region)
                            && !db.Set<Point>()
                                .Any(p =>
                                    p.DossierId == d.DossierId
                                    && EF.Property<Guid>(p, "SeanceId") == d.SeanceId
                                    && p.Etat != EtatPoint.Retire
                                    && p.Deportes.Any(m => sieges.Contains(x.Region + ":" + m))
                                )
                        )
                    )
                )
            )
        );
    }

    /// <summary>What some accords take from the envelope of each dispositif, in euros, by code.</summary>
    public static Task<Dictionary<string, Euros>> SommesAsync(
        this FitnContext db,
        IQueryable<Decision> accords,
        IReadOnlyCollection<string> dispositifs,
        CancellationToken arret
    ) => SommesAsync(db.Engagements.Where(e => dispositifs.Contains(e.Dispositif) && accords.Any(d => d.Id == e.DecisionId)), arret);

    private static async Task<Dictionary<string, Euros>> SommesAsync(IQueryable<Engagement> engagements, CancellationToken arret) =>
        await engagements
            .GroupBy(e => e.Dispositif)
            .Select(g => new { g.Key, Somme = g.Sum(e => (decimal)(object)e.Montant) })
            .ToDictionaryAsync(g => g.Key, g => new Euros(g.Somme), arret);

    /// <summary>What an envelope leaves, never below zero.</summary>
    public static Euros Reste(Euros enveloppe, Euros accorde) => enveloppe > accorde ? enveloppe - accorde : Euros.Zero;
}
