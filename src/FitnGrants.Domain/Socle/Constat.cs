using System.Collections.Immutable;

namespace FitnGrants.Domain.Socle;

public enum ResultatConstat
{
    /// <summary>The rule holds.</summary>
    Conforme,

    /// <summary>To be looked at; blocks nothing.</summary>
    Alerte,

    /// <summary>Refuses the act.</summary>
    Bloquant,

    /// <summary>The rule needs a value that was not given.</summary>
    AVerifier,

    /// <summary>The rule has nothing to judge here.</summary>
    NonApplicable,
}

/// <summary>Where a rule comes from: a verbatim quote of a seed, or a text and its article.</summary>
/// <param name="Document">Name of the document as people read it.</param>
/// <param name="Citation">The quote, verbatim; null for a text cited by its article.</param>
/// <param name="Lignes">Lines of the seed; empty for a text.</param>
public sealed record Source(string Document, string? Citation, ImmutableArray<int> Lignes)
{
    /// <summary>Of what is asked of a form and comes from no text: « Dites pourquoi ».</summary>
    public static readonly Source Aucune = new("", null, []);
}

/// <summary>A rule's answer: result, sentence, values used, source, in that order.</summary>
public sealed record Constat
{
    /// <summary>Code of the rule (R1 to R87, or of a reading: A1, A11, A12, A15, A16, A30, I5…); empty for what a form lacks.</summary>
    public required string Regle { get; init; }

    /// <summary>Code under which the règlement switches the rule on; differs from <see cref="Regle"/> for a reading.</summary>
    public string Activee { get; init; } = "";

    /// <summary>Short name of the rule, as read in a grid.</summary>
    public required string Nom { get; init; }

    public required ResultatConstat Resultat { get; init; }

    /// <summary>One French sentence, typography applied.</summary>
    public required string Message { get; init; }

    public required Source Source { get; init; }

    /// <summary>Values used, ready to read.</summary>
    public ImmutableDictionary<string, string> Valeurs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Field to change, as a form path (« depenses[3].eligible »); null when no field settles it.</summary>
    public string? Champ { get; init; }

    /// <summary>The amount that would settle it, when one does.</summary>
    public Euros? Proposition { get; init; }

    /// <summary>True when this constat refuses the act.</summary>
    public bool EstBloquant => Resultat == ResultatConstat.Bloquant;
}
