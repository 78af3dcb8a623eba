using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>An act that only wants a reason, or nothing at all.</summary>
public sealed record MotifFormulaire
{
    public int Revision { get; init; }
    public string? Motif { get; init; }
}

public sealed class MotifValidator : AbstractValidator<MotifFormulaire>
{
    public const int Maximum = 4000;

    public MotifValidator() => RuleFor(f => f.Motif).TexteLibre(Maximum);
}

/// <summary>The SIRET of each beneficiary.</summary>
public sealed record SiretsFormulaire
{
    public int Revision { get; init; }
    public Dictionary<string, string?> Sirets { get; init; } = [];
}

public sealed class SiretsValidator : AbstractValidator<SiretsFormulaire>
{
    public SiretsValidator() => RuleForEach(f => f.Sirets.Values).TexteLibre(40).OverridePropertyName("Sirets");
}

/// <summary>What the assembly of a beneficiary decided, as typed.</summary>
public sealed record DeliberationSaisie
{
    public string? Siren { get; init; }
    public string? Le { get; init; }
    public string? Numero { get; init; }
}

/// <summary>What the act says, as typed.</summary>
public sealed record ActeFormulaire
{
    public int Revision { get; init; }
    public string? Type { get; init; }
    public string? ReferenceDuService { get; init; }
    public string? Objet { get; init; }
    public string? DebutPrevu { get; init; }
    public string? AchevementPrevu { get; init; }
    public string? CommencementAuPlusTard { get; init; }
    public string? AvancePct { get; init; }
    public bool Garantie { get; init; }
    public string? AcomptesPct { get; init; }
    public string? Reversement { get; init; }
    public string? Obligations { get; init; }
    public bool PaiementsSuspendus { get; init; }
    public string? Comptable { get; init; }
    public string? Imputation { get; init; }
    public string? Exercice { get; init; }
    public string? Ej { get; init; }
    public string? MotifDesAlertes { get; init; }
    public List<DeliberationSaisie> Deliberations { get; init; } = [];

    public static ActeFormulaire De(ActeAttributif acte, TermesDeLActe t) =>
        new()
        {
            Revision = acte.Revision,
            Type = t.Type?.ToString(),
            ReferenceDuService = t.ReferenceDuService,
            Objet = t.Objet,
            DebutPrevu = Saisie.Texte(t.DebutPrevu),
            AchevementPrevu = Saisie.Texte(t.AchevementPrevu),
            CommencementAuPlusTard = Saisie.Texte(t.CommencementAuPlusTard),
            AvancePct = $"{t.AvancePct}",
            Garantie = t.Garantie,
            AcomptesPct = $"{t.AcomptesPct}",
            Reversement = t.Reversement,
            Obligations = t.Obligations,
            PaiementsSuspendus = t.PaiementsSuspendus,
            Comptable = t.Comptable,
            Imputation = t.Imputation,
            Exercice = $"{t.Exercice}",
            Ej = string.Join(", ", t.Ej),
            MotifDesAlertes = t.MotifDesAlertes,
            Deliberations =
            [
                .. acte.Beneficiaires.Select(b => new DeliberationSaisie
                {
                    Siren = b.Siren,
                    Le = Saisie.Texte(b.Deliberation?.Le),
                    Numero = b.Deliberation?.Numero,
                }),
            ],
        };

    public TermesDeLActe Termes() =>
        new()
        {
            Type = Enum.TryParse<TypeActe>(Type, out var type) ? type : null,
            ReferenceDuService = Saisie.Propre(ReferenceDuService),
            Objet = Saisie.Propre(Objet),
            DebutPrevu = Saisie.Date(DebutPrevu),
            AchevementPrevu = Saisie.Date(AchevementPrevu),
            CommencementAuPlusTard = Saisie.Date(CommencementAuPlusTard),
            AvancePct = Saisie.Entier(AvancePct) ?? 0,
            Garantie = Garantie,
            AcomptesPct = Saisie.Entier(AcomptesPct) ?? 0,
            Reversement = Saisie.Propre(Reversement),
            Obligations = Saisie.Propre(Obligations),
            PaiementsSuspendus = PaiementsSuspendus,
            Comptable = Saisie.Propre(Comptable),
            Imputation = Saisie.Propre(Imputation),
            Exercice = Saisie.Entier(Exercice) ?? 0,
            Ej = [.. Numeros(Ej)],
            MotifDesAlertes = Saisie.Propre(MotifDesAlertes),
        };

