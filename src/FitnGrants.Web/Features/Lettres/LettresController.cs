using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>The letters of a dossier, each with its path.</summary>
/// <param name="Dossier">Its dossier.</param>
/// <param name="Lettres">The last first.</param>
/// <param name="PeutSuivre">True for who says what became of one: the secretariat for a decision, the service for the rest.</param>
/// <param name="Aujourdhui">Paris day.</param>
public sealed record LettresPage(
    Dossier Dossier,
    IReadOnlyList<CheminDeLettre> Lettres,
    Func<CheminDeLettre, bool> PeutSuivre,
    DateOnly Aujourdhui
)
{
    /// <summary>Reference of the letter that was chosen; null for the last one.</summary>
    public string? Choisie { get; init; }

    /// <summary>Its form that was refused, as typed.</summary>
    public object? Refuse { get; init; }

    public CheminDeLettre? Ouverte => Lettres.FirstOrDefault(l => l.Reference == Choisie) ?? Lettres.FirstOrDefault();
}

[Route("instruction/{numero}/lettres")]
public sealed class LettresController(FitnContext db, SuiviDesLettres suivi, ScansDePapiers scans, Horloge horloge) : Controller
{
    [HttpGet("")]
    [Requiert(Droit.LireListeDeTravail)]
    public Task<IActionResult> Voir(string numero, string? lettre, CancellationToken arret) =>
        MontrerAsync(numero, p => p with { Choisie = lettre }, arret);

    [HttpPost("{reference}/signature")]
    [Requiert(Droit.SuivreLettres)]
    [EnableRateLimiting(LimitesDeDebit.Televersements)]
    [RequestSizeLimit(OptionsDePieces.OctetsParEnvoi)]
    [RequestFormLimits(MultipartBodyLengthLimit = OptionsDePieces.OctetsParEnvoi)]
    public async Task<IActionResult> Signer(
        [FromRoute] string numero,
        [FromRoute] string reference,
        SignatureFormulaire formulaire,
        CancellationToken arret
    )
    {
        FichierRecu? scan = null;
        if (ModelState.IsValid)
        {
            (scan, var refus) = await scans.RecevoirAsync(formulaire.Fichier!, arret);
            if (refus is not null)
                ModelState.AddModelError(nameof(formulaire.Fichier), refus);
        }
        return await FaireAsync(
            (numero, reference),
            (formulaire, nameof(formulaire.SigneeLe)),
            "Lettre signée jointe. Elle s’ouvrira dès que l’antivirus l’aura examinée.",
            c => suivi.SignerAsync(c, Saisie.Date(formulaire.SigneeLe)!.Value, scan!, User.ActeurRequis(), arret),
            arret
        );
    }

    [HttpPost("{reference}/envoi")]
    [Requiert(Droit.SuivreLettres)]
    public Task<IActionResult> Poster(
        [FromRoute] string numero,
        [FromRoute] string reference,
        EnvoiFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            (numero, reference),
            (formulaire, nameof(formulaire.PosteeLe)),
            "Envoi noté.",
            async c =>
            {
                var (lettre, jours) = await suivi.TrouverAsync(c, arret);
                lettre.Poster(Saisie.Date(formulaire.PosteeLe)!.Value, Saisie.Propre(formulaire.Recommande), jours, User.ActeurRequis());
            },
            arret
        );

    [HttpPost("{reference}/reception")]
    [Requiert(Droit.SuivreLettres)]
    public Task<IActionResult> Recevoir(
        [FromRoute] string numero,
        [FromRoute] string reference,
        ReceptionFormulaire formulaire,
        CancellationToken arret
    ) =>
        FaireAsync(
            (numero, reference),
            (formulaire, nameof(formulaire.RecueLe)),
            "Réception notée.",
            async c =>
            {
                var (lettre, jours) = await suivi.TrouverAsync(c, arret);
                lettre.Recevoir(Saisie.Date(formulaire.RecueLe)!.Value, jours, User.ActeurRequis());
            },
            arret
        );

    /// <summary>What the path of a letter does not allow is said beside the day that was typed.</summary>
    private async Task<IActionResult> FaireAsync(
        (string Numero, string Reference) ou,
        (object Formulaire, string Champ) saisi,
        string succes,
        Func<CheminDeLettre, Task> acte,
        CancellationToken arret
    )
    {
        var acteur = User.ActeurRequis();
        var dossier = await TrouverAsync(ou.Numero, Droit.SuivreLettres, arret);
        var lettres = dossier is null ? [] : await CheminDeLettre.DuDossierAsync(db, dossier, Lecteur.De(acteur), arret);
        if (lettres.FirstOrDefault(l => l.Reference == ou.Reference) is not { } lettre || !Suit(acteur, dossier!)(lettre))
            return NotFound();
        if (ModelState.IsValid)
            try
            {
                await db.ActeAsync(acteur, horloge.Maintenant, () => acte(lettre), arret);
            }
            catch (ActeImpossibleException e)
            {
                db.ChangeTracker.Clear();
                ModelState.AddModelError(saisi.Champ, e.Message);
            }
        if (!ModelState.IsValid)
            return await MontrerAsync(ou.Numero, p => p with { Choisie = ou.Reference, Refuse = saisi.Formulaire }, arret);
        TempData["Succes"] = succes;
        return Redirect($"{Adresses.Instruction.Lettres(ou.Numero)}?lettre={ou.Reference}");
    }

    /// <summary>A decision is signed and told by the region: its préfectures read the path of its letter, and say nothing of it.</summary>
    private static Func<CheminDeLettre, bool> Suit(Acteur acteur, Dossier dossier)
    {
        var notifie = acteur.Pour(Droit.Notifier).Any(h => h.Region == dossier.Region);
        var instruit = acteur.Pour(Droit.SuivreLettres).Any(h => !Matrice.Accorde(h.Role, Droit.Notifier));
        return lettre => lettre.EstUneDecision ? notifie : instruit || notifie;
    }

    private Task<Dossier?> TrouverAsync(string numero, Droit droit, CancellationToken arret) =>
        db.Dossiers.VisiblesPar(User.ActeurRequis(), droit).FirstOrDefaultAsync(d => d.Numero == numero, arret);

    private async Task<IActionResult> MontrerAsync(string numero, Func<LettresPage, LettresPage> avec, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        var lu = await db
            .Dossiers.VisiblesPar(acteur, Droit.LireListeDeTravail)
            .Where(d => d.Numero == numero)
            .Select(d => new { Dossier = d, Visible = db.Dossiers.VisiblesPar(acteur, Droit.SuivreLettres).Any(x => x.Id == d.Id) })
            .FirstOrDefaultAsync(arret);
        if (lu is null)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        var lettres = await CheminDeLettre.DuDossierAsync(db, lu.Dossier, Lecteur.De(acteur), arret);
        return View(
            "/Features/Lettres/DuDossier.cshtml",
            avec(new LettresPage(lu.Dossier, lettres, lu.Visible ? Suit(acteur, lu.Dossier) : _ => false, horloge.Aujourdhui))
        );
    }
}
