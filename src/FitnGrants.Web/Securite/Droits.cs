using System.Collections.Immutable;
using System.Security.Claims;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Securite;

/// <summary>An action asks for a right of the matrix. A route without this nor <see cref="PublicAttribute"/> is refused.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiertAttribute(Droit droit) : AuthorizeAttribute, IAuthorizationRequirementData
{
    public Droit Droit { get; } = droit;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new DroitRequis(Droit)];
}

/// <summary>An action for everyone.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : AllowAnonymousAttribute;

public sealed record DroitRequis(Droit Droit) : IAuthorizationRequirement;

public sealed class DroitHandler(IOptions<OptionsDeComptes> options) : AuthorizationHandler<DroitRequis>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, DroitRequis requirement)
    {
        if (context.User.Acteur() is { } acteur && acteur.Peut(requirement.Droit)
            && (requirement.Droit == Droit.GererSonCompte || !options.Value.AttendUnCode(context.User)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Settings of the accounts.</summary>
public sealed class OptionsDeComptes
{
    /// <summary>True where agents sign in with a code of their telephone; so it is outside a demonstration.</summary>
    public bool CodeDesAgents { get; set; }

    /// <summary>True for an agent who has to set a code up before anything else.</summary>
    public bool AttendUnCode(ClaimsPrincipal principal) => CodeDesAgents && !principal.ADeuxFacteurs() && principal.Acteur()?.EstAgent() == true;
}

/// <summary>The actor of a request, carried by its cookie: no query to know one's rights.</summary>
public static class Identification
{
    private const string Habilitation = "habilitation";
    private const string Fonction = "fonction";
    private const string Organisme = "organisme";
    private const string Double = "double-facteur";

    public static Acteur? Acteur(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Acteur(id, $"{principal.NomOrganisme()}, {Minuscule(principal.NomFonction())}", [.. principal.FindAll(Habilitation).Select(c => Lire(c.Value))])
            : null;

    /// <summary>The actor of an action that requires a right.</summary>
    public static Acteur ActeurRequis(this ClaimsPrincipal principal) =>
        principal.Acteur() ?? throw new InvalidOperationException("Une action qui requiert un droit a toujours un acteur.");

    /// <summary>True when signing in asked for a code: an account that has one is never open without it.</summary>
    public static bool ADeuxFacteurs(this ClaimsPrincipal principal) => principal.HasClaim(Double, "oui");

    public static string NomOrganisme(this ClaimsPrincipal principal) => principal.FindFirstValue(Organisme) ?? "";

    public static string NomFonction(this ClaimsPrincipal principal) => principal.FindFirstValue(Fonction) ?? "";

    public static bool EstAgent(this Acteur acteur) =>
        acteur.Habilitations.Any(h => h.Role is not (Role.Porteur or Role.RepresentantLegal or Role.Lecteur));

    /// <summary>Reads what a session decided before its notification: who records it, who audits. The others read it once it is told.</summary>
    public static bool LitAvantNotification(this Acteur acteur) => acteur.Peut(Droit.Decider) || acteur.Habilitations.Any(h => h.Role == Role.Auditeur);

    /// <summary>The state of a dossier as an actor may read it.</summary>
    public static EtatDossier EtatPour(this Dossier dossier, Acteur acteur) => acteur.LitAvantNotification() ? dossier.Etat : dossier.EtatPourLePorteur;

    private static string Minuscule(string texte) => texte.Length == 0 ? texte : char.ToLowerInvariant(texte[0]) + texte[1..];

    internal static IEnumerable<Claim> Attributs(Utilisateur utilisateur, IEnumerable<HabilitationAccordee> habilitations) =>
    [
        new Claim(Fonction, utilisateur.Fonction),
        new Claim(Organisme, utilisateur.Organisme),
        .. utilisateur.TwoFactorEnabled ? new[] { new Claim(Double, "oui") } : [],
        .. habilitations.Select(h => new Claim(Habilitation, string.Join('|', h.Role, h.Siren, h.Departement, h.Region))),
    ];

    private static Habilitation Lire(string valeur)
    {
        var p = valeur.Split('|');
        string? Partie(int i) => p[i].Length == 0 ? null : p[i];
        return new Habilitation(Enum.Parse<Role>(p[0]), Partie(1), Partie(2), Partie(3));
    }
}

public sealed class FabriqueDePrincipal(UserManager<Utilisateur> utilisateurs, IOptions<IdentityOptions> options, FitnContext db)
    : UserClaimsPrincipalFactory<Utilisateur>(utilisateurs, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Utilisateur user)
    {
        var identite = await base.GenerateClaimsAsync(user);
        identite.AddClaims(Identification.Attributs(user, await db.Habilitations.AsNoTracking().Where(h => h.UtilisateurId == user.Id).ToListAsync()));
        return identite;
    }
}
