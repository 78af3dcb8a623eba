using System.Collections.Immutable;

namespace FitnGrants.Domain.Socle;

/// <summary>What an act answers: done, or refused with every reason at once. A refused act has changed nothing.</summary>
public sealed record Resultat
{
    private Resultat(ImmutableArray<Constat> refus, ImmutableArray<Constat> constats)
    {
        Refus = refus;
        Constats = constats;
    }

    /// <summary>The reasons of the refusal; empty when the act is done.</summary>
    public ImmutableArray<Constat> Refus { get; }

    /// <summary>Every constat that was made, whatever the outcome.</summary>
    public ImmutableArray<Constat> Constats { get; }

    /// <summary>True when the act is done.</summary>
    public bool EstAccepte => Refus.IsEmpty;

    /// <summary>The outcome of a set of constats: refused if one blocks.</summary>
    public static Resultat De(IEnumerable<Constat> constats)
    {
        var tous = constats.ToImmutableArray();
        return new Resultat([.. tous.Where(c => c.EstBloquant)], tous);
    }
}

/// <summary>An impossible request: the aggregate is not in a state that allows the act. Web answers 409.</summary>
public sealed class ActeImpossibleException(string message) : InvalidOperationException(Francais.Typographier(message));
