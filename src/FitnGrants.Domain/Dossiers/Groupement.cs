using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>A body that bears the project with the others.</summary>
/// <param name="Siren">Nine digits.</param>
/// <param name="Part">Share of the subsidy, in percent with two decimals at most; null when not said.</param>
/// <param name="Attestation">True when its legal representative has certified (décret n° 2018-514, art. 3).</param>
public sealed record MembreDeGroupement(string Siren, decimal? Part, bool Attestation);

/// <summary>
/// A groupement: one leader, who deposits and receives, and the other members. Shares are in percent; amounts follow by
/// the largest remainder, so that they sum to the cent (I20).
/// </summary>
public sealed record Groupement
{
    /// <summary>Share of the leader, in percent; null when not said.</summary>
    public decimal? PartDuChefDeFile { get; init; }

    /// <summary>The other members, in the order they were typed.</summary>
    public ImmutableArray<MembreDeGroupement> Membres { get; init; } = [];

    /// <summary>Who is the operational contact for the whole project.</summary>
    public string? ContactOperationnel { get; init; }

    /// <summary>Every share, the leader's first; null while one is not said.</summary>
    public ImmutableArray<decimal>? Parts =>
        PartDuChefDeFile is { } chef && Membres.All(m => m.Part is not null) ? [chef, .. Membres.Select(m => m.Part!.Value)] : null;

    /// <summary>The subsidy of each, the leader first; null while a share is not said or the shares do not sum to 100.</summary>
    public ImmutableArray<Euros>? Repartir(Euros montant) =>
        Parts is { } parts && parts.Sum() == 100m && parts.All(p => p >= 0) ? Repartition.PlusFortReste(montant, parts) : null;
}

/// <summary>Splits an amount in proportion, to the cent.</summary>
public static class Repartition
{
    /// <summary>
    /// Largest remainder: each share rounded down to the cent, then one cent more to the largest remainders, the first
    /// ones in case of a tie. The sum is the amount, exactly.
    /// </summary>
    /// <param name="montant">Euros to split, zero or more.</param>
    /// <param name="poids">Weights, zero or more, not all zero.</param>
    /// <exception cref="ArgumentException">No weight above zero, or a negative one.</exception>
    public static ImmutableArray<Euros> PlusFortReste(Euros montant, IReadOnlyList<decimal> poids)
    {
        var total = poids.Sum();
        if (total <= 0 || poids.Any(p => p < 0))
            throw new ArgumentException("Les parts sont positives et leur somme aussi.", nameof(poids));
        var exactes = poids.Select(p => montant.Montant * 100m * p / total).ToList();
        var centimes = exactes.ConvertAll(Math.Floor);
        var reste = (int)(montant.Montant * 100m - centimes.Sum());
        foreach (var i in Enumerable.Range(0, poids.Count).OrderByDescending(i => exactes[i] - centimes[i]).Take(reste))
            centimes[i]++;
        return [.. centimes.Select(c => new Euros(c / 100m))];
    }
}
