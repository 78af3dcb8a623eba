using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What the collectivité says of its project: its SIRET, its beginning, that it gives up, what it answers to a measure.</summary>
[Route("suivi/{numero}")]
public sealed class ExecutionController(MoyensDuSuivi moyens) : PagesDeSuivi(moyens)
{
    [HttpGet("sirets")]
    [Requiert(Droit.EngagerLaCollectivite)]
    public Task<IActionResult> Sirets(string numero, CancellationToken arret) => PageDesSiretsAsync(numero, null, arret);

    [HttpPost("sirets")]
    [Requiert(Droit.EngagerLaCollectivite)]
    public Task<IActionResult> SaisirLesSirets([FromRoute] string numero, SiretsFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, Droit.EngagerLaCollectivite, formulaire.Revision),
            Simple((a, _) => a.Attributif.SaisirLesSirets(formulaire.Sirets, a.Acteur)),
            ("SIRET enregistré. Le service qui prépare l’acte le confirme.", Adresses.Suivi.Un(numero)),
            _ => PageDesSiretsAsync(numero, formulaire, arret),
            arret
        );

    [HttpGet("commencement")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Commencement(string numero, CancellationToken arret) => PageDuCommencementAsync(numero, null, arret);

    /// <summary>By the porteur, or by who manages, who was told of it.</summary>
    [HttpPost("commencement")]
    [Requiert(Droit.LireSuivi)]
    public async Task<IActionResult> DeclarerLeCommencement(
        [FromRoute] string numero,
        CommencementFormulaire formulaire,
        CancellationToken arret
    ) =>
        await QuiAsync(numero, Droit.ExecuterLeProjet, arret) is not { } droit
            ? NotFound()
            : await ActerAsync(
                Demande(numero, droit, formulaire.Revision),
                Simple(
                    (a, c) =>
                        a.Attributif.DeclarerLeCommencement(
                            Saisie.Date(formulaire.CommenceLe),
                            formulaire.SurLHonneur,
                            c,
                            formulaire.Confirme
                        )
                ),
                ("Commencement déclaré.", Adresses.Suivi.Un(numero)),
                _ => PageDuCommencementAsync(numero, formulaire, arret),
                arret
            );

    /// <summary>By who manages, with what shows it.</summary>
    [HttpPost("commencement/correction")]
    [Requiert(Droit.GererSuivi)]
    public Task<IActionResult> CorrigerLeCommencement(
        [FromRoute] string numero,
        CorrectionFormulaire formulaire,
        CancellationToken arret
    ) =>
        ActerAsync(
            Demande(numero, Droit.GererSuivi, formulaire.Revision),
            Simple((a, c) => a.Attributif.CorrigerLeCommencement(Saisie.Date(formulaire.CommenceLe), Saisie.Propre(formulaire.Motif), c)),
            ("Commencement corrigé : le porteur en est averti.", Adresses.Suivi.Un(numero)),
            _ =>
            {
                ViewData.Porter(formulaire);
                return PageDuCommencementAsync(numero, null, arret);
            },
            arret
        );

    [HttpGet("renonciation")]
    [Requiert(Droit.LireSuivi)]
    public Task<IActionResult> Renonciation(string numero, CancellationToken arret) => PageDuRenoncementAsync(numero, null, arret);

    [HttpPost("renonciation")]
    [Requiert(Droit.LireSuivi)]
    public async Task<IActionResult> Renoncer([FromRoute] string numero, MotifFormulaire formulaire, CancellationToken arret) =>
        await QuiAsync(numero, Droit.EngagerLaCollectivite, arret) is not { } droit
            ? NotFound()
            : await ActerAsync(
                Demande(numero, droit, formulaire.Revision, enveloppe: true),
                Simple((a, c) => a.Attributif.Renoncer(Saisie.Propre(formulaire.Motif), c, a.Engagement)),
                ("Renoncement enregistré : l’aide revient à l’enveloppe.", Adresses.Suivi.Un(numero)),
                _ => PageDuRenoncementAsync(numero, formulaire, arret),
                arret
            );

    /// <summary>What is asked of the beneficiary; its first reading by who may answer is its reception.</summary>
    [HttpGet("observations")]
    [Requiert(Droit.ExecuterLeProjet)]
    public async Task<IActionResult> Observations(string numero, CancellationToken arret)
    {
        if (await TrouverAsync(numero, Droit.ExecuterLeProjet, arret) is { } suivi)
            await RecevoirLesDemandesAsync(suivi, arret);
        return await PageDesObservationsAsync(numero, null, arret);
    }

    [HttpPost("observations")]
    [Requiert(Droit.ExecuterLeProjet)]
    public Task<IActionResult> PresenterDesObservations([FromRoute] string numero, MesureFormulaire formulaire, CancellationToken arret) =>
        ActerAsync(
            Demande(numero, Droit.ExecuterLeProjet, formulaire.Revision),
            Simple(
                (a, c) =>
                    a.Attributif.PresenterDesObservations(
                        formulaire.Objet ?? ObjetDesObservations.Retrait,
                        Saisie.Propre(formulaire.Reponse),
                        c
                    )
            ),
            ("Observations transmises au service.", Adresses.Suivi.Un(numero)),
            _ => PageDesObservationsAsync(numero, formulaire, arret),
            arret
        );

    /// <summary>That of the deposit, where it is still of that collectivité.</summary>
    private static string? SiretDuDepot(Domain.Dossiers.Dossier dossier, string siren) =>
        dossier.ContenuDepose.Identite.Siret is { } siret && siret.StartsWith(siren, StringComparison.Ordinal) ? siret : null;

    /// <summary>Under which right the reader may act: that of the collectivité, or that of who manages; null for neither.</summary>
    private async Task<Droit?> QuiAsync(string numero, Droit sien, CancellationToken arret) =>
        await TrouverAsync(numero, sien, arret) is not null ? sien
        : await TrouverAsync(numero, Droit.GererSuivi, arret) is not null ? Droit.GererSuivi
        : null;

    private ActeDemande Demande(string numero, Droit droit, int? revision, bool enveloppe = false) =>
        ActeDemande.DuSuivi(numero, User.ActeurRequis(), droit, revision, enveloppe);

    private Task<IActionResult> PageDesSiretsAsync(string numero, SiretsFormulaire? saisi, CancellationToken arret) =>
        MontrerAsync(
            numero,
            Droit.EngagerLaCollectivite,
            "Sirets",
            s =>
                Task.FromResult(
                    saisi
                        ?? new SiretsFormulaire
                        {
                            Revision = s.Acte.Revision,
                            Sirets = s.Acte.Beneficiaires.ToDictionary(
                                b => b.Siren,
                                b => b.Siret ?? SiretDuDepot(s.Dossier, b.Siren),
                                StringComparer.Ordinal
                            ),
                        }
                ),
            arret
        );

    private async Task<IActionResult> PageDuCommencementAsync(string numero, CommencementFormulaire? saisi, CancellationToken arret) =>
        await QuiAsync(numero, Droit.ExecuterLeProjet, arret) is not { } droit
            ? NotFound()
            : await MontrerAsync(
                numero,
                droit,
                "Commencement",
                s => Task.FromResult(saisi ?? new CommencementFormulaire { Revision = s.Acte.Revision }),
                arret
            );

    private async Task<IActionResult> PageDuRenoncementAsync(string numero, MotifFormulaire? saisi, CancellationToken arret) =>
        await QuiAsync(numero, Droit.EngagerLaCollectivite, arret) is not { } droit
            ? NotFound()
            : await MontrerAsync(
                numero,
                droit,
                "Renonciation",
                s => Task.FromResult(saisi ?? new MotifFormulaire { Revision = s.Acte.Revision }),
                arret
            );

    private Task<IActionResult> PageDesObservationsAsync(string numero, MesureFormulaire? saisi, CancellationToken arret) =>
        MontrerAsync(
            numero,
            Droit.ExecuterLeProjet,
            "Observations",
            s => Task.FromResult(saisi ?? new MesureFormulaire { Revision = s.Acte.Revision, Objet = s.Acte.ARepondre?.Objet }),
            arret
        );
}
