using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.MesDossiers;

public sealed class MesDossiersController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    [HttpGet("/mes-dossiers")]
    [Requiert(Droit.LireMesDossiers)]
    public async Task<IActionResult> Index(CancellationToken arret) =>
        View(await MesDossiersPage.ChargerAsync(db, reglements, horloge, User.ActeurRequis(), arret));
}
