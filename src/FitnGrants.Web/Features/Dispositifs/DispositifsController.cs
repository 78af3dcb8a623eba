using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Dispositifs;

[Public]
[Route("dispositifs")]
public sealed class DispositifsController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    [HttpGet("")]
    public IActionResult Liste() => View(reglements.EnVigueur.Select(r => (r, r.Statut(horloge.Maintenant))).ToList());

    [HttpGet("{code}")]
    public async Task<IActionResult> Fiche(string code, CancellationToken arret) =>
        reglements.Trouver(code) is { } reglement ? View(await FichePage.ChargerAsync(db, reglement, horloge, arret)) : NotFound();

    [HttpGet("{code}/reglement")]
    public IActionResult Reglement(string code) => reglements.Trouver(code) is { } reglement ? View(reglement) : NotFound();
}
