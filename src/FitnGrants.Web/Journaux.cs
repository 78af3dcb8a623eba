using System.Globalization;
using Serilog;
using Serilog.AspNetCore;
using Serilog.Core;
using Serilog.Events;

namespace FitnGrants.Web;

/// <summary>
/// What is logged, and what never is: a log carries the template of a route, never a path nor a query, which may hold a secret link.
/// </summary>
public static class Journaux
{
    /// <summary>Setting of the least level that is written.</summary>
    private const string Niveau = "Journaux:Niveau";

    /// <summary>Setting that writes a line for each request.</summary>
    public const string ChaqueRequete = "Journaux:Requetes";

    private static readonly TimeSpan Lente = TimeSpan.FromSeconds(2);
    private static readonly object CleDeLaRoute = new();

    public static void Configurer(LoggerConfiguration journal, IServiceProvider services, IConfiguration configuration) =>
        journal
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting", LogEventLevel.Fatal)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<SansAdresse>()
            .ReadFrom.Services(services)
            .WriteTo.Console(
                restrictedToMinimumLevel: Enum.TryParse<LogEventLevel>(configuration[Niveau], ignoreCase: true, out var niveau)
                    ? niveau
                    : LogEventLevel.Information,
                formatProvider: CultureInfo.InvariantCulture
            );

    /// <exception cref="InvalidOperationException">A level or a choice that is none.</exception>
    public static void Verifier(IConfiguration configuration) =>
        _ = (configuration.GetValue<LogEventLevel?>(Niveau), configuration.GetValue<bool?>(ChaqueRequete));

    /// <summary>One line a request: all of them with « Journaux__Requetes=true », else those that fail or last.</summary>
    public static void Requetes(RequestLoggingOptions options, Serilog.ILogger journal, bool toutes)
    {
        options.Logger = journal;
        options.MessageTemplate = "{Method} {Route} : {StatusCode} en {Elapsed:0} ms";
        options.GetMessageTemplateProperties = (contexte, _, duree, code) =>
            [
                new LogEventProperty("Method", new ScalarValue(contexte.Request.Method)),
                new LogEventProperty("Route", new ScalarValue(contexte.Items[CleDeLaRoute] ?? "(aucune route)")),
                new LogEventProperty("StatusCode", new ScalarValue(code)),
                new LogEventProperty("Elapsed", new ScalarValue(duree)),
            ];
        options.GetLevel = (contexte, duree, panne) =>
            panne is not null || contexte.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : duree > Lente.TotalMilliseconds ? LogEventLevel.Warning
            : toutes ? LogEventLevel.Information
            : LogEventLevel.Debug;
    }

    /// <summary>Remembers the route that was asked for: an error page takes another one later.</summary>
    public static void RetenirLaRoute(HttpContext contexte) =>
        contexte.Items.TryAdd(CleDeLaRoute, (contexte.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);

    /// <summary>The server adds the path to each line of a request.</summary>
    private sealed class SansAdresse : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("RequestPath");
            logEvent.RemovePropertyIfPresent("QueryString");
        }
    }
}
