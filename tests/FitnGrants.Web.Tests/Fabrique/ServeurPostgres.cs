using FitnGrants.Web.Donnees;
using Npgsql;
using Testcontainers.PostgreSql;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>The PostgreSQL of a run of tests: the one that is named, else a container, else the embedded one.</summary>
public sealed record ServeurPostgres(string Genre, string Connexion, Func<ValueTask> Arreter) : IAsyncDisposable
{
    /// <summary>Names a server that exists: one where databases may be created and dropped.</summary>
    public const string Variable = "ConnectionStrings__FitnTests";

    /// <summary>How long an engine has to answer and to give the image.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Connection string of one of its databases.</summary>
    public string Pour(string baseDeDonnees, int pool) =>
        new NpgsqlConnectionStringBuilder(Connexion) { Database = baseDeDonnees, MaxPoolSize = pool }.ConnectionString;

    public ValueTask DisposeAsync() => Arreter();

    /// <summary>The server of this machine.</summary>
    public static Task<ServeurPostgres> DemarrerAsync(string modules, string dossier) =>
        ChoisirAsync(Environment.GetEnvironmentVariable(Variable), ConteneurAsync, () => EmbarqueAsync(modules, dossier), Patience);

    /// <summary>The one that is named before all; a container that is not there in time leaves its place to the embedded one.</summary>
    public static async Task<ServeurPostgres> ChoisirAsync(
        string? nomme,
        Func<CancellationToken, Task<ServeurPostgres>> conteneur,
        Func<Task<ServeurPostgres>> embarque,
        TimeSpan patience
    )
    {
        if (!string.IsNullOrWhiteSpace(nomme))
            return new ServeurPostgres("nommé", nomme, () => ValueTask.CompletedTask);
        using var delai = new CancellationTokenSource(patience);
        try
        {
            return await conteneur(delai.Token);
        }
        catch (Exception)
        {
            // No engine, no image, no time: whatever the reason, tests run.
            return await embarque();
        }
    }

    private static async Task<ServeurPostgres> ConteneurAsync(CancellationToken arret)
    {
        var conteneur = new PostgreSqlBuilder("postgres:18")
            .WithDatabase("postgres")
            .WithCommand("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200")
            .Build();
        try
        {
            await conteneur.StartAsync(arret);
            return new ServeurPostgres("conteneur", conteneur.GetConnectionString(), conteneur.DisposeAsync);
        }
        catch
        {
            await conteneur.DisposeAsync();
            throw;
        }
    }

    private static async Task<ServeurPostgres> EmbarqueAsync(string modules, string dossier)
    {
        var serveur = await PostgresEmbarque.DemarrerAsync(modules, dossier, _ => { }, ephemere: true);
        return new ServeurPostgres("embarqué", serveur.Connexion, serveur.DisposeAsync);
    }
}
