using System.Security.Claims;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Comptes;

/// <summary>What the cookie of an account carries: its roles, those that are delegated to it, its function.</summary>
public sealed class FabriqueDePrincipal(
    UserManager<Utilisateur> utilisateurs,
    IOptions<IdentityOptions> options,
    FitnContext db,
    Horloge horloge
) : UserClaimsPrincipalFactory<Utilisateur>(utilisateurs, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Utilisateur user)
    {
        var identite = await base.GenerateClaimsAsync(user);
        if (!user.EstOuvert)
            return identite;
        identite.AddClaims(
            Identification.Attributs(
                (user.Fonction, user.Organisme),
                user.TwoFactorEnabled,
                (await db.Habilitations.Where(h => h.UtilisateurId == user.Id).ToListAsync()).Select(h => h.Lue())
            )
        );
        var aujourdhui = horloge.Aujourdhui;
        var delegues = await (
            from d in db.Delegations
            where d.Delegataire == user.Id && d.CloseLe == null && d.Au >= aujourdhui
            join u in db.Users.Ouverts() on d.Delegant equals u.Id
            join h in db.Habilitations on d.Delegant equals h.UtilisateurId
            select new { Delegation = d, Habilitation = h }
        ).ToListAsync();
        identite.AddClaims(
            delegues
                .Where(x => Delegation.Passe(x.Habilitation.Role))
                .Select(x => Identification.Attribut(x.Delegation, x.Habilitation.Lue()))
        );
        return identite;
    }
}
