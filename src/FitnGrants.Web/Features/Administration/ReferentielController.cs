using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
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
    public async Task<IActionResult> Index(CancellationToken arret) => View(Vue, await PageAsync(arret));

    [HttpPost("")]
    public async Task<IActionResult> Ajouter(CollectiviteSaisie formulaire, CancellationToken arret)
    {
        var collectivite = ModelState.IsValid ? formulaire.Creer() : null;
        if (collectivite is not null && await db.Collectivites.AnyAsync(c => c.Siren == collectivite.Siren, arret))
            ModelState.AddModelError(nameof(formulaire.Siren), "Cette collectivité est déjà au référentiel.");
        if (!ModelState.IsValid)
            return Refuser(await PageAsync(arret) with { Collectivite = formulaire });
        var fait = new Fait(new AjouterCollectivite(collectivite!.Nom), nameof(Collectivite), Guid.Empty, null, collectivite.Siren);
        await db.ActeAsync(User.ActeurRequis(), horloge.Maintenant, () => Task.FromResult(db.Collectivites.Add(collectivite)), arret, fait);
        TempData["Succes"] = $"Collectivité ajoutée. {collectivite.Nom} peut être choisie au simulateur.";
        return Redirect(Adresses.Referentiel.Liste);
    }

    [HttpPost("import")]
    public async Task<IActionResult> Importer(ImportFormulaire formulaire, CancellationToken arret)
    {
        if (!ModelState.IsValid)
            return Refuser(await PageAsync(arret) with { Import = formulaire });
        await using var flux = formulaire.Fichier!.OpenReadStream();
        var lecture = await FichierDuReferentiel.LireAsync(flux, formulaire.Millesime()!, arret);
        if (lecture.NombreDErreurs > 0)
            ModelState.AddModelError(
                nameof(formulaire.Fichier),
                $"{Francais.Compte(lecture.NombreDErreurs, "erreur")} dans ce fichier : rien n’est importé."
            );
        else if (await ImporterAsync(lecture, arret))
            return Redirect(Adresses.Referentiel.Liste);
        return Refuser(await PageAsync(arret) with { Import = formulaire, Refusee = lecture });
    }

    /// <summary>False when the millésimes held contradict the day of the file.</summary>
    private async Task<bool> ImporterAsync(LectureDeFichier lecture, CancellationToken arret)
    {
        try
        {
            var rapport = await db.ImporterAsync(lecture, User.ActeurRequis(), horloge.Maintenant, arret);
            TempData["Succes"] = "Millésime importé. " + Francais.Typographier(rapport.Phrase(lecture.Millesime));
            return true;
        }
        catch (ReferentielInvalideException e)
        {
            ModelState.AddModelError(nameof(ImportFormulaire.EnVigueurLe), Francais.Typographier(e.Message));
            return false;
        }
    }

    private Task<ReferentielPage> PageAsync(CancellationToken arret) => ReferentielPage.LireAsync(db, horloge.Aujourdhui, arret);

    private ViewResult Refuser(ReferentielPage vue)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Vue, vue);
    }
}
