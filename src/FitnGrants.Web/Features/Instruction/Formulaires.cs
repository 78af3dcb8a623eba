using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Instruction;

public sealed record RevisionFormulaire(int Revision);

/// <summary>The grid as typed: a conclusion and a reason per line; « confirmer » takes every conforme finding as it is.</summary>
public sealed record ConclusionsFormulaire
{
    public int Revision { get; init; }
    public string? Action { get; init; }

    /// <summary>Mark of each line as the page showed it.</summary>
    public Dictionary<Guid, string?> Vues { get; init; } = [];
    public Dictionary<Guid, Conclusion?> Conclusions { get; init; } = [];
    public Dictionary<Guid, string?> Motifs { get; init; } = [];

    /// <summary>Lines to put back « à vérifier », whatever is ticked of them.</summary>
    public List<Guid> AVerifier { get; init; } = [];

    /// <summary>Ratings of criteria and values, 0 to 3.</summary>
    public Dictionary<Guid, int?> Cotes { get; init; } = [];

    /// <summary>What changes: lines concluded, and with « confirmer » the conforme ones not concluded yet.</summary>
    /// <param name="dossier">Its grid.</param>
    /// <param name="vues">The lines that may be confirmed, as they are, by who saw another grid; null for all.</param>
    public List<ConclusionSaisie> Saisies(Dossier dossier, IReadOnlySet<Guid>? vues = null)
    {
        var saisies = Conclusions
            .Where(c => c.Value is not null && !AVerifier.Contains(c.Key))
            .Select(c => new ConclusionSaisie(c.Key, c.Value!.Value, Saisie.Propre(Motifs.GetValueOrDefault(c.Key))))
            .ToList();
        if (Action == "confirmer")
            saisies.AddRange(
                dossier
                    .Grille.Where(c =>
                        !c.EstConclu
                        && vues?.Contains(c.Id) != false
                        && !AVerifier.Contains(c.Id)
                        && !saisies.Exists(s => s.Controle == c.Id)
                        && ParDefaut(c) is not null
                    )
                    .Select(c => new ConclusionSaisie(c.Id, ParDefaut(c)!.Value, null))
            );
        return saisies;
    }

    private static Conclusion? ParDefaut(Controle c) =>
        c.Propose switch
        {
            ResultatConstat.Conforme => Conclusion.Conforme,
            ResultatConstat.NonApplicable => Conclusion.SansObjet,
            _ => null,
        };
}

public sealed class ConclusionsValidator : AbstractValidator<ConclusionsFormulaire>
{
    public const int MotifMaximum = 2000;

    public ConclusionsValidator()
    {
        RuleFor(f => f.Motifs)
            .Must(m => m.Values.All(v => (v?.Length ?? 0) <= MotifMaximum))
            .WithMessage($"Un motif a {Francais.Entier(MotifMaximum)} caractères au plus.");
        RuleFor(f => f.Cotes)
            .Must(c => c.Values.All(v => v is null or (>= 0 and <= Dossier.CoteMaximale)))
            .WithMessage($"Une cote va de 0 à {Dossier.CoteMaximale}.");
        RuleFor(f => f)
            .Custom(
                (f, contexte) =>
                {
                    foreach (
                        var (controle, _) in f.Motifs.Where(m =>
                            !string.IsNullOrWhiteSpace(m.Value)
                            && f.Conclusions.GetValueOrDefault(m.Key) is null
                            && !f.AVerifier.Contains(m.Key)
                        )
                    )
                        contexte.AddFailure($"conclusion-{controle}", "Choisissez la conclusion de la règle dont vous donnez le motif.");
                }
            );
    }
}

public sealed record ClotureFormulaire(int Revision, string? Synthese, string? Montant);

public sealed class ClotureValidator : AbstractValidator<ClotureFormulaire>
{
    public const int SyntheseMaximum = 4000;

    public ClotureValidator()
    {
        RuleFor(f => f.Synthese).TexteLibre(SyntheseMaximum);
        RuleFor(f => f.Montant).MontantEnEuros();
    }
}
