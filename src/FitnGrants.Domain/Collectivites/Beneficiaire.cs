using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Collectivites;

/// <summary>An applicant as the rules judge it: a snapshot that no later millésime moves (I18).</summary>
public sealed record Beneficiaire
{
    /// <summary>SIREN; null for a fictitious body, which counts as a SIREN of its own.</summary>
    public string? Siren { get; init; }

    public required string Nom { get; init; }

    public required NatureJuridique Nature { get; init; }

    /// <summary>Département of the siège.</summary>
    public required string Departement { get; init; }

    /// <summary>Total population, inhabitants.</summary>
    public int? PopulationTotale { get; init; }

    /// <summary>Municipal population, inhabitants.</summary>
    public int? PopulationMunicipale { get; init; }

    /// <summary>Year of the figures; null for a fictitious body.</summary>
    public int? Millesime { get; init; }

    /// <summary>True when no figures were in force that day and the oldest known stand in (A1).</summary>
    public bool MillesimeAnticipe { get; init; }

    /// <summary>True for a body of the referential.</summary>
    public bool EstReel => Siren is not null;

    /// <summary>The figure a règlement looks at; null when unknown or zero.</summary>
    public int? Population(PopulationReference reference) =>
        (reference == PopulationReference.Totale ? PopulationTotale : PopulationMunicipale) is > 0 and var p ? p : null;
}

/// <summary>Which legal figure a règlement looks at (A1).</summary>
public enum PopulationReference
{
    /// <summary>Total population: the default of laws and rules.</summary>
    Totale,

    Municipale,
}

/// <summary>French names of natures and départements.</summary>
public static class Libelles
{
    private static readonly Dictionary<string, string> Departements = new(StringComparer.Ordinal)
    {
        ["08"] = "Ardennes",
        ["10"] = "Aube",
        ["22"] = "Côtes-d’Armor",
        ["29"] = "Finistère",
        ["35"] = "Ille-et-Vilaine",
        ["51"] = "Marne",
        ["52"] = "Haute-Marne",
        ["54"] = "Meurthe-et-Moselle",
        ["55"] = "Meuse",
        ["56"] = "Morbihan",
        ["57"] = "Moselle",
        ["67"] = "Bas-Rhin",
        ["68"] = "Haut-Rhin",
        ["88"] = "Vosges",
    };

    private static readonly Dictionary<string, string> Articles = new(StringComparer.Ordinal)
    {
        ["08"] = "les",
        ["10"] = "l’",
        ["22"] = "les",
        ["29"] = "le",
        ["35"] = "l’",
        ["51"] = "la",
        ["52"] = "la",
        ["54"] = "la",
        ["55"] = "la",
        ["56"] = "le",
        ["57"] = "la",
        ["67"] = "le",
        ["68"] = "le",
        ["88"] = "les",
    };

    private static readonly Dictionary<string, string> Regions = new(StringComparer.Ordinal) { ["44"] = "Grand Est", ["53"] = "Bretagne" };

    /// <summary>« Haut-Rhin »; « département 75 » for one the product does not name.</summary>
    public static string Departement(string code) => Departements.GetValueOrDefault(code) ?? $"département {code}";

    /// <summary>« Bretagne »; « région 84 » for one the product does not name.</summary>
    public static string Region(string code) => Regions.GetValueOrDefault(code) ?? $"région {code}";

    /// <summary>« Haut-Rhin (68) »; « département 75 » where the name is already its code.</summary>
    public static string DepartementEtCode(string code) =>
        Departements.ContainsKey(code) ? $"{Departement(code)} ({code})" : Departement(code);

    /// <summary>« dans le Haut-Rhin », « dans l’Ille-et-Vilaine », « dans les Vosges ».</summary>
    public static string DansDepartement(string code) =>
        // A feminine name joined by « et » takes no article: « en Meurthe-et-Moselle ».
        code == "54"
            ? "en " + Departement(code)
            : "dans " + LeDepartement(code);

    /// <summary>« le Haut-Rhin », « l’Ille-et-Vilaine », « les Vosges ».</summary>
    public static string LeDepartement(string code) =>
        Articles.TryGetValue(code, out var article)
            ? $"{article}{(article.EndsWith('’') ? "" : " ")}{Departement(code)}"
            : $"le {Departement(code)}";

    /// <summary>« Préfecture du Haut-Rhin », « Préfecture d’Ille-et-Vilaine » : a name joined by « et » takes no article.</summary>
    public static string Prefecture(string code) =>
        "Préfecture "
        + (
            Articles.GetValueOrDefault(code) switch
            {
                "les" => "des ",
                "le" => "du ",
                "la" => code == "54" ? "de " : "de la ",
                "l’" => code == "35" ? "d’" : "de l’",
                _ => "du ",
            }
        )
        + Departement(code);

    /// <summary>« commune », « communauté de communes »…</summary>
    public static string Nature(NatureJuridique nature) =>
        nature switch
        {
            NatureJuridique.Commune => "commune",
            NatureJuridique.CC => "communauté de communes",
            NatureJuridique.CA => "communauté d’agglomération",
            NatureJuridique.CU => "communauté urbaine",
            NatureJuridique.Metropole => "métropole",
            NatureJuridique.Met69 => "métropole de Lyon",
            NatureJuridique.Departement => "département",
            NatureJuridique.Region => "région",
            NatureJuridique.SIVU => "syndicat intercommunal à vocation unique",
            NatureJuridique.SIVOM => "syndicat intercommunal à vocation multiple",
            NatureJuridique.SMF => "syndicat mixte fermé",
            NatureJuridique.SMO => "syndicat mixte ouvert",
            NatureJuridique.PETR => "pôle d’équilibre territorial et rural",
            NatureJuridique.PoleMetropolitain => "pôle métropolitain",
            NatureJuridique.EPT => "établissement public territorial",
            _ => "autre organisme",
        };

    /// <summary>« une commune », « un département ».</summary>
    public static string UneNature(NatureJuridique nature) =>
        (
            nature
                is NatureJuridique.Commune
                    or NatureJuridique.CC
                    or NatureJuridique.CA
                    or NatureJuridique.CU
                    or NatureJuridique.Metropole
                    or NatureJuridique.Met69
                    or NatureJuridique.Region
                ? "une "
                : "un "
        ) + Nature(nature);

    /// <summary>« 69 774 habitants ».</summary>
    public static string Habitants(int population) => Francais.Compte(population, "habitant");
}
