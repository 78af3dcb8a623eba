using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

[Route("administration/referentiel")]
[Requiert(Droit.TenirReferentiel)]
public sealed class ReferentielController(FitnContext db, Horloge horloge) : Controller
{
    private const string Vue = "/Features/Administration/Referentiel.cshtml";

    [HttpGet("")]
    public IActionResult Index() => View(Vue, new CollectiviteSaisie { Annee = "2018" });

    [HttpPost("")]
    public async Task<IActionResult> Ajouter(CollectiviteSaisie formulaire, CancellationToken arret)
    {
        var collectivite = ModelState.IsValid ? formulaire.Creer() : null;
        if (collectivite is not null && await db.Collectivites.AnyAsync(c => c.Siren == collectivite.Siren, arret))
            ModelState.AddModelError(nameof(formulaire.Siren), "Cette collectivité est déjà au référentiel.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(Vue, formulaire);
        }
        var fait = new Fait(
            "AjouterCollectivite", "Collectivite", Guid.Empty, null, collectivite!.Siren,
            ImmutableSortedDictionary<string, string>.Empty.Add("nom", collectivite.Nom));
        await db.ActeAsync(User.ActeurRequis(), horloge.Maintenant, () => Task.FromResult(db.Collectivites.Add(collectivite)), arret, fait);
        TempData["Succes"] = $"Collectivité ajoutée. {collectivite.Nom} peut être choisie au simulateur.";
        return Redirect("/administration/referentiel");
    }
}
