using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>The signed paper of one letter.</summary>
public sealed record SignatureFormulaire
{
    public string? SigneeLe { get; init; }
    public IFormFile? Fichier { get; init; }
}

/// <summary>The posting of one letter.</summary>
public sealed record EnvoiFormulaire
{
    public string? PosteeLe { get; init; }
    public string? Recommande { get; init; }
}

/// <summary>The reception of one letter.</summary>
public sealed record ReceptionFormulaire
{
    public string? RecueLe { get; init; }
}

/// <summary>Letters of a session to edit for their signature, by the decision that they tell.</summary>
public sealed record EditionFormulaire
{
    public string? DateesDu { get; init; }

    /// <summary>« {decision}:{editions} » of each letter as the page showed it: one edited since is not edited again unseen.</summary>
    public List<string> Vues { get; init; } = [];
    public List<Guid> AEditer { get; init; } = [];
}

/// <summary>Letters of a session that were posted together.</summary>
public sealed record EnvoisFormulaire
{
    public string? PosteesLe { get; init; }
    public List<Guid> Postees { get; init; } = [];
}

/// <summary>Signed letters of a session, each known by the number in the name of its file.</summary>
public sealed record SignaturesFormulaire
{
    public string? SigneesLe { get; init; }
    public List<IFormFile> Fichiers { get; init; } = [];
}

public sealed class SignatureValidator : AbstractValidator<SignatureFormulaire>
{
    public SignatureValidator()
    {
        RuleFor(f => f.SigneeLe).NotEmpty().WithMessage("Indiquez le jour de la signature.").UneDate();
        RuleFor(f => f.Fichier).NotNull().WithMessage("Choisissez la lettre signée, numérisée en PDF.");
    }
}

public sealed class EnvoiValidator : AbstractValidator<EnvoiFormulaire>
{
    public EnvoiValidator()
    {
        RuleFor(f => f.PosteeLe).NotEmpty().WithMessage("Indiquez le jour de l’envoi.").UneDate();
        RuleFor(f => f.Recommande).TexteLibre(40);
    }
}

public sealed class ReceptionValidator : AbstractValidator<ReceptionFormulaire>
{
    public ReceptionValidator() => RuleFor(f => f.RecueLe).NotEmpty().WithMessage("Indiquez le jour de la réception.").UneDate();
}

public sealed class EditionValidator : AbstractValidator<EditionFormulaire>
{
    public EditionValidator()
    {
        RuleFor(f => f.DateesDu).NotEmpty().WithMessage("Indiquez le jour que portent ces lettres.").UneDate();
        RuleFor(f => f.AEditer).NotEmpty().WithMessage("Choisissez une lettre au moins.");
    }
}

public sealed class EnvoisValidator : AbstractValidator<EnvoisFormulaire>
{
    public EnvoisValidator()
    {
        RuleFor(f => f.PosteesLe).NotEmpty().WithMessage("Indiquez le jour de l’envoi.").UneDate();
        RuleFor(f => f.Postees).NotEmpty().WithMessage("Choisissez une lettre au moins.");
    }
}

public sealed class SignaturesValidator : AbstractValidator<SignaturesFormulaire>
{
    public SignaturesValidator()
    {
        RuleFor(f => f.SigneesLe).NotEmpty().WithMessage("Indiquez le jour des signatures.").UneDate();
        RuleFor(f => f.Fichiers).NotEmpty().WithMessage("Choisissez les lettres signées, numérisées en PDF.");
        RuleFor(f => f.Fichiers).Must(f => f.Count <= 60).WithMessage("Soixante fichiers au plus à la fois.");
    }
}
