using System.Collections.Immutable;
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

/// <summary>What the règlement judges of a project. Null means « not said »; an empty list is an answer.</summary>
public sealed record Projet
{
    public string? Titre { get; init; }
    public string? Resume { get; init; }
    public string? Lieux { get; init; }
    public ImmutableArray<Thematique>? Thematiques { get; init; }
    public ImmutableArray<NatureAppui>? NaturesAppui { get; init; }
    public EtatAvancement? EtatAvancement { get; init; }
    public RegimeDepense? Regime { get; init; }
    public bool? Urbanisme { get; init; }
    public Laboratoire? Laboratoire { get; init; }
    public BaseTaxe? BaseTaxe { get; init; }
    public bool? TvaNonRecuperable { get; init; }
    public ImmutableArray<LigneDepense>? Depenses { get; init; }
    public ImmutableArray<LigneRessource>? Ressources { get; init; }

    /// <summary>Participative method (R50).</summary>
    public string? MethodeParticipative { get; init; }

    /// <summary>Measures (R30).</summary>
    public Indicateurs? Indicateurs { get; init; }

    /// <summary>Priority neighbourhoods (R49).</summary>
    public Qpv? Qpv { get; init; }

    /// <summary>Sharing of initiatives and skills (R46).</summary>
    public string? Mutualisation { get; init; }

    /// <summary>What users gain beyond the paper form: design, accessibility, interfaces (R54).</summary>
    public string? PlusValue { get; init; }

    /// <summary>True when someone keeps an exclusive right on the result (R59).</summary>
    public bool? Exclusivite { get; init; }

    /// <summary>Licence of the code (R59).</summary>
    public string? LicenceCode { get; init; }

    /// <summary>Licence of the documentation (R59).</summary>
    public string? LicenceDocumentation { get; init; }

    /// <summary>Priorities claimed; null when not said.</summary>
    public ImmutableArray<Revendication>? Revendications { get; init; }

    /// <summary>CRTE (R75).</summary>
    public Crte? Crte { get; init; }

    /// <summary>True when quotes are at hand (R29).</summary>
    public bool? Devis { get; init; }

    /// <summary>True when the assembly has deliberated (R29).</summary>
    public bool? Deliberation { get; init; }

    public DateOnly? DateDebutPrevue { get; init; }
    public DateOnly? DateFinPrevue { get; init; }
    public DateOnly? DateEffetConcret { get; init; }

    /// <summary>First legal act (order, signed quote); null when there is none yet (R28).</summary>
    public DateOnly? DatePremierActeJuridique { get; init; }

    /// <summary>The basis of every amount: HT unless TTC is said (A12).</summary>
    public BaseTaxe BaseRetenue => BaseTaxe ?? Dossiers.BaseTaxe.HT;

    /// <summary>
    /// Months it lasts: as it was said, or from its first day to its last, a month begun counting as one; null while neither is known.
    /// </summary>
    public int? DureeEnMois =>
        Indicateurs?.DureeMois
        ?? (
            DateDebutPrevue is { } debut && DateFinPrevue is { } fin && fin >= debut
                ? ((fin.Year - debut.Year) * 12) + fin.Month - debut.Month + (fin.Day >= debut.Day ? 1 : 0)
                : null
        );

    /// <summary>Every cost, eligible or not, in euros; null when a line has no amount on the basis.</summary>
    public Euros? TotalDepenses => Somme(Depenses?.AsEnumerable(), d => d.Montant(BaseRetenue));

    /// <summary>Every resource that counts, in euros.</summary>
    public Euros? TotalRessources => Somme(Ressources?.Where(r => r.Compte), r => r.Montant);

    /// <summary>What is asked from the fund, in euros: the sum of its lines (I3).</summary>
    public Euros? MontantDemande => Somme(Ressources?.Where(r => r is { Compte: true, Type: TypeRessource.FITN }), r => r.Montant);

    /// <summary>The same plan asking less: the applicant's own money takes the difference, and the plan stays balanced.</summary>
    /// <param name="montant">What is asked at most, in euros.</param>
    public Projet Ramener(Euros montant)
    {
        if (MontantDemande is not { } demande || demande <= montant || Ressources is not { } lignes)
            return this;
        var fonds = lignes.First(r => r is { Compte: true, Type: TypeRessource.FITN });
        return this with
        {
            Ressources =
            [
                fonds with
                {
                    Montant = montant,
                },
                .. lignes.Where(r => r.Type != TypeRessource.FITN),
                new LigneRessource(TypeRessource.Autofinancement, null, demande - montant, StatutRessource.Acquis, null),
            ],
        };
    }

    /// <summary>
    /// The same plan asking as much as it may: the fund first, the applicant's own money for what is left, the other resources as they are.
    /// </summary>
    /// <param name="plafond">Highest amount that may be asked, in euros.</param>
    /// <param name="apport">What the applicant must bear at least, in euros.</param>
    public Projet AuMaximum(Euros plafond, Euros apport)
    {
        var autres = Ressources?.Where(r => r.Type is not (TypeRessource.FITN or TypeRessource.Autofinancement)).ToImmutableArray() ?? [];
        var reste = (TotalDepenses ?? Euros.Zero).Moins(Somme(autres.Where(r => r.Compte), r => r.Montant) ?? Euros.Zero);
        var fonds = Euros.Min(plafond, reste.Moins(apport));
        return this with
        {
            Ressources =
            [
                new LigneRessource(TypeRessource.FITN, null, fonds, StatutRessource.Sollicite, null),
                .. autres,
                .. reste > fonds
                    ? new[] { new LigneRessource(TypeRessource.Autofinancement, null, reste - fonds, StatutRessource.Acquis, null) }
                    : [],
            ],
        };
    }

    /// <summary>What the porteur says of a priority; null when it says nothing.</summary>
    public Revendication? Revendication(Priorite priorite) => Revendications?.FirstOrDefault(r => r.Priorite == priorite);

    /// <summary>Sum that is unknown as soon as one of its terms is.</summary>
    public static Euros? Somme<T>(IEnumerable<T>? lignes, Func<T, Euros?> montant)
    {
        if (lignes is null)
            return null;
        var montants = lignes.Select(montant).ToList();
        return montants.TrueForAll(m => m is not null) ? Euros.Somme(montants.Select(m => m!.Value)) : null;
    }
}

/// <summary>Who applies, as the décret n° 2018-514 (art. 3) asks. Professional data only.</summary>
public sealed record Identite
{
    public string? Siret { get; init; }
    public string? Adresse { get; init; }
    public string? RepresentantLegal { get; init; }
    public string? Contact { get; init; }
    public string? Courriel { get; init; }
    public string? Telephone { get; init; }
}

/// <summary>What the porteur writes: the whole of a dossier's steps.</summary>
public sealed record ContenuDossier
{
    public Identite Identite { get; init; } = new();
    public Projet Projet { get; init; } = new();

    /// <summary>The groupement; null for an individual dossier.</summary>
    public Groupement? Groupement { get; init; }
}
