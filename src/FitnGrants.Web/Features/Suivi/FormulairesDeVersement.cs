using System.Collections.Immutable;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>A cost as typed; an empty line counts for nothing.</summary>
public sealed record LigneSaisie
{
    public string? Fournisseur { get; init; }
    public string? Siret { get; init; }
    public string? Poste { get; init; }
    public string? Facture { get; init; }
    public string? FactureLe { get; init; }
    public string? PayeeLe { get; init; }
    public string? Montant { get; init; }
    public string? Mandat { get; init; }
    public string? Doublon { get; init; }

    public bool EstVide =>
        string.IsNullOrWhiteSpace(Fournisseur)
        && string.IsNullOrWhiteSpace(Facture)
        && string.IsNullOrWhiteSpace(Montant)
        && string.IsNullOrWhiteSpace(FactureLe)
        && string.IsNullOrWhiteSpace(PayeeLe);

    public static LigneSaisie De(LigneDeCout l) =>
        new()
        {
            Fournisseur = l.Fournisseur,
            Siret = l.Siret,
            Poste = $"{l.Poste}",
            Facture = l.Facture,
            FactureLe = Saisie.Texte(l.FactureLe),
            PayeeLe = Saisie.Texte(l.PayeeLe),
            Montant = MontantSigne.Texte(l.Montant),
            Mandat = l.Mandat,
            Doublon = l.Doublon,
        };

    /// <summary>Once the validator found nothing.</summary>
    public LigneDeCout Lue() =>
        new(
            Saisie.Propre(Fournisseur)!,
            Saisie.Entier(Poste) ?? 0,
            Saisie.Propre(Facture)!,
            Saisie.Date(FactureLe)!.Value,
            Saisie.Date(PayeeLe)!.Value,
            MontantSigne.Lire(Montant)!.Value
        )
        {
            Siret = Saisie.Propre(Siret),
            Mandat = Saisie.Propre(Mandat),
            Doublon = Saisie.Propre(Doublon),
        };
}

/// <summary>An amount that may be negative: an avoir is typed « -12,50 » or « (12,50) ».</summary>
internal static class MontantSigne
{
    public static Euros? Lire(string? texte)
    {
        var net = (texte ?? "").Trim();
        var negatif = net.Length > 0 && (net[0] is '-' or '−' or '–' || (net[0] == '(' && net[^1] == ')'));
        var lu = MontantSaisi.Lire(negatif ? net.Trim('-', '−', '–', '(', ')', ' ') : net).Montant;
        return lu is { } montant ? new Euros(negatif ? -montant.Montant : montant.Montant) : null;
    }

    public static string Texte(Euros montant) =>
        montant < Euros.Zero ? "-" + Francais.Saisie(new Euros(-montant.Montant)) : Francais.Saisie(montant);
}

/// <summary>What is asked, as typed.</summary>
public sealed record VersementFormulaire
{
    public int Revision { get; init; }
    public string? Montant { get; init; }
    public List<LigneSaisie> Lignes { get; init; } = [];

    /// <summary>Rows copied from a spreadsheet.</summary>
    public string? Colle { get; init; }

    /// <summary>A spreadsheet.</summary>
    public IFormFile? Fichier { get; init; }
    public string? AcheveLe { get; init; }
    public string? AutresAides { get; init; }

    public ImmutableArray<LigneDeCout> LesLignes() => [.. Lignes.Where(l => !l.EstVide).Select(l => l.Lue())];

    /// <summary>Without its empty lines, whose ranks the sentences would count.</summary>
    public VersementFormulaire SansVides() => this with { Lignes = [.. Lignes.Where(l => !l.EstVide)] };
}

public sealed class VersementValidator : AbstractValidator<VersementFormulaire>
{
    public VersementValidator()
    {
        RuleFor(f => f.Montant).MontantEnEuros();
        RuleFor(f => f.AutresAides).MontantEnEuros();
        RuleFor(f => f.AcheveLe).UneDate();
        RuleForEach(f => f.Lignes)
            .ChildRules(l =>
            {
                l.RuleFor(x => x.Fournisseur).TexteLibre(120);
                l.RuleFor(x => x.Facture).TexteLibre(60);
                l.RuleFor(x => x.Mandat).TexteLibre(40);
                l.RuleFor(x => x.Doublon).TexteLibre(400);
                l.RuleFor(x => x.FactureLe).UneDate();
                l.RuleFor(x => x.PayeeLe).UneDate();
                l.RuleFor(x => x.Siret)
                    .Must(s => string.IsNullOrWhiteSpace(s) || Siret.TryParse(s, out _))
                    .WithMessage("Ce n’est pas un SIRET : 14 chiffres dont le dernier se vérifie, ou rien.");
                l.RuleFor(x => x.Montant)
                    .Must(m => MontantSigne.Lire(m) is not null)
                    .When(x => !x.EstVide)
                    .WithMessage("Indiquez le montant en euros : 1 234,56, ou -12,50 pour un avoir.");
                l.RuleFor(x => x.Poste)
                    .Must(p => string.IsNullOrWhiteSpace(p) || Saisie.Entier(p) is not null)
                    .WithMessage("Choisissez un poste du plan dans la liste.");
                l.RuleFor(x => x.Fournisseur).NotEmpty().When(x => !x.EstVide).WithMessage("Indiquez le fournisseur.");
                l.RuleFor(x => x.Facture).NotEmpty().When(x => !x.EstVide).WithMessage("Indiquez la référence de la facture.");
                l.RuleFor(x => x.FactureLe).NotEmpty().When(x => !x.EstVide).WithMessage("Indiquez le jour de la facture.");
                l.RuleFor(x => x.PayeeLe).NotEmpty().When(x => !x.EstVide).WithMessage("Indiquez le jour du paiement.");
            });
    }
}

