using System.Security.Claims;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Features.Simulateur;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A dossier, from its creation to its documents. Its steps are in <see cref="Etapes.EtapesController"/>.</summary>
[Route("dossiers")]
public sealed class DossiersController(
    FitnContext db,
    RegistreDesReglements reglements,
    Horloge horloge,
    DocumentsDuDossier documents,
    OuverturesDeLettres ouvertures,
    PiecesDuDossier pieces
) : Controller
{
    [HttpGet("nouveau")]
    [Requiert(Droit.EcrireDossier)]
    public async Task<IActionResult> Nouveau(string? dispositif, SimulateurFormulaire simulation, CancellationToken arret)
    {
        if (await NouveauPage.ChargerAsync(db, reglements.Trouver(dispositif), User.ActeurRequis(), horloge, arret) is not { } page)
            return NotFound();
        ViewData.Porter(Simule(simulation, page.Siren) is null ? null : simulation);
        ModelState.Clear();
        return View(page);
    }

    [HttpPost("nouveau")]
    [Requiert(Droit.EcrireDossier)]
    public async Task<IActionResult> Creer(string? dispositif, SimulateurFormulaire simulation, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (await NouveauPage.ChargerAsync(db, reglements.Trouver(dispositif), acteur, horloge, arret) is not { } page)
            return NotFound();
        if (page.Disparue is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Nouveau", page);
        }
        var collectivite = await db.Collectivites.SingleAsync(c => c.Siren == page.Siren, arret);
        var dossier = Dossier.Creer(page.Reglement, collectivite, acteur, Jetons.Nouveau(), horloge.Maintenant);
        var dernier = await db
            .Dossiers.VisiblesPar(acteur, Droit.EcrireDossier)
            .Where(d => d.Siren == page.Siren && d.Numero != null)
            .OrderByDescending(d => d.DernierDepotLe)
            .Select(d => d.Contenu)
            .FirstOrDefaultAsync(arret);
        dossier.Enregistrer(
            NouveauPage.Prerempli(collectivite, dernier?.Identite, Simule(simulation, page.Siren), User.FindFirstValue(ClaimTypes.Email)),
            horloge.Maintenant
        );
        var (brouillon, nouveau) = await db.CommencerAsync(dossier, [], acteur, horloge.Maintenant, arret);
        if (!nouveau)
            TempData["Succes"] = "Ce brouillon est déjà commencé, et rien n’y est encore écrit : le voici.";
        return Redirect(Adresses.Dossiers.Collectivite(brouillon.Adresse));
    }

    [HttpGet("{reference}")]
    [Requiert(Droit.LireDossier)]
    public async Task<IActionResult> Voir(string reference, CancellationToken arret)
    {
        var page = await DossierPage.ChargerAsync(db, reglements, reference, User.ActeurRequis(), horloge.Maintenant, arret);
        if (page is null)
            return NotFound();
        if (page.Adresse != reference)
            return RedirectPermanent(Adresses.Dossiers.Un(page.Adresse));
        await ouvertures.NoterAsync(page, User.ActeurRequis(), arret);
        return View(page);
    }

    [HttpPost("{reference}/copier")]
    [Requiert(Droit.Deposer)]
    [EnableRateLimiting(LimitesDeDebit.Televersements)]
    public async Task<IActionResult> Copier([FromRoute] string reference, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (
            await db.Dossiers.VisiblesPar(acteur, Droit.Deposer).ParAdresse(reference).FirstOrDefaultAsync(arret)
            is not { Numero: not null } dossier
        )
            return NotFound();
        var collectivite = await db.Collectivites.SingleAsync(c => c.Siren == dossier.Siren, arret);
        var copie = dossier.Copier(reglements.Exiger(dossier.Dispositif), collectivite, acteur, Jetons.Nouveau(), horloge.Maintenant);
        var fichiers = await pieces.CopierAsync(dossier, arret);
        var jointes = fichiers.Select(f => Piece.Joindre(copie, f.Type, f.Fichier, acteur, horloge.Maintenant));
        var (brouillon, nouveau) = await db.CommencerAsync(copie, jointes, acteur, horloge.Maintenant, arret);
        TempData["Succes"] = nouveau
            ? $"Brouillon créé à partir du dossier {dossier.Numero}, avec {Francais.Compte(fichiers.Count, "pièce", "pièces")}."
            : $"Une copie du dossier {dossier.Numero} est déjà commencée, et rien n’y est encore changé : la voici.";
        return Redirect(Adresses.Dossiers.Collectivite(brouillon.Adresse));
    }

    [HttpGet("{reference}/recepisse.pdf")]
    [Requiert(Droit.LireDossier)]
    public Task<IActionResult> Recepisse(string reference, int? version, CancellationToken arret) =>
        RendreAsync(reference, Droit.LireDossier, d => documents.RecepisseAsync(d, version, arret), arret);

    [HttpGet("{reference}/dossier.pdf")]
    [Requiert(Droit.LireDossier)]
    public Task<IActionResult> Entier(string reference, CancellationToken arret) =>
        RendreAsync(
            reference,
            Droit.LireDossier,
            d => documents.EntierAsync(d, Lecteur.De(User.ActeurRequis()).EstDeLaCollectivite(d.Siren), arret),
            arret
        );

    [HttpGet("{reference}/notification.pdf")]
    [Requiert(Droit.LireDecision)]
    public Task<IActionResult> Notification(string reference, bool editee, CancellationToken arret) =>
        LireAsync(
            reference,
            Droit.LireDecision,
            d => documents.NotificationAsync(d, editee, arret),
            d => Task.FromResult((TypesDeLettre.Nature(d.Issue!), TypesDeLettre.Reference(d.Issue!))),
            arret
        );

    [HttpGet("{reference}/demandes/{id:guid}/lettre.pdf")]
    [Requiert(Droit.LireDossier)]
    public Task<IActionResult> Demande(string reference, Guid id, bool editee, CancellationToken arret) =>
        LireAsync(
            reference,
            Droit.LireDossier,
            d => documents.DemandeAsync(d, id, editee, arret),
            _ => Task.FromResult((NatureDeLettre.Pieces, $"{id}")),
            arret
        );

    [HttpGet("{reference}/decisions/{id:guid}/lettre.pdf")]
    [Requiert(Droit.LireDecision)]
    public Task<IActionResult> Lettre(string reference, Guid id, bool editee, CancellationToken arret) =>
        LireAsync(
            reference,
            Droit.LireDecision,
            d => documents.LettreAsync(d, id, editee, arret),
            async _ => (TypesDeLettre.Nature(await db.Decisions.Where(x => x.Id == id).Select(x => x.Type).SingleAsync(arret)), $"{id}"),
            arret
        );

    /// <summary>A letter, whose first reading by its addressee is kept.</summary>
    private Task<IActionResult> LireAsync(
        string reference,
        Droit droit,
        Func<Dossier, Task<byte[]?>> document,
        Func<Dossier, Task<(NatureDeLettre, string)>> lettre,
        CancellationToken arret
    ) =>
        RendreAsync(
            reference,
            droit,
            async d =>
            {
                var pdf = await document(d);
                if (pdf is not null)
                    await ouvertures.NoterAsync((d.Id, d.Siren), [await lettre(d)], User.ActeurRequis(), arret);
                return pdf;
            },
            arret
        );

    private async Task<IActionResult> RendreAsync(
        string reference,
        Droit droit,
        Func<Dossier, Task<byte[]?>> document,
        CancellationToken arret
    )
    {
        var dossier = await db
            .Dossiers.Include(d => d.Versions)
            .VisiblesPar(User.ActeurRequis(), droit)
            .ParAdresse(reference)
            .FirstOrDefaultAsync(arret);
        return dossier is not null && await document(dossier) is { } pdf ? File(pdf, "application/pdf") : NotFound();
    }

    /// <summary>The project of a simulation, when it holds and speaks of this collectivité.</summary>
    private Projet? Simule(SimulateurFormulaire simulation, string siren) =>
        ModelState.IsValid && simulation.Siren == siren ? simulation.Brouillon() : null;
}
