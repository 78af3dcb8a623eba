using FitnGrants.Web.Donnees;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Sante;

[Public]
[Route("sante")]
public sealed class SanteController(FitnContext db, Disponibilite disponibilite, IEntrepot entrepot) : Controller
{
    [HttpGet("vivant")]
    public IActionResult Vivant() => Content("vivant");

    /// <summary>200 once the database answers, its migrations are applied, the seeds are in and pieces can be kept.</summary>
    [HttpGet("pret")]
    public async Task<IActionResult> Pret(CancellationToken arret)
    {
        if (!disponibilite.EstPret || !await db.Database.CanConnectAsync(arret) || !await entrepot.RepondAsync(arret))
            return StatusCode(StatusCodes.Status503ServiceUnavailable, "pas encore prêt");
        return Content("prêt");
    }
}
