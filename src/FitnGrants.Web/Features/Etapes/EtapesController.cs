using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Etapes;

/// <summary>The steps of a dossier: one form each, saved by its button, findings beside the fields.</summary>
[Route("dossiers/{reference}/modifier")]
[Requiert(Droit.EcrireDossier)]
public sealed class EtapesController(FitnContext db, DossiersDuPorteur dossiers, Horloge horloge) : Controller
{
    [HttpGet("collectivite")]
    public Task<IActionResult> Collectivite(string reference, CancellationToken arret) =>
        AfficherAsync(reference, "collectivite", o => CollectiviteFormulaire.De(o.Dossier), arret);

    [HttpPost("collectivite")]
    public Task<IActionResult> Collectivite([FromRoute] string reference, CollectiviteFormulaire formulaire, CancellationToken arret) =>
        EnregistrerAsync(reference, "collectivite", formulaire, arret);

    [HttpGet("groupement")]
    public Task<IActionResult> Groupement(string reference, string? ajouter, CancellationToken arret) =>
        AfficherAsync(reference, "groupement", o => GroupementFormulaire.De(o, ajouter), arret);

    [HttpPost("groupement")]
    public async Task<IActionResult> Groupement(
        [FromRoute] string reference,
        GroupementFormulaire formulaire,
        string? action,
        CancellationToken arret
    )
    {
        var chefDeFile = await db
            .Dossiers.VisiblesPar(User.ActeurRequis(), Droit.EcrireDossier)
            .ParAdresse(reference)
            .Select(d => d.Siren)
            .FirstOrDefaultAsync(arret);
        var resolu =
            ModelState.IsValid && chefDeFile is not null ? await formulaire.ResoudreAsync(chefDeFile, db, ModelState, arret) : formulaire;
        return await EnregistrerAsync(reference, "groupement", ModelState.IsValid ? resolu : formulaire, arret, action);
    }

    [HttpGet("projet")]
    public Task<IActionResult> Projet(string reference, CancellationToken arret) =>
        AfficherAsync(reference, "projet", o => ProjetFormulaire.De(o.Dossier), arret);

    [HttpPost("projet")]
    public Task<IActionResult> Projet([FromRoute] string reference, ProjetFormulaire formulaire, CancellationToken arret) =>
        EnregistrerAsync(reference, "projet", formulaire, arret);

    [HttpGet("criteres")]
    public Task<IActionResult> Criteres(string reference, CancellationToken arret) =>
        AfficherAsync(reference, "criteres", o => CriteresFormulaire.De(o.Dossier, o.Reglement), arret);

    [HttpPost("criteres")]
    public Task<IActionResult> Criteres([FromRoute] string reference, CriteresFormulaire formulaire, CancellationToken arret) =>
        EnregistrerAsync(reference, "criteres", formulaire, arret);

    [HttpGet("financement")]
    public Task<IActionResult> Financement(string reference, string? ajouter, CancellationToken arret) =>
        AfficherAsync(reference, "financement", o => FinancementFormulaire.De(o.Dossier, ajouter), arret);

    [HttpPost("financement")]
    public Task<IActionResult> Financement(
        [FromRoute] string reference,
        FinancementFormulaire formulaire,
        string? action,
        CancellationToken arret
    ) => EnregistrerAsync(reference, "financement", formulaire, arret, action);

    /// <summary>What the plan would give as typed; nothing is saved.</summary>
    [HttpPost("financement/calcul")]
    public async Task<IActionResult> Calculer([FromRoute] string reference, FinancementFormulaire formulaire, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (await dossiers.OuvrirAsync(reference, acteur, Droit.EcrireDossier, arret) is not { Dossier.EstModifiable: true } ouvert)
            return NotFound();
        return ModelState.IsValid
            ? PartialView(
                "/Features/Etapes/_Calcul.cshtml",
                EtapePage.De(ouvert, "financement", acteur, horloge.Maintenant).Avec(ouvert, formulaire, horloge.Maintenant)
            )
            : UnprocessableEntity();
    }

    [HttpGet("calendrier")]
    public Task<IActionResult> Calendrier(string reference, CancellationToken arret) =>
        AfficherAsync(reference, "calendrier", o => CalendrierFormulaire.De(o.Dossier), arret);

    [HttpPost("calendrier")]
    public Task<IActionResult> Calendrier([FromRoute] string reference, CalendrierFormulaire formulaire, CancellationToken arret) =>
        EnregistrerAsync(reference, "calendrier", formulaire, arret);

