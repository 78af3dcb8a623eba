using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Composants;

namespace FitnGrants.Web.Mots;

/// <summary>Answers that forms offer, with their French words.</summary>
public static class Choix
{
    public static readonly Reponse[] Thematiques =
    [
        new(nameof(Thematique.ServiceEnLigneDonneesDematerialisation), "Service en ligne, données, dématérialisation"),
        new(nameof(Thematique.FormationInclusion), "Formation au numérique, inclusion numérique"),
        new(nameof(Thematique.OffreOmnicanale), "Offre omnicanale : sites, accueil téléphonique et physique"),
    ];

    public static readonly Reponse[] NaturesAppui =
    [
        new(nameof(NatureAppui.Ingenierie), "Ingénierie"), new(nameof(NatureAppui.Deploiement), "Déploiement"),
        new(nameof(NatureAppui.Accompagnement), "Accompagnement"), new(nameof(NatureAppui.Formation), "Formation"),
    ];

    public static readonly Reponse[] EtatsAvancement =
    [
        new(nameof(EtatAvancement.Conception), "Réflexion, conception"), new(nameof(EtatAvancement.Realisation), "Mise en œuvre, réalisation"),
        new(nameof(EtatAvancement.Usage), "Usage, valorisation"),
    ];

    public static readonly Reponse[] Regimes =
    [
        new(nameof(RegimeDepense.Investissement), "Investissement"), new(nameof(RegimeDepense.Fonctionnement), "Fonctionnement"),
        new(nameof(RegimeDepense.Mixte), "Les deux"),
    ];

    public static readonly Reponse[] Categories =
    [
        new(nameof(CategorieDepense.Prestation), "Prestation"), new(nameof(CategorieDepense.Developpement), "Développement"),
        new(nameof(CategorieDepense.Formation), "Formation"), new(nameof(CategorieDepense.AMO), "Assistance à maîtrise d’ouvrage"),
        new(nameof(CategorieDepense.Licence), "Licence"), new(nameof(CategorieDepense.Materiel), "Matériel pour les usagers"),
        new(nameof(CategorieDepense.EquipementAgents), "Équipement des agents"), new(nameof(CategorieDepense.Personnel), "Personnel"),
        new(nameof(CategorieDepense.Autre), "Autre"),
    ];

    public static readonly Reponse[] Priorites =
    [
        new(nameof(Priorite.InclusionNumerique), "inclusion numérique"), new(nameof(Priorite.Ruralite), "ruralité"),
        new(nameof(Priorite.ParticipationDesUsagers), "participation des usagers"), new(nameof(Priorite.Experimentation), "projet expérimental"),
        new(nameof(Priorite.AppuiAuxAutresProjets), "appui à d’autres projets"), new(nameof(Priorite.ResilienceEtFrugalite), "résilience et frugalité"),
        new(nameof(Priorite.VieQuotidienne), "vie quotidienne"), new(nameof(Priorite.Replicabilite), "réplicabilité et pérennité"),
        new(nameof(Priorite.EvaluationDeLImpact), "évaluation de l’impact"), new(nameof(Priorite.PrestatairesLocaux), "prestataires locaux"),
        new(nameof(Priorite.Cooperation), "coopération entre acteurs"), new(nameof(Priorite.DemarcheContractuelle), "démarche contractuelle avec l’État"),
    ];

    public static readonly Reponse[] Sections =
    [
        new("", "Je ne sais pas"), new(nameof(SectionDepense.Investissement), "Investissement"), new(nameof(SectionDepense.Fonctionnement), "Fonctionnement"),
    ];

    public static readonly Reponse[] MotifsDeDelegation =
        [new(nameof(MotifDelegation.Absence), "Absence"), new(nameof(MotifDelegation.Signature), "Délégation de signature")];

    public static readonly Reponse[] SensDAvis =
    [
        new(nameof(SensAvis.Favorable), "Favorable"), new(nameof(SensAvis.FavorableAvecReserves), "Favorable avec réserves"),
        new(nameof(SensAvis.Defavorable), "Défavorable"), new(nameof(SensAvis.SansAvis), "Sans avis"),
    ];

    public static readonly Reponse[] Ressources =
    [
        new(nameof(TypeRessource.FITN), "Fonds FITN (ce dossier)"), new(nameof(TypeRessource.Autofinancement), "Autofinancement"),
        new(nameof(TypeRessource.EtatAutre), "Autre aide de l’État"), new(nameof(TypeRessource.Region), "Région"),
        new(nameof(TypeRessource.Departement), "Département"), new(nameof(TypeRessource.EPCI), "Intercommunalité"),
        new(nameof(TypeRessource.Europe), "Europe"), new(nameof(TypeRessource.AutrePublic), "Autre financeur public"),
        new(nameof(TypeRessource.Prive), "Financeur privé"),
    ];

    public static readonly Reponse[] TypesDePiece =
    [
        new(nameof(TypePiece.Devis), "Devis"), new(nameof(TypePiece.Deliberation), "Délibération"),
        new(nameof(TypePiece.LettreEngagementLaboratoire), "Lettre d’engagement du laboratoire"),
        new(nameof(TypePiece.PreuveDeFinancement), "Preuve d’une ressource acquise"), new(nameof(TypePiece.AttestationHonneur), "Attestation sur l’honneur"),
        new(nameof(TypePiece.RIB), "Relevé d’identité bancaire"), new(nameof(TypePiece.CRTE), "Contrat de relance et de transition écologique"),
        new(nameof(TypePiece.Autre), "Autre pièce"),
    ];

    public static readonly Reponse[] Statuts =
    [
        new(nameof(StatutRessource.Sollicite), "Sollicité"), new(nameof(StatutRessource.Acquis), "Acquis"), new(nameof(StatutRessource.Refuse), "Refusé"),
    ];

    public static readonly Reponse[] Fondements =
    [
        new(nameof(Fondement.Critere), "Critère"), new(nameof(Fondement.Valeur), "Valeur"), new(nameof(Fondement.Priorite), "Priorité"),
        new(nameof(Fondement.Exclusion), "Exclusion"),
    ];

    public static readonly Reponse[] Recruteurs =
    [
        new(nameof(Recruteur.Collectivite), "Une collectivité ou un groupement", "Commune, intercommunalité, département, région, syndicat"),
        new(nameof(Recruteur.Association), "Une association"),
        new(nameof(Recruteur.EntrepriseEss), "Une entreprise de l’économie sociale et solidaire", "Coopérative, mutuelle, fondation"),
        new(nameof(Recruteur.Autre), "Une autre structure"),
    ];

    public static readonly Reponse[] PaysDesEditeurs =
    [
        new("", "Choisir"), .. Pays.Noms.OrderBy(p => p.Key == "FR" ? 0 : 1).ThenBy(p => Domain.Socle.Francais.Normaliser(p.Value), StringComparer.Ordinal)
            .Select(p => new Reponse(p.Key, p.Value)),
    ];

    /// <summary>The words of an answer.</summary>
    public static string Libelle(this IEnumerable<Reponse> reponses, string? valeur) =>
        reponses.FirstOrDefault(r => r.Valeur == valeur)?.Libelle ?? "";
}
