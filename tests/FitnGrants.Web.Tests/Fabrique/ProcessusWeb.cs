using System.Diagnostics;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>The real program over a database that exists, on a port of its own.</summary>
public sealed class ProcessusWeb : IAsyncDisposable
{
    private readonly Process programme;
    private readonly HttpClient client;
    private readonly SemaphoreSlim places = new(100);
    private string jeton = "";
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
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(adresse),
        };
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
        programme.OutputDataReceived += (_, e) => Sortie.Append(e.Data).Append('\n');
        programme.ErrorDataReceived += (_, e) => Sortie.Append(e.Data).Append('\n');
        programme.BeginOutputReadLine();
        programme.BeginErrorReadLine();
    }

    private System.Text.StringBuilder Sortie { get; } = new();

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
        var page = await LireAsync("/compte/connexion");
        using var corps = new FormUrlEncodedContent([
            KeyValuePair.Create("compte", compte + "@demo.example"),
            KeyValuePair.Create(PageLue.Jeton, page.DernierJeton!),
        ]);
        using var reponse = await client.PostAsync(new Uri("/compte/demonstration", UriKind.Relative), corps);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        jeton = (await LireAsync("/plan-du-site")).DernierJeton!;
    }

    /// <summary>Another browser on this program. It has its own cookies.</summary>
    public Navigateur Navigateur() =>
        new(
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
            {
                BaseAddress = client.BaseAddress,
            }
        );

    /// <summary>The status of the answer; null when the process died before it answered.</summary>
    public async Task<int?> AccorderAsync(string adresse, int revision)
    {
        await places.WaitAsync();
        try
        {
            using var corps = new FormUrlEncodedContent([
                KeyValuePair.Create("Revision", $"{revision}"),
                KeyValuePair.Create("Montant", "5000"),
                KeyValuePair.Create("Motifs", "R50"),
                KeyValuePair.Create("Motivation", "Le projet simplifie les démarches des habitants."),
                KeyValuePair.Create(PageLue.Jeton, jeton),
            ]);
            using var reponse = await client.PostAsync(new Uri(adresse, UriKind.Relative), corps);
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
        places.Dispose();
    }

    private async Task<PageLue> LireAsync(string adresse)
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
