using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Temps;

/// <summary>
/// The field's clock: system time plus an offset that only a demonstration sets. Cookies, lockout and rate limits keep
/// the system's clock.
/// </summary>
public sealed class Horloge(TimeProvider systeme)
{
    private long decalage;

    /// <summary>Now, for the field (UTC).</summary>
    public DateTimeOffset Maintenant => systeme.GetUtcNow() + Decalage;

    /// <summary>Today in Paris.</summary>
    public DateOnly Aujourdhui => JourDeParis.De(Maintenant);

    /// <summary>What separates the field's clock from the system's.</summary>
    public TimeSpan Decalage
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref decalage));
        set => Interlocked.Exchange(ref decalage, value.Ticks);
    }

    /// <summary>The offset that makes it this instant now.</summary>
    public TimeSpan DecalagePour(DateTimeOffset instant) => instant - systeme.GetUtcNow();
}
