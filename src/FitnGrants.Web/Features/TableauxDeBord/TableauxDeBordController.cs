using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>Numbers of the dossiers that an agent may read.</summary>
[Route("tableaux-de-bord")]
[Requiert(Droit.LireListeDeTravail)]
public sealed class TableauxDeBordController(FitnContext db, RegistreDesReglements reglements) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Voir(CancellationToken arret) =>
        View(await TableauDeBordPage.ChargerAsync(db, reglements, User.ActeurRequis(), arret));
}
