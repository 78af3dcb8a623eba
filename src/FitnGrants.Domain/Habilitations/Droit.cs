namespace FitnGrants.Domain.Habilitations;

/// <summary>What a person may ask the product to do. Refused unless the matrix grants it.</summary>
public enum Droit
{
    LireMesDossiers,
    EcrireDossier,
    Deposer,
    LireDossier,
    LireDecision,
    LireListeDeTravail,
    Instruire,
    DonnerAvis,
    LireSeances,
    Sieger,
    PreparerSeance,
    Decider,
    Notifier,
    ReglerHorloge,
    TenirReferentiel,
    TenirReglements,
    SuivreCourriels,
    Echanger,
    GererAcces,
    ApprouverAcces,
    GererSonCompte,
    Accompagner,
    Confier,
    Encadrer,
    GererAgents,
    LireListeDeSuivi,

    /// <summary>Sums of what follows accords: the whole région, for the préfectures of its community.</summary>
    LireTableaux,
    LireSuivi,
    GererSuivi,

    /// <summary>Reports of laureates, and the control of what they declare.</summary>
    ControlerLExecution,

    /// <summary>Reminders of reports that are late: nothing else of an act changes.</summary>
    RelancerLesLaureats,
    ExecuterLeProjet,
    EngagerLaCollectivite,
    Deleguer,
    TenirServices,
    SuivreLettres,
}
