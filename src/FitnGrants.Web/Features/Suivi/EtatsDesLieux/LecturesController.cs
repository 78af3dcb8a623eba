using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>
/// What who follows a project does of its reports: marked read, sent back point by point, a finding set aside, one more asked.
/// </summary>
[Route("suivi/{numero}/etats-des-lieux")]
[Requiert(Droit.ControlerLExecution)]
public sealed class LecturesController(MoyensDuSuivi moyens) : PagesDEtat(moyens)
{
    /// <summary>Asks the laureate for one more, before a day.</summary>
    [HttpPost("demande")]
    public Task<IActionResult> Demander([FromRoute] string numero, DemandeDEtatFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.ControlerLExecution, formulaire.Revision),
            Simple((a, c) => a.Attributif.DemanderUnEtat(Saisie.Date(formulaire.AvantLe), Saisie.Propre(formulaire.Motif), c)),
            (
                "État des lieux demandé : le porteur en est averti s’il a un compte. Sinon, postez la lettre.",
                Adresses.Suivi.EtatsDesLieux(numero)
            ),
            _ => ListeAsync(numero, Droit.ControlerLExecution, formulaire, arret),
            arret
        );

    /// <summary>Formally asks for the report that is late.</summary>
    [HttpPost("demeure")]
    public Task<IActionResult> MettreEnDemeure([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.ControlerLExecution, formulaire.Revision),
            Simple((a, c) => a.Attributif.MettreEnDemeure(c)),
            (
                "Mise en demeure faite : sa lettre est ci-dessous, le porteur en est averti s’il a un compte.",
                Adresses.Suivi.EtatsDesLieux(numero)
            ),
            _ => ListeAsync(numero, Droit.ControlerLExecution, null, arret),
            arret
        );

    [HttpPost("demeure/reception")]
    public Task<IActionResult> RecevoirLaDemeure([FromRoute] string numero, ReversementFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.ControlerLExecution, formulaire.Revision),
            Simple((a, c) => a.Attributif.RecevoirLaMiseEnDemeure(Saisie.Date(formulaire.RecuLe), c)),
            ("Réception notée.", Adresses.Suivi.EtatsDesLieux(numero)),
            _ => ListeAsync(numero, Droit.ControlerLExecution, null, arret),
            arret
        );

    [HttpPost("{rang}/lecture")]
    public Task<IActionResult> Lire(
        [FromRoute] string numero,
        [FromRoute] int rang,
        LectureFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            numero,
            rang,
            formulaire,
            (a, c, etat, etats) => a.Attributif.MarquerLu(etat, a.Attributif.ConstatsDe(etat, etats, c.Versements), etats, c),
            ("État des lieux marqué lu.", Adresses.Suivi.EtatsDesLieux(numero)),
            arret
        );

    [HttpPost("{rang}/renvoi")]
    public Task<IActionResult> Renvoyer(
        [FromRoute] string numero,
        [FromRoute] int rang,
        LectureFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            numero,
            rang,
            formulaire,
            (a, c, etat, etats) => a.Attributif.RenvoyerUnEtat(etat, formulaire.LesPoints(), etats, c),
            ("État des lieux renvoyé au porteur, averti s’il a un compte.", Adresses.Suivi.EtatDesLieux(numero, rang)),
            arret
        );

    /// <summary>Sets a finding aside; what is ticked of the others stays on the page.</summary>
    [HttpPost("{rang}/constat")]
    public async Task<IActionResult> Lever(
        [FromRoute] string numero,
        [FromRoute] int rang,
        LectureFormulaire formulaire,
        CancellationToken arret
    )
    {
        // A point half written is not sent here.
        foreach (var cle in ModelState.Keys.Where(k => k.StartsWith(nameof(formulaire.Points), StringComparison.Ordinal)).ToList())
            ModelState.Remove(cle);
        var reponse = await SurAsync(
            numero,
            rang,
            formulaire,
            (a, c, etat, etats) =>
                a.Attributif.ConstatsDe(etat, etats, c.Versements).FirstOrDefault(x => x.Code == formulaire.Constat) is { } constat
                    ? a.Attributif.LeverUnConstat(etat, constat, Saisie.Propre(formulaire.Motifs.GetValueOrDefault(constat.Code)), c)
                    : throw new ActeImpossibleException("Ce constat n’est plus là : ses chiffres ont changé, ou il est écarté."),
            ("Constat écarté.", Adresses.Suivi.EtatDesLieux(numero, rang)),
            arret
        );
        if (reponse is RedirectResult)
            TempData[PointsGardes] = System.Text.Json.JsonSerializer.Serialize(formulaire.Points);
        return reponse;
    }

    private Task<IActionResult> SurAsync(
        string numero,
        int rang,
        LectureFormulaire formulaire,
        Func<ActeEnCours, CadreDeLActe, EtatDesLieux, IReadOnlyCollection<EtatDesLieux>, Resultat> verbe,
        (string Phrase, string Vers) succes,
        CancellationToken arret
    ) =>
        ActerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.ControlerLExecution, revision: null),
            async (a, c) =>
            {
                var etats = await EtatsAsync(a.Attributif, arret);
                return etats.Find(e => e.Rang == rang) is { } etat && etat.Revision == formulaire.Revision
                    ? verbe(a, c, etat, etats)
                    : throw new Donnees.PagePerimeeException(a.Attributif.Id);
            },
            succes,
            _ => MontrerUnEtatAsync(numero, rang, Droit.ControlerLExecution, formulaire, arret),
            arret
        );
}
