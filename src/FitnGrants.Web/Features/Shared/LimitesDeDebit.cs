using System.Globalization;
using System.Threading.RateLimiting;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.RateLimiting;

namespace FitnGrants.Web.Features.Shared;

/// <summary>Requests allowed per address and per minute (settings « Limites »).</summary>
public static class LimitesDeDebit
{
    public const string Simulations = "simulations";
    public const string Suggestions = "suggestions";
    public const string Connexions = "connexions";
    public const string Televersements = "televersements";
    public const string Verifications = "verifications";
    public const string Donnees = "donnees";

    private static readonly (string Nom, string Cle, int Defaut)[] Toutes =
    [
        (Simulations, "Limites:SimulationsParMinute", 60),
        (Suggestions, "Limites:SuggestionsParMinute", 600),
        (Connexions, "Limites:ConnexionsParMinute", 60),
        (Televersements, "Limites:TeleversementsParMinute", 120),
        (Verifications, "Limites:VerificationsParMinute", 30),
        (Donnees, "Limites:DonneesParMinute", 120),
    ];

    public static void Configurer(RateLimiterOptions options, IConfiguration configuration)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (contexte, _) =>
        {
            var attente = contexte.Lease.TryGetMetadata(MetadataName.RetryAfter, out var duree) ? duree : TimeSpan.FromMinutes(1);
            contexte.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, attente.TotalSeconds))
                .ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        foreach (var (nom, cle, defaut) in Toutes)
            options.AddPolicy(nom, contexte =>
                RateLimitPartition.GetFixedWindowLimiter(
                    Reseau.Provenance(contexte.Connection.RemoteIpAddress),
                    _ => new FixedWindowRateLimiterOptions
                    {
                        PermitLimit = configuration.GetValue(cle, defaut),
                        Window = TimeSpan.FromMinutes(1),
                    }
                )
            );
    }

    /// <exception cref="InvalidOperationException">A limit that is not a number.</exception>
    /// <exception cref="ArgumentException">One that lets nothing pass.</exception>
    public static void Verifier(IConfiguration configuration)
    {
        foreach (var (_, cle, defaut) in Toutes)
            if (configuration.GetValue(cle, defaut) < 1)
                throw new ArgumentException($"{cle} vaut au moins 1.");
    }
}
