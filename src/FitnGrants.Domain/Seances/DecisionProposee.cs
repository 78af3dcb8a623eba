using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

/// <summary>The three decisions of the instance (S0:39-42).</summary>
public enum TypeDecision
{
    Accord,
    ARevoir,
    Refus,
}

/// <summary>What a decision is grounded on (R64).</summary>
public enum Fondement
{
    Critere,
    Valeur,
    Priorite,
    Exclusion,
}

/// <summary>A point to improve.</summary>
/// <param name="Texte">What is expected.</param>
/// <param name="Cible">Step of the dossier (« projet », « financement »…) or code of a rule it is about; null for the whole.</param>
public sealed record AxeDAmelioration(string Texte, string? Cible);

/// <summary>A decision as the secretary types it, before any rule has looked at it.</summary>
public sealed record DecisionProposee
{
    /// <summary>Accord, à revoir or refus.</summary>
    public required TypeDecision Type { get; init; }

    /// <summary>The reasons, in the session's words.</summary>
    public string? Motivation { get; init; }

    /// <summary>At least one (R64).</summary>
    public ImmutableArray<Fondement> Fondements { get; init; } = [];

    /// <summary>Euros granted; accord only.</summary>
    public Euros? MontantAccorde { get; init; }

    /// <summary>Codes of the rules it rests on; each adds its ground.</summary>
    public ImmutableArray<string> Motifs { get; init; } = [];

    /// <summary>What the accord depends on; accord only.</summary>
    public string? Conditions { get; init; }

    /// <summary>What to improve; à revoir only (R66).</summary>
    public ImmutableArray<AxeDAmelioration> Axes { get; init; } = [];

    /// <summary>Numbers of dossiers to connect with; à revoir only (R66).</summary>
    public ImmutableArray<string> Similaires { get; init; } = [];

    /// <summary>Who helps; à revoir only (R66).</summary>
    public string? Referent { get; init; }

    /// <summary>True when the secretary confirms that no later session is planned; à revoir at the last session only (A17).</summary>
    public bool SansSeanceUlterieure { get; init; }
}
