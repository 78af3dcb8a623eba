using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Shared;

/// <summary>An act that a page asks for: by whom, on what, and as the page showed it.</summary>
public sealed record ActeDemande
{
    public required Acteur Acteur { get; init; }

    /// <summary>The session and the right under which it is reached; null for an act on no session.</summary>
    public (Guid Id, Droit Droit)? Seance { get; init; }

    /// <summary>Address of the dossier and the perimeter in which it is looked for; null for an act on no dossier.</summary>
    public (string Adresse, Func<IQueryable<Dossier>, IQueryable<Dossier>> Perimetre)? Dossier { get; init; }

    /// <summary>
    /// Number of the dossier whose act is meant, the right under which it is reached, and whether what its envelope counts may change: its
    /// row is then locked too. Null for an act on none.
    /// </summary>
    public (string Numero, Droit Droit, bool Enveloppe)? Suivi { get; init; }

    /// <summary>
    /// What the form carried, of the session where there is one, else of the dossier; null for an act that makes no form stale.
    /// </summary>
    public required int? Revision { get; init; }

    /// <summary>An act in a session, on one of its points where it names a dossier.</summary>
    public static ActeDemande EnSeance(Guid seance, Acteur acteur, Droit droit, int? revision, string? numero = null) =>
        new()
        {
            Acteur = acteur,
            Seance = (seance, droit),
            Dossier = numero is null ? null : (numero, d => d.VisiblesPar(acteur, droit)),
            Revision = revision,
        };

    /// <summary>An act on what follows an accord.</summary>
    public static ActeDemande DuSuivi(string numero, Acteur acteur, Droit droit, int? revision, bool enveloppe = false) =>
        new()
        {
            Acteur = acteur,
            Suivi = (numero, droit, enveloppe),
            Revision = revision,
        };

    /// <summary>What a stale page becomes, in place of a 409: null where it may go on, else why it may not.</summary>
    public Func<Dossier, Resultat?>? SiPerimee { get; init; }
}

/// <summary>What an act works on, loaded under the locks.</summary>
public sealed record ActeEnCours(Seance? LaSeance, Dossier? LeDossier, Acteur Acteur, DateTimeOffset Instant)
{
    /// <summary>The act of an accord, and what it takes from its envelope.</summary>
    public (ActeAttributif Acte, Engagement Engagement)? LeSuivi { get; init; }

    public ActeAttributif Attributif => (LeSuivi ?? throw new InvalidOperationException("Cet acte porte sur un suivi.")).Acte;

    public Engagement Engagement => (LeSuivi ?? throw new InvalidOperationException("Cet acte porte sur un suivi.")).Engagement;

    /// <summary>What a form's revision is compared with.</summary>
    public Racine Premier => (Racine?)LaSeance ?? LeSuivi?.Acte ?? (Racine)Dossier;

    /// <summary>The session that the act named.</summary>
    public Seance Seance => LaSeance ?? throw new InvalidOperationException("Cet acte porte sur une séance.");

    /// <summary>The dossier that the act named.</summary>
    public Dossier Dossier => LeDossier ?? throw new InvalidOperationException("Cet acte porte sur un dossier.");
}

/// <summary>What an act answers to who asked for it.</summary>
/// <param name="Succes">The sentence of the next page.</param>
/// <param name="Vers">Its address.</param>
/// <param name="Refuse">The page again, with what was typed and why it was refused; null where only the form itself was wrong.</param>
public sealed record ReponseDActe(string Succes, string Vers, Func<Resultat?, Task<IActionResult>> Refuse);

/// <summary>
/// The one way of an act: locks in their order, perimeter (404), revision (409), verb, then « done » or the page again (422).
/// </summary>
public sealed class Actes(FitnContext db, Horloge horloge)
{
    /// <summary>Runs an act; null where the session or the dossier is out of the actor's perimeter.</summary>
    /// <exception cref="PagePerimeeException">The page showed another revision.</exception>
    public Task<Resultat?> FaireAsync(ActeDemande demande, Func<ActeEnCours, Task<Resultat>> verbe, CancellationToken arret) =>
        db.ActeAsync(
            demande.Acteur,
            horloge.Maintenant,
            async () =>
            {
                if (await ChargerAsync(demande, arret) is not { } acte)
                    return null;
                if (demande.Revision is { } r && r != acte.Premier.Revision)
                {
                    if (demande.SiPerimee is null)
                        throw new PagePerimeeException(acte.Premier.Id);
                    if (demande.SiPerimee(acte.Dossier) is { } refus)
                        return refus;
                }
                return await verbe(acte);
            },
            arret
        );