    public Dictionary<string, DeliberationDuBeneficiaire> LesDeliberations() =>
        Deliberations
            .Where(d => d.Siren is not null && Saisie.Date(d.Le) is not null && Saisie.Propre(d.Numero) is not null)
            .ToDictionary(
                d => d.Siren!,
                d => new DeliberationDuBeneficiaire(Saisie.Date(d.Le)!.Value, Saisie.Propre(d.Numero)!),
                StringComparer.Ordinal
            );

    /// <summary>Numbers of ten digits, spaced or not: « 2103 456 789 » is one of them, « 2103456789 2103456790 » two.</summary>
    internal static IEnumerable<string> Numeros(string? texte) =>
        (Saisie.Propre(texte) ?? "")
            .Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(n => string.Concat(n.Where(c => !char.IsWhiteSpace(c))))
            .Where(n => n.Length > 0)
            .SelectMany(n => n.Length % 10 == 0 ? n.Chunk(10).Select(c => new string(c)) : [n]);
}

public sealed class ActeFormulaireValidator : AbstractValidator<ActeFormulaire>
{
    public ActeFormulaireValidator()
    {
        RuleFor(f => f.Type)
            .Must(t => string.IsNullOrEmpty(t) || Enum.GetNames<TypeActe>().Contains(t, StringComparer.Ordinal))
            .WithMessage("Choisissez la forme de l’acte.");
        RuleFor(f => f.ReferenceDuService).TexteLibre(60);
        RuleFor(f => f.Objet).TexteLibre(400);
        RuleFor(f => f.DebutPrevu).UneDate();
        RuleFor(f => f.AchevementPrevu).UneDate();
        RuleFor(f => f.CommencementAuPlusTard).UneDate();
        RuleFor(f => f.AvancePct).Must(EstUnPourcent).WithMessage("Indiquez un pourcentage entier, de 0 à 100.");
        RuleFor(f => f.AcomptesPct).Must(EstUnPourcent).WithMessage("Indiquez un pourcentage entier, de 0 à 100.");
        RuleFor(f => f.Reversement).TexteLibre(4000);
        RuleFor(f => f.Obligations).TexteLibre(4000);
        RuleFor(f => f.Comptable).TexteLibre(200);
        RuleFor(f => f.Imputation).TexteLibre(200);
        RuleFor(f => f.Exercice).Must(e => Saisie.Entier(e) is >= 2020 and <= 2100).WithMessage("Indiquez une année : par exemple 2021.");
        RuleFor(f => f.Ej).DesEngagements();
        RuleFor(f => f.MotifDesAlertes).TexteLibre(1000);
        RuleForEach(f => f.Deliberations)
            .ChildRules(d =>
            {
                d.RuleFor(x => x.Le).UneDate();
                d.RuleFor(x => x.Numero).TexteLibre(60);
                // Half of a délibération is not kept: the other half is asked.
                d.RuleFor(x => x.Le)
                    .NotEmpty()
                    .WithMessage("Indiquez le jour de la délibération.")
                    .When(x => Saisie.Propre(x.Numero) is not null);
                d.RuleFor(x => x.Numero)
                    .NotEmpty()
                    .WithMessage("Indiquez le numéro de la délibération.")
                    .When(x => Saisie.Propre(x.Le) is not null);
            });
        RuleFor(f => f.Deliberations)
            .Must(d =>
                d.Where(x => x.Siren is not null).DistinctBy(x => x.Siren, StringComparer.Ordinal).Count()
                == d.Count(x => x.Siren is not null)
            )
            .WithMessage("Une délibération se note une fois par bénéficiaire.");
    }

    private static bool EstUnPourcent(string? texte) => Saisie.Entier(texte) is >= 0 and <= 100;
}

/// <summary>Numbers of engagements juridiques, as typed.</summary>
public sealed record EngagementsFormulaire
{
    public int Revision { get; init; }
    public string? Ej { get; init; }
}

public sealed class EngagementsValidator : AbstractValidator<EngagementsFormulaire>
{
    public EngagementsValidator() => RuleFor(f => f.Ej).DesEngagements();
}

