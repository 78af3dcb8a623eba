using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>The reports of an act, as those concerned read them, and as their porteur writes the next one: saved as it is typed.</summary>
[Route("suivi/{numero}/etats-des-lieux")]
public sealed class EtatsDesLieuxController(MoyensDuSuivi moyens) : PagesDEtat(moyens)
{
    [HttpGet("")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Liste(string numero, CancellationToken arret) => ListeAsync(numero, Droit.LireSuivi, null, arret);

    [HttpGet("{rang}")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Lire(string numero, int rang, CancellationToken arret) =>
        MontrerUnEtatAsync(numero, rang, Droit.LireSuivi, null, arret);

    /// <summary>The report to write: the one begun, or what the next one begins with.</summary>
    [HttpGet("prochain")]
    [Requiert(Droit.ExecuterLeProjet)]
    public Task<IActionResult> Prochain(string numero, string? ajouter, CancellationToken arret) =>
        SaisirAsync(numero, null, ajouter, arret);

    /// <summary>Saves what is typed; sends it; or computes again what it would say, and saves nothing.</summary>
    [HttpPost("prochain")]
    [Requiert(Droit.ExecuterLeProjet)]
    // As many as a list may bind: a report has four hundred fields at most.
    [RequestFormLimits(ValueCountLimit = 1024)]
    public async Task<IActionResult> Ecrire([FromRoute] string numero, string? action, EtatFormulaire formulaire, CancellationToken arret)
    {
        if (action == "recalculer")
            return ModelState.IsValid ? await SaisirAsync(numero, formulaire, null, arret) : UnprocessableEntity();
        var saisi =
            action?.Split(':') is ["retirer", var quoi, var rang] && int.TryParse(rang, out var i) ? formulaire.Sans(quoi, i) : formulaire;
        if (saisi != formulaire)
            // Its own faults leave with it.
            ModelState.Clear();
        return EstAutomatique && !ModelState.IsValid
            ? UnprocessableEntity(ModelState.Fautes())
            : await EcrireAsync(numero, action, saisi, arret);
    }

    private async Task<IActionResult> EcrireAsync(string numero, string? action, EtatFormulaire saisi, CancellationToken arret)
    {
        try
        {
            return await EnregistrerAsync(numero, action, saisi, arret);
        }
        catch (DeuxSaisiesException e)
        {
            return await DepartagerAsync(numero, e, arret);
        }
    }

    /// <summary>
    /// Two tabs, or two people of a collectivité, on one report: what only one of them changed is kept. Even at the last revision: a page
    /// that saves by itself has its number, and not the words that another wrote.
    /// </summary>
    /// <exception cref="PagePerimeeException">The page showed another report, or does not say what it showed.</exception>
    private ContenuDEtat Fusionner(EtatFormulaire saisi, EtatDesLieux ecrit, ContenuDEtat lu)
    {
        if (saisi.Origine?.Split(' ', 2) is not [var rang, var origine] || rang != Rang(ecrit.Rang))
            return ecrit.Revision == saisi.Revision ? lu : throw new PagePerimeeException(ecrit.ActeId);
        var fusion = Fusion<ContenuDEtat>.Faire(
            PartiesDEtat.Toutes,
            origine,
            lu,
            ecrit.Contenu,
            cle => Request.Form["Choix." + cle].ToString(),
            // Its own saving, whose answer was lost on the way.
            moi: saisi.Page is not null && saisi.Page == ecrit.DernierePage && saisi.Revision + 1 == ecrit.Revision
        );
        return fusion.Conflits.Count == 0 ? fusion.Contenu : throw new DeuxSaisiesException(fusion, lu, ecrit.Contenu);
    }

    /// <summary>Mine, theirs, and the choice: on a page, or to the page that is open and keeps what is typed.</summary>
    private async Task<IActionResult> DepartagerAsync(string numero, DeuxSaisiesException e, CancellationToken arret)
    {
        if (EstAutomatique)
            return Conflict(new { phrase = e.Fusion.PhraseDesConflits() });
        if (await TrouverAsync(numero, Droit.ExecuterLeProjet, arret) is not { } suivi)
            return NotFound();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(
            "/Features/Shared/Conflit.cshtml",
            ConflitPage.De(
                (
                    "État des lieux",
                    "l’état des lieux",
                    [
                        ("Mes dossiers", Adresses.MesDossiers),
                        (suivi.Dossier.Titre, Adresses.Suivi.Un(numero)),
                        ("État des lieux", Adresses.Suivi.ProchainEtat(numero)),
                    ],
                    "enregistrer"
                ),
                e.Mien,
                e.Courant,
                e.Fusion,
                Request.Form
            )
        );
    }

    /// <summary>What a page showed, in a form it can carry: the report, then each of its parts.</summary>
    private static string Origine(int rang, ContenuDEtat contenu) => $"{Rang(rang)} {PartiesDEtat.Toutes.Origine(contenu)}";

    private static string Rang(int rang) => rang.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IActionResult> EnregistrerAsync(string numero, string? action, EtatFormulaire saisi, CancellationToken arret)
    {
        var transmet = action == "transmettre";
        var (ecrit, dit) = ((EtatDesLieux?)null, new ContenuDEtat());
        var reponse = await ActerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.ExecuterLeProjet, revision: null),
            async (a, c) =>
            {
                var etats = await EtatsAsync(a.Attributif, arret);
                ecrit = a.Attributif.OuvrirUnEtat(etats, c);
                dit = await CompleterAsync(saisi.Lu(), arret);
                var lu = Fusionner(saisi, ecrit, dit);
                if (etats.TrueForAll(e => e.Id != ecrit.Id))
                    Moyens.Db.EtatsDesLieux.Add(ecrit);
                var resultat = transmet
                    ? a.Attributif.TransmettreUnEtat(ecrit, lu, etats, c)
                    : a.Attributif.EcrireUnEtat(ecrit, lu, c, saisi.Page);
                if (transmet && resultat.EstAccepte)
                    await RetenirLesEntreprisesAsync(lu, arret);
                return resultat;
            },
            (transmet ? "État des lieux transmis." : "État des lieux enregistré.", Vers(numero, action)),
            _ => SaisirAsync(numero, saisi, null, arret),
            arret
        );
        return !EstAutomatique ? reponse
            : reponse is RedirectResult ? Enregistre(ecrit!, dit)
            : reponse;
    }

