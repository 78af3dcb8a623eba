using System.Globalization;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;
using FluentValidation;

namespace FitnGrants.Web.Mots;

/// <summary>Reads what people type: « 1 234,56 », « 1234.56 », « 15/09/2021 ». Anything else is a clear error.</summary>
public static partial class Saisie
{
    /// <summary>False when a text is not an amount; an empty text is no amount.</summary>
    public static bool LireMontant(string? texte, out Euros? montant)
    {
        montant = null;
        if (string.IsNullOrWhiteSpace(texte))
            return true;
        var net = Net(texte);
        if (
            !FormeDeMontant().IsMatch(net)
            || !decimal.TryParse(net, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var valeur)
            || valeur > Euros.Maximum
        )
            return false;
        montant = new Euros(valeur);
        return true;
    }

    /// <summary>True when a text is well an amount, over the largest one.</summary>
    public static bool EstTropGrand(string? texte) =>
        FormeDeMontant().IsMatch(Net(texte))
        && (
            !decimal.TryParse(Net(texte), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var valeur)
            || valeur > Euros.Maximum
        );

    private static string Net(string? texte) =>
        string.Concat((texte ?? "").Where(c => !char.IsWhiteSpace(c) && c != '\u202F' && c != '\u00A0' && c != '€')).Replace(',', '.');

    /// <summary>The amount of a text already checked; null when empty.</summary>
    public static Euros? Montant(string? texte) => LireMontant(texte, out var montant) ? montant : null;

    /// <summary>False when a text is not a date; an empty text is no date.</summary>
    public static bool LireDate(string? texte, out DateOnly? date)
    {
        date = null;
        if (string.IsNullOrWhiteSpace(texte))
            return true;
        string[] formes = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd", "d M yyyy"];
        if (
            !DateOnly.TryParseExact(texte.Trim(), formes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
            || jour.Year is < 2000 or > 2100
        )
            return false;
        date = jour;
        return true;
    }

    /// <summary>The date of a text already checked; null when empty.</summary>
    public static DateOnly? Date(string? texte) => LireDate(texte, out var date) ? date : null;

    /// <summary>A date as a field shows it.</summary>
    public static string? Texte(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A whole number, zero or more, of a text already checked; null when empty.</summary>
    public static int? Entier(string? texte) =>
        int.TryParse(SansEspace(texte), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>A share in percent with two decimals at most, of a text already checked; null when empty.</summary>
    public static decimal? Part(string? texte) =>
        decimal.TryParse(
            SansEspace(texte).Replace(',', '.').TrimEnd('%'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var p
        )
            ? p
            : null;

    private static string SansEspace(string? texte) => string.Concat((texte ?? "").Where(c => !char.IsWhiteSpace(c)));

    /// <summary>A text normalised (NFC), trimmed, null when empty.</summary>
    public static string? Propre(string? texte) =>
        string.IsNullOrWhiteSpace(texte) ? null : texte.Trim().Normalize().ReplaceLineEndings("\n");

    /// <summary>No control character nor bidirectional override: they would hide what is written.</summary>
    public static bool SansCaractereInterdit(string? texte) =>
        texte is null
        || texte.All(c =>
            c is '\n' or '\r' or '\t'
            || (!char.IsControl(c) && !char.IsSurrogate(c) && c is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'))
            || char.IsSurrogate(c)
        );

    /// <summary>
    /// True for what may be an electronic address: one @, no accent before it (mail knows none), a domain with a dot, no blank.
    /// </summary>
    public static bool EstUneAdresse(string? courriel) =>
        courriel?.Trim().Split('@') is [{ Length: > 0 } boite, { Length: > 0 } domaine]
        && boite.All(char.IsAscii)
        && !courriel.Trim().Any(char.IsWhiteSpace)
        && domaine.Split('.') is { Length: > 1 } parties
        && Array.TrueForAll(parties, p => p.Length > 0);

    /// <summary>A free text: a maximum length, and no hidden character.</summary>
    public static IRuleBuilderOptions<T, string?> TexteLibre<T>(this IRuleBuilder<T, string?> regle, int maximum) =>
        regle
            .Must(t => (t?.Length ?? 0) <= maximum)
            .WithMessage($"Ce texte est trop long : {Francais.Entier(maximum)} caractères au plus.")
            .Must(SansCaractereInterdit)
            .WithMessage("Ce texte contient des caractères invisibles qui ne sont pas admis : tapez-le à nouveau.");

    /// <summary>An amount in euros, zero or more.</summary>
    public static IRuleBuilderOptions<T, string?> MontantEnEuros<T>(this IRuleBuilder<T, string?> regle) =>
        regle
            .Must(t => t is null || !t.Contains('-', StringComparison.Ordinal))
            .WithMessage("Indiquez un montant positif.")
            .Must(t => !EstTropGrand(t))
            .WithMessage($"Ce montant est trop grand : {new Euros(Euros.Maximum)} au plus.")
            .Must(t => EstTropGrand(t) || LireMontant(t, out _))
            .WithMessage("Indiquez un montant en euros, avec deux décimales au plus : par exemple 1 234,56.");

    /// <summary>A whole number, zero or more.</summary>
    public static IRuleBuilderOptions<T, string?> NombreEntier<T>(this IRuleBuilder<T, string?> regle) =>
        regle
            .Must(t => string.IsNullOrWhiteSpace(t) || Entier(t) is not null)
            .WithMessage("Indiquez un nombre entier, zéro ou plus : par exemple 120.");

    /// <summary>A share in percent, 0 to 100, two decimals at most.</summary>
    public static IRuleBuilderOptions<T, string?> PartEnPourCent<T>(
        this IRuleBuilder<T, string?> regle,
        string message = "Indiquez une part en pour cent, de 0 à 100, avec deux décimales au plus : par exemple 33,33."
    ) => regle.Must(t => string.IsNullOrWhiteSpace(t) || (Part(t) is { } p && p <= 100m && decimal.Round(p, 2) == p)).WithMessage(message);

    /// <summary>A date between 2000 and 2100.</summary>
    public static IRuleBuilderOptions<T, string?> UneDate<T>(this IRuleBuilder<T, string?> regle) =>
        regle
            .Must(t => LireDate(t, out _))
            .WithMessage("Cette date n’est pas lisible : tapez-la sous la forme jour/mois/année, par exemple 15/09/2021.");

    [GeneratedRegex(@"^\d{1,40}(\.\d{1,2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormeDeMontant();
}
