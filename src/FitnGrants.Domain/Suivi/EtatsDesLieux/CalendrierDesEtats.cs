namespace FitnGrants.Domain.Suivi.EtatsDesLieux;

/// <summary>When reports are due (R77): every three months from the reception of the act, each day computed from it.</summary>
public static class CalendrierDesEtats
{
    /// <summary>Days before its due day from which a report answers it.</summary>
    public const int Ouverture = 30;

    /// <summary>Days between two due days that one report answers.</summary>
    public const int Ensemble = 15;

    /// <summary>Days past its due day from which a report is very late.</summary>
    public const int TresTard = 15;

    /// <summary>Days past its due day from which the service may send a formal notice.</summary>
    public const int AvantMiseEnDemeure = 30;

    /// <summary>The first due days, a month's end kept (30 November → 28 February, 30 May).</summary>
    public static IEnumerable<DateOnly> Echeances(DateOnly reception) =>
        Enumerable.Range(1, int.MaxValue).Select(n => reception.AddMonths(3 * n));

    /// <summary>The next due day once those up to a day are answered.</summary>
    /// <param name="reception">Paris day of the reception of the act.</param>
    /// <param name="rendu">Last due day that was answered; null before the first report.</param>
    public static DateOnly Suivante(DateOnly reception, DateOnly? rendu) => Echeances(reception).First(e => rendu is null || e > rendu);

    /// <summary>The last due day that a report sent that day answers: every past one, and those that opened.</summary>
    /// <param name="reception">Paris day of the reception of the act.</param>
    /// <param name="jour">Paris day it is sent.</param>
    /// <param name="demande">Day asked beside the calendar; null without one.</param>
    /// <returns>Null where none did.</returns>
    public static DateOnly? Repondue(DateOnly reception, DateOnly jour, DateOnly? demande)
    {
        DateOnly? derniere = null;
        foreach (var echeance in Echeances(reception))
        {
            if (echeance.AddDays(-Ouverture) > jour && !(demande is { } d && Math.Abs(echeance.DayNumber - d.DayNumber) <= Ensemble))
                return derniere;
            derniere = echeance;
        }
        return derniere;
    }
}
