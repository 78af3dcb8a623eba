using System.Globalization;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Mots;

/// <summary>An amount as people write it: « 45 000,50 », « 45.000 », « 45'000 euros », « EUR 45000 », « 12 k€ HT ».</summary>
/// <param name="Montant">What it says; null for an empty text, or for one that is no amount.</param>
/// <param name="Base">The basis written after it; null when it says none.</param>
/// <param name="Faute">Why it cannot be kept: what is ambiguous is asked, never guessed.</param>
public sealed partial record MontantSaisi(Euros? Montant, BaseTaxe? Base, string? Faute)
{
    private const int LePlusLong = 80;
    private const string Illisible = "Indiquez un montant en euros, avec deux décimales au plus : par exemple 1 234,56.";

    public static MontantSaisi Lire(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte) || TexteSaisi.Nettoyer(texte).Trim().Length == 0)
            return new MontantSaisi(null, null, null);
        var net = string.Join(' ', TexteSaisi.Chiffres(texte).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (net.Length is 0 or > LePlusLong)
            return Refuser(Illisible);
        net = SansCentimes().Replace(net, "");
        if (Fourchette().IsMatch(net))
            return Refuser("Indiquez un seul montant, pas une fourchette.");
        if (net.AsSpan().ContainsAny('-', '−', '–'))
            return Refuser("Indiquez un montant positif.");
        if (Forme().Match(net) is not { Success: true } forme)
            return Refuser(Illisible);
        // A space that parts no thousands stands for a lost comma or a lost digit.
        if (MalGroupe().IsMatch(AutourDesSignes().Replace(forme.Groups["n"].Value, "${signe}").TrimEnd('.', ',', ' ')))
            return Refuser($"« {net} » : vérifiez les espaces et les centimes, par exemple 45 000,50.");
        var (nombre, faute) = Nombre(string.Concat(forme.Groups["n"].Value.Where(c => char.IsAsciiDigit(c) || c is '.' or ',')), net);
        if (nombre is not { } valeur)
            return Refuser(faute!);
        if (forme.Groups["k"].Success)
            valeur *= 1000;
        var @base = forme.Groups["base"].Value is { Length: > 0 } dite
            ? dite.StartsWith('h') || dite.StartsWith('H')
                ? BaseTaxe.HT
                : BaseTaxe.TTC
            : (BaseTaxe?)null;
        return valeur > Euros.Maximum
            ? Refuser($"Ce montant est trop grand : {new Euros(Euros.Maximum)} au plus.")
            : new MontantSaisi(new Euros(valeur), @base, null);
    }

    private static MontantSaisi Refuser(string faute) => new(null, null, faute);

    /// <summary>Which of its dots and commas part thousands, and which one the decimals.</summary>
    private static (decimal? Nombre, string? Faute) Nombre(string chiffres, string tape)
    {
        var decimale = chiffres.LastIndexOfAny(['.', ',']);
        var autres = decimale < 0 ? "" : string.Concat(chiffres[..decimale].Where(c => !char.IsAsciiDigit(c)));
        var apres = decimale < 0 ? 0 : chiffres.Length - decimale - 1;
        // The same sign twice parts thousands, everywhere.
        if (autres.Contains(decimale < 0 ? ' ' : chiffres[decimale], StringComparison.Ordinal))
            return Milliers().IsMatch(chiffres) && autres.Distinct().Count() == 1 ? Entier(chiffres) : (null, Illisible);
        if (autres.Length > 0)
            return apres <= 2 && Milliers().IsMatch(chiffres[..decimale]) && autres.Distinct().Count() == 1
                ? Decimal(Sans(chiffres[..decimale]) + "." + chiffres[(decimale + 1)..])
                : (null, Illisible);
        if (decimale < 0 || apres <= 2)
            return Decimal(chiffres.Replace(',', '.'));
        if (apres > 3 || !Milliers().IsMatch(chiffres))
            return (null, Illisible);
        // An amount has two decimals: three digits after a dot are thousands. After a comma they are, or are one too many.
        return chiffres[decimale] == '.'
            ? Entier(chiffres)
            : (
                null,
                $"« {tape} » se lit {Sans(chiffres)} ou "
                    + $"{chiffres[..decimale]},{chiffres[(decimale + 1)..].TrimEnd('0').PadRight(2, '0')} : "
                    + "écrivez-le sans séparateur de milliers."
            );
    }

    private static string Sans(string chiffres) => string.Concat(chiffres.Where(char.IsAsciiDigit));

    private static (decimal?, string?) Entier(string chiffres) => Decimal(Sans(chiffres));

    private static (decimal?, string?) Decimal(string chiffres) =>
        // More digits than a number holds are, first of all, too many euros.
        (
            decimal.TryParse(chiffres, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : Euros.Maximum + 1m,
            null
        );

    [GeneratedRegex(
        @"^((EUR|€) ?)?(?<n>\d([\d'’ʼ′.,]| (?=[\d.,]))*) ?(?<k>k)? ?(€|EUR|euros?)? ?"
            + @"(?<base>H\.?T\.?|T\.?T\.?C\.?|hors taxes?|toutes taxes comprises)?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Forme();

    // « 45000,- », « 45 000.-- »: no cents.
    [GeneratedRegex(@"(?<=\d)[.,] ?[-–—]{1,2}(?= |€|E|$)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SansCentimes();

    [GeneratedRegex(@"\d[^\d]*([-–—]|\bà\b|\bou\b)[^\d]*\d", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Fourchette();

    [GeneratedRegex(@" ?(?<signe>[.,]) ?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AutourDesSignes();

    [GeneratedRegex(@"[ '’ʼ′](?!\d{3}(?!\d))|(?<!^\d{1,3}|[ '’ʼ′.,]\d{3})[ '’ʼ′]|[.,]\d+[ '’ʼ′]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MalGroupe();

    [GeneratedRegex(@"^[1-9]\d{0,2}([.,]\d{3})+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Milliers();
}
