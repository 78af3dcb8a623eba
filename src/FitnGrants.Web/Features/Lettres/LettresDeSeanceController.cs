using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>The letters of a session: read, edited for their signature, signed, printed, posted.</summary>
[Route("comite/seances/{id:guid}/lettres")]
[Requiert(Droit.Notifier)]
public sealed class LettresDeSeanceController(
    FitnContext db,
    SuiviDesLettres suivi,
    ScansDePapiers depot,
    DocumentsDuDossier documents,
    LettresDuDossier lettres,
    Papiers papiers,
    RegistreDesReglements reglements,
    Horloge horloge
) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Voir(Guid id, CancellationToken arret) => MontrerAsync(id, p => p, arret);

    /// <summary>One letter as it stands: a draft, what was edited, or the signed paper.</summary>
    [HttpGet("{decision:guid}/lettre.pdf")]
    public async Task<IActionResult> Lire(Guid id, Guid decision, CancellationToken arret) =>
        await ChargerAsync(id, arret) is { } page && page.Lettres.FirstOrDefault(l => l.Reference == $"{decision}") is { } lettre
            ? File(await LireAsync(lettre, arret), "application/pdf")
            : NotFound();

    [HttpGet("impression.pdf")]
    public async Task<IActionResult> Imprimer(Guid id, LettresAImprimer quoi, CancellationToken arret)
    {
        if (await ChargerAsync(id, arret) is not { } page || page.Choisies(quoi).ToList() is not { Count: > 0 } choisies)
            return NotFound();
        var lues = new List<byte[]>();
        foreach (var lettre in choisies)
            lues.Add(await LireAsync(lettre, arret));
        return File(AssemblageDePdf.Assembler(lues), "application/pdf");
    }

    [HttpGet("archive.zip")]
    public async Task<IActionResult> Archiver(Guid id, LettresAImprimer quoi, CancellationToken arret)
    {
        if (await ChargerAsync(id, arret) is not { } page || page.Choisies(quoi).ToList() is not { Count: > 0 } choisies)
            return NotFound();
        return new LettresZip(page.Seance.Jour, choisies, LireAsync);
    }

    /// <summary>Freezes the letters to be signed by hand, with the day that they bear.</summary>
    [HttpPost("edition")]
    public async Task<IActionResult> Editer([FromRoute] Guid id, EditionFormulaire formulaire, CancellationToken arret)
    {
        if (await ChargerAsync(id, arret) is not { } page)
            return NotFound();
        var choisies = page.AEditer.Where(l => formulaire.AEditer.Contains(Guid.Parse(l.Reference))).ToList();
        Task<IActionResult> Refuser() => MontrerAsync(id, p => p with { Edition = formulaire }, arret);
        if (!ModelState.IsValid)
            return await Refuser();
        var jour = Saisie.Date(formulaire.DateesDu)!.Value;
        // What was edited since the page was shown is not edited again unseen.
        void Editer(Lettre lettre, JoursDeLettre jours)
        {
            if (!formulaire.Vues.Contains($"{lettre.Reference}:{lettre.Editions}"))
                throw new PagePerimeeException(id);
            lettre.Editer(jour, jours, User.ActeurRequis());
        }
        var decisions = await DecisionsAsync(choisies, arret);
        foreach (var manque in await lettres.ManquesAsync(decisions, jour, arret))
            ModelState.AddModelError(nameof(formulaire.DateesDu), $"Ces lettres ne s’éditent pas encore : {manque.Phrase}.");
        if (!ModelState.IsValid || !await FaireAsync(choisies, nameof(formulaire.DateesDu), Editer, arret))
            return await Refuser();
        foreach (var lettre in await CheminDeLettre.DeLaSeanceAsync(db, id, arret))
            if (choisies.Exists(c => c.Reference == lettre.Reference))
                await LireAsync(lettre, arret);
        TempData["Succes"] = Francais.Compte(choisies.Count, "lettre éditée, prête à signer", "lettres éditées, prêtes à signer") + ".";
        return Redirect(Adresses.Seances.Lettres(id));
    }

    /// <summary>Signed papers, each joined to the letter of the dossier whose number is in the name of the file.</summary>
    [HttpPost("signatures")]
    [EnableRateLimiting(LimitesDeDebit.Televersements)]
    [RequestSizeLimit(OptionsDePieces.OctetsParEnvoi)]
    [RequestFormLimits(MultipartBodyLengthLimit = OptionsDePieces.OctetsParEnvoi)]
    public async Task<IActionResult> Signer([FromRoute] Guid id, SignaturesFormulaire formulaire, CancellationToken arret)
    {
        if (await ChargerAsync(id, arret) is not { } page)
            return NotFound();
        var reconnus = formulaire
            .Fichiers.Select(f =>
                (Fichier: f, Lettre: page.Lettres.Where(l => Nomme(f.FileName, l.Numero)).ToList() is [var une] ? une : null)
            )
            .ToList();
        foreach (var doubles in reconnus.Where(r => r.Lettre is not null).GroupBy(r => r.Lettre!.Numero).Where(g => g.Skip(1).Any()))
            ModelState.AddModelError(nameof(formulaire.Fichiers), $"Plusieurs fichiers portent le numéro {doubles.Key} : gardez-en un.");
        foreach (var (fichier, _) in reconnus.Where(r => r.Lettre is null))
            ModelState.AddModelError(
                nameof(formulaire.Fichiers),
                Francais.Typographier(
                    $"« {NomDeFichier.Sur(fichier.FileName)} » : son nom ne porte pas le numéro d’un seul dossier de cette séance. "
                        + "Renommez-le, ou joignez cette lettre depuis son dossier."
                )
            );
        var scans = new List<(CheminDeLettre Lettre, FichierRecu Scan)>();
        if (ModelState.IsValid)
            foreach (var (fichier, lettre) in reconnus)
                if (await depot.RecevoirAsync(fichier, arret) is var (recu, refus) && recu is not null)
                    scans.Add((lettre!, recu));
                else
                    ModelState.AddModelError(nameof(formulaire.Fichiers), refus!);
        if (!ModelState.IsValid || !await SignerAsync(scans, Saisie.Date(formulaire.SigneesLe)!.Value, arret))
            return await MontrerAsync(id, p => p with { Signatures = formulaire }, arret);
        TempData["Succes"] =
            Francais.Compte(scans.Count, "lettre signée jointe", "lettres signées jointes")
            + (scans.Count == 1 ? ". Elle s’ouvrira" : ". Chacune s’ouvrira")
            + " dès que l’antivirus l’aura examinée.";
        return Redirect(Adresses.Seances.Lettres(id));
    }

    [HttpPost("envois")]
    public async Task<IActionResult> Poster([FromRoute] Guid id, EnvoisFormulaire formulaire, CancellationToken arret)
    {
        if (await ChargerAsync(id, arret) is not { } page)
            return NotFound();
        var choisies = page.APoster.Where(l => formulaire.Postees.Contains(Guid.Parse(l.Reference))).ToList();
        // Posted meanwhile: its day and its number stay.
        if (choisies.Count < formulaire.Postees.Distinct().Count())
            throw new PagePerimeeException(id);
        if (
            !ModelState.IsValid
            || !await FaireAsync(
                choisies,
                nameof(formulaire.PosteesLe),
                (l, c) => l.Poster(Saisie.Date(formulaire.PosteesLe)!.Value, null, c, User.ActeurRequis()),
                arret
            )
        )
            return await MontrerAsync(id, p => p with { Envois = formulaire }, arret);
        TempData["Succes"] = Francais.Compte(choisies.Count, "envoi noté", "envois notés") + ".";
        return Redirect(Adresses.Seances.Lettres(id));
    }

    private Task<bool> SignerAsync(List<(CheminDeLettre Lettre, FichierRecu Scan)> scans, DateOnly jour, CancellationToken arret) =>
        EssayerAsync(
            nameof(SignaturesFormulaire.SigneesLe),
            async () =>
            {
                foreach (var (lettre, scan) in scans)
                    await suivi.SignerAsync(lettre, jour, scan, User.ActeurRequis(), arret);
            },
            arret
        );

    private Task<bool> FaireAsync(
        List<CheminDeLettre> choisies,
        string champ,
        Action<Lettre, JoursDeLettre> verbe,
        CancellationToken arret
    ) =>
        EssayerAsync(
            champ,
            async () =>
            {
                foreach (var chemin in choisies)
                {
                    var (lettre, jours) = await suivi.TrouverAsync(chemin, arret);
                    verbe(lettre, jours);
                }
            },
            arret
        );

    /// <summary>All or none; what is refused is said beside the day.</summary>
    private async Task<bool> EssayerAsync(string champ, Func<Task> acte, CancellationToken arret)
    {
        try
        {
            await db.ActeAsync(User.ActeurRequis(), horloge.Maintenant, acte, arret);
            return true;
        }
        catch (ActeImpossibleException e)
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError(champ, e.Message);
            return false;
        }
    }

    private async Task<byte[]> LireAsync(CheminDeLettre lettre, CancellationToken arret)
    {
        var dossier = await db.Dossiers.Include(d => d.Versions).SingleAsync(d => d.Id == lettre.DossierId, arret);
        var decision = (await DecisionsAsync([lettre], arret))[0];
        return lettre.NotifieeLe is null
            ? await documents.AvantNotificationAsync(dossier, decision, arret)
            : (await documents.LettreAsync(dossier, decision.Id, editee: false, arret))!;
    }

    private Task<List<Domain.Seances.Decision>> DecisionsAsync(IReadOnlyList<CheminDeLettre> choisies, CancellationToken arret)
    {
        Guid[] ids = [.. choisies.Select(l => Guid.Parse(l.Reference))];
        return db.Decisions.Where(d => ids.Contains(d.Id)).ToListAsync(arret);
    }

    private static bool Nomme(string fichier, string numero) => fichier.Contains(numero, StringComparison.OrdinalIgnoreCase);

    private Task<LettresDeSeance?> ChargerAsync(Guid id, CancellationToken arret) =>
        LettresDeSeance.ChargerAsync(db, papiers, reglements, id, User.ActeurRequis(), horloge.Aujourdhui, arret);

    private async Task<IActionResult> MontrerAsync(Guid id, Func<LettresDeSeance, LettresDeSeance> avec, CancellationToken arret)
    {
        if (await ChargerAsync(id, arret) is not { } page)
            return NotFound();
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return View("/Features/Lettres/DeSeance.cshtml", avec(page));
    }
}
