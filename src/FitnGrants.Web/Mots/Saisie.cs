using System.Globalization;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;
using FluentValidation;

namespace FitnGrants.Web.Mots;

/// <summary>Reads what people type: « 1 234,56 », « 1234.56 », « 15/09/2021 ». Anything else is a clear error.</summary>
public static partial class Saisie
{
    /// <summary>The amount of a text already checked; null when empty.</summary>
    public static Euros? Montant(string? texte) => MontantSaisi.Lire(texte).Montant;

    /// <summary>The date of a text already checked; null when empty.</summary>
    public static DateOnly? Date(string? texte) => DateSaisie.Lire(texte).Jour;

    /// <summary>A date as a field shows it.</summary>
    public static string? Texte(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>The time of a text already checked, « 9 h 05 », « 9:05 », « 9h »; null when empty, or when it is none.</summary>
    public static TimeOnly? Heure(string? texte) =>
        UnTemps().Match(TexteSaisi.Chiffres(texte ?? "")) is { Success: true } lu
        && int.TryParse(lu.Groups["h"].Value, CultureInfo.InvariantCulture, out var h)
        && h < 24
        && (lu.Groups["m"].Success ? int.Parse(lu.Groups["m"].Value, CultureInfo.InvariantCulture) : 0) is var m and < 60
            ? new TimeOnly(h, m)
            : null;

    /// <summary>A time of the day.</summary>
    public static IRuleBuilderOptions<T, string?> UneHeure<T>(this IRuleBuilder<T, string?> regle) =>
        regle.Must(t => string.IsNullOrWhiteSpace(t) || Heure(t) is not null).WithMessage("Indiquez une heure : par exemple 9 h 05.");

    [GeneratedRegex(
        @"^\s*(?<h>\d{1,2})\s*(h|:|heures?)?\s*(?<m>\d{2})?\s*(min)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex UnTemps();

    /// <summary>A whole number, zero or more, of a text already checked; null when empty.</summary>
    public static int? Entier(string? texte) =>
        MontantSaisi.Lire(texte) is { Montant: { } n } && n.Montant == decimal.Truncate(n.Montant) && !(texte ?? "").Any(char.IsLetter)
            ? (int)n.Montant
            : null;

    /// <summary>A share in percent with two decimals at most, of a text already checked; null when empty.</summary>
    public static decimal? Part(string? texte) =>
        decimal.TryParse(
            string.Concat(TexteSaisi.Chiffres(texte ?? "").Where(c => !char.IsWhiteSpace(c))).Replace(',', '.').TrimEnd('%'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var p
        )
            ? p
            : null;

    /// <summary>A text without what hides and what surrounds it; null when nothing is left.</summary>
    public static string? Propre(string? texte) =>
        texte is null || TexteSaisi.Nettoyer(texte).Trim() is not { Length: > 0 } net ? null : net;

    /// <summary>A free text: a maximum length, line ends counted once.</summary>
    public static IRuleBuilderOptions<T, string?> TexteLibre<T>(this IRuleBuilder<T, string?> regle, int maximum) =>
        regle.SetValidator(new TexteLibreValidator<T>(maximum));

    /// <summary>An amount in euros, zero or more.</summary>
    public static IRuleBuilderOptions<T, string?> MontantEnEuros<T>(this IRuleBuilder<T, string?> regle) =>
        regle.Must(t => MontantSaisi.Lire(t).Faute is null).WithMessage((_, t) => MontantSaisi.Lire(t).Faute!);

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
        regle.Must(t => DateSaisie.Lire(t).Faute is null).WithMessage((_, t) => DateSaisie.Lire(t).Faute!);
}
