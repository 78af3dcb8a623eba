using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using MimeKit;

namespace FitnGrants.Web.Tests.Courriels;

/// <summary>A message as the server took it.</summary>
public sealed record Recu(string Pour, string Texte, bool Chiffre, string? Compte)
{
    private readonly MimeMessage message = MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Texte)));

    public string? Identifiant => message.MessageId;

    public string Sujet => message.Subject ?? "";

    /// <summary>The parts of a type, decoded.</summary>
    public IReadOnlyList<byte[]> Parties(string type) =>
        [.. message.BodyParts.OfType<MimePart>().Where(p => p.ContentType.MimeType == type).Select(Octets)];

    public string Partie(string type) => System.Text.Encoding.UTF8.GetString(Assert.Single(Parties(type)));

    private static byte[] Octets(MimePart partie)
    {
        using var flux = new MemoryStream();
        partie.Content!.DecodeTo(flux);
        return flux.ToArray();
    }
}

/// <summary>A real SMTP server, that a test may stop and start again on its port.</summary>
public sealed class ServeurDEssai : IAsyncDisposable
{
    private readonly ConcurrentQueue<Recu> recus = new();
    private readonly Dictionary<string, object?> reglages;
    private Process? processus;
    private Task lecture = Task.CompletedTask;

    private ServeurDEssai(Dictionary<string, object?> reglages) => this.reglages = reglages;

    public int Port { get; private set; }

    public int Nombre => recus.Count;

    public static async Task<ServeurDEssai> DemarrerAsync(
        string? compte = null,
        string? motDePasse = null,
        string? cle = null,
        string? certificat = null
    )
    {
        var serveur = new ServeurDEssai(
            new(StringComparer.Ordinal)
            {
                ["compte"] = compte,
                ["motDePasse"] = motDePasse,
                ["cle"] = cle,
                ["certificat"] = certificat,
            }
        );
        await serveur.ReprendreAsync();
        return serveur;
    }

    /// <summary>Starts again where it was.</summary>
    public async Task ReprendreAsync()
    {
        reglages["port"] = Port;
        var info = new ProcessStartInfo(
            "node",
            [
                Path.Combine(
                    Path.GetDirectoryName(Serveur.Projet)!,
                    "..",
                    "tests",
                    "FitnGrants.Web.Tests",
                    "Courriels",
                    "serveur-smtp.mjs"
                ),
                Serveur.Modules,
                JsonSerializer.Serialize(reglages),
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        processus = Process.Start(info)!;
        var premiere = await processus.StandardOutput.ReadLineAsync();
        using var dit = JsonDocument.Parse(premiere!);
        Port = dit.RootElement.GetProperty("port").GetInt32();
        lecture = LireAsync(processus.StandardOutput);
    }

    /// <summary>What it took, once there are as many: a message is told a little after it is acknowledged.</summary>
    public async Task<IReadOnlyList<Recu>> RecusAsync(int nombre, Func<Recu, bool>? lesquels = null)
    {
        using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var depart = Stopwatch.GetTimestamp();
        List<Recu> Choisis() => [.. recus.Where(lesquels ?? (_ => true))];
        while (Choisis().Count < nombre && Stopwatch.GetElapsedTime(depart) < TimeSpan.FromSeconds(30))
            await pouls.WaitForNextTickAsync();
        Assert.Equal(nombre, Choisis().Count);
        return Choisis();
    }

    public void Oublier() => recus.Clear();

    /// <summary>Stops between two messages.</summary>
    public async Task ArreterAsync()
    {
        processus!.StandardInput.Close();
        await processus.WaitForExitAsync();
        await lecture;
        processus.Dispose();
        processus = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (processus is not null)
            await ArreterAsync();
    }

    private async Task LireAsync(StreamReader sortie)
    {
        while (await sortie.ReadLineAsync() is { } ligne)
            Recevoir(ligne);
    }

    private void Recevoir(string ligne)
    {
        using var lue = JsonDocument.Parse(ligne);
        var r = lue.RootElement;
        recus.Enqueue(
            new Recu(
                r.GetProperty("pour")[0].GetString()!,
                r.GetProperty("texte").GetString()!,
                r.GetProperty("chiffre").GetBoolean(),
                r.GetProperty("compte").GetString()
            )
        );
    }
}
