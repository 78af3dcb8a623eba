using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>What an instruction says beside its grid: irrecevabilité, orientation, similar projects, avis.</summary>
[Route("instruction/{numero}")]
public sealed class IssuesController(
    FitnContext db,
    RegistreDesReglements reglements,
    Actes actes,
    LettresDuDossier lettres,
    Horloge horloge
) : Controller
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
    public async Task<IActionResult> Irrecevabilite([FromRoute] string numero, IrrecevabiliteFormulaire formulaire, CancellationToken arret)
    {
        await DireCeQuiManqueAsync(numero, arret);
        return await ActerAsync(
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
    }

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
    public async Task<IActionResult> Reorientation([FromRoute] string numero, ReorientationFormulaire formulaire, CancellationToken arret)
    {
        await DireCeQuiManqueAsync(numero, arret);
        return await ActerAsync(
            numero,
            "Reorientation",
            formulaire,
            formulaire.Revision,
            d => d.InstruitsPar(User.ActeurRequis()),
            (p, acteur, instant) =>
                p.Dossier.Reorienter(
                    new Reorientation(acteur, instant, p.Reglement, formulaire.Regle, formulaire.Axe, formulaire.Motivation)
                    {
                        Coordonnees = formulaire.Coordonnees,
                    }
                ),
            "Dossier réorienté. Ce n’est pas un refus.",
            arret
        );
    }

    /// <summary>The letter leaves with the act: what it lacks stops both.</summary>
    private async Task DireCeQuiManqueAsync(string numero, CancellationToken arret)
    {
        var dossiers = db.Dossiers.InstruitsPar(User.ActeurRequis());
        foreach (var manque in await lettres.ManquesDuServiceAsync(dossiers, numero, recours: true, horloge.Aujourdhui, arret))
            ModelState.AddModelError(manque.Phrase, $"La lettre ne peut pas partir : {manque.Phrase}.");
    }

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
        ViewData.Porter(comparaison);
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
        ViewData.Porter(page);
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
                    "Avis" => Adresses.Instruction.Liste,
                    "Rapprochements" => Adresses.Instruction.Rapprochements(numero),
                    _ => Adresses.Instruction.Un(numero),
                } + Request.Suite(),
                async r =>
                {
                    if (await IssuePage.ChargerAsync(db, reglements, numero, vue, perimetre, User.ActeurRequis(), arret) is not { } page)
                        return NotFound();
                    ViewData.Porter(page);
                    ViewData.Porter(r is null ? null : new RefusDActe([.. r.Refus]));
                    return View($"/Features/Instruction/{vue}.cshtml", formulaire);
                }
            ),
            arret
        );
}