internal static class ReglesDesEngagements
{
    public static void DesEngagements<T>(this IRuleBuilder<T, string?> regle) =>
        regle
            .TexteLibre(400)
            .Must(e => ActeFormulaire.Numeros(e).All(n => n.Length == 10 && n.All(char.IsAsciiDigit)))
            .WithMessage("Un numéro d’EJ a dix chiffres ; séparez-les par des virgules.");
}

/// <summary>The days on which an act was signed.</summary>
public sealed record SignatureDeLActeFormulaire
{
    public int Revision { get; init; }
    public string? SigneLe { get; init; }
    public Dictionary<string, string?> Signatures { get; init; } = [];
    public IFormFile? Fichier { get; init; }

    public Dictionary<string, DateOnly> Jours() =>
        Signatures
            .Where(s => Saisie.Date(s.Value) is not null)
            .ToDictionary(s => s.Key, s => Saisie.Date(s.Value)!.Value, StringComparer.Ordinal);
}

public sealed class SignatureDeLActeValidator : AbstractValidator<SignatureDeLActeFormulaire>
{
    public SignatureDeLActeValidator()
    {
        RuleFor(f => f.SigneLe).UneDate();
        RuleFor(f => f.Signatures)
            .Custom(
                (jours, contexte) =>
                {
                    foreach (var (siren, jour) in jours.Where(j => !string.IsNullOrWhiteSpace(j.Value) && Saisie.Date(j.Value) is null))
                        contexte.AddFailure($"Signatures[{siren}]", "Ce n’est pas une date : jour/mois/année, par exemple 08/07/2021.");
                }
            );
    }
}

/// <summary>The day of a reception on paper.</summary>
public sealed record ReceptionDeLActeFormulaire
{
    public int Revision { get; init; }
    public string? RecuLe { get; init; }
    public string? Preuve { get; init; }
}

public sealed class ReceptionDeLActeValidator : AbstractValidator<ReceptionDeLActeFormulaire>
{
    public ReceptionDeLActeValidator()
    {
        RuleFor(f => f.RecuLe).UneDate();
        RuleFor(f => f.Preuve).TexteLibre(200);
    }
}

public sealed record CommencementFormulaire
{
    public int Revision { get; init; }
    public string? CommenceLe { get; init; }
    public string? Preuve { get; init; }

    /// <summary>Read again: before the request, and true all the same.</summary>
    public bool Confirme { get; init; }

    public bool SurLHonneur => Preuve == "honneur";
}

public sealed class CommencementValidator : AbstractValidator<CommencementFormulaire>
{
    public CommencementValidator()
    {
        RuleFor(f => f.CommenceLe).UneDate();
        RuleFor(f => f.Preuve)
            .Must(p => p is "acte" or "honneur")
            .WithMessage("Dites si vous tenez l’acte à disposition, ou si vous attestez sur l’honneur.");
    }
}

/// <summary>The day of the beginning, corrected.</summary>
public sealed record CorrectionFormulaire
{
    public int Revision { get; init; }
    public string? CommenceLe { get; init; }
    public string? Motif { get; init; }
}

public sealed class CorrectionValidator : AbstractValidator<CorrectionFormulaire>
{
    public CorrectionValidator()
    {
        RuleFor(f => f.CommenceLe).UneDate();
        RuleFor(f => f.Motif).TexteLibre(MotifValidator.Maximum);
    }
}

/// <summary>A measure against the beneficiary, or what it answers to one.</summary>
public sealed record MesureFormulaire
{
    public int Revision { get; init; }
    public ObjetDesObservations? Objet { get; init; }
    public string? Fondement { get; init; }
    public string? RecueLe { get; init; }
    public string? Motif { get; init; }
    public string? Reponse { get; init; }
}

public sealed class MesureValidator : AbstractValidator<MesureFormulaire>
{
    public MesureValidator()
    {
        RuleFor(f => f.RecueLe).UneDate();
        RuleFor(f => f.Motif).TexteLibre(MotifValidator.Maximum);
        RuleFor(f => f.Reponse).TexteLibre(MotifValidator.Maximum);
        RuleFor(f => f.Fondement)
            .Must(f => string.IsNullOrEmpty(f) || Enum.GetNames<FondementDuRetrait>().Contains(f, StringComparer.Ordinal))
            .WithMessage("Choisissez pourquoi l’aide est retirée.");
    }
}

/// <summary>What a reason is called on its page, and on which grounds it may rest; empty where there is no choice.</summary>
public sealed record LibelleDeMotif(string Libelle, IEnumerable<Composants.Reponse> Fondements);
