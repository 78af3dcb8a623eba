using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>The French words of what a porteur chooses, the same on its forms, on every page and in every document.</summary>
public static class MotsDuProjet
{
    public static string Libelle(Thematique thematique) =>
        thematique switch
        {
            Thematique.ServiceEnLigneDonneesDematerialisation => "Service en ligne, données, dématérialisation",
            Thematique.FormationInclusion => "Formation au numérique, inclusion numérique",
            _ => "Offre omnicanale : sites, accueil téléphonique et physique",
        };

    public static string Libelle(NatureAppui nature) =>
        nature switch
        {
            NatureAppui.Ingenierie => "Ingénierie",
            NatureAppui.Deploiement => "Déploiement",
            NatureAppui.Accompagnement => "Accompagnement",
            _ => "Formation",
        };

    public static string Libelle(EtatAvancement etat) =>
        etat switch
        {
            EtatAvancement.Conception => "Réflexion, conception",
            EtatAvancement.Realisation => "Mise en œuvre, réalisation",
            _ => "Usage, valorisation",
        };

    public static string Libelle(RegimeDepense regime) =>
        regime switch
        {
            RegimeDepense.Investissement => "Investissement",
            RegimeDepense.Fonctionnement => "Fonctionnement",
            _ => "Les deux",
        };

    public static string Libelle(CategorieDepense categorie) =>
        categorie switch
        {
            CategorieDepense.Prestation => "Prestation",
            CategorieDepense.Developpement => "Développement",
            CategorieDepense.Formation => "Formation",
            CategorieDepense.AMO => "Assistance à maîtrise d’ouvrage",
            CategorieDepense.Licence => "Licence",
            CategorieDepense.Materiel => "Matériel pour les usagers",
            CategorieDepense.EquipementAgents => "Équipement des agents",
            CategorieDepense.Personnel => "Personnel",
            _ => "Autre",
        };

    public static string Libelle(Priorite priorite) =>
        priorite switch
        {
            Priorite.InclusionNumerique => "inclusion numérique",
            Priorite.Ruralite => "ruralité",
            Priorite.ParticipationDesUsagers => "participation des usagers",
            Priorite.Experimentation => "projet expérimental",
            Priorite.AppuiAuxAutresProjets => "appui à d’autres projets",
            Priorite.ResilienceEtFrugalite => "résilience et frugalité",
            Priorite.VieQuotidienne => "vie quotidienne",
            Priorite.Replicabilite => "réplicabilité et pérennité",
            Priorite.EvaluationDeLImpact => "évaluation de l’impact",
            Priorite.PrestatairesLocaux => "prestataires locaux",
            Priorite.Cooperation => "coopération entre acteurs",
            _ => "démarche contractuelle avec l’État",
        };

    public static string Libelle(SectionDepense section) => section == SectionDepense.Investissement ? "Investissement" : "Fonctionnement";

    public static string Libelle(TypeRessource type) =>
        type switch
        {
            TypeRessource.FITN => "Fonds FITN (ce dossier)",
            TypeRessource.Autofinancement => "Autofinancement",
            TypeRessource.EtatAutre => "Autre aide de l’État",
            TypeRessource.Region => "Région",
            TypeRessource.Departement => "Département",
            TypeRessource.EPCI => "Intercommunalité",
            TypeRessource.Europe => "Europe",
            TypeRessource.AutrePublic => "Autre financeur public",
            _ => "Financeur privé",
        };

    public static string Libelle(StatutRessource statut) =>
        statut switch
        {
            StatutRessource.Sollicite => "Sollicité",
            StatutRessource.Acquis => "Acquis",
            _ => "Refusé",
        };

    /// <summary>Lines of a plan: what, nature, amount; expenses first.</summary>
    public static IReadOnlyList<string[]> Plan(Projet projet) => [.. Depenses(projet), .. Ressources(projet)];

    /// <summary>Its expenses, on the basis of the plan.</summary>
    public static IEnumerable<string[]> Depenses(Projet projet) =>
        (projet.Depenses ?? []).Select(d =>
            new[]
            {
                d.Libelle + (d.Eligible ? "" : " (hors du coût éligible" + (d.MotifIneligibilite is { } motif ? " : " + motif : "") + ")"),
                Libelle(d.Categorie)
                    + (d.PaysEditeur is { } pays ? ", " + Pays.Nom(pays) : "")
                    + (d.JustificationLicence is { } pourquoi ? " (" + pourquoi.TrimEnd('.') + ")" : "")
                    + (d.Section is { } section ? ", " + Libelle(section).ToLowerInvariant() : ""),
                d.Montant(projet.BaseRetenue)?.ToString() ?? "–",
            }
        );

    /// <summary>Its resources, those refused too.</summary>
    public static IEnumerable<string[]> Ressources(Projet projet) =>
        (projet.Ressources ?? []).Select(r =>
            new[]
            {
                r.Financeur ?? Libelle(r.Type),
                "Ressource, "
                    + (r.Statut is { } statut ? Libelle(statut).ToLowerInvariant() : "")
                    + (r.Preuve == true ? ", preuve déclarée" : ""),
                r.Montant?.ToString() ?? "–",
            }
        );

    /// <summary>« oui », « non »; null when not said.</summary>
    public static string? OuiNon(bool? reponse) =>
        reponse switch
        {
            true => "oui",
            false => "non",
            null => null,
        };

    /// <summary>« 33,33 % », or what is missing.</summary>
    /// <param name="part">In percent.</param>
    /// <param name="absente">What is read where it is not said.</param>
    public static string Part(decimal? part, string absente) => part is { } p ? Francais.TauxBref(p) + Francais.Fine + "%" : absente;
}
