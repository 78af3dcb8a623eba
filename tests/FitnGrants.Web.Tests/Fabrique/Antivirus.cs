using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>A real clamd whose only signature is that of the EICAR string; a test may stop it and start it again.</summary>
public sealed class Antivirus : IAsyncDisposable
{
    private readonly string dossier = Directory.CreateTempSubdirectory("fitn-clamd-").FullName;
    private Process? programme;

    private Antivirus(int port) => Port = port;

    /// <summary>The file that every antivirus knows, in two halves so that none erases this source.</summary>
    public static string Eicar => @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    public int Port { get; }

    public static bool EstInstalle => File.Exists(Chemin);

    private static string Chemin => "/usr/sbin/clamd";

    public static async Task<Antivirus> DemarrerAsync()
    {
        var antivirus = new Antivirus(Ports.Libre());
        Directory.CreateDirectory(Path.Combine(antivirus.dossier, "base"));
        await File.WriteAllTextAsync(
            Path.Combine(antivirus.dossier, "base", "essai.ndb"),
            $"Essai.Eicar:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Eicar))}\n"
        );
        await File.WriteAllTextAsync(
            Path.Combine(antivirus.dossier, "clamd.conf"),
            $"""
            DatabaseDirectory {Path.Combine(antivirus.dossier, "base")}
            TCPSocket {antivirus.Port}
            TCPAddr 127.0.0.1
            Foreground yes
            StreamMaxLength 110M
            MaxThreads 2

            """
        );
        await antivirus.ReprendreAsync();
        return antivirus;
    }

    public async Task ReprendreAsync()
    {
        programme = Process.Start(
            new ProcessStartInfo(Chemin, ["--config-file", Path.Combine(dossier, "clamd.conf")])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var sortie = new SortieDeProgramme();
        programme.OutputDataReceived += (_, e) => sortie.Noter(e.Data);
        programme.ErrorDataReceived += (_, e) => sortie.Noter(e.Data);
        programme.BeginOutputReadLine();
        programme.BeginErrorReadLine();
        using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var depart = Stopwatch.GetTimestamp();
        while (!await RepondAsync())
        {
            if (programme.HasExited || Stopwatch.GetElapsedTime(depart) > TimeSpan.FromSeconds(60))
                throw new InvalidOperationException($"clamd ne démarre pas : {sortie}");
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

    public async ValueTask DisposeAsync()
    {
        if (programme is not null)
            await ArreterAsync();
        Directory.Delete(dossier, recursive: true);
    }

    private async Task<bool> RepondAsync()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port);
            await using var flux = client.GetStream();
            await flux.WriteAsync("zPING\0"u8.ToArray());
            using var lecteur = new StreamReader(flux);
            return (await lecteur.ReadToEndAsync()).StartsWith("PONG", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
