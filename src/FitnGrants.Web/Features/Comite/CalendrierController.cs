using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Features.Comite;

/// <summary>A session is moved, cancelled, opened, closed.</summary>
[Route("comite/seances/{id:guid}")]
public sealed class CalendrierController(
    FitnContext db,
    RegistreDesReglements reglements,
    Horloge horloge,
    Actes actes,
    Minutes minutes,
    Archives archives,
    ILogger<CalendrierController> journal
) : Controller
{
    [HttpGet("deplacement")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Deplacer(Guid id, CancellationToken arret) =>
        DemanderAsync(id, "Deplacement", p => new DeplacementFormulaire { Revision = p.Seance.Revision }, StatusCodes.Status200OK, arret);

    [HttpPost("deplacement")]
    [Requiert(Droit.PreparerSeance)]
    public async Task<IActionResult> Deplacer([FromRoute] Guid id, DeplacementFormulaire formulaire, CancellationToken arret)
    {
        var jour = formulaire.Lue.Jour;
        if (jour is { } j && Seance.ObstacleAuJour(j, formulaire.AuMois, horloge.Aujourdhui) is { } obstacle)
            ModelState.AddModelError(nameof(formulaire.Jour), obstacle);
        if (!ModelState.IsValid)
            return await DemanderAsync(id, "Deplacement", _ => formulaire, StatusCodes.Status422UnprocessableEntity, arret);
        try
        {
            return await FaireAsync(
                id,
                formulaire.Revision,
                "Séance déplacée. Les membres et les porteurs de l’ordre du jour sont prévenus.",
                Actes.Sans(a => a.Seance.Deplacer(jour!.Value, formulaire.AuMois, formulaire.Motif!, a.Acteur, a.Instant)),
                arret
            );
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: SeanceConfiguration.UneSeanceParJour })
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError(nameof(formulaire.Jour), "Une autre séance est déjà prévue à cette date.");
            return await DemanderAsync(id, "Deplacement", _ => formulaire, StatusCodes.Status422UnprocessableEntity, arret);
        }
    }

    [HttpGet("annulation")]
    [Requiert(Droit.PreparerSeance)]
    public Task<IActionResult> Annuler(Guid id, CancellationToken arret) =>
        DemanderAsync(id, "Annulation", p => new AnnulationFormulaire(p.Seance.Revision, null), StatusCodes.Status200OK, arret);

    [HttpPost("annulation")]
    [Requiert(Droit.PreparerSeance)]
    public async Task<IActionResult> Annuler([FromRoute] Guid id, AnnulationFormulaire formulaire, CancellationToken arret) =>
        !ModelState.IsValid
            ? await DemanderAsync(id, "Annulation", _ => formulaire, StatusCodes.Status422UnprocessableEntity, arret)
            : await FaireAsync(
                id,
                formulaire.Revision,
                "Séance annulée. Ses dossiers sont à nouveau prêts pour une autre séance.",
                async a =>
                {
                    a.Seance.Annuler(await InscritsAsync(a.Seance, arret), formulaire.Motif!, a.Acteur);
                    return Actes.Rien;
                },
                arret
            );

    [HttpPost("ouverture")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Ouvrir([FromRoute] Guid id, SeanceFormulaire formulaire, CancellationToken arret) =>
        FaireAsync(
            id,
            formulaire.Revision,
            "Séance ouverte. Vous pouvez décider chaque point.",
            Actes.Sans(a => a.Seance.Ouvrir(a.Acteur, a.Instant)),
            arret
        );

    [HttpPost("cloture")]
    [Requiert(Droit.Decider)]
    public async Task<IActionResult> Cloturer([FromRoute] Guid id, SeanceFormulaire formulaire, CancellationToken arret)
    {
        var reponse = await FaireAsync(
            id,
            formulaire.Revision,
            "Séance clôturée. Ses décisions ne se prennent plus ; le relevé et le procès-verbal se lisent ici.",
            Actes.Sans(a => a.Seance.Cloturer(a.Acteur, a.Instant)),
            arret
        );
        if (reponse is RedirectResult)
            await FigerAsync(id);
        return reponse;
    }

    /// <summary>
    /// After the act, which never waits for a PDF: what fails here is rendered at the first reading, from the same facts.
    /// </summary>
    private async Task FigerAsync(Guid id)
    {
        try
        {
            var seance = await db.Seances.Include(s => s.Points).SingleAsync(s => s.Id == id);
            // Without who chaired, or who was there, they stay a draft.
            foreach (var type in new[] { "releve", "proces-verbal" }.Where(t => Minutes.ManquesDe(seance, t).Count == 0))
                await archives.ObtenirAsync(
                    id,
                    (await minutes.ProduireAsync(seance, type, Lecteur.DeLInstance, CancellationToken.None)).Document,
                    CancellationToken.None
                );
        }
        catch (Exception e)
        {
            journal.LogError(e, "Les documents de la séance {Seance} seront produits à leur première lecture.", id);
        }
    }

    private async Task<IActionResult> FaireAsync(
        Guid id,
        int revision,
        string succes,
        Func<ActeEnCours, Task<Resultat>> acte,
        CancellationToken arret
    )
    {
        if (await actes.FaireAsync(ActeDemande.EnSeance(id, User.ActeurRequis(), Droit.PreparerSeance, revision), acte, arret) is null)
            return NotFound();
        TempData["Succes"] = succes;
        return Redirect(Adresses.Seances.Une(id));
    }

    private async Task<IActionResult> DemanderAsync(
        Guid id,
        string vue,
        Func<SeancePage, object> formulaire,
        int code,
        CancellationToken arret
    )
    {
        if (
            await SeancePage.ChargerAsync(db, reglements, id, User.ActeurRequis(), horloge.Aujourdhui, arret)
            is not { PeutPreparer: true } page
        )
            return NotFound();
        if (page.Seance.Etat != EtatSeance.Planifiee)
            return Redirect(Adresses.Seances.Une(id));
        Response.StatusCode = code;
        ViewData.Porter(page);
        return View($"/Features/Comite/{vue}.cshtml", formulaire(page));
    }

    private Task<List<Dossier>> InscritsAsync(Seance seance, CancellationToken arret)
    {
        Guid[] ids = [.. seance.Points.Where(p => p.Etat == EtatPoint.Inscrit).Select(p => p.DossierId)];
        return db.Dossiers.AsTracking().Where(d => ids.Contains(d.Id)).ToListAsync(arret);
    }
}
