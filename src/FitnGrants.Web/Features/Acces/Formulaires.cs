using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Acces;

/// <summary>Who asks to act for a collectivité.</summary>
public sealed record InscriptionFormulaire
{
    public string? Adresse
    {
        get;
        init => field = AdresseElectronique.Nette(value);
    }

    /// <summary>Its name, its SIREN or its SIRET, as typed.</summary>
    public string? Collectivite { get; init; }

    /// <summary>What a suggestion filled.</summary>
    public string? Siren { get; init; }
    public string? Fonction { get; init; }
    public Role? Role { get; init; }
}

public sealed class InscriptionValidator : AbstractValidator<InscriptionFormulaire>
{
    public InscriptionValidator()
    {
        RuleFor(f => f.Adresse).NotEmpty().WithMessage("Indiquez l’adresse électronique.").UneAdresse();
        RuleFor(f => f.Collectivite).NotEmpty().WithMessage("Indiquez votre collectivité, par son nom ou son SIREN.").TexteLibre(200);
        RuleFor(f => f.Fonction).NotEmpty().WithMessage("Indiquez votre fonction, par exemple secrétaire de mairie.").TexteLibre(100);
        RuleFor(f => f.Role).Must(r => r is { } role && Equipe.Roles.Contains(role)).WithMessage("Dites ce que vous ferez ici.");
    }
}

/// <summary>A colleague to invite.</summary>
public sealed record InvitationFormulaire
{
    public string? Siren { get; init; }
    public string? Adresse
    {
        get;
        init => field = AdresseElectronique.Nette(value);
    }
    public string? Fonction { get; init; }
    public Role? Role { get; init; }
}

public sealed class InvitationValidator : AbstractValidator<InvitationFormulaire>
{
    public InvitationValidator()
    {
        RuleFor(f => f.Adresse).NotEmpty().WithMessage("Indiquez l’adresse électronique.").UneAdresse();
        RuleFor(f => f.Fonction)
            .NotEmpty()
            .WithMessage("Indiquez sa fonction, par exemple directrice générale des services.")
            .TexteLibre(100);
        RuleFor(f => f.Role).Must(r => r is { } role && Equipe.Roles.Contains(role)).WithMessage("Dites ce que cette personne fera ici.");
    }
}

/// <summary>The link that was followed, and a password for a new account.</summary>
public sealed record ConfirmationFormulaire
{
    public string? Jeton { get; init; }
    public string? MotDePasse { get; init; }
}

public sealed class ConfirmationValidator : AbstractValidator<ConfirmationFormulaire>
{
    public ConfirmationValidator() =>
        RuleFor(f => f.MotDePasse).MaximumLength(200).WithMessage("Ce mot de passe est trop long : 200 caractères au plus.");
}

/// <summary>Why a request is refused.</summary>
public sealed record RefusDAccesFormulaire(string? Motif);

public sealed class RefusDAccesValidator : AbstractValidator<RefusDAccesFormulaire>
{
    public RefusDAccesValidator() =>
        RuleFor(f => f.Motif).NotEmpty().WithMessage("Dites pourquoi : la personne lira ce motif.").TexteLibre(500);
}

/// <summary>Words of the roles of a collectivité.</summary>
public static class RolesDeCollectivite
{
    public static readonly Reponse[] Tous =
    [
        new(
            nameof(Role.RepresentantLegal),
            "Représenter la collectivité",
            "Écrire, certifier, déposer et retirer les dossiers, ouvrir l’accès à des collègues"
        ),
        new(nameof(Role.Porteur), "Préparer les dossiers", "Écrire les dossiers, répondre au service, sans déposer"),
        new(nameof(Role.Lecteur), "Lire les dossiers", "Lire, sans rien changer"),
    ];

    /// <summary>« représentant légal ».</summary>
    public static string Nom(Role role) =>
        role switch
        {
            Role.RepresentantLegal => "représentant légal",
            Role.Porteur => "porteur",
            _ => "lecteur",
        };
}
