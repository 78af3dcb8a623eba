using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

[Route("instruction")]
public sealed class InstructionController(
    FitnContext db,
    RegistreDesReglements reglements,
    PrisesEnCharge prises,
    Actes actes,
    Horloge horloge
) : Controller
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
            page = page with
            {
                Liste = liste,
                Voisins = await new ListeDeTravail(db, acteur).VoisinsAsync(liste, page.Echeance, page.Id, arret),
            };
        return Montrer(
            page with
            {
                Ouverte = page.Pieces.FirstOrDefault(p => p.Id == piece && p is { Affichable: true, Etat: EtatPiece.Saine }),
            }
        );
    }

    /// <summary>Who bears it, and what else it asked.</summary>
    [HttpGet("{numero}/collectivite")]
    [Requiert(Droit.LireListeDeTravail)]
    public async Task<IActionResult> Collectivite(string numero, CancellationToken arret) =>
        await CollectivitePage.ChargerAsync(db, reglements, numero, User.ActeurRequis(), arret) is { } page ? View(page) : NotFound();

    [HttpPost("{numero}/prise-en-charge")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> PrendreEnCharge([FromRoute] string numero, RevisionFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            formulaire.Revision,
            async a =>
            {
                a.Dossier.PrendreEnCharge(await prises.PreparerAsync(a.Dossier, a.Acteur, a.Instant, arret));
                return Actes.Rien;
            },
            "Dossier pris en charge. Vous pouvez conclure chaque règle.",
            arret
        );

    [HttpPost("{numero}/conclusions")]
    [Requiert(Droit.Instruire)]
    public async Task<IActionResult> Conclure([FromRoute] string numero, ConclusionsFormulaire formulaire, CancellationToken arret)
    {
        FusionDeGrille? fusion = null;
        var demande = SurLaGrille(numero, formulaire.Revision) with
        {
            SiPerimee = dossier =>
            {
                fusion = FusionDeGrille.Faire(formulaire, dossier) ?? throw new PagePerimeeException(dossier.Id);
                return fusion.Conflits.Count > 0 ? Resultat.De(fusion.Conflits) : null;
            },
        };
        var reponse = await actes.RepondreAsync(
            this,
            demande,
            a => ConclureAsync(a, fusion?.Miennes ?? formulaire, fusion?.Intactes, arret),
            new ReponseDActe("Conclusions enregistrées.", $"{Adresses.Instruction.Un(numero)}{Request.QueryString}", r =>
                RemontrerAsync(numero, r, fusion?.Miennes ?? formulaire, null, arret)
            ),
            arret
        );
        if (reponse is RedirectResult && fusion is not null)
            TempData["Succes"] = "Conclusions enregistrées. Ce que d’autres ont conclu pendant ce temps est gardé.";
        return reponse;
    }

    private async Task<Resultat> ConclureAsync(
        ActeEnCours acte,
        ConclusionsFormulaire saisie,
        IReadOnlySet<Guid>? intactes,
        CancellationToken arret
    )
    {
        var (dossier, acteur) = (acte.Dossier, acte.Acteur);
        var resultat = dossier.Conclure(saisie.Saisies(dossier, intactes), acteur, acte.Instant);
        if (!resultat.EstAccepte)
            return resultat;
        dossier.RemettreAVerifier(saisie.AVerifier, acteur);
        dossier.Coter(saisie.Cotes, await reglements.VersionAsync(db, dossier.VersionReglement, arret), acteur);
        return resultat;
    }

    [HttpPost("{numero}/cloture")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Clore([FromRoute] string numero, ClotureFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            formulaire.Revision,
            async a =>
                a.Dossier.Clore(
                    new Cloture(a.Acteur, a.Instant, Saisie.Propre(formulaire.Synthese))
                    {
                        Montant = Saisie.Montant(formulaire.Montant),
                        Reglement = await reglements.VersionAsync(db, a.Dossier.VersionReglement, arret),
                        // What the agent may know is left: the session alone counts what is not told.
                        Disponible = reglements
                            .Exiger(a.Dossier.Dispositif)
                            .Enveloppe.Moins(
                                (
                                    await db.SommesAsync(db.AccordsDitsA(Lecteur.De(a.Acteur)), [a.Dossier.Dispositif], arret)
                                ).GetValueOrDefault(a.Dossier.Dispositif)
                            ),
                    }
                ),
            "Instruction close. Le dossier est prêt pour une séance.",
            arret,
            formulaire
        );

    [HttpPost("{numero}/reouverture")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Rouvrir([FromRoute] string numero, RevisionFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            formulaire.Revision,
            async a =>
            {
                a.Dossier.Rouvrir(await prises.PreparerAsync(a.Dossier, a.Acteur, a.Instant, arret));
                return Actes.Rien;
            },
            "Instruction rouverte.",
            arret
        );

    /// <summary>Acts in the instructor's perimeter, and shows every refusal at once with what was typed.</summary>
    private Task<IActionResult> ActerAsync(
        string numero,
        int revision,
        Func<ActeEnCours, Task<Resultat>> acte,
        string succes,
        CancellationToken arret,
        ClotureFormulaire? cloture = null
    ) =>
        actes.RepondreAsync(
            this,
            SurLaGrille(numero, revision),
            acte,
            // The list one comes from goes along.
            new ReponseDActe(succes, $"{Adresses.Instruction.Un(numero)}{Request.QueryString}", r =>
                RemontrerAsync(numero, r, null, cloture, arret)
            ),
            arret
        );

    private ActeDemande SurLaGrille(string numero, int revision) =>
        new()
        {
            Acteur = User.ActeurRequis(),
            Dossier = (numero, d => d.Include(x => x.Controles).InstruitsPar(User.ActeurRequis())),
            Revision = revision,
        };

    private async Task<IActionResult> RemontrerAsync(
        string numero,
        Resultat? resultat,
        ConclusionsFormulaire? saisie,
        ClotureFormulaire? cloture,
        CancellationToken arret
    )
    {
        if (await ExamenPage.ChargerAsync(db, reglements, numero, User.ActeurRequis(), horloge.Aujourdhui, arret) is not { } page)
            return NotFound();
        return Montrer(page with { Refus = resultat?.Refus ?? [], Saisie = saisie, Cloture = cloture });
    }

    /// <summary>The grid, which may show a piece beside it.</summary>
    private ViewResult Montrer(ExamenPage page)
    {
        if (page.Affichables)
            Response.MontrerUnCadre();
        return View("Examen", page);
    }
}
