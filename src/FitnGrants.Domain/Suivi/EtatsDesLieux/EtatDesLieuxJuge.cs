using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.EtatsDesLieux;

/// <summary>What R77 and R78 judge of a report. Null means « not said ».</summary>
public sealed record EtatDesLieuxJuge
{
    /// <summary>Paris day before which it is due.</summary>
    public required DateOnly Echeance { get; init; }

    /// <summary>Paris day of the judging: a report not sent is late once its due day is past.</summary>
    public required DateOnly JugeLe { get; init; }

    /// <summary>Paris day it was sent; null before.</summary>
    public DateOnly? TransmisLe { get; init; }

    /// <summary>Progress in words.</summary>
    public string? Avancement { get; init; }

    /// <summary>Eligible costs paid since the beginning, in euros, on the tax basis of the act.</summary>
    public Euros? DepensesPayees { get; init; }

    /// <summary>Subsidised cost of the act, in euros; null where it is not known.</summary>
    public Euros? Depense { get; init; }

    /// <summary>Euros of the subsidy that those costs consume, never above it.</summary>
    public Euros? CreditsConsommes { get; init; }

    /// <summary>Companies; an empty list is an answer.</summary>
    public ImmutableArray<EntrepriseAttributaire>? Entreprises { get; init; }
}
