using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Etapes;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace FitnGrants.Web.Features.Pieces;

/// <summary>The pieces of a dossier: its step, one file after the other, and each file to who may read it.</summary>
[Route("dossiers/{reference}")]
public sealed class PiecesController(
    FitnContext db,
    DossiersDuPorteur dossiers,
    PiecesDuDossier pieces,
    IEntrepot entrepot,
    Horloge horloge
) : Controller
{
    [HttpGet("modifier/pieces")]
    [Requiert(Droit.EcrireDossier)]
    public Task<IActionResult> Etape(string reference, CancellationToken arret) =>
        AfficherAsync(reference, new PiecesFormulaire(), StatusCodes.Status200OK, arret);

    [HttpPost("modifier/pieces")]
    [Requiert(Droit.EcrireDossier)]
    [EnableRateLimiting(LimitesDeDebit.Televersements)]
    [RequestSizeLimit(OptionsDePieces.OctetsParEnvoi)]
    [RequestFormLimits(MultipartBodyLengthLimit = OptionsDePieces.OctetsParEnvoi)]
    public async Task<IActionResult> Joindre([FromRoute] string reference, PiecesFormulaire formulaire, CancellationToken arret)
    {
        if (await TrouverAsync(reference, arret) is not { } dossier)
            return NotFound();
        var notes = ModelState.IsValid ? await JoindreAsync(dossier, formulaire, arret) : [];
        if (Request.EstAutomatique())
            return ModelState.IsValid
                ? Json(new { phrase = notes.FirstOrDefault() ?? "Jointe", note = notes.Count > 0 })
                : UnprocessableEntity(new { phrase = ModelState.Values.First(v => v.Errors.Count > 0).Errors[0].ErrorMessage });
        if (!ModelState.IsValid)
            return await AfficherAsync(reference, formulaire, StatusCodes.Status422UnprocessableEntity, arret);
        if (formulaire.Fichiers.Count > 0)
            TempData["Succes"] =
                notes.Count == 0
                    ? Francais.Compte(formulaire.Fichiers.Count, "pièce jointe", "pièces jointes") + "."
                    : string.Join(' ', notes);
        return Redirect(Adresses.Dossiers.Etape(dossier.Adresse, (formulaire.Action == "continuer" ? "recapitulatif" : "pieces")));
    }

    [HttpPost("pieces/{id:guid}/retrait")]
    [Requiert(Droit.EcrireDossier)]
    public Task<IActionResult> Retirer(string reference, Guid id, CancellationToken arret) =>
        AgirAsync(reference, d => pieces.RetirerAsync(d, id, User.ActeurRequis(), arret), "Pièce retirée.", arret);

    [HttpPost("pieces/{id:guid}/analyse")]
    [Requiert(Droit.EcrireDossier)]
    public Task<IActionResult> Relancer(string reference, Guid id, CancellationToken arret) =>
        AgirAsync(reference, d => pieces.RelancerAsync(d, id, User.ActeurRequis(), arret), "Analyse relancée.", arret);

    /// <summary>The file, once it is known to be clean; agents get what was deposited only.</summary>
    [HttpGet("pieces/{id:guid}")]
    [Requiert(Droit.LireDossier)]
    public async Task<IActionResult> Lire(string reference, Guid id, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        string[] miennes = [.. Lecteur.De(acteur).Sirens];
        // What goes with a message is for who exchanges on the dossier.
        var suivis = db.Dossiers.EchangesDe(acteur);
        var piece = await (
            from d in db.Dossiers.VisiblesPar(acteur, Droit.LireDossier).ParAdresse(reference)
            join p in db.Pieces on d.Id equals p.DossierId
            where
                p.Id == id
                && p.Etat == EtatPiece.Saine
                // A signed letter is opened as its letter, by who may read that.
                && p.LettreId == null
                && (p.MessageId == null ? miennes.Contains(d.Siren) || p.Version != null : suivis.Any(s => s.Id == d.Id))
            select p
        ).FirstOrDefaultAsync(arret);
        if (piece is null || await entrepot.LireAsync(piece.Id, arret) is not { } contenu)
            return NotFound();
        Response.AdmettreDansUnCadre();
        var disposition = new ContentDispositionHeaderValue(
            PieceLue.Affichables.Contains(piece.TypeMime, StringComparer.Ordinal) ? "inline" : "attachment"
        );
        disposition.SetHttpFileName(NomDeFichier.Sur(piece.NomFichier));
        Response.Headers.ContentDisposition = disposition.ToString();
        return File(contenu, piece.TypeMime, enableRangeProcessing: true);
    }

    /// <summary>Joins each file; what is refused is said at its field, what is worth knowing is given back.</summary>
    private async Task<IReadOnlyList<string>> JoindreAsync(Dossier dossier, PiecesFormulaire formulaire, CancellationToken arret)
    {
        var jointures = new List<Jointure>();
        foreach (var fichier in formulaire.Fichiers)
        {
            await using var contenu = fichier.OpenReadStream();
            jointures.Add(
                await pieces.JoindreAsync(dossier, formulaire.Type!.Value, fichier.FileName, contenu, User.ActeurRequis(), arret)
            );
        }
        if (jointures.Exists(j => j.Refus is not null))
            ModelState.AddModelError(nameof(PiecesFormulaire.Fichiers), string.Join(' ', jointures.Select(j => j.Refus).OfType<string>()));
        return [.. jointures.Select(j => j.Note).OfType<string>()];
    }

    private Task<Dossier?> TrouverAsync(string reference, CancellationToken arret) =>
        db.Dossiers.AsTracking().VisiblesPar(User.ActeurRequis(), Droit.EcrireDossier).ParAdresse(reference).FirstOrDefaultAsync(arret);

    private async Task<IActionResult> AgirAsync(string reference, Func<Dossier, Task<bool>> acte, string succes, CancellationToken arret)
    {
        if (await TrouverAsync(reference, arret) is not { } dossier || !await acte(dossier))
            return NotFound();
        TempData["Succes"] = succes;
        return Redirect(Adresses.Dossiers.Pieces(dossier.Adresse));
    }

    private async Task<IActionResult> AfficherAsync(string reference, PiecesFormulaire formulaire, int code, CancellationToken arret)
    {
        if (await dossiers.OuvrirAsync(reference, User.ActeurRequis(), Droit.EcrireDossier, arret) is not { } ouvert)
            return NotFound();
        if (!ouvert.Dossier.EstModifiable)
            return Redirect(Adresses.Dossiers.Un(ouvert.Dossier.Adresse));
        Response.StatusCode = code;
        EtapePage.De(ouvert, "pieces", User.ActeurRequis(), horloge.Maintenant).Remplir(ViewData, Moment.Simulation);
        ViewData.Porter(
            new PiecesAJoindre(
                PieceAttendue.De(ouvert.Reglement, ouvert.Dossier.Contenu.Projet, t => ouvert.Pieces.Any(p => p.Type == t && p.Compte)),
                type => ouvert.Dossier.EstOuverte($"pieces.{type}")
            )
        );
        return View("/Features/Etapes/Pieces.cshtml", formulaire);
    }
}
