using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Compte;

/// <summary>Who forgot a password.</summary>
public sealed record OubliFormulaire
{
    public string? Adresse
    {
        get;
        init => field = AdresseElectronique.Nette(value);
    }
}

public sealed class OubliValidator : AbstractValidator<OubliFormulaire>
{
    public OubliValidator() =>
        RuleFor(f => f.Adresse).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Indiquez votre adresse électronique.").UneAdresse();
}

/// <summary>A new password, and the link that allows it.</summary>
public sealed record NouveauMotDePasseFormulaire
{
    public Guid Compte { get; init; }
    public string? Jeton { get; init; }
    public string? MotDePasse { get; init; }
}

public sealed class NouveauMotDePasseValidator : AbstractValidator<NouveauMotDePasseFormulaire>
{
    public NouveauMotDePasseValidator() =>
        RuleFor(f => f.MotDePasse)
            .Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage("Choisissez un mot de passe.")
            .MaximumLength(200)
            .WithMessage("Ce mot de passe est trop long : 200 caractères au plus.");
}

/// <summary>A password that its owner changes, knowing the one of before.</summary>
public sealed record ChangementDeMotDePasseFormulaire
{
    public string? Ancien { get; init; }
    public string? Nouveau { get; init; }
}

public sealed class ChangementDeMotDePasseValidator : AbstractValidator<ChangementDeMotDePasseFormulaire>
{
    public ChangementDeMotDePasseValidator()
    {
        RuleFor(f => f.Ancien)
            .NotEmpty()
            .WithMessage("Tapez votre mot de passe actuel.")
            .MaximumLength(200)
            .WithMessage("Ce mot de passe est trop long.");
        RuleFor(f => f.Nouveau)
            .Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage("Choisissez un mot de passe.")
            .MaximumLength(200)
            .WithMessage("Ce mot de passe est trop long : 200 caractères au plus.");
    }
}
