using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>The steps of a dossier: one form each, saved by its button, findings beside the fields.</summary>
[Route("dossiers/{adresse}/modifier")]
[Requiert(Droit.EcrireDossier)]
public sealed class EtapesController(DossiersDuPorteur dossiers, Horloge horloge) : Controller
{
    [HttpGet("collectivite")]
    public Task<IActionResult> Collectivite(string adresse, CancellationToken arret) =>
        AfficherAsync(adresse, "collectivite", o => CollectiviteFormulaire.De(o.Dossier), arret);

    [HttpPost("collectivite")]
    public Task<IActionResult> Collectivite([FromRoute] string adresse, CollectiviteFormulaire formulaire, CancellationToken arret) =>
        EnregistrerAsync(adresse, "collectivite", formulaire, arret);

    [HttpGet("projet")]
    public Task<IActionResult> Projet(string adresse, CancellationToken arret) =>
        AfficherAsync(adresse, "projet", o => ProjetFormulaire.De(o.Dossier), arret);

    [HttpPost("projet")]
    public Task<IActionResult> Projet([FromRoute] string adresse, ProjetFormulaire formulaire, CancellationToken arret) =>
        EnregistrerAsync(adresse, "projet", formulaire, arret);

    [HttpGet("criteres")]
    public Task<IActionResult> Criteres(string adresse, CancellationToken arret) =>
        AfficherAsync(adresse, "criteres", o => CriteresFormulaire.De(o.Dossier), arret);

    [HttpPost("criteres")]
    public Task<IActionResult> Criteres([FromRoute] string adresse, CriteresFormulaire formulaire, CancellationToken arret) =>
        EnregistrerAsync(adresse, "criteres", formulaire, arret);

    [HttpGet("financement")]
    public Task<IActionResult> Financement(string adresse, string? ajouter, CancellationToken arret) =>
        AfficherAsync(adresse, "financement", o => FinancementFormulaire.De(o.Dossier, ajouter), arret);

    [HttpPost("financement")]
    public Task<IActionResult> Financement([FromRoute] string adresse, FinancementFormulaire formulaire, string? action, CancellationToken arret) =>
        EnregistrerAsync(adresse, "financement", formulaire, arret, action);

    [HttpGet("calendrier")]
    public Task<IActionResult> Calendrier(string adresse, CancellationToken arret) =>
        AfficherAsync(adresse, "calendrier", o => CalendrierFormulaire.De(o.Dossier), arret);

    [HttpPost("calendrier")]
    public Task<IActionResult> Calendrier([FromRoute] string adresse, CalendrierFormulaire formulaire, CancellationToken arret) =>
        EnregistrerAsync(adresse, "calendrier", formulaire, arret);

    [HttpGet("recapitulatif")]
    public Task<IActionResult> Recapitulatif(string adresse, CancellationToken arret) =>
        AfficherAsync(adresse, "recapitulatif", o => new DepotFormulaire { Revision = o.Dossier.Revision }, arret, Moment.Depot);

    private async Task<IActionResult> AfficherAsync(
        string adresse, string etape, Func<DossierOuvert, object> formulaire, CancellationToken arret, Moment moment = Moment.Simulation)
    {
        var acteur = User.ActeurRequis();
        if (await dossiers.OuvrirAsync(adresse, acteur, Droit.EcrireDossier, arret) is not { } ouvert)
            return NotFound();
        if (!ouvert.Dossier.EstModifiable)
            return Redirect($"/dossiers/{ouvert.Dossier.Adresse}");
        EtapePage.De(ouvert, etape, acteur, horloge.Maintenant).Remplir(ViewData, moment);
        return View(formulaire(ouvert));
    }

    private async Task<IActionResult> EnregistrerAsync(
        string adresse, string etape, IFormulaireDEtape formulaire, CancellationToken arret, string? action = null)
    {
        var acteur = User.ActeurRequis();
        if (await dossiers.OuvrirAsync(adresse, acteur, Droit.EcrireDossier, arret) is not { } ouvert)
            return NotFound();
        VerifierLeSiret(formulaire, ouvert.Dossier.Siren);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            EtapePage.De(ouvert, etape, acteur, horloge.Maintenant).Remplir(ViewData, Moment.Simulation);
            return View(formulaire);
        }
        await dossiers.EnregistrerAsync(ouvert, formulaire.Revision, formulaire.Appliquer(ouvert.Dossier.Contenu), acteur, horloge.Maintenant, arret);
        return Redirect(Suite(ouvert, etape, action));
    }

    /// <summary>The SIRET is one of the collectivité's: the dossier belongs to it.</summary>
    private void VerifierLeSiret(IFormulaireDEtape formulaire, string siren)
    {
        if (formulaire is CollectiviteFormulaire { Siret: { } texte } && Siret.TryParse(texte, out var siret) && siret.Siren != siren)
            ModelState.AddModelError(nameof(CollectiviteFormulaire.Siret), Francais.Typographier($"Ce SIRET n’est pas celui de votre collectivité, dont le SIREN est {siren}."));
    }

    private static string Suite(DossierOuvert ouvert, string etape, string? action)
    {
        var ici = $"/dossiers/{ouvert.Dossier.Adresse}/modifier/";
        return action switch
        {
            "ajouter-depense" => ici + $"financement?ajouter=depense#Depenses_{ouvert.Dossier.Contenu.Projet.Depenses?.Length ?? 0}__Libelle",
            "ajouter-ressource" => ici + $"financement?ajouter=ressource#Ressources_{ouvert.Dossier.Contenu.Projet.Ressources?.Length ?? 0}__Type",
            "recalculer" => ici + etape,
            _ => ici + Etapes.Apres(etape).Cle,
        };
    }
}
