using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Dispositifs;

[Public]
[Route("dispositifs")]
public sealed class DispositifsController(FitnContext db, RegistreDesReglements reglements, FichesInformatives fiches, Horloge horloge)
    : Controller
{
    [HttpGet("")]
    public IActionResult Liste() =>
        View(new ListePage([.. reglements.EnVigueur.Select(r => (r, r.Statut(horloge.Maintenant)))], fiches.Toutes));

    /// <summary>The sheet. That of a call filed elsewhere carries its test, whole in the address.</summary>
    [HttpGet("{code}")]
    public async Task<IActionResult> Fiche([FromRoute] string code, OrientationFormulaire formulaire, CancellationToken arret)
    {
        if (reglements.Trouver(code) is { } reglement)
            return View(await FichePage.ChargerAsync(db, reglement, horloge, arret));
        if (fiches.Trouver(code) is not { } fiche)
            return NotFound();
        var informative = await FicheInformativePage.ChargerAsync(db, fiches, fiche, formulaire, ModelState, horloge.Aujourdhui, arret);
        if (informative.Vers is { } adresse)
            return LocalRedirect(adresse);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("FicheInformative", informative);
    }

    [HttpGet("{code}/reglement")]
    public IActionResult Reglement([FromRoute] string code) =>
        reglements.Trouver(code) is { } reglement ? View(reglement)
        : fiches.Trouver(code) is { } fiche ? View("ReglementInformatif", fiche)
        : NotFound();
}
