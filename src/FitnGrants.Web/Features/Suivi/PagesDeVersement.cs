using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>One request, as its reader may read or do it.</summary>
/// <param name="Argent">The money of its act.</param>
/// <param name="Demande">The request.</param>
/// <param name="Cadre">What its lines are judged with.</param>
/// <param name="Refuse">The form that was refused, and its bound content.</param>
public sealed record VersementPage(
    VersementsPage Argent,
    DemandeDeVersement Demande,
    CadreDeLActe Cadre,
    (string Nom, object Saisie)? Refuse
)
{
    public UnSuivi Suivi => Argent.Suivi;

    /// <summary>Cost lines of the plan, that costs are declared on.</summary>
    public IReadOnlyList<Reponse> Postes => PagesDeVersement.PostesDe(Suivi);
}

/// <summary>Lines that a spreadsheet just gave: they are shown, and not saved yet.</summary>
public sealed record LignesAjoutees(int Nombre);

/// <summary>What the pages of the money of an act are made of.</summary>
public abstract class PagesDeVersement(MoyensDuSuivi moyens) : PagesDeSuivi(moyens)
{
    /// <summary>Bad cells named at once.</summary>
    private const int FautesAuPlus = 20;

    internal static IReadOnlyList<Reponse> PostesDe(UnSuivi suivi) =>
        [.. (suivi.Acte.ProjetDeLActe(suivi.Dossier, suivi.Reglement)?.Depenses ?? []).Select((d, i) => new Reponse($"{i}", d.Libelle))];

    protected static VersementsPage Argent(UnSuivi suivi) =>
        new(
            suivi,
            // A draft is its porteur's own.
            [.. suivi.Versements.Where(d => suivi.DuPorteur || d.Etat != EtatDeVersement.Brouillon)],
            suivi.Acte.Liquider(suivi.Versements)
        );

    protected ActeDemande Demande(string numero, Droit droit, int? revision, bool enveloppe = false) =>
        ActeDemande.DuSuivi(numero, User.ActeurRequis(), droit, revision, enveloppe);

    /// <summary>Acts on one request; 404 where its act has none of that rank that the reader may see.</summary>
    protected Task<IActionResult> SurAsync(
        (string Numero, int Rang, Droit Droit, int Revision) ou,
        Func<ActeEnCours, CadreDeLActe, DemandeDeVersement, Resultat> verbe,
        string phrase,
        (string Nom, object Saisie) formulaire,
        CancellationToken arret
    ) => SurAsync(ou, (a, c, d) => Task.FromResult(verbe(a, c, d)), phrase, formulaire, arret);

    /// <summary>The same, where the act reads more than its requests.</summary>
    protected async Task<IActionResult> SurAsync(
        (string Numero, int Rang, Droit Droit, int Revision) ou,
        Func<ActeEnCours, CadreDeLActe, DemandeDeVersement, Task<Resultat>> verbe,
        string phrase,
        (string Nom, object Saisie) formulaire,
        CancellationToken arret
    )
    {
        if (await TrouverAsync(ou.Numero, ou.Droit, arret) is not { } suivi || Argent(suivi).Demandes.All(d => d.Rang != ou.Rang))
            return NotFound();
        return await ActerAsync(
            // What leaves the bank beyond the aid is counted in the envelope. A control is judged on what stands under the lock, and
            // says who did what before: it needs no page of the last second.
            Demande(
                ou.Numero,
                ou.Droit,
                formulaire.Nom is "controle" or "ordonnancement" ? null : ou.Revision,
                enveloppe: formulaire.Nom is "paiement" or "annulation"
            ),
            (a, c) => verbe(a, c, c.Versements.Single(v => v.Rang == ou.Rang)),
            (phrase, Adresses.Suivi.Versement(ou.Numero, ou.Rang)),
            _ => UnePageAsync(ou.Numero, ou.Rang, ou.Droit, formulaire, arret),
            arret
        );
    }

