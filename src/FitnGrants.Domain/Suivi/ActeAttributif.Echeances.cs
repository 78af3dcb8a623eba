using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Domain.Suivi;

/// <summary>What falls due by itself (suivi.md, 5): warned of before its day, and after it.</summary>
public sealed partial class ActeAttributif
{
    private static readonly ImmutableArray<Func<DateOnly, DateOnly>> AvantLActe =
    [
        j => j.AddDays(-60),
        j => j.AddDays(-15),
        j => j.AddDays(1),
    ];
    private static readonly ImmutableArray<Func<DateOnly, DateOnly>> AvantDeCommencer =
    [
        j => j.AddDays(-90),
        j => j.AddDays(-30),
        j => j.AddDays(1),
    ];

    private static readonly ImmutableArray<Func<DateOnly, DateOnly>> AvantDAchever =
    [
        j => j.AddDays(-90),
        j => j.AddDays(-30),
        j => j.AddMonths(6),
        j => j.AddMonths(11),
        j => j.AddMonths(12),
    ];

    /// <summary>Paris day of the next reminder; null once none is left.</summary>
    public DateOnly? RappelLe { get; private set; }

    /// <summary>
    /// Says once that a day comes near, or is past. After a jump of the clock the latest level alone is said, the earlier ones are passed.
    /// </summary>
    /// <returns>False where nothing is due that day.</returns>
    public bool Rappeler(DateOnly jour)
    {
        if (EcheanceLe is not { } echeance || RappelLe is not { } prevu || prevu > jour)
            return false;
        RappelLe = Niveaux().Select(n => (DateOnly?)n(echeance)).FirstOrDefault(n => n > jour);
        Consigner(new RappelerUneEcheance(Acteur.Systeme.Fonction, DossierId, echeance, Etape));
        return true;
    }

    /// <summary>The first level: one that is past already is said once, at the next turn.</summary>
    private void PrevoirLeRappel() => RappelLe = EcheanceLe is { } jour && Niveaux() is [var premier, ..] ? premier(jour) : null;

    private ImmutableArray<Func<DateOnly, DateOnly>> Niveaux() =>
        Etape switch
        {
            EtapeDeSuivi.ACommencer => AvantDeCommencer,
            EtapeDeSuivi.EnExecution => AvantDAchever,
            EtapeDeSuivi.Termine => [],
            _ => AvantLActe,
        };
}
