using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Features.Echanges;

public sealed record MessageFormulaire
{
    public string? Texte { get; init; }

    /// <summary>The last message that the page showed: what came after it was not read.</summary>
    public Guid? Dernier { get; init; }
    public List<IFormFile> Fichiers { get; init; } = [];

    /// <summary>Marks of files that came with a refused sending.</summary>
    public List<string> Gardes { get; init; } = [];
}

public sealed class MessageValidator : AbstractValidator<MessageFormulaire>
{
    public MessageValidator()
    {
        RuleFor(f => f.Texte).NotEmpty().WithMessage("Écrivez votre message.").TexteLibre(4000);
        RuleFor(f => f.Fichiers)
            .Must((f, l) => l.Count + f.Gardes.Count <= MessagesController.FichiersAuPlus)
            .WithMessage("Dix fichiers au plus par message.");
    }
}

/// <summary>What a collectivité and the service in charge wrote to each other.</summary>
/// <param name="Dossier">Its address and title.</param>
/// <param name="Messages">The first first.</param>
/// <param name="Agent">True for a reader of the service.</param>
/// <param name="Service">Who is in charge.</param>
/// <param name="AttenteDepuis">Paris day since which the porteur waits for an answer; null when it does not.</param>
public sealed record MessagesPage(
    (string Adresse, string Titre, string? Numero) Dossier,
    IReadOnlyList<MessagesPage.Ligne> Messages,
    bool Agent,
    string Service,
    DateOnly? AttenteDepuis,
    IReadOnlyList<FichierGarde> Gardes
)
{
    public sealed record Ligne(Message Message, IReadOnlyList<PieceLue> Pieces);
}

