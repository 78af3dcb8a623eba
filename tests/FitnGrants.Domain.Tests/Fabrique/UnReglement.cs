using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>The three règlements, with the rules, modes and numbers of the published ones.</summary>
internal static class UnReglement
{
    private const ModeRegle B = ModeRegle.Bloquant;
    private const ModeRegle A = ModeRegle.Alerte;
    private const ModeRegle I = ModeRegle.Information;
    private const ModeRegle P = ModeRegle.Priorite;

    private static readonly string[] ToutesNatures =
        ["Commune", "CC", "CA", "CU", "Metropole", "Met69", "Departement", "Region"];

    private static readonly string[] NaturesAConfirmer = ["SIVU", "SIVOM", "SMF", "SMO", "PETR", "PoleMetropolitain",
        "EPT"];

    private const string MessageCollectivites =
        "Seules les collectivités territoriales et leurs groupements peuvent déposer une demande.";

    public static readonly Reglement Bretagne = new()
    {
        Code = "BZH-V1",
        Version = "version-bzh-1",
        Intitule = "Projets numériques des collectivités bretonnes",
        Nom = "Bretagne",
        NomEnveloppe = "de la Bretagne",
        Volet = 1,
        Region = "53",
        Departements = ["22", "29", "35", "56"],
        OuvertLe = new DateOnly(2021, 3, 1),
        ArchiveLe = new DateOnly(2022, 4, 1),
        DelaiOrdreDuJourJours = 15,
        Enveloppe = new Euros(1_188_000m),
        PopulationReference = PopulationReference.Totale,
        Tranches = [],
        Instance = new Instance("bretagne", "la", "communauté interdépartementale de sélection"),
        Tribunal = "tribunal administratif de Rennes",
        Accompagnement = "Ti Lab",
        Seances = [Au(2021, 6, 22), Au(2021, 9, 14), Au(2021, 10, 19), Au(2022, 2, 8)],
        Fiche = UneFiche,
        Regles = Ranger(
            R("R1", "PhraseDInformation", I), R("R6", "DispositifOuvert", B), R("R2", "TerritoireDuDispositif", B),
            R("R8", "BeneficiairesAdmis", B, ("natures", ToutesNatures), ("aConfirmer", NaturesAConfirmer),
                ("message", [MessageCollectivites])),
            R("A1", "PopulationsConcordantes", A), R("R47", "UnSeulProjetIndividuel", B),
                R("R48", "GroupementExempt", I),
            R("D2018-514-3", "DossierComplet", B), R("R24", "ThematiqueChoisie", B), R("R25", "NatureDAppuiChoisie", B),
            R("R27", "EtatDAvancementDeclare", B), R("R31", "UrbanismeExclu", B), R("R32", "AutreAxeOriente", A),
            R("R67", "RefusDefinitif", B), R("I5", "CoutEligiblePositif", B), R("A12", "BaseDeTaxeUnique", B),
            R("R33", "DepensesDePersonnelExclues", B), R("R35", "MaterielNonFinalite", B, ("seuilAlerte", ["50"])),
            R("R17", "SubventionDansLeCoutEligible", B), R("R18", "PlanEquilibre", B),
                R("CGCT-L1111-10", "ParticipationMinimale", A),
            R("R3", "EnveloppeSuffisante", B), R("R28", "ProjetNonEngage", A), R("R23", "EffetSousDeuxAns", B),
            R("A11", "SeanceAVenir", B), R("R64", "DecisionMotivee", B, ("longueurMinimale", ["20"])),
            R("R65", "AccordDansLaDemande", B), R("R66", "ARevoirAccompagne", B),
            R("I1", "GroupementConstitue", B),
            R("R9", "PetiteOuMoyenneCollectivite", P, ("moyenne", ["3500"]), ("grande", ["50000"])),
            R("R50", "MethodeParticipative", B),
            R("R49", "QpvBeneficiaires", A, ("seuil", ["50000"])),
            R("R38", "PrioriteRevendiquee", P, ("priorite", ["InclusionNumerique"])),
            R("R39", "PetiteOuMoyenneCollectivite", P, ("moyenne", ["3500"]), ("grande", ["50000"])),
            R("R40", "PrioriteRevendiquee", P, ("priorite", ["Ruralite"])),
            R("R41", "PrioriteRevendiquee", P, ("priorite", ["ParticipationDesUsagers"])),
            R("R42", "PrioriteRevendiquee", P, ("priorite", ["Experimentation"])),
            R("R43", "PrioriteRevendiquee", P, ("priorite", ["AppuiAuxAutresProjets"])),
            R("R44", "PrioriteRevendiquee", P, ("priorite", ["ResilienceEtFrugalite"])),
            R("R45", "PrioriteRevendiquee", P, ("priorite", ["VieQuotidienne"])),
            R("R46", "MutualisationRecherchee", P, ("alerteSiVide", ["1"])),
            R("R51", "PrioriteRevendiquee", P, ("priorite", ["Replicabilite"])),
            R("R52", "PrioriteRevendiquee", P, ("priorite", ["EvaluationDeLImpact"])),
            R("R53", "PrioriteRevendiquee", P, ("priorite", ["PrestatairesLocaux"])),
            R("R54", "PlusValueObjectivee", P),
            R("R58", "PrioriteRevendiquee", P, ("priorite", ["Cooperation"])),
            R("R59", "CommunsPartageables", P),
            R("R57", "PerequationDesTailles", P, ("moyenne", ["3500"]), ("grande", ["50000"])),
            R("R55", "RepartitionTerritoriale", P),
            R("R56", "PhraseDInformation", I), R("R60", "PhraseDInformation", I),
            R("R61", "SeanceChaqueTrimestre", A, ("de", ["2021-04-01"]), ("a", ["2022-03-31"])),
            R("R62", "PhraseDInformation", I), R("R63", "PhraseDInformation", I), R("R68", "PhraseDInformation", I),
            R("A28", "DecisionDansLeDelai", A),
            R("R73", "PhraseDInformation", I), R("R74", "PhraseDInformation", I),
            R("R77", "EtatDesLieuxTrimestriel", I),
            R("R78", "EntreprisesAttributaires", A)),
    };

