using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Habilitations;

namespace FitnGrants.Domain.Dossiers.Actes;

/// <summary>An agent takes charge of a dossier: the grid is drawn from the règlement.</summary>
public sealed record PriseEnCharge(Acteur Par, DateTimeOffset Instant, Reglement Reglement, Situation Situation);

/// <summary>What an agent concludes of one rule.</summary>
public sealed record ConclusionSaisie(Guid Controle, Conclusion Conclusion, string? Motif);

/// <summary>Closing the instruction.</summary>
public sealed record Cloture(Acteur Par, DateTimeOffset Instant, string? Synthese);
