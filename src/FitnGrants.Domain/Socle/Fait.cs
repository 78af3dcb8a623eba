using System.Collections.Immutable;

namespace FitnGrants.Domain.Socle;

/// <summary>What an act leaves in the journal: one line, identifiers and values, no name.</summary>
/// <param name="Trace">The act and its details.</param>
/// <param name="Entite">« Dossier ».</param>
/// <param name="Id">Identifier of the entity.</param>
/// <param name="Avant">State before; null when it begins.</param>
/// <param name="Apres">State after.</param>
public sealed record Fait(Trace Trace, string Entite, Guid Id, string? Avant = null, string? Apres = null)
{
    public Acte Acte => Trace.Acte;

    /// <inheritdoc cref="Trace.Valeurs"/>
    public ImmutableSortedDictionary<string, string> Details => Trace.Valeurs();
}

/// <summary>An aggregate root: its revision is raised by its verbs and carried by its forms (I21).</summary>
public abstract class Racine
{
    private readonly List<Fait> faits = [];

    /// <summary>Identifier, in order of time.</summary>
    public Guid Id { get; protected set; }

    /// <summary>Raised by each verb; a form that carries another one is stale.</summary>
    public int Revision { get; private set; }

    /// <summary>What the journal will hold of the acts just made.</summary>
    public IReadOnlyList<Fait> Faits => faits;

    /// <summary>Empties the facts once the journal holds them.</summary>
    public void OublierLesFaits() => faits.Clear();

    /// <summary>Raises the revision without a fact: saving a draft is not an act.</summary>
    protected void Reviser() => Revision++;

    /// <summary>Says what the journal will hold of an act that makes no open form stale.</summary>
    protected void Consigner(Trace trace) => faits.Add(new Fait(trace, GetType().Name, Id));

    /// <summary>Raises the revision and says what the journal will hold.</summary>
    protected void Noter(Trace trace, string? avant = null, string? apres = null)
    {
        Reviser();
        faits.Add(new Fait(trace, GetType().Name, Id, avant, apres));
    }
}
