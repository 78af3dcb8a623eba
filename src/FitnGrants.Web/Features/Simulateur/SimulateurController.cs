using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Simulateur;

[Public]
public sealed class SimulateurController(FitnContext db, RegistreDesReglements reglements, Simulation simulation) : Controller
{
    /// <summary>The whole simulation is in the address: it can be shared and printed.</summary>
    [HttpGet("/simulateur")]
    public async Task<IActionResult> Index(SimulateurFormulaire formulaire, CancellationToken arret)
    {
        if (formulaire.EstVide)
        {
            ModelState.Clear();
            return View(new SimulateurPage(formulaire, [], null));
        }
        var page = await SimulateurPage.ChargerAsync(db, reglements, simulation, formulaire, ModelState, arret);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View(page);
    }
}
