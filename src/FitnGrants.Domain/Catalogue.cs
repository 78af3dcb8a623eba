using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Suivi.Regles;

namespace FitnGrants.Domain;

/// <summary>Every rule, once, in the order of a dossier's life.</summary>
public static class Catalogue
{
    public static readonly ImmutableArray<Regle> Regles =
    [
        new PhraseDInformation(),
        new DispositifOuvert(),
        new TerritoireDuDispositif(),
        new BeneficiairesAdmis(),
        new SyndicatsExclus(),
        new PopulationSousLePlafond(),
        new PopulationsConcordantes(),
        new UnSeulProjetIndividuel(),
        new GroupementExempt(),
        new GroupementConstitue(),
        new DossierComplet(),
        new ThematiqueChoisie(),
        new NatureDAppuiChoisie(),
        new EtatDAvancementDeclare(),
        new AppuiDUnLaboratoire(),
        new QualiteMesuree(),
        new MethodeParticipative(),
        new QpvBeneficiaires(),
        new UrbanismeExclu(),
        new AutreAxeOriente(),
        new RefusDefinitif(),
        new CoutEligiblePositif(),
        new BaseDeTaxeUnique(),
        new DepensesDePersonnelExclues(),
        new EquipementsDesAgentsExclus(),
        new MaterielNonFinalite(),
        new SimpleRenouvellement(),
        new LicencesHorsUnionEuropeenne(),
        new SubventionDansLeCoutEligible(),
        new TauxDansLaTranche(),
        new TrancheDesMembres(),
        new PartALaChargeDesCollectivites(),
        new PlanEquilibre(),
        new ParticipationMinimale(),
        new EnveloppeSuffisante(),
        new ProjetNonEngage(),
        new EffetSousDeuxAns(),
        new DateLimiteDeDepot(),
        new SeanceAVenir(),
        new SeanceChaqueTrimestre(),
        new PrioriteRevendiquee(),
        new PetiteOuMoyenneCollectivite(),
        new MutualisationRecherchee(),
        new PlusValueObjectivee(),
        new CommunsPartageables(),
        new PerequationDesTailles(),
        new DemarrageAvantLaRemontee(),
        new ProjetMur(),
        new ContratDeRelance(),
        new AvisDepartementalRendu(),
        new RepartitionTerritoriale(),
        new DecisionDansLeDelai(),
        new DecisionMotivee(),
        new AccordDansLaDemande(),
        new ARevoirAccompagne(),
        new FormeDeLActe(),
        new ActeDansLeDelai(),
        new VersementsPlafonnes(),
        new DelaiDeCommencement(),
        new ObservationsPrealables(),
        new RetraitDansLeDelai(),
        new EtatDesLieuxTrimestriel(),
        new EntreprisesAttributaires(),
    ];

    /// <summary>The rule of a class name; null when there is none.</summary>
    public static Regle? Trouver(string nom) => Regles.FirstOrDefault(r => string.Equals(r.GetType().Name, nom, StringComparison.Ordinal));
}
