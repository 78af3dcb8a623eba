using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Temps;
using FluentValidation;

namespace FitnGrants.Web.Features.Consultations;

/// <summary>An avis to ask.</summary>
public sealed record ConsultationFormulaire
{
    public string? Service { get; init; }
    public string? Adresse
    {
        get;
        init => field = AdresseElectronique.Nette(value);
    }
    public string? Question { get; init; }
    public string? AvantLe { get; init; }
    public bool Confidentielle { get; init; }
}

public sealed class ConsultationValidator : AbstractValidator<ConsultationFormulaire>
{
    public ConsultationValidator(Horloge horloge)
    {
        RuleFor(f => f.Service).NotEmpty().WithMessage("Dites à qui vous demandez cet avis.").TexteLibre(200);
        RuleFor(f => f.Adresse).NotEmpty().WithMessage("Indiquez l’adresse électronique de ce service.").UneAdresse();
        RuleFor(f => f.Question).NotEmpty().WithMessage("Posez votre question.").TexteLibre(2000);
        RuleFor(f => f.AvantLe)
            .NotEmpty()
            .WithMessage("Indiquez pour quand vous attendez cet avis.")
            .UneDate()
            .Must((f, _) => Saisie.Date(f.AvantLe) is not { } jour || jour >= horloge.Aujourdhui)
            .WithMessage("Ce jour est passé.");
    }
}

public sealed record ReponseFormulaire
{
    public SensAvis? Sens { get; init; }
    public string? Texte { get; init; }
}

public sealed class ReponseValidator : AbstractValidator<ReponseFormulaire>
{
    public ReponseValidator()
    {
        RuleFor(f => f.Sens).NotNull().WithMessage("Choisissez le sens de votre avis.");
        RuleFor(f => f.Texte)
            .TexteLibre(4000)
            .Must((f, t) => f.Sens is not (SensAvis.Defavorable or SensAvis.FavorableAvecReserves) || !string.IsNullOrWhiteSpace(t))
            .WithMessage("Dites pourquoi.");
    }
}
