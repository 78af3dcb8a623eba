using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Lettres;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>From here the porteur knows: one decision, or all those of a session after a look at what goes to whom.</summary>
[Route("comite")]
public sealed class NotificationsController(
    FitnContext db,
    LettresDuDossier lettres,
    Papiers papiers,
    RegistreDesReglements reglements,
    Horloge horloge
) : Controller
{
    [HttpPost("decisions/{id:guid}/notification")]
    [Requiert(Droit.Notifier)]
    public async Task<IActionResult> Notifier([FromRoute] Guid id, SeanceFormulaire formulaire, CancellationToken arret)
    {
        var decision = await db.Decisions.IgnoreQueryFilters().FirstOrDefaultAsync(d => d.Id == id, arret);
        var dossier = decision is null
            ? null
            : await db
                .Dossiers.VisiblesPar(User.ActeurRequis(), Droit.Notifier)
                .FirstOrDefaultAsync(d => d.Id == decision.DossierId, arret);
        if (dossier is null)
            return NotFound();
        if ((await ObstaclesAsync([decision!], arret)).Count > 0)
            return await MontrerAsync(decision!.SeanceId, new NotificationsFormulaire { Decisions = [id] }, arret);
        await NotifierAsync(decision!.SeanceId, [id], dossier.NotificationEnAttente ? formulaire.Revision : null, arret);
        TempData["Succes"] = "Décision notifiée. Le porteur la lit dans son espace, avec sa lettre.";
        return Redirect(Adresses.Seances.Point(decision.SeanceId, dossier.Numero!));
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
        if (!await db.Seances.VisiblesPar(User.ActeurRequis(), Droit.Notifier).AnyAsync(s => s.Id == id, arret))
            return NotFound();
        Guid[] ids = [.. formulaire.Decisions.Distinct()];
        if ((await ObstaclesAsync(await db.Decisions.Where(d => ids.Contains(d.Id)).ToListAsync(arret), arret)).Count > 0)
            return await MontrerAsync(id, formulaire, arret);
        await NotifierAsync(id, ids, null, arret);
        var aPoster = (await CheminDeLettre.DeLaSeanceAsync(db, id, arret)).Count(l =>
            ids.Contains(Guid.Parse(l.Reference)) && l.APosterCar is not null
        );
        TempData["Succes"] =
            Francais.Compte(ids.Length, "décision notifiée", "décisions notifiées")
            + (
                aPoster == 0
                    ? ". Chaque porteur lit la sienne dans son espace."
                    : $", dont {Francais.Compte(aPoster, "lettre", "lettres")} à poster."
            );
        return Redirect(aPoster > 0 ? Adresses.Seances.Lettres(id) : Adresses.Seances.Une(id));
    }

    /// <summary>
    /// All or none, read under the session's lock: what was rectified or told meanwhile is no longer what the page showed.
    /// </summary>
    private async Task NotifierAsync(Guid seance, Guid[] ids, int? revision, CancellationToken arret)
    {
        var (acteur, instant) = (User.ActeurRequis(), horloge.Maintenant);
        await db.ActeAsync(
            acteur,
            instant,
            async () =>
            {
                await db.VerrouillerSeanceAsync(seance, arret);
                var decisions = await db.Decisions.AsTracking().Where(d => d.SeanceId == seance && ids.Contains(d.Id)).ToListAsync(arret);
                Guid[] concernes = [.. decisions.Select(d => d.DossierId)];
                var dossiers = await db
                    .Dossiers.AsTracking()
                    .VisiblesPar(acteur, Droit.Notifier)
                    .Where(d => concernes.Contains(d.Id))
                    .ToDictionaryAsync(d => d.Id, arret);
                if (
                    decisions.Count != ids.Length
                    || dossiers.Count != ids.Length
                    || dossiers.Values.Any(d => revision is { } r && d.Revision != r)
                )
                    throw new PagePerimeeException(concernes.Length == 1 ? concernes[0] : seance);
                foreach (var decision in decisions)
                {
                    var dossier = dossiers[decision.DossierId];
                    await db.NotifierAsync(
                        dossier,
                        decision,
                        await reglements.VersionAsync(db, dossier.VersionReglement, arret),
                        acteur,
                        instant,
                        arret
                    );
                }
            },
            arret
        );
    }

    /// <summary>What keeps letters from leaving: what each does not say yet, and those signed by hand that are not signed.</summary>
    private async Task<IReadOnlyList<Manque>> ObstaclesAsync(IReadOnlyList<Decision> decisions, CancellationToken arret)
    {
        var aNotifier = decisions.Where(d => d.NotifieeLe is null).ToList();
        // A letter that is signed by hand was judged on its day, and is what it is.
        var signees =
            aNotifier.Count == 0
                ? []
                : (await CheminDeLettre.DeLaSeanceAsync(db, aNotifier[0].SeanceId, arret))
                    .Where(l => l.Numerisee == EtatPiece.Saine)
                    .Select(l => l.Reference)
                    .ToHashSet(StringComparer.Ordinal);
        aNotifier.RemoveAll(d => signees.Contains($"{d.Id}"));
        return
        [
            .. (await lettres.ManquesAsync(aNotifier, horloge.Aujourdhui, arret))
                .Concat(await DesServicesAsync(aNotifier, arret))
                .Distinct(),
        ];
    }

    /// <summary>The same as far as services say it, without composing a letter: what a page shows before anything is asked.</summary>
    private async Task<IEnumerable<Manque>> DesServicesAsync(IReadOnlyList<Decision> decisions, CancellationToken arret)
    {
        if (decisions.Count == 0)
            return [];
        string Code(Decision d) => reglements.Exiger(d.Dispositif).Attribuant;
        var emetteurs = await papiers.EmetteursAsync(decisions.Select(Code), horloge.Aujourdhui, arret);
        var manques = emetteurs.Values.SelectMany(e => e.Manques(recours: true)).ToList();
        var aLaMain = decisions
            .Where(d => emetteurs[Code(d)].Fiche.LettresALaMain)
            .Select(d => $"{d.Id}")
            .ToHashSet(StringComparer.Ordinal);
        if (aLaMain.Count > 0)
            manques.AddRange(
                (await CheminDeLettre.DeLaSeanceAsync(db, decisions[0].SeanceId, arret))
                    .Where(l => aLaMain.Contains(l.Reference) && l.Numerisee != EtatPiece.Saine)
                    .Select(l => new Manque($"Dossier {l.Numero} : {Signature(l)}", Adresses.Seances.Lettres(decisions[0].SeanceId)))
            );
        return manques;
    }

    private static string Signature(CheminDeLettre lettre) =>
        lettre.Numerisee is EtatPiece.EnAnalyse or EtatPiece.NonAnalysee
            ? "l’antivirus examine encore la lettre signée"
            : "la lettre signée à la main";

    private async Task<IActionResult> MontrerAsync(Guid id, NotificationsFormulaire? refuse, CancellationToken arret)
    {
        if (await NotificationPage.ChargerAsync(db, id, User.ActeurRequis(), arret) is not { } lue)
            return NotFound();
        Decision[] aNotifier = [.. lue.ANotifier.Select(l => l.Decision)];
        // Each letter is composed once it is asked to leave.
        var manques = refuse is null ? await DesServicesAsync(aNotifier, arret) : await ObstaclesAsync(aNotifier, arret);
        var page = lue with { Manques = [.. manques] };
        Response.StatusCode = refuse is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        ViewData.Porter(page);
        return View(
            "/Features/Comite/Notification.cshtml",
            refuse ?? new NotificationsFormulaire { Decisions = [.. page.ANotifier.Select(l => l.Decision.Id)] }
        );
    }
}

