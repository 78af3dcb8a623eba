using System.Collections.Immutable;

namespace FitnGrants.Domain.Habilitations;

/// <summary>A role and where it holds.</summary>
/// <param name="Role">The role.</param>
/// <param name="Siren">Collectivité, for the roles of a collectivité.</param>
/// <param name="Departement">Département, for departmental agents.</param>
/// <param name="Region">Région, for agents.</param>
/// <param name="PourLeCompteDe">Account that delegated it; null for one's own.</param>
public sealed record Habilitation(
    Role Role,
    string? Siren = null,
    string? Departement = null,
    string? Region = null,
    Guid? PourLeCompteDe = null
);

/// <summary>Who acts: an account, its function as others read it, and its roles.</summary>
/// <param name="Id">Account.</param>
/// <param name="Fonction">« Préfecture d’Ille-et-Vilaine, instruction »: never a person's name.</param>
/// <param name="Habilitations">Roles and perimeters.</param>
public sealed record Acteur(Guid Id, string Fonction, ImmutableArray<Habilitation> Habilitations)
{
    /// <summary>What the product does by itself.</summary>
    public static readonly Acteur Systeme = new(Guid.Empty, "Système", []);

    /// <summary>Its account, and those it replaces today.</summary>
    public ImmutableArray<Guid> Comptes => [Id, .. Habilitations.Select(h => h.PourLeCompteDe).OfType<Guid>().Distinct()];

    /// <summary>True when one of its roles holds the right.</summary>
    public bool Peut(Droit droit) => Habilitations.Any(h => Matrice.Accorde(h.Role, droit));

    /// <summary>The perimeters in which it holds the right.</summary>
    public ImmutableArray<Habilitation> Pour(Droit droit) => [.. Habilitations.Where(h => Matrice.Accorde(h.Role, droit))];
}