/// <summary>The nature of a request to begin.</summary>
public sealed record NouveauVersementFormulaire
{
    public int Revision { get; init; }
    public NatureDeVersement? Nature { get; init; }
}

/// <summary>What the control says, as typed.</summary>
public sealed record ControleFormulaire
{
    public int Revision { get; init; }
    public List<LigneControleeSaisie> Lignes { get; init; } = [];
    public string? Montant { get; init; }
    public string? Motif { get; init; }

    /// <summary>One line for each cost: the whole is retained where nothing was said.</summary>
    public ControleFormulaire Pour(DemandeDeVersement demande) =>
        this with
        {
            Lignes =
            [
                .. demande.Lignes.Select(
                    (l, i) => Lignes.ElementAtOrDefault(i) ?? new LigneControleeSaisie { Retenu = MontantSigne.Texte(l.Montant) }
                ),
            ],
        };

    public IReadOnlyList<LigneControlee> LesLignes() => [.. Lignes.Select(l => l.Lue())];
}

/// <summary>What is done of a cost.</summary>
public enum ConclusionDeLigne
{
    Retenir,
    Reduire,
    Ecarter,
}

public sealed record LigneControleeSaisie
{
    public ConclusionDeLigne Conclusion { get; init; }

    /// <summary>What is left of it once it is reduced.</summary>
    public string? Retenu { get; init; }
    public string? Motif { get; init; }

    public LigneControlee Lue() =>
        Conclusion switch
        {
            ConclusionDeLigne.Retenir => new LigneControlee(null, null),
            ConclusionDeLigne.Ecarter => new LigneControlee(Euros.Zero, Saisie.Propre(Motif)),
            _ => new LigneControlee(MontantSigne.Lire(Retenu), Saisie.Propre(Motif)),
        };
}

public sealed class ControleValidator : AbstractValidator<ControleFormulaire>
{
    public ControleValidator()
    {
        RuleFor(f => f.Montant).MontantEnEuros();
        RuleFor(f => f.Motif).TexteLibre(MotifValidator.Maximum);
        RuleForEach(f => f.Lignes)
            .ChildRules(l =>
            {
                l.RuleFor(x => x.Motif).TexteLibre(400);
                l.RuleFor(x => x.Retenu)
                    .Must(m => string.IsNullOrWhiteSpace(m) || MontantSigne.Lire(m) is not null)
                    .WithMessage("Indiquez le montant retenu en euros ; 0 pour écarter la ligne.");
                l.RuleFor(x => x.Retenu)
                    .NotEmpty()
                    .When(x => x.Conclusion == ConclusionDeLigne.Reduire)
                    .WithMessage("Indiquez ce qui est retenu, ou choisissez « Retenir ».");
            });
    }
}

/// <summary>The number of a demande de paiement, or what left the bank.</summary>
public sealed record PaiementFormulaire
{
    public int Revision { get; init; }
    public string? NumeroDp { get; init; }
    public string? PayeeLe { get; init; }
    public string? Paye { get; init; }

    /// <summary>True where what differs from what was ordered was read again.</summary>
    public bool Confirme { get; init; }
}

public sealed class PaiementValidator : AbstractValidator<PaiementFormulaire>
{
    public PaiementValidator()
    {
        RuleFor(f => f.NumeroDp).TexteLibre(40);
        RuleFor(f => f.PayeeLe).UneDate();
        RuleFor(f => f.Paye).MontantEnEuros();
    }
}

/// <summary>The visa of the public accountant on what is declared.</summary>
public sealed record VisaFormulaire
{
    public int Revision { get; init; }
    public string? ViseLe { get; init; }
    public IFormFile? Fichier { get; init; }
}

public sealed class VisaValidator : AbstractValidator<VisaFormulaire>
{
    public VisaValidator() => RuleFor(f => f.ViseLe).UneDate();
}

/// <summary>A reversement, at one of its steps.</summary>
public sealed record ReversementFormulaire
{
    public int Revision { get; init; }
    public FondementDeReversement? Fondement { get; init; }
    public string? Montant { get; init; }
    public string? Motif { get; init; }
    public string? RecuLe { get; init; }
    public string? Titre { get; init; }
    public string? Le { get; init; }
    public EtatDeReversement? Fin { get; init; }
}

public sealed class ReversementValidator : AbstractValidator<ReversementFormulaire>
{
    public ReversementValidator()
    {
        RuleFor(f => f.Montant).MontantEnEuros();
        RuleFor(f => f.Motif).TexteLibre(MotifValidator.Maximum);
        RuleFor(f => f.RecuLe).UneDate();
        RuleFor(f => f.Le).UneDate();
        RuleFor(f => f.Titre).TexteLibre(60);
    }
}
