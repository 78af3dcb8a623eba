using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Domain.Dossiers.Actes;

/// <summary>What a deposit needs.</summary>
public sealed record Depot
{
    public required Acteur Par { get; init; }

    /// <summary>Arrival of the request: what the calendar judges (A11).</summary>
    public required DateTimeOffset Instant { get; init; }

    /// <summary>True when the legal representative certifies.</summary>
    public required bool Certifie { get; init; }

    /// <summary>The règlement that judges: the one in force, or that of the first deposit (A18).</summary>
    public required Reglement Reglement { get; init; }

    /// <summary>The applicant as the referential knows it on that day.</summary>
    public required Beneficiaire Porteur { get; init; }

    /// <summary>The other members as the referential knows them on that day; empty for an individual dossier.</summary>
    public ImmutableArray<Beneficiaire> Membres { get; init; } = [];

    /// <summary>What lies beyond the dossier.</summary>
    public required Situation Situation { get; init; }

    /// <summary>Number to give at the first deposit.</summary>
    public required string Numero { get; init; }

    /// <summary>The pieces joined to it; null where they are not judged.</summary>
    public ImmutableArray<PieceDeposee>? Pieces { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Empreinte { get; init; }
}