/// <summary>What will go to whom, before anything goes.</summary>
public sealed record NotificationPage(Seance Seance, IReadOnlyList<NotificationPage.Ligne> Lignes)
{
    /// <summary>What stops every letter.</summary>
    public IReadOnlyList<Manque> Manques { get; init; } = [];

    public IEnumerable<Ligne> ANotifier => Lignes.Where(l => l.Obstacle is null);

    /// <param name="Decision">The decision.</param>
    /// <param name="Numero">Its dossier.</param>
    /// <param name="Titre">Of the project.</param>
    /// <param name="Porteur">Who is told.</param>
    /// <param name="Comptes">How many accounts of the collectivité will read it.</param>
    /// <param name="Civilite">Of who represents it; null when it is not known.</param>
    public sealed record Ligne(Decision Decision, string Numero, string Titre, string Porteur, int Comptes, Civilite? Civilite)
    {
        /// <summary>Why it cannot go; null when it can.</summary>
        public string? Obstacle => Decision.NotifieeLe is { } le ? $"déjà notifiée le {Francais.DateEtHeure(le)}" : null;

        /// <summary>What deserves a look before it goes; null otherwise.</summary>
        public string? Alerte =>
            Comptes == 0 ? "personne n’a de compte dans cette collectivité : la lettre est à envoyer par courrier"
            : Civilite is null ? "civilité inconnue : la lettre dit « Madame, Monsieur »"
            : null;
    }

    public static async Task<NotificationPage?> ChargerAsync(FitnContext db, Guid id, Acteur acteur, CancellationToken arret)
    {
        if (await db.Seances.VisiblesPar(acteur, Droit.Notifier).FirstOrDefaultAsync(s => s.Id == id, arret) is not { } seance)
            return null;
        var lignes = await (
            from d in db.Decisions
            where d.SeanceId == id
            join x in db.Dossiers on d.DossierId equals x.Id
            from v in x.Versions
            where v.Version == d.VersionDossier
            join c in db.Collectivites on x.Siren equals c.Siren
            orderby d.EnregistreeLe
            select new
            {
                Decision = d,
                x.Numero,
                x.Titre,
                c.Nom,
                v.Contenu,
                Comptes = db.Habilitations.Where(h => h.Siren == x.Siren).Select(h => h.UtilisateurId).Distinct().Count(),
            }
        ).ToListAsync(arret);
        return new NotificationPage(
            seance,
            [.. lignes.Select(l => new Ligne(l.Decision, l.Numero!, l.Titre, l.Nom, l.Comptes, l.Contenu.Identite.Civilite))]
        );
    }
}
