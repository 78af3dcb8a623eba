using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What the beneficiary asks, as typed.</summary>
public sealed record DemandeDAvenantFormulaire
{
    public int Revision { get; init; }
    public string? Demande { get; init; }
    public string? Achevement { get; init; }
}

public sealed class DemandeDAvenantValidator : AbstractValidator<DemandeDAvenantFormulaire>
{
    public DemandeDAvenantValidator()
    {
        RuleFor(f => f.Demande).TexteLibre(MotifValidator.Maximum);
        RuleFor(f => f.Achevement).UneDate();
    }
}

/// <summary>What an avenant changes, as typed: each field begins with what is in force.</summary>
public sealed record AvenantFormulaire
{
    public int Revision { get; init; }
    public string? DemandeLe { get; init; }
    public string? AchevementPrevu { get; init; }
    public string? CommencerAvantLe { get; init; }
    public string? Montant { get; init; }
    public bool PlanARevoir { get; init; }
    public string? Objet { get; init; }
    public string? Reversement { get; init; }
    public string? Obligations { get; init; }
    public string? Comptable { get; init; }
    public string? Imputation { get; init; }
    public string? Raison { get; init; }
    public string? MotifDesAlertes { get; init; }

    public static AvenantFormulaire De(ActeAttributif acte)
    {
        var (a, m) = (acte.AvenantEnCours, acte.AvenantEnCours?.Modifications ?? Domain.Suivi.Modifications.Aucune);
        var termes = m.Sur(acte.Termes!);
        return new AvenantFormulaire
        {
            Revision = acte.Revision,
            DemandeLe = Saisie.Texte(a?.DemandeLe),
            AchevementPrevu = Saisie.Texte(termes.AchevementPrevu),
            CommencerAvantLe = Saisie.Texte(m.CommencerAvantLe ?? acte.CommencerAvantLe),
            Montant = Domain.Socle.Francais.Saisie(m.Montant ?? acte.Montant),
            PlanARevoir = m.PlanARevoir,
            Objet = termes.Objet,
            Reversement = termes.Reversement,
            Obligations = termes.Obligations,
            Comptable = termes.Comptable,
            Imputation = termes.Imputation,
            Raison = a?.Motif,
            MotifDesAlertes = a?.MotifDesAlertes,
        };
    }

    public Modifications Modifications() =>
        new()
        {
            AchevementPrevu = Saisie.Date(AchevementPrevu),
            CommencerAvantLe = Saisie.Date(CommencerAvantLe),
            Montant = Saisie.Montant(Montant),
            PlanARevoir = PlanARevoir,
            Objet = Saisie.Propre(Objet),
            Reversement = Saisie.Propre(Reversement),
            Obligations = Saisie.Propre(Obligations),
            Comptable = Saisie.Propre(Comptable),
            Imputation = Saisie.Propre(Imputation),
        };
}

public sealed class AvenantValidator : AbstractValidator<AvenantFormulaire>
{
    public AvenantValidator()
    {
        RuleFor(f => f.DemandeLe).UneDate();
        RuleFor(f => f.AchevementPrevu).UneDate();
        RuleFor(f => f.CommencerAvantLe).UneDate();
        RuleFor(f => f.Montant).MontantEnEuros();
        RuleFor(f => f.Objet).TexteLibre(400);
        RuleFor(f => f.Reversement).TexteLibre(4000);
        RuleFor(f => f.Obligations).TexteLibre(4000);
        RuleFor(f => f.Comptable).TexteLibre(200);
        RuleFor(f => f.Imputation).TexteLibre(200);
        RuleFor(f => f.Raison).TexteLibre(MotifValidator.Maximum);
        RuleFor(f => f.MotifDesAlertes).TexteLibre(1000);
    }
}
