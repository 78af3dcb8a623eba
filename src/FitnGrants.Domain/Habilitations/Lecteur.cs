using System.Collections.Immutable;
using System.Linq.Expressions;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;

namespace FitnGrants.Domain.Habilitations;

/// <summary>
/// What one reader may know of what its perimeter lets it open: the decision that is recorded and not told, the deliberation from which
/// its préfecture withdrew, what a porteur is still writing. Every projection asks it; nothing else answers.
/// </summary>
public sealed class Lecteur
{
    private readonly bool sait;
    private readonly ImmutableArray<Habilitation> enSeance;

    /// <summary>
    /// Régions where it reads a decision before its notification: who records it, who audits. The others read it once it is told.
    /// </summary>
    private readonly string[] avant;

    private Lecteur(Acteur acteur, bool sait)
    {
        this.sait = sait || acteur.Habilitations.Any(h => h is { Role: Role.Auditeur, Region: null });
        Sirens = [.. acteur.Habilitations.Select(h => h.Siren).OfType<string>().Distinct(StringComparer.Ordinal)];
        // An audit sits for nobody: the withdrawal of a member is not its own.
        enSeance = [.. acteur.Pour(Droit.LireSeances).Where(h => h.Region is not null && h.Role != Role.Auditeur)];
        avant =
        [
            .. acteur
                .Habilitations.Where(h => h.Region is not null && (h.Role == Role.Auditeur || Matrice.Accorde(h.Role, Droit.Decider)))
                .Select(h => h.Region!)
                .Distinct(StringComparer.Ordinal),
        ];
        EstAgent = sait || acteur.Habilitations.Any(h => h.Siren is null);
        Seances = [.. enSeance.Select(h => h.Region!).Distinct(StringComparer.Ordinal)];
        Sieges = [.. enSeance.Select(h => $"{h.Region}:{SiegeDe(h)}").Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Who knows everything: the instance itself, for the papers that are kept.</summary>
    public static Lecteur DeLInstance { get; } = new(Acteur.Systeme, sait: true);

    public static Lecteur De(Acteur acteur) => new(acteur, sait: false);

    /// <summary>True for who reads as a service, whatever else it may be.</summary>
    public bool EstAgent { get; }

    /// <summary>Collectivités that it acts for, or reads for.</summary>
    public ImmutableArray<string> Sirens { get; }

    /// <summary>Régions whose sessions it reads.</summary>
    public ImmutableArray<string> Seances { get; }

    /// <summary>
    /// The members that it, or its préfecture, speaks for: « 53:35 », région then code, as the SGAR of each région has one.
    /// </summary>
    public ImmutableArray<string> Sieges { get; }

    /// <summary>Whether it reads every decision before its notification, else the régions where it does: for a query.</summary>
    public (bool Partout, string[] Regions) AvantNotification => (sait, avant);

    /// <summary>True where it reads what a session of a région decided before its notification.</summary>
    public bool SaitAvantNotification(string region) => sait || avant.Contains(region);

    /// <summary>The state of a dossier as it may be read: while a decision waits to be told, still on the agenda.</summary>
    public EtatDossier EtatDe(EtatDossier etat, bool enAttente, string region) =>
        enAttente && !SaitAvantNotification(region) ? EtatDossier.InscritSeance : etat;

    /// <inheritdoc cref="EtatDe(EtatDossier, bool, string)"/>
    public EtatDossier EtatDe(Dossier dossier) => EtatDe(dossier.Etat, dossier.NotificationEnAttente, dossier.Region);

    /// <summary>
    /// Dossiers in one of these states as it may be read; by the states themselves where nothing waits, that an index answers.
    /// </summary>
    public Expression<Func<Dossier, bool>> DansLesEtats(params EtatDossier[] etats)
    {
        var regions = avant;
        if (sait || !etats.Any(Attend))
            return etats is [var etat] ? d => d.Etat == etat : d => etats.Contains(d.Etat);
        return etats.Contains(EtatDossier.InscritSeance)
            ? d => (d.NotificationEnAttente && !regions.Contains(d.Region)) || etats.Contains(d.Etat)
            : d => etats.Contains(d.Etat) && (!d.NotificationEnAttente || regions.Contains(d.Region));
    }

    /// <summary>True for a state that a decision gives, and for the one that hides it.</summary>
    private static bool Attend(EtatDossier etat) =>
        etat is EtatDossier.InscritSeance or EtatDossier.AccordSousReserve or EtatDossier.EnReconstruction or EtatDossier.Refuse;

    /// <summary>True for one of the collectivité itself: it reads its draft and all that it joined.</summary>
    public bool EstDeLaCollectivite(string siren) => Sirens.Contains(siren);

    /// <summary>What a dossier says to it: the draft to its collectivité, what was deposited to the others.</summary>
    public ContenuDossier Contenu(Dossier dossier) => EstDeLaCollectivite(dossier.Siren) ? dossier.Contenu : dossier.ContenuDepose;

    /// <summary>What it may know of a session.</summary>
    public SavoirDeSeance EnSeance(Seance seance) =>
        new(
            SaitAvantNotification(seance.Region),
            [.. enSeance.Where(h => h.Region == seance.Region).Select(SiegeDe).Distinct(StringComparer.Ordinal)]
        );

    private static string SiegeDe(Habilitation h) => h.Departement ?? Membre.Sgar;
}

/// <summary>What a reader may know of the points of one session.</summary>
/// <param name="Sait">True for who records decisions, or audits them.</param>
/// <param name="Sieges">Codes of the members that the reader, or its préfecture, speaks for.</param>
public sealed record SavoirDeSeance(bool Sait, ImmutableArray<string> Sieges)
{
    /// <summary>True for who withdrew from a point, and for its préfecture: its deliberation is never shown to them.</summary>
    public bool EstDeporte(Point point) => !Sait && point.Deportes.Any(Sieges.Contains);

    /// <summary>True where the decision of a point may be read: to who withdrew, once it is told.</summary>
    public bool Decision(Point point, bool notifiee) => notifiee || !EstDeporte(point);
}
