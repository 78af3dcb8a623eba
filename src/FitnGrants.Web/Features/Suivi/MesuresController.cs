using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Features.Instruction;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What who manages decides on the delays of an act, and against its beneficiary once it was heard.</summary>
[Route("suivi/{numero}")]
[Requiert(Droit.GererSuivi)]
public sealed class MesuresController(MoyensDuSuivi moyens) : PagesDeSuivi(moyens)
{
    [HttpGet("prorogation")]
    public Task<IActionResult> Prorogation(string numero, CancellationToken arret) => PageDeProrogationAsync(numero, null, arret);

    [HttpPost("prorogation")]
    public Task<IActionResult> Proroger([FromRoute] string numero, ProrogationFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple(
                (a, c) => a.Dossier.Proroger(Saisie.Date(formulaire.Au), Saisie.Propre(formulaire.Motif), a.Attributif, a.Acteur, c.Instant)
            ),
            ("Délai prorogé : le porteur en est averti.", Adresses.Suivi.Un(numero)),
            _ => PageDeProrogationAsync(numero, formulaire, arret),
            arret
        );

    [HttpGet("caducite")]
    public Task<IActionResult> Caducite(string numero, CancellationToken arret) => PageAsync(numero, "Caducite", null, arret);

    [HttpPost("caducite")]
    public Task<IActionResult> ConstaterLaFin([FromRoute] string numero, MesureFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision, enveloppe: true),
            Simple((a, c) => ConstaterLaFin(a, Saisie.Propre(formulaire.Motif), c)),
            ("Constat enregistré : ce qui n’est pas dû revient à l’enveloppe.", Adresses.Suivi.Un(numero)),
            _ => PageAsync(numero, "Caducite", formulaire, arret),
            arret
        );

    [HttpGet("retrait")]
    public Task<IActionResult> Retrait(string numero, CancellationToken arret) => PageAsync(numero, "Retrait", null, arret);

    [HttpPost("retrait")]
    public Task<IActionResult> Retirer([FromRoute] string numero, MesureFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision, enveloppe: true),
            async (a, c) =>
                a.Attributif.Retirer(
                    FondementDit(formulaire),
                    Saisie.Propre(formulaire.Motif),
                    await AccordAsync(a.Attributif, arret),
                    c,
                    a.Engagement
                ),
            ("Retrait enregistré : l’aide revient à l’enveloppe.", Adresses.Suivi.Un(numero)),
            _ => PageAsync(numero, "Retrait", formulaire, arret),
            arret
        );

    private static FondementDuRetrait? FondementDit(MesureFormulaire formulaire) =>
        Enum.TryParse<FondementDuRetrait>(formulaire.Fondement, out var f) ? f : null;

    private async Task<Decision> AccordAsync(ActeAttributif acte, CancellationToken arret) =>
        await Moyens.Db.Decisions.SingleAsync(d => d.Id == acte.DecisionId, arret);

    /// <summary>Asks the beneficiary for its observations, before one of these.</summary>
    [HttpPost("caducite/observations")]
    public Task<IActionResult> DemanderAvantLaFin([FromRoute] string numero, MesureFormulaire formulaire, CancellationToken arret) =>
        DemanderAsync(numero, "caducite", formulaire, arret);

    [HttpPost("retrait/observations")]
    public Task<IActionResult> DemanderAvantLeRetrait([FromRoute] string numero, MesureFormulaire formulaire, CancellationToken arret) =>
        DemanderAsync(numero, "retrait", formulaire, arret);

    /// <summary>Says when that request was received on paper.</summary>
    [HttpPost("caducite/reception")]
    public Task<IActionResult> RecevoirAvantLaFin([FromRoute] string numero, MesureFormulaire formulaire, CancellationToken arret) =>
        RecevoirAsync(numero, "caducite", formulaire, arret);

    [HttpPost("retrait/reception")]
    public Task<IActionResult> RecevoirAvantLeRetrait([FromRoute] string numero, MesureFormulaire formulaire, CancellationToken arret) =>
        RecevoirAsync(numero, "retrait", formulaire, arret);

    /// <summary>Gives it up: the beneficiary has nothing to answer any more.</summary>
    [HttpPost("caducite/abandon")]
    public Task<IActionResult> AbandonnerLaFin([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        AbandonnerAsync(numero, "caducite", formulaire, arret);

    [HttpPost("retrait/abandon")]
    public Task<IActionResult> AbandonnerLeRetrait([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        AbandonnerAsync(numero, "retrait", formulaire, arret);

    private Task<IActionResult> AbandonnerAsync(string numero, string mesure, MotifFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple((a, c) => a.Attributif.ClasserLesObservations(Objet(mesure, a.Attributif), Saisie.Propre(formulaire.Motif), c)),
            ("Mesure abandonnée : le bénéficiaire en est averti.", Adresses.Suivi.Un(numero)),
            _ =>
            {
                ViewData.Porter(formulaire);
                return PageAsync(numero, Vue(mesure), null, arret);
            },
            arret
        );

    private Task<IActionResult> DemanderAsync(string numero, string mesure, MesureFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, formulaire.Revision),
            async (a, c) =>
                a.Attributif.DemanderDesObservations(
                    Objet(mesure, a.Attributif),
                    Saisie.Propre(formulaire.Motif),
                    c,
                    mesure == "retrait" ? (FondementDit(formulaire), await AccordAsync(a.Attributif, arret)) : null
                ),
            ("Observations demandées. Si la lettre part par la poste, notez sa réception.", Adresse(mesure, numero)),
            _ => PageAsync(numero, Vue(mesure), formulaire, arret),
            arret
        );

    private Task<IActionResult> RecevoirAsync(string numero, string mesure, MesureFormulaire formulaire, CancellationToken arret)
    {
        if (ModelState.IsValid && Saisie.Date(formulaire.RecueLe) is null)
            ModelState.AddModelError(nameof(formulaire.RecueLe), "Indiquez le jour de la première présentation.");
        return ActerAsync(
            Demande(numero, formulaire.Revision),
            Simple((a, c) => a.Attributif.RecevoirLaDemande(Objet(mesure, a.Attributif), Saisie.Date(formulaire.RecueLe)!.Value, c)),
            ("Réception notée.", Adresse(mesure, numero)),
            _ => PageAsync(numero, Vue(mesure), formulaire, arret),
            arret
        );
    }

    private static string Adresse(string mesure, string numero) =>
        mesure == "retrait" ? Adresses.Suivi.Retrait(numero) : Adresses.Suivi.Caducite(numero);

    private static string Vue(string mesure) => mesure == "retrait" ? "Retrait" : "Caducite";

    private static ObjetDesObservations Objet(string mesure, ActeAttributif acte) =>
        mesure == "retrait" ? ObjetDesObservations.Retrait
        : acte.Etape == EtapeDeSuivi.EnExecution ? ObjetDesObservations.Cloture
        : acte.Etat == EtatActe.Notifie ? ObjetDesObservations.Caducite
        : ObjetDesObservations.RejetImplicite;

    /// <summary>What silence has ended: the demand, the act, or the execution.</summary>
    private Resultat ConstaterLaFin(ActeEnCours a, string? motif, CadreDeLActe c)
    {
        switch (Objet("caducite", a.Attributif))
        {
            case ObjetDesObservations.Caducite:
                return a.Attributif.ConstaterLaCaducite(motif, c, a.Engagement);
            case ObjetDesObservations.RejetImplicite:
                return a.Attributif.ConstaterLeRejet(motif, c, a.Engagement);
            default:
                var (solde, effacees, resultat) = a.Attributif.CloreFauteDeDeclaration(motif, c);
                Moyens.Db.Versements.RemoveRange(effacees);
                if (solde is not null)
                    Moyens.Db.Versements.Add(solde);
                return resultat;
        }
    }

    private ActeDemande Demande(string numero, int revision, bool enveloppe = false) =>
        ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.GererSuivi, revision, enveloppe);

    private Task<IActionResult> PageDeProrogationAsync(string numero, ProrogationFormulaire? saisi, CancellationToken arret) =>
        MontrerAsync(
            numero,
            Droit.GererSuivi,
            "Prorogation",
            s => Task.FromResult(saisi ?? new ProrogationFormulaire { Revision = s.Acte.Revision }),
            arret
        );

    private Task<IActionResult> PageAsync(string numero, string vue, MesureFormulaire? saisi, CancellationToken arret) =>
        MontrerAsync(
            numero,
            Droit.GererSuivi,
            vue,
            s => Task.FromResult(saisi ?? new MesureFormulaire { Revision = s.Acte.Revision }),
            arret
        );
}
