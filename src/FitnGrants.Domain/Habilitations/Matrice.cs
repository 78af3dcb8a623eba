using System.Collections.Frozen;

namespace FitnGrants.Domain.Habilitations;

/// <summary>The one matrix of rights: role × action. What is not here is refused.</summary>
public static class Matrice
{
    private static readonly FrozenDictionary<Role, FrozenSet<Droit>> Droits = new Dictionary<Role, Droit[]>
    {
        [Role.Lecteur] = [Droit.LireMesDossiers, Droit.LireDossier, Droit.LireDecision, Droit.LireSuivi],
        [Role.Porteur] =
        [
            Droit.LireMesDossiers,
            Droit.EcrireDossier,
            Droit.Echanger,
            Droit.LireDossier,
            Droit.LireDecision,
            Droit.LireSuivi,
            Droit.ExecuterLeProjet,
        ],
        [Role.RepresentantLegal] =
        [
            Droit.LireMesDossiers,
            Droit.EcrireDossier,
            Droit.Deposer,
            Droit.Echanger,
            Droit.GererAcces,
            Droit.LireDossier,
            Droit.LireDecision,
            Droit.LireSuivi,
            Droit.ExecuterLeProjet,
            Droit.EngagerLaCollectivite,
        ],
        [Role.InstructeurDep] =
        [
            Droit.LireListeDeTravail,
            Droit.SuivreLettres,
            Droit.Instruire,
            Droit.Confier,
            Droit.Echanger,
            Droit.ApprouverAcces,
            Droit.DonnerAvis,
            Droit.LireDossier,
            Droit.LireDecision,
            Droit.LireSeances,
            Droit.LireListeDeSuivi,
            Droit.LireTableaux,
            Droit.LireSuivi,
            Droit.ControlerLExecution,
            Droit.RelancerLesLaureats,
            Droit.Deleguer,
        ],
        [Role.InstructeurReg] =
        [
            Droit.LireListeDeTravail,
            Droit.SuivreLettres,
            Droit.Instruire,
            Droit.Confier,
            Droit.Echanger,
            Droit.LireDossier,
            Droit.LireDecision,
            Droit.LireSeances,
            Droit.LireListeDeSuivi,
            Droit.LireTableaux,
            Droit.LireSuivi,
            Droit.ControlerLExecution,
            Droit.RelancerLesLaureats,
            Droit.Deleguer,
        ],
        [Role.ChefDeService] =
        [
            Droit.LireListeDeTravail,
            Droit.SuivreLettres,
            Droit.Confier,
            Droit.Encadrer,
            Droit.TenirServices,
            Droit.LireDossier,
            Droit.LireDecision,
            Droit.LireSeances,
            Droit.LireListeDeSuivi,
            Droit.LireTableaux,
            Droit.LireSuivi,
            Droit.Deleguer,
        ],
        [Role.MembreCommunaute] = [Droit.LireDossier, Droit.LireDecision, Droit.LireSeances, Droit.Sieger, Droit.LireTableaux],
        [Role.Labo] = [Droit.LireDossier, Droit.LireDecision, Droit.Accompagner],
        [Role.Secretaire] =
        [
            Droit.LireListeDeTravail,
            Droit.LireDossier,
            Droit.LireDecision,
            Droit.LireSeances,
            Droit.PreparerSeance,
            Droit.Decider,
            Droit.Notifier,
            Droit.SuivreLettres,
            Droit.LireListeDeSuivi,
            Droit.LireTableaux,
            Droit.LireSuivi,
            Droit.RelancerLesLaureats,
            Droit.Deleguer,
        ],
        [Role.Gestionnaire] =
        [
            Droit.LireDossier,
            Droit.LireDecision,
            Droit.LireListeDeSuivi,
            Droit.LireTableaux,
            Droit.LireSuivi,
            Droit.ControlerLExecution,
            Droit.RelancerLesLaureats,
            Droit.GererSuivi,
            Droit.Deleguer,
        ],
        [Role.Admin] =
        [
            Droit.GererAgents,
            Droit.ReglerHorloge,
            Droit.TenirReferentiel,
            Droit.TenirReglements,
            Droit.SuivreCourriels,
            Droit.TenirServices,
        ],
        [Role.Auditeur] =
        [
            Droit.LireListeDeTravail,
            Droit.LireDossier,
            Droit.LireDecision,
            Droit.LireSeances,
            Droit.LireListeDeSuivi,
            Droit.LireTableaux,
            Droit.LireSuivi,
        ],
    }.ToFrozenDictionary(p => p.Key, p => p.Value.ToFrozenSet());

    /// <summary>True when a role holds a right.</summary>
    public static bool Accorde(Role role, Droit droit) =>
        droit == Droit.GererSonCompte ? Droits.ContainsKey(role) : Droits.TryGetValue(role, out var droits) && droits.Contains(droit);
}
