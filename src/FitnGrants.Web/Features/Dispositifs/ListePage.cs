using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Web.Features.Dispositifs;

/// <summary>The dispositifs that take deposits, then those published for information.</summary>
public sealed record ListePage(
    IReadOnlyList<(Reglement Reglement, StatutDispositif Statut)> Depots,
    ImmutableArray<DispositifInformatif> Fiches
);
