using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The avenants of an act, as each of those concerned reads them.</summary>
/// <param name="Suivi">The act and its dossier.</param>
/// <param name="Examen">What stops the edition of the one being written; null while none is.</param>
/// <param name="Formulaire">What it changes, as typed.</param>
/// <param name="Demande">What the beneficiary asks, as typed.</param>
public sealed record AvenantsPage(UnSuivi Suivi, Resultat? Examen, AvenantFormulaire Formulaire, DemandeDAvenantFormulaire Demande)
{
    /// <summary>The form that was refused, and its bound content: « signature », « reception ».</summary>
    public (string Nom, object Saisie)? Refuse { get; init; }

    public Avenant? EnCours => Suivi.Acte.AvenantEnCours;
}

/// <summary>An act changes by avenant: asked for by its beneficiary, made by who manages.</summary>
[Route("suivi/{numero}/avenants")]
public sealed class AvenantsController(MoyensDuSuivi moyens, ScansDePapiers scans) : PagesDeSuivi(moyens)
{
    [HttpPost("")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Ecrire([FromRoute] string numero, AvenantFormulaire formulaire, CancellationToken arret) =>
        GererAsync(
            numero,
            (formulaire.Revision, "projet", formulaire),
            Simple(
                (a, c) =>
                    a.Attributif.EcrireUnAvenant(
                        formulaire.Modifications(),
                        (Saisie.Propre(formulaire.Raison), Saisie.Propre(formulaire.MotifDesAlertes)),
                        Saisie.Date(formulaire.DemandeLe),
                        c
                    )
            ),
            "Projet d’avenant enregistré.",
            arret
        );

    [HttpPost("plan/accord")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> AccepterLePlan([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        GererAsync(
            numero,
            (formulaire.Revision, "plan", formulaire),
            Simple((a, c) => a.Attributif.AccepterLePlan(Saisie.Propre(formulaire.Motif), c)),
            "Plan accepté : sa dépense éligible sera celle de l’avenant.",
            arret
        );

    [HttpPost("plan/retour")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> RendreLePlan([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        GererAsync(
            numero,
            (formulaire.Revision, "retour", formulaire),
            Simple((a, _) => a.Attributif.RendreLePlan(Saisie.Propre(formulaire.Motif), a.Acteur)),
            "Plan rendu au porteur, qui en est averti.",
            arret
        );

    [HttpPost("edition")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Editer([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        GererAsync(
            numero,
            (formulaire.Revision, "edition", formulaire),
            async (a, c) =>
            {
                var (_, attribuant) = await Moyens.Cadres.AttribuantAsync(a.Attributif, c.Jour, arret);
                var resultat = a.Attributif.EditerLAvenant(c, attribuant);
                if (resultat.EstAccepte)
                    await Moyens.Papiers.FigerLAvenantAsync(a.Dossier, a.Attributif, c.Jour, arret);
                return resultat;
            },
            "Avenant édité : son papier est figé. Faites-le signer.",
            arret
        );

    [HttpPost("reprise")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Reprendre([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        GererAsync(
            numero,
            (formulaire.Revision, "reprise", formulaire),
            Simple((a, c) => a.Attributif.ReprendreLAvenant(Saisie.Propre(formulaire.Motif), c)),
            "Avenant repris : corrigez-le, puis éditez-le à nouveau.",
            arret
        );

    [HttpPost("signature")]
    [Requiert(Droit.GererSuivi)]
    [EnableRateLimiting(LimitesDeDebit.Televersements)]
    [RequestSizeLimit(OptionsDePieces.OctetsParEnvoi)]
    [RequestFormLimits(MultipartBodyLengthLimit = OptionsDePieces.OctetsParEnvoi)]
    public async Task<IActionResult> Signer([FromRoute] string numero, SignatureDeLActeFormulaire formulaire, CancellationToken arret)
    {
        var scan = await RecevoirLeScanAsync(scans, formulaire.Fichier, arret);
        return await GererAsync(
            numero,
            (formulaire.Revision, "signature", formulaire),
            Simple(
                (a, c) =>
                {
                    var (resultat, piece) = a.Attributif.SignerLAvenant(Saisie.Date(formulaire.SigneLe), formulaire.Jours(), scan, c);
                    if (piece is not null)
                        Moyens.Db.Pieces.Add(piece);
                    return resultat;
                }
            ),
            "Signatures notées.",
            arret
        );
    }

    [HttpPost("envoi")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Envoyer([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        GererAsync(
            numero,
            (formulaire.Revision, "envoi", formulaire),
            Simple((a, c) => a.Attributif.EnvoyerLAvenant(c)),
            "Avenant envoyé : son bénéficiaire l’ouvre dans son espace, ou vous notez sa réception.",
            arret
        );

    [HttpPost("reception")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Recevoir([FromRoute] string numero, ReceptionDeLActeFormulaire formulaire, CancellationToken arret) =>
        GererAsync(
            numero,
            (formulaire.Revision, "reception", formulaire),
            Simple(
                (a, c) => a.Attributif.RecevoirLAvenant(Saisie.Date(formulaire.RecuLe), Saisie.Propre(formulaire.Preuve), c, a.Engagement)
            ),
            "Réception notée : l’avenant s’applique.",
            arret
        );

    [HttpPost("classement")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> Classer([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        GererAsync(
            numero,
            (formulaire.Revision, "classement", formulaire),
            Simple((a, c) => a.Attributif.ClasserLAvenant(Saisie.Propre(formulaire.Motif), c)),
            "Avenant sans suite : le bénéficiaire en est averti.",
            arret
        );

    [HttpGet("")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Voir(string numero, CancellationToken arret) => PageAsync(numero, Droit.LireSuivi, null, arret);

    [HttpPost("demande")]
    [Requiert(Droit.ExecuterLeProjet)]
    public Task<IActionResult> Demander([FromRoute] string numero, DemandeDAvenantFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.ExecuterLeProjet, formulaire.Revision),
            Simple((a, c) => a.Attributif.DemanderUnAvenant(Saisie.Propre(formulaire.Demande), Saisie.Date(formulaire.Achevement), c)),
            ("Demande transmise au service : sa réponse vous parviendra ici.", Adresses.Suivi.Avenants(numero)),
            _ => PageAsync(numero, Droit.LireSuivi, ("demande", formulaire), arret),
            arret
        );

    /// <summary>
    /// Its paper: for who manages at any time, for its beneficiary once it is sent. Its first opening there puts it in force.
    /// </summary>
    [HttpGet("{rang}.pdf")]
    [Requiert(Droit.LireSuivi)]
    public async Task<IActionResult> Papier(string numero, int rang, CancellationToken arret)
    {
        if (
            !ModelState.IsValid
            || await TrouverAsync(numero, Droit.LireSuivi, arret) is not { } suivi
            || suivi.Acte.Avenants.LastOrDefault(a => a.Rang == rang) is not { } avenant
            || !suivi.Lit(avenant)
        )
            return NotFound();
        var signe = avenant.NumeriseId is { } piece ? await scans.LireAsync(piece, arret) : null;
        if (signe is null && suivi.DuPorteur && avenant.NumeriseId is not null)
            throw new ActeImpossibleException(PapierEnExamen);
        var pdf = signe ?? await Moyens.Papiers.LAvenantAsync(suivi.Dossier, (suivi.Acte, avenant), Moyens.Horloge.Aujourdhui, arret);
        if (suivi is { Execute: true, Acte.Fin: null } && avenant.Etat == EtatAvenant.Envoye)
            await Moyens.Actes.FaireAsync(
                ActeDemande.DuSuivi(suivi.Numero, User.ActeurRequis(), Droit.ExecuterLeProjet, revision: null, enveloppe: true),
                async a =>
                {
                    a.Attributif.OuvrirLAvenant(await Moyens.Cadres.DeAsync(a, arret), a.Engagement);
                    return Actes.Rien;
                },
                arret
            );
        return File(pdf, "application/pdf");
    }

    private Task<IActionResult> GererAsync(
        string numero,
        (int Revision, string Nom, object Saisie) formulaire,
        Func<ActeEnCours, CadreDeLActe, Task<Resultat>> verbe,
        string phrase,
        CancellationToken arret
    ) =>
        ActerAsync(
            ActeDemande.DuSuivi(
                numero,
                User.ActeurRequis(),
                Droit.GererSuivi,
                formulaire.Revision,
                // Once received, what it takes off goes back to the envelope.
                enveloppe: formulaire.Nom == "reception"
            ),
            verbe,
            (phrase, Adresses.Suivi.Avenants(numero)),
            _ => PageAsync(numero, Droit.GererSuivi, (formulaire.Nom, formulaire.Saisie), arret),
            arret
        );

    private async Task<IActionResult> PageAsync(string numero, Droit droit, (string Nom, object Saisie)? refuse, CancellationToken arret)
    {
        if (await TrouverAsync(numero, droit, arret) is not { Acte.RecuLe: not null } suivi)
            return NotFound();
        var acte = suivi.Acte;
        Resultat? examen = null;
        if (suivi.Gere && acte.AvenantEnCours is { Etat: EtatAvenant.Projet })
        {
            var cadre = await Moyens.Cadres.DeAsync(suivi.Dossier, User.ActeurRequis(), Moyens.Horloge.Maintenant, arret);
            examen = acte.ExaminerLAvenant(cadre, (await Moyens.Cadres.AttribuantAsync(acte, cadre.Jour, arret)).Attribuant);
        }
        ViewData.Porter(suivi);
        return View(
            "/Features/Suivi/Avenants.cshtml",
            new AvenantsPage(
                suivi,
                examen,
                refuse?.Saisie as AvenantFormulaire ?? AvenantFormulaire.De(acte),
                refuse?.Saisie as DemandeDAvenantFormulaire ?? new DemandeDAvenantFormulaire { Revision = acte.Revision }
            )
            {
                Refuse = refuse,
            }
        );
    }
}
