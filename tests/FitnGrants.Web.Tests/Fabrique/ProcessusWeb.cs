using System.Diagnostics;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>The real program over a database that exists, on a port of its own.</summary>
public sealed class ProcessusWeb : IAsyncDisposable
{
    private readonly Process programme;
    private readonly HttpClient client;
    private readonly SemaphoreSlim places = new(100);
    private readonly Dictionary<string, (HttpClient Client, string Jeton)> comptes = new(StringComparer.Ordinal);
    private bool rendu;

    /// <summary>The program beside its project, built in the same configuration as these tests.</summary>
    public static readonly string Programme = Path.Combine(
        Serveur.Projet,
        "bin",
        AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal) ? "Release" : "Debug",
        "net10.0",
        "FitnGrants.Web.dll"
    );

    public ProcessusWeb(string connexion, params (string Cle, string Valeur)[] reglages)
    {
        var adresse = $"http://127.0.0.1:{Ports.Libre()}";
        client = Client(new Uri(adresse));
        var info = new ProcessStartInfo("dotnet", [Programme])
        {
            WorkingDirectory = Serveur.Projet,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Demonstration";
        info.Environment["ASPNETCORE_URLS"] = adresse;
        // A hundred requests at once wait for a connection as long as it takes.
        info.Environment["ConnectionStrings__Fitn"] = connexion + ";Timeout=120";
        info.Environment["Limites__ConnexionsParMinute"] = "1000";
        info.Environment["Reglements__Secondes"] = "0";
        foreach (var (cle, valeur) in reglages)
            info.Environment[cle] = valeur;
        programme = Process.Start(info)!;
        programme.OutputDataReceived += (_, e) => Sortie.Noter(e.Data);
        programme.ErrorDataReceived += (_, e) => Sortie.Noter(e.Data);
        programme.BeginOutputReadLine();
        programme.BeginErrorReadLine();
    }

    /// <summary>What it wrote: said with a failure, where an answer alone tells nothing.</summary>
    public SortieDeProgramme Sortie { get; } = new();

    public Uri Adresse => client.BaseAddress!;

    public async Task AttendreAsync()
    {
        using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var depart = Stopwatch.GetTimestamp();
        while (await pouls.WaitForNextTickAsync() && Stopwatch.GetElapsedTime(depart) < TimeSpan.FromMinutes(3))
        {
            Assert.False(programme.HasExited, Sortie.ToString());
            try
            {
                using var reponse = await client.GetAsync(new Uri("/sante/pret", UriKind.Relative));
                if (reponse.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet: the next tick asks again.
            }
        }
        Assert.Fail("Le programme ne répond pas : " + Sortie);
    }

    public async Task SeConnecterAsync(string compte)
    {
        var sien = Client(Adresse);
        var page = await LireAsync(sien, "/compte/connexion");
        using var corps = new FormUrlEncodedContent([
            KeyValuePair.Create("compte", compte + "@demo.example"),
            KeyValuePair.Create(PageLue.Jeton, page.DernierJeton!),
        ]);
        using var reponse = await sien.PostAsync(new Uri("/compte/demonstration", UriKind.Relative), corps);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        comptes[compte] = (sien, (await LireAsync(sien, "/plan-du-site")).DernierJeton!);
    }

    /// <summary>Another browser on this program. It has its own cookies.</summary>
    public Navigateur Navigateur() => new(Client(Adresse));

    /// <summary>Sends a form as an account that signed in: the status of the answer, null when the process died before it.</summary>
    public async Task<int?> PosterAsync(string compte, string adresse, int revision, params (string Cle, string Valeur)[] champs)
    {
        await places.WaitAsync();
        try
        {
            var (sien, jeton) = comptes[compte];
            using var corps = new FormUrlEncodedContent([
                KeyValuePair.Create("Revision", $"{revision}"),
                .. champs.Select(c => KeyValuePair.Create(c.Cle, c.Valeur)),
                KeyValuePair.Create(PageLue.Jeton, jeton),
            ]);
            using var reponse = await sien.PostAsync(new Uri(adresse, UriKind.Relative), corps);
            return (int)reponse.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>The fields of an accord of 5 000 €.</summary>
    public static (string, string)[] Accord =>
        [("Montant", "5000"), ("Motifs", "R50"), ("Motivation", "Le projet simplifie les démarches des habitants.")];

    public bool EstMort => programme.HasExited;

    /// <summary>As kill -9 does.</summary>
    public void Tuer()
    {
        if (!programme.HasExited)
            programme.Kill(entireProcessTree: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (rendu)
            return;
        rendu = true;
        Tuer();
        await programme.WaitForExitAsync();
        programme.Dispose();
        client.Dispose();
        foreach (var (sien, _) in comptes.Values)
            sien.Dispose();
        places.Dispose();
    }

    private static HttpClient Client(Uri adresse) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = adresse };

    private static async Task<PageLue> LireAsync(HttpClient client, string adresse)
    {
        using var reponse = await client.GetAsync(new Uri(adresse, UriKind.Relative));
        return new PageLue(
            adresse,
            reponse.StatusCode,
            null,
            reponse.Content.Headers.ContentType?.MediaType,
            await reponse.Content.ReadAsByteArrayAsync()
        );
    }
}
