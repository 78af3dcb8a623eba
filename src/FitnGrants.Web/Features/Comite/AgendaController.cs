using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The address of an agenda that a calendar follows, and the file it gives.</summary>
/// <param name="Adresse">Whole, to copy; null when none is open.</param>
public sealed record AgendaPage(string? Adresse);

public sealed class AgendaController(FitnContext db, LiensDAgenda liens, SignInManager<Utilisateur> connexions, Horloge horloge)
    : Controller
{
    [HttpGet("comite/agenda")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Voir(CancellationToken arret)
    {
        var chemin = liens.Pour(await Moi.SingleAsync(arret));
        return View("/Features/Comite/Agenda.cshtml", new AgendaPage(chemin is null ? null : $"{Request.Scheme}://{Request.Host}{chemin}"));
    }

    /// <summary>Opens an address, in place of the one before.</summary>
    [HttpPost("comite/agenda")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Ouvrir(CancellationToken arret)
    {
        await Moi.ExecuteUpdateAsync(
            u =>
                u.SetProperty(x => x.Agenda, x => (x.AgendaDernier ?? 0) + 1)
                    .SetProperty(x => x.AgendaDernier, x => (x.AgendaDernier ?? 0) + 1),
            arret
        );
        TempData["Succes"] = "Adresse créée : copiez-la dans votre agenda.";
        return Redirect(Adresses.Agenda.Page);
    }

    [HttpPost("comite/agenda/fermeture")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Fermer(CancellationToken arret)
    {
        await Moi.ExecuteUpdateAsync(u => u.SetProperty(x => x.Agenda, (int?)null), arret);
        TempData["Succes"] = "Adresse fermée : plus aucun agenda ne la lit.";
        return Redirect(Adresses.Agenda.Page);
    }

    /// <summary>The sessions that its owner may read; nothing once the address is closed, or the account.</summary>
    [HttpGet("agenda/{jeton}.ics")]
    [Public]
    [EnableRateLimiting(LimitesDeDebit.Verifications)]
    public async Task<IActionResult> Suivre(string jeton, CancellationToken arret)
    {
        if (
            liens.Lire(jeton) is not var (id, rang)
            || await db.Users.Include(u => u.Habilitations).SingleOrDefaultAsync(u => u.Id == id && u.Agenda == rang, arret)
                is not { EstOuvert: true } personne
            || (await connexions.CreateUserPrincipalAsync(personne)).Acteur() is not { } acteur
            || !acteur.Peut(Droit.LireSeances)
        )
            return NotFound();
        var seances = await db.Seances.VisiblesPar(acteur, Droit.LireSeances).OrderBy(s => s.Jour).ToListAsync(arret);
        return File(
            FichierIcs.Ecrire(seances, $"{Request.Scheme}://{Request.Host}", horloge.Maintenant),
            "text/calendar; charset=utf-8",
            "seances.ics"
        );
    }

    private IQueryable<Utilisateur> Moi => db.Users.Where(u => u.Id == User.ActeurRequis().Id);
}
