using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
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

    /// <summary>The same simulation with another amount.</summary>
    public string AdresseAvec(Euros montant) => "/simulateur" + QueryString.Create(new Dictionary<string, string?>
    {
        [nameof(Formulaire.Siren)] = Formulaire.Siren,
        [nameof(Formulaire.Collectivite)] = Formulaire.Collectivite,
        [nameof(Formulaire.Cout)] = Formulaire.Cout,
        [nameof(Formulaire.Montant)] = Francais.Saisie(montant),
        [nameof(Formulaire.Thematique)] = Formulaire.Thematique?.ToString(),
        [nameof(Formulaire.Appui)] = Formulaire.Appui?.ToString(),
        [nameof(Formulaire.Avancement)] = Formulaire.Avancement?.ToString(),
        [nameof(Formulaire.Effet)] = Formulaire.Effet,
        [nameof(Formulaire.Acte)] = Formulaire.Acte,
        [nameof(Formulaire.Urbanisme)] = Formulaire.Urbanisme,
        [nameof(Formulaire.Laboratoire)] = Formulaire.Laboratoire,
    });

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
        var examens = await simulation.ExaminerAsync(reglements.EnVigueur, candidature!, arret);
        return new SimulateurPage(
            formulaire with { Siren = trouvees[0].Siren, Collectivite = trouvees[0].Nom }, [], [.. examens.OrderBy(e => e.Verdict).ThenBy(e => e.RefuseParLeMontant() ? 0 : 1)]);
    }
}

public static class ExamenExtensions
{
    /// <summary>True when another amount would settle every refusal.</summary>
    public static bool RefuseParLeMontant(this Examen examen) =>
        examen.Verdict == Verdict.NonEligible && examen.Constats.Where(c => c.EstBloquant).All(c => c.Champ == "montant");
}
