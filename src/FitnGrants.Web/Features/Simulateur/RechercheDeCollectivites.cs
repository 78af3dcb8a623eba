using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Simulateur;

/// <summary>A collectivité offered while typing.</summary>
public sealed record SuggestionDeCollectivite(string Siren, string Nom, string Precision);

/// <summary>Finds collectivités by name, code INSEE, SIREN or SIRET.</summary>
public static class RechercheDeCollectivites
{
    /// <summary>True when a typed text is the name, but for case and accents.</summary>
    public static bool EstLeNom(string nom, string? saisi) => Francais.Normaliser(nom) == Francais.Normaliser(saisi);

    public static async Task<List<SuggestionDeCollectivite>> ChercherAsync(
        this IQueryable<Collectivite> collectivites,
        string? texte,
        int maximum,
        CancellationToken arret
    )
    {
        var compact = string.Concat((texte ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        var recherche = Francais.Normaliser(texte);
        if (recherche.Length < 2 || recherche.Length > 100)
            return [];
        var requete = collectivites;
        if (compact.Length >= 9 && compact.All(char.IsAsciiDigit))
            requete = requete.Where(c => c.Siren == compact.Substring(0, 9));
        else if (compact.Length == 5 && compact.Take(2).All(char.IsAsciiLetterOrDigit) && compact.Skip(2).All(char.IsAsciiDigit))
            requete = requete.Where(c => c.CodeInsee == compact || c.Recherche.Contains(recherche));
        else
            requete = requete.Where(c => EF.Functions.Like(c.Recherche, "%" + recherche + "%"));
        var lignes = await requete
            .OrderBy(c =>
                c.Recherche == recherche ? 0
                : c.Recherche.StartsWith(recherche) ? 1
                : 2
            )
            .ThenByDescending(c => c.Taille)
            .ThenBy(c => c.Siren)
            .Take(maximum)
            .Select(c => new
            {
                c.Siren,
                c.Nom,
                c.Nature,
                c.Departement,
                c.Taille,
            })
            .ToListAsync(arret);
        return
        [
            .. lignes.Select(l => new SuggestionDeCollectivite(
                l.Siren,
                l.Nom,
                $"{Libelles.Nature(l.Nature)}, {Libelles.DepartementEtCode(l.Departement)}"
            )),
        ];
    }
}
