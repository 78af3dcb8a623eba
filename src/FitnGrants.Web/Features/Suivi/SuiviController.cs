using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What follows an accord, for who manages it.</summary>
[Route("suivi")]
[Requiert(Droit.LireAccords)]
public sealed class SuiviController(FitnContext db) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Accords(string? apres, CancellationToken arret) =>
        View(await AccordsPage.ChargerAsync(db, User.ActeurRequis(), apres, arret));
}
