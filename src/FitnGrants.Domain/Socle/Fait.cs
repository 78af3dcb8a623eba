using System.Collections.Immutable;

namespace FitnGrants.Domain.Socle;

/// <summary>What an act leaves in the journal: one line, identifiers and values, no name.</summary>
/// <param name="Acte">« Deposer ».</param>
/// <param name="Entite">« Dossier ».</param>
/// <param name="Id">Identifier of the entity.</param>
/// <param name="Avant">State before; null when it begins.</param>
/// <param name="Apres">State after.</param>
/// <param name="Details">Values that explain the act.</param>
public sealed record Fait(
    string Acte, string Entite, Guid Id, string? Avant, string? Apres, ImmutableSortedDictionary<string, string> Details);

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
    protected void Consigner(string acte, params (string Cle, string? Valeur)[] details) => Ajouter(acte, null, null, details);

    /// <summary>Raises the revision and says what the journal will hold.</summary>
    protected void Noter(string acte, string? avant, string? apres, params (string Cle, string? Valeur)[] details)
    {
        Reviser();
        Ajouter(acte, avant, apres, details);
    }

    private void Ajouter(string acte, string? avant, string? apres, IEnumerable<(string Cle, string? Valeur)> details) =>
        faits.Add(new Fait(acte, GetType().Name, Id, avant, apres, details.Where(d => d.Valeur is not null)
            .ToImmutableSortedDictionary(d => d.Cle, d => d.Valeur!, StringComparer.Ordinal)));
}
