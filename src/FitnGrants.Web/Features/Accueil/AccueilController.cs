using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Accueil;

[Public]
public sealed class AccueilController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken arret) => View(await AccueilPage.ChargerAsync(db, reglements, horloge, arret));

    [HttpGet("/plan-du-site")]
    public IActionResult PlanDuSite() => View(reglements.EnVigueur);

    [HttpGet("/accessibilite")]
    public IActionResult Accessibilite() => View();

    [HttpGet("/mentions-legales")]
    public IActionResult MentionsLegales() => View();

    [HttpGet("/donnees-personnelles")]
    public IActionResult DonneesPersonnelles() => View();

    [HttpGet("/cookies")]
    public IActionResult Cookies() => View();

    /// <summary>Error pages, reached only from inside.</summary>
    [Route("/erreur/{code:int}")]
    [ApiExplorerSettings(IgnoreApi = true)]
    [IgnoreAntiforgeryToken]
    public IActionResult Erreur([FromRoute] int code)
    {
        var origine = HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;
        if (origine?.StartsWith("/api", StringComparison.Ordinal) == true)
            return new ObjectResult(Problemes.DeCode(code)) { StatusCode = code, ContentTypes = { "application/problem+json" } };
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        return View(Response.StatusCode);
    }
}