    private static string Vers(string numero, string? action) =>
        action switch
        {
            "transmettre" => Adresses.Suivi.EtatsDesLieux(numero),
            "echeance" or "entreprise" => $"{Adresses.Suivi.ProchainEtat(numero)}?ajouter={action}#ajout",
            _ => Adresses.Suivi.ProchainEtat(numero),
        };

    private async Task<IActionResult> SaisirAsync(string numero, EtatFormulaire? saisi, string? ajouter, CancellationToken arret)
    {
        if (await TrouverAsync(numero, Droit.ExecuterLeProjet, arret) is not { Acte.RecuLe: not null } suivi)
            return NotFound();
        var (a, enCours) = (suivi.Acte, suivi.EtatsDesLieux.FirstOrDefault(e => e.SEcrit));
        if (enCours is null && (a.Fin is not null || a.EtatAttenduLe is null || a.EtatOuvreLe > suivi.Aujourdhui))
            return Redirect(Adresses.Suivi.EtatsDesLieux(numero));
        var precedent = suivi.EtatsDesLieux.Where(e => e.Transmis is not null && e != enCours).MaxBy(e => e.Rang);
        var attendu = enCours?.Attendu ?? a.EtatAttenduLe!.Value;
        var page = new SaisiePage(
            suivi,
            enCours?.Rang ?? suivi.EtatsDesLieux.Count + 1,
            attendu,
            precedent?.Transmissions[^1],
            enCours?.Points ?? [],
            enCours?.StadeDepuis
        );
        var contenu = enCours?.Contenu ?? a.ContenuDuProchain(suivi.EtatsDesLieux, suivi.Aujourdhui);
        ViewData.Porter(suivi);
        ViewData.Porter(page);
        var montre = saisi ?? EtatFormulaire.De(contenu, page.Trimestres, enCours?.Revision ?? 0);
        return View(
            "/Features/Suivi/EtatsDesLieux/Saisir.cshtml",
            (saisi is null ? montre with { Origine = Origine(page.Rang, montre.Lu()) } : montre).Avec(ajouter)
        );
    }

    /// <summary>A company that another laureate named: what it said stands where nothing is typed.</summary>
    private async Task<ContenuDEtat> CompleterAsync(ContenuDEtat contenu, CancellationToken arret)
    {
        string[] sirens = [.. contenu.Entreprises.Where(EstIncomplete).Select(e => e.Siren!)];
        if (sirens.Length == 0)
            return contenu;
        var connues = await Moyens
            .Db.EntreprisesConnues.Where(e => sirens.Contains(e.Siren))
            .ToDictionaryAsync(e => e.Siren, StringComparer.Ordinal, arret);
        return contenu with
        {
            Entreprises =
            [
                .. contenu.Entreprises.Select(e =>
                    EstIncomplete(e) && connues.TryGetValue(e.Siren!, out var connue)
                        ? e with
                        {
                            Nom = Saisie.Propre(e.Nom) ?? connue.Nom,
                            DepartementSiege = e.DepartementSiege ?? connue.DepartementSiege,
                        }
                        : e
                ),
            ],
        };
    }

    private static bool EstIncomplete(EntrepriseAttributaire e) =>
        e.Siren is not null && (string.IsNullOrWhiteSpace(e.Nom) || e.DepartementSiege is null);

    /// <summary>What was sent is remembered for the next laureate; the first word stands.</summary>
    private async Task RetenirLesEntreprisesAsync(ContenuDEtat contenu, CancellationToken arret)
    {
        var dites = contenu
            .Entreprises.Where(e => e is { Siren: not null, DepartementSiege: not null })
            .DistinctBy(e => e.Siren, StringComparer.Ordinal);
        foreach (var e in dites)
            await Moyens.Db.Database.ExecuteSqlAsync(
                $"""
                insert into entreprises_connues (siren, nom, departement_siege) values ({e.Siren}, {e.Nom}, {e.DepartementSiege})
                on conflict (siren) do nothing
                """,
                arret
            );
    }

    /// <summary>True for what the page saves by itself, as one types.</summary>
    private bool EstAutomatique => Request.EstAutomatique();

    private JsonResult Enregistre(EtatDesLieux etat, ContenuDEtat dit)
    {
        TempData.Clear();
        return Json(
            new
            {
                revision = etat.Revision,
                // What the page says, and not what a merge made of it: it still shows the former words of another.
                origine = Origine(etat.Rang, dit),
                phrase = Francais.Typographier($"Enregistré à {Francais.Heure(Moyens.Horloge.Maintenant)}"),
                points = new Dictionary<string, string>(StringComparer.Ordinal),
            }
        );
    }
}

/// <summary>The same part of a report, written otherwise by two at once.</summary>
public sealed class DeuxSaisiesException(Fusion<ContenuDEtat> fusion, ContenuDEtat mien, ContenuDEtat courant) : Exception
{
    public Fusion<ContenuDEtat> Fusion => fusion;

    public ContenuDEtat Mien => mien;

    public ContenuDEtat Courant => courant;
}
