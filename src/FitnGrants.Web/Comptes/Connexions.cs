using System.Security.Cryptography;
using System.Text;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Comptes;

/// <summary>Signing in: as long for an address without an account as for one that has one, whatever the password.</summary>
public sealed class Connexions(
    UserManager<Utilisateur> utilisateurs,
    IHttpContextAccessor contexte,
    IUserClaimsPrincipalFactory<Utilisateur> fabrique,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Utilisateur>> journal,
    IAuthenticationSchemeProvider schemas,
    IUserConfirmation<Utilisateur> confirmation
) : SignInManager<Utilisateur>(utilisateurs, contexte, fabrique, options, journal, schemas, confirmation)
{
    private static readonly Utilisateur Personne = new();
    private static string? empreinteDePersonne;

    /// <summary>True while an administrator neither suspended nor closed the account.</summary>
    public override Task<bool> CanSignInAsync(Utilisateur user) => Task.FromResult(user.EstOuvert);

    /// <summary><see cref="SignInResult.NotAllowed"/> is for who knows the password of an account that is not open.</summary>
    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        var utilisateur = await UserManager.FindByNameAsync(userName);
        if (utilisateur?.PasswordHash is null)
        {
            empreinteDePersonne ??= UserManager.PasswordHasher.HashPassword(Personne, Guid.NewGuid().ToString());
            UserManager.PasswordHasher.VerifyHashedPassword(Personne, empreinteDePersonne, password);
            return SignInResult.Failed;
        }
        if (!await UserManager.CheckPasswordAsync(utilisateur, password))
            return SignInResult.Failed;
        return await CanSignInAsync(utilisateur) ? await SignInOrTwoFactorAsync(utilisateur, isPersistent) : SignInResult.NotAllowed;
    }
}

/// <summary>A code of the telephone serves once, also for who read it over a shoulder.</summary>
public sealed class CodeUnique(FitnContext db, TimeProvider systeme) : AuthenticatorTokenProvider<Utilisateur>
{
    /// <summary>Longer than a code is accepted for: two steps of thirty seconds on each side.</summary>
    private static readonly TimeSpan Memoire = TimeSpan.FromMinutes(5);

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Utilisateur> manager, Utilisateur user)
    {
        // « 12345 » and « 012345 » are one number, and would serve twice.
        if (token is not { Length: 6 } || !await base.ValidateAsync(purpose, token, manager, user))
            return false;
        var maintenant = systeme.GetUtcNow();
        await db.Set<CodeUtilise>().Where(c => c.UtilisateurId == user.Id && c.Le < maintenant - Memoire).ExecuteDeleteAsync();
        return await db.Database.ExecuteSqlAsync(
                $"insert into codes_utilises (utilisateur_id, code, le) values ({user.Id}, {token}, {maintenant}) on conflict do nothing"
            ) == 1;
    }
}

/// <summary>
/// Wrong tries, counted per account and address of the network: who guesses is stopped, and the owner comes in from elsewhere.
/// An account that does not exist is counted the same.
/// </summary>
public sealed class Essais(FitnContext db, UserManager<Utilisateur> utilisateurs, TimeProvider systeme)
{
    /// <summary>Tries in <see cref="Fenetre"/>.</summary>
    public const int Permis = 10;

    public static readonly TimeSpan Fenetre = TimeSpan.FromMinutes(15);

    /// <summary>The password of an account, tried from an address.</summary>
    public string MotDePasse(string compte, System.Net.IPAddress? adresse) =>
        Cle($"mot-de-passe|{utilisateurs.NormalizeName(compte.Trim())}|{Reseau.Provenance(adresse)}");

    /// <summary>The code of an account, whoever tries: they know the password.</summary>
    public static string Code(Guid compte) => Cle($"code|{compte}");

    /// <summary>Counts a try before it is made, so that a hundred at once are a hundred; false when there were too many.</summary>
    public async Task<bool> AdmettreAsync(string cle, CancellationToken arret)
    {
        var (maintenant, limite) = (systeme.GetUtcNow(), systeme.GetUtcNow() - Fenetre);
        await db.Set<EssaiDeConnexion>().Where(e => e.Depuis < limite).ExecuteDeleteAsync(arret);
        var nombre = await db
            .Database.SqlQuery<int>(
                $"""
                insert into essais_de_connexion (cle, nombre, depuis) values ({cle}, 1, {maintenant})
                on conflict (cle) do update set nombre = essais_de_connexion.nombre + 1
                returning nombre as "Value"
                """
            )
            .ToListAsync(arret);
        return nombre[0] <= Permis;
    }

    /// <summary>The right one was given.</summary>
    public Task OublierAsync(string cle, CancellationToken arret) =>
        db.Set<EssaiDeConnexion>().Where(e => e.Cle == cle).ExecuteDeleteAsync(arret);

    /// <summary>No address of a person is kept, only what recognises it.</summary>
    private static string Cle(string texte) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texte)));
}

/// <summary>The link of an agent who was invited: seven days, for services are not open every day.</summary>
public sealed class JetonsDInvitation(
    IDataProtectionProvider protection,
    IOptions<OptionsDInvitation> options,
    ILogger<DataProtectorTokenProvider<Utilisateur>> journal
) : DataProtectorTokenProvider<Utilisateur>(protection, options, journal)
{
    public const string Fournisseur = "invitation";
    public const string Usage = "Invitation";
}

/// <summary>How long an invitation is good for.</summary>
public sealed class OptionsDInvitation : DataProtectionTokenProviderOptions
{
    public OptionsDInvitation() => (Name, TokenLifespan) = (JetonsDInvitation.Fournisseur, TimeSpan.FromDays(7));
}
