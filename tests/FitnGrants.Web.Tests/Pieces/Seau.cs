using System.Diagnostics;

namespace FitnGrants.Web.Tests.Pieces;

/// <summary>A bucket that speaks S3, in a process of its own; a test may stop it and start it again.</summary>
public sealed class Seau : IAsyncDisposable
{
    public const string Nom = "pieces";

    private readonly string dossier = Directory.CreateTempSubdirectory("fitn-s3-").FullName;
    private readonly int port = Ports.Libre();
    private Process? programme;

    public string Adresse => $"http://127.0.0.1:{port}";

    public async Task DemarrerAsync()
    {
        programme = Process.Start(
            new ProcessStartInfo(
                "node",
                [
                    Path.Combine(Serveur.Modules, "s3rver", "bin", "s3rver.js"),
                    "--directory",
                    dossier,
                    "--address",
                    "127.0.0.1",
                    "--port",
                    $"{port}",
                    "--silent",
                    "--configure-bucket",
                    Nom,
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        using var client = new HttpClient();
        using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var depart = Stopwatch.GetTimestamp();
        while (!await RepondAsync(client))
        {
            if (programme.HasExited || Stopwatch.GetElapsedTime(depart) > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException("Le seau ne démarre pas.");
            await pouls.WaitForNextTickAsync();
        }
    }

    public async Task ArreterAsync()
    {
        programme!.Kill();
        await programme.WaitForExitAsync();
        programme.Dispose();
        programme = null;
    }

    /// <summary>Makes an object as old as can be.</summary>
    public void Vieillir(Guid cle)
    {
        foreach (var fichier in Directory.EnumerateFiles(Path.Combine(dossier, Nom), $"{cle:N}*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(fichier, DateTime.UnixEpoch);
    }

    public async ValueTask DisposeAsync()
    {
        if (programme is not null)
            await ArreterAsync();
        Directory.Delete(dossier, recursive: true);
    }

    private async Task<bool> RepondAsync(HttpClient client)
    {
        try
        {
            using var reponse = await client.GetAsync(new Uri($"{Adresse}/{Nom}"));
            return reponse.StatusCode != HttpStatusCode.NotFound;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
