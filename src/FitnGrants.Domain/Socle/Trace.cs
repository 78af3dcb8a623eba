using System.Collections.Immutable;
using System.Globalization;

namespace FitnGrants.Domain.Socle;

/// <summary>
/// The details that the journal keeps of an act: identifiers and values, no name. One record per <see cref="Socle.Acte"/>, of its name.
/// </summary>
/// <param name="Acte">The act.</param>
/// <param name="Par">Function of who acts; null where nobody of the service does.</param>
public abstract record Trace(Acte Acte, string? Par)
{
    /// <summary>
    /// As the journal writes them, and as its hashes hold them: « numero » is the property Numero, amounts are invariant, days are ISO
    /// 8601,
    /// a list is one text with spaces; what is null is not written.
    /// </summary>
    /// <exception cref="InvalidOperationException">A property is of a kind that the journal does not write.</exception>
    public ImmutableSortedDictionary<string, string> Valeurs() =>
        GetType()
            .GetProperties()
            .Where(p => p.Name != nameof(Acte))
            .Select(p => (Cle: char.ToLowerInvariant(p.Name[0]) + p.Name[1..], Valeur: Ecrire(p.GetValue(this))))
            .Where(v => v.Valeur is not null)
            .ToImmutableSortedDictionary(v => v.Cle, v => v.Valeur!, StringComparer.Ordinal);

    private static string? Ecrire(object? valeur) =>
        valeur switch
        {
            null => null,
            string texte => texte,
            Guid or Enum => valeur.ToString(),
            int entier => entier.ToString(CultureInfo.InvariantCulture),
            Euros euros => euros.Montant.ToString(CultureInfo.InvariantCulture),
            DateOnly jour => jour.ToString("O", CultureInfo.InvariantCulture),
            IEnumerable<string> liste => string.Join(' ', liste),
            _ => throw new InvalidOperationException($"The journal does not write a {valeur.GetType()}."),
        };
}
