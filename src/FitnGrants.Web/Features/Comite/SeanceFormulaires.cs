using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Comite;

public sealed record SeanceFormulaire(int Revision);

public sealed record PointFormulaire(int Revision, string? Numero);

public sealed class PointValidator : AbstractValidator<PointFormulaire>
{
    public PointValidator() => RuleFor(f => f.Numero).NotEmpty().WithMessage("Choisissez le dossier à inscrire.");
}

public sealed record RetraitFormulaire(int Revision, string? Numero, string? Motif);

public sealed class RetraitValidator : AbstractValidator<RetraitFormulaire>
{
    public RetraitValidator()
    {
        RuleFor(f => f.Numero).NotEmpty().WithMessage("Choisissez le dossier à retirer.");
        RuleFor(f => f.Motif).Motif("Dites pourquoi ce dossier est retiré.");
    }
}

/// <summary>A session to plan: a day or a month, for some dispositifs of one instance.</summary>
public sealed record NouvelleSeanceFormulaire
{
    public List<string> Dispositifs { get; init; } = [];
    public string? Jour { get; init; }
    public bool AuMois { get; init; }

    /// <summary>A month is enough where the day is not known yet.</summary>
    public DateSaisie Lue => AuMois ? DateSaisie.LireLeMois(Jour) : DateSaisie.Lire(Jour);
}

public sealed class NouvelleSeanceValidator : AbstractValidator<NouvelleSeanceFormulaire>
{
    public NouvelleSeanceValidator()
    {
        RuleFor(f => f.Dispositifs).NotEmpty().WithMessage("Choisissez au moins un dispositif.");
        RuleFor(f => f.Jour).NotEmpty().WithMessage("Indiquez la date de la séance.");
        RuleFor(f => f.Jour).Must((f, _) => f.Lue.Faute is null).WithMessage((f, _) => f.Lue.Faute!);
    }
}

/// <summary>Another day, and why.</summary>
public sealed record DeplacementFormulaire
{
    public int Revision { get; init; }
    public string? Jour { get; init; }
    public bool AuMois { get; init; }

    /// <summary>A month is enough where the day is not known yet.</summary>
    public DateSaisie Lue => AuMois ? DateSaisie.LireLeMois(Jour) : DateSaisie.Lire(Jour);
    public string? Motif { get; init; }
}

public sealed class DeplacementValidator : AbstractValidator<DeplacementFormulaire>
{
    public DeplacementValidator()
    {
        RuleFor(f => f.Jour).NotEmpty().WithMessage("Indiquez la nouvelle date.");
        RuleFor(f => f.Jour).Must((f, _) => f.Lue.Faute is null).WithMessage((f, _) => f.Lue.Faute!);
        RuleFor(f => f.Motif).Motif("Dites pourquoi la séance est déplacée.");
    }
}

public sealed record AnnulationFormulaire(int Revision, string? Motif);

public sealed class AnnulationValidator : AbstractValidator<AnnulationFormulaire>
{
    public AnnulationValidator() => RuleFor(f => f.Motif).Motif("Dites pourquoi la séance est annulée.");
}

/// <summary>A point to move: one rank up or down, or all by département.</summary>
/// <param name="Revision">Of the session.</param>
/// <param name="Numero">The point; null to sort them all.</param>
/// <param name="Sens">« monter », « descendre » or « trier ».</param>
public sealed record OrdreFormulaire(int Revision, string? Numero, string? Sens);

public sealed record RapporteurFormulaire(int Revision, string? Numero, string? Membre);

public sealed class RapporteurValidator : AbstractValidator<RapporteurFormulaire>
{
    public RapporteurValidator() => RuleFor(f => f.Numero).NotEmpty().WithMessage("Choisissez le dossier.");
}

/// <summary>Who sits, by code of member.</summary>
public sealed record PresencesFormulaire
{
    public int Revision { get; init; }
    public Dictionary<string, Presence?> Presences { get; init; } = [];
}

/// <summary>A member who takes no part in a point.</summary>
/// <param name="Membre">Its code, when the secretary says it for it.</param>
/// <param name="Numero">The point, when the page is that of the session.</param>
/// <param name="Motif">Why.</param>
public sealed record DeportFormulaire(string? Membre, string? Numero, string? Motif);

public sealed class DeportValidator : AbstractValidator<DeportFormulaire>
{
    public DeportValidator() => RuleFor(f => f.Motif).Motif("Dites pourquoi ce membre se déporte.");
}

/// <summary>The opinion of a member on a point.</summary>
public sealed record AvisDeMembreFormulaire
{
    /// <summary>Instant of the opinion it replaces, so that a colleague's is not overwritten unseen.</summary>
    public long? Remplace { get; init; }
    public SensAvis? Sens { get; init; }
    public string? Texte { get; init; }
}

public sealed class AvisDeMembreValidator : AbstractValidator<AvisDeMembreFormulaire>
{
    public AvisDeMembreValidator()
    {
        RuleFor(f => f.Sens).NotNull().WithMessage("Choisissez le sens de votre avis.");
        RuleFor(f => f.Texte)
            .Cascade(CascadeMode.Stop)
            .Must((f, t) => f.Sens is not (SensAvis.Defavorable or SensAvis.FavorableAvecReserves) || !string.IsNullOrWhiteSpace(t))
            .WithMessage("Expliquez un avis défavorable ou avec réserves.")
            .TexteLibre(4000);
    }
}

/// <summary>What the secretary puts before everyone's eyes.</summary>
public sealed record PropositionFormulaire(TypeDecision? Type, string? Montant);

public sealed class PropositionValidator : AbstractValidator<PropositionFormulaire>
{
    public PropositionValidator()
    {
        RuleFor(f => f.Type).NotNull().WithMessage("Choisissez ce qui est proposé.");
        RuleFor(f => f.Montant)
            .NotEmpty()
            .WithMessage("Indiquez le montant proposé.")
            .When(f => f.Type == TypeDecision.Accord)
            .MontantEnEuros();
    }
}

/// <summary>The decisions to notify, by identifier.</summary>
public sealed record NotificationsFormulaire
{
    public List<Guid> Decisions { get; init; } = [];
}

public sealed class NotificationsValidator : AbstractValidator<NotificationsFormulaire>
{
    public NotificationsValidator() => RuleFor(f => f.Decisions).NotEmpty().WithMessage("Choisissez au moins une décision à notifier.");
}

public static class Motivations
{
    public const int MotifMaximum = 500;

    /// <summary>A reason: not blank, of a bounded length.</summary>
    public static IRuleBuilderOptions<T, string?> Motif<T>(this IRuleBuilder<T, string?> regle, string absent)
        where T : class =>
        ((IRuleBuilderInitial<T, string?>)regle)
            .Cascade(CascadeMode.Stop)
            .Must(m => !string.IsNullOrWhiteSpace(m))
            .WithMessage(absent)
            .TexteLibre(MotifMaximum);
}

/// <summary>The dispositifs that a session may examine.</summary>
public sealed record DispositifsOfferts(IReadOnlyList<Domain.Dispositifs.Reglement> Reglements);
