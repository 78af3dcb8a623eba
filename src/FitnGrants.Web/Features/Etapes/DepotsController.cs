using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Etapes;

/// <summary>The last step: the deposit.</summary>
[Route("dossiers")]
public sealed class DepotsController(FitnContext db, DossiersDuPorteur dossiers) : Controller
{
    [HttpPost("{reference}/deposer")]
    [Requiert(Droit.Deposer)]
    public async Task<IActionResult> Deposer([FromRoute] string reference, DepotFormulaire formulaire, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), Arrivee.De(HttpContext));
        if (await dossiers.OuvrirAsync(reference, acteur, Droit.Deposer, arret, instant) is not { } ouvert)
            return NotFound();
        // The same click twice gives one deposit: the second one shows what the first did.
        if (ouvert.Dossier.Etat == EtatDossier.Depose)
            return Redirect(Adresses.Dossiers.Un(ouvert.Dossier.Adresse));
        if (ouvert.Dossier.EstModifiable && ouvert.Dossier.Revision != formulaire.Revision)
            throw new PagePerimeeException();
        try
        {
            var resultat = await dossiers.DeposerAsync(ouvert, formulaire.Certifie, acteur, instant, arret);
            return resultat.EstAccepte ? Depose(ouvert.Dossier) : Refuse(ouvert, resultat, formulaire, instant);
        }
        catch (PagePerimeeException)
        {
            if (await NumeroDeposeAsync(ouvert.Dossier.Id, arret) is { } numero)
                return Redirect(Adresses.Dossiers.Un(numero));
            throw;
        }
    }

    private Task<string?> NumeroDeposeAsync(Guid id, CancellationToken arret) =>
        db.Dossiers.Where(d => d.Id == id && d.Etat == EtatDossier.Depose).Select(d => d.Numero).FirstOrDefaultAsync(arret);

    private RedirectResult Depose(Dossier dossier)
    {
        TempData["Succes"] = $"Dossier déposé. Son numéro est {dossier.Numero}.";
        (TempData["Lien"], TempData["Libelle"]) = (Adresses.Dossiers.Recepisse(dossier.Numero!), "Ouvrir votre accusé de réception (PDF)");
        return Redirect(Adresses.Dossiers.Un(dossier.Numero!));
    }

    private ViewResult Refuse(DossierOuvert ouvert, Resultat resultat, DepotFormulaire formulaire, DateTimeOffset instant)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = EtapePage.De(ouvert, "recapitulatif", User.ActeurRequis(), instant);
        page.Remplir(ViewData, Moment.Depot);
        ViewData.Porter(new RefusDActe([.. resultat.Refus]));
        return View("/Features/Etapes/Recapitulatif.cshtml", formulaire);
    }
}
