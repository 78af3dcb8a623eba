using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Habilitations;

/// <summary>A person of a collectivité.</summary>
/// <param name="Compte">Its account.</param>
/// <param name="Role">What it may do there.</param>
public sealed record Equipier(Guid Compte, Role Role);

/// <summary>
/// Who may act for a collectivité. Its dossiers belong to it and never to a person: someone may always deposit, withdraw
/// and open the door to the next one.
/// </summary>
/// <param name="Siren">The collectivité.</param>
/// <param name="Membres">Its people, one role each.</param>
public sealed record Equipe(string Siren, ImmutableArray<Equipier> Membres)
{
    /// <summary>Roles that a collectivité gives, the widest first.</summary>
    public static readonly ImmutableArray<Role> Roles = [Role.RepresentantLegal, Role.Porteur, Role.Lecteur];

    /// <summary>True when someone represents it.</summary>
    public bool EstRepresentee => Membres.Any(m => m.Role == Role.RepresentantLegal);

    /// <summary>With a person in a role, whatever it had before.</summary>
    /// <exception cref="ActeImpossibleException">Not a role of a collectivité, or it would be without a legal representative.</exception>
    public Equipe Accorder(Guid compte, Role role)
    {
        if (!Roles.Contains(role))
            throw new ActeImpossibleException("Action impossible : ce rôle n’est pas celui d’une collectivité.");
        return Garder(this with { Membres = [.. Membres.Where(m => m.Compte != compte), new Equipier(compte, role)] });
    }

    /// <summary>Without a person.</summary>
    /// <exception cref="ActeImpossibleException">It would be without a legal representative.</exception>
    public Equipe Retirer(Guid compte) => Garder(this with { Membres = [.. Membres.Where(m => m.Compte != compte)] });

    private Equipe Garder(Equipe suivante) =>
        EstRepresentee && !suivante.EstRepresentee
            ? throw new ActeImpossibleException(
                "Action impossible : la collectivité n’aurait plus de représentant légal. Donnez d’abord ce rôle à quelqu’un d’autre."
            )
            : suivante;
}
