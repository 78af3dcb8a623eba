using System.Collections.Immutable;
using System.Globalization;
using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Seances;

/// <summary>A rule that a decision rests on, as it read when it was taken.</summary>
/// <param name="Code">Code of the rule.</param>
/// <param name="Fondement">Criterion, value, priority or exclusion.</param>
/// <param name="Nom">Its name.</param>
public sealed record MotifDeDecision(string Code, Fondement Fondement, string Nom);

/// <summary>What R64 calls « critères – valeurs – priorités – exclusions », rule by rule.</summary>
public static class Motifs
{
    /// <summary>The ground a rule gives; null for one that grounds no decision.</summary>
    public static Fondement? FondementDe(string code) =>
        code.Length > 1 && code[0] == 'R' && int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n switch
            {
                9 or 29 or (>= 38 and <= 46) or 76 => Fondement.Priorite,
                10 or 11 or 12 or 28 or (>= 31 and <= 37) => Fondement.Exclusion,
                14 or (>= 23 and <= 27) or 30 or (>= 47 and <= 54) => Fondement.Critere,
                >= 55 and <= 59 => Fondement.Valeur,
                _ => null,
            }
            : null;

    /// <summary>The rules of a règlement that may ground a decision, in its order.</summary>
    public static ImmutableArray<MotifDeDecision> Offerts(Reglement reglement) =>
        [
            .. reglement
                .Regles.Where(r => r.Mode != ModeRegle.Inactif)
                .DistinctBy(r => r.Code)
                .Select(r => FondementDe(r.Code) is { } f ? new MotifDeDecision(r.Code, f, r.Nom) : null)
                .OfType<MotifDeDecision>(),
        ];

    internal static ImmutableArray<MotifDeDecision> De(ImmutableArray<string> codes, Reglement reglement) =>
        codes.IsDefaultOrEmpty ? [] : [.. Offerts(reglement).Where(m => codes.Contains(m.Code))];

    internal static IEnumerable<Fondement> Fondements(ImmutableArray<string> codes, Reglement reglement) =>
        De(codes, reglement).Select(m => m.Fondement);
}
