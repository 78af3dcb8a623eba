using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dispositifs;

/// <summary>What a rule does in a dispositif (domain.md 1.15 bis).</summary>
public enum ModeRegle
{
    Bloquant,
    Alerte,
    Priorite,
    Information,
    Inactif,
}

/// <summary>A rule class switched on in a dispositif, under a code, with its parameters and its source.</summary>
/// <param name="Code">« R21 ».</param>
/// <param name="Regle">The class.</param>
/// <param name="Mode">What a breach does.</param>
/// <param name="Parametres">Its numbers and lists in this dispositif.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RegleActivee(string Code, Regle Regle, ModeRegle Mode, Parametres Parametres, Source Source)
{
    /// <summary>Short name here: that of the class, unless one class serves several sentences.</summary>
    public string Nom { get; init; } = Regle.Nom;

    public string Phrase { get; init; } = Regle.Phrase;

    /// <summary>What is inferred beside the quote, said to be so; null where the source says it all.</summary>
    public string? Lecture { get; init; }
}

/// <summary>Parameters of a rule in a dispositif, already checked against the keys its class accepts.</summary>
public sealed record Parametres(ImmutableDictionary<string, ImmutableArray<string>> Valeurs)
{
    /// <summary>No parameter.</summary>
    public static readonly Parametres Aucun = new(ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    /// <summary>A whole number; <paramref name="defaut"/> when absent.</summary>
    public int Entier(string cle, int defaut) =>
        Valeurs.TryGetValue(cle, out var v) ? int.Parse(v[0], System.Globalization.CultureInfo.InvariantCulture) : defaut;

    /// <summary>A text; <paramref name="defaut"/> when absent.</summary>
    public string Texte(string cle, string defaut) => Valeurs.TryGetValue(cle, out var v) ? v[0] : defaut;

    /// <summary>A date; <paramref name="defaut"/> when absent.</summary>
    public DateOnly Date(string cle, DateOnly defaut) =>
        Valeurs.TryGetValue(cle, out var v)
            ? DateOnly.ParseExact(v[0], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : defaut;

    /// <summary>A list; empty when absent.</summary>
    public ImmutableArray<string> Liste(string cle) => Valeurs.TryGetValue(cle, out var v) ? v : [];
}
