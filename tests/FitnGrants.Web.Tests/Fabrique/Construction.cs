using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>The application as its program builds it, on another database and without a port.</summary>
public static class Construction
{
    public static WebApplication Construire(
        string connexion,
        IReadOnlyDictionary<string, string?> reglages,
        string environnement = "Development",
        Action<IServiceCollection>? services = null,
        Func<string, bool>? garder = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                // The parts of the application, its controllers and views, are found by this name.
                ApplicationName = typeof(Services).Assembly.GetName().Name,
                ContentRootPath = Serveur.Projet,
                EnvironmentName = environnement,
            }
        );
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                // What is logged goes to the sinks that a test adds, and not to the screen.
                ["Journaux:Niveau"] = "6",
                ["Limites:SimulationsParMinute"] = "100000",
                ["Limites:SuggestionsParMinute"] = "100000",
                ["Limites:ConnexionsParMinute"] = "100000",
                ["Limites:TeleversementsParMinute"] = "100000",
                ["Limites:VerificationsParMinute"] = "100000",
                ["Limites:DonneesParMinute"] = "100000",
                // Versions are read again when a test says so, never by a clock that no test waits for.
                ["Reglements:Secondes"] = "0",
                ["Courriels:Secondes"] = "0",
                ["Pieces:Secondes"] = "0",
                // A page's commands are counted: none is that of the session, asked again once a minute.
                ["Comptes:VerificationSecondes"] = "36000",
            }
        );
        builder.Configuration.AddInMemoryCollection(reglages);
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.AjouterFitn(new Chemins(Serveur.Modules, Serveur.Donnees, garder) { Connexion = connexion });
        // The strength of the password's hash is not what is tested here, and each test signs in.
        builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        builder.Services.AddSingleton<CompteurSql>();
        builder.Services.ConfigureDbContext<FitnContext>((services, o) => o.AddInterceptors(services.GetRequiredService<CompteurSql>()));
        services?.Invoke(builder.Services);
        return builder.Build();
    }
}
