using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>A company that benefits from the order (R78).</summary>
/// <param name="Nom">Its name.</param>
/// <param name="DepartementSiege">Département of its registered office; « 99 » for a foreign company; null when not said.</param>
/// <param name="Montant">Euros of the order.</param>
public sealed record EntrepriseAttributaire(string Nom, string? DepartementSiege, Euros? Montant);

/// <summary>What a laureate reports each quarter (R77, R78). Null means « not said ».</summary>
public sealed record EtatDesLieux
{
    /// <summary>Paris day before which it is due.</summary>
    public required DateOnly Echeance { get; init; }

    /// <summary>Paris day of the judging: a report not sent is late once its due day is past.</summary>
    public required DateOnly JugeLe { get; init; }

    /// <summary>Paris day it was sent; null before.</summary>
    public DateOnly? TransmisLe { get; init; }

    /// <summary>Progress in words.</summary>
    public string? Avancement { get; init; }

    /// <summary>Euros spent since the beginning.</summary>
    public Euros? CreditsConsommes { get; init; }

    /// <summary>Euros granted.</summary>
    public Euros? MontantAccorde { get; init; }

    /// <summary>Companies; an empty list is an answer.</summary>
    public ImmutableArray<EntrepriseAttributaire>? Entreprises { get; init; }

    /// <summary>Due days, every three months from the notification, each computed from it (30 November → 28 February, 30 May).</summary>
    /// <param name="notification">Paris day the act was notified.</param>
    /// <param name="nombre">How many.</param>
    public static ImmutableArray<DateOnly> Echeances(DateOnly notification, int nombre) =>
        [.. Enumerable.Range(1, nombre).Select(n => notification.AddMonths(3 * n))];
}
