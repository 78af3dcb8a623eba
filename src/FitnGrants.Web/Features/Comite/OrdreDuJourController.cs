using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The agenda and who sits: made before the opening, watched over during the session.</summary>
[Route("comite/seances/{id:guid}")]
public sealed class OrdreDuJourController(FitnContext db, RegistreDesReglements reglements, Horloge horloge, Actes actes) : Controller
{
    [HttpPost("ordre-du-jour")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Inscrire([FromRoute] Guid id, PointFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            id,
            formulaire.Revision,
            formulaire.Numero,
            "Dossier inscrit à l’ordre du jour.",
            formulaire,
            async a => a.Seance.Inscrire(a.Dossier, await reglements.VersionAsync(db, a.Dossier.VersionReglement, arret), a.Acteur),
            arret,
            "#prets"
        );

    [HttpPost("retrait")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Retirer([FromRoute] Guid id, RetraitFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            id,
            formulaire.Revision,
            formulaire.Numero,
            "Dossier retiré de l’ordre du jour.",
            formulaire,
            Actes.Sans(a => a.Seance.Retirer(a.Dossier, formulaire.Motif!.Trim(), a.Acteur)),
            arret
        );

    [HttpPost("ordre")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Ordonner([FromRoute] Guid id, OrdreFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            id,
            formulaire.Revision,
            formulaire.Numero,
            "Ordre du jour réordonné.",
            formulaire,
            async a =>
            {
                a.Seance.Ordonner(await NouvelOrdre.CalculerAsync(db, a.Seance, a.LeDossier?.Id, formulaire.Sens, arret), a.Acteur);
                return Actes.Rien;
            },
            arret,
            formulaire.Numero is null ? "" : $"#{formulaire.Sens}-{formulaire.Numero}"
        );

    [HttpPost("rapporteur")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Confier([FromRoute] Guid id, RapporteurFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            id,
            formulaire.Revision,
            formulaire.Numero,
            string.IsNullOrEmpty(formulaire.Membre) ? "Ce point n’a plus de rapporteur." : "Rapporteur enregistré.",
            formulaire,
            Actes.Sans(a =>
                a.Seance.ConfierLeRapport(a.Dossier.Id, string.IsNullOrEmpty(formulaire.Membre) ? null : formulaire.Membre, a.Acteur)
            ),
            arret
        );

    [HttpPost("presences")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Pointer([FromRoute] Guid id, PresencesFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            id,
            formulaire.Revision,
            null,
            "Présences enregistrées.",
            formulaire,
            Actes.Sans(a => a.Seance.Pointer(formulaire.Presences, a.Acteur)),
            arret
        );

    [HttpPost("deport")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Deporter([FromRoute] Guid id, DeportFormulaire formulaire, CancellationToken arret)
    {
        if (string.IsNullOrEmpty(formulaire.Numero))
            ModelState.AddModelError("deport", "Choisissez le point dont ce membre se déporte.");
        return ActerAsync(
            id,
            null,
            formulaire.Numero,
            "Déport enregistré.",
            formulaire,
            Actes.Sans(a => a.Seance.Deporter(a.Dossier.Id, formulaire.Membre ?? "", formulaire.Motif!, a.Acteur, a.Instant)),
            arret
        );
    }

    private Task<IActionResult> ActerAsync(
        Guid id,
        int? revision,
        string? numero,
        string succes,
        object formulaire,
        Func<ActeEnCours, Task<Resultat>> acte,
        CancellationToken arret,
        string ancre = ""
    ) =>
        actes.RepondreAsync(
            this,
            ActeDemande.EnSeance(id, User.ActeurRequis(), Droit.PreparerSeance, revision, numero),
            acte,
            // The keyboard goes back to where it was, not to the top of the page.
            new ReponseDActe(succes, $"{Adresses.Seances.Une(id)}{ancre}", r =>
            {
                foreach (var constat in r?.Refus ?? [])
                    ModelState.AddModelError($"inscrire-{numero}", $"{numero} : {constat.Message}");
                return InvalideAsync(id, User.ActeurRequis(), formulaire, arret);
            }),
            arret
        );

    private async Task<IActionResult> InvalideAsync(Guid id, Acteur acteur, object formulaire, CancellationToken arret)
    {
        if (await SeancePage.ChargerAsync(db, reglements, id, acteur, horloge.Aujourdhui, arret) is not { PeutPreparer: true } page)
            return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Comite/Seance.cshtml", page with { Refuse = formulaire });
    }
}
