using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>Money that comes back.</summary>
/// <param name="Argent">The money of the act.</param>
/// <param name="Formulaire">The one that was refused, or an empty one.</param>
/// <param name="Refuse">Its name, and the rank of its reversement: « titre-1 »; empty where none was.</param>
public sealed record ReversementsPage(VersementsPage Argent, ReversementFormulaire Formulaire, string Refuse);

[Route("suivi/{numero}/reversements")]
public sealed class ReversementsController(MoyensDuSuivi moyens) : PagesDeVersement(moyens)
{
    /// <summary>Its first reading by who may answer is the reception of what is asked.</summary>
    [HttpGet("")]
    [Requiert(Droit.LireSuivi)]
    public async Task<IActionResult> Voir(string numero, CancellationToken arret)
    {
        if (await TrouverAsync(numero, Droit.LireSuivi, arret) is { } suivi)
            await RecevoirLesReversementsAsync(suivi, arret);
        return await PageAsync(numero, Droit.LireSuivi, new ReversementFormulaire(), "", arret);
    }

    [HttpPost("")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Demander([FromRoute] string numero, ReversementFormulaire formulaire, CancellationToken arret) =>
        FaireAsync(
            numero,
            (formulaire, "demande"),
            (a, c) =>
                a.Attributif.DemanderUnReversement(
                    formulaire.Fondement,
                    Saisie.Montant(formulaire.Montant),
                    Saisie.Propre(formulaire.Motif),
                    c
                ),
            "Observations demandées. Si la lettre part par la poste, notez sa réception.",
            arret
        );

    [HttpPost("{rang}/observations")]
    [Requiert(Droit.ExecuterLeProjet)]
    public Task<IActionResult> Repondre(
        [FromRoute] string numero,
        [FromRoute] int rang,
        ReversementFormulaire formulaire,
        CancellationToken arret
    ) =>
        ActerAsync(
            Demande(numero, Droit.ExecuterLeProjet, formulaire.Revision),
            Simple((a, c) => a.Attributif.RepondreAuReversement(rang, Saisie.Propre(formulaire.Motif), c)),
            ("Observations transmises au service.", Adresses.Suivi.Reversements(numero)),
            _ => PageAsync(numero, Droit.ExecuterLeProjet, formulaire, $"observations-{rang}", arret),
            arret
        );

    /// <summary>Observations that came by post.</summary>
    [HttpPost("{rang}/courrier")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> NoterLesObservations(
        [FromRoute] string numero,
        [FromRoute] int rang,
        ReversementFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            numero,
            (formulaire, $"courrier-{rang}"),
            (a, c) => a.Attributif.RepondreAuReversement(rang, Saisie.Propre(formulaire.Motif), c),
            "Observations notées.",
            arret
        );

    [HttpPost("{rang}/reception")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Recevoir(
        [FromRoute] string numero,
        [FromRoute] int rang,
        ReversementFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            numero,
            (formulaire, $"reception-{rang}"),
            (a, c) => a.Attributif.RecevoirUnReversement(rang, Saisie.Date(formulaire.RecuLe), c),
            "Réception notée.",
            arret
        );

    [HttpPost("{rang}/titre")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Decider(
        [FromRoute] string numero,
        [FromRoute] int rang,
        ReversementFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            numero,
            (formulaire, $"titre-{rang}"),
            (a, c) => a.Attributif.DeciderUnReversement(rang, Saisie.Propre(formulaire.Titre), c),
            "Reversement décidé. Sans compte ici, le bénéficiaire l’apprend par la lettre que vous postez.",
            arret
        );

    [HttpPost("{rang}/recouvrement")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Recouvrer(
        [FromRoute] string numero,
        [FromRoute] int rang,
        ReversementFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            numero,
            (formulaire, $"recouvrement-{rang}"),
            (a, c) =>
                a.Attributif.RecouvrerUnReversement(rang, Saisie.Date(formulaire.Le), Saisie.Montant(formulaire.Montant), c, a.Engagement),
            "Recouvrement noté.",
            arret
        );

    /// <summary>Takes the last recovery back: by another agent than the one who recorded it.</summary>
    [HttpPost("{rang}/recouvrement/annulation")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> AnnulerUnRecouvrement(
        [FromRoute] string numero,
        [FromRoute] int rang,
        ReversementFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            numero,
            (formulaire, $"annulation-{rang}"),
            (a, c) => a.Attributif.AnnulerUnRecouvrement(rang, Saisie.Propre(formulaire.Motif), c, a.Engagement),
            "Recouvrement annulé.",
            arret
        );

    [HttpPost("{rang}/fin")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Classer(
        [FromRoute] string numero,
        [FromRoute] int rang,
        ReversementFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            numero,
            (formulaire, $"fin-{rang}"),
            (a, c) =>
                a.Attributif.ClasserUnReversement(rang, formulaire.Fin ?? EtatDeReversement.SansSuite, Saisie.Propre(formulaire.Motif), c),
            "Reversement classé. Sans compte ici, le bénéficiaire l’apprend par la lettre que vous postez.",
            arret
        );

    private Task<IActionResult> FaireAsync(
        string numero,
        (ReversementFormulaire Saisie, string Nom) formulaire,
        Func<ActeEnCours, CadreDeLActe, Domain.Socle.Resultat> verbe,
        string phrase,
        CancellationToken arret
    ) =>
        ActerAsync(
            Demande(numero, Droit.GererSuivi, formulaire.Saisie.Revision, enveloppe: true),
            Simple(verbe),
            (phrase, Adresses.Suivi.Reversements(numero)),
            _ => PageAsync(numero, Droit.GererSuivi, formulaire.Saisie, formulaire.Nom, arret),
            arret
        );

    private async Task<IActionResult> PageAsync(
        string numero,
        Droit droit,
        ReversementFormulaire formulaire,
        string refuse,
        CancellationToken arret
    )
    {
        if (await TrouverAsync(numero, droit, arret) is not { Acte.RecuLe: not null } suivi)
            return NotFound();
        ViewData.Porter(suivi);
        return View("/Features/Suivi/Reversements.cshtml", new ReversementsPage(Argent(suivi), formulaire, refuse));
    }
}
