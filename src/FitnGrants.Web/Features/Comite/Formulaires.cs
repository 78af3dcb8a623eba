using FitnGrants.Domain.Seances;
using FitnGrants.Web.Features.Shared;
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
        RuleFor(f => f.Motif).Cascade(CascadeMode.Stop).Must(m => !string.IsNullOrWhiteSpace(m)).WithMessage("Dites pourquoi ce dossier est retiré.").TexteLibre(500);
    }
}

/// <summary>A decision as the secretary types it.</summary>
public interface IFormulaireDeDecision
{
    int Revision { get; }

    DecisionProposee Proposer();
}

public abstract record DecisionFormulaire
{
    public int Revision { get; init; }
    public string? Motivation { get; init; }
    public List<string> Fondements { get; init; } = [];

    protected DecisionProposee Proposer(TypeDecision type) => new()
    {
        Type = type,
        Motivation = Saisie.Propre(Motivation),
        Fondements = [.. Fondements.Where(f => Enum.GetNames<Fondement>().Contains(f, StringComparer.Ordinal)).Select(f => Enum.Parse<Fondement>(f)).Distinct()],
    };
}

public sealed record AccordFormulaire : DecisionFormulaire, IFormulaireDeDecision
{
    public string? Montant { get; init; }

    public DecisionProposee Proposer() => Proposer(TypeDecision.Accord) with { MontantAccorde = Saisie.Montant(Montant) };
}

public sealed record ARevoirFormulaire : DecisionFormulaire, IFormulaireDeDecision
{
    /// <summary>One point to improve per line.</summary>
    public string? Axes { get; init; }

    public string? Referent { get; init; }

    /// <summary>Confirms that no later session is planned (A17).</summary>
    public bool SansSeanceUlterieure { get; init; }

    public DecisionProposee Proposer() => Proposer(TypeDecision.ARevoir) with
    {
        Axes = [.. (Saisie.Propre(Axes) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Referent = Saisie.Propre(Referent),
        SansSeanceUlterieure = SansSeanceUlterieure,
    };
}

public sealed record RefusFormulaire : DecisionFormulaire, IFormulaireDeDecision
{
    public DecisionProposee Proposer() => Proposer(TypeDecision.Refus);
}

public abstract class DecisionValidator<T> : AbstractValidator<T> where T : DecisionFormulaire
{
    protected DecisionValidator()
    {
        RuleFor(f => f.Motivation).TexteLibre(6000);
        RuleFor(f => f.Fondements).Must(l => l.TrueForAll(f => Enum.GetNames<Fondement>().Contains(f, StringComparer.Ordinal)))
            .WithMessage("Choisissez parmi les fondements proposés.");
    }
}

public sealed class AccordValidator : DecisionValidator<AccordFormulaire>
{
    public AccordValidator() => RuleFor(f => f.Montant).NotEmpty().WithMessage("Indiquez le montant accordé.").MontantEnEuros();
}

public sealed class ARevoirValidator : DecisionValidator<ARevoirFormulaire>
{
    public ARevoirValidator()
    {
        RuleFor(f => f.Axes).TexteLibre(4000);
        RuleFor(f => f.Referent).TexteLibre(200);
    }
}

public sealed class RefusValidator : DecisionValidator<RefusFormulaire>;
