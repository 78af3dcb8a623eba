using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>
/// One PostgreSQL for the whole run, one template with the referential, one seeded over it, a copy per test class. Nothing is left
/// behind: no process, no folder, no port.
/// </summary>
public class Serveur : IAsyncLifetime
{
    /// <summary>Which collectivités are imported; null for all of them.</summary>
    protected virtual Func<string, bool>? Choix => Garder;

    /// <summary>A server that is named may serve several runs: names are of this one.</summary>
    private static readonly string Prefixe = "fitn_" + Guid.NewGuid().ToString("N")[..8];
    private static readonly string Referentiel = Prefixe + "_referentiel";
    private static readonly string Modele = Prefixe + "_modele";
    private readonly string dossier = Donnees;
    private readonly SemaphoreSlim tour = new(1, 1);
    private ServeurPostgres? postgres;
    private int dernier;

    /// <summary>Folder of the run: the server, and the pieces of every instance.</summary>
    public static string Donnees { get; } = Path.Combine(Path.GetTempPath(), "fitn-tests-" + Guid.NewGuid().ToString("N")[..12]);

    /// <summary>The node_modules of the application.</summary>
    public static string Modules => Path.Combine(Projet, "node_modules");

    /// <summary>Folder of the web project: its règlements, its templates, its packages.</summary>
    public static string Projet { get; } = TrouverLeProjet();

    public async ValueTask InitializeAsync()
    {
        // A host keeps its file watchers after its end: a hundred of them would exhaust what a user may have of the kernel's.
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
        Directory.CreateDirectory(dossier);
        postgres = await ServeurPostgres.DemarrerAsync(Modules, dossier);
        await PreparerAsync(Referentiel, "", async services =>
        {
            await using var portee = services.CreateAsyncScope();
            await portee.ServiceProvider.GetRequiredService<FitnContext>().Database.MigrateAsync();
            await services.GetRequiredService<Demarrage>().ImporterAsync(CancellationToken.None);
        });
        await PreparerAsync(Modele, $" template {Referentiel}", services =>
            services.GetRequiredService<Demarrage>().PreparerAsync(CancellationToken.None)
        );
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (postgres is not null)
        {
            foreach (var modele in new[] { Modele, Referentiel })
                await ExecuterAsync($"drop database if exists {modele} with (force)");
            await postgres.DisposeAsync();
        }
        tour.Dispose();
        if (Directory.Exists(dossier))
            Directory.Delete(dossier, recursive: true);
    }

    /// <summary>A copy of the demonstration.</summary>
    public Task<string> CopierAsync() => CreerAsync(Suivante(), $" template {Modele}");

    /// <summary>Tables and referential alone: a start fills the rest.</summary>
    public Task<string> CreerAvecReferentielAsync() => CreerAsync(Suivante(), $" template {Referentiel}");

    /// <summary>A database with nothing in it.</summary>
    public Task<string> CreerVideAsync() => CreerAsync(Suivante(), "");

    private string Suivante() => $"{Prefixe}_{Interlocked.Increment(ref dernier)}";

    private async Task PreparerAsync(string nom, string suite, Func<IServiceProvider, Task> remplir)
    {
        var connexion = await CreerAsync(nom, suite);
        await using (
            var application = Construction.Construire(connexion, new Dictionary<string, string?>(StringComparer.Ordinal), garder: Choix)
        )
            await remplir(application.Services);
        await ViderLePoolAsync(connexion);
    }

    /// <summary>Drops a database, whoever is connected to it.</summary>
    public async Task SupprimerAsync(string connexion)
    {
        await ViderLePoolAsync(connexion);
        await ExecuterAsync($"drop database {new NpgsqlConnectionStringBuilder(connexion).Database} with (force)");
    }

    /// <summary>
    /// What a test referential keeps: the collectivités of demonstrations, of the reference table, and three hundred others.
    /// </summary>
    public static bool Garder(string siren) =>
        siren.StartsWith("213500", StringComparison.Ordinal)
        || siren.StartsWith("215600", StringComparison.Ordinal)
        || siren.StartsWith("216800", StringComparison.Ordinal)
        || Nommees.Contains(siren);

    private static readonly HashSet<string> Nommees =
    [
        .. ComptesDeDemonstration.Tous.Select(c => c.Siren).OfType<string>(),
        "246800585",
        "213502388",
        "200065928",
        "200068989",
        "200068120",
    ];

    private async Task<string> CreerAsync(string nom, string suite)
    {
        // Two copies of one template at once refuse each other.
        await tour.WaitAsync();
        try
        {
            await ExecuterAsync($"create database {nom}{suite}");
        }
        finally
        {
            tour.Release();
        }
        return postgres!.Pour(nom, pool: 12);
    }

    private async Task ExecuterAsync(string sql)
    {
        await using var connexion = new NpgsqlConnection(postgres!.Connexion);
        await connexion.OpenAsync();
        await using var commande = new NpgsqlCommand(sql, connexion);
        await commande.ExecuteNonQueryAsync();
    }

    private static async Task ViderLePoolAsync(string connexion)
    {
        await using var vidange = new NpgsqlConnection(connexion);
        NpgsqlConnection.ClearPool(vidange);
    }

    private static string TrouverLeProjet()
    {
        for (var d = new DirectoryInfo(AppContext.BaseDirectory); d is not null; d = d.Parent)
            if (File.Exists(Path.Combine(d.FullName, "FitnGrants.sln")))
                return Path.Combine(d.FullName, "src", "FitnGrants.Web");
        throw new InvalidOperationException("Le projet Web est introuvable au-dessus des tests.");
    }
}
