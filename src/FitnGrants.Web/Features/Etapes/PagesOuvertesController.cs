using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Etapes;

/// <summary>A step says that it is open, and learns who else has the dossier open.</summary>
[Route("dossiers/{reference}/modifier/presence")]
[Requiert(Droit.EcrireDossier)]
public sealed class PagesOuvertesController(FitnContext db, TimeProvider systeme) : Controller
{
    /// <summary>Longer than two of the page's rounds: a colleague does not come and go.</summary>
    private static readonly TimeSpan Fraiche = TimeSpan.FromSeconds(60);

    [HttpPost("")]
    public async Task<IActionResult> Signaler([FromRoute] string reference, string? etape, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), systeme.GetUtcNow());
        var dossier = await db
            .Dossiers.VisiblesPar(acteur, Droit.EcrireDossier)
            .ParAdresse(reference)
            .Select(d => d.Id)
            .FirstOrDefaultAsync(arret);
        if (dossier == Guid.Empty)
            return NotFound();
        var connue = EtapesDuDossier.Toutes.FirstOrDefault(e => e.Cle == etape)?.Cle ?? EtapesDuDossier.Toutes[0].Cle;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into pages_ouvertes (dossier_id, utilisateur_id, etape, vue_le) values ({dossier}, {acteur.Id}, {connue}, {instant})
            on conflict (dossier_id, utilisateur_id) do update set etape = excluded.etape, vue_le = excluded.vue_le
            """,
            arret
        );
        var limite = instant - Fraiche;
        var autres = await (
            from p in db.PagesOuvertes
            where p.DossierId == dossier && p.UtilisateurId != acteur.Id && p.VueLe > limite
            join u in db.Users on p.UtilisateurId equals u.Id
            orderby p.VueLe descending
            select new { u.Fonction, p.Etape }
        )
            .Take(5)
            .ToListAsync(arret);
        return Json(new { phrase = Phrase([.. autres.Select(a => $"{a.Fonction} (étape {EtapesDuDossier.Trouver(a.Etape).Nom})")]) });
    }

    private static string Phrase(IReadOnlyList<string> autres) =>
        autres.Count == 0
            ? ""
            : Francais.Typographier($"En ce moment aussi sur ce dossier : {Francais.Liste(autres)}. Ce que chacun écrit est gardé.");
}
