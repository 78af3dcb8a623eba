using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;

namespace FitnGrants.Web.Mots;

/// <summary>Roles, perimeters and rights, as people read them.</summary>
public static class MotsDesRoles
{
    private static readonly Dictionary<Role, string> Roles = new()
    {
        [Role.Lecteur] = "Lecteur",
        [Role.Porteur] = "Porteur",
        [Role.RepresentantLegal] = "Représentant légal",
        [Role.InstructeurDep] = "Instructeur, volet 1",
        [Role.InstructeurReg] = "Instructeur, volet 2",
        [Role.ChefDeService] = "Chef de service",
        [Role.MembreCommunaute] = "Membre de la séance",
        [Role.Labo] = "Laboratoire",
        [Role.Secretaire] = "Secrétaire de séance",
        [Role.Gestionnaire] = "Gestionnaire",
        [Role.Auditeur] = "Auditeur",
        [Role.Admin] = "Administrateur",
    };

    /// <summary>What a right lets do, after « pourra ».</summary>
    private static readonly Dictionary<Droit, string> Droits = new()
    {
        [Droit.LireMesDossiers] = "suivre les dossiers de sa collectivité",
        [Droit.EcrireDossier] = "écrire un dossier",
        [Droit.Deposer] = "déposer et retirer un dossier",
        [Droit.LireDossier] = "lire les dossiers de son périmètre",
        [Droit.LireDecision] = "lire les décisions",
        [Droit.LireListeDeTravail] = "lire la liste de travail",
        [Droit.Instruire] = "instruire les dossiers",
        [Droit.DonnerAvis] = "donner l’avis de la préfecture",
        [Droit.LireSeances] = "lire les séances",
        [Droit.Sieger] = "siéger, donner son avis, se déporter",
        [Droit.PreparerSeance] = "préparer les séances",
        [Droit.Decider] = "enregistrer les décisions",
        [Droit.Notifier] = "notifier les décisions",
        [Droit.ReglerHorloge] = "avancer l’horloge d’une démonstration",
        [Droit.TenirReferentiel] = "tenir le référentiel",
        [Droit.TenirReglements] = "publier les règlements",
        [Droit.SuivreCourriels] = "suivre les courriels",
        [Droit.Echanger] = "écrire des messages",
        [Droit.GererAcces] = "ouvrir l’accès de sa collectivité",
        [Droit.ApprouverAcces] = "accepter l’accès d’une collectivité",
        [Droit.GererSonCompte] = "tenir son compte",
        [Droit.Accompagner] = "accompagner les dossiers à revoir",
        [Droit.Confier] = "confier un dossier à un collègue",
        [Droit.Encadrer] = "voir la charge du service",
        [Droit.GererAgents] = "ouvrir des accès aux agents",
        [Droit.LireListeDeSuivi] = "lire la liste des actes",
        [Droit.LireSuivi] = "lire le suivi d’une aide",
        [Droit.LireTableaux] = "lire les tableaux de bord de la région",
        [Droit.GererSuivi] = "préparer, signer, envoyer et suivre les actes",
        [Droit.ControlerLExecution] = "demander et lire les états des lieux, contrôler ce qui est déclaré",
        [Droit.RelancerLesLaureats] = "relancer les lauréats dont l’état des lieux est en retard",
        [Droit.ExecuterLeProjet] = "rééquilibrer le plan, déclarer le commencement",
        [Droit.Deleguer] = "déléguer son rôle à un collègue",
        [Droit.EngagerLaCollectivite] = "saisir le SIRET, renoncer à l’aide",
        [Droit.SuivreLettres] = "suivre les lettres : signature, envoi, réception",
        [Droit.TenirServices] = "tenir la fiche du service et ses signataires",
    };

    /// <summary>Roles that an administrator gives.</summary>
    public static readonly Reponse[] DesAgents = [.. CompteDAgent.Roles.Select(r => new Reponse($"{r}", Mot(r)))];

    public static string Mot(this Role role) => Roles[role];

    public static string Mot(this Droit droit) => Droits[droit];

    /// <summary>« Ille-et-Vilaine », « Bretagne », « toutes les régions ».</summary>
    public static string Perimetre(Habilitation h) =>
        h switch
        {
            { Siren: { } s } => $"SIREN {s}",
            { Departement: { } d } => Libelles.Departement(d),
            { Region: { } r } => Libelles.Region(r),
            _ => "toutes les régions",
        };
}
