using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FitnGrants.Domain.Socle;

/// <summary>French forms of amounts, rates, dates and sentences (domain.md 2.7, look.md Type).</summary>
public static partial class Francais
{
    /// <summary>Narrow no-break space.</summary>
    public const char Fine = '\u202F';

    /// <summary>No-break space.</summary>
    public const char Insecable = '\u00A0';

    private static readonly string[] Mois =
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];

    private static readonly string[] Jours = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly NumberFormatInfo Nombres = new()
    {
        NumberGroupSeparator = Fine.ToString(),
        NumberDecimalSeparator = ",",
        NegativeSign = "−",
    };

    /// <summary>« 350 Ko », « 2,4 Mo »; never « 0 Ko » for what is not empty.</summary>
    public static string Poids(long octets) =>
        octets < 1024 * 1024
            ? ((octets + 1023) / 1024).ToString("N0", Nombres) + Fine + "Ko"
            : (Math.Ceiling(octets / (1024m * 1024m) * 10m) / 10m).ToString("0.#", Nombres) + Fine + "Mo";

    /// <summary>« 1 188 000,00 € ».</summary>
    public static string Montant(Euros montant) => montant.Montant.ToString("N2", Nombres) + Fine + "€";

    /// <summary>« 1 188 000 € » when there are no cents, else with them.</summary>
    public static string MontantRond(Euros montant) =>
        (
            montant.Montant == Math.Truncate(montant.Montant)
                ? montant.Montant.ToString("N0", Nombres)
                : montant.Montant.ToString("N2", Nombres)
        )
        + Fine
        + "€";

    /// <summary>The value of an amount field: « 40 000,00 ».</summary>
    public static string Saisie(Euros montant) => montant.Montant.ToString("N2", Nombres);

    /// <summary>« 33,33 % ».</summary>
    public static string Taux(Taux taux) =>
        Math.Round(taux.Pourcentage, 2, MidpointRounding.AwayFromZero).ToString("N2", Nombres) + Fine + "%";

    /// <summary>
    /// « 19,99998 % »: as many decimals as it takes, six at most, not to read as a bound that it is not; closer still,
    /// « un peu moins de 20 % ».
    /// </summary>
    /// <param name="taux">Percent, unrounded.</param>
    /// <param name="bornes">Percents that the sentence compares it with.</param>
    public static string Taux(Taux taux, params ReadOnlySpan<decimal> bornes)
    {
        var arrondi = 0m;
        for (var decimales = 2; decimales <= 6; decimales++)
        {
            arrondi = Math.Round(taux.Pourcentage, decimales, MidpointRounding.AwayFromZero);
            if (arrondi == taux.Pourcentage || !bornes.Contains(arrondi))
                return arrondi.ToString($"N{decimales}", Nombres) + Fine + "%";
        }
        return $"un peu {(taux.Pourcentage < arrondi ? "moins" : "plus")} de {TauxBref(arrondi)}{Fine}%";
    }

    /// <summary>« 80 » for a rate of the règlement, with decimals only if it has some.</summary>
    public static string TauxBref(decimal pourcentage) => pourcentage.ToString("0.##", Nombres);

    /// <summary>« 69 774 ».</summary>
    public static string Entier(long nombre) => nombre.ToString("N0", Nombres);

    /// <summary>« 27 août 2021 », « 1er juin 2021 ».</summary>
    public static string Date(DateOnly jour) => $"{Quantieme(jour.Day)}{Insecable}{Mois[jour.Month - 1]} {jour.Year}";

    /// <summary>« 22 juin », without the year.</summary>
    public static string JourEtMois(DateOnly jour) => $"{Quantieme(jour.Day)}{Insecable}{Mois[jour.Month - 1]}";

    /// <summary>« mardi 1er juin 2021 ».</summary>
    public static string DateLongue(DateOnly jour) => $"{Jours[(int)jour.DayOfWeek]} {Date(jour)}";

    /// <summary>« juin 2021 », for sessions known to the month.</summary>
    public static string MoisEtAnnee(DateOnly jour) => $"{Mois[jour.Month - 1]} {jour.Year}";

    /// <summary>« 14 h 32 », Paris time.</summary>
    public static string Heure(DateTimeOffset instant)
    {
        var local = JourDeParis.HeureLocale(instant);
        return Heure(new TimeOnly(local.Hour, local.Minute));
    }

    /// <summary>« 9 h 05 ».</summary>
    public static string Heure(TimeOnly heure) => $"{heure.Hour}{Insecable}h{Insecable}{heure.Minute:00}";

    /// <summary>« 27 août 2021 à 23 h 59 », Paris time.</summary>
    public static string DateEtHeure(DateTimeOffset instant) => $"{Date(JourDeParis.De(instant))} à {Heure(instant)}";

    /// <summary>A sentence typed by hand, with its final stop.</summary>
    public static string Phrase(string texte) =>
        texte.TrimEnd() is var t && t.Length > 0 && ".!?…".Contains(t[^1], StringComparison.Ordinal) ? t : t + ".";

    /// <summary>The first letter as at the head of a sentence.</summary>
    public static string Majuscule(string texte) =>
        texte.Length == 0 ? texte : char.ToUpper(texte[0], CultureInfo.GetCultureInfo("fr-FR")) + texte[1..];

    /// <summary>The first letter as in the middle of a sentence.</summary>
    public static string Minuscule(string texte) =>
        texte.Length == 0 ? texte : char.ToLower(texte[0], CultureInfo.GetCultureInfo("fr-FR")) + texte[1..];

    /// <summary>« que la commune… », « qu’aucun acte… ».</summary>
    public static string Que(string phrase)
    {
        var suite = Minuscule(phrase);
        return "aeiouy".Contains(Normaliser(suite).FirstOrDefault()) ? $"qu’{suite}" : $"que {suite}";
    }

    /// <summary>« 1 alerte », « 2 alertes ».</summary>
    public static string Compte(int nombre, string singulier, string? pluriel = null) =>
        $"{Entier(nombre)}{Insecable}{(Math.Abs(nombre) < 2 ? singulier : pluriel ?? singulier + "s")}";

    /// <summary>« a, b et c ».</summary>
    public static string Liste(IReadOnlyList<string> elements, string liaison = "et") =>
        elements.Count switch
        {
            0 => "",
            1 => elements[0],
            _ => string.Join(", ", elements.Take(elements.Count - 1)) + $" {liaison} " + elements[^1],
        };

    /// <summary>« la maire », « le secrétaire général », « l’adjointe ».</summary>
    /// <param name="fonction">A function, without its article.</param>
    /// <param name="feminin">True for a woman.</param>
    public static string LeOuLa(string fonction, bool feminin) =>
        fonction.Length > 0 && EstVoyelle(fonction) ? $"l’{fonction}" : $"{(feminin ? "la" : "le")} {fonction}";

    /// <summary>« de Rennes », « d’Acigné », « du Guerno », « des Fougerêts », « de La Bouëxière », « de L’Hermitage ».</summary>
    /// <param name="nom">The name of a place or of a body.</param>
    public static string De(string nom) =>
        nom.StartsWith("Le ", StringComparison.Ordinal) ? $"du {nom[3..]}"
        : nom.StartsWith("Les ", StringComparison.Ordinal) ? $"des {nom[4..]}"
        : nom.Length > 0 && (EstVoyelle(nom) || (nom[0] is 'h' or 'H' && !HAspire().IsMatch(nom))) ? $"d’{nom}"
        : $"de {nom}";

    private static bool EstVoyelle(string texte) =>
        Normaliser(texte[..1]) is ['a' or 'e' or 'i' or 'o' or 'u', ..]
        || (texte.Length > 1 && texte[0] is 'Y' && Normaliser(texte[1..2]) is not ['a' or 'e' or 'i' or 'o' or 'u', ..]);

    /// <summary>Puts the no-break spaces and the apostrophes that French asks for into a sentence.</summary>
    public static string Typographier(string phrase)
    {
        var texte = EntreGuillemetsDroits()
            .Replace(phrase, "« ${dit} »")
            .Replace('\'', '’')
            .Replace("« ", "«" + Insecable, StringComparison.Ordinal)
            .Replace(" »", Insecable + "»", StringComparison.Ordinal)
            .Replace("n° ", "n°" + Insecable, StringComparison.Ordinal);
        texte = EntreMilliers().Replace(texte, Fine.ToString());
        texte = PourCentColle().Replace(texte, Fine + "%");
        texte = AvantUnNombre().Replace(texte, Insecable.ToString());
        texte = DansUneDate().Replace(texte, Insecable.ToString());
        texte = AvantPonctuationHaute().Replace(texte, Fine + "${signe}");
        return AvantDeuxPoints().Replace(texte, Insecable + ":");
    }

    /// <summary>Lower case, without accents nor punctuation, single spaces: for search and comparison.</summary>
    public static string Normaliser(string? texte)
    {
        if (string.IsNullOrWhiteSpace(texte))
            return "";
        var resultat = new StringBuilder(texte.Length);
        foreach (var c in texte.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                resultat.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && resultat.Length > 0 && resultat[^1] != ' ')
                resultat.Append(' ');
        }
        return resultat.ToString().TrimEnd();
    }

    private static string Quantieme(int jour) => jour == 1 ? "1er" : jour.ToString(CultureInfo.InvariantCulture);

    // As keyboards type them: "mot", 75%.
    [GeneratedRegex("\"(?<dit>[^\"\n]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EntreGuillemetsDroits();

    [GeneratedRegex(@"(?<=\d)%(?!\w)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PourCentColle();

    [GeneratedRegex(" (?<signe>[;!?%€])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AvantPonctuationHaute();

    [GeneratedRegex(@"(?<=\d) (?=\d{3}(\D|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EntreMilliers();

    // « article 8 », « axe 3 », « SIRET 213… », « 35770 Vern-sur-Seiche ».
    [GeneratedRegex(
        @"(?<=\b(art\.|article|articles|axe|volet|SIRET|SIREN|P\.|page|CS|BP)) (?=[\dJ])|(?<=\b\d{5}) (?=\p{Lu})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AvantUnNombre();

    // « 22 juin 2021 », « 9 h 05 ».
    [GeneratedRegex(
        @"(?<=\b(\d{1,2}|1er)) (?=(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)"
            + @"|(?<=\b(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)) (?=\d{4}\b)"
            + @"|(?<=\b\d{1,2}) (?=h\b)|(?<=\b\d{1,2}.h) (?=\d\d\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DansUneDate();

    // Germanic names, and those that usage does not elide: « de Hœnheim », « de Huelgoat », « de Haguenau ».
    [GeneratedRegex(
        @"^h(a|o|œ|u)|^h\w*(heim|willer|wihr|bach|bourg|ingue|ange|dorf|stadt|stett|bronn|kirch|hausen|hurst|hoffen|house|hof|berg|moos)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex HAspire();

    [GeneratedRegex(" :(?!//)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AvantDeuxPoints();
}
