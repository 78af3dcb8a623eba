using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>What changed between two deposits.</summary>
public sealed record DifferencesPage(
    string Adresse,
    string Titre,
    bool Agent,
    IReadOnlyList<VersionDeposee> Versions,
    VersionDeposee Avant,
    VersionDeposee Apres,
    IReadOnlyList<Changement> Changements
);

/// <summary>Any two deposits of a dossier, field by field, plan line by plan line.</summary>
[Route("dossiers/{reference}/differences")]
[Requiert(Droit.LireDossier)]
public sealed class DifferencesController(FitnContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Voir(string reference, int? de, int? a, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        var dossier = await db
            .Dossiers.Include(d => d.Versions)
            .VisiblesPar(acteur, Droit.LireDossier)
            .ParAdresse(reference)
            .FirstOrDefaultAsync(arret);
        if (dossier is not { Version: > 1 })
            return NotFound();
        var versions = dossier.Versions.OrderBy(v => v.Version).ToList();
        // Unknown ones are the last two.
        var apres = versions.Find(v => v.Version == a) ?? versions[^1];
        var avant = versions.Find(v => v.Version == de && v.Version < apres.Version)
            ?? versions.FindLast(v => v.Version < apres.Version)
            ?? versions[0];
        if (avant == apres)
            apres = versions[1];
        return View(
            "/Features/Dossiers/Differences.cshtml",
            new DifferencesPage(
                dossier.Adresse,
                dossier.Titre,
                acteur.EstAgent(),
                versions,
                avant,
                apres,
                [
                    .. Changement.Entre(avant.Contenu, apres.Contenu),
                    .. Changement.DesPieces(avant, apres) is { } pieces ? new[] { pieces } : [],
                ]
            )
        );
    }
}
