using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The money of an act: its requests, what is due, what was paid.</summary>
/// <param name="Suivi">The act and its dossier.</param>
/// <param name="Demandes">Every request, the first first; those being written only for who may write them.</param>
/// <param name="Liquidation">What is due and what was paid.</param>
public sealed record VersementsPage(UnSuivi Suivi, IReadOnlyList<DemandeDeVersement> Demandes, Liquidation Liquidation);

/// <summary>Requests of payment, as those concerned read them, and as their porteur writes them.</summary>
[Route("suivi/{numero}/versements")]
public sealed class VersementsController(MoyensDuSuivi moyens, PapiersDeVersement papiers, ScansDePapiers scans) : PagesDeVersement(moyens)
{
    [HttpGet("{rang}/certificat.pdf")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Certificat(string numero, int rang, CancellationToken arret) =>
        PapierAsync(numero, rang, (s, d) => papiers.CertificatAsync(s, d, arret), arret);

    [HttpGet("{rang}/etat-recapitulatif.pdf")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> EtatRecapitulatif(string numero, int rang, CancellationToken arret) =>
        PapierAsync(
            numero,
            rang,
            async (s, d) => d.Lignes.IsEmpty ? null : await papiers.EtatRecapitulatifAsync(s, d, Moyens.Horloge.Aujourdhui, arret),
            arret
        );

    private async Task<IActionResult> PapierAsync(
        string numero,
        int rang,
        Func<UnSuivi, DemandeDeVersement, Task<byte[]?>> papier,
        CancellationToken arret
    ) =>
        ModelState.IsValid
        && await TrouverAsync(numero, Droit.LireSuivi, arret) is { } suivi
        && Argent(suivi).Demandes.FirstOrDefault(d => d.Rang == rang) is { } demande
        && await papier(suivi, demande) is { } pdf
            ? File(pdf, "application/pdf")
            : NotFound();

    /// <summary>The état récapitulatif with the visa of the public accountant.</summary>
    [HttpGet("{rang}/visa.pdf")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Visa(string numero, int rang, CancellationToken arret) =>
        PapierAsync(
            numero,
            rang,
            async (_, d) =>
                d.VisaId is not { } piece ? null : await scans.LireAsync(piece, arret) ?? throw new ActeImpossibleException(PapierEnExamen),
            arret
        );

    [HttpPost("{rang}/visa")]
    [Requiert(Droit.ExecuterLeProjet)]
    public async Task<IActionResult> Viser(
        [FromRoute] string numero,
        [FromRoute] int rang,
        VisaFormulaire formulaire,
        CancellationToken arret
    )
    {
        var scan = await RecevoirLeScanAsync(scans, formulaire.Fichier, arret);
        return await SurAsync(
            (numero, rang, Droit.ExecuterLeProjet, formulaire.Revision),
            (a, c, d) =>
            {
                var (resultat, piece) = a.Attributif.ViserUnVersement(d, Saisie.Date(formulaire.ViseLe), scan, c);
                if (piece is not null)
                    Moyens.Db.Pieces.Add(piece);
                return resultat;
            },
            "Visa noté.",
            ("visa", formulaire),
            arret
        );
    }

    [HttpGet("")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Liste(string numero, CancellationToken arret) => ListeAsync(numero, Droit.LireSuivi, arret);

    [HttpPost("")]
    [Requiert(Droit.ExecuterLeProjet)]
    public async Task<IActionResult> Commencer([FromRoute] string numero, NouveauVersementFormulaire formulaire, CancellationToken arret)
    {
        var rang = 0;
        var reponse = await ActerAsync(
            Demande(numero, Droit.ExecuterLeProjet, formulaire.Revision),
            Simple(
                (a, c) =>
                {
                    var (demande, resultat) = a.Attributif.PreparerUnVersement(formulaire.Nature ?? NatureDeVersement.Acompte, c);
                    if (demande is not null)
                        Moyens.Db.Versements.Add(demande);
                    rang = demande?.Rang ?? 0;
                    return resultat;
                }
            ),
            ("Demande commencée : complétez-la, puis transmettez-la.", Adresses.Suivi.Versements(numero)),
            _ => ListeAsync(numero, Droit.ExecuterLeProjet, arret),
            arret
        );
        return reponse is RedirectResult && rang > 0 ? Redirect(Adresses.Suivi.Versement(numero, rang)) : reponse;
    }

    [HttpGet("{rang}")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Voir(string numero, int rang, CancellationToken arret) =>
        UnePageAsync(numero, rang, Droit.LireSuivi, null, arret);

    /// <summary>Saves what was typed; adds a line, or those of a spreadsheet, without saving.</summary>
    [HttpPost("{rang}")]
    [Requiert(Droit.ExecuterLeProjet)]
    [RequestFormLimits(ValueCountLimit = 8192)]
    public async Task<IActionResult> Ecrire(
        [FromRoute] string numero,
        [FromRoute] int rang,
        string? action,
        VersementFormulaire formulaire,
        CancellationToken arret
    )
    {
        if (action is "ligne" or "coller" or "importer" || action?.StartsWith("retirer:", StringComparison.Ordinal) == true)
            return await AjouterDesLignesAsync(
                numero,
                action,
                formulaire,
                f => UnePageAsync(numero, rang, Droit.ExecuterLeProjet, ("saisie", f), arret),
                arret
            );
        var saisi = formulaire.SansVides();
        return await SurAsync(
            (numero, rang, Droit.ExecuterLeProjet, formulaire.Revision),
            (a, c, d) => a.Attributif.EcrireUnVersement(d, Saisie.Montant(saisi.Montant), saisi.LesLignes(), c),
            "Demande enregistrée.",
            ("saisie", saisi),
            arret
        );
    }

    /// <summary>What is typed, by who represents the collectivité: it certifies what it sends.</summary>
    [HttpPost("{rang}/transmission")]
    [Requiert(Droit.EngagerLaCollectivite)]
    [RequestFormLimits(ValueCountLimit = 8192)]
    public Task<IActionResult> Transmettre(
        [FromRoute] string numero,
        [FromRoute] int rang,
        VersementFormulaire formulaire,
        CancellationToken arret
    )
    {
        var saisi = formulaire.SansVides();
        return SurAsync(
            (numero, rang, Droit.EngagerLaCollectivite, formulaire.Revision),
            (a, c, d) => a.Attributif.TransmettreUnVersement(d, Saisie.Montant(saisi.Montant), saisi.LesLignes(), c),
            "Demande transmise au service.",
            ("saisie", saisi),
            arret
        );
    }

    /// <summary>Erases a request that is being written.</summary>
    [HttpPost("{rang}/effacement")]
    [Requiert(Droit.ExecuterLeProjet)]
    public async Task<IActionResult> Effacer(
        [FromRoute] string numero,
        [FromRoute] int rang,
        MotifFormulaire formulaire,
        CancellationToken arret
    )
    {
        var reponse = await SurAsync(
            (numero, rang, Droit.ExecuterLeProjet, formulaire.Revision),
            (a, c, d) =>
            {
                var resultat = a.Attributif.EffacerUnVersement(d, c);
                Moyens.Db.Versements.Remove(d);
                return resultat;
            },
            "Demande effacée.",
            ("effacement", formulaire),
            arret
        );
        return reponse is RedirectResult ? Redirect(Adresses.Suivi.Versements(numero)) : reponse;
    }

    /// <summary>Takes a request back before its control.</summary>
    [HttpPost("{rang}/reprise")]
    [Requiert(Droit.EngagerLaCollectivite)]
    public Task<IActionResult> Reprendre(
        [FromRoute] string numero,
        [FromRoute] int rang,
        MotifFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            (numero, rang, Droit.EngagerLaCollectivite, formulaire.Revision),
            (a, c, d) => a.Attributif.ReprendreUnVersement(d, c),
            "Demande reprise : modifiez-la, puis transmettez-la à nouveau.",
            ("reprise", formulaire),
            arret
        );

    private async Task<IActionResult> ListeAsync(string numero, Droit droit, CancellationToken arret)
    {
        if (await TrouverAsync(numero, droit, arret) is not { Acte.RecuLe: not null } suivi)
            return NotFound();
        ViewData.Porter(suivi);
        return View("/Features/Suivi/Versements.cshtml", Argent(suivi));
    }
}
