using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Temps;
using FluentValidation;

namespace FitnGrants.Web.Features.Service;

/// <summary>Who replaces whom, between which days.</summary>
public sealed record DelegationFormulaire
{
    /// <summary>Who is replaced; oneself when it is not said.</summary>
    public Guid? Delegant { get; init; }
    public Guid? Delegataire { get; init; }
    public MotifDelegation? Motif { get; init; }
    public string? Du { get; init; }
    public string? Au { get; init; }
}

public sealed class DelegationValidator : AbstractValidator<DelegationFormulaire>
{
    public DelegationValidator(Horloge horloge)
    {
        RuleFor(f => f.Delegataire)
            .NotNull()
            .WithMessage("Choisissez qui remplace.")
            .Must((f, d) => d is null || d != f.Delegant)
            .WithMessage("Choisissez une autre personne que celle qui est remplacée.");
        RuleFor(f => f.Motif).NotNull().WithMessage("Dites pourquoi.");
        RuleFor(f => f.Du)
            .NotEmpty()
            .WithMessage("Indiquez le premier jour.")
            .UneDate()
            .Must((f, _) => Saisie.Date(f.Du) is not { } du || du >= horloge.Aujourdhui)
            .WithMessage("Ce jour est passé : une délégation commence aujourd’hui au plus tôt.");
        RuleFor(f => f.Au)
            .NotEmpty()
            .WithMessage("Indiquez le dernier jour.")
            .UneDate()
            .Must((f, _) => Saisie.Date(f.Au) is not { } au || au >= horloge.Aujourdhui)
            .WithMessage("Ce jour est passé.")
            .Must((f, _) => Saisie.Date(f.Au) is not { } au || Saisie.Date(f.Du) is not { } du || au >= du)
            .WithMessage("Le dernier jour ne peut pas précéder le premier.")
            .Must(
                (f, _) =>
                    Saisie.Date(f.Au) is not { } au
                    || Saisie.Date(f.Du) is not { } du
                    || au.DayNumber - du.DayNumber < Delegation.JoursAuPlus
            )
            .WithMessage("Une délégation dure un an au plus : vous la renouvellerez.");
    }
}
