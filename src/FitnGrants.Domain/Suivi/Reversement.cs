using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>Why money is given back (décret n° 2018-514, art. 14; A36).</summary>
public enum FondementDeReversement
{
    /// <summary>The object, or the assignment of what was bought, changed without authorisation.</summary>
    ObjetChange,

    /// <summary>Public aid above the cost of the project.</summary>
    AidesAuDessusDuCout,

    /// <summary>Not done in time, or completion not declared (art. 13).</summary>
    DelaisNonTenus,

    /// <summary>Paid beyond what the balance comes to (art. 10).</summary>
    TropPercu,

    /// <summary>The act was withdrawn, or the subsidy given up.</summary>
    ActeRetire,
}

public enum EtatDeReversement
{
    ObservationsDemandees,

    /// <summary>A titre de perception is issued.</summary>
    Decide,

    Recouvre,
    SansSuite,
    Annule,

    /// <summary>Nothing more will come.</summary>
    NonValeur,
}

/// <summary>Money that came back.</summary>
/// <param name="Le">Paris day.</param>
/// <param name="Montant">Euros.</param>
public sealed record Recouvrement(DateOnly Le, Euros Montant)
{
    /// <summary>Account that recorded it; null for those recorded before it was kept.</summary>
    public Guid? Compte { get; init; }

    /// <summary>True where a line of Chorus says it: reality, that nobody takes back.</summary>
    public bool DeChorus { get; init; }
}

/// <summary>Money to give back: its beneficiary is heard first, even where it is a collectivité (CE, 4 October 2021, n° 438695).</summary>
/// <param name="Rang">From 1.</param>
/// <param name="Fondement">Why.</param>
/// <param name="Montant">Euros.</param>
/// <param name="Motif">In fact and in law.</param>
/// <param name="DemandeLe">When observations were asked.</param>
public sealed record Reversement(int Rang, FondementDeReversement Fondement, Euros Montant, string Motif, DateTimeOffset DemandeLe)
{
    public EtatDeReversement Etat { get; init; }

    /// <summary>Paris day on which the request was received; null before.</summary>
    public DateOnly? RecuLe { get; init; }

    /// <summary>What the beneficiary answered.</summary>
    public string? Reponse { get; init; }

    /// <summary>Paris day of the decision.</summary>
    public DateOnly? DecideLe { get; init; }

    /// <summary>Number of the titre de perception.</summary>
    public string? Titre { get; init; }

    /// <summary>Why it ended without the whole sum.</summary>
    public string? MotifDeFin { get; init; }

    public ImmutableArray<Recouvrement> Recouvrements { get; init; } = [];

    /// <summary>Euros given back.</summary>
    public Euros Recouvre => Euros.Somme(Recouvrements.Select(r => r.Montant));

    /// <summary>Euros still asked; zero once it is closed.</summary>
    public Euros Reste => Ouvert ? Montant.Moins(Recouvre) : Euros.Zero;

    public bool Ouvert => Etat is EtatDeReversement.ObservationsDemandees or EtatDeReversement.Decide;
}
