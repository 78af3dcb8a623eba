using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>From here the porteur knows: one decision, or all those of a session after a look at what goes to whom.</summary>
[Route("comite")]
public sealed class NotificationsController(FitnContext db, Horloge horloge) : Controller
{
    [HttpPost("decisions/{id:guid}/notification")]
    [Requiert(Droit.Notifier)]
    public async Task<IActionResult> Notifier([FromRoute] Guid id, SeanceFormulaire formulaire, CancellationToken arret)
    {
        var decision = await db.Decisions.FirstOrDefaultAsync(d => d.Id == id, arret);
        var dossier = decision is null ? null : await VisiblesAsync([decision.DossierId], arret);
        if (dossier is not [var seul])
            return NotFound();
        if (seul.NotificationEnAttente && seul.Revision != formulaire.Revision)
            throw new PagePerimeeException(seul.Id);
        await NotifierAsync([(decision!, seul)], arret);
        TempData["Succes"] = "Décision notifiée. Le porteur la lit dans son espace, avec sa lettre.";
        return Redirect($"/comite/seances/{decision!.SeanceId}/points/{seul.Numero}");
    }

    [HttpGet("seances/{id:guid}/notification")]
    [Requiert(Droit.Notifier)]
    public Task<IActionResult> Verifier(Guid id, CancellationToken arret) => MontrerAsync(id, null, arret);

    [HttpPost("seances/{id:guid}/notification")]
    [Requiert(Droit.Notifier)]
    public async Task<IActionResult> ToutNotifier([FromRoute] Guid id, NotificationsFormulaire formulaire, CancellationToken arret)
    {
        if (!ModelState.IsValid)
            return await MontrerAsync(id, formulaire, arret);
        var decisions = await db.Decisions.Where(d => d.SeanceId == id && formulaire.Decisions.Contains(d.Id)).ToListAsync(arret);
        var dossiers = await VisiblesAsync([.. decisions.Select(d => d.DossierId)], arret);
        // One that was rectified or told meanwhile is no longer what the page showed.
        if (decisions.Count != formulaire.Decisions.Distinct().Count() || dossiers.Count != decisions.Count || decisions.Exists(d => d.NotifieeLe is not null))
            throw new PagePerimeeException(id);
        await NotifierAsync([.. decisions.Join(dossiers, d => d.DossierId, x => x.Id, (d, x) => (d, x))], arret);
        TempData["Succes"] = Francais.Compte(decisions.Count, "décision notifiée", "décisions notifiées") + ". Chaque porteur lit la sienne dans son espace.";
        return Redirect($"/comite/seances/{id}");
    }

    private async Task NotifierAsync(IReadOnlyCollection<(Decision Decision, Dossier Dossier)> lot, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), horloge.Maintenant);
        await db.ActeAsync(acteur, instant, () =>
        {
            foreach (var (decision, dossier) in lot)
            {
                dossier.Notifier(decision, acteur, instant.ToUniversalTime());
                db.Courriels.Add(Courriers.Notifie(dossier, decision, instant));
            }
            return Task.CompletedTask;
        }, arret);
    }

    private Task<List<Dossier>> VisiblesAsync(IReadOnlyCollection<Guid> ids, CancellationToken arret) =>
        db.Dossiers.VisiblesPar(User.ActeurRequis(), Droit.Notifier).Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id).ToListAsync(arret);

    private async Task<IActionResult> MontrerAsync(Guid id, NotificationsFormulaire? refuse, CancellationToken arret)
    {
        if (await NotificationPage.ChargerAsync(db, id, User.ActeurRequis(), arret) is not { } page)
            return NotFound();
        Response.StatusCode = refuse is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData["Page"] = page;
        return View("/Features/Comite/Notification.cshtml", refuse ?? new NotificationsFormulaire { Decisions = [.. page.Lignes.Where(l => l.Obstacle is null).Select(l => l.Decision.Id)] });
    }
}

/// <summary>What will go to whom, before anything goes.</summary>
public sealed record NotificationPage(Seance Seance, IReadOnlyList<NotificationPage.Ligne> Lignes)
{
    /// <param name="Decision">The decision.</param>
    /// <param name="Numero">Its dossier.</param>
    /// <param name="Titre">Of the project.</param>
    /// <param name="Porteur">Who is told.</param>
    /// <param name="Comptes">How many accounts of the collectivité will read it.</param>
    public sealed record Ligne(Decision Decision, string Numero, string Titre, string Porteur, int Comptes)
    {
        /// <summary>Why it cannot go; null when it can.</summary>
        public string? Obstacle => Decision.NotifieeLe is { } le ? $"déjà notifiée le {Francais.DateEtHeure(le)}" : null;

        /// <summary>What deserves a look before it goes; null otherwise.</summary>
        public string? Alerte => Comptes == 0 ? "personne n’a de compte dans cette collectivité : la lettre est à envoyer par courrier" : null;
    }

    public static async Task<NotificationPage?> ChargerAsync(FitnContext db, Guid id, Acteur acteur, CancellationToken arret)
    {
        if (await db.Seances.AsNoTracking().VisiblesPar(acteur, Droit.Notifier).FirstOrDefaultAsync(s => s.Id == id, arret) is not { } seance)
            return null;
        var lignes = await (from d in db.Decisions.AsNoTracking()
                            where d.SeanceId == id
                            join x in db.Dossiers.AsNoTracking() on d.DossierId equals x.Id
                            join c in db.Collectivites.AsNoTracking() on x.Siren equals c.Siren
                            orderby d.EnregistreeLe
                            select new { Decision = d, x.Numero, x.Titre, c.Nom, Comptes = db.Habilitations.Where(h => h.Siren == x.Siren).Select(h => h.UtilisateurId).Distinct().Count() }).ToListAsync(arret);
        return new NotificationPage(seance, [.. lignes.Select(l => new Ligne(l.Decision, l.Numero!, l.Titre, l.Nom, l.Comptes))]);
    }
}
