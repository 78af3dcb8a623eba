using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>A session as its minutes will tell it: completed during it and after it, until they are edited.</summary>
/// <param name="Seance">The session, with its points.</param>
/// <param name="Points">« 1. Vern-sur-Seiche – Portail des familles », by dossier.</param>
/// <param name="Editee">True once the minutes are edited: nothing changes any more.</param>
public sealed record TenuePage(Seance Seance, IReadOnlyDictionary<Guid, string> Points, bool Editee);

[Route("comite/seances/{id:guid}/tenue")]
[Requiert(Droit.Decider)]
public sealed class TenueController(FitnContext db, Actes actes) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Voir(Guid id, CancellationToken arret) => MontrerAsync(id, null, arret);

    [HttpPost("")]
    public Task<IActionResult> Noter([FromRoute] Guid id, TenueFormulaire formulaire, CancellationToken arret) =>
        actes.RepondreAsync(
            this,
            ActeDemande.EnSeance(id, User.ActeurRequis(), Droit.Decider, formulaire.Revision),
            async a =>
            {
                if (await EstEditeeAsync(id, arret))
                    throw new ActeImpossibleException("Action impossible : le procès-verbal est édité, il ne change plus.");
                Tenir(a, formulaire);
                return Resultat.De([]);
            },
            new ReponseDActe("Tenue de la séance enregistrée. Le procès-verbal la porte.", Adresses.Seances.Tenue(id), _ =>
                MontrerAsync(id, formulaire, arret)
            ),
            arret
        );

    private static void Tenir(ActeEnCours a, TenueFormulaire formulaire)
    {
        a.Seance.DecrireLaTenue(formulaire.Tenue(), a.Acteur);
        if (formulaire.Presences.Count > 0)
            a.Seance.Pointer(formulaire.Presences, a.Acteur);
        foreach (var point in formulaire.Points)
        {
            var notee = a.Seance.Points.FirstOrDefault(p => p.DossierId == point.Dossier && p.Etat != EtatPoint.Retire)?.Deliberation;
            // What was noted and is blank now is taken back.
            var lue = point.Lire() ?? (notee is null ? null : new Deliberation(null, null));
            if (lue is not null && lue != notee)
                a.Seance.NoterLaDeliberation(point.Dossier, lue, a.Acteur);
        }
    }

    private Task<bool> EstEditeeAsync(Guid id, CancellationToken arret) =>
        db.Documents.AnyAsync(d => d.ObjetId == id && d.Type == "proces-verbal", arret);

    private async Task<IActionResult> MontrerAsync(Guid id, TenueFormulaire? refuse, CancellationToken arret)
    {
        var seance = await db
            .Seances.VisiblesPar(User.ActeurRequis(), Droit.Decider)
            .Include(s => s.Points)
            .FirstOrDefaultAsync(s => s.Id == id, arret);
        if (seance is null or { Etat: EtatSeance.Annulee })
            return NotFound();
        Guid[] dossiers = [.. seance.Points.Select(p => p.DossierId)];
        var titres = await (
            from d in db.Dossiers
            where dossiers.Contains(d.Id)
            join c in db.Collectivites on d.Siren equals c.Siren
            select new
            {
                d.Id,
                c.Nom,
                d.Titre,
            }
        ).ToDictionaryAsync(d => d.Id, d => Francais.Typographier($"{d.Nom} – {d.Titre}"), arret);
        ViewData.Porter(new TenuePage(seance, titres, await EstEditeeAsync(id, arret)));
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Comite/Tenue.cshtml", refuse ?? TenueFormulaire.De(seance));
    }
}
