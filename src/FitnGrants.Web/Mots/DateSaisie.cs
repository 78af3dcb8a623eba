using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Mots;

/// <summary>A day as people write it: « 15/09/2021 », « 1/9/21 », « 1er septembre 2021 », « 2021-09-15 ».</summary>
/// <param name="Jour">What it says, between 2000 and 2100; null for an empty text, or for one that is no day.</param>
/// <param name="Faute">Why it cannot be kept.</param>
public sealed partial record DateSaisie(DateOnly? Jour, string? Faute)
{
    private const int LaPlusLongue = 80;

    private static readonly FrozenDictionary<string, int> Mois = Enumerable
        .Range(1, 12)
        .SelectMany(m => Noms(Francais.Normaliser(CultureInfo.GetCultureInfo("fr-FR").DateTimeFormat.GetMonthName(m))).Select(n => (n, m)))
        .ToFrozenDictionary(x => x.n, x => x.m, StringComparer.Ordinal);

    /// <summary>The first day of a month where a month is asked, « 12/2021 » or « décembre 2021 »; else the day.</summary>
    public static DateSaisie LireLeMois(string? texte)
    {
        var net = Francais.Normaliser(TexteSaisi.Chiffres(texte ?? ""));
        return MoisSeul().IsMatch(net) || (EnLettres().Match(net) is { Success: true } l && !l.Groups["j"].Success)
            ? Lire("1 " + net)
            : Lire(texte);
    }

    public static DateSaisie Lire(string? texte)
    {
        var tape = TexteSaisi.Chiffres(texte ?? "").Trim();
        var net = JourDeLaSemaine().Replace(Francais.Normaliser(Premier().Replace(tape, "1 ")), "");
        if (tape.Length == 0)
            return TexteSaisi.Nettoyer(texte ?? "").Trim().Length == 0 ? new DateSaisie(null, null) : Illisible;
        if (tape.Length > LaPlusLongue)
            return Illisible;
        if (SansSeparateur(net) is { } separe)
            return Lire(separe);
        if (Chiffree().Match(net) is { Success: true } c)
            return c.Groups["a"].Length == 4 ? Composer(tape, c.Groups["c"], c.Groups["b"].Value, c.Groups["a"].Value)
                : c.Groups["a"].Length <= 2 && c.Groups["c"].Length is 2 or 4
                    ? Composer(tape, c.Groups["a"], c.Groups["b"].Value, c.Groups["c"].Value)
                : Illisible;
        if (EnLettres().Match(net) is { Success: true } l && Mois.TryGetValue(l.Groups["m"].Value, out var mois))
            return l.Groups["j"].Success
                ? Composer(tape, l.Groups["j"], $"{mois}", l.Groups["a"].Value)
                : new DateSaisie(null, $"Indiquez aussi le jour : par exemple 01/{mois:00}/{l.Groups["a"].Value}.");
        if (MoisSeul().Match(net) is { Success: true } seul)
            return new DateSaisie(
                null,
                $"Indiquez aussi le jour : par exemple 01/{seul.Groups["m"].Value.PadLeft(2, '0')}/{seul.Groups["a"].Value}."
            );
        return SansAnnee().IsMatch(net) ? new DateSaisie(null, "Indiquez aussi l’année.") : Illisible;
    }

    private static DateSaisie Illisible { get; } =
        new(null, "Cette date n’est pas lisible : tapez-la sous la forme jour/mois/année, par exemple 15/09/2021.");

    private static DateSaisie Composer(string tape, Group jour, string mois, string annee)
    {
        DateSaisie Refuser(string phrase) => new(null, $"« {tape} » {phrase}");
        if (jour.Length > 2 || mois.Length > 2)
            return Illisible;
        var (j, m, a) = (Nombre(jour.Value), Nombre(mois), Nombre(annee));
        if (annee.Length == 2)
        {
            if (a >= 50)
                return Refuser($"se lit 19{a} ou 20{a} : écrivez l’année en entier.");
            a += 2000;
        }
        if (m is < 1 or > 12)
            return Refuser(
                j is >= 1 and <= 12 && m <= 31
                    ? "n’existe pas : le jour vient d’abord, puis le mois, par exemple 15/09/2021."
                    : "n’existe pas : les mois vont de 1 à 12."
            );
        if (a is < 2000 or > 2100)
            return Refuser(
                a < 2000 ? "est trop ancienne : les dates vont de 2000 à 2100." : "est trop lointaine : les dates vont de 2000 à 2100."
            );
        return j >= 1 && j <= DateTime.DaysInMonth(a, m)
            ? new DateSaisie(new DateOnly(a, m, j), null)
            : Refuser($"n’existe pas : ce mois a {DateTime.DaysInMonth(a, m)} jours.");
    }

    /// <summary>« 15122021 » as « 15/12/2021 », « 20211215 » as « 2021-12-15 »; null where both readings are days, or none is.</summary>
    private static string? SansSeparateur(string net)
    {
        if (net.Length != 8 || !net.All(char.IsAsciiDigit))
            return null;
        string[] lectures = [$"{net[..2]}/{net[2..4]}/{net[4..]}", $"{net[..4]}-{net[4..6]}-{net[6..]}"];
        return lectures.Where(l => Lire(l).Jour is not null).ToArray() is [var seule] ? seule : null;
    }

    private static int Nombre(string chiffres) => int.Parse(chiffres, CultureInfo.InvariantCulture);

    /// <summary>« septembre », « sept », « sep »: a beginning that is that of no other month.</summary>
    private static IEnumerable<string> Noms(string nom) =>
        Enumerable.Range(3, nom.Length - 2).Select(n => nom[..n]).Where(d => d is not "jui").Append(nom).Distinct(StringComparer.Ordinal);

    // « 1er », « 1 er », « 1ᵉʳ ».
    [GeneratedRegex(@"\b1 ?(er|ᵉʳ)(?!\p{L})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Premier();

    [GeneratedRegex(@"^(?<a>\d{1,4}) (?<b>\d{1,2}) (?<c>\d{1,4})( ?t.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Chiffree();

    [GeneratedRegex(@"^((?<j>\d{1,2}) ?)?(?<m>[a-z]{3,}) (?<a>\d{4}|\d{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EnLettres();

    [GeneratedRegex(@"^(?<m>0?[1-9]|1[0-2]) (?<a>20\d\d)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MoisSeul();

    [GeneratedRegex(@"^\d{1,2} (\d{1,2}|[a-z]{3,})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SansAnnee();

    [GeneratedRegex(
        @"^(le )?(((lun|mar|mercre|jeu|vendre|same)di|dimanche|lun|mar|mer|jeu|ven|sam|dim) )?(le )?",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex JourDeLaSemaine();
}