    [HttpGet("recapitulatif")]
    public Task<IActionResult> Recapitulatif(string reference, CancellationToken arret) =>
        AfficherAsync(reference, "recapitulatif", o => new DepotFormulaire { Revision = o.Dossier.Revision }, arret, Moment.Depot);

    private async Task<IActionResult> AfficherAsync(
        string reference,
        string etape,
        Func<DossierOuvert, object> formulaire,
        CancellationToken arret,
        Moment moment = Moment.Simulation
    )
    {
        var acteur = User.ActeurRequis();
        if (await dossiers.OuvrirAsync(reference, acteur, Droit.EcrireDossier, arret) is not { } ouvert)
            return NotFound();
        if (!ouvert.Dossier.EstModifiable)
            return Redirect(Adresses.Dossiers.Un(ouvert.Dossier.Adresse));
        if (etape == "recapitulatif" && ouvert.Dossier.Etat == EtatDossier.ACompleter)
            return Redirect(Adresses.Dossiers.Completer(ouvert.Dossier.Adresse));
        (
            EtapePage.De(ouvert, etape, acteur, horloge.Maintenant) with
            {
                Origine = PartiesDEtape.De(etape).Origine(Montre(ouvert, etape)),
            }
        ).Remplir(ViewData, moment);
        return View(formulaire(ouvert));
    }

    private async Task<IActionResult> EnregistrerAsync(
        string reference,
        string etape,
        IFormulaireDEtape formulaire,
        CancellationToken arret,
        string? action = null
    )
    {
        var acteur = User.ActeurRequis();
        if (await dossiers.OuvrirAsync(reference, acteur, Droit.EcrireDossier, arret) is not { } ouvert)
            return NotFound();
        VerifierLeSiret(formulaire, ouvert.Dossier.Siren);
        OublierLesChampsFermes(ouvert.Dossier);
        if (!ModelState.IsValid)
            return Refuser(ouvert, etape, formulaire, acteur);
        var fusion = Fusionner(ouvert, etape, formulaire);
        if (fusion.Conflits.Count > 0)
            return Choisir(ouvert, etape, formulaire, fusion);
        var contenu = action == "maximum" ? AuMaximum(ouvert, fusion.Contenu) : fusion.Contenu;
        await dossiers.EnregistrerAsync(
            ouvert,
            contenu,
            acteur,
            horloge.Maintenant,
            arret,
            Champ("Page") is { Length: 32 } page ? page : null
        );
        return EstAutomatique
            ? Json(
                new
                {
                    revision = ouvert.Dossier.Revision,
                    origine = PartiesDEtape.De(etape).Origine(formulaire.Appliquer(ouvert.Dossier.Contenu)),
                    phrase = $"Enregistré à {Francais.Heure(ouvert.Dossier.ModifieLe)}",
                    points = EtapePage.De(ouvert, etape, acteur, horloge.Maintenant).PointsParEtape(),
                }
            )
            : Redirect(ApresLEtape.Adresse(ouvert.Dossier, etape, action));
    }

    /// <summary>The plan asking what it may at most; unchanged where no rule gives a highest amount.</summary>
    private ContenuDossier AuMaximum(DossierOuvert ouvert, ContenuDossier contenu) =>
        ouvert.Examiner(Moment.Simulation, horloge.Maintenant, contenu.Projet).Bornes is { Admettent: true } bornes
            ? contenu with
            {
                Projet = contenu.Projet.AuMaximum(
                    bornes.Plafond,
                    ouvert.Reglement.Applique<ParticipationMinimale>() ? ParticipationMinimale.ApportMinimal(contenu.Projet) : Euros.Zero
                ),
            }
            : contenu;

    /// <summary>True for what the page saves by itself, as one types.</summary>
    private bool EstAutomatique => Request.EstAutomatique();

    private string? Champ(string nom) => Request.Form.TryGetValue(nom, out var valeur) ? valeur.ToString() : null;

