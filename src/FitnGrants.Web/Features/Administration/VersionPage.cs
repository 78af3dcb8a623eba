using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>One version: as read, what separates it from another, and the deposited dossiers it judges.</summary>
public sealed record VersionPage
{
    private const int Taille = 100;

    public required Publication Publication { get; init; }
    public required MomentDeVersion Moment { get; init; }
    public required Reglement Reglement { get; init; }
    public required string Contenu { get; init; }
    public required IReadOnlyList<Publication> Autres { get; init; }
    public required Publication? Avec { get; init; }
    public required ImmutableArray<Difference> Differences { get; init; }
    public required int Total { get; init; }
    public required IReadOnlyList<DossierJuge> Dossiers { get; init; }
    public required string? Suivants { get; init; }

    /// <summary>
    /// A dossier without its porteur nor its project: its findings are those of its grid, drawn when it was taken in charge.
    /// </summary>
    public sealed record DossierJuge(string Numero, EtatDossier Etat, IReadOnlyList<(ResultatConstat Resultat, int Nombre)> Constats);

    /// <summary>Null when nothing was published under this address.</summary>
    public static async Task<VersionPage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string code,
        string version,
        VersionFiltre filtre,
        Lecteur lecteur,
        DateOnly aujourdhui,
        CancellationToken arret
    )
    {
        var publiees = reglements.Publications.Where(p => p.Code == code).ToList();
        if (Trouver(publiees, version) is not { } publication || reglements.Trouver(code) is not { } enVigueur)
            return null;
        var ligne = await db.VersionsDeReglement.SingleAsync(v => v.Version == publication.Version, arret);
        var reglement = await reglements.VersionAsync(db, publication.Version, arret);
        var rang = publiees.IndexOf(publication);
        var avec =
            Trouver(publiees, filtre.Avec) is { } choisie && choisie != publication ? choisie
            : rang > 0 ? publiees[rang - 1]
            : null;
        var juges = db.Dossiers.Where(d => d.VersionReglement == publication.Version && d.Numero != null);
        var dossiers = await ListerAsync(juges, lecteur, filtre.Apres, arret);
        return new VersionPage
        {
            Publication = publication,
            Moment = DispositifPage.Moment(publication, enVigueur, aujourdhui),
            Reglement = reglement,
            Contenu = ligne.Contenu,
            Autres = [.. publiees.Where(p => p != publication)],
            Avec = avec,
            Differences = avec is null
                ? []
                : Web.Reglements.Differences.Entre(await reglements.VersionAsync(db, avec.Version, arret), reglement),
            Total = await juges.CountAsync(arret),
            Dossiers = [.. dossiers.Take(Taille)],
            Suivants = dossiers.Count > Taille ? dossiers[Taille - 1].Numero : null,
        };
    }

    /// <summary>A version by its hash or its first twelve characters.</summary>
    private static Publication? Trouver(List<Publication> publiees, string? version) =>
        version is { Length: >= 12 } ? publiees.Find(p => p.Version.StartsWith(version, StringComparison.Ordinal)) : null;

    private static async Task<List<DossierJuge>> ListerAsync(
        IQueryable<Dossier> juges,
        Lecteur lecteur,
        string? apres,
        CancellationToken arret
    )
    {
        var page =
            string.IsNullOrWhiteSpace(apres) || apres.Any(char.IsControl) ? juges : juges.Where(d => string.Compare(d.Numero, apres) > 0);
        var lignes = await page.OrderBy(d => d.Numero)
            .Take(Taille + 1)
            .Select(d => new
            {
                d.Numero,
                d.Etat,
                d.NotificationEnAttente,
                d.Region,
                Constats = d
                    .Controles.Where(c => c.Version == d.Version)
                    .GroupBy(c => c.Propose)
                    .Select(g => new { g.Key, N = g.Count() })
                    .ToList(),
            })
            .ToListAsync(arret);
        return
        [
            .. lignes.Select(l => new DossierJuge(
                l.Numero!,
                lecteur.EtatDe(l.Etat, l.NotificationEnAttente, l.Region),
                [.. l.Constats.OrderBy(c => c.Key).Select(c => (c.Key, c.N))]
            )),
        ];
    }
}

/// <summary>The other version, and the cursor of the dossiers.</summary>
public sealed record VersionFiltre(string? Avec, string? Apres);
