using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Comite;

/// <summary>What a member does about a point before it is called: its opinion, or its withdrawal.</summary>
[Route("comite/seances/{id:guid}/points/{numero}")]
public sealed class MembresController(FitnContext db, RegistreDesReglements reglements, Actes actes) : Controller
{
    [HttpGet("avis")]
    [Requiert(Droit.Sieger)]
    public Task<IActionResult> Opiner(Guid id, string numero, CancellationToken arret) =>
        DemanderAsync(
            id,
            numero,
            "Opinion",
            p =>
                p.MonAvis is { } a
                    ? new AvisDeMembreFormulaire
                    {
                        Remplace = a.Le.UtcTicks,
                        Sens = a.Sens,
                        Texte = a.Texte,
                    }
                    : new AvisDeMembreFormulaire(),
            arret
        );

    [HttpPost("avis")]
    [Requiert(Droit.Sieger)]
    public Task<IActionResult> Opiner(
        [FromRoute] Guid id,
        [FromRoute] string numero,
        AvisDeMembreFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            id,
            numero,
            "Opinion",
            formulaire,
            "Avis enregistré. Les membres et le secrétariat le lisent.",
            (a, membre) =>
            {
                var present = a
                    .Seance.Points.FirstOrDefault(p => p.DossierId == a.Dossier.Id && p.Etat == EtatPoint.Inscrit)
                    ?.Avis.FirstOrDefault(x => x.Membre == membre);
                if (present?.Le.UtcTicks != formulaire.Remplace)
                    throw new PagePerimeeException(a.Seance.Id);
                a.Seance.Opiner(a.Dossier.Id, membre, formulaire.Sens!.Value, Saisie.Propre(formulaire.Texte), a.Acteur, a.Instant);
            },
            arret
        );

    [HttpGet("deport")]
    [Requiert(Droit.Sieger)]
    public Task<IActionResult> Deporter(Guid id, string numero, CancellationToken arret) =>
        DemanderAsync(id, numero, "Deport", _ => new DeportFormulaire(null, null, null), arret);

    [HttpPost("deport")]
    [Requiert(Droit.Sieger)]
    public Task<IActionResult> Deporter(
        [FromRoute] Guid id,
        [FromRoute] string numero,
        DeportFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            id,
            numero,
            "Deport",
            formulaire,
            "Déport enregistré. Vous ne lisez plus la délibération de ce point.",
            (a, membre) => a.Seance.Deporter(a.Dossier.Id, membre, formulaire.Motif!, a.Acteur, a.Instant),
            arret
        );

    private async Task<IActionResult> DemanderAsync(
        Guid id,
        string numero,
        string vue,
        Func<PointPage, object> formulaire,
        CancellationToken arret,
        int code = StatusCodes.Status200OK
    )
    {
        if (await PointPage.ChargerAsync(db, reglements, id, numero, User.ActeurRequis(), arret) is not { Membre: not null } page)
            return NotFound();
        if (!page.PeutOpiner)
            return Redirect(page.Adresse);
        Response.StatusCode = code;
        ViewData.Porter(page);
        return View($"/Features/Comite/{vue}.cshtml", formulaire(page));
    }

    private async Task<IActionResult> FaireAsync(
        Guid id,
        string numero,
        string vue,
        object formulaire,
        string succes,
        Action<ActeEnCours, string> acte,
        CancellationToken arret
    )
    {
        if (!ModelState.IsValid)
            return await DemanderAsync(id, numero, vue, _ => formulaire, arret, StatusCodes.Status422UnprocessableEntity);
        var siege = true;
        var fait = await actes.FaireAsync(
            ActeDemande.EnSeance(id, User.ActeurRequis(), Droit.Sieger, null, numero),
            Actes.Sans(a =>
            {
                var membre = a.Seance.MembreDe(a.Acteur, Droit.Sieger);
                siege = membre is not null;
                if (membre is not null)
                    acte(a, membre);
            }),
            arret
        );
        if (fait is null || !siege)
            return NotFound();
        TempData["Succes"] = succes;
        return Redirect(Adresses.Seances.Point(id, numero));
    }
}
