namespace FitnGrants.Domain.Socle;

/// <summary>Legal dates are days of Europe/Paris; this is the only place that turns an instant into one.</summary>
public static class JourDeParis
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The Paris day of an instant.</summary>
    public static DateOnly De(DateTimeOffset instant) => DateOnly.FromDateTime(HeureLocale(instant));

    /// <summary>The Paris wall clock of an instant.</summary>
    public static DateTime HeureLocale(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris).DateTime;

    /// <summary>First instant (UTC) of a Paris day.</summary>
    public static DateTimeOffset Debut(DateOnly jour) => ALHeure(jour, TimeOnly.MinValue);

    /// <summary>First instant after a Paris day: a limit « jusqu’au 27 août » holds strictly before it (A11).</summary>
    public static DateTimeOffset Fin(DateOnly jour) => Debut(jour.AddDays(1));

    /// <summary>The instant (UTC) of a Paris day and hour.</summary>
    public static DateTimeOffset ALHeure(DateOnly jour, TimeOnly heure)
    {
        var local = jour.ToDateTime(heure, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Paris.GetUtcOffset(local)).ToUniversalTime();
    }
}
