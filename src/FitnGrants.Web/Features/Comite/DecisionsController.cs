using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>One point: three forms for three decisions, then the notification.</summary>
[Route("comite")]
public sealed class DecisionsController(FitnContext db, RegistreDesReglements reglements, Horloge horloge, Decisions decisions) : Controller
{
    [HttpGet("seances/{id:guid}/points/{numero}")]
    [Requiert(Droit.LireSeances)]
    public Task<IActionResult> Point(Guid id, string numero, CancellationToken arret) => AfficherAsync(id, numero, "Point", null, arret);

    [HttpGet("seances/{id:guid}/points/{numero}/accord")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Accord(Guid id, string numero, CancellationToken arret) =>
        AfficherAsync(id, numero, "Accord", p => new AccordFormulaire { Revision = p.Revision, Montant = p.Demande is { } m ? Francais.Saisie(m) : null }, arret);

    [HttpPost("seances/{id:guid}/points/{numero}/accord")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Accord([FromRoute] Guid id, [FromRoute] string numero, AccordFormulaire formulaire, CancellationToken arret) =>
        DeciderAsync(id, numero, "Accord", formulaire, arret);

    [HttpGet("seances/{id:guid}/points/{numero}/a-revoir")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> ARevoir(Guid id, string numero, CancellationToken arret) =>
        AfficherAsync(id, numero, "ARevoir", p => new ARevoirFormulaire { Revision = p.Revision, Referent = p.Reglement.Accompagnement }, arret);

    [HttpPost("seances/{id:guid}/points/{numero}/a-revoir")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> ARevoir([FromRoute] Guid id, [FromRoute] string numero, ARevoirFormulaire formulaire, CancellationToken arret) =>
        DeciderAsync(id, numero, "ARevoir", formulaire, arret);

    [HttpGet("seances/{id:guid}/points/{numero}/refus")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Refus(Guid id, string numero, CancellationToken arret) =>
        AfficherAsync(id, numero, "Refus", p => new RefusFormulaire { Revision = p.Revision }, arret);

    [HttpPost("seances/{id:guid}/points/{numero}/refus")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Refus([FromRoute] Guid id, [FromRoute] string numero, RefusFormulaire formulaire, CancellationToken arret) =>
        DeciderAsync(id, numero, "Refus", formulaire, arret);

    [HttpPost("decisions/{id:guid}/notification")]
    [Requiert(Droit.Notifier)]
    public async Task<IActionResult> Notifier([FromRoute] Guid id, SeanceFormulaire formulaire, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        var decision = await db.Decisions.FirstOrDefaultAsync(d => d.Id == id, arret);
        var dossier = decision is null
            ? null
            : await db.Dossiers.VisiblesPar(acteur, Droit.Notifier).FirstOrDefaultAsync(d => d.Id == decision.DossierId, arret);
        if (dossier is null)
            return NotFound();
        if (dossier.NotificationEnAttente && dossier.Revision != formulaire.Revision)
            throw new PagePerimeeException();
        await db.ActeAsync(acteur, horloge.Maintenant, () =>
        {
            dossier.Notifier(decision!, acteur, horloge.Maintenant.ToUniversalTime());
            db.Courriels.Add(Courriers.Notifie(dossier, decision!, horloge.Maintenant));
            return Task.CompletedTask;
        }, arret);
        TempData["Succes"] = "Décision notifiée. Le porteur la lit dans son espace, avec sa lettre.";
        return Redirect($"/comite/seances/{decision!.SeanceId}/points/{dossier.Numero}");
    }

    private async Task<IActionResult> AfficherAsync(
        Guid id, string numero, string vue, Func<PointPage, object>? formulaire, CancellationToken arret)
    {
        if (await PointPage.ChargerAsync(db, reglements, id, numero, User.ActeurRequis(), arret) is not { } page)
            return NotFound();
        if (formulaire is not null && !page.ADecider)
            return Redirect(page.Adresse);
        ViewData["Point"] = page;
        return View($"/Features/Comite/{vue}.cshtml", formulaire?.Invoke(page) ?? page);
    }

    private async Task<IActionResult> DeciderAsync(Guid id, string numero, string vue, IFormulaireDeDecision formulaire, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (await PointPage.ChargerAsync(db, reglements, id, numero, acteur, arret) is not { PeutDecider: true } page)
            return NotFound();
        var resultat = ModelState.IsValid
            ? await decisions.EnregistrerAsync(id, page.DossierId, formulaire.Revision, formulaire.Proposer(), acteur, horloge.Maintenant, arret)
            : null;
        if (resultat?.EstAccepte == true)
        {
            TempData["Succes"] = "Décision enregistrée. Le porteur n’en sait rien avant la notification.";
            TempData["Alertes"] = string.Join(' ', resultat.Constats.Where(c => c.Resultat == ResultatConstat.Alerte).Select(c => c.Message)) is { Length: > 0 } a ? a : null;
            return Redirect(page.Adresse);
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ViewData["Point"] = page;
        ViewData[Composants.ChampDeBase.Constats] = resultat?.Constats.Where(c => c.Resultat is ResultatConstat.Bloquant or ResultatConstat.Alerte).ToList();
        ViewData["Refus"] = resultat?.Refus;
        return View($"/Features/Comite/{vue}.cshtml", formulaire);
    }
}