    /// <summary>
    /// The same, answered: a form that is wrong acts on nothing, but a thing out of the perimeter is still 404, and a stale page 409.
    /// </summary>
    public async Task<IActionResult> RepondreAsync(
        Controller page,
        ActeDemande demande,
        Func<ActeEnCours, Task<Resultat>> verbe,
        ReponseDActe reponse,
        CancellationToken arret
    )
    {
        var valide = page.ModelState.IsValid;
        var resultat = await FaireAsync(demande, a => valide ? verbe(a) : Task.FromResult(Rien), arret);
        if (resultat is null)
            return page.NotFound();
        if (valide && resultat.EstAccepte)
        {
            page.TempData["Succes"] = reponse.Succes;
            return page.Redirect(reponse.Vers);
        }
        // What the page shows is read afresh.
        db.ChangeTracker.Clear();
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await reponse.Refuse(resultat.EstAccepte ? null : resultat);
    }

    /// <summary>The outcome of a verb that no rule refuses.</summary>
    public static Resultat Rien { get; } = Resultat.De([]);

    /// <summary>A verb that no rule refuses.</summary>
    public static Func<ActeEnCours, Task<Resultat>> Sans(Action<ActeEnCours> verbe) =>
        acte =>
        {
            verbe(acte);
            return Task.FromResult(Rien);
        };

    /// <summary>Everything is read after the locks: of two acts at once, the second reads what the first did.</summary>
    private async Task<ActeEnCours?> ChargerAsync(ActeDemande demande, CancellationToken arret)
    {
        var acte = new ActeEnCours(null, null, demande.Acteur, horloge.Maintenant.ToUniversalTime());
        if (demande.Seance is { } s)
        {
            await db.VerrouillerSeanceAsync(s.Id, arret);
            acte = acte with
            {
                LaSeance = await db
                    .Seances.AsTracking()
                    .Include(x => x.Points)
                    .VisiblesPar(demande.Acteur, s.Droit)
                    .FirstOrDefaultAsync(x => x.Id == s.Id, arret),
            };
        }
        if (demande.Dossier is { } d)
        {
            await db.VerrouillerDossierAsync(d.Adresse, arret);
            acte = acte with { LeDossier = await d.Perimetre(db.Dossiers.AsTracking()).ParAdresse(d.Adresse).FirstOrDefaultAsync(arret) };
        }
        if (demande.Suivi is { } suivi)
            acte = await ChargerLeSuiviAsync(acte, suivi, arret);
        return
            (demande.Suivi is null || acte.LeSuivi is not null)
            && (demande.Seance is null || acte.LaSeance is not null)
            && (demande.Dossier is null || acte.LeDossier is not null)
            ? acte
            : null;
    }

    /// <summary>The envelope, then the dossier, then its act: each read after the locks.</summary>
    private async Task<ActeEnCours> ChargerLeSuiviAsync(
        ActeEnCours acte,
        (string Numero, Droit Droit, bool Enveloppe) suivi,
        CancellationToken arret
    )
    {
        var ou = await db
            .ActesAttributifs.VisiblesPar(acte.Acteur, suivi.Droit)
            .Where(a => db.Dossiers.Any(d => d.Id == a.DossierId && d.Numero == suivi.Numero))
            .Select(a => new
            {
                a.Id,
                a.DossierId,
                a.Dispositif,
            })
            .FirstOrDefaultAsync(arret);
        if (ou is null)
            return acte;
        if (suivi.Enveloppe)
            await db.VerrouillerEnveloppeAsync(ou.Dispositif, arret);
        await db.VerrouillerDossierAsync(ou.DossierId, arret);
        var attributif = await db.ActesAttributifs.AsTracking().SingleAsync(a => a.Id == ou.Id, arret);
        return acte with
        {
            LeDossier = await db.Dossiers.AsTracking().Include(d => d.Versions).SingleAsync(d => d.Id == ou.DossierId, arret),
            LeSuivi = (attributif, await db.Engagements.AsTracking().SingleAsync(e => e.DecisionId == attributif.DecisionId, arret)),
        };
    }
}
