namespace FitnGrants.Web.Temps;

/// <summary>
/// When a request arrived, on the field's clock: a deposit sent before midnight is judged before midnight, whatever the queue.
/// </summary>
public static class Arrivee
{
    private const string Cle = "arrivee";

    /// <summary>Keeps it, before anything else is done of the request.</summary>
    public static void Noter(HttpContext contexte, DateTimeOffset instant) => contexte.Items[Cle] = instant;

    public static DateTimeOffset De(HttpContext contexte) => (DateTimeOffset)contexte.Items[Cle]!;
}
