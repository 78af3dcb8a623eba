using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What the pages of an act are made of.</summary>
public sealed record MoyensDuSuivi(
    FitnContext Db,
    RegistreDesReglements Reglements,
    Actes Actes,
    CadresDeSuivi Cadres,
    PapiersDuSuivi Papiers,
    Horloge Horloge
)
{
    /// <summary>One act of several, in its own transaction: false where a colleague did it since, or it is not possible any more.</summary>
    /// <param name="demande">On which act, by whom.</param>
    /// <param name="acte">What is done.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<bool> EssayerAsync(ActeDemande demande, Func<ActeAttributif, CadreDeLActe, Resultat> acte, CancellationToken arret)
    {
        Db.ChangeTracker.Clear();
        try
        {
            return await Actes.FaireAsync(demande, async a => acte(a.Attributif, await Cadres.DeAsync(a, arret)), arret)
                is { EstAccepte: true };
        }
        catch (ActeImpossibleException)
        {
            return false;
        }
    }
}

/// <summary>The page that a partial is on: it links elsewhere.</summary>
public sealed record Ici(string Page);

/// <summary>A page of an act: found in the perimeter, shown, acted on in the one way of acts.</summary>
public abstract class PagesDeSuivi(MoyensDuSuivi moyens) : Controller
{
    protected MoyensDuSuivi Moyens => moyens;

    protected Task<UnSuivi?> TrouverAsync(string numero, Droit droit, CancellationToken arret) =>
        UnSuivi.ChargerAsync(moyens.Db, moyens.Reglements, numero, (User.ActeurRequis(), moyens.Horloge.Aujourdhui), arret, droit);

    /// <summary>Shows a page of the act, with what was typed; 404 outside the perimeter.</summary>
    protected async Task<IActionResult> MontrerAsync<T>(
        string numero,
        Droit droit,
        string vue,
        Func<UnSuivi, Task<T>> formulaire,
        CancellationToken arret
    )
    {
        if (await TrouverAsync(numero, droit, arret) is not { } suivi)
            return NotFound();
        ViewData.Porter(suivi);
        return View($"/Features/Suivi/{vue}.cshtml", await formulaire(suivi));
    }

    protected const string PapierEnExamen =
        "Le papier signé n’est pas encore lisible : l’antivirus l’examine. Rouvrez-le dans quelques minutes.";

    /// <summary>The scan of a signed paper, kept; one that is refused is said beside its field.</summary>
    protected async Task<FichierRecu?> RecevoirLeScanAsync(ScansDePapiers scans, IFormFile? fichier, CancellationToken arret)
    {
        if (!ModelState.IsValid || fichier is null)
            return null;
        var (scan, refus) = await scans.RecevoirAsync(fichier, arret);
        if (refus is not null)
            ModelState.AddModelError(nameof(SignatureDeLActeFormulaire.Fichier), refus);
        return scan;
    }

    /// <summary>What is asked of the beneficiary is received the first time one who may answer reads it, here or in its letter.</summary>
    protected Task RecevoirLesDemandesAsync(UnSuivi suivi, CancellationToken arret) =>
        suivi is { Execute: true, Acte.Fin: null } && suivi.Acte.Observations.Any(Attend)
            ? moyens.Actes.FaireAsync(
                ActeDemande.DuSuivi(suivi.Numero, User.ActeurRequis(), Droit.ExecuterLeProjet, revision: null),
                async a =>
                {
                    var cadre = await moyens.Cadres.DeAsync(a, arret);
                    foreach (var o in a.Attributif.Observations.Where(Attend).ToList())
                        a.Attributif.RecevoirLaDemande(o.Objet, cadre.Jour, cadre);
                    return Actes.Rien;
                },
                arret
            )
            : Task.CompletedTask;

    /// <summary>The same for what is asked back.</summary>
    protected Task RecevoirLesReversementsAsync(UnSuivi suivi, CancellationToken arret) =>
        suivi.Execute && suivi.Acte.Reversements.Any(Attend)
            ? moyens.Actes.FaireAsync(
                ActeDemande.DuSuivi(suivi.Numero, User.ActeurRequis(), Droit.ExecuterLeProjet, revision: null),
                async a =>
                {
                    var cadre = await moyens.Cadres.DeAsync(a, arret);
                    foreach (var r in a.Attributif.Reversements.Where(Attend).ToList())
                        a.Attributif.RecevoirUnReversement(r.Rang, cadre.Jour, cadre);
                    return Actes.Rien;
                },
                arret
            )
            : Task.CompletedTask;

    /// <summary>The same for a formal notice.</summary>
    protected Task RecevoirLaDemeureAsync(UnSuivi suivi, CancellationToken arret) =>
        suivi.Execute && suivi.Acte.EnDemeure is { RecueLe: null }
            ? moyens.Actes.FaireAsync(
                ActeDemande.DuSuivi(suivi.Numero, User.ActeurRequis(), Droit.ExecuterLeProjet, revision: null),
                async a =>
                {
                    var cadre = await moyens.Cadres.DeAsync(a, arret);
                    return a.Attributif.EnDemeure is { RecueLe: null }
                        ? a.Attributif.RecevoirLaMiseEnDemeure(cadre.Jour, cadre)
                        : Actes.Rien;
                },
                arret
            )
            : Task.CompletedTask;

    private static bool Attend(Reversement r) => r is { Etat: EtatDeReversement.ObservationsDemandees, RecuLe: null };

    private static bool Attend(DemandeDObservations o) => o.RecueLe is null && o.CloseLe is null;

    /// <summary>Acts, then goes to the page of the act; what a rule refuses is said beside its field.</summary>
    protected Task<IActionResult> ActerAsync(
        ActeDemande demande,
        Func<ActeEnCours, CadreDeLActe, Task<Resultat>> verbe,
        (string Phrase, string Vers) succes,
        Func<Resultat?, Task<IActionResult>> montrer,
        CancellationToken arret
    ) =>
        moyens.Actes.RepondreAsync(
            this,
            demande,
            async a => await verbe(a, await moyens.Cadres.DeAsync(a, arret)),
            new ReponseDActe(succes.Phrase, succes.Vers, refus =>
            {
                foreach (var constat in refus?.Refus ?? [])
                    ModelState.AddModelError(constat.Champ ?? "", constat.Message);
                return montrer(refus);
            }),
            arret
        );

    protected static Func<ActeEnCours, CadreDeLActe, Task<Resultat>> Simple(Func<ActeEnCours, CadreDeLActe, Resultat> verbe) =>
        (a, c) => Task.FromResult(verbe(a, c));
}
