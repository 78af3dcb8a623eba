using System.Diagnostics;
using FitnGrants.Web.Tests.Fabrique;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FitnGrants.Parcours.Tests.Fabrique.ServeurDesParcours))]
[assembly: AssemblyFixture(typeof(FitnGrants.Parcours.Tests.Fabrique.ServicePrive))]

namespace FitnGrants.Parcours.Tests.Fabrique;

/// <summary>
/// The product as its people use it: the real program, a real Chromium. Without a server it has its own PostgreSQL and imports the
/// whole referential, as scripts/run does; with one, a copy where the referential waits.
/// </summary>
public class Service(ServeurDesParcours? serveur = null) : IAsyncLifetime
{
    private string? connexion;
    private readonly string donnees = Directory.CreateTempSubdirectory("fitn-parcours-").FullName;
    private readonly SortieDeProgramme sortie = new();
    private Process? programme;
    private IPlaywright? playwright;

    /// <summary>Address of the product.</summary>
    public string Adresse { get; private set; } = "";

    /// <summary>The browser; null where no Chromium is installed.</summary>
    public IBrowser? Navigateur { get; private set; }

    /// <summary>Settings over those of every journey.</summary>
    protected virtual IReadOnlyDictionary<string, string> Reglages { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public virtual async ValueTask InitializeAsync()
    {
        var chromium = Chromium();
        if (chromium is null)
            return;
        Adresse = $"http://127.0.0.1:{Ports.Libre()}";
        connexion = serveur is null ? null : await serveur.CreerAvecReferentielAsync();
        programme = Demarrer();
        await AttendreAsync();
        playwright = await Playwright.CreateAsync();
        Navigateur = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Navigateur is not null)
            await Navigateur.DisposeAsync();
        playwright?.Dispose();
        if (programme is not null)
        {
            // SIGTERM, as an operator would: the product stops its PostgreSQL itself.
            if (!programme.HasExited)
            {
                using var kill = Process.Start("kill", ["-TERM", $"{programme.Id}"]);
                await kill.WaitForExitAsync();
            }
            await programme.WaitForExitAsync();
            programme.Dispose();
        }
        if (connexion is not null)
            await serveur!.SupprimerAsync(connexion);
        Directory.Delete(donnees, recursive: true);
    }

    private Process Demarrer()
    {
        var dll = typeof(FitnGrants.Web.RacineDeContenu).Assembly.Location;
        var info = new ProcessStartInfo("dotnet", [ProgrammeDuProjet(dll)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Demonstration";
        info.Environment["ASPNETCORE_URLS"] = Adresse;
        info.Environment["FITN_DATA"] = donnees;
        info.Environment["FITN_EPHEMERE"] = "true";
        info.Environment["Limites__ConnexionsParMinute"] = "1000";
        foreach (var cle in new[] { "ConnectionStrings__Fitn", "Demonstration__Maintenant", "Demonstration__Jeu" })
            info.Environment.Remove(cle);
        if (connexion is not null)
            info.Environment["ConnectionStrings__Fitn"] = connexion;
        foreach (var (cle, valeur) in Reglages)
            info.Environment[cle] = valeur;
        var p = Process.Start(info)!;
        p.OutputDataReceived += (_, e) => sortie.Noter(e.Data);
        p.ErrorDataReceived += (_, e) => sortie.Noter(e.Data);
        p.BeginOutputReadLine();
        p.BeginErrorReadLine();
        return p;
    }

    /// <summary>The program beside its project, whose node_modules and styles it serves.</summary>
    private static string ProgrammeDuProjet(string dll)
    {
        for (var d = new DirectoryInfo(Path.GetDirectoryName(dll)!); d is not null; d = d.Parent)
        {
            var configuration = dll.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug";
            var candidat = Path.Combine(d.FullName, "src", "FitnGrants.Web", "bin", configuration, "net10.0", "FitnGrants.Web.dll");
            if (File.Exists(candidat))
                return candidat;
        }
        throw new InvalidOperationException("Le programme n’est pas construit.");
    }

    private async Task AttendreAsync()
    {
        using var http = new HttpClient();
        using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var depart = Stopwatch.GetTimestamp();
        while (await pouls.WaitForNextTickAsync())
        {
            if (programme!.HasExited || Stopwatch.GetElapsedTime(depart) > TimeSpan.FromMinutes(3))
                throw new InvalidOperationException($"Le service ne démarre pas : {sortie}");
            try
            {
                if ((await http.GetAsync(new Uri(Adresse + "/sante/pret"))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet: the next tick asks again.
            }
        }
    }

    /// <summary>The headless shell first: it draws no window, and takes a third of the time.</summary>
    private static string? Chromium() =>
        new[]
        {
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        }.FirstOrDefault(File.Exists);
}

/// <summary>
/// One PostgreSQL for the journeys that need a day or dossiers of their own, where the whole referential was imported once.
/// </summary>
public sealed class ServeurDesParcours : Serveur
{
    protected override Func<string, bool>? Choix => null;
}

/// <summary>The one that most journeys share: nothing stands between it and what scripts/run starts.</summary>
public sealed class ServicePrive() : Service;
