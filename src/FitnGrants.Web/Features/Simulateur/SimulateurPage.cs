using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FitnGrants.Web.Features.Simulateur;

/// <summary>The form, the collectivités to choose from when the name is not enough, and the answers.</summary>
public sealed record SimulateurPage(
    SimulateurFormulaire Formulaire,
    IReadOnlyList<SuggestionDeCollectivite> AChoisir,
    IReadOnlyList<Examen>? Examens
)
{
    /// <summary>« Colmar peut déposer un dossier ».</summary>
    public string Titre =>
        Examens is not [var e, ..] ? "Vérifier mon éligibilité"
        : Examens.Any(x => x.Verdict != Verdict.NonEligible) ? $"{e.Candidature.Porteur.Nom} peut déposer un dossier"
        : $"{e.Candidature.Porteur.Nom} : aucun dispositif ouvert à ces conditions";

    /// <summary>The same simulation with another amount.</summary>
    public string AdresseAvec(Euros montant) => (Formulaire with { Montant = Francais.Saisie(montant) }).Adresse();

    /// <summary>
    /// Fields worth asking: those whose answer a blocking rule still waits for, in a dispositif that nothing else refuses.
    /// Before the first answers, none.
    /// </summary>
    public IReadOnlySet<string> Utiles =>
        (Examens ?? [])
            .Where(e => e.Verdict != Verdict.NonEligible || e.RefuseParLeMontant())
            .SelectMany(e => e.Constats.Where(c => c.Resultat == ResultatConstat.AVerifier && e.Attend(c)))
            .Select(c => c.Champ ?? "")
            .ToHashSet(StringComparer.Ordinal);

    public static async Task<SimulateurPage> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Simulation simulation,
        SimulateurFormulaire formulaire,
        ModelStateDictionary etat,
        CancellationToken arret
    )
    {
        if (!etat.IsValid)
            return new SimulateurPage(formulaire, [], null);
        var trouvees = await TrouverAsync(db, formulaire, arret);
        if (trouvees.Count == 0)
            etat.AddModelError(
                nameof(SimulateurFormulaire.Collectivite),
                "Aucune collectivité ne correspond : vérifiez l’orthographe, ou donnez son SIREN."
            );
        if (trouvees.Count != 1)
            return new SimulateurPage(formulaire with { Siren = null }, trouvees, null);
        var demande = new DemandeDeSimulation(
            null,
            new CollectiviteDemandee("$", trouvees[0].Siren, null, null),
            [],
            null,
            formulaire.Projet()
        );
        var (candidature, _) = await simulation.CandidatureAsync(demande, arret);
        var examens = await simulation.ExaminerAsync(reglements.EnVigueur, candidature!, arret);
        return new SimulateurPage(
            formulaire with
            {
                Siren = trouvees[0].Siren,
                Collectivite = trouvees[0].Nom,
            },
            [],
            [.. examens.OrderBy(e => e.Verdict).ThenBy(e => e.RefuseParLeMontant() ? 0 : 1)]
        );
    }

    /// <summary>
    /// By the SIREN while its name is still there, else by what is typed: without script, a new name comes with the SIREN of the last
    /// answer.
    /// </summary>
    private static async Task<List<SuggestionDeCollectivite>> TrouverAsync(
        FitnContext db,
        SimulateurFormulaire formulaire,
        CancellationToken arret
    )
    {
        if (!string.IsNullOrWhiteSpace(formulaire.Siren))
        {
            var parSiren = await db.ChercherAsync(formulaire.Siren, 12, arret);
            if (
                string.IsNullOrWhiteSpace(formulaire.Collectivite)
                || parSiren.Exists(c => RechercheDeCollectivites.EstLeNom(c.Nom, formulaire.Collectivite))
            )
                return parSiren;
        }
        return await db.ChercherAsync(formulaire.Collectivite, 12, arret);
    }
}

public static class ExamenExtensions
{
    /// <summary>True when a blocking rule waits for what a constat misses.</summary>
    public static bool Attend(this Examen examen, Constat constat) =>
        examen.Reglement.Regles.Any(r => r.Code == constat.Activee && r.Mode == Domain.Dispositifs.ModeRegle.Bloquant);

    /// <summary>What would make the dispositif possible, refusal by refusal; null where nothing that the porteur does can.</summary>
    public static string? Remede(Constat refus) =>
        (refus.Champ?.Split('.', '[')[0], refus.Proposition) switch
        {
            (_, { } montant) => $"demander {montant}",
            ("dateEffetConcret", _) => $"produire un effet concret au plus tard le {refus.Valeurs.GetValueOrDefault("limite")}",
            ("datePremierActeJuridique", _) => "ne rien signer avant la réception du dossier",
            ("urbanisme", _) => "porter un projet qui ne dématérialise pas les autorisations d’urbanisme",
            ("laboratoire", _) => "s’appuyer sur un laboratoire d’innovation territoriale, avec sa lettre d’engagement",
            ("methodeParticipative", _) => "décrire une méthode participative",
            ("indicateurs", _) => "dire comment le projet se mesure et combien de personnes en bénéficient",
            ("depenses", _) => "porter des dépenses éligibles",
            ("ressources", _) => "équilibrer le plan de financement",
            ("titre", _) => "porter un autre projet que celui qui a été refusé",
            _ => null,
        };

    /// <summary>True when another amount would settle every refusal.</summary>
    public static bool RefuseParLeMontant(this Examen examen) =>
        examen.Verdict == Verdict.NonEligible && examen.Constats.Where(c => c.EstBloquant).All(c => c.Champ == "montant");
}

/// <summary>The fields that a rule still waits for: the form asks them.</summary>
public sealed record QuestionsUtiles(IReadOnlySet<string> Champs);
