using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Api;
using FitnGrants.Web.Reglements;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FitnGrants.Web.Features.Simulateur;

/// <summary>The form, the collectivités to choose from when the name is not enough, and the answers.</summary>
public sealed record SimulateurPage(
    SimulateurFormulaire Formulaire, IReadOnlyList<SuggestionDeCollectivite> AChoisir, IReadOnlyList<Examen>? Examens)
{
    /// <summary>« Colmar peut déposer un dossier ».</summary>
    public string Titre => Examens is not [var e, ..] ? "Vérifier mon éligibilité"
        : Examens.Any(x => x.Verdict != Verdict.NonEligible) ? $"{e.Candidature.Porteur.Nom} peut déposer un dossier"
        : $"{e.Candidature.Porteur.Nom} : aucun dispositif ouvert à ces conditions";

    public static async Task<SimulateurPage> ChargerAsync(
        FitnContext db, RegistreDesReglements reglements, Simulation simulation, SimulateurFormulaire formulaire, ModelStateDictionary etat,
        CancellationToken arret)
    {
        if (!etat.IsValid)
            return new SimulateurPage(formulaire, [], null);
        var trouvees = await db.Collectivites.ChercherAsync(
            string.IsNullOrWhiteSpace(formulaire.Siren) ? formulaire.Collectivite : formulaire.Siren, 12, arret);
        if (trouvees.Count == 0)
            etat.AddModelError(
                nameof(SimulateurFormulaire.Collectivite), "Aucune collectivité ne correspond : vérifiez l’orthographe, ou donnez son SIREN.");
        if (trouvees.Count != 1)
            return new SimulateurPage(formulaire, trouvees, null);
        var demande = new DemandeDeSimulation(
            null, new CollectiviteDemandee("$", trouvees[0].Siren, null, null), [], null, formulaire.Projet());
        var (candidature, _) = await simulation.CandidatureAsync(demande, arret);
        var examens = new List<Examen>();
        foreach (var reglement in reglements.EnVigueur)
            examens.Add(await simulation.ExaminerAsync(reglement, candidature!, arret));
        return new SimulateurPage(
            formulaire with { Siren = trouvees[0].Siren, Collectivite = trouvees[0].Nom }, [], [.. examens.OrderBy(e => e.Verdict)]);
    }
}
