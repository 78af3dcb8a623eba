using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Habilitations;

/// <summary>Where an administrator put an account.</summary>
public enum EtatDeCompte
{
    Ouvert,
    Suspendu,
    Ferme,
}

/// <summary>Where a role of an agent may hold.</summary>
public enum PorteeDeRole
{
    Departement,
    Region,
    DepartementOuRegion,
    RegionOuTout,
    Tout,
}

/// <summary>
/// An account of a service and its roles: what an administrator may change of it. Rights come from an administrator, work
/// never does: whoever gives the roles holds none of those that instruct, decide or pay.
/// </summary>
/// <param name="Compte">The account.</param>
/// <param name="Etat">Open, suspended or closed.</param>
/// <param name="Habilitations">Its roles, whatever its state.</param>
/// <param name="AutreAdministrateur">True when another account is open, has come in once, and administers.</param>
public sealed record CompteDAgent(Guid Compte, EtatDeCompte Etat, ImmutableArray<Habilitation> Habilitations, bool AutreAdministrateur)
{
    /// <summary>Roles that an administrator gives, in the order of a dossier's life; those of a collectivité are given by itself.</summary>
    public static readonly ImmutableArray<Role> Roles =
    [
        Role.InstructeurDep,
        Role.InstructeurReg,
        Role.ChefDeService,
        Role.MembreCommunaute,
        Role.Secretaire,
        Role.Labo,
        Role.Gestionnaire,
        Role.Auditeur,
        Role.Admin,
    ];

    private bool Administre => Habilitations.Any(h => h.Role == Role.Admin);

    /// <summary>Where a role may hold.</summary>
    public static PorteeDeRole Portee(Role role) =>
        role switch
        {
            Role.InstructeurDep => PorteeDeRole.Departement,
            Role.InstructeurReg or Role.Secretaire or Role.Labo => PorteeDeRole.Region,
            Role.Auditeur => PorteeDeRole.RegionOuTout,
            Role.Admin => PorteeDeRole.Tout,
            _ => PorteeDeRole.DepartementOuRegion,
        };

    /// <summary>True when a role may hold there.</summary>
    public static bool Convient(Habilitation h) =>
        Roles.Contains(h.Role)
        && h.Siren is null
        && Portee(h.Role) switch
        {
            PorteeDeRole.Departement => h is { Departement: not null, Region: not null },
            PorteeDeRole.Region => h is { Departement: null, Region: not null },
            PorteeDeRole.DepartementOuRegion => h.Region is not null,
            PorteeDeRole.RegionOuTout => h.Departement is null,
            _ => h is { Departement: null, Region: null },
        };

    /// <summary>With one more role.</summary>
    /// <exception cref="ActeImpossibleException">It cannot hold there, is held already, or is work that an administrator would give
    /// himself.</exception>
    public CompteDAgent Accorder(Habilitation h, Acteur par)
    {
        Exiger(Etat != EtatDeCompte.Ferme, "ce compte est fermé, rouvrez-le d’abord");
        Exiger(Convient(h), "ce rôle ne se donne pas dans ce périmètre");
        Exiger(!Habilitations.Contains(h), "cette personne a déjà ce rôle dans ce périmètre");
        Exiger(
            par.Id != Compte || h.Role == Role.Admin,
            "un administrateur ne se donne aucun rôle d’instruction, de décision ou de gestion"
        );
        return this with { Habilitations = [.. Habilitations, h] };
    }

    /// <summary>Without a role.</summary>
    /// <exception cref="ActeImpossibleException">It is not held, a collectivité gave it, or nobody would administer.</exception>
    public CompteDAgent Retirer(Habilitation h)
    {
        Exiger(Habilitations.Contains(h), "cette personne n’a plus ce rôle");
        Exiger(Roles.Contains(h.Role), "ce rôle est celui d’une collectivité, qui le retire elle-même");
        return Garder(this with { Habilitations = Habilitations.Remove(h) });
    }

    /// <summary>No longer signs in, for a time; its roles wait.</summary>
    /// <exception cref="ActeImpossibleException">It is not open, or nobody would administer.</exception>
    public CompteDAgent Suspendre()
    {
        Exiger(Etat == EtatDeCompte.Ouvert, "ce compte n’est pas ouvert");
        return Garder(this with { Etat = EtatDeCompte.Suspendu });
    }

    /// <summary>No longer signs in: the person left. What it did stays.</summary>
    /// <exception cref="ActeImpossibleException">It is closed, or nobody would administer.</exception>
    public CompteDAgent Fermer()
    {
        Exiger(Etat != EtatDeCompte.Ferme, "ce compte est déjà fermé");
        return Garder(this with { Etat = EtatDeCompte.Ferme });
    }

    /// <summary>Signs in again, with the roles it had.</summary>
    /// <exception cref="ActeImpossibleException">It is open.</exception>
    public CompteDAgent Rouvrir()
    {
        Exiger(Etat != EtatDeCompte.Ouvert, "ce compte est déjà ouvert");
        return this with { Etat = EtatDeCompte.Ouvert };
    }

    private CompteDAgent Garder(CompteDAgent suivant)
    {
        Exiger(
            !(Administre && Etat == EtatDeCompte.Ouvert)
                || AutreAdministrateur
                || (suivant.Administre && suivant.Etat == EtatDeCompte.Ouvert),
            "ce compte est le dernier qui administre. Invitez d’abord un autre administrateur, qui se connecte une fois"
        );
        return suivant;
    }

    private static void Exiger(bool condition, string sinon)
    {
        if (!condition)
            throw new ActeImpossibleException($"Action impossible : {sinon}.");
    }
}
