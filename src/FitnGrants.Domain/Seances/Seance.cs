using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

public enum EtatSeance
{
    Planifiee,
    Ouverte,
    Cloturee,
    Annulee,
}

/// <summary>A session that moved: the day it had, the day it got, why, who and when (R63).</summary>
/// <param name="Jour">The day it had, or the first of its month.</param>
/// <param name="AuMois">True when it had a month only.</param>
/// <param name="Vers">The day it got, or the first of its month.</param>
/// <param name="VersAuMois">True when it got a month only.</param>
/// <param name="Motif">Why.</param>
/// <param name="Par">Function of who moved it.</param>
/// <param name="Le">When.</param>
public sealed record Deplacement(DateOnly Jour, bool AuMois, DateOnly Vers, bool VersAuMois, string Motif, string Par, DateTimeOffset Le)
{
    /// <summary>« mardi 22 juin 2021 », or « juin 2021 ».</summary>
    public string De => Seance.LibelleDe(Jour, AuMois);

    /// <summary>« du mardi 22 juin 2021 », or « de juin 2021 ».</summary>
    public string Du => Seance.DuJour(Jour, AuMois);

    /// <summary>The same as <see cref="De"/>, of the day it got.</summary>
    public string A => Seance.LibelleDe(Vers, VersAuMois);
}

/// <summary>A session of an instance: the one place where decisions are recorded.</summary>
public sealed partial class Seance : Racine
{
    private readonly List<Point> points = [];

    private Seance() { }

    public ImmutableArray<string> Dispositifs { get; private set; } = [];

    public string Instance { get; private set; } = "";

    public string NomInstance { get; private set; } = "";

    public string Region { get; private set; } = "";

    /// <summary>The day, or the first of the month when <see cref="AuMois"/>.</summary>
    public DateOnly Jour { get; private set; }

    /// <summary>True when only the month is known: it receives a day before it opens (R69).</summary>
    public bool AuMois { get; private set; }

    /// <summary>The day first announced, when it moved (R63).</summary>
    public DateOnly? Initiale { get; private set; }

    /// <summary>Why it moved last.</summary>
    public string? MotifReport { get; private set; }

    /// <summary>Every move made here, the first first.</summary>
    public ImmutableArray<Deplacement> Deplacements { get; private set; } = [];

    /// <summary>Why it was cancelled; null otherwise.</summary>
    public string? MotifAnnulation { get; private set; }

    public EtatSeance Etat { get; private set; }

    public DateTimeOffset? OuverteLe { get; private set; }

    public DateTimeOffset? ClotureeLe { get; private set; }

    /// <summary>Who sits, and whether they were there.</summary>
    public ImmutableArray<Membre> Membres { get; private set; } = [];

    /// <summary>Dossier of the point being discussed; null between two points.</summary>
    public Guid? PointCourant { get; private set; }

    public IReadOnlyList<Point> Points => points;

    /// <summary>« mardi 22 juin 2021 », or « juin 2021 ».</summary>
    public string Libelle => LibelleDe(Jour, AuMois);

    /// <summary>« du mardi 22 juin 2021 », or « de juin 2021 ».</summary>
    public string Du => DuJour(Jour, AuMois);

    /// <summary>
    /// What was first announced, « le 4 novembre 2021 » or « en juin 2021 », when it is no longer so; null otherwise (R63).
    /// </summary>
    public string? Initialement =>
        Initiale is { } jour
            ? (jour, false) == (Jour, AuMois)
                ? null
                : $"le {Francais.Date(jour)}"
            : MoisInitial is { } mois && !EstDuMoisDe(mois)
                ? $"en {Francais.MoisEtAnnee(mois)}"
                : null;

    /// <summary>
    /// « avancée », « reportée », or « déplacée » within a month whose day is no longer known; null where it never moved.
    /// </summary>
    public string? Mouvement =>
        Initialement is null ? null
        : AuMois && EstDuMoisDe((Initiale ?? MoisInitial)!.Value) ? "déplacée"
        : Jour < (Initiale ?? MoisInitial) ? "avancée"
        : "reportée";

    /// <summary>Day R23 counts from: the last of the month while the day is unknown.</summary>
    public DateOnly JourDeReference => AuMois ? Jour.AddMonths(1).AddDays(-1) : Jour;

    /// <summary>Opens the session, from its day on.</summary>
    /// <exception cref="ActeImpossibleException">Not planned, no day yet, or before its day.</exception>
    public void Ouvrir(Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatSeance.Planifiee, Etat == EtatSeance.Annulee ? "la séance est annulée" : "la séance a déjà été ouverte");
        Exiger(!AuMois, "la séance doit d’abord recevoir un jour");
        Exiger(JourDeParis.De(instant) >= Jour, $"la séance s’ouvre à partir du {Francais.Date(Jour)}");
        Etat = EtatSeance.Ouverte;
        OuverteLe = instant;
        Noter(new Ouvrir(par.Fonction), nameof(EtatSeance.Planifiee), nameof(EtatSeance.Ouverte));
    }

    /// <summary>Closes the session once every point is decided or withdrawn.</summary>
    /// <exception cref="ActeImpossibleException">Not open, or a point remains.</exception>
    public void Cloturer(Acteur par, DateTimeOffset instant)
    {
        Exiger(Etat == EtatSeance.Ouverte, "la séance n’est pas ouverte");
        var restants = points.Count(p => p.Etat == EtatPoint.Inscrit);
        Exiger(restants == 0, $"{Francais.Compte(restants, "point reste", "points restent")} à décider ou à retirer");
        Etat = EtatSeance.Cloturee;
        ClotureeLe = instant;
        PointCourant = null;
        Noter(new Cloturer(par.Fonction), nameof(EtatSeance.Ouverte), nameof(EtatSeance.Cloturee));
    }

    internal static string LibelleDe(DateOnly jour, bool auMois) => auMois ? Francais.MoisEtAnnee(jour) : Francais.DateLongue(jour);

    internal static string DuJour(DateOnly jour, bool auMois) => (auMois ? "de " : "du ") + LibelleDe(jour, auMois);

    private DateOnly? MoisInitial => Deplacements is [{ AuMois: true } premier, ..] ? premier.Jour : null;

    private bool EstDuMoisDe(DateOnly jour) => (jour.Year, jour.Month) == (Jour.Year, Jour.Month);

    private Point PointInscrit(Guid dossier) =>
        points.Find(p => p.DossierId == dossier && p.Etat == EtatPoint.Inscrit)
        ?? throw new ActeImpossibleException("Action impossible : ce dossier n’attend pas de décision à cette séance.");

    private static void Exiger(bool possible, string raison)
    {
        if (!possible)
            throw new ActeImpossibleException($"Action impossible : {raison}.");
    }
}