/// <summary>The exchange on a dossier, from both sides.</summary>
[Route("dossiers/{reference}/messages")]
[Requiert(Droit.Echanger)]
public sealed class MessagesController(
    FitnContext db,
    PiecesDuDossier pieces,
    FichiersGardes gardes,
    Reglements.RegistreDesReglements reglements,
    IOptions<OptionsDePieces> options,
    Horloge horloge
) : Controller
{
    private const int Montres = 200;
    internal const int FichiersAuPlus = 10;

    [HttpGet("")]
    public Task<IActionResult> Lire(string reference, CancellationToken arret) =>
        MontrerAsync(reference, new MessageFormulaire(), [], arret);

    [HttpPost("")]
    [UneFois]
    [EnableRateLimiting(LimitesDeDebit.Televersements)]
    [RequestSizeLimit(OptionsDePieces.OctetsParEnvoi)]
    [RequestFormLimits(MultipartBodyLengthLimit = OptionsDePieces.OctetsParEnvoi)]
    public async Task<IActionResult> Ecrire([FromRoute] string reference, MessageFormulaire formulaire, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (await db.Dossiers.AsTracking().EchangesDe(acteur).ParAdresse(reference).FirstOrDefaultAsync(arret) is not { } dossier)
            return NotFound();
        var recus = formulaire.Gardes.Select(g => gardes.Lire(g, dossier.Id)).OfType<FichierRecu>().DistinctBy(r => r.Id).ToList();
        Guid[] ids = [.. recus.Select(r => r.Id)];
        if (recus.Count < formulaire.Gardes.Distinct(StringComparer.Ordinal).Count())
            ModelState.AddModelError(
                nameof(MessageFormulaire.Fichiers),
                "Un fichier reçu plus tôt n’est plus gardé : joignez-le à nouveau."
            );
        else if (await db.Pieces.AnyAsync(p => ids.Contains(p.Id), arret))
        {
            ModelState.AddModelError(
                nameof(MessageFormulaire.Fichiers),
                "Ces fichiers sont déjà partis avec un message : relisez l’échange avant d’écrire à nouveau."
            );
            recus.Clear();
        }
        else if (await DepasseAsync(dossier.Id, recus.Sum(r => r.Taille) + formulaire.Fichiers.Sum(f => f.Length), arret))
            ModelState.AddModelError(
                nameof(MessageFormulaire.Fichiers),
                Francais.Typographier(
                    "Il n’y a plus assez de place : les fichiers des messages d’un dossier pèsent "
                        + $"{Francais.Poids(options.Value.TotalMaximal)} au plus, ensemble."
                )
            );
        else if (formulaire.Fichiers.Count + recus.Count <= FichiersAuPlus)
            recus.AddRange(await RecevoirAsync(formulaire.Fichiers, arret));
        // What was received is not asked twice.
        if (!ModelState.IsValid)
            return await MontrerAsync(reference, formulaire, recus, arret);
        await EnvoyerAsync(dossier, formulaire, recus, acteur, arret);
        TempData["Succes"] = "Message envoyé.";
        return Redirect(Adresses.Dossiers.Messages(dossier.Adresse));
    }

    /// <summary>What the porteur wrote calls for no answer: it waits no more.</summary>
    [HttpPost("sans-reponse")]
    public async Task<IActionResult> Classer([FromRoute] string reference, Guid? dernier, CancellationToken arret)
    {
        var acteur = User.ActeurRequis();
        if (
            await db.Dossiers.EchangesDe(acteur).ParAdresse(reference).FirstOrDefaultAsync(arret)
                is not { ReponseAttendueDepuis: not null } dossier
            || Lecteur.De(acteur).EstDeLaCollectivite(dossier.Siren)
        )
            return NotFound();
        var fait = new Fait(new ClasserLesMessages(acteur.Fonction), nameof(Dossier), dossier.Id);
        await db.ActeAsync(acteur, horloge.Maintenant, () => RepondreAsync(dossier.Id, dernier, arret), arret, fait);
        TempData["Succes"] = "Ce dossier n’attend plus de réponse.";
        return Redirect(Adresses.Dossiers.Messages(dossier.Adresse));
    }

    private async Task<bool> DepasseAsync(Guid dossier, long poids, CancellationToken arret) =>
        poids > 0
        && poids
            + await db
                .Pieces.Where(p => p.DossierId == dossier && p.MessageId != null && p.Etat != EtatPiece.Refusee)
                .SumAsync(p => p.Taille, arret)
            > options.Value.TotalMaximal;

    private async Task<List<FichierRecu>> RecevoirAsync(List<IFormFile> fichiers, CancellationToken arret)
    {
        var (recus, refus) = (new List<FichierRecu>(), new List<string>());
        foreach (var fichier in fichiers)
        {
            await using var contenu = fichier.OpenReadStream();
            var (recu, phrase) = await pieces.RecevoirAsync(fichier.FileName, contenu, arret);
            if (recu is null)
                refus.Add(phrase!);
            else
                recus.Add(recu);
        }
        if (refus.Count > 0)
            ModelState.AddModelError(nameof(MessageFormulaire.Fichiers), string.Join(' ', refus));
        return recus;
    }

    private Task EnvoyerAsync(
        Dossier dossier,
        MessageFormulaire formulaire,
        List<FichierRecu> recus,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var instant = horloge.Maintenant;
        return db.ActeAsync(
            acteur,
            instant,
            () =>
            {
                var duService = !Lecteur.De(acteur).EstDeLaCollectivite(dossier.Siren);
                var message = Message.Ecrire(dossier, Saisie.Propre(formulaire.Texte)!, duService, acteur, instant);
                db.Messages.Add(message);
                db.Pieces.AddRange(recus.Select(r => Piece.Envoyer(dossier, message, r, acteur, instant)));
                return duService
                    ? RepondreAsync(dossier.Id, formulaire.Dernier, arret)
                    : AttendreAsync(dossier.Id, JourDeParis.De(instant), arret);
            },
            arret
        );
    }

    /// <summary>The porteur waits since the first message that has no answer; it makes no open grid stale.</summary>
    private Task AttendreAsync(Guid dossier, DateOnly depuis, CancellationToken arret) =>
        db
            .Dossiers.Where(d => d.Id == dossier)
            .ExecuteUpdateAsync(u => u.SetProperty(d => d.ReponseAttendueDepuis, d => d.ReponseAttendueDepuis ?? depuis), arret);

    /// <summary>It waits no more, but for what it wrote after the last message that the agent had in sight.</summary>
    private async Task RepondreAsync(Guid dossier, Guid? dernier, CancellationToken arret)
    {
        var vu = await db
            .Messages.Where(m => m.Id == dernier && m.DossierId == dossier)
            .Select(m => (DateTimeOffset?)m.Le)
            .FirstOrDefaultAsync(arret);
        var suivant = vu is null
            ? null
            : await db.Messages.Where(m => m.DossierId == dossier && !m.DuService && m.Le > vu).MinAsync(m => (DateTimeOffset?)m.Le, arret);
        DateOnly? depuis = suivant is { } le ? JourDeParis.De(le) : null;
        await db.Dossiers.Where(d => d.Id == dossier).ExecuteUpdateAsync(u => u.SetProperty(d => d.ReponseAttendueDepuis, depuis), arret);
    }

    private async Task<IActionResult> MontrerAsync(
        string reference,
        MessageFormulaire formulaire,
        List<FichierRecu> recus,
        CancellationToken arret
    )
    {
        var acteur = User.ActeurRequis();
        if (await db.Dossiers.EchangesDe(acteur).ParAdresse(reference).FirstOrDefaultAsync(arret) is not { Numero: not null } dossier)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        var messages = await db
            .Messages.Where(m => m.DossierId == dossier.Id)
            .OrderByDescending(m => m.Le)
            .ThenByDescending(m => m.Id)
            .Take(Montres)
            .ToListAsync(arret);
        var jointes = await db
            .Pieces.Where(p => p.DossierId == dossier.Id && p.MessageId != null)
            .OrderBy(p => p.AjouteeLe)
            .ToListAsync(arret);
        ViewData.Porter(
            new MessagesPage(
                (dossier.Adresse, dossier.Titre, dossier.Numero),
                [
                    .. messages
                        .AsEnumerable()
                        .Reverse()
                        .Select(m => new MessagesPage.Ligne(m, [.. jointes.Where(p => p.MessageId == m.Id).Select(PieceLue.De)])),
                ],
                !Lecteur.De(acteur).EstDeLaCollectivite(dossier.Siren),
                reglements.Exiger(dossier.Dispositif).Service(dossier.Departement),
                dossier.ReponseAttendueDepuis,
                [.. recus.Select(r => new FichierGarde(r.NomFichier, gardes.Marquer(r, dossier.Id)))]
            )
        );
        return View("/Features/Echanges/Messages.cshtml", formulaire);
    }
}
