using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

public enum EtatPoint
{
    Inscrit,
    Retire,
    Traite,
}

/// <summary>How a member takes part: there, at a distance, by the mandate it gave to another, or not at all.</summary>
public enum Presence
{
    Present,
    ADistance,
    Represente,
    Excuse,
    Absent,
}

/// <summary>Who sits: the SGAR, or the préfecture of a département (R60).</summary>
/// <param name="Code">« SGAR », or the département.</param>
/// <param name="Presence">Null while it was not recorded.</param>
public sealed record Membre(string Code, Presence? Presence)
{
    /// <summary>Code of the regional secretariat.</summary>
    public const string Sgar = "SGAR";

    /// <summary>True for who counts in the quorum and votes.</summary>
    public bool Siege => Presence is Seances.Presence.Present or Seances.Presence.ADistance or Seances.Presence.Represente;

    /// <summary>« SGAR », « Préfecture du Finistère ».</summary>
    public string Nom => NomDe(Code);

    /// <summary>The name of a code.</summary>
    public static string NomDe(string code) => code == Sgar ? "SGAR" : Libelles.Prefecture(code);

    /// <summary>The same on papers, where nothing is abridged.</summary>
    public static string OrganismeDe(string code) =>
        code == Sgar ? "Secrétariat général pour les affaires régionales" : Libelles.Prefecture(code);
}

/// <summary>A member who takes no part in a point: recorded in the minutes.</summary>
/// <param name="Membre">Its code.</param>
/// <param name="Motif">Why.</param>
/// <param name="Par">Function of who declared it.</param>
/// <param name="Le">When.</param>
public sealed record Deport(string Membre, string Motif, string Par, DateTimeOffset Le);

/// <summary>The opinion of a member on a point, given before it is discussed.</summary>
/// <param name="Membre">Its code.</param>
/// <param name="Sens">What it says.</param>
/// <param name="Texte">Why; asked for an unfavourable one or with reservations.</param>
/// <param name="Par">Function of who gave it.</param>
/// <param name="Le">When: what a form that replaces it carries.</param>
public sealed record AvisDeMembre(string Membre, SensAvis Sens, string? Texte, string Par, DateTimeOffset Le);

/// <summary>What is being proposed on the current point: seen by all, decided by nobody yet.</summary>
/// <param name="Type">Accord, à revoir or refus.</param>
/// <param name="Montant">Euros; accord only.</param>
/// <param name="Par">Function of who typed it.</param>
/// <param name="Le">When.</param>
public sealed record Proposition(TypeDecision Type, Euros? Montant, string Par, DateTimeOffset Le);

public sealed class Point
{
    internal Point(Guid dossierId, int ordre)
    {
        (Id, DossierId, Ordre) = (Guid.CreateVersion7(), dossierId, ordre);
    }

    public Guid Id { get; private set; }

    public Guid DossierId { get; private set; }

    /// <summary>Rank on the agenda, from 1.</summary>
    public int Ordre { get; internal set; }

    public EtatPoint Etat { get; internal set; }

    /// <summary>Why it was withdrawn; null otherwise.</summary>
    public string? MotifRetrait { get; private set; }

    /// <summary>Code of the member who presents it; null while nobody does.</summary>
    public string? Rapporteur { get; internal set; }

    /// <summary>When it was first called; from then on nobody withdraws from it nor gives an opinion beforehand.</summary>
    public DateTimeOffset? AppeleLe { get; internal set; }

    /// <summary>What was said of it; null while nothing is noted.</summary>
    public Deliberation? Deliberation { get; internal set; }

    /// <summary>Members who take no part.</summary>
    public ImmutableArray<Deport> Deports
    {
        get;
        internal set
        {
            field = value;
            Deportes = [.. value.Select(d => d.Membre)];
        }
    } = [];

    /// <summary>Their codes, for what is summed or listed.</summary>
    public string[] Deportes { get; private set; } = [];

    /// <summary>Opinions given beforehand, one per member.</summary>
    public ImmutableArray<AvisDeMembre> Avis { get; internal set; } = [];

    /// <summary>What is proposed; null before.</summary>
    public Proposition? Proposition { get; internal set; }

    /// <summary>True when a member takes no part in it.</summary>
    public bool EstDeporte(string? membre) => membre is not null && Deportes.Contains(membre);

    internal void EtreRetire(string motif) => (Etat, MotifRetrait) = (EtatPoint.Retire, motif);
}
