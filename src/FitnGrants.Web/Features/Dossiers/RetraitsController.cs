using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>The revision that was shown, and why; the reason is not asked for.</summary>
public sealed record RetraitDuDossierFormulaire
{
    public int Revision { get; init; }
    public string? Motif { get; init; }
}

public sealed class RetraitDuDossierValidator : AbstractValidator<RetraitDuDossierFormulaire>
{
    public RetraitDuDossierValidator() => RuleFor(f => f.Motif).TexteLibre(1000);
}

/// <summary>The porteur gives up: withdraws what was deposited, deletes what never was.</summary>
[Route("dossiers/{reference}")]
public sealed class RetraitsController(FitnContext db, Actes actes, Horloge horloge) : Controller
{
    [HttpGet("retirer")]
    [Requiert(Droit.Deposer)]
    public Task<IActionResult> Retirer(string reference, CancellationToken arret) =>
        DemanderAsync(reference, Droit.Deposer, "Retirer", null, d => d.EstRetirable || d.NotificationEnAttente, arret);

    [HttpPost("retirer")]
    [Requiert(Droit.Deposer)]
    public async Task<IActionResult> Retirer([FromRoute] string reference, RetraitDuDossierFormulaire formulaire, CancellationToken arret)
    {
        if (!ModelState.IsValid)
            return await DemanderAsync(
                reference,
                Droit.Deposer,
                "Retirer",
                formulaire,
                d => d.EstRetirable || d.NotificationEnAttente,
                arret
            );
        var (acteur, instant) = (User.ActeurRequis(), horloge.Maintenant);
        var retire = await db.ActeAsync(acteur, instant, () => RetirerAsync(reference, formulaire, acteur, arret), arret);
        if (retire is null)
            return NotFound();
        TempData["Succes"] = $"Dossier {retire.Numero} retiré. Il n’est plus instruit.";
        return Redirect(Adresses.Dossiers.Un(retire.Adresse));
    }

    [HttpGet("suppression")]
    [Requiert(Droit.EcrireDossier)]
    public Task<IActionResult> Supprimer(string reference, CancellationToken arret) =>
        DemanderAsync(reference, Droit.EcrireDossier, "Supprimer", null, d => d.EstSupprimable, arret);

    [HttpPost("suppression")]
    [Requiert(Droit.EcrireDossier)]
    public Task<IActionResult> Supprimer([FromRoute] string reference, RetraitDuDossierFormulaire formulaire, CancellationToken arret) =>
        actes.RepondreAsync(
            this,
            new ActeDemande
            {
                Acteur = User.ActeurRequis(),
                Dossier = (reference, d => d.VisiblesPar(User.ActeurRequis(), Droit.EcrireDossier)),
                Revision = formulaire.Revision,
            },
            Actes.Sans(a =>
            {
                a.Dossier.Supprimer(a.Acteur);
                db.Dossiers.Remove(a.Dossier);
            }),
            new ReponseDActe("Brouillon supprimé.", Adresses.MesDossiers, _ =>
                DemanderAsync(reference, Droit.EcrireDossier, "Supprimer", formulaire, d => d.EstSupprimable, arret)
            ),
            arret
        );

    /// <summary>One on an agenda leaves it in the same act, under the session's lock.</summary>
    private async Task<Dossier?> RetirerAsync(
        string reference,
        RetraitDuDossierFormulaire formulaire,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var seance = await (
            from d in db.Dossiers.VisiblesPar(acteur, Droit.Deposer).ParAdresse(reference)
            join p in db.Set<Point>() on d.Id equals p.DossierId
            where p.Etat == EtatPoint.Inscrit || (p.Etat == EtatPoint.Traite && d.NotificationEnAttente)
            orderby p.Etat
            select (Guid?)EF.Property<Guid>(p, "SeanceId")
        ).FirstOrDefaultAsync(arret);
        if (seance is { } id)
            await db.VerrouillerSeanceAsync(id, arret);
        if (
            await db.Dossiers.AsTracking().VisiblesPar(acteur, Droit.Deposer).ParAdresse(reference).FirstOrDefaultAsync(arret)
            is not { } dossier
        )
            return null;
        if (dossier.EtatPourLePorteur == EtatDossier.InscritSeance && seance is { } tenue)
            (await db.Seances.AsTracking().Include(s => s.Points).SingleAsync(s => s.Id == tenue, arret)).LaisserRetirer(
                dossier,
                formulaire.Motif,
                acteur
            );
        else if (dossier.Revision != formulaire.Revision)
            throw new PagePerimeeException();
        else
            dossier.Retirer(formulaire.Motif, acteur);
        return dossier;
    }

    private async Task<IActionResult> DemanderAsync(
        string reference,
        Droit droit,
        string vue,
        RetraitDuDossierFormulaire? refuse,
        Func<Dossier, bool> possible,
        CancellationToken arret
    )
    {
        if (await db.Dossiers.VisiblesPar(User.ActeurRequis(), droit).ParAdresse(reference).FirstOrDefaultAsync(arret) is not { } dossier)
            return NotFound();
        if (!possible(dossier))
            return Redirect(Adresses.Dossiers.Un(dossier.Adresse));
        Response.StatusCode = refuse is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(dossier);
        return View($"/Features/Dossiers/{vue}.cshtml", refuse ?? new RetraitDuDossierFormulaire { Revision = dossier.Revision });
    }
}
