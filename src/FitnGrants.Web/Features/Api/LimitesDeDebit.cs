using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace FitnGrants.Web.Features.Api;

/// <summary>Requests allowed per address and per minute (settings « Limites »).</summary>
public static class LimitesDeDebit
{
    public const string Simulations = "simulations";
    public const string Suggestions = "suggestions";
    public const string Connexions = "connexions";
    public const string Televersements = "televersements";
    public const string Verifications = "verifications";

    public static void Configurer(RateLimiterOptions options, IConfiguration configuration)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (contexte, _) =>
        {
            var attente = contexte.Lease.TryGetMetadata(MetadataName.RetryAfter, out var duree) ? duree : TimeSpan.FromMinutes(1);
            contexte.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, attente.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        Ajouter(Simulations, "Limites:SimulationsParMinute", 60);
        Ajouter(Suggestions, "Limites:SuggestionsParMinute", 600);
        Ajouter(Connexions, "Limites:ConnexionsParMinute", 60);
        Ajouter(Televersements, "Limites:TeleversementsParMinute", 120);
        Ajouter(Verifications, "Limites:VerificationsParMinute", 30);

        void Ajouter(string nom, string cle, int defaut)
        {
            options.AddPolicy(nom, contexte => RateLimitPartition.GetFixedWindowLimiter(
                contexte.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = configuration.GetValue(cle, defaut),
                    Window = TimeSpan.FromMinutes(1),
                }));
        }
    }
}
