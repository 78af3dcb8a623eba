using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

[Route("instruction")]
public sealed class InstructionController(FitnContext db, RegistreDesReglements reglements, PrisesEnCharge prises, Horloge horloge) : Controller
{
    [HttpGet("")]
    [Requiert(Droit.LireListeDeTravail)]
    public async Task<IActionResult> Liste(ListeFiltre filtre, CancellationToken arret) =>
        View(await ListePage.ChargerAsync(db, filtre, User.ActeurRequis(), horloge.Aujourdhui, arret));

    /// <summary>The grid, and where it stands in the list one comes from.</summary>
    [HttpGet("{numero}")]
    [Requiert(Droit.LireListeDeTravail)]
    public async Task<IActionResult> Examen(string numero, ListeFiltre filtre, Guid? piece, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (await ExamenPage.ChargerAsync(db, reglements, numero, acteur, horloge.Aujourdhui, arret) is not { } page)
            return NotFound();
        if (filtre.Propre() is { Onglet: not null } liste)
            page = page with { Liste = liste, Voisins = await new ListeDeTravail(db, acteur).VoisinsAsync(liste, page.Echeance, page.Id, arret) };
        return Montrer(page with { Ouverte = page.Pieces.FirstOrDefault(p => p.Id == piece && p is { Affichable: true, Etat: EtatPiece.Saine }) });
    }

    /// <summary>Who bears it, and what else it asked.</summary>
    [HttpGet("{numero}/collectivite")]
    [Requiert(Droit.LireListeDeTravail)]
    public async Task<IActionResult> Collectivite(string numero, CancellationToken arret) =>
        await CollectivitePage.ChargerAsync(db, reglements, numero, User.ActeurRequis(), arret) is { } page ? View(page) : NotFound();

    [HttpPost("{numero}/prise-en-charge")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> PrendreEnCharge([FromRoute] string numero, RevisionFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(numero, formulaire.Revision, async (dossier, acteur) =>
        {
            dossier.PrendreEnCharge(await prises.PreparerAsync(dossier, acteur, horloge.Maintenant, arret));
            return Resultat.De([]);
        }, "Dossier pris en charge. Vous pouvez conclure chaque règle.", arret);

    [HttpPost("{numero}/conclusions")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Conclure([FromRoute] string numero, ConclusionsFormulaire formulaire, CancellationToken arret)
    {
        FusionDeGrille? fusion = null;
        return ActerAsync(
            numero, formulaire.Revision,
            async (dossier, acteur) =>
            {
                var saisie = fusion?.Miennes ?? formulaire;
                var resultat = dossier.Conclure(saisie.Saisies(dossier, fusion?.Intactes), acteur, horloge.Maintenant);
                if (!resultat.EstAccepte)
                    return resultat;
                dossier.RemettreAVerifier(saisie.AVerifier, acteur);
                dossier.Coter(saisie.Cotes, await reglements.VersionAsync(db, dossier.VersionReglement, arret), acteur);
                return resultat;
            },
            "Conclusions enregistrées.", arret, formulaire, fusionner: dossier => fusion = FusionDeGrille.Faire(formulaire, dossier));
    }

    [HttpPost("{numero}/cloture")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Clore([FromRoute] string numero, ClotureFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero, formulaire.Revision,
            async (dossier, acteur) => dossier.Clore(new Cloture(acteur, horloge.Maintenant, Saisie.Propre(formulaire.Synthese))
            {
                Montant = Saisie.Montant(formulaire.Montant),
                Reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret),
                Disponible = reglements.Exiger(dossier.Dispositif).Enveloppe.Moins(await db.AccordeAsync(dossier.Dispositif, arret)),
            }),
            "Instruction close. Le dossier est prêt pour une séance.", arret, cloture: formulaire);

    [HttpPost("{numero}/reouverture")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Rouvrir([FromRoute] string numero, RevisionFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(numero, formulaire.Revision, async (dossier, acteur) =>
        {
            dossier.Rouvrir(await prises.PreparerAsync(dossier, acteur, horloge.Maintenant, arret));
            return Resultat.De([]);
        }, "Instruction rouverte.", arret);

    /// <summary>Loads in the instructor's perimeter or 404, acts, and shows every refusal at once with what was typed.</summary>
    private async Task<IActionResult> ActerAsync(
        string numero, int revision, Func<Dossier, Acteur, Task<Resultat>> acte, string succes, CancellationToken arret, ConclusionsFormulaire? saisie = null,
        ClotureFormulaire? cloture = null, Func<Dossier, FusionDeGrille?>? fusionner = null)
    {
        var acteur = User.ActeurRequis();
        var dossier = await db.Dossiers.Include(d => d.Controles).InstruitsPar(acteur).ParAdresse(numero).FirstOrDefaultAsync(arret);
        if (dossier is null)
            return NotFound();
        var fusion = dossier.Revision == revision ? null : fusionner?.Invoke(dossier) ?? throw new PagePerimeeException(dossier.Id);
        saisie = fusion?.Miennes ?? saisie;
        var resultat = fusion is { Conflits.Count: > 0 } ? Resultat.De(fusion.Conflits) : ModelState.IsValid ? await db.ActeAsync(acteur, horloge.Maintenant, () => acte(dossier, acteur), arret) : null;
        if (resultat?.EstAccepte == true)
        {
            TempData["Succes"] = fusion is null ? succes : $"{succes} Ce que d’autres ont conclu pendant ce temps est gardé.";
            // The list one comes from goes along.
            return Redirect($"/instruction/{numero}{Request.QueryString}");
        }
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var page = await ExamenPage.ChargerAsync(db, reglements, numero, acteur, horloge.Aujourdhui, arret);
        return Montrer(page! with { Refus = resultat?.Refus ?? [], Saisie = saisie, Cloture = cloture });
    }

    /// <summary>The grid, which may show a piece beside it.</summary>
    private ViewResult Montrer(ExamenPage page)
    {
        if (page.Affichables)
            Response.MontrerUnCadre();
        return View("Examen", page);
    }
}
