using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>One point: three forms for three decisions; the same forms rectify one that nobody was told of.</summary>
[Route("comite")]
public sealed class DecisionsController(FitnContext db, RegistreDesReglements reglements, Horloge horloge, Decisions decisions) : Controller
{
    [HttpGet("seances/{id:guid}/points/{numero}")]
    [Requiert(Droit.LireSeances)]
    public Task<IActionResult> Point(Guid id, string numero, CancellationToken arret) => AfficherAsync(id, numero, "Point", null, arret);

    [HttpGet("seances/{id:guid}/points/{numero}/accord")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Accord(Guid id, string numero, Guid? rectifie, CancellationToken arret) =>
        AfficherAsync(id, numero, "Accord", p => PourLaDecision.Accord(p), arret, rectifie);

    [HttpPost("seances/{id:guid}/points/{numero}/accord")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Accord(
        [FromRoute] Guid id,
        [FromRoute] string numero,
        AccordFormulaire formulaire,
        CancellationToken arret
    ) => DeciderAsync(id, numero, "Accord", formulaire, arret);

    [HttpGet("seances/{id:guid}/points/{numero}/a-revoir")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> ARevoir(Guid id, string numero, Guid? rectifie, CancellationToken arret) =>
        AfficherAsync(id, numero, "ARevoir", p => PourLaDecision.ARevoir(p), arret, rectifie);

    [HttpPost("seances/{id:guid}/points/{numero}/a-revoir")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> ARevoir(
        [FromRoute] Guid id,
        [FromRoute] string numero,
        ARevoirFormulaire formulaire,
        CancellationToken arret
    ) => DeciderAsync(id, numero, "ARevoir", formulaire, arret);

    [HttpGet("seances/{id:guid}/points/{numero}/refus")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Refus(Guid id, string numero, Guid? rectifie, CancellationToken arret) =>
        AfficherAsync(id, numero, "Refus", p => PourLaDecision.Refus(p), arret, rectifie);

    [HttpPost("seances/{id:guid}/points/{numero}/refus")]
    [Requiert(Droit.Decider)]
    public Task<IActionResult> Refus([FromRoute] Guid id, [FromRoute] string numero, RefusFormulaire formulaire, CancellationToken arret) =>
        DeciderAsync(id, numero, "Refus", formulaire, arret);

    /// <summary>Which of the three forms rectifies: an address of its own, so that a letter or a mail may link to it.</summary>
    [HttpGet("decisions/{id:guid}/rectification")]
    [Requiert(Droit.Decider)]
    public async Task<IActionResult> Rectifier(Guid id, CancellationToken arret)
    {
        var decision = await (
            from d in db.Decisions
            where d.Id == id
            join x in db.Dossiers.VisiblesPar(User.ActeurRequis(), Droit.Decider) on d.DossierId equals x.Id
            select new { d.SeanceId, x.Numero }
        ).FirstOrDefaultAsync(arret);
        return decision is null ? NotFound() : await AfficherAsync(decision.SeanceId, decision.Numero!, "Rectification", null, arret);
    }

    private async Task<IActionResult> AfficherAsync(
        Guid id,
        string numero,
        string vue,
        Func<PointPage, object>? formulaire,
        CancellationToken arret,
        Guid? rectifie = null
    )
    {
        if (await PointPage.ChargerAsync(db, reglements, id, numero, User.ActeurRequis(), arret) is not { } page)
            return NotFound();
        var possible =
            vue == "Point"
            || (vue == "Rectification" ? page.ARectifier : page.ADecider || (page.ARectifier && page.Decision?.Id == rectifie));
        if (!possible)
            return Redirect(page.Adresse);
        page = vue == "Point" ? await page.AvecSesVoisinsAsync(db, arret) : page;
        await PreparerAsync(page, vue, arret);
        return View($"/Features/Comite/{vue}.cshtml", formulaire?.Invoke(page) ?? page);
    }

    private async Task<IActionResult> DeciderAsync(
        Guid id,
        string numero,
        string vue,
        IFormulaireDeDecision formulaire,
        CancellationToken arret
    )
    {
        var acteur = User.ActeurRequis();
        if (await PointPage.ChargerAsync(db, reglements, id, numero, acteur, arret) is not { PeutDecider: true } page)
            return NotFound();
        if (formulaire is ARevoirFormulaire aRevoir)
            await VerifierAsync(aRevoir, page, arret);
        var demande = new DemandeDeDecision(id, page.Dossier.Id, formulaire.Revision, formulaire.Proposer(), acteur, horloge.Maintenant)
        {
            Rectification = formulaire.Rectifie is { } rectifiee
                ? (Tenue(page, rectifiee), Saisie.Propre(formulaire.MotifRectification) ?? "")
                : null,
        };
        var resultat = ModelState.IsValid ? await decisions.EnregistrerAsync(demande, arret) : null;
        if (resultat?.EstAccepte == true)
        {
            TempData["Succes"] =
                $"Décision {(formulaire.Rectifie is null ? "enregistrée" : "rectifiée")}. Le porteur n’en sait rien avant la notification.";
            TempData["Alertes"] = string.Join(
                ' ',
                resultat.Constats.Where(c => c.Resultat == ResultatConstat.Alerte).Select(c => c.Message)
            )
                is { Length: > 0 } a
                ? a
                : null;
            return Redirect(page.Adresse);
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        // A refusal is read beside the envelope that refused, not the one of before the wait.
        db.ChangeTracker.Clear();
        await PreparerAsync(await PointPage.ChargerAsync(db, reglements, id, numero, acteur, arret) ?? page, vue, arret);
        if (resultat is not null)
        {
            ViewData.Porter(
                new ChampsJuges([.. resultat.Constats.Where(c => c.Resultat is ResultatConstat.Bloquant or ResultatConstat.Alerte)])
            );
            ViewData.Porter(
                new RefusDActe([.. resultat.Refus], await db.CauseDuRefusAsync(resultat.Refus, page.Reglement, page.Dossier, arret))
            );
        }
        return View($"/Features/Comite/{vue}.cshtml", formulaire);
    }

    /// <summary>A point to improve and a dossier to connect with are among those that the page offers.</summary>
    private async Task VerifierAsync(ARevoirFormulaire formulaire, PointPage page, CancellationToken arret)
    {
        var cibles = PourLaDecision.Cibles(page).Select(c => c.Valeur).ToHashSet(StringComparer.Ordinal);
        foreach (
            var i in Enumerable
                .Range(0, formulaire.Axes.Count)
                .Where(i => formulaire.Axes[i].Cible is { Length: > 0 } cible && !cibles.Contains(cible))
        )
            ModelState.AddModelError($"Axes[{i}].Cible", "Choisissez dans la liste.");
        if (
            formulaire.Similaires.Count > 0
            && formulaire
                .Similaires.Except(
                    (await db.ProchesDeAsync(page.Dossier, arret)).Select(r => r.Valeur).Union(page.Decision?.Similaires ?? []),
                    StringComparer.Ordinal
                )
                .Any()
        )
            ModelState.AddModelError(nameof(formulaire.Similaires), "Choisissez parmi les dossiers proposés.");
    }

    /// <summary>Only a decision of this point is rectified here, and only the one that the page showed.</summary>
    private static Guid Tenue(PointPage page, Guid rectifiee) =>
        page.Decision?.Id == rectifiee ? rectifiee : throw new PagePerimeeException(page.Dossier.Id);

    private async Task PreparerAsync(PointPage page, string vue, CancellationToken arret)
    {
        ViewData.Porter(page);
        if (vue == "ARevoir")
            ViewData.Porter(new DossiersProches(await db.ProchesDeAsync(page.Dossier, arret)));
    }
}
