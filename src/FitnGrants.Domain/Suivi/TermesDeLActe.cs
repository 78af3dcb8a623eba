using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>The form of a decision that attributes (décret n° 2018-514, art. 8).</summary>
public enum TypeActe
{
    Convention,
    Arrete,
}

public enum EtatActe
{
    Projet,

    /// <summary>Its paper is frozen.</summary>
    Edite,

    /// <summary>By the State, and by each beneficiary where it is a convention.</summary>
    Signe,

    /// <summary>Received: every delay runs from that day.</summary>
    Notifie,
}

/// <summary>What waits, for who manages: one at a time.</summary>
public enum EtapeDeSuivi
{
    AEditer,
    ASigner,
    ANotifier,

    /// <summary>Sent, and not received yet.</summary>
    EnAttenteDeReception,
    ACommencer,
    EnExecution,

    /// <summary>Completed: its balance is asked.</summary>
    ASolder,
    Termine,
}

/// <summary>
/// What the act says besides its amount, its plan and its beneficiaries. Null means « not said »: the edition asks for it.
/// </summary>
public sealed record TermesDeLActe
{
    public TypeActe? Type { get; init; }

    /// <summary>Number that the service gives it in its own registers; null without one.</summary>
    public string? ReferenceDuService { get; init; }

    public string? Objet { get; init; }

    public DateOnly? DebutPrevu { get; init; }

    public DateOnly? AchevementPrevu { get; init; }

    /// <summary>Months from its first day to its last, one begun counting as one; null while one of them is not said.</summary>
    public int? DureeEnMois => Duree.EnMois(DebutPrevu, AchevementPrevu);

    /// <summary>Last day to begin, where the act fixes it; null: that of the règlement, from the reception.</summary>
    public DateOnly? CommencementAuPlusTard { get; init; }

    /// <summary>Percent of the amount, whole.</summary>
    public int AvancePct { get; init; }

    /// <summary>True where each beneficiary gives a guarantee for a larger avance.</summary>
    public bool Garantie { get; init; }

    /// <summary>Percent of the amount that avance and acomptes never pass, whole.</summary>
    public int AcomptesPct { get; init; }

    /// <summary>When money is given back.</summary>
    public string? Reversement { get; init; }

    /// <summary>What is reported, and how the help of the State is made known.</summary>
    public string? Obligations { get; init; }

    /// <summary>True where payments wait for a report formally asked for, once its delay is past.</summary>
    public bool PaiementsSuspendus { get; init; }

    public string? Comptable { get; init; }

    public string? Imputation { get; init; }

    /// <summary>Budget year that it is imputed on.</summary>
    public int Exercice { get; init; }

    /// <summary>Numbers of the engagements juridiques of Chorus, ten digits each.</summary>
    public ImmutableArray<string> Ej { get; init; } = [];

    /// <summary>Why the alerts of the edition are passed over; null while there is none.</summary>
    public string? MotifDesAlertes { get; init; }
}

/// <summary>What the assembly of a beneficiary decided.</summary>
public sealed record DeliberationDuBeneficiaire(DateOnly Le, string Numero);

/// <summary>Who receives the subsidy, and its SIRET: typed by its representative, confirmed by who manages, never made up.</summary>
/// <param name="Siren">Nine digits.</param>
/// <param name="Nom">Of the collectivité, at the deposit.</param>
/// <param name="Part">Percent of the amount; null where there is one beneficiary.</param>
public sealed record BeneficiaireDeLActe(string Siren, string Nom, decimal? Part = null)
{
    public string? Siret { get; init; }

    /// <summary>Of its siège; null where it is that of the porteur.</summary>
    public string? Departement { get; init; }

    /// <summary>Function of who typed it.</summary>
    public string? SaisiPar { get; init; }

    /// <summary>Function of who confirmed it; null until then, and as soon as it is typed again.</summary>
    public string? ConfirmePar { get; init; }

