using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
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

    /// <summary>Sum of the accords of a dispositif, in euros.</summary>
    public static async Task<Euros> AccordeAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        (await db.AccordesAsync([dispositif], arret)).GetValueOrDefault(dispositif);

    /// <summary>The same for several, by code.</summary>
    public static Task<Dictionary<string, Euros>> AccordesAsync(
        this FitnContext db,
        IReadOnlyCollection<string> dispositifs,
        CancellationToken arret
    ) => SommesAsync(db.Decisions.Where(d => dispositifs.Contains(d.Dispositif)), arret);

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

    /// <summary>Sums of accords, in euros, by dispositif.</summary>
    public static Task<Dictionary<string, Euros>> SommesAsync(
        this IQueryable<Decision> accords,
        IReadOnlyCollection<string> dispositifs,
        CancellationToken arret
    ) => SommesAsync(accords.Where(d => dispositifs.Contains(d.Dispositif)), arret);

    /// <summary>The same, of those that were notified: what a simulation may know.</summary>
    public static async Task<Euros> AccordeEtNotifieAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        (await db.AccordesNotifiesAsync([dispositif], arret)).GetValueOrDefault(dispositif);

    /// <summary>The same for several, by code.</summary>
    public static Task<Dictionary<string, Euros>> AccordesNotifiesAsync(
        this FitnContext db,
        IReadOnlyCollection<string> dispositifs,
        CancellationToken arret
    ) => SommesAsync(db.Decisions.Where(d => dispositifs.Contains(d.Dispositif) && d.NotifieeLe != null), arret);

    private static async Task<Dictionary<string, Euros>> SommesAsync(IQueryable<Decision> decisions, CancellationToken arret) =>
        await decisions
            .Where(d => d.Type == TypeDecision.Accord)
            .GroupBy(d => d.Dispositif)
            .Select(g => new { g.Key, Somme = g.Sum(d => (decimal)(object)d.MontantAccorde!) })
            .ToDictionaryAsync(g => g.Key, g => new Euros(g.Somme), arret);

    /// <summary>What an envelope leaves, never below zero.</summary>
    public static Euros Reste(Euros enveloppe, Euros accorde) => enveloppe > accorde ? enveloppe - accorde : Euros.Zero;
}
