using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>What an instruction says beside its grid: irrecevabilité, orientation, similar projects, avis.</summary>
[Route("instruction/{numero}")]
public sealed class IssuesController(FitnContext db, RegistreDesReglements reglements, Actes actes) : Controller
{
    [HttpGet("irrecevabilite")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Irrecevabilite(string numero, CancellationToken arret) =>
        AfficherAsync(
            numero,
            "Irrecevabilite",
            p => new IrrecevabiliteFormulaire { Revision = p.Dossier.Revision, Regle = p.RegleProposee },
            d => d.InstruitsPar(User.ActeurRequis()),
            arret
        );

    [HttpPost("irrecevabilite")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Irrecevabilite([FromRoute] string numero, IrrecevabiliteFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            "Irrecevabilite",
            formulaire,
            formulaire.Revision,
            d => d.InstruitsPar(User.ActeurRequis()),
            (p, acteur, instant) =>
                p.Dossier.DeclarerIrrecevable(new Irrecevabilite(acteur, instant, p.Reglement, formulaire.Regle, formulaire.Motivation)),
            "Dossier déclaré irrecevable. Le porteur peut déposer un nouveau dossier.",
            arret
        );

    [HttpGet("reorientation")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Reorientation(string numero, CancellationToken arret) =>
        AfficherAsync(
            numero,
            "Reorientation",
            p => new ReorientationFormulaire
            {
                Revision = p.Dossier.Revision,
                Regle = p.RegleDOrientation,
                Axe = "Axe 2 de l’ITN7 (DINUM)",
            },
            d => d.InstruitsPar(User.ActeurRequis()),
            arret
        );

    [HttpPost("reorientation")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Reorientation([FromRoute] string numero, ReorientationFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            "Reorientation",
            formulaire,
            formulaire.Revision,
            d => d.InstruitsPar(User.ActeurRequis()),
            (p, acteur, instant) =>
                p.Dossier.Reorienter(
                    new Reorientation(acteur, instant, p.Reglement, formulaire.Regle, formulaire.Axe, formulaire.Motivation)
                ),
            "Dossier réorienté. Ce n’est pas un refus.",
            arret
        );

    [HttpGet("rapprochements")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Rapprochements(string numero, CancellationToken arret) =>
        AfficherAsync(
            numero,
            "Rapprochements",
            p => new RapprochementFormulaire { Revision = p.Dossier.Revision },
            d => d.InstruitsPar(User.ActeurRequis()),
            arret
        );

    [HttpPost("rapprochements")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Rapprochements([FromRoute] string numero, RapprochementFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            "Rapprochements",
            formulaire,
            formulaire.Revision,
            d => d.InstruitsPar(User.ActeurRequis()),
            (p, acteur, instant) =>
                p.AutreQuiSeJuge(formulaire.Numero) is not { } autre
                    ? throw new ActeImpossibleException("Action impossible : ce dossier n’est pas de ceux qui ressemblent à celui-ci.")
                    : p.Dossier.JugerLaSimilitude(
                        new JugementDeSimilitude(
                            acteur,
                            instant,
                            p.Reglement,
                            formulaire.Numero!,
                            formulaire.Identique switch
                            {
                                "oui" => true,
                                "non" => false,
                                _ => null,
                            },
                            formulaire.Motif
                        )
                        {
                            AJuger = [.. p.AJuger],
                            Refuse = autre.RefuseLe is not null,
                        }
                    ),
            "Jugement enregistré.",
            arret
        );

    /// <summary>The two projects side by side.</summary>
    [HttpGet("rapprochements/{autre}")]
    [Requiert(Droit.Instruire)]
    public Task<IActionResult> Comparer(string numero, string autre, CancellationToken arret) => CoteACoteAsync(numero, autre, null, arret);

    /// <summary>Rules on them; what is refused is said where both are still in sight.</summary>
    [HttpPost("rapprochements/{autre}")]
    [Requiert(Droit.Instruire)]
    public async Task<IActionResult> Comparer(
        [FromRoute] string numero,
        [FromRoute] string autre,
        RapprochementFormulaire formulaire,
        CancellationToken arret
    )
    {
        formulaire = formulaire with { Numero = autre };
        var reponse = await Rapprochements(numero, formulaire, arret);
        return Response.StatusCode == StatusCodes.Status422UnprocessableEntity
            ? await CoteACoteAsync(numero, autre, formulaire, arret)
            : reponse;
    }

    private async Task<IActionResult> CoteACoteAsync(string numero, string autre, RapprochementFormulaire? saisie, CancellationToken arret)
    {
        if (await ComparaisonPage.ChargerAsync(db, numero, autre, User.ActeurRequis(), arret) is not { } comparaison)
            return NotFound();
        ViewData["Comparaison"] = comparaison;
        return View("/Features/Instruction/Comparaison.cshtml", saisie ?? new RapprochementFormulaire { Revision = comparaison.Revision });
    }

    [HttpGet("avis")]
    [Requiert(Droit.DonnerAvis)]
    public Task<IActionResult> Avis(string numero, CancellationToken arret) =>
        AfficherAsync(
            numero,
            "Avis",
            p =>
                p.Donne is { } a
                    ? new AvisFormulaire
                    {
                        Revision = p.Dossier.Revision,
                        Departement = a.Departement,
                        Sens = a.Sens,
                        Texte = a.Texte,
                    }
                    : new AvisFormulaire { Revision = p.Dossier.Revision, Departement = p.DepartementDAvis },
            d => d.AvisDe(User.ActeurRequis()),
            arret
        );

    [HttpPost("avis")]
    [Requiert(Droit.DonnerAvis)]
    public Task<IActionResult> Avis([FromRoute] string numero, AvisFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            numero,
            "Avis",
            formulaire,
            formulaire.Revision,
            d => d.AvisDe(User.ActeurRequis()),
            (p, acteur, instant) =>
                p.Dossier.RendreAvis(
                    new RenduDAvis(acteur, instant, p.DepartementChoisi(formulaire.Departement, acteur), formulaire.Sens, formulaire.Texte)
                ),
            "Avis rendu. La préfecture de région et la séance le liront.",
            arret
        );

    private async Task<IActionResult> AfficherAsync(
        string numero,
        string vue,
        Func<IssuePage, object> formulaire,
        Func<IQueryable<Dossier>, IQueryable<Dossier>> perimetre,
        CancellationToken arret
    )
    {
        if (await IssuePage.ChargerAsync(db, reglements, numero, vue, perimetre, User.ActeurRequis(), arret) is not { } page)
            return NotFound();
        ViewData["Issue"] = page;
        return View($"/Features/Instruction/{vue}.cshtml", formulaire(page));
    }

    private Task<IActionResult> ActerAsync(
        string numero,
        string vue,
        object formulaire,
        int revision,
        Func<IQueryable<Dossier>, IQueryable<Dossier>> perimetre,
        Func<IssuePage, Acteur, DateTimeOffset, Resultat> acte,
        string succes,
        CancellationToken arret
    ) =>
        actes.RepondreAsync(
            this,
            new ActeDemande
            {
                Acteur = User.ActeurRequis(),
                Dossier = (numero, d => perimetre(d.Include(x => x.Controles))),
                Revision = revision,
            },
            async a => acte(await IssuePage.DeAsync(db, reglements, a.Dossier, vue, a.Acteur, arret), a.Acteur, a.Instant),
            new ReponseDActe(
                succes,
                vue switch
                {
                    "Avis" => "/instruction",
                    "Rapprochements" => $"/instruction/{numero}/rapprochements",
                    _ => $"/instruction/{numero}",
                } + Request.Suite(),
                async r =>
                {
                    if (await IssuePage.ChargerAsync(db, reglements, numero, vue, perimetre, User.ActeurRequis(), arret) is not { } page)
                        return NotFound();
                    ViewData["Issue"] = page;
                    ViewData["Refus"] = r?.Refus;
                    return View($"/Features/Instruction/{vue}.cshtml", formulaire);
                }
            ),
            arret
        );
}

/// <summary>A dossier loaded to act on it beside its grid.</summary>
public sealed record IssuePage(
    Dossier Dossier,
    Reglement Reglement,
    string Porteur,
    IReadOnlyList<IssuePage.Semblable> Semblables,
    string? DepartementDAvis
)
{
    /// <summary>A project that looks like this one; refused where it has a day of refusal.</summary>
    public sealed record Semblable(
        string Numero,
        string Titre,
        string Dispositif,
        int Similarite,
        DateOnly? RefuseLe,
        Rapprochement? Jugement
    );

    /// <summary>The avis already given by the actor's préfecture.</summary>
    public Avis? Donne => Dossier.Avis.FirstOrDefault(a => a.Departement == DepartementDAvis);

    /// <summary>Refused dossiers of the same dispositif: a refusal elsewhere is an alert only (A5).</summary>
    public IEnumerable<string> AJuger =>
        Semblables.Where(s => s.RefuseLe is not null && s.Dispositif == Dossier.Dispositif).Select(s => s.Numero);

    /// <summary>A project that may be ruled on: not one refused elsewhere.</summary>
    public Semblable? AutreQuiSeJuge(string? numero) =>
        Semblables.FirstOrDefault(s => s.Numero == numero && (s.RefuseLe is null || s.Dispositif == Dossier.Dispositif));

    /// <summary>The first blocking rule that does not hold, to start with.</summary>
    public string? RegleProposee => Dossier.RegleEnDefaut(Reglement);

    /// <summary>The rule that orients to another axis, where the règlement has one.</summary>
    public string? RegleDOrientation => Reglement.Trouver<Domain.Dossiers.Regles.AutreAxeOriente>()?.Code;

    /// <summary>Rules of the grid, to choose from.</summary>
    public IEnumerable<Composants.Reponse> Regles =>
        Dossier
            .Grille.Where(c => Reglement.Regles.Any(r => r.Code == c.Regle))
            .Select(c => new Composants.Reponse(c.Regle, $"{c.Nom} ({c.Regle})"));

    /// <summary>Those that a dossier must respect and does not hold: an irrecevabilité rests on one of them.</summary>
    public IEnumerable<Composants.Reponse> ReglesBloquantes =>
        Regles.Where(r => Bloque(r.Valeur) && Dossier.Grille.Any(c => c.Regle == r.Valeur && !c.EstTenue));

    private bool Bloque(string code) => Reglement.Regles.Any(r => r.Code == code && r.Mode == ModeRegle.Bloquant);

    public static async Task<IssuePage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string numero,
        string vue,
        Func<IQueryable<Dossier>, IQueryable<Dossier>> perimetre,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var dossiers = perimetre(db.Dossiers.Include(d => d.Controles));
        var dossier = await (vue == "Avis" ? dossiers.Include(d => d.Versions) : dossiers).FirstOrDefaultAsync(
            d => d.Numero == numero,
            arret
        );
        return dossier is null ? null : await DeAsync(db, reglements, dossier, vue, acteur, arret);
    }

    public static async Task<IssuePage> DeAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Dossier dossier,
        string vue,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        return new IssuePage(
            dossier,
            reglement,
            dossier.Porteur!.Nom,
            vue == "Rapprochements" ? await SemblablesAsync(db, reglement, dossier, acteur, arret) : [],
            DepartementsDe(dossier, acteur).OrderBy(d => dossier.AvisRendus.Contains(d)).FirstOrDefault()
        );
    }

    /// <summary>From this share of common trigrams on, a living project is shown as a possible duplicate.</summary>
    internal const double SeuilDeDoublon = 0.6;

    private static async Task<IReadOnlyList<Semblable>> SemblablesAsync(
        FitnContext db,
        Reglement reglement,
        Dossier dossier,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var situation = await db.PourLePorteurAsync(reglement, dossier.Sirens, dossier.Comparaison, arret);
        Rapprochement? Jugement(string numero) => dossier.Rapprochements.FirstOrDefault(r => r.Numero == numero);
        var refuses = situation
            .Semblables.Where(s => s.Numero != dossier.Numero)
            .Select(s => new Semblable(
                s.Numero,
                s.Titre,
                s.Dispositif,
                s.Similarite,
                situation.Refus.FirstOrDefault(r => r.Numero == s.Numero)?.Le,
                Jugement(s.Numero)
            ))
            .ToList();
        return
        [
            .. refuses,
            .. (await VivantsAsync(db, dossier, acteur, arret))
                .Where(v => !refuses.Exists(r => r.Numero == v.Numero))
                .Select(v => v with { Jugement = Jugement(v.Numero) }),
        ];
    }

    /// <summary>Deposited projects that read nearly the same, whoever bears them, the nearest first.</summary>
    private static Task<List<Semblable>> VivantsAsync(FitnContext db, Dossier dossier, Acteur acteur, CancellationToken arret) =>
        (
            from d in db.Dossiers.VisiblesPar(acteur, Droit.LireDossier)
            where
                d.Id != dossier.Id
                && d.Numero != null
                && EF.Functions.TrigramsAreSimilar(d.Comparaison, dossier.Comparaison)
                && EF.Functions.TrigramsSimilarity(d.Comparaison, dossier.Comparaison) >= SeuilDeDoublon
            orderby EF.Functions.TrigramsSimilarity(d.Comparaison, dossier.Comparaison) descending, d.Numero
            select new Semblable(
                d.Numero!,
                d.Titre,
                d.Dispositif,
                (int)(EF.Functions.TrigramsSimilarity(d.Comparaison, dossier.Comparaison) * 100),
                null,
                null
            )
        )
            .Take(10)
            .ToListAsync(arret);

    /// <summary>The département of a posted avis, if it is the actor's and the dossier's; else the first that waits.</summary>
    public string DepartementChoisi(string? departement, Acteur acteur) =>
        DepartementsDe(Dossier, acteur).FirstOrDefault(d => d == departement) ?? DepartementDAvis ?? "";

    private static IEnumerable<string> DepartementsDe(Dossier dossier, Acteur acteur) =>
        Perimetres.DepartementsDAvis(acteur).Where(d => dossier.Departements.Contains(d));
}
