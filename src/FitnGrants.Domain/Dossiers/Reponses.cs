using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

public enum Thematique
{
    ServiceEnLigneDonneesDematerialisation,
    FormationInclusion,
    OffreOmnicanale,
}

public enum NatureAppui
{
    Ingenierie,
    Deploiement,
    Accompagnement,
    Formation,
}

public enum EtatAvancement
{
    Conception,
    Realisation,
    Usage,
}

public enum RegimeDepense
{
    Investissement,
    Fonctionnement,
    Mixte,
}

public enum BaseTaxe
{
    HT,
    TTC,
}

public enum CategorieDepense
{
    Prestation,
    Developpement,
    Formation,
    AMO,
    Licence,
    Materiel,
    EquipementAgents,
    Personnel,
    Autre,
}

public enum TypeRessource
{
    FITN,
    EtatAutre,
    Region,
    Departement,
    EPCI,
    Europe,
    AutrePublic,
    Prive,
    Autofinancement,
}

public enum StatutRessource
{
    Sollicite,
    Acquis,
    Refuse,
}

public enum SectionDepense
{
    Investissement,
    Fonctionnement,
}

/// <summary>What a porteur may claim, with a justification: priorities, criteria and values (R38 to R58, R76).</summary>
public enum Priorite
{
    InclusionNumerique,
    Ruralite,
    ParticipationDesUsagers,
    Experimentation,
    AppuiAuxAutresProjets,
    ResilienceEtFrugalite,
    VieQuotidienne,
    Replicabilite,
    EvaluationDeLImpact,
    PrestatairesLocaux,
    Cooperation,
    DemarcheContractuelle,
}

/// <summary>A priority claimed, or not, by the porteur.</summary>
/// <param name="Priorite">Which one.</param>
/// <param name="Oui">True when claimed.</param>
/// <param name="Justification">Why, where it is claimed.</param>
public sealed record Revendication(Priorite Priorite, bool Oui, string? Justification);

/// <summary>How the project measures itself (R30). Null means « not said ».</summary>
/// <param name="Efficacite">How the service is measured.</param>
/// <param name="NbAgents">Agents who benefit, zero or more.</param>
/// <param name="NbUsagers">Users who benefit, zero or more.</param>
/// <param name="DureeMois">Months, one or more.</param>
/// <param name="Animation">What will be done to bring people in.</param>
public sealed record Indicateurs(string? Efficacite, int? NbAgents, int? NbUsagers, int? DureeMois, string? Animation);

/// <summary>Priority neighbourhoods (R49): both are expected of a large leader.</summary>
/// <param name="Beneficiaire">They benefit from the project.</param>
/// <param name="Experimentation">They are a place of experimentation.</param>
/// <param name="Codes">Their codes, « QP035001 ».</param>
public sealed record Qpv(bool? Beneficiaire, bool? Experimentation, string? Codes);

/// <summary>The contrat de relance et de transition écologique (R75).</summary>
/// <param name="Nom">Its name; null without one.</param>
/// <param name="Inscrit">True when the project is part of it.</param>
public sealed record Crte(string? Nom, bool? Inscrit);

/// <summary>A line of cost.</summary>
/// <param name="Libelle">What is paid.</param>
/// <param name="Categorie">Its nature.</param>
/// <param name="MontantHT">Euros before tax; null when not said.</param>
/// <param name="MontantTTC">Euros with tax; null when not said.</param>
/// <param name="Eligible">True when the porteur asks the fund to bear it.</param>
/// <param name="PaysEditeur">ISO 3166-1 alpha-2 country of a licence's publisher (R37).</param>
public sealed record LigneDepense(
    string Libelle,
    CategorieDepense Categorie,
    Euros? MontantHT,
    Euros? MontantTTC,
    bool Eligible,
    string? PaysEditeur
)
{
    /// <summary>The amount on a tax basis (A12: one basis for every line).</summary>
    public Euros? Montant(BaseTaxe baseTaxe) => baseTaxe == BaseTaxe.HT ? MontantHT : MontantTTC;

    /// <summary>Section of the budget; null when not said.</summary>
    public SectionDepense? Section { get; init; }

    /// <summary>VAT in percent (20 means 20 %); null when not said. Informs the other amount, judges nothing.</summary>
    public decimal? TauxTva { get; init; }

    /// <summary>Why the porteur leaves it out of the assiette.</summary>
    public string? MotifIneligibilite { get; init; }

    /// <summary>Why no publisher of the Union would do (R37); null where it is not said, or is no licence.</summary>
    public string? JustificationLicence { get; init; }
}

/// <summary>A line of funding.</summary>
/// <param name="Type">Its origin.</param>
/// <param name="Financeur">Who pays; null where the type says it.</param>
/// <param name="Montant">Euros, on the plan's tax basis.</param>
/// <param name="Statut">A refused one counts in no sum.</param>
/// <param name="Preuve">True when a proof is declared; null where proofs are not judged.</param>
public sealed record LigneRessource(TypeRessource Type, string? Financeur, Euros? Montant, StatutRessource? Statut, bool? Preuve)
{
    /// <summary>True when it counts in the sums.</summary>
    public bool Compte => Statut != StatutRessource.Refuse;
}

/// <summary>The laboratory of volet 2 (R14).</summary>
/// <param name="Nom">Its name.</param>
/// <param name="Lettre">True when its letter of commitment is declared.</param>
public sealed record Laboratoire(string? Nom, bool? Lettre);