    protected async Task<IActionResult> UnePageAsync(
        string numero,
        int rang,
        Droit droit,
        (string Nom, object Saisie)? refuse,
        CancellationToken arret
    )
    {
        if (!ModelState.IsValid && refuse is null)
            return NotFound();
        if (await TrouverAsync(numero, droit, arret) is not { } suivi)
            return NotFound();
        var argent = Argent(suivi);
        if (argent.Demandes.FirstOrDefault(d => d.Rang == rang) is not { } demande)
            return NotFound();
        var cadre = await Moyens.Cadres.DeAsync(suivi.Dossier, User.ActeurRequis(), Moyens.Horloge.Maintenant, arret) with
        {
            Versements = [.. argent.Demandes],
        };
        ViewData.Porter(suivi);
        return View("/Features/Suivi/Versement.cshtml", new VersementPage(argent, demande, cadre, refuse));
    }

    /// <summary>One more empty line, or those of a spreadsheet; each bad cell is named, and nothing is saved.</summary>
    protected async Task<IActionResult> AjouterDesLignesAsync(
        string numero,
        string action,
        VersementFormulaire formulaire,
        Func<VersementFormulaire, Task<IActionResult>> montrer,
        CancellationToken arret
    )
    {
        ModelState.Clear();
        if (action.Split(':') is ["retirer", var rang] && int.TryParse(rang, out var i))
            return await montrer(formulaire with { Lignes = [.. formulaire.Lignes.Where((_, n) => n != i)] });
        if (action == "ligne")
            return await montrer(formulaire with { Lignes = [.. formulaire.Lignes, new LigneSaisie()] });
        if (await TrouverAsync(numero, Droit.ExecuterLeProjet, arret) is not { } suivi)
            return NotFound();
        var champ = action == "importer" ? nameof(formulaire.Fichier) : nameof(formulaire.Colle);
        var (rangees, refus) = action == "importer" ? await DuFichierAsync(formulaire.Fichier, arret) : Collees(formulaire);
        var (lignes, fautes) = refus is null
            ? LignesDeTableur.Lire(rangees, [.. PostesDe(suivi).Select(p => p.Libelle)], suivi.Dossier.ContenuDepose.Projet.BaseRetenue)
            : ([], [refus]);
        if (lignes.Count + fautes.Count == 0)
            fautes = ["Aucune dépense n’est lue."];
        if (fautes.Count > 0)
        {
            // A field shows one error: it names every bad cell, up to what one reads.
            var autres = fautes.Count > FautesAuPlus ? $" Et {Francais.Compte(fautes.Count - FautesAuPlus, "autre")}." : "";
            ModelState.AddModelError(champ, Francais.Typographier(string.Join(' ', fautes.Take(FautesAuPlus)) + autres));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await montrer(formulaire with { Colle = Request.Form[nameof(formulaire.Colle)].ToString() });
        }
        ViewData.Porter(new LignesAjoutees(lignes.Count));
        return await montrer(formulaire.SansVides() with { Colle = null, Lignes = [.. formulaire.SansVides().Lignes, .. lignes] });
    }

    private static async Task<(IReadOnlyList<Rangee> Rangees, string? Refus)> DuFichierAsync(IFormFile? fichier, CancellationToken arret) =>
        fichier is null ? ([], "Choisissez un fichier CSV ou XLSX.") : await LecteurDeTableau.LireAsync(fichier, arret);

    /// <summary>As they came: a text is bound without its tabs, that part the columns.</summary>
    private (IReadOnlyList<Rangee> Rangees, string? Refus) Collees(VersementFormulaire formulaire)
    {
        try
        {
            return (LecteurDeTableau.DuTexte(Request.Form[nameof(formulaire.Colle)].ToString()), null);
        }
        catch (FormatException e)
        {
            return ([], e.Message);
        }
    }
}