    public DeliberationDuBeneficiaire? Deliberation { get; init; }
}

/// <summary>Something that the accord depends on, until an agent says that it is met.</summary>
public sealed record ConditionDeLAccord(string Texte)
{
    /// <summary>Function of who lifted it; null while it stands.</summary>
    public string? LeveePar { get; init; }

    public DateTimeOffset? LeveeLe { get; init; }

    public string? Motif { get; init; }
}

/// <summary>A plan balanced again on what was granted (A13): written by the porteur, in force once who manages accepts it.</summary>
public sealed record PlanDeLActe(ImmutableArray<LigneDepense> Depenses, ImmutableArray<LigneRessource> Ressources)
{
    public required string ProposePar { get; init; }

    public required DateTimeOffset ProposeLe { get; init; }

    /// <summary>Function of who accepted it; null until then.</summary>
    public string? AcceptePar { get; init; }

    public DateTimeOffset? AccepteLe { get; init; }

    /// <summary>What its porteur has to correct; null while nothing was sent back.</summary>
    public string? Retour { get; init; }

    /// <summary>True while who manages has to answer.</summary>
    public bool Attend => AccepteLe is null && Retour is null;

    public string? Motif { get; init; }
}

/// <summary>The first legal act of the project (décret n° 2018-514, art. 5 and 9).</summary>
/// <param name="Le">Its day.</param>
/// <param name="SurLHonneur">True where a statement stands for the act itself.</param>
/// <param name="AvantLaDemande">True where it came before the reception of the request (R28).</param>
public sealed record Commencement(DateOnly Le, bool SurLHonneur, bool AvantLaDemande, string DeclarePar, DateTimeOffset DeclareLe);

/// <summary>What the service intends, before which it hears the beneficiary.</summary>
public enum ObjetDesObservations
{
    RejetImplicite,
    Caducite,
    Retrait,

    /// <summary>To open the balance on what was received: no completion was declared in time (décret n° 2018-514, art. 13).</summary>
    Cloture,
}

/// <summary>Observations asked of the beneficiary before a measure against it (CRPA, art. L. 121-1, L. 122-1).</summary>
/// <param name="Objet">What is intended.</param>
/// <param name="Motif">Why, as the letter says it.</param>
/// <param name="DemandeesLe">When they were asked.</param>
/// <param name="Par">Function of who asked.</param>
public sealed record DemandeDObservations(ObjetDesObservations Objet, string Motif, DateTimeOffset DemandeesLe, string Par)
{
    /// <summary>The ground of a withdrawal, told before it is decided; null for another measure.</summary>
    public FondementDuRetrait? Fondement { get; init; }

    /// <summary>Paris day of the reception: first opening here, or first presentation of the registered letter; null before.</summary>
    public DateOnly? RecueLe { get; init; }

    /// <summary>What the beneficiary answered; null while it said nothing.</summary>
    public string? Reponse { get; init; }

    /// <summary>When what was intended was given up, or became impossible; null while it may still be decided.</summary>
    public DateTimeOffset? CloseLe { get; init; }
}

/// <summary>Why an act is withdrawn.</summary>
public enum FondementDuRetrait
{
    /// <summary>Within the delay of the law, from the act or, before it, from the decision (CRPA, art. L. 242-1).</summary>
    Illegalite,

    /// <summary>Without delay (CRPA, art. L. 242-2, 2°).</summary>
    ConditionsNonRespectees,
}

/// <summary>How it ended before its time.</summary>
/// <param name="Etat">« Caduc », « Abandonne », « Retiree ».</param>
/// <param name="Le">When.</param>
/// <param name="Par">Function of who said so.</param>
/// <param name="Motif">Why.</param>
public sealed record FinDeLActe(EtatDossier Etat, DateTimeOffset Le, string Par, string Motif)
{
    /// <summary>On what a withdrawal is founded; null for another end.</summary>
    public FondementDuRetrait? Fondement { get; init; }
}
