using System.Text.Json.Serialization;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FitnGrants.Web.Features.Simulateur;

/// <summary>A collectivité offered while typing.</summary>
/// <param name="Sure">True for the only one that can be meant by what was typed.</param>
public sealed record SuggestionDeCollectivite(string Siren, string Nom, string Precision, [property: JsonIgnore] bool Sure = false);

/// <summary>Finds collectivités by name, code INSEE, postal code, SIREN or SIRET.</summary>
public static class RechercheDeCollectivites
{
    /// <summary>True when a typed text is the name, but for case, accents and abbreviations.</summary>
    public static bool EstLeNom(string nom, string? saisi) => NomCherche.Lire(nom).Compact == NomCherche.Lire(saisi).Compact;

    public static async Task<List<SuggestionDeCollectivite>> ChercherAsync(
        this FitnContext db,
        string? texte,
        int maximum,
        CancellationToken arret
    ) =>
        [
            .. (await db.GetService<IndexDesCollectivites>().ChercherAsync(db, texte, maximum, arret)).Select(
                t => new SuggestionDeCollectivite(t.Entree.Siren, t.Entree.Nom, Precision(t.Entree), t.Sure)
            ),
        ];

    /// <summary>« commune, Ille-et-Vilaine (35), jusqu’au 31 décembre 2025 ».</summary>
    private static string Precision(Entree e) =>
        $"{Libelles.Nature(e.Nature)}, {Libelles.DepartementEtCode(e.Departement)}"
        + (e.Au is { } au ? $", jusqu’au {Francais.Date(au)}" : "")
        + (e.Du is { } du ? $", depuis le {Francais.Date(du)}" : "");
}
