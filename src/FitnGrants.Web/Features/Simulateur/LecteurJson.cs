using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Features.Simulateur;

/// <summary>Errors of a request, keyed by JSON path.</summary>
public sealed class ErreursJson
{
    private readonly SortedDictionary<string, List<string>> parChemin = new(StringComparer.Ordinal);

    public bool EstVide => parChemin.Count == 0;

    public void Ajouter(string chemin, string message)
    {
        if (!parChemin.TryGetValue(chemin, out var messages))
            parChemin[chemin] = messages = [];
        messages.Add(Francais.Typographier(message));
    }

    public Dictionary<string, string[]> Table() => parChemin.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
}

/// <summary>One JSON value and its path: absent and null mean « not said », anything unknown is an error at its path.</summary>
public readonly partial struct ValeurJson(JsonElement? element, string chemin, ErreursJson erreurs)
{
    private const int LongueurMaximale = 20_000;

    public string Chemin => chemin;

    public bool EstDit => element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) };

    public ValeurJson this[string nom]
    {
        get { return new ValeurJson(Chercher(nom), $"{chemin}.{nom}", erreurs); }
    }

    /// <summary>A key that is not Unicode (half of a pair) is no key of ours, and hides none.</summary>
    private JsonElement? Chercher(string nom)
    {
        if (!EstDit || element!.Value.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            return element.Value.TryGetProperty(nom, out var v) ? v : null;
        }
        catch (InvalidOperationException)
        {
            Erreur("Une clé de cet objet n’est pas lisible.");
            return null;
        }
    }

    public void Erreur(string message) => erreurs.Ajouter(chemin, message);

    /// <summary>True when the value is an object; an error when it is something else.</summary>
    public bool Objet() => Attendu(JsonValueKind.Object, "Un objet est attendu.");

    public string? Texte()
    {
        if (!Attendu(JsonValueKind.String, "Un texte est attendu."))
            return null;
        if (Lisible(element!.Value) is not { } texte)
        {
            Erreur("Ce texte n’est pas lisible.");
            return null;
        }
        if (texte.Length <= LongueurMaximale)
            return TexteSaisi.Nettoyer(texte);
        Erreur("Ce texte est trop long.");
        return null;
    }

    /// <summary>Null for a text that is not Unicode (half of a pair).</summary>
    private static string? Lisible(JsonElement valeur)
    {
        try
        {
            return valeur.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public bool? Booleen()
    {
        if (EstDit && element!.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element!.Value.GetBoolean();
        if (EstDit)
            Erreur("« true » ou « false » est attendu.");
        return null;
    }

    public int? Entier()
    {
        if (!Attendu(JsonValueKind.Number, "Un nombre entier est attendu."))
            return null;
        if (element!.Value.TryGetInt32(out var n) && n >= 0)
            return n;
        Erreur("Un nombre entier, zéro ou plus, est attendu.");
        return null;
    }

    public Euros? Montant()
    {
        if (!Attendu(JsonValueKind.Number, "Un montant est attendu."))
            return null;
        if (!element!.Value.TryGetDecimal(out var m) || m > Euros.Maximum)
            Erreur("Un montant ne dépasse pas 999 999 999,99 €.");
        else if (m < 0)
            Erreur("Un montant ne peut pas être négatif.");
        // As it is written: a number with more digits than are kept would be rounded in silence.
        else if (!Centimes().IsMatch(element.Value.GetRawText()) || decimal.Round(m, 2) != m)
            Erreur("Un montant a deux décimales au plus.");
        else
            return new Euros(m);
        return null;
    }

    public DateOnly? Date()
    {
        if (Texte() is not { } texte)
            return null;
        if (DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d))
            return d;
        Erreur("Une date est attendue, sous la forme AAAA-MM-JJ.");
        return null;
    }

    public DateTimeOffset? Instant()
    {
        if (Texte() is not { } texte)
            return null;
        var avecDecalage = texte.Length > 19 && (texte.EndsWith('Z') || texte.LastIndexOfAny(['+', '-']) > 18);
        if (
            avecDecalage
            && DateTimeOffset.TryParse(texte, CultureInfo.InvariantCulture, DateTimeStyles.None, out var i)
            && i.Year is > 1900 and < 3000
        )
            return i;
        Erreur("Un instant avec son décalage est attendu, par exemple 2021-08-20T10:00:00+02:00.");
        return null;
    }

    public T? Enumere<T>()
        where T : struct, Enum
    {
        if (Texte() is not { } texte)
            return null;
        if (Enum.TryParse<T>(texte, out var v) && string.Equals(v.ToString(), texte, StringComparison.Ordinal))
            return v;
        Erreur(
            $"Valeur inconnue : « {(texte.Length > 60 ? texte[..60] + "…" : texte)} ». Valeurs admises : "
                + $"{string.Join(", ", Enum.GetNames<T>())}."
        );
        return null;
    }

    /// <summary>The elements of a list; null when it is not said.</summary>
    public ImmutableArray<ValeurJson>? Liste()
    {
        if (!Attendu(JsonValueKind.Array, "Une liste est attendue."))
            return null;
        var suite = ImmutableArray.CreateBuilder<ValeurJson>();
        var i = 0;
        foreach (var e in element!.Value.EnumerateArray())
        {
            var valeur = new ValeurJson(e, $"{chemin}[{i++}]", erreurs);
            if (!valeur.EstDit)
                valeur.Erreur("Un élément de liste ne peut pas être nul.");
            suite.Add(valeur);
        }
        if (suite.Count <= 500)
            return suite.ToImmutable();
        Erreur("Une liste a 500 éléments au plus.");
        return null;
    }

    public ImmutableArray<T>? Enumeres<T>()
        where T : struct, Enum => Liste() is { } liste ? [.. liste.Select(e => e.Enumere<T>()).OfType<T>()] : null;

    private bool Attendu(JsonValueKind nature, string message)
    {
        if (!EstDit)
            return false;
        if (element!.Value.ValueKind == nature)
            return true;
        Erreur(message);
        return false;
    }

    [GeneratedRegex(@"^-?\d+(\.\d{1,2}0*|(\.\d{1,9})?[eE]\+?\d{1,2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Centimes();
}
