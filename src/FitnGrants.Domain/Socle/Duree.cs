namespace FitnGrants.Domain.Socle;

/// <summary>How long something lasts.</summary>
public static class Duree
{
    /// <summary>Months from a first day to a last, a month begun counting as one; null while one is unknown, or out of order.</summary>
    public static int? EnMois(DateOnly? debut, DateOnly? fin) =>
        debut is { } d && fin is { } f && f >= d ? ((f.Year - d.Year) * 12) + f.Month - d.Month + (f.Day >= d.Day ? 1 : 0) : null;
}
