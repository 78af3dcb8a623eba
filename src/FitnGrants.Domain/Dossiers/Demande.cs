using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>One thing that a service asks of a porteur.</summary>
/// <param name="Cible">The part it opens again, « titre », or the piece it asks for, « pieces.Devis ».</param>
/// <param name="Texte">What is asked, as the porteur reads it.</param>
public sealed record PointDemande(string Cible, string Texte)
{
    /// <summary>True where no decision is possible without it (CRPA, art. L. 114-5-1).</summary>
    public bool Indispensable { get; init; }

    private const string Prefixe = "pieces.";

    /// <summary>The piece that is asked for; null for a correction.</summary>
    public TypePiece? Piece =>
        Cible.StartsWith(Prefixe, StringComparison.Ordinal) && Enum.TryParse<TypePiece>(Cible[Prefixe.Length..], out var type)
            ? type
            : null;

    /// <summary>True when it names a part of a dossier, or a piece.</summary>
    public bool EstConnu => Piece is not null || Rubrique.Trouver(Cible) is not null;
}

/// <summary>A request for pieces and corrections: only what it names may be written until it is answered.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Le">When it was sent: the legal delays stop.</param>
/// <param name="Par">Function of who asks.</param>
/// <param name="AvantLe">Day by which an answer is expected.</param>
/// <param name="Points">What is asked, one thing or more.</param>
public sealed record Demande(Guid Id, DateTimeOffset Le, string Par, DateOnly AvantLe, ImmutableArray<PointDemande> Points)
{
    /// <summary>What the agent in charge had to hold when it was sent; null when nothing was due.</summary>
    public DateOnly? Echeance { get; init; }

    /// <summary>When it ended, and the legal delays run again; null while it is open.</summary>
    public DateTimeOffset? CloseLe { get; init; }

    /// <summary>What the porteur said with its answer; null when it said nothing, or was not waited for.</summary>
    public string? Reponse { get; init; }

    /// <summary>True when the porteur answered; false when the service took the dossier back.</summary>
    public bool Repondue { get; init; }

    /// <summary>Paris days during which the legal delays stood still; 0 while it is open.</summary>
    public int JoursSuspendus => CloseLe is { } fin ? JourDeParis.De(fin).DayNumber - JourDeParis.De(Le).DayNumber : 0;
}
