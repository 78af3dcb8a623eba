namespace FitnGrants.Domain.Socle;

/// <summary>
/// What may be done, once for each thing that the journal tells apart. A name is written in journals that exist and in their hashes:
/// it is never changed nor taken out. Its details are the record of its name, in the Traces of its aggregate.
/// </summary>
public enum Acte
{
    // A dossier, written by its porteur.
    Creer,
    Copier,
    Deposer,
    RepondreALaDemande,
    RetirerLeDossier,
    Supprimer,

    // Its instruction.
    PrendreEnCharge,
    Confier,
    AnnulerLAttribution,
    Conclure,
    RemettreAVerifier,
    Coter,
    EcarterUneDepense,
    ReintegrerUneDepense,
    JugerLaSimilitude,
    RendreAvis,
    ReputerRecevable,
    DemanderDesComplements,
    ReprendreSansReponse,
    DeclarerIrrecevable,
    Reorienter,
    Clore,
    Rouvrir,
    AnnulerLaCloture,

    // Its way through a session.
    Inscrire,
    Retirer,
    Decider,
    Rectifier,
    Notifier,

    // What is said around it.
    DemanderUnAvis,
    RendreUnAvis,
    RelancerUnAvis,
    RetirerUnAvis,
    EcrireMessage,
    ClasserLesMessages,
    Accompagner,
    AnnoterEnInterne,

    // Its pieces.
    JoindrePiece,
    RetirerPiece,
    RelancerAnalyse,
    AnalyserPiece,

    // Its letters.
    EditerUneLettre,
    SignerUneLettre,
    PosterUneLettre,
    RecevoirUneLettre,
    OuvrirUneLettre,

    // A session.
    Planifier,
    Deplacer,
    Annuler,
    Ouvrir,
    Cloturer,
    Pointer,
    DecrireLaTenue,
    NoterLaDeliberation,
    SignerLeProcesVerbal,
    Ordonner,
    ConfierLeRapport,
    Deporter,
    Opiner,
    Appeler,
    Proposer,

    // What follows an accord.
    EcrireLActe,
    SaisirLesSirets,
    ConfirmerLesSirets,
    LeverUneCondition,
    ProposerUnPlan,
    AccepterLePlan,
    RendreLePlan,
    EditerLActe,
    ReprendreLActe,
    SignerLActe,
    EnvoyerLActe,
    RecevoirLActe,
    Proroger,
    DeclarerLeCommencement,
    RenoncerALAide,
    DemanderDesObservations,
    RecevoirLaDemandeDObservations,
    PresenterDesObservations,
    ConstaterLaCaducite,
    ConstaterLeRejet,
    RetirerLAide,
    RappelerUneEcheance,

    // Accounts and their rights.
    InviterUnAgent,
    AccorderUnRole,
    RetirerUnRole,
    ChangerDeFonction,
    RenvoyerLInvitation,
    RetirerLeCode,
    SuspendreLeCompte,
    FermerLeCompte,
    RouvrirLeCompte,
    CreerAdministrateur,
    AccepterInvitation,
    ChangerMotDePasse,
    ActiverCode,
    DesactiverCode,
    DemanderAcces,
    Inviter,
    ConfirmerAcces,
    AccorderAcces,
    RefuserAcces,
    ChangerDeRole,
    RetirerAcces,
    Deleguer,
    CloreLaDelegation,

    // The service itself.
    DecrireUnService,
    NommerUnSignataire,
    FinirUneSignature,
    EcrireUnModele,
    PublierReglement,
    ImporterMillesime,
    AjouterCollectivite,
    RenvoyerCourriel,
    AvancerHorloge,
}
