using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FluentValidation;

namespace FitnGrants.Web.Features.Administration;

/// <summary>A role and where it holds, as chosen in two lists.</summary>
public record RoleFormulaire
{
    public int Revision { get; init; }
    public Role? Role { get; init; }

    /// <summary>« tout », « 53 » for a région, « 53/35 » for a département.</summary>
    public string? Perimetre { get; init; }

    /// <summary>The role in its perimeter; null when they do not go together.</summary>
    public Habilitation? Habilitation => Role is { } role && Lire(role, Perimetre) is { } h && CompteDAgent.Convient(h) ? h : null;

    private static Habilitation? Lire(Role role, string? perimetre) =>
        perimetre?.Split('/') switch
        {
            ["tout"] => new Habilitation(role),
            [{ Length: 2 } region] => new Habilitation(role, Region: region),
            [{ Length: 2 } region, { Length: 2 or 3 } departement] => new Habilitation(role, Departement: departement, Region: region),
            _ => null,
        };

    /// <summary>The régions and départements of the dispositifs, each département under its région.</summary>
    public static IReadOnlyList<Reponse> Perimetres(RegistreDesReglements reglements)
    {
        var territoires = reglements
            .EnVigueur.SelectMany(r => r.Departements.Select(d => (r.Region, Departement: d)))
            .Distinct()
            .ToLookup(t => t.Region, t => t.Departement, StringComparer.Ordinal);
        return
        [
            new Reponse("tout", "Toutes les régions"),
            .. territoires
                .OrderBy(t => Libelles.Region(t.Key), StringComparer.Ordinal)
                .SelectMany(t =>
                    t.Order(StringComparer.Ordinal)
                        .Select(d => new Reponse($"{t.Key}/{d}", Libelles.DepartementEtCode(d)))
                        .Prepend(new Reponse(t.Key, $"Région {Libelles.Region(t.Key)}"))
                ),
        ];
    }
}

/// <summary>Who is invited, as what.</summary>
public sealed record InvitationDAgentFormulaire : RoleFormulaire
{
    public string? Adresse
    {
        get;
        init => field = AdresseElectronique.Nette(value);
    }
    public string? Fonction { get; init; }

    /// <summary>As others read it; that of the perimeter when it is not said.</summary>
    public string? Service { get; init; }
}

/// <summary>How others read an account.</summary>
public sealed record FonctionFormulaire
{
    public int Revision { get; init; }
    public string? Fonction { get; init; }
    public string? Service { get; init; }
}

public sealed class RoleValidator : AbstractValidator<RoleFormulaire>
{
    public RoleValidator(RegistreDesReglements reglements)
    {
        RuleFor(f => f.Role)
            .NotNull()
            .WithMessage("Choisissez un rôle.")
            .Must(r => r is null || CompteDAgent.Roles.Contains(r.Value))
            .WithMessage("Ce rôle est celui d’une collectivité : elle le donne elle-même.");
        RuleFor(f => f.Perimetre)
            .Must(p => RoleFormulaire.Perimetres(reglements).Any(r => r.Valeur == p))
            .WithMessage("Choisissez un périmètre.");
        RuleFor(f => f.Perimetre)
            .Must((f, _) => f.Habilitation is not null)
            .When(f => f.Role is { } r && CompteDAgent.Roles.Contains(r))
            .WithMessage(f =>
                CompteDAgent.Portee(f.Role!.Value) switch
                {
                    PorteeDeRole.Departement => "Ce rôle se donne dans un département : choisissez-en un.",
                    PorteeDeRole.Region => "Ce rôle se donne dans une région : choisissez-en une.",
                    PorteeDeRole.RegionOuTout => "Ce rôle se donne dans une région, ou dans toutes.",
                    PorteeDeRole.Tout => "Un administrateur l’est partout : choisissez toutes les régions.",
                    _ => "Ce rôle se donne dans une région ou un département : choisissez-en un.",
                }
            );
    }
}

public sealed class InvitationDAgentValidator : AbstractValidator<InvitationDAgentFormulaire>
{
    public InvitationDAgentValidator(RoleValidator role)
    {
        RuleFor(f => f.Adresse).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Indiquez l’adresse de la personne.").UneAdresse();
        RuleFor(f => f.Fonction).NotEmpty().WithMessage("Indiquez la fonction : les autres la lisent à la place d’un nom.").TexteLibre(80);
        RuleFor(f => f.Service).TexteLibre(120);
        Include(role);
    }
}

public sealed class FonctionValidator : AbstractValidator<FonctionFormulaire>
{
    public FonctionValidator()
    {
        RuleFor(f => f.Fonction).NotEmpty().WithMessage("Indiquez la fonction : les autres la lisent à la place d’un nom.").TexteLibre(80);
        RuleFor(f => f.Service).NotEmpty().WithMessage("Indiquez le service.").TexteLibre(120);
    }
}

/// <summary>What pages of agents show of this service.</summary>
/// <param name="Perimetres">Where a role may hold.</param>
/// <param name="Codes">True where agents sign in with a code.</param>
public sealed record ReglagesDesAgents(IReadOnlyList<Reponse> Perimetres, bool Codes);

/// <summary>The agent whom a form is about.</summary>
public sealed record AgentVise(Guid Id);