    public static readonly Reglement HautRhin = Bretagne with
    {
        Code = "HR-V1",
        Version = "version-hr-1",
        Nom = "Haut-Rhin, volet 1",
        Region = "44",
        Departements = ["68"],
        LimiteDepot = new DateOnly(2021, 8, 27),
        ArchiveLe = null,
        DelaiOrdreDuJourJours = null,
        Enveloppe = new Euros(270_000m),
        Tranches =
        [
            new Tranche("R20", 0, 1_000, new Taux(20), new Taux(100)),
            new Tranche("R21", 1_000, 80_000, new Taux(20), new Taux(80)),
            new Tranche("R22", 80_000, 100_000, null, new Taux(20)),
        ],
        Instance = new Instance("copil-grand-est", "le", "comité de pilotage régional"),
        Seances = [AuMois(2021, 6), AuMois(2021, 9)],
        Regles = Ranger(
            R("R1", "PhraseDInformation", I), R("R6", "DispositifOuvert", B), R("R2", "TerritoireDuDispositif", B),
            R("R10", "BeneficiairesAdmis", B, ("natures", ["Commune", "CC", "CA", "CU", "Metropole"]),
                ("message", ["Le volet 1 du Haut-Rhin est réservé aux communes et aux EPCI à fiscalité propre."])),
            R("R12", "SyndicatsExclus", B), R("R11", "PopulationSousLePlafond", B, ("plafond", ["100000"])),
            R("A1", "PopulationsConcordantes", A), R("R47", "UnSeulProjetIndividuel", A),
                R("R48", "GroupementExempt", I),
            R("R26", "PhraseDInformation", I), R("D2018-514-3", "DossierComplet", B),
                R("R24", "ThematiqueChoisie", B),
            R("R25", "NatureDAppuiChoisie", B), R("R31", "UrbanismeExclu", A), R("R32", "AutreAxeOriente", A),
            R("R67", "RefusDefinitif", B), R("I5", "CoutEligiblePositif", B), R("A12", "BaseDeTaxeUnique", B),
            R("R34", "DepensesDePersonnelExclues", B), R("R36", "EquipementsDesAgentsExclus", B),
            R("R37", "LicencesHorsUnionEuropeenne", A), R("R19", "PhraseDInformation", I),
                R("R20", "TauxDansLaTranche", B),
            R("R21", "TauxDansLaTranche", B), R("R22", "TauxDansLaTranche", B), R("A16", "TrancheDesMembres", A),
            R("R18", "PlanEquilibre", B), R("CGCT-L1111-10", "ParticipationMinimale", A),
                R("R4", "EnveloppeSuffisante", B),
            R("R28", "ProjetNonEngage", B), R("R23", "EffetSousDeuxAns", B), R("R71", "DateLimiteDeDepot", B),
            R("R64", "DecisionMotivee", B, ("longueurMinimale", ["20"])), R("R65", "AccordDansLaDemande", B),
            R("R66", "ARevoirAccompagne", B),
            R("I1", "GroupementConstitue", B),
            R("R30", "QualiteMesuree", B),
            R("R7", "DemarrageAvantLaRemontee", P, ("limite", ["2021-09-30"])),
            R("R29", "ProjetMur", P),
            R("R45", "PrioriteRevendiquee", P, ("priorite", ["VieQuotidienne"])),
            R("R46", "MutualisationRecherchee", P),
            R("R75", "ContratDeRelance", P),
            R("R69", "PhraseDInformation", I),
            R("A28", "DecisionDansLeDelai", A),
            R("R73", "PhraseDInformation", I), R("R74", "PhraseDInformation", I),
            R("R77", "EtatDesLieuxTrimestriel", B),
            R("R78", "EntreprisesAttributaires", B)),
    };

