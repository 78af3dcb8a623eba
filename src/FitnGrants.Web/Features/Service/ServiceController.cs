using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Service;

/// <summary>The people of a service: who has what, and who replaces whom.</summary>
[Route("instruction")]
public sealed class ServiceController(FitnContext db, Horloge horloge) : Controller
{
    [HttpGet("charge")]
    [Requiert(Droit.Encadrer)]
    public async Task<IActionResult> Charge(CancellationToken arret) =>
        View(await ChargePage.ChargerAsync(db, User.ActeurRequis(), horloge.Aujourdhui, arret));

    [HttpGet("delegations")]
    [Requiert(Droit.Deleguer)]
    public Task<IActionResult> Delegations(CancellationToken arret) => MontrerAsync(new DelegationFormulaire(), arret);

    [HttpPost("delegations")]
    [UneFois]
    [Requiert(Droit.Deleguer)]
    public async Task<IActionResult> Deleguer(DelegationFormulaire formulaire, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), horloge.Maintenant);
        var delegant = formulaire.Delegant ?? acteur.Id;
        // The fields give names that these lists offer: anything else was made by hand.
        if (!await DelegationsPage.Remplacables(db, acteur).AnyAsync(u => u.Id == delegant, arret))
            return NotFound();
        var remplacant = await DelegationsPage
            .Remplacants(db, acteur)
            .Where(u => u.Id == formulaire.Delegataire)
            .Select(u => (Guid?)u.Id)
            .FirstOrDefaultAsync(arret);
        if (ModelState.IsValid && remplacant is null)
            return NotFound();
        if (ModelState.IsValid && remplacant == delegant)
            ModelState.AddModelError(nameof(formulaire.Delegataire), "Choisissez une autre personne que celle qui est remplacée.");
        if (!ModelState.IsValid)
            return await MontrerAsync(formulaire, arret);
        await db.ActeAsync(
            acteur,
            instant,
            () =>
                Task.FromResult(
                    db.Delegations.Add(
                        Delegation.Donner(
                            delegant,
                            remplacant!.Value,
                            (Saisie.Date(formulaire.Du)!.Value, Saisie.Date(formulaire.Au)!.Value),
                            formulaire.Motif!.Value,
                            acteur,
                            instant
                        )
                    )
                ),
            arret
        );
        TempData["Succes"] =
            "Délégation enregistrée. Elle commence et finit d’elle-même ; le premier jour, si c’est aujourd’hui, comptez une minute.";
        return Redirect(Adresses.Delegations.Liste);
    }

    [HttpPost("delegations/{id:guid}/cloture")]
    [Requiert(Droit.Deleguer)]
    public async Task<IActionResult> Clore([FromRoute] Guid id, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), horloge.Maintenant);
        if (
            await db
                .Delegations.AsTracking()
                .FirstOrDefaultAsync(d => d.Id == id && DelegationsPage.Remplacables(db, acteur).Any(u => u.Id == d.Delegant), arret)
            is not { } delegation
        )
            return NotFound();
        await db.ActeAsync(
            acteur,
            instant,
            () =>
            {
                delegation.Clore(acteur, instant);
                return Task.CompletedTask;
            },
            arret
        );
        TempData["Succes"] = "Délégation terminée. Ses droits sont retirés dans la minute.";
        return Redirect(Adresses.Delegations.Liste);
    }

    private async Task<IActionResult> MontrerAsync(DelegationFormulaire formulaire, CancellationToken arret)
    {
        ViewData.Porter(await DelegationsPage.ChargerAsync(db, User.ActeurRequis(), horloge.Aujourdhui, arret));
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Service/Delegations.cshtml", formulaire);
    }
}
