using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Instruction;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Consultations;

/// <summary>Avis asked about a dossier.</summary>
public sealed record ConsultationsPage(string Numero, string Titre, string Porteur, EtatDossier Etat, IReadOnlyList<Consultation> Consultations, DateOnly Aujourdhui);

/// <summary>The service asks others for their avis, asks again, or gives it up.</summary>
[Route("instruction/{numero}/consultations")]
[Requiert(Droit.Instruire)]
public sealed class ConsultationsController(FitnContext db, Horloge horloge) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Lire(string numero, CancellationToken arret) => MontrerAsync(numero, new ConsultationFormulaire(), arret);

    [HttpPost("")]
    public async Task<IActionResult> Demander([FromRoute] string numero, ConsultationFormulaire formulaire, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), horloge.Maintenant);
        if (!ModelState.IsValid)
            return await MontrerAsync(numero, formulaire, arret);
        if (await db.Dossiers.InstruitsPar(acteur).FirstOrDefaultAsync(d => d.Numero == numero, arret) is not { } dossier)
            return NotFound();
        await db.ActeAsync(acteur, instant, () => Task.FromResult(db.Consultations.Add(Consultation.Demander(dossier, new DemandeDAvis(
            acteur, instant, Saisie.Propre(formulaire.Service)!, Saisie.Propre(formulaire.Adresse)!, Saisie.Propre(formulaire.Question)!,
            Saisie.Date(formulaire.AvantLe)!.Value, formulaire.Confidentielle)))), arret);
        TempData["Succes"] = "Avis demandé." + (Saisie.Date(formulaire.AvantLe) > horloge.Aujourdhui.AddDays(3) ? " Un rappel part tout seul trois jours avant la date." : "");
        return Redirect($"/instruction/{numero}/consultations{Request.Suite()}");
    }

    [HttpPost("{id:guid}/relance")]
    public Task<IActionResult> Relancer([FromRoute] string numero, [FromRoute] Guid id, CancellationToken arret) => ActerAsync(numero, id, "Rappel envoyé.", (c, acteur, instant) =>
        c.Relancer(acteur, instant), arret);

    [HttpPost("{id:guid}/retrait")]
    public Task<IActionResult> Retirer([FromRoute] string numero, [FromRoute] Guid id, CancellationToken arret) =>
        ActerAsync(numero, id, "Cet avis n’est plus demandé.", (c, acteur, instant) => c.Retirer(acteur, instant), arret);

    private async Task<IActionResult> ActerAsync(string numero, Guid id, string succes, Action<Consultation, Acteur, DateTimeOffset> acte, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), horloge.Maintenant);
        var dossier = await db.Dossiers.AsNoTracking().InstruitsPar(acteur).FirstOrDefaultAsync(d => d.Numero == numero, arret);
        if (dossier is null || await db.Consultations.FirstOrDefaultAsync(c => c.Id == id && c.DossierId == dossier.Id, arret) is not { } consultation)
            return NotFound();
        await db.ActeAsync(acteur, instant, () =>
        {
            acte(consultation, acteur, instant);
            return Task.CompletedTask;
        }, arret);
        TempData["Succes"] = succes;
        return Redirect($"/instruction/{numero}/consultations{Request.Suite()}");
    }

    private async Task<IActionResult> MontrerAsync(string numero, ConsultationFormulaire formulaire, CancellationToken arret)
    {
        var lu = await (from d in db.Dossiers.AsNoTracking().InstruitsPar(User.ActeurRequis())
                        where d.Numero == numero
                        join c in db.Collectivites on d.Siren equals c.Siren
                        select new ConsultationsPage(numero, d.Titre, c.Nom, d.Etat, db.Consultations.Where(x => x.DossierId == d.Id).OrderByDescending(x => x.DemandeeLe).ToList(), horloge.Aujourdhui)).FirstOrDefaultAsync(arret);
        if (lu is null)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData["Page"] = lu;
        return View("/Features/Consultations/Demandes.cshtml", formulaire);
    }
}
