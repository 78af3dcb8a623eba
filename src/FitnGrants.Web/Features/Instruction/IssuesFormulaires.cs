using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The rule a dossier breaks, and why it is irrecevable.</summary>
public sealed record IrrecevabiliteFormulaire
{
    public int Revision { get; init; }
    public string? Regle { get; init; }
    public string? Motivation { get; init; }
}

public sealed class IrrecevabiliteValidator : AbstractValidator<IrrecevabiliteFormulaire>
{
    public IrrecevabiliteValidator() => RuleFor(f => f.Motivation).TexteLibre(4000);
}

/// <summary>The axis a project is oriented to, and why.</summary>
public sealed record ReorientationFormulaire
{
    public int Revision { get; init; }
    public string? Regle { get; init; }
    public string? Axe { get; init; }
    public string? Coordonnees { get; init; }
    public string? Motivation { get; init; }
}

public sealed class ReorientationValidator : AbstractValidator<ReorientationFormulaire>
{
    public ReorientationValidator()
    {
        RuleFor(f => f.Axe).TexteLibre(200);
        RuleFor(f => f.Coordonnees).TexteLibre(500);
        RuleFor(f => f.Motivation).TexteLibre(4000);
    }
}

/// <summary>The ruling on a refused project that looks like this one.</summary>
public sealed record RapprochementFormulaire
{
    public int Revision { get; init; }
    public string? Numero { get; init; }
    public string? Identique { get; init; }
    public string? Motif { get; init; }
}

public sealed class RapprochementValidator : AbstractValidator<RapprochementFormulaire>
{
    public RapprochementValidator()
    {
        RuleFor(f => f.Identique)
            .Must(v => v is null or "" or "oui" or "non")
            .WithMessage("Dites si les deux projets sont identiques ou distincts.");
        RuleFor(f => f.Motif).TexteLibre(2000);
    }
}

/// <summary>The avis of a préfecture.</summary>
public sealed record AvisFormulaire
{
    public int Revision { get; init; }
    public string? Departement { get; init; }
    public SensAvis? Sens { get; init; }
    public string? Texte { get; init; }
}

public sealed class AvisValidator : AbstractValidator<AvisFormulaire>
{
    public AvisValidator() => RuleFor(f => f.Texte).TexteLibre(4000);
}
