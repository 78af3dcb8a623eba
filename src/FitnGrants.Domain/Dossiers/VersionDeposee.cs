using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>What was deposited, as it was: v1 stays readable after v2.</summary>
/// <param name="Version">1, then one more at each deposit after « à revoir ».</param>
/// <param name="DeposeeLe">Arrival of the request.</param>
/// <param name="Contenu">Everything the porteur had written.</param>
/// <param name="Empreinte">SHA-256 of the content, in hexadecimal.</param>
/// <param name="MontantDemande">Euros asked.</param>
/// <param name="Assiette">Eligible cost, in euros.</param>
/// <param name="Titre">Title of the project, as lists show it.</param>
public sealed record VersionDeposee(
    int Version,
    DateTimeOffset DeposeeLe,
    ContenuDossier Contenu,
    string Empreinte,
    Euros? MontantDemande,
    Euros? Assiette,
    string Titre
)
{
    /// <summary>The pieces that were joined to it.</summary>
    public ImmutableArray<PieceDeposee> Pieces { get; init; } = [];

    private VersionDeposee()
        : this(0, default, new ContenuDossier(), "", null, null, "") { }
}
