using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>The plan balanced again on what was granted, by its porteur (A13).</summary>
[Route("suivi/{numero}/plan")]
[Requiert(Droit.ExecuterLeProjet)]
public sealed class PlanController(MoyensDuSuivi moyens) : PagesDeSuivi(moyens)
{
    [HttpGet("")]
    public Task<IActionResult> Voir(string numero, CancellationToken arret) =>
        PageAsync(
            numero,
            async s =>
            {
                var reglement = await Moyens.Cadres.ReglementAsync(s.Dossier, arret);
                return FinancementFormulaire.De(Propose(s, reglement), s.Acte.Revision, null);
            },
            arret
        );

    [HttpPost("")]
    public Task<IActionResult> Proposer(
        [FromRoute] string numero,
        string? action,
        FinancementFormulaire formulaire,
        CancellationToken arret
    )
    {
        if (action is "depense" or "ressource")
        {
            ModelState.Clear();
            return PageAsync(numero, _ => Task.FromResult(AvecUneLigne(formulaire, action)), arret);
        }
        return ActerAsync(
            ActeDemande.DuSuivi(numero, User.ActeurRequis(), Droit.ExecuterLeProjet, formulaire.Revision),
            Simple((a, c) => a.Attributif.ProposerUnPlan(Plan(formulaire, c), c)),
            ("Plan transmis au service.", Adresses.Suivi.Un(numero)),
            _ => PageAsync(numero, _ => Task.FromResult(formulaire), arret),
            arret
        );
    }

    /// <summary>What waits, what was retained, or the same brought down to the amount, one's own money taking the difference.</summary>
    private static Projet Propose(UnSuivi s, Domain.Dispositifs.Reglement reglement) =>
        s.Acte.PlanPropose is { } plan
            ? s.Dossier.ContenuDepose.Projet with
            {
                Depenses = plan.Depenses,
                Ressources = plan.Ressources,
            }
            : (s.Acte.ProjetDeLActe(s.Dossier, reglement) ?? s.Dossier.ProjetRetenu(reglement)).Ramener(s.Acte.MontantDuPlan);

    private static PlanDeLActe Plan(FinancementFormulaire formulaire, CadreDeLActe cadre)
    {
        // The basis of the amounts is that of the deposit: an act does not change it.
        var projet = (formulaire with { BaseTaxe = null }).Appliquer(cadre.Dossier.ContenuDepose).Projet;
        return new PlanDeLActe(projet.Depenses ?? [], projet.Ressources ?? [])
        {
            ProposePar = cadre.Par.Fonction,
            ProposeLe = cadre.Instant,
        };
    }

    private static FinancementFormulaire AvecUneLigne(FinancementFormulaire f, string laquelle) =>
        laquelle == "depense"
            ? f with
            {
                Depenses = [.. f.Depenses, new DepenseSaisie { Eligible = true, Categorie = nameof(CategorieDepense.Prestation) }],
            }
            : f with
            {
                Ressources =
                [
                    .. f.Ressources,
                    new RessourceSaisie { Type = nameof(TypeRessource.Autofinancement), Statut = nameof(StatutRessource.Acquis) },
                ],
            };

    private Task<IActionResult> PageAsync(string numero, Func<UnSuivi, Task<FinancementFormulaire>> formulaire, CancellationToken arret) =>
        MontrerAsync(numero, Droit.ExecuterLeProjet, "Plan", formulaire, arret);
}
