using FitnGrants.Domain.Habilitations;
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
        RendreAsync(numero, s => lettres.NotificationAsync(s.Dossier, s.Acte, arret), arret);

    [HttpGet("lettres/prorogation-{rang}.pdf")]
    public Task<IActionResult> Prorogation(string numero, int rang, CancellationToken arret) =>
        RendreAsync(numero, s => lettres.ProrogationAsync(s.Dossier, rang, arret), arret);

    [HttpGet("lettres/observations-{objet}.pdf")]
    public Task<IActionResult> Observations(string numero, ObjetDesObservations objet, CancellationToken arret) =>
        RendreAsync(numero, s => lettres.ObservationsAsync(s.Dossier, s.Acte, objet, arret), arret);

    [HttpGet("lettres/fin.pdf")]
    public Task<IActionResult> Fin(string numero, CancellationToken arret) =>
        RendreAsync(numero, s => lettres.FinAsync(s.Dossier, s.Acte, arret), arret);

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
        if (!edite && suivi.Acte.NumeriseId is { } piece && await scans.LireAsync(piece, arret) is { } signe)
        {
            await OuvrirAsync(suivi, arret);
            return File(signe, "application/pdf");
        }
        var pdf = await Moyens.Papiers.LActeAsync(suivi.Dossier, suivi.Acte, Moyens.Horloge.Aujourdhui, arret);
        await OuvrirAsync(suivi, arret);
        return File(pdf, "application/pdf");
    }

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