    /// <summary>Beside what others wrote meanwhile. A form that does not say what it showed is refused once anything changed.</summary>
    private Fusion<ContenuDossier> Fusionner(DossierOuvert ouvert, string etape, IFormulaireDEtape formulaire)
    {
        // A closed field is not sent by its page: what is saved stays.
        var mien = PartiesDEtape
            .Rubriques(etape)
            .Where(r => !ouvert.Dossier.EstOuverte(r.Cle))
            .Aggregate(formulaire.Appliquer(ouvert.Dossier.Contenu), (contenu, fermee) =>
                fermee.Reprendre(ouvert.Dossier.Contenu, contenu)
            );
        if (Champ("Origine") is { Length: > 0 } origine)
            return Fusion<ContenuDossier>.Faire(
                PartiesDEtape.De(etape),
                origine,
                mien,
                Montre(ouvert, etape),
                cle => Champ("Choix." + cle),
                EstSaSuite(ouvert.Dossier, formulaire.Revision)
            );
        return formulaire.Revision == ouvert.Dossier.Revision ? new Fusion<ContenuDossier>(mien, []) : throw new PagePerimeeException();
    }

    /// <summary>True when the last saving is this page's own, whose answer it never got.</summary>
    private bool EstSaSuite(Dossier dossier, int revision) =>
        Champ("Page") is { Length: 32 } page && page == dossier.DernierePage && revision + 1 == dossier.Revision;

    /// <summary>What a page could not send is not asked of it.</summary>
    private void OublierLesChampsFermes(Dossier dossier)
    {
        if (dossier.Etat == EtatDossier.ACompleter)
            foreach (
                var cle in ModelState.Keys.Where(k => k.Length > 0 && !dossier.EstOuverte(EtapesDuDossier.RubriqueDuControle(k))).ToList()
            )
                ModelState.Remove(cle);
    }

    /// <summary>What the untouched page of a step would save: a form may write a value otherwise than it is kept.</summary>
    private static ContenuDossier Montre(DossierOuvert ouvert, string etape) =>
        (
            etape switch
            {
                "collectivite" => (IFormulaireDEtape)CollectiviteFormulaire.De(ouvert.Dossier),
                "groupement" => GroupementFormulaire.De(ouvert, null),
                "projet" => ProjetFormulaire.De(ouvert.Dossier),
                "criteres" => CriteresFormulaire.De(ouvert.Dossier, ouvert.Reglement),
                "financement" => FinancementFormulaire.De(ouvert.Dossier, null),
                _ => CalendrierFormulaire.De(ouvert.Dossier),
            }
        ).Appliquer(ouvert.Dossier.Contenu);

    /// <summary>Says what may not be saved: on its page, or to the page that is open and keeps what is typed.</summary>
    private IActionResult Refuser(DossierOuvert ouvert, string etape, IFormulaireDEtape formulaire, Acteur acteur)
    {
        if (EstAutomatique)
            return UnprocessableEntity(ModelState.Fautes());
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        (EtapePage.De(ouvert, etape, acteur, horloge.Maintenant) with { Refusee = true, Origine = Champ("Origine") ?? "" }).Remplir(
            ViewData,
            Moment.Simulation
        );
        return View(formulaire);
    }

    /// <summary>Two people changed the same fields: mine, theirs, and the choice.</summary>
    private IActionResult Choisir(DossierOuvert ouvert, string etape, IFormulaireDEtape formulaire, Fusion<ContenuDossier> fusion)
    {
        if (EstAutomatique)
            return Conflict(new { phrase = fusion.PhraseDesConflits() });
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(
            "/Features/Shared/Conflit.cshtml",
            ConflitPage.De(
                DuConflit(ouvert.Dossier, EtapesDuDossier.Trouver(etape).Nom),
                formulaire.Appliquer(ouvert.Dossier.Contenu),
                Montre(ouvert, etape),
                fusion,
                Request.Form
            )
        );
    }

    private static (string, string, IReadOnlyList<Miette>, string) DuConflit(Dossier dossier, string etape)
    {
        var titre = dossier.Titre.Length == 0 ? "Projet sans titre" : dossier.Titre;
        return (
            etape,
            "le dossier",
            [("Mes dossiers", Adresses.MesDossiers), (titre, Adresses.Dossiers.Un(dossier.Adresse)), (etape, null)],
            "recalculer"
        );
    }

    /// <summary>The SIRET is one of the collectivité's: the dossier belongs to it.</summary>
    private void VerifierLeSiret(IFormulaireDEtape formulaire, string siren)
    {
        if (formulaire is CollectiviteFormulaire { Siret: { } texte } && Siret.TryParse(texte, out var siret) && siret.Siren != siren)
            ModelState.AddModelError(
                nameof(CollectiviteFormulaire.Siret),
                Francais.Typographier($"Ce SIRET n’est pas celui de votre collectivité, dont le SIREN est {siren}.")
            );
    }
}
