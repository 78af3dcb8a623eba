using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The paper of an act, for all who may read it.</summary>
[Route("suivi/{numero}")]
[Requiert(Droit.LireSuivi)]
public sealed class PapierController(MoyensDuSuivi moyens, ScansDePapiers scans, LettresDuSuivi lettres) : PagesDeSuivi(moyens)
{
    [HttpGet("lettres/notification.pdf")]
    public Task<IActionResult> Notification(string numero, CancellationToken arret) =>
        RendreAsync(numero, s => lettres.NotificationAsync(s, arret), arret);

    [HttpGet("lettres/prorogation-{rang}.pdf")]
    public Task<IActionResult> Prorogation(string numero, int rang, CancellationToken arret) =>
        RendreAsync(numero, s => lettres.ProrogationAsync(s, rang, arret), arret);

    [HttpGet("lettres/observations-{rang}.pdf")]
    public Task<IActionResult> Observations(string numero, int rang, CancellationToken arret) =>
        RendreAsync(
            numero,
            async s =>
            {
                if (await lettres.ObservationsAsync(s, rang, arret) is not { } pdf)
                    return null;
                await RecevoirLesDemandesAsync(s, arret);
                return pdf;
            },
            arret
        );

    /// <summary>Its first opening by who may answer is its reception.</summary>
    [HttpGet("lettres/reversement-{rang}.pdf")]
    public Task<IActionResult> ObservationsDeReversement(string numero, int rang, CancellationToken arret) =>
        RendreAsync(
            numero,
            async s =>
            {
                if (await lettres.ObservationsDeReversementAsync(s, rang, arret) is not { } pdf)
                    return null;
                await RecevoirLesReversementsAsync(s, arret);
                return pdf;
            },
            arret
        );

    [HttpGet("lettres/arrete-de-reversement-{rang}.pdf")]
    public Task<IActionResult> Reversement(string numero, int rang, CancellationToken arret) =>
        RendreAsync(numero, s => lettres.ReversementAsync(s, rang, arret), arret);

    [HttpGet("lettres/etat-des-lieux.pdf")]
    public Task<IActionResult> EtatDesLieux(string numero, CancellationToken arret) =>
        RendreAsync(numero, s => lettres.EtatDesLieuxAsync(s, Moyens.Horloge.Aujourdhui, arret), arret);

    /// <summary>Its first opening by who may answer is its reception.</summary>
    [HttpGet("lettres/mise-en-demeure-{rang}.pdf")]
    public Task<IActionResult> MiseEnDemeure(string numero, int rang, CancellationToken arret) =>
        RendreAsync(
            numero,
            async s =>
            {
                if (await lettres.MiseEnDemeureAsync(s, rang, arret) is not { } pdf)
                    return null;
                await RecevoirLaDemeureAsync(s, arret);
                return pdf;
            },
            arret
        );

    [HttpGet("lettres/fin.pdf")]
    public Task<IActionResult> Fin(string numero, CancellationToken arret) => RendreAsync(numero, s => lettres.FinAsync(s, arret), arret);

    private async Task<IActionResult> RendreAsync(string numero, Func<UnSuivi, Task<byte[]?>> lettre, CancellationToken arret) =>
        ModelState.IsValid && await TrouverAsync(numero, Droit.LireSuivi, arret) is { } suivi && await lettre(suivi) is { } pdf
            ? File(pdf, "application/pdf")
            : NotFound();

    /// <summary>
    /// The paper: for who manages at any time, for its beneficiary once it is sent. Its first opening there is its reception.
    /// </summary>
    [HttpGet("acte.pdf")]
    public async Task<IActionResult> Papier(string numero, bool edite, CancellationToken arret)
    {
        if (await TrouverAsync(numero, Droit.LireSuivi, arret) is not { Lisible: true } suivi)
            return NotFound();
        if (suivi.Acte.Etat == EtatActe.Projet && !suivi.Gere)
            return NotFound();
        var signe = !edite && suivi.Acte.NumeriseId is { } piece ? await scans.LireAsync(piece, arret) : null;
        // What the beneficiary receives is what was signed, never the paper that waits for a signature.
        if (signe is null && suivi is { DuPorteur: true, Acte.NumeriseId: not null })
            throw new ActeImpossibleException(PapierEnExamen);
        var pdf = signe ?? await Moyens.Papiers.LActeAsync(suivi.Dossier, suivi.Acte, Moyens.Horloge.Aujourdhui, arret);
        await OuvrirAsync(suivi, arret);
        return File(pdf, "application/pdf");
    }

    /// <summary>An edition that was taken back: who manages and other agents still read what was frozen.</summary>
    [HttpGet("acte-{edition}.pdf")]
    public Task<IActionResult> Remplace(string numero, int edition, CancellationToken arret) =>
        RendreAsync(
            numero,
            s => s.DuPorteur ? Task.FromResult<byte[]?>(null) : Moyens.Papiers.EditionAsync(s.Dossier, s.Acte, edition, arret),
            arret
        );

    private Task OuvrirAsync(UnSuivi suivi, CancellationToken arret) =>
        suivi is { Execute: true, Acte: { EnvoyeLe: not null, RecuLe: null, Fin: null } }
            ? Moyens.Actes.FaireAsync(
                ActeDemande.DuSuivi(suivi.Numero, User.ActeurRequis(), Droit.ExecuterLeProjet, revision: null),
                async a =>
                {
                    a.Attributif.Ouvrir(await Moyens.Cadres.DeAsync(a, arret), a.Engagement);
                    return Actes.Rien;
                },
                arret
            )
            : Task.CompletedTask;
}
