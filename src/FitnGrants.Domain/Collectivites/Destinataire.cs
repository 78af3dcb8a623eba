using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Collectivites;

/// <summary>Who a letter is written to, and with which words: a function, never a name (documents.md 3).</summary>
/// <param name="Nom">Of the collectivité, as the referential writes it: « CC de l’Alsace Bossue ».</param>
/// <param name="Nature">Its nature.</param>
/// <param name="Civilite">Of who represents it; null while it is not said.</param>
/// <param name="Qualite">The function that it typed; null for the one of its nature.</param>
public sealed partial record Destinataire(string Nom, NatureJuridique Nature, Civilite? Civilite, string? Qualite = null)
{
    private bool Elle => Civilite == Socle.Civilite.Madame;

    /// <summary>« Madame la Maire »; « Madame, Monsieur » where it is not known.</summary>
    public string Appel =>
        Civilite switch
        {
            Socle.Civilite.Madame => $"Madame {Francais.LeOuLa(Titre, feminin: true)}",
            Socle.Civilite.Monsieur => $"Monsieur {Francais.LeOuLa(Titre, feminin: false)}",
            _ => "Madame, Monsieur",
        };

    /// <summary>« Madame la maire de Vern-sur-Seiche », « Madame ou Monsieur le maire du Guerno ».</summary>
    public string PremiereLigne =>
        (
            Civilite switch
            {
                Socle.Civilite.Madame => "Madame ",
                Socle.Civilite.Monsieur => "Monsieur ",
                _ => "Madame ou Monsieur ",
            }
        )
        + Francais.LeOuLa(Fonction, Elle)
        + $" {Complement}";

    /// <summary>« Je vous prie d’agréer, Madame la Maire, l’expression de ma considération distinguée. »</summary>
    public string Formule =>
        $"Je vous prie d’agréer, {Appel}, l’expression de ma "
        + (Nature is NatureJuridique.Departement or NatureJuridique.Region ? "haute considération." : "considération distinguée.");

    /// <summary>« maire », « présidente », « président du conseil départemental »; what was typed comes first.</summary>
    public string Fonction => string.IsNullOrWhiteSpace(Qualite) ? FonctionDe(Nature, Elle) : Francais.Minuscule(Qualite.Trim());

    /// <summary>« du Guerno », « de la communauté de communes de l’Alsace Bossue », « de Rennes Métropole », « du Finistère ».</summary>
    public string Complement
    {
        get
        {
            // « Président du conseil départemental » says the body: what follows is its territory.
            if (Nature is NatureJuridique.Departement or NatureJuridique.Region && Conseil().Match(Nom) is { Success: true } conseil)
                return conseil.Groups["article"].Success ? Nom[conseil.Groups["article"].Index..] : Francais.De(Nom[conseil.Length..]);
            if (Sigle().Match(Nom) is not { Success: true })
                return AvecSonArticle().Match(Nom) is { Success: true } commun
                    ? $"{(commun.Groups["feminin"].Success ? "de la" : "du")} {Francais.Minuscule(Nom)}"
                    : Francais.De(Nom);
            var entier = NomEntier;
            return entier.StartsWith("la ", StringComparison.Ordinal) ? $"de {entier}"
                : entier.StartsWith("le ", StringComparison.Ordinal) ? $"du {entier[3..]}"
                : Francais.De(entier);
        }
    }

    /// <summary>« la commune du Guerno », « Lorient Agglomération », « le syndicat mixte… »: what it is, before its name.</summary>
    public string NomDansUnePhrase => Nature == NatureJuridique.Commune ? $"la commune {Complement}" : NomEntier;

    /// <summary>Within a sentence, no abbreviation: « Lorient Agglomération », « la communauté de communes de l’Alsace Bossue ».</summary>
    public string NomEntier
    {
        get
        {
            if (Sigle().Match(Nom) is not { Success: true } sigle)
                return AvecSonArticle().Match(Nom) is { Success: true } commun
                    ? $"{(commun.Groups["feminin"].Success ? "la" : "le")} {Francais.Minuscule(Nom)}"
                    : Nom;
            var reste = Nom[sigle.Length..];
            // A body that bears a name of its own needs no other: « Lorient Agglomération ».
            if (NomPropre().IsMatch(reste))
                return reste;
            return sigle.Groups["sigle"].Value switch
            {
                "CC" => $"la communauté de communes {reste}",
                "CA" => $"la communauté d’agglomération {reste}",
                "CU" => $"la communauté urbaine {reste}",
                "SM" => $"le syndicat mixte {reste}",
                var autre => $"le {autre} {reste}",
            };
        }
    }

