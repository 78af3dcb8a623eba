using System.Collections.Frozen;

namespace FitnGrants.Domain.Dossiers;

/// <summary>ISO 3166-1 alpha-2 codes that a form offers, with their French names.</summary>
public static class Pays
{
    /// <summary>Code and name, France first, then by name.</summary>
    public static readonly FrozenDictionary<string, string> Noms = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["FR"] = "France",
        ["DE"] = "Allemagne",
        ["AT"] = "Autriche",
        ["BE"] = "Belgique",
        ["BG"] = "Bulgarie",
        ["CY"] = "Chypre",
        ["HR"] = "Croatie",
        ["DK"] = "Danemark",
        ["ES"] = "Espagne",
        ["EE"] = "Estonie",
        ["FI"] = "Finlande",
        ["GR"] = "Grèce",
        ["HU"] = "Hongrie",
        ["IE"] = "Irlande",
        ["IT"] = "Italie",
        ["LV"] = "Lettonie",
        ["LT"] = "Lituanie",
        ["LU"] = "Luxembourg",
        ["MT"] = "Malte",
        ["NL"] = "Pays-Bas",
        ["PL"] = "Pologne",
        ["PT"] = "Portugal",
        ["RO"] = "Roumanie",
        ["SK"] = "Slovaquie",
        ["SI"] = "Slovénie",
        ["SE"] = "Suède",
        ["CZ"] = "Tchéquie",
        ["AX"] = "Åland",
        ["GP"] = "Guadeloupe",
        ["GF"] = "Guyane",
        ["MQ"] = "Martinique",
        ["YT"] = "Mayotte",
        ["RE"] = "La Réunion",
        ["MF"] = "Saint-Martin",
        ["AU"] = "Australie",
        ["BR"] = "Brésil",
        ["CA"] = "Canada",
        ["CN"] = "Chine",
        ["KR"] = "Corée du Sud",
        ["US"] = "États-Unis",
        ["IN"] = "Inde",
        ["IS"] = "Islande",
        ["IL"] = "Israël",
        ["JP"] = "Japon",
        ["NO"] = "Norvège",
        ["NZ"] = "Nouvelle-Zélande",
        ["GB"] = "Royaume-Uni",
        ["RU"] = "Russie",
        ["SG"] = "Singapour",
        ["CH"] = "Suisse",
        ["TW"] = "Taïwan",
        ["TR"] = "Turquie",
        ["UA"] = "Ukraine",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>« États-Unis »; the code itself for a country the form does not offer.</summary>
    public static string Nom(string code) => Noms.GetValueOrDefault(code) ?? code.ToUpperInvariant();
}
