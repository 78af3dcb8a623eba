using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What who manages does of a request: ordered, paid; rejected, a step taken back.</summary>
[Route("suivi/{numero}/versements/{rang}")]
[Requiert(Droit.GererSuivi)]
public sealed class PaiementsController(MoyensDuSuivi moyens) : PagesDeVersement(moyens)
{
    [HttpPost("ordonnancement")]
    public Task<IActionResult> Ordonnancer(
        [FromRoute] string numero,
        [FromRoute] int rang,
        PaiementFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            (numero, rang, Droit.GererSuivi, formulaire.Revision),
            async (a, c, d) =>
                await DejaPrisAsync(d, formulaire.NumeroDp, arret)
                ?? a.Attributif.OrdonnancerUnVersement(d, Saisie.Propre(formulaire.NumeroDp), c),
            "Versement ordonnancé.",
            ("ordonnancement", formulaire),
            arret
        );

    /// <summary>A demande de paiement pays one request: that of another act is refused too. Null where the number is free.</summary>
    private async Task<Resultat?> DejaPrisAsync(DemandeDeVersement demande, string? numero, CancellationToken arret)
    {
        var net = string.Concat((numero ?? "").Where(c => !char.IsWhiteSpace(c)));
        // Two agents on two acts: the second one reads what the first did.
        await Moyens.Db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({net}))", arret);
        var pris = await Moyens.Db.Versements.AnyAsync(
            v => v.NumeroDp == net && v.ActeId != demande.ActeId && v.Etat != EtatDeVersement.Rejetee && v.Etat != EtatDeVersement.Annulee,
            arret
        );
        return pris
            ? Resultat.De([
                new Constat
                {
                    Regle = "",
                    Nom = "Ordonnancement",
                    Resultat = ResultatConstat.Bloquant,
                    Message = "Ce numéro est déjà celui d’une demande d’un autre acte : vérifiez-le dans Chorus.",
                    Source = Source.Aucune,
                    Champ = "numeroDp",
                },
            ])
            : null;
    }

    [HttpPost("paiement")]
    public Task<IActionResult> Payer(
        [FromRoute] string numero,
        [FromRoute] int rang,
        PaiementFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            (numero, rang, Droit.GererSuivi, formulaire.Revision),
            (a, c, d) =>
                a.Attributif.PayerUnVersement(
                    d,
                    Saisie.Date(formulaire.PayeeLe),
                    Saisie.Montant(formulaire.Paye),
                    c,
                    a.Engagement,
                    formulaire.Confirme
                ),
            "Paiement noté.",
            ("paiement", formulaire),
            arret
        );

    [HttpPost("rejet")]
    public Task<IActionResult> Rejeter(
        [FromRoute] string numero,
        [FromRoute] int rang,
        MotifFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            (numero, rang, Droit.GererSuivi, formulaire.Revision),
            (a, c, d) => a.Attributif.RejeterUnVersement(d, Saisie.Propre(formulaire.Motif), c),
            "Demande rejetée : le porteur en est averti.",
            ("rejet", formulaire),
            arret
        );

    [HttpPost("annulation")]
    public Task<IActionResult> Annuler(
        [FromRoute] string numero,
        [FromRoute] int rang,
        MotifFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            (numero, rang, Droit.GererSuivi, formulaire.Revision),
            async (a, c, d) =>
            {
                var resultat = a.Attributif.AnnulerUnPas(d, Saisie.Propre(formulaire.Motif), c, a.Engagement);
                if (resultat.EstAccepte)
                    await DetacherAsync(d, arret);
                return resultat;
            },
            "Enregistrement annulé.",
            ("annulation", formulaire),
            arret
        );

    [HttpPost("ecart")]
    public Task<IActionResult> ReglerLEcart(
        [FromRoute] string numero,
        [FromRoute] int rang,
        MotifFormulaire formulaire,
        CancellationToken arret
    ) =>
        SurAsync(
            (numero, rang, Droit.GererSuivi, formulaire.Revision),
            (a, c, d) => a.Attributif.ReglerUnEcart(d, Saisie.Propre(formulaire.Motif), c),
            "Écart réglé.",
            ("ecart", formulaire),
            arret
        );

    /// <summary>What Chorus said of a payment that is taken back waits again.</summary>
    private async Task DetacherAsync(DemandeDeVersement demande, CancellationToken arret)
    {
        if (demande.Paye is null)
            (await Moyens.Db.LignesChorus.AsTracking().Where(l => l.VersementId == demande.Id).ToListAsync(arret)).ForEach(l =>
                l.Detacher()
            );
    }
}