    public static readonly Reglement GrandEst = HautRhin with
    {
        Code = "GE-V2",
        Version = "version-ge-1",
        Nom = "Grand Est, volet 2",
        Volet = 2,
        Departements = ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"],
        Enveloppe = new Euros(200_000m),
        Tranches = [],
        ServiceInstructeur = "Préfecture de la région Grand Est",
        Regles = Ranger(
            R("R1", "PhraseDInformation", I), R("R6", "DispositifOuvert", B), R("R2", "TerritoireDuDispositif", B),
            R("R13", "BeneficiairesAdmis", B, ("natures", ToutesNatures), ("aConfirmer", NaturesAConfirmer),
                ("message", [MessageCollectivites])),
            R("A1", "PopulationsConcordantes", A), R("R47", "UnSeulProjetIndividuel", A),
                R("R48", "GroupementExempt", I),
            R("D2018-514-3", "DossierComplet", B), R("R25", "NatureDAppuiChoisie", B),
                R("R14", "AppuiDUnLaboratoire", B),
            R("R31", "UrbanismeExclu", A), R("R32", "AutreAxeOriente", A), R("R67", "RefusDefinitif", B),
            R("I5", "CoutEligiblePositif", B), R("A12", "BaseDeTaxeUnique", B),
                R("R34", "DepensesDePersonnelExclues", B),
            R("R17", "SubventionDansLeCoutEligible", B), R("R15", "PartALaChargeDesCollectivites", B),
                R("R18", "PlanEquilibre", B),
            R("CGCT-L1111-10", "ParticipationMinimale", A), R("R5", "EnveloppeSuffisante", B),
                R("R28", "ProjetNonEngage", A),
            R("R23", "EffetSousDeuxAns", B), R("R72", "DateLimiteDeDepot", B),
            R("R64", "DecisionMotivee", B, ("longueurMinimale", ["20"])), R("R65", "AccordDansLaDemande", B),
            R("R66", "ARevoirAccompagne", B),
            R("I1", "GroupementConstitue", B),
            R("R45", "PrioriteRevendiquee", P, ("priorite", ["VieQuotidienne"])),
            R("R76", "PrioriteRevendiquee", P, ("priorite", ["DemarcheContractuelle"])),
            R("R70", "AvisDepartementalRendu", B),
            R("A28", "DecisionDansLeDelai", A),
            R("R73", "PhraseDInformation", I), R("R74", "PhraseDInformation", I),
            R("R77", "EtatDesLieuxTrimestriel", I),
            R("R78", "EntreprisesAttributaires", A)),
    };

    public static ImmutableArray<Reglement> Tous => [Bretagne, HautRhin, GrandEst];

    /// <summary>The same règlement, where one rule has another number.</summary>
    public static Reglement Reglant(this Reglement reglement, string code, string cle, int valeur) => reglement with
    {
        Regles = [.. reglement.Regles.Select(r => r.Code != code ? r : r with
        {
            Parametres = new Parametres(r.Parametres.Valeurs.SetItem(cle, [$"{valeur}"])),
        })],
    };

    private static Fiche UneFiche => new() { PourQui = "Les collectivités.", Taux = "Jusqu’à 100 %", Finance = [] };

    private static SeancePrevue Au(int annee, int mois, int jour) =>
        new(new DateOnly(annee, mois, jour), AuMois: false, null, null);

    private static SeancePrevue AuMois(int annee, int mois) =>
        new(new DateOnly(annee, mois, 1), AuMois: true, null, null);

    private static RegleActivee R(string code, string regle, ModeRegle mode,
        params (string Cle, string[] Valeurs)[] parametres) => new(
        code, Catalogue.Trouver(regle)!, mode,
        new Parametres(parametres.ToImmutableDictionary(p => p.Cle, p => p.Valeurs.ToImmutableArray(),
            StringComparer.Ordinal)),
        new Source($"Source de {code}", $"citation de {code}", [1]));

    private static ImmutableArray<RegleActivee> Ranger(params RegleActivee[] regles) =>
        [.. regles.OrderBy(r => Catalogue.Regles.IndexOf(r.Regle))];
}
