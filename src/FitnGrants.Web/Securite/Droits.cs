using System.Globalization;
using System.Security.Claims;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
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
        if (
            context.User.Acteur() is { } acteur
            && acteur.Peut(requirement.Droit)
            && (requirement.Droit == Droit.GererSonCompte || !options.Value.AttendUnCode(context.User))
        )
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

public sealed class OptionsDeComptes
{
    /// <summary>True where agents sign in with a code of their telephone; so it is outside a demonstration.</summary>
    public bool CodeDesAgents { get; set; }

    /// <summary>True for an agent who has to set a code up before anything else.</summary>
    public bool AttendUnCode(ClaimsPrincipal principal) =>
        CodeDesAgents && !principal.ADeuxFacteurs() && principal.Acteur()?.EstAgent() == true;
}

/// <summary>The actor of a request, carried by its cookie: no query to know one's rights.</summary>
public static class Identification
{
    private const string Habilitation = "habilitation";
    private const string Fonction = "fonction";
    private const string Organisme = "organisme";
    private const string Double = "double-facteur";
    private const string Delegation = "delegation";

    public static Acteur? Acteur(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Acteur(
                id,
                $"{principal.NomOrganisme()}, {Francais.Minuscule(principal.NomFonction())}",
                [.. principal.FindAll(Habilitation).Select(c => Lire(c.Value))]
            )
            : null;

    /// <summary>The actor of an action that requires a right.</summary>
    public static Acteur ActeurRequis(this ClaimsPrincipal principal) =>
        principal.Acteur() ?? throw new InvalidOperationException("Une action qui requiert un droit a toujours un acteur.");

    /// <summary>True when signing in asked for a code: an account that has one is never open without it.</summary>
    public static bool ADeuxFacteurs(this ClaimsPrincipal principal) => principal.HasClaim(Double, "oui");

    public static string NomOrganisme(this ClaimsPrincipal principal) => principal.FindFirstValue(Organisme) ?? "";

    public static string NomFonction(this ClaimsPrincipal principal) => principal.FindFirstValue(Fonction) ?? "";

    /// <summary>True for who works for a service: its frame and its first page, never what it may know.</summary>
    public static bool EstAgent(this Acteur acteur) => Lecteur.De(acteur).EstAgent;

    /// <summary>What is delegated, between which days: the cookie keeps it, the clock says each time whether it holds.</summary>
    internal static Claim Attribut(Delegation delegation, Habilitation h) =>
        new(
            Delegation,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{delegation.Du:O}|{delegation.Au:O}|{h.Role}|{h.Siren}|{h.Departement}|{h.Region}|{delegation.Delegant}"
            )
        );

    /// <summary>The delegated roles that hold at an instant.</summary>
    internal static IEnumerable<Claim> Delegues(ClaimsPrincipal principal, DateTimeOffset instant) =>
        principal
            .FindAll(Delegation)
            .Select(c => c.Value.Split('|', 3))
            .Where(p => Domain.Habilitations.Delegation.Couvre(Jour(p[0]), Jour(p[1]), instant))
            .Select(p => new Claim(Habilitation, p[2]));

    private static DateOnly Jour(string texte) => DateOnly.ParseExact(texte, "O", CultureInfo.InvariantCulture);

    internal static IEnumerable<Claim> Attributs(
        (string Fonction, string Organisme) compte,
        bool doubleFacteur,
        IEnumerable<Habilitation> habilitations
    ) =>
        [
            new Claim(Fonction, compte.Fonction),
            new Claim(Organisme, compte.Organisme),
            .. doubleFacteur ? new[] { new Claim(Double, "oui") } : [],
            .. habilitations.Select(h => new Claim(Habilitation, string.Join('|', h.Role, h.Siren, h.Departement, h.Region))),
        ];

    private static Habilitation Lire(string valeur)
    {
        var p = valeur.Split('|');
        string? Partie(int i) => p[i].Length == 0 ? null : p[i];
        return new Habilitation(Enum.Parse<Role>(p[0]), Partie(1), Partie(2), Partie(3), p.Length > 4 ? Guid.Parse(p[4]) : null);
    }
}

/// <summary>Adds to each request the delegated roles of its minute; the cookie never holds them.</summary>
public sealed class DelegationsDeLInstant(Horloge horloge) : IClaimsTransformation
{
    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        var delegues = Identification.Delegues(principal, horloge.Maintenant).ToList();
        if (delegues.Count == 0 || delegues.TrueForAll(c => principal.HasClaim(c.Type, c.Value)))
            return Task.FromResult(principal);
        // A copy: the one given is what a renewed cookie would keep.
        var copie = principal.Clone();
        copie.AddIdentity(new ClaimsIdentity(delegues));
        return Task.FromResult(copie);
    }
}
