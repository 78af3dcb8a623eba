using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>Sessions and their agenda.</summary>
[Route("comite/seances")]
public sealed class SeancesController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    [HttpGet("")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Liste(CancellationToken arret) =>
        View("/Features/Comite/Liste.cshtml", await SeancesPage.ChargerAsync(db, User.ActeurRequis(), horloge.Aujourdhui, arret));

    [HttpGet("{id:guid}")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Voir(Guid id, CancellationToken arret) =>
        await SeancePage.ChargerAsync(db, reglements, id, User.ActeurRequis(), horloge.Aujourdhui, arret) is { } page
            ? View("/Features/Comite/Seance.cshtml", page)
            : NotFound();

    [HttpPost("{id:guid}/ordre-du-jour")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Inscrire([FromRoute] Guid id, PointFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, formulaire.Numero, "Dossier inscrit à l’ordre du jour.", (seance, dossier, acteur) =>
            seance.Inscrire(dossier!, reglements.DeSaVersion(dossier!.Dispositif, dossier.VersionReglement).DelaiOrdreDuJourJours, acteur), arret);

    [HttpPost("{id:guid}/retrait")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Retirer([FromRoute] Guid id, RetraitFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, formulaire.Numero, "Dossier retiré de l’ordre du jour.", (seance, dossier, acteur) =>
            seance.Retirer(dossier!, formulaire.Motif!.Trim(), acteur), arret, formulaire);

    [HttpPost("{id:guid}/ouverture")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Ouvrir([FromRoute] Guid id, SeanceFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, null, "Séance ouverte. Vous pouvez décider chaque point.", (seance, _, acteur) =>
            seance.Ouvrir(acteur, horloge.Maintenant), arret);

    [HttpPost("{id:guid}/cloture")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Cloturer([FromRoute] Guid id, SeanceFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, null, "Séance clôturée.", (seance, _, acteur) => seance.Cloturer(acteur, horloge.Maintenant), arret);

    private async Task<IActionResult> ActerAsync(
        Guid id, int revision, string? numero, string succes, Action<Seance, Domain.Dossiers.Dossier?, Acteur> acte, CancellationToken arret,
        RetraitFormulaire? retrait = null)
    {
        var acteur = User.ActeurRequis();
        var seance = await db.Seances.Include(s => s.Points).VisiblesPar(acteur, Droit.PreparerSeance).FirstOrDefaultAsync(s => s.Id == id, arret);
        var dossier = numero is null ? null : await db.Dossiers.VisiblesPar(acteur, Droit.PreparerSeance).FirstOrDefaultAsync(d => d.Numero == numero, arret);
        if (seance is null || (numero is not null && dossier is null))
            return NotFound();
        if (!ModelState.IsValid)
            return await InvalideAsync(id, acteur, retrait, arret);
        if (seance.Revision != revision)
            throw new PagePerimeeException();
        await db.ActeAsync(acteur, horloge.Maintenant, () =>
        {
            acte(seance, dossier, acteur);
            return Task.CompletedTask;
        }, arret);
        TempData["Succes"] = succes;
        return Redirect($"/comite/seances/{id}");
    }

    private async Task<IActionResult> InvalideAsync(Guid id, Acteur acteur, RetraitFormulaire? retrait, CancellationToken arret)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await SeancePage.ChargerAsync(db, reglements, id, acteur, horloge.Aujourdhui, arret);
        return View("/Features/Comite/Seance.cshtml", page! with { Retrait = retrait });
    }
}
