using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi.EtatsDesLieux;

/// <summary>Where a report stands. Before its first words it is only expected.</summary>
public enum StadeDEtat
{
    Brouillon,
    Transmis,

    /// <summary>Back to its porteur, with points.</summary>
    ACorriger,
    Lu,
}

/// <summary>What waits among the reports of an act; null where nothing does.</summary>
public enum EtapeDEtat
{
    ALire,

    /// <summary>Back to its porteur.</summary>
    ACorriger,
}

/// <summary>A report as it was sent: each sending is kept.</summary>
/// <param name="Le">When.</param>
/// <param name="Par">Function of who sent it.</param>
/// <param name="Contenu">What it said.</param>
public sealed record TransmissionDEtat(DateTimeOffset Le, string Par, ContenuDEtat Contenu)
{
    /// <summary>Points that it answers; empty for the first.</summary>
    public ImmutableArray<PointACorriger> Reponse { get; init; } = [];
}

/// <summary>Something to correct, said beside its field.</summary>
/// <param name="Champ">« depensesPayees »; null for the whole report.</param>
/// <param name="Texte">What is asked.</param>
public sealed record PointACorriger(string? Champ, string Texte);

/// <summary>A finding set aside with its reason: quiet until its figures change.</summary>
/// <param name="Code">« E1 ».</param>
/// <param name="Phrase">Its sentence, with its figures.</param>
/// <param name="Motif">Why.</param>
/// <param name="Par">Function of who did.</param>
/// <param name="Le">When.</param>
public sealed record ConstatLeve(string Code, string Phrase, string Motif, string Par, DateTimeOffset Le);

/// <summary>The quarterly report of a laureate (R77, R78).</summary>
public sealed class EtatDesLieux
{
    private EtatDesLieux() { }

    public Guid Id { get; private set; }

    public Guid ActeId { get; private set; }

    /// <summary>From 1, for its act.</summary>
    public int Rang { get; private set; }

    /// <summary>Moves with each writing: two people of a collectivité never overwrite each other.</summary>
    public int Revision { get; internal set; }

    /// <summary>Page that saved it last, 32 hexadecimal digits: it goes on where its answer was lost. Null where none said so.</summary>
    public string? DernierePage { get; internal set; }

    public StadeDEtat Stade { get; internal set; }

    /// <summary>Since when it is there; of a report that is being written, when it was saved last.</summary>
    public DateTimeOffset StadeDepuis { get; internal set; }

    /// <summary>Due day that it was opened for.</summary>
    public DateOnly Attendu { get; private set; }

    /// <summary>True for the one that follows the declaration of completion: none is due after it.</summary>
    public bool Final { get; internal set; }

    /// <summary>What its porteur is writing, or sent.</summary>
    public ContenuDEtat Contenu { get; internal set; } = new();

    /// <summary>Each sending, the first first.</summary>
    public ImmutableArray<TransmissionDEtat> Transmissions { get; internal set; } = [];

    /// <summary>What is to be corrected; empty once it is sent again.</summary>
    public ImmutableArray<PointACorriger> Points { get; internal set; } = [];

    public ImmutableArray<ConstatLeve> Leves { get; internal set; } = [];

    /// <summary>Findings that stood when it was marked read: they stay on the next one.</summary>
    public ImmutableArray<ConstatDEtat> Ouverts { get; internal set; } = [];

    /// <summary>Paris day of the last sending; null before.</summary>
    public DateOnly? TransmisLe { get; internal set; }

    /// <summary>Eligible costs paid, in euros, as last sent; null where they were not said.</summary>
    public Euros? DepensesPayees { get; internal set; }

    /// <summary>Euros of the subsidy that they consume, as last sent: du, never above the amount granted.</summary>
    public Euros? CreditsConsommes { get; internal set; }

    /// <summary>True while its porteur writes it.</summary>
    public bool SEcrit => Stade is StadeDEtat.Brouillon or StadeDEtat.ACorriger;

    /// <summary>What was sent last; null before.</summary>
    public ContenuDEtat? Transmis => Transmissions.LastOrDefault()?.Contenu;

    internal static EtatDesLieux Ouvrir(Guid acte, int rang, DateOnly attendu, ContenuDEtat contenu, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ActeId = acte,
            Rang = rang,
            Attendu = attendu,
            Contenu = contenu,
            StadeDepuis = instant,
        };
}

/// <summary>A report formally asked for.</summary>
/// <param name="Echeance">Paris day before which it was due.</param>
/// <param name="Le">When the notice was made.</param>
/// <param name="Par">Function of who made it.</param>
public sealed record MiseEnDemeure(DateOnly Echeance, DateTimeOffset Le, string Par)
{
    /// <summary>Days to answer, from its reception.</summary>
    public const int Jours = 30;

    /// <summary>Paris day of its reception; null before.</summary>
    public DateOnly? RecueLe { get; init; }

    /// <summary>When the report came: it has no object any more; null until then.</summary>
    public DateTimeOffset? CloseLe { get; init; }

    /// <summary>Last Paris day to answer it; null before its reception.</summary>
    public DateOnly? RepondreAvantLe => RecueLe?.AddDays(Jours);
}
