using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The papers of a session: booklet before, minutes after; a draft until it is closed.</summary>
[Route("comite/seances/{id:guid}")]
public sealed class MinutesController(FitnContext db, Minutes minutes, Livret livret, Archives archives) : Controller
{
    [HttpGet("releve.pdf")]
    [Requiert(Droit.LireSeances)]
    public Task<IActionResult> Releve(Guid id, int? edition, CancellationToken arret) => ProduireAsync(id, "releve", edition, arret);

    [HttpGet("proces-verbal.pdf")]
    [Requiert(Droit.LireSeances)]
    public Task<IActionResult> ProcesVerbal(Guid id, int? edition, CancellationToken arret) =>
        ProduireAsync(id, "proces-verbal", edition, arret);

    /// <summary>Type of the signed minutes in the archive.</summary>
    public const string Signe = "proces-verbal-signe";

    /// <summary>The signed minutes: whole, so not for who withdrew from a point that is not told yet.</summary>
    [HttpGet("proces-verbal-signe.pdf")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> ProcesVerbalSigne(Guid id, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        return
            await TrouverAsync(id, acteur, arret) is { } seance
            // What its envelope says of other sessions may be hidden from the reader too.
            && (await minutes.ProduireAsync(seance, "proces-verbal", Lecteur.De(acteur), arret)).Entier
            && await archives.LireLeSigneAsync(id, Signe, arret) is { } pdf
            ? File(pdf, "application/pdf")
            : NotFound();
    }

    [HttpGet("livret.pdf")]
    [Requiert(Droit.LireSeances)]
    public async Task<IActionResult> Livret(Guid id, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (
            await TrouverAsync(id, acteur, arret) is not { Etat: not EtatSeance.Annulee } seance
            || seance.Points.All(p => p.Etat == EtatPoint.Retire)
        )
            return NotFound();
        return File(await archives.ProjeterAsync(await livret.ProduireAsync(seance, Lecteur.De(acteur), arret), arret), "application/pdf");
    }

    private async Task<IActionResult> ProduireAsync(Guid id, string type, int? edition, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (await TrouverAsync(id, acteur, arret) is not { Etat: EtatSeance.Ouverte or EtatSeance.Cloturee } seance)
            return NotFound();
        // Who withdrew from a point, there or elsewhere, reads a copy without what was said of it; only what everyone may read is kept.
        var (document, entier) = await minutes.ProduireAsync(seance, type, Lecteur.De(acteur), arret);
        // Who chaired and who kept it sign the minutes: without them they are a draft, unless they were edited before that was asked.
        var incomplet =
            Minutes.ManquesDe(seance, type).Count > 0 && await archives.LireAsync(seance.Id, type, document.Reference, arret) is null;
        if (seance.Etat == EtatSeance.Ouverte || !entier || incomplet)
            return edition is null ? File(await archives.ProjeterAsync(document, arret), "application/pdf") : NotFound();
        var pdf = await archives.LireAsync(seance.Id, type, edition is null ? document.Reference : $"edition-{edition}", arret)
            ?? (edition is null ? await EditerAsync(id, type, acteur, arret) : null);
        return pdf is null ? NotFound() : File(pdf, "application/pdf");
    }

    /// <summary>Read and kept under the session's lock: what is being saved meanwhile is in it, or comes too late and says so.</summary>
    private async Task<byte[]?> EditerAsync(Guid id, string type, Acteur acteur, CancellationToken arret)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(arret);
        await db.VerrouillerSeanceAsync(id, arret);
        if (await TrouverAsync(id, acteur, arret) is not { } seance)
            return null;
        var (document, _) = await minutes.ProduireAsync(seance, type, Lecteur.De(acteur), arret);
        var pdf = await archives.ObtenirAsync(seance.Id, document, arret);
        await transaction.CommitAsync(CancellationToken.None);
        return pdf;
    }

    private Task<Seance?> TrouverAsync(Guid id, Acteur acteur, CancellationToken arret) =>
        db.Seances.VisiblesPar(acteur, Droit.LireSeances).Include(s => s.Points).FirstOrDefaultAsync(s => s.Id == id, arret);
}
