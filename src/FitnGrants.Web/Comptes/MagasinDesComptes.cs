using System.Globalization;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Comptes;

/// <summary>Accounts as Identity reads them: to act, so tracked, where the rest of the application tracks nothing unless it asks.</summary>
public sealed class MagasinDesComptes(FitnContext db, IdentityErrorDescriber mots) : UserOnlyStore<Utilisateur, FitnContext, Guid>(db, mots)
{
    public override IQueryable<Utilisateur> Users => base.Users.AsTracking();

    public override Task<Utilisateur?> FindByIdAsync(string userId, CancellationToken cancellationToken = default) =>
        Guid.TryParse(userId, CultureInfo.InvariantCulture, out var id)
            ? FindUserAsync(id, cancellationToken)
            : Task.FromResult<Utilisateur?>(null);

    protected override Task<Utilisateur?> FindUserAsync(Guid userId, CancellationToken cancellationToken) =>
        Users.SingleOrDefaultAsync(u => u.Id == userId, cancellationToken);

    protected override Task<IdentityUserToken<Guid>?> FindTokenAsync(
        Utilisateur user,
        string loginProvider,
        string name,
        CancellationToken cancellationToken
    ) =>
        Context
            .UserTokens.AsTracking()
            .SingleOrDefaultAsync(t => t.UserId == user.Id && t.LoginProvider == loginProvider && t.Name == name, cancellationToken);
}
