namespace FitnGrants.Domain.Habilitations;

/// <summary>Roles (experience.md, People and rights).</summary>
public enum Role
{
    Lecteur,
    Porteur,
    RepresentantLegal,
    InstructeurDep,
    InstructeurReg,
    ChefDeService,
    MembreCommunaute,
    Labo,
    Secretaire,
    Gestionnaire,
    Admin,
    Auditeur,
}
