using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The agenda and who sits: made before the opening, watched over during the session.</summary>
[Route("comite/seances/{id:guid}")]
public sealed class OrdreDuJourController(FitnContext db, RegistreDesReglements reglements, Horloge horloge, ActesDeSeance actes) : Controller
{
    [HttpPost("ordre-du-jour")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Inscrire([FromRoute] Guid id, PointFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, formulaire.Numero, "Dossier inscrit à l’ordre du jour.", formulaire, async a =>
            a.Seance.Inscrire(a.Exige, await reglements.VersionAsync(db, a.Exige.VersionReglement, arret), a.Acteur), arret, "#prets");

    [HttpPost("retrait")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Retirer([FromRoute] Guid id, RetraitFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, formulaire.Numero, "Dossier retiré de l’ordre du jour.", formulaire, a =>
            Fait(() => a.Seance.Retirer(a.Exige, formulaire.Motif!.Trim(), a.Acteur)), arret);

    [HttpPost("ordre")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Ordonner([FromRoute] Guid id, OrdreFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, formulaire.Numero, "Ordre du jour réordonné.", formulaire, async a =>
        {
            a.Seance.Ordonner(await NouvelOrdre.CalculerAsync(db, a.Seance, a.Dossier?.Id, formulaire.Sens, arret), a.Acteur);
            return Resultat.De([]);
        }, arret, formulaire.Numero is null ? "" : $"#{formulaire.Sens}-{formulaire.Numero}");

    [HttpPost("rapporteur")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Confier([FromRoute] Guid id, RapporteurFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, formulaire.Numero, string.IsNullOrEmpty(formulaire.Membre) ? "Ce point n’a plus de rapporteur." : "Rapporteur enregistré.", formulaire, a =>
            Fait(() => a.Seance.ConfierLeRapport(a.Exige.Id, string.IsNullOrEmpty(formulaire.Membre) ? null : formulaire.Membre, a.Acteur)), arret);

    [HttpPost("presences")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Pointer([FromRoute] Guid id, PresencesFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, formulaire.Revision, null, "Présences enregistrées.", formulaire, a =>
            Fait(() => a.Seance.Pointer(formulaire.Presences, a.Acteur)), arret);

    [HttpPost("deport")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Deporter([FromRoute] Guid id, DeportFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(id, null, formulaire.Numero ?? "", "Déport enregistré.", formulaire, a =>
            Fait(() => a.Seance.Deporter(a.Exige.Id, formulaire.Membre ?? "", formulaire.Motif!, a.Acteur, a.Instant)), arret);

    private static Task<Resultat> Fait(Action acte)
    {
        acte();
        return Task.FromResult(Resultat.De([]));
    }

    private async Task<IActionResult> ActerAsync(
        Guid id, int? revision, string? numero, string succes, object formulaire, Func<ActeEnSeance, Task<Resultat>> acte, CancellationToken arret, string ancre = "")
    {
        var acteur = User.ActeurRequis();
        if (!ModelState.IsValid)
            return await InvalideAsync(id, acteur, formulaire, arret);
        var resultat = await actes.ActerAsync(id, acteur, Droit.PreparerSeance, revision, numero, acte, arret);
        if (resultat is null)
            return NotFound();
        foreach (var constat in resultat.Refus)
            ModelState.AddModelError($"inscrire-{numero}", $"{numero} : {constat.Message}");
        if (!resultat.EstAccepte)
            return await InvalideAsync(id, acteur, formulaire, arret);
        TempData["Succes"] = succes;
        // The keyboard goes back to where it was, not to the top of the page.
        return Redirect($"/comite/seances/{id}{ancre}");
    }

    private async Task<IActionResult> InvalideAsync(Guid id, Acteur acteur, object formulaire, CancellationToken arret)
    {
        if (await SeancePage.ChargerAsync(db, reglements, id, acteur, horloge.Aujourdhui, arret) is not { PeutPreparer: true } page)
            return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Comite/Seance.cshtml", page with { Refuse = formulaire });
    }
}
