using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>
/// What services say of themselves on their documents, and who signs for them: an administrator, or the head of the service.
/// </summary>
[Route("administration/services")]
[Requiert(Droit.TenirServices)]
public sealed class ServicesController(FitnContext db, Papiers papiers, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    private const string Vues = "/Features/Administration/";

    [HttpGet("")]
    public async Task<IActionResult> Liste(CancellationToken arret) =>
        View(
            Vues + "Services.cshtml",
            await ServicesPage.ChargerAsync(db, papiers, reglements, User.ActeurRequis(), horloge.Aujourdhui, arret)
        );

    [HttpGet("{code}")]
    public Task<IActionResult> Voir(string code, CancellationToken arret) => MontrerAsync(code, p => p, arret);

    [HttpPost("{code}")]
    public Task<IActionResult> Decrire([FromRoute] string code, FicheDeServiceFormulaire formulaire, CancellationToken arret) =>
        FaireAsync(
            code,
            formulaire.Revision,
            (s, par) => s.Decrire(formulaire.Fiche(), Saisie.Date(formulaire.Du)!.Value, par),
            "Fiche enregistrée. Les documents de ce jour et des suivants la portent ; ceux qui existent ne changent pas.",
            p => p with { Fiche = formulaire },
            arret
        );

    [HttpPost("{code}/signataires")]
    public Task<IActionResult> Nommer([FromRoute] string code, SignataireFormulaire formulaire, CancellationToken arret) =>
        FaireAsync(
            code,
            formulaire.Revision,
            (s, par) => s.Nommer(formulaire.Signataire(), par),
            "Signataire enregistré.",
            p => p with { Signataire = formulaire },
            arret
        );

    [HttpPost("{code}/signataires/{id:guid}/fin")]
    public Task<IActionResult> Finir(
        [FromRoute] string code,
        [FromRoute] Guid id,
        FinDeSignatureFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            code,
            formulaire.Revision,
            (s, par) => s.FinirLaSignature(id, Saisie.Date(formulaire.Au)!.Value, par),
            "Signature terminée.",
            p => p,
            arret
        );

    private async Task<IActionResult> FaireAsync(
        string code,
        int revision,
        Action<ServiceEmetteur, Acteur> verbe,
        string succes,
        Func<ServicePage, ServicePage> refuse,
        CancellationToken arret
    )
    {
        var acteur = User.ActeurRequis();
        if (!ServicesPage.Tenus(reglements, acteur).Any(t => t.Code == code))
            return NotFound();
        if (!ModelState.IsValid)
            return await MontrerAsync(code, refuse, arret);
        await db.ActeAsync(acteur, horloge.Maintenant, () => SurLeServiceAsync(code, revision, s => verbe(s, acteur), arret), arret);
        TempData["Succes"] = succes;
        return Redirect(Adresses.ServicesEmetteurs.Un(code));
    }

    /// <summary>The first thing that is said of a service makes its row.</summary>
    private async Task SurLeServiceAsync(string code, int revision, Action<ServiceEmetteur> verbe, CancellationToken arret)
    {
        var service = await db.Services.AsTracking().FirstOrDefaultAsync(s => s.Code == code, arret);
        if (service is null)
            db.Services.Add(service = ServiceEmetteur.Creer(code));
        if (service.Revision != revision)
            throw new PagePerimeeException(service.Id);
        verbe(service);
    }

    private async Task<IActionResult> MontrerAsync(string code, Func<ServicePage, ServicePage> avec, CancellationToken arret)
    {
        if (await ServicePage.ChargerAsync(db, papiers, reglements, User.ActeurRequis(), code, horloge.Aujourdhui, arret) is not { } page)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View(Vues + "Service.cshtml", avec(page));
    }
}
