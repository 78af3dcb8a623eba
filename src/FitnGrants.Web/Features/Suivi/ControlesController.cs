using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The control of a request, by who manages or who instructs (suivi.md, 9): service fait, or sent back.</summary>
[Route("suivi/{numero}/versements/{rang}")]
[Requiert(Droit.ControlerLExecution)]
public sealed class ControlesController(MoyensDuSuivi moyens) : PagesDeVersement(moyens)
{
    [HttpPost("retour")]
    public Task<IActionResult> Rendre(
        [FromRoute] string numero,
        [FromRoute] int rang,
        MotifFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            (numero, rang, Droit.ControlerLExecution, formulaire.Revision),
            (a, c, d) => a.Attributif.RendreUnVersement(d, Saisie.Propre(formulaire.Motif), c),
            "Demande rendue au porteur, qui en est averti.",
            ("retour", formulaire),
            arret
        );

    /// <summary>Certifies the service fait; or computes again what it would say, and saves nothing.</summary>
    [HttpPost("controle")]
    [RequestFormLimits(ValueCountLimit = 8192)]
    public async Task<IActionResult> Controler(
        [FromRoute] string numero,
        [FromRoute] int rang,
        string? action,
        ControleFormulaire formulaire,
        CancellationToken arret
    ) =>
        action == "recalculer"
            ? await UnePageAsync(numero, rang, Droit.ControlerLExecution, ("controle", formulaire), arret)
            : await SurAsync(
                (numero, rang, Droit.ControlerLExecution, formulaire.Revision),
                (a, c, d) =>
                    a.Attributif.ControlerUnVersement(
                        d,
                        formulaire.LesLignes(),
                        Saisie.Montant(formulaire.Montant),
                        Saisie.Propre(formulaire.Motif),
                        c
                    ),
                "Service fait certifié.",
                ("controle", formulaire),
                arret
            );
}
