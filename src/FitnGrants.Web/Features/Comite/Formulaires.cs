using FitnGrants.Domain.Seances;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Comite;

/// <summary>A decision as the secretary types it.</summary>
public interface IFormulaireDeDecision
{
    int Revision { get; }

    Guid? Rectifie { get; }

    string? MotifRectification { get; }

    DecisionProposee Proposer();
}

public abstract record DecisionFormulaire
{
    public int Revision { get; init; }
    public string? Motivation { get; init; }

    /// <summary>Codes of the rules it rests on.</summary>
    public List<string> Motifs { get; init; } = [];

    /// <summary>Grounds of a dispositif that words no rule of that kind.</summary>
    public List<string> Fondements { get; init; } = [];

    /// <summary>The decision it replaces, and why; null for a first decision.</summary>
    public Guid? Rectifie { get; init; }

    public string? MotifRectification { get; init; }

    protected DecisionProposee Proposer(TypeDecision type) =>
        new()
        {
            Type = type,
            Motifs = [.. Motifs.Distinct(StringComparer.Ordinal)],
            Motivation = Saisie.Propre(Motivation),
            Fondements =
            [
                .. Fondements
                    .Where(f => Enum.GetNames<Fondement>().Contains(f, StringComparer.Ordinal))
                    .Select(f => Enum.Parse<Fondement>(f))
                    .Distinct(),
            ],
        };
}

public sealed record AccordFormulaire : DecisionFormulaire, IFormulaireDeDecision
{
    public string? Montant { get; init; }

    public string? Conditions { get; init; }

    public DecisionProposee Proposer() =>
        Proposer(TypeDecision.Accord) with
        {
            MontantAccorde = Saisie.Montant(Montant),
            Conditions = Saisie.Propre(Conditions),
        };
}

/// <summary>A point to improve, and what it is about.</summary>
public sealed record AxeFormulaire
{
    public string? Texte { get; init; }
    public string? Cible { get; init; }
}

public sealed record ARevoirFormulaire : DecisionFormulaire, IFormulaireDeDecision
{
    /// <summary>Lines of points to improve that the form shows.</summary>
    public const int LignesDAxes = 5;

    public List<AxeFormulaire> Axes { get; init; } = [];

    /// <summary>Numbers of the dossiers to connect with.</summary>
    public List<string> Similaires { get; init; } = [];

    public string? Referent { get; init; }

    /// <summary>Confirms that no later session is planned (A17).</summary>
    public bool SansSeanceUlterieure { get; init; }

    public DecisionProposee Proposer() =>
        Proposer(TypeDecision.ARevoir) with
        {
            Axes =
            [
                .. Axes.Where(a => Saisie.Propre(a.Texte) is not null)
                    .Select(a => new AxeDAmelioration(Saisie.Propre(a.Texte)!, Saisie.Propre(a.Cible))),
            ],
            Similaires = [.. Similaires.Distinct(StringComparer.Ordinal)],
            Referent = Saisie.Propre(Referent),
            SansSeanceUlterieure = SansSeanceUlterieure,
        };
}

public sealed record RefusFormulaire : DecisionFormulaire, IFormulaireDeDecision
{
    public DecisionProposee Proposer() => Proposer(TypeDecision.Refus);
}

public abstract class DecisionValidator<T> : AbstractValidator<T>
    where T : DecisionFormulaire
{
    protected DecisionValidator()
    {
        RuleFor(f => f.Motivation).TexteLibre(6000);
        RuleFor(f => f.Fondements)
            .Must(l => l.TrueForAll(f => Enum.GetNames<Fondement>().Contains(f, StringComparer.Ordinal)))
            .WithMessage("Choisissez parmi les fondements proposés.");
        RuleFor(f => f.MotifRectification)
            .Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage("Dites pourquoi la décision est rectifiée.")
            .TexteLibre(1000)
            .When(f => f.Rectifie is not null);
    }
}

public sealed class AccordValidator : DecisionValidator<AccordFormulaire>
{
    public AccordValidator()
    {
        RuleFor(f => f.Montant).NotEmpty().WithMessage("Indiquez le montant accordé.").MontantEnEuros();
        RuleFor(f => f.Conditions).TexteLibre(2000);
    }
}

public sealed class ARevoirValidator : DecisionValidator<ARevoirFormulaire>
{
    public ARevoirValidator()
    {
        RuleForEach(f => f.Axes)
            .ChildRules(a =>
            {
                a.RuleFor(x => x.Texte).TexteLibre(1000);
                a.RuleFor(x => x.Cible)
                    .NotEmpty()
                    .WithMessage("Dites sur quoi porte ce point : une étape ou un critère.")
                    .When(x => Saisie.Propre(x.Texte) is not null)
                    .TexteLibre(40);
            });
        RuleFor(f => f.Referent).TexteLibre(200);
    }
}

public sealed class RefusValidator : DecisionValidator<RefusFormulaire>;