    /// <summary>The function with a capital, as the call writes it: « Maire », « Présidente ».</summary>
    private string Titre => Francais.Majuscule(Fonction.Split(' ')[0]);

    /// <summary>The function of who represents a body of this nature.</summary>
    /// <param name="nature">Nature of the body.</param>
    /// <param name="feminin">True for a woman.</param>
    public static string FonctionDe(NatureJuridique nature, bool feminin) =>
        nature switch
        {
            NatureJuridique.Commune => "maire",
            NatureJuridique.Departement => $"{President(feminin)} du conseil départemental",
            NatureJuridique.Region => $"{President(feminin)} du conseil régional",
            _ => President(feminin),
        };

    private static string President(bool feminin) => feminin ? "présidente" : "président";

    [GeneratedRegex("^(?<sigle>CC|CA|CU|SM|SIVU|SIVOM|PETR) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sigle();

    [GeneratedRegex(
        "^(Département|Conseil départemental|Région|Conseil régional) (?<article>(de |du |des |d['’]))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Conseil();

    [GeneratedRegex(
        "^((?<feminin>Communauté|Collectivité|Agence|Régie) |(Syndicat|Pôle|Centre|Établissement|Groupement) )",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AvecSonArticle();

    [GeneratedRegex(
        @"(Agglo|Agglomération|Communauté|Métropole|Intercom)$|^\S+ (Agglo|Agglomération|Communauté|Métropole)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex NomPropre();
}

/// <summary>A postal address as it is written on an envelope.</summary>
/// <param name="Lignes">What comes before the postcode, three lines at most.</param>
/// <param name="CodePostal">Five digits; null where none was found.</param>
/// <param name="Ville">The town; null where none was found.</param>
public sealed partial record AdressePostale(ImmutableArray<string> Lignes, string? CodePostal, string? Ville)
{
    private const int LignesAuPlus = 3;

    /// <summary>Postcode and town on a line: « 35770 Vern-sur-Seiche »; null without a postcode.</summary>
    public string? DerniereLigne => CodePostal is null ? null : $"{CodePostal} {Ville}".TrimEnd();

    /// <summary>Reads what people type: lines, or commas, with the postcode and the town last or nowhere.</summary>
    /// <param name="texte">As it was typed.</param>
    /// <param name="ville">Town to take where the text has no postcode.</param>
    /// <param name="codesPostaux">Of that town: where it has one only, it is its postcode.</param>
    public static AdressePostale Lire(string? texte, string ville, IReadOnlyList<string> codesPostaux)
    {
        var morceaux = (texte ?? "").Split(['\n', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        var (code, bureau) = (codesPostaux.Count == 1 ? codesPostaux[0] : null, ville);
        var rang = morceaux.FindLastIndex(m => Bureau().IsMatch(m));
        if (rang >= 0)
        {
            var lu = Bureau().Match(morceaux[rang]);
            var suite = lu.Groups["ville"].Value.Trim(' ', '-', '–');
            (code, bureau) = (
                lu.Groups["code"].Value.Replace(" ", "", StringComparison.Ordinal),
                suite.Length > 0 ? suite : morceaux.ElementAtOrDefault(rang + 1) ?? ville
            );
            var avant = morceaux[rang][..lu.Index].Trim(' ', '-', '–');
            morceaux = [.. morceaux.Take(rang), .. avant.Length > 0 ? new[] { avant } : []];
        }
        else if (
            morceaux.Count > 1
            && string.Equals(Francais.Normaliser(morceaux[^1]), Francais.Normaliser(ville), StringComparison.Ordinal)
        )
            morceaux.RemoveAt(morceaux.Count - 1);
        if (morceaux.Count > LignesAuPlus)
            morceaux = [.. morceaux.Take(LignesAuPlus - 1), string.Join(", ", morceaux.Skip(LignesAuPlus - 1))];
        return new AdressePostale([.. morceaux], code, code is null ? null : bureau);
    }

    [GeneratedRegex(@"\b(?<code>\d{2} ?\d{3})\b(?<ville>\D*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bureau();
}
