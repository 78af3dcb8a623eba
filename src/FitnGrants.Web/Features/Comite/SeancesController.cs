using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The sessions of a région: list, one of them, a new one, the calendar to subscribe to.</summary>
[Route("comite")]
public sealed class SeancesController(FitnContext db, RegistreDesReglements reglements, Horloge horloge) : Controller
{
    [HttpGet("seances")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Liste(CancellationToken arret) =>
        View("/Features/Comite/Liste.cshtml", await SeancesPage.ChargerAsync(db, reglements, User.ActeurRequis(), arret));

    [HttpGet("seances/{id:guid}")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Voir(Guid id, CancellationToken arret) =>
        await SeancePage.ChargerAsync(db, reglements, id, User.ActeurRequis(), horloge.Aujourdhui, arret) is { } page
            ? View("/Features/Comite/Seance.cshtml", page)
            : NotFound();

    [HttpGet("seances.ics")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Calendrier(Guid? seance, CancellationToken arret)
    {
        var seances = await db
            .Seances.VisiblesPar(User.ActeurRequis(), Droit.LireSeances)
            .Where(s => seance == null || s.Id == seance)
            .OrderBy(s => s.Jour)
            .ToListAsync(arret);
        return seance is not null && seances.Count == 0
            ? NotFound()
            : File(
                FichierIcs.Ecrire(seances, $"{Request.Scheme}://{Request.Host}", horloge.Maintenant),
                "text/calendar; charset=utf-8",
                "seances.ics"
            );
    }

    [HttpGet("seances/nouvelle")]
    [Requiert(Droit.PreparerSeance)]
    public IActionResult Nouvelle() => Proposer(new NouvelleSeanceFormulaire { Dispositifs = [.. Offerts().Select(r => r.Code)] });

    [HttpPost("seances")]
    [Requiert(Droit.PreparerSeance)]
    public async Task<IActionResult> Planifier(NouvelleSeanceFormulaire formulaire, CancellationToken arret)
    {
        var choisis = Offerts().Where(r => formulaire.Dispositifs.Contains(r.Code, StringComparer.Ordinal)).ToList();
        if (ModelState.IsValid && choisis.Count == 0)
            ModelState.AddModelError(nameof(formulaire.Dispositifs), "Choisissez parmi les dispositifs de votre région.");
        var jour = formulaire.Lue.Jour;
        if (ModelState.IsValid && Seance.ObstacleAuJour(jour!.Value, formulaire.AuMois, horloge.Aujourdhui) is { } obstacle)
            ModelState.AddModelError(nameof(formulaire.Jour), obstacle);
        if (!ModelState.IsValid)
            return Proposer(formulaire, StatusCodes.Status422UnprocessableEntity);
        var acteur = User.ActeurRequis();
        var instance = choisis[0].Instance;
        var nouvelle = Seance.Planifier(
            instance,
            choisis[0].Region,
            [.. choisis.Select(r => r.Code)],
            reglements.EnVigueur.Where(r => r.Instance.Code == instance.Code).SelectMany(r => r.Departements),
            new(jour!.Value, formulaire.AuMois, null, null),
            acteur
        );
        return await AjouterAsync(nouvelle, formulaire, acteur, arret);
    }

    private async Task<IActionResult> AjouterAsync(
        Seance nouvelle,
        NouvelleSeanceFormulaire formulaire,
        Acteur acteur,
        CancellationToken arret
    )
    {
        try
        {
            await db.ActeAsync(acteur, horloge.Maintenant, () => Task.FromResult(db.Seances.Add(nouvelle)), arret);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: SeanceConfiguration.UneSeanceParJour })
        {
            ModelState.AddModelError(
                nameof(formulaire.Jour),
                Francais.Typographier(
                    $"Une séance est déjà prévue {nouvelle.Du[(nouvelle.Du.IndexOf(' ', StringComparison.Ordinal) + 1)..]}."
                )
            );
            return Proposer(formulaire, StatusCodes.Status422UnprocessableEntity);
        }
        TempData["Succes"] = "Séance planifiée. Les dossiers prêts peuvent y être inscrits.";
        return Redirect(Adresses.Seances.Une(nouvelle.Id));
    }

    /// <summary>The dispositifs of the secretary's régions.</summary>
    private IEnumerable<Domain.Dispositifs.Reglement> Offerts()
    {
        var regions = User.ActeurRequis().Pour(Droit.PreparerSeance).Select(h => h.Region).ToHashSet(StringComparer.Ordinal);
        return reglements.EnVigueur.Where(r => regions.Contains(r.Region));
    }

    private ViewResult Proposer(NouvelleSeanceFormulaire formulaire, int code = StatusCodes.Status200OK)
    {
        Response.StatusCode = code;
        ViewData.Porter(new DispositifsOfferts([.. Offerts()]));
        return View("/Features/Comite/Nouvelle.cshtml", formulaire);
    }
}
