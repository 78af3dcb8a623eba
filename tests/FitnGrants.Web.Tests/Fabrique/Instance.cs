using System.Globalization;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>One application on one copy of the template: the fixture of a test class.</summary>
public class Instance(Serveur serveur) : IAsyncLifetime
{
    private readonly Dictionary<string, Navigateur> connectes = new(StringComparer.Ordinal);

    /// <summary>Settings of this application, over those of tests.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Reglages { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Name of the environment: a demonstration unless a test says otherwise.</summary>
    protected virtual string Environnement => "Development";

    /// <summary>Services over those of the application.</summary>
    protected virtual void Ajouter(IServiceCollection services) { }

    public string Connexion { get; private set; } = "";

    public WebApplication Application { get; private set; } = null!;

    public IServiceProvider Services => Application.Services;

    public virtual async ValueTask InitializeAsync()
    {
        Connexion = await CreerLaBaseAsync(serveur);
        await PreparerLaBaseAsync();
        Application = Construction.Construire(Connexion, Reglages, Environnement, Ajouter, Serveur.Garder);
        await Services.GetRequiredService<Demarrage>().PreparerAsync(CancellationToken.None);
        Application.UtiliserFitn();
        await Application.StartAsync();
    }

    /// <summary>A copy of the demonstration, unless a test wants another base.</summary>
    protected virtual Task<string> CreerLaBaseAsync(Serveur serveur) => serveur.CopierAsync();

    /// <summary>What a test changes of its copy before the application opens it.</summary>
    protected virtual Task PreparerLaBaseAsync() => Task.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Application is not null)
            await Application.DisposeAsync();
        if (Connexion.Length > 0)
            await serveur.SupprimerAsync(Connexion);
    }

    /// <summary>A browser that nobody uses yet, somewhere on the network.</summary>
    public Navigateur Anonyme(string depuis = "192.0.2.1") => Anonyme(new CookieContainer(), depuis);

    /// <summary>A browser with these cookies.</summary>
    public Navigateur Anonyme(CookieContainer cookies, string depuis = "192.0.2.1") =>
        new(
            new HttpClient(
                new CookieContainerHandler(cookies)
                {
                    InnerHandler = Application.GetTestServer().CreateHandler(c => c.Connection.RemoteIpAddress = IPAddress.Parse(depuis)),
                }
            )
            {
                // A real service gives its cookies to https alone.
                BaseAddress = new Uri(Environnement == "Development" ? "http://localhost" : "https://localhost"),
            }
        );

    /// <summary>A signed-in browser, the same one for a whole class.</summary>
    public async Task<Navigateur> EnTantQueAsync(string compte)
    {
        if (!connectes.TryGetValue(compte, out var navigateur))
            connectes[compte] = navigateur = await NouvelleSessionAsync(compte);
        return navigateur;
    }

    /// <summary>Another signed-in browser.</summary>
    public async Task<Navigateur> NouvelleSessionAsync(string compte)
    {
        var navigateur = Anonyme();
        await navigateur.SeConnecterAsync(compte);
        return navigateur;
    }

    /// <summary>Does something with the services of one request.</summary>
    public async Task<T> FaireAsync<T>(Func<IServiceProvider, Task<T>> quoi)
    {
        await using var portee = Services.CreateAsyncScope();
        return await quoi(portee.ServiceProvider);
    }

    /// <summary>Reads the database.</summary>
    public Task<T> LireAsync<T>(Func<FitnContext, Task<T>> quoi) => FaireAsync(s => quoi(s.GetRequiredService<FitnContext>()));

    /// <summary>One statement, straight to the database.</summary>
    public Task<int> SqlAsync(FormattableString sql) => LireAsync(db => db.Database.ExecuteSqlAsync(sql));

    /// <summary>Sets the field's clock, forth or back.</summary>
    public Task AlHeureAsync(string instant) =>
        LireAsync(async db =>
        {
            await Services
                .GetRequiredService<ReglageHorloge>()
                .ReglerAsync(db, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), CancellationToken.None);
            return await db.SaveChangesAsync();
        });
}
