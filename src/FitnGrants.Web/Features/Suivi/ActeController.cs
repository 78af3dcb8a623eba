using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What who manages sees of an act: what is missing, what waits, what was refused.</summary>
/// <param name="Suivi">The act and its dossier.</param>
/// <param name="Examen">What stops its edition and what alerts; null once it is edited.</param>
/// <param name="Formulaire">What it says, as typed.</param>
public sealed record ActePage(UnSuivi Suivi, Resultat? Examen, ActeFormulaire Formulaire)
{
    /// <summary>The form that was refused, and its bound content: « signature », « envoi ».</summary>
    public (string Nom, object Saisie)? Refuse { get; init; }
}

/// <summary>The act, for who manages it: written, edited, signed, sent, received.</summary>
[Route("suivi/{numero}")]
[Requiert(Droit.GererSuivi)]
public sealed class ActeController(MoyensDuSuivi moyens, ScansDePapiers scans) : PagesDeSuivi(moyens)
{
    [HttpGet("acte")]
    public Task<IActionResult> Voir(string numero, CancellationToken arret) => PageAsync(numero, null, null, arret);

    [HttpPost("acte")]
    public Task<IActionResult> Ecrire([FromRoute] string numero, ActeFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple(
                (a, _) =>
                {
                    a.Attributif.Ecrire(formulaire.Termes(), formulaire.LesDeliberations(), a.Acteur);
                    return Actes.Rien;
                }
            ),
            ("Projet d’acte enregistré.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, formulaire, null, arret),
            arret
        );

    [HttpPost("acte/sirets/confirmation")]
    public Task<IActionResult> ConfirmerLesSirets([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple(
                (a, _) =>
                {
                    a.Attributif.ConfirmerLesSirets(a.Acteur);
                    return Actes.Rien;
                }
            ),
            ("SIRET confirmé.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ("sirets", formulaire), arret),
            arret
        );

    [HttpPost("acte/conditions/{rang}")]
    public Task<IActionResult> LeverUneCondition(
        [FromRoute] string numero,
        [FromRoute] int rang,
        MotifFormulaire formulaire,
        CancellationToken arret
    ) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple((a, c) => a.Attributif.LeverUneCondition(rang, Saisie.Propre(formulaire.Motif), a.Acteur, c.Instant)),
            ("Condition levée.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ($"condition-{rang}", formulaire), arret),
            arret
        );

    [HttpPost("plan/accord")]
    public Task<IActionResult> AccepterLePlan([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple((a, c) => a.Attributif.AccepterLePlan(Saisie.Propre(formulaire.Motif), c)),
            ("Plan accepté : sa dépense éligible est celle de l’acte.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ("plan", formulaire), arret),
            arret
        );

    [HttpPost("plan/retour")]
    public Task<IActionResult> RendreLePlan([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple((a, _) => a.Attributif.RendreLePlan(Saisie.Propre(formulaire.Motif), a.Acteur)),
            ("Plan rendu au porteur, qui en est averti.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ("retour", formulaire), arret),
            arret
        );

    [HttpPost("acte/edition")]
    public Task<IActionResult> Editer([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            async (a, c) =>
            {
                var (_, attribuant) = await Moyens.Cadres.AttribuantAsync(a.Attributif, c.Jour, arret);
                var resultat = a.Attributif.Editer(c, attribuant);
                if (resultat.EstAccepte)
                    await Moyens.Papiers.FigerAsync(a.Dossier, a.Attributif, c.Jour, arret);
                return resultat;
            },
            ("Acte édité : son papier est figé. Faites-le signer.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ("edition", formulaire), arret),
            arret
        );

    [HttpPost("acte/engagements")]
    public Task<IActionResult> NoterLesEngagements([FromRoute] string numero, EngagementsFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple(
                (a, _) =>
                {
                    a.Attributif.NoterLesEngagements([.. ActeFormulaire.Numeros(formulaire.Ej)], a.Acteur);
                    return Actes.Rien;
                }
            ),
            (formulaire.Ej is null ? "Aucun engagement juridique n’est noté." : "Engagement juridique noté.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ("engagements", formulaire), arret),
            arret
        );

    [HttpPost("acte/reprise")]
    public Task<IActionResult> Reprendre([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple((a, c) => a.Attributif.Reprendre(Saisie.Propre(formulaire.Motif), a.Acteur, c.Instant)),
            ("Acte repris : l’ancien papier reste lisible, remplacé.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ("reprise", formulaire), arret),
            arret
        );

    [HttpPost("acte/signature")]
    [EnableRateLimiting(LimitesDeDebit.Televersements)]
    [RequestSizeLimit(OptionsDePieces.OctetsParEnvoi)]
    [RequestFormLimits(MultipartBodyLengthLimit = OptionsDePieces.OctetsParEnvoi)]
    public async Task<IActionResult> Signer([FromRoute] string numero, SignatureDeLActeFormulaire formulaire, CancellationToken arret)
    {
        var scan = await RecevoirLeScanAsync(scans, formulaire.Fichier, arret);
        return await ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple(
                (a, c) =>
                {
                    var (resultat, piece) = a.Attributif.Signer(
                        Saisie.Date(formulaire.SigneLe),
                        formulaire.Jours(),
                        scan,
                        a.Acteur,
                        c.Instant
                    );
                    if (piece is not null)
                        Moyens.Db.Pieces.Add(piece);
                    return resultat;
                }
            ),
            ("Signatures notées.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ("signature", formulaire), arret),
            arret
        );
    }

    [HttpPost("acte/envoi")]
    public Task<IActionResult> Envoyer([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple((a, c) => a.Attributif.Envoyer(a.Dossier.RejetImpliciteLe, Saisie.Propre(formulaire.Motif), a.Acteur, c.Instant)),
            ("Acte envoyé : son bénéficiaire l’ouvre dans son espace, ou vous notez sa réception.", Adresses.Suivi.Acte(numero)),
            _ => PageAsync(numero, null, ("envoi", formulaire), arret),
            arret
        );

    [HttpPost("acte/reception")]
    public Task<IActionResult> Recevoir([FromRoute] string numero, ReceptionDeLActeFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple((a, c) => a.Attributif.Recevoir(Saisie.Date(formulaire.RecuLe), Saisie.Propre(formulaire.Preuve), c, a.Engagement)),
            ("Réception notée : les délais du projet en partent.", Adresses.Suivi.Un(numero)),
            _ => PageAsync(numero, null, ("reception", formulaire), arret),
            arret
        );

    private ActeDemande Demande(string numero, int revision) =>
        ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.GererSuivi, revision);

    private Task<IActionResult> PageAsync(string numero, ActeFormulaire? saisi, (string, object)? refuse, CancellationToken arret) =>
        MontrerAsync(
            numero,
            Droit.GererSuivi,
            "Acte",
            async suivi =>
            {
                var cadre = await Moyens.Cadres.DeAsync(suivi.Dossier, User.ActeurRequis(), Moyens.Horloge.Maintenant, arret);
                var (emetteur, attribuant) = await Moyens.Cadres.AttribuantAsync(suivi.Acte, cadre.Jour, arret);
                var termes = suivi.Acte.Termes
                    ?? suivi.Acte.TermesProposes(suivi.Dossier, cadre.Reglement) with
                    {
                        Comptable = emetteur.Fiche.Comptable,
                        Imputation = emetteur.Fiche.Imputation,
                    };
                return new ActePage(
                    suivi,
                    suivi.Acte.Etat == EtatActe.Projet ? suivi.Acte.Examiner(cadre, attribuant) : null,
                    saisi ?? ActeFormulaire.De(suivi.Acte, termes)
                )
                {
                    Refuse = refuse,
                };
            },
            arret
        );
}
