using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The live screen, and what the secretary puts on it.</summary>
[Route("comite/seances/{id:guid}")]
public sealed class DirectController(FitnContext db, RegistreDesReglements reglements, Actes actes) : Controller
{
    [HttpGet("direct")]
    [Requiert(Droit.LireSeances)]
    public Task<IActionResult> Voir(Guid id, string? montant, CancellationToken arret) =>
        MontrerAsync(id, montant, "/Features/Comite/Direct.cshtml", arret);

    /// <summary>The same without its frame: what the page asks for every second or so.</summary>
    [HttpGet("direct/etat")]
    [Requiert(Droit.LireSeances)]
    public Task<IActionResult> Etat(Guid id, string? montant, CancellationToken arret) =>
        MontrerAsync(id, montant, "/Features/Comite/_Direct.cshtml", arret);

    /// <summary>Tries an amount without script: nothing is recorded.</summary>
    [HttpPost("direct")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Essayer([FromRoute] Guid id, string? montant, CancellationToken arret) =>
        await db.Seances.VisiblesPar(User.ActeurRequis(), Droit.LireSeances).AnyAsync(s => s.Id == id, arret)
            ? Redirect(Adresses.Seances.Direct(id) + QueryString.Create("montant", montant ?? ""))
            : NotFound();

    [HttpPost("appel")]
    [Requiert(Droit.Decider)]
    public async Task<IActionResult> Appeler([FromRoute] Guid id, PointFormulaire formulaire, CancellationToken arret) =>
        ModelState.IsValid
        && await actes.FaireAsync(
            ActeDemande.EnSeance(id, User.ActeurRequis(), Droit.Decider, null, formulaire.Numero),
            Actes.Sans(a => a.Seance.Appeler(a.Dossier.Id, a.Acteur, a.Instant)),
            arret
        )
            is not null
            ? Redirect($"{Adresses.Seances.Direct(id)}#appel-{formulaire.Numero}")
            : NotFound();

    [HttpPost("points/{numero}/proposition")]
    [Requiert(Droit.Decider)]
    public async Task<IActionResult> Proposer(
        [FromRoute] Guid id,
        [FromRoute] string numero,
        PropositionFormulaire formulaire,
        CancellationToken arret
    )
    {
        var montant = ModelState.IsValid && formulaire.Type == TypeDecision.Accord ? Saisie.Montant(formulaire.Montant) : null;
        if (
            montant is { } m
            && await db
                .Dossiers.Where(d => d.Numero == numero && d.MontantDemande < m)
                .Select(d => d.MontantDemande)
                .FirstOrDefaultAsync(arret)
                is { } demande
        )
            ModelState.AddModelError(nameof(formulaire.Montant), $"Plus que demandé : proposez {demande} au plus.");
        if (!ModelState.IsValid)
        {
            ViewData.Porter(formulaire);
            return await MontrerAsync(id, null, "/Features/Comite/Direct.cshtml", arret, StatusCodes.Status422UnprocessableEntity);
        }
        return
            await actes.FaireAsync(
                ActeDemande.EnSeance(id, User.ActeurRequis(), Droit.Decider, null, numero),
                Actes.Sans(a => a.Seance.Proposer(a.Dossier.Id, formulaire.Type!.Value, montant, a.Acteur, a.Instant)),
                arret
            )
                is not null
            ? Redirect($"{Adresses.Seances.Direct(id)}#Montant")
            : NotFound();
    }

    private async Task<IActionResult> MontrerAsync(
        Guid id,
        string? montant,
        string vue,
        CancellationToken arret,
        int code = StatusCodes.Status200OK
    )
    {
        // An amount half typed is no amount: the figures of the proposal stay.
        var hypothese = Saisie.Montant(montant) is { } m && m > Euros.Zero ? m : (Euros?)null;
        if (await DirectPage.ChargerAsync(db, reglements, id, User.ActeurRequis(), hypothese, arret) is not { } page)
            return NotFound();
        Response.StatusCode = code;
        return View(vue, page with { Illisible = hypothese is null && !string.IsNullOrWhiteSpace(montant) });
    }
}
