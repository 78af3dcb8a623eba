using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace FitnGrants.Web.Donnees;

/// <summary>
/// A private PostgreSQL for development and tests, from the npm binaries. PostgreSQL refuses to run as root: as root it
/// is started as an unprivileged user, with binaries and data where that user can go.
/// </summary>
public sealed class PostgresEmbarque : IAsyncDisposable
{
    private const int UtilisateurSansPrivilege = 65534;
    private const string Replis = "/var/tmp/fitn-";
    private readonly string binaires;
    private readonly string donnees;
    private readonly bool racine = Environment.UserName == "root";
    private Process? processus;
    private bool ephemere;

    private PostgresEmbarque(string binaires, string donnees) => (this.binaires, this.donnees) = (binaires, donnees);

    /// <summary>Connection string of the cluster's maintenance database.</summary>
    public string Connexion { get; private set; } = "";

    /// <summary>Where the cluster keeps its data.</summary>
    public string Donnees => donnees;

    /// <summary>Connection string of one of its databases.</summary>
    public string Pour(string baseDeDonnees, int pool = 16) =>
        new NpgsqlConnectionStringBuilder(Connexion) { Database = baseDeDonnees, MaxPoolSize = pool }.ConnectionString;

    /// <summary>Starts, creating the cluster on the first run.</summary>
    /// <param name="modules">The node_modules that holds the binaries.</param>
    /// <param name="dossier">Folder of the data; another one is used, and printed, where the server could not reach it.</param>
    /// <param name="dire">Receives progress, in a line each.</param>
    /// <param name="neuf">Erases the data first.</param>
    /// <param name="ephemere">Erases everything it wrote when it stops.</param>
    /// <param name="arret">Cancellation.</param>
    public static async Task<PostgresEmbarque> DemarrerAsync(
        string modules,
        string dossier,
        Action<string> dire,
        bool neuf = false,
        bool ephemere = false,
        CancellationToken arret = default
    )
    {
        var paquet = Path.Combine(modules, "@embedded-postgres", Plateforme());
        if (!Directory.Exists(paquet))
            throw new InvalidOperationException($"PostgreSQL est introuvable dans {paquet} : lancez scripts/run, qui l’installe.");
        var (programme, cluster) = Emplacements(Path.Combine(paquet, "native"), Path.GetFullPath(dossier));
        var serveur = new PostgresEmbarque(programme, cluster) { ephemere = ephemere };
        if (!cluster.StartsWith(Path.GetFullPath(dossier), StringComparison.Ordinal))
            dire($"Données de PostgreSQL : {cluster}");
        RecreerLesLiens(paquet, programme);
        await serveur.ArreterUnAncienAsync(dire, arret);
        if (neuf && Directory.Exists(cluster))
            Directory.Delete(cluster, recursive: true);
        await serveur.InitialiserAsync(dire, arret);
        await serveur.LancerAsync(arret);
        return serveur;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (processus is null)
            return;
        if (!processus.HasExited)
        {
            Signaler(processus.Id, "INT");
            using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(15));
            try
            {
                await processus.WaitForExitAsync(limite.Token);
            }
            catch (OperationCanceledException)
            {
                processus.Kill(entireProcessTree: true);
            }
        }
        processus.Dispose();
        processus = null;
        if (!ephemere)
            return;
        Directory.Delete(donnees, recursive: true);
        foreach (
            var repli in new[] { donnees, binaires }
                .Select(d => Path.GetDirectoryName(d)!)
                .Distinct()
                .Where(d => d.StartsWith(Replis, StringComparison.Ordinal))
        )
            if (Directory.Exists(repli))
                Directory.Delete(repli, recursive: true);
    }

    private static string Plateforme()
    {
        var systeme = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{systeme}-{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";
    }

    private static (string Binaires, string Donnees) Emplacements(string natif, string dossier)
    {
        if (Environment.UserName != "root")
            return (natif, Path.Combine(dossier, "postgres"));
        var repli = Replis + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dossier)))[..12];
        Directory.CreateDirectory(dossier);
        var cluster = Traversable(dossier) ? Path.Combine(dossier, "postgres") : Path.Combine(repli, "postgres");
        if (Traversable(natif))
            return (natif, cluster);
        var copie = Path.Combine(repli, "native");
        Copier(natif, copie);
        return (copie, cluster);
    }

    private static bool Traversable(string chemin)
    {
        for (var d = new DirectoryInfo(chemin); d is not null; d = d.Parent)
            if (
                (d.UnixFileMode & (UnixFileMode.OtherExecute | UnixFileMode.OtherRead))
                != (UnixFileMode.OtherExecute | UnixFileMode.OtherRead)
            )
                return false;
        return true;
    }

    private static void Copier(string source, string cible)
    {
        var marque = Path.Combine(cible, ".complet");
        if (File.Exists(marque))
            return;
        foreach (var fichier in new DirectoryInfo(source).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var destination = Path.Combine(cible, Path.GetRelativePath(source, fichier.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
            if (fichier.LinkTarget is null)
                fichier.CopyTo(destination, overwrite: true);
        }
        File.WriteAllText(marque, "");
    }

    private static void RecreerLesLiens(string paquet, string binaires)
    {
        var liste = Path.Combine(paquet, "native", "pg-symlinks.json");
        if (!File.Exists(liste))
            return;
        foreach (var lien in JsonDocument.Parse(File.ReadAllText(liste)).RootElement.EnumerateArray())
        {
            string Ici(string cle) => Path.Combine(binaires, Path.GetRelativePath("native", lien.GetProperty(cle).GetString()!));
            var cible = Ici("target");
            if (!File.Exists(cible) && File.Exists(Ici("source")))
                File.CreateSymbolicLink(cible, Path.GetFileName(Ici("source")));
        }
    }

    private async Task ArreterUnAncienAsync(Action<string> dire, CancellationToken arret)
    {
        var verrou = Path.Combine(donnees, "postmaster.pid");
        if (!File.Exists(verrou) || !int.TryParse((await File.ReadAllLinesAsync(verrou, arret)).FirstOrDefault(), out var pid))
            return;
        if (!EstPostgres(pid))
        {
            dire("Un verrou de PostgreSQL sans processus a été retiré.");
            File.Delete(verrou);
            return;
        }
        dire($"Un PostgreSQL d’un arrêt brutal tourne encore (processus {pid}) : arrêt.");
        Signaler(pid, "INT");
        var depart = Stopwatch.GetTimestamp();
        while (EstPostgres(pid))
        {
            if (Stopwatch.GetElapsedTime(depart) > TimeSpan.FromSeconds(15))
                throw new InvalidOperationException(
                    $"Une autre instance utilise déjà {donnees} (processus {pid}). Arrêtez-la, ou choisissez un autre dossier avec "
                        + "FITN_DATA."
                );
            await Task.Yield();
        }
    }

    private static bool EstPostgres(int pid)
    {
        try
        {
            using var p = Process.GetProcessById(pid);
            return p.ProcessName.StartsWith("postgres", StringComparison.Ordinal)
                && !p.HasExited
                && !(File.Exists($"/proc/{pid}/stat") && File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    private async Task InitialiserAsync(Action<string> dire, CancellationToken arret)
    {
        if (File.Exists(Path.Combine(donnees, "PG_VERSION")))
            return;
        dire("Création de la base de données privée…");
        Directory.CreateDirectory(donnees);
        if (racine)
            await ExecuterAsync("chown", [$"{UtilisateurSansPrivilege}:{UtilisateurSansPrivilege}", donnees], arret);
        await ExecuterAsync(
            Path.Combine(binaires, "bin", "initdb"),
            ["-D", donnees, "-U", "fitn", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"],
            arret,
            sansPrivilege: racine
        );
    }

    private async Task LancerAsync(CancellationToken arret)
    {
        var port = PortLibre();
        var info = Preparer(
            Path.Combine(binaires, "bin", "postgres"),
            [
                "-D",
                donnees,
                "-p",
                port.ToString(CultureInfo.InvariantCulture),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "log_min_messages=fatal",
                // What is erased at the stop does not have to survive the machine, only the processes.
                .. ephemere ? new[] { "-c", "fsync=off", "-c", "full_page_writes=off" } : [],
            ],
            racine
        );
        processus = Process.Start(info) ?? throw new InvalidOperationException("PostgreSQL ne démarre pas.");
        var erreurs = new StringBuilder();
        processus.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is not null && erreurs.Length < 4000)
                erreurs.AppendLine(e.Data);
        };
        processus.OutputDataReceived += (_, _) => { };
        processus.BeginErrorReadLine();
        processus.BeginOutputReadLine();
        Connexion = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = "fitn",
            Database = "postgres",
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            MaxPoolSize = 16,
        }.ConnectionString;
        await AttendreAsync(erreurs, arret);
    }

    private async Task AttendreAsync(StringBuilder erreurs, CancellationToken arret)
    {
        using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var depart = Stopwatch.GetTimestamp();
        while (await pouls.WaitForNextTickAsync(arret))
        {
            if (processus!.HasExited)
                throw new InvalidOperationException($"PostgreSQL s’est arrêté au démarrage : {erreurs}");
            try
            {
                await using var connexion = new NpgsqlConnection(Connexion + ";Pooling=false");
                await connexion.OpenAsync(arret);
                return;
            }
            catch (NpgsqlException) when (Stopwatch.GetElapsedTime(depart) < TimeSpan.FromSeconds(60))
            {
                // Not listening yet: the next tick asks again.
            }
        }
    }

    private static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }

    private static ProcessStartInfo Preparer(string commande, IEnumerable<string> arguments, bool sansPrivilege)
    {
        string[] ligne = sansPrivilege
            ?
            [
                "setpriv",
                $"--reuid={UtilisateurSansPrivilege}",
                $"--regid={UtilisateurSansPrivilege}",
                "--clear-groups",
                commande,
                .. arguments,
            ]
            : [commande, .. arguments];
        var info = new ProcessStartInfo(ligne[0])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        foreach (var argument in ligne.Skip(1))
            info.ArgumentList.Add(argument);
        info.Environment["LC_ALL"] = "C.UTF-8";
        return info;
    }

    private static async Task ExecuterAsync(
        string commande,
        IEnumerable<string> arguments,
        CancellationToken arret,
        bool sansPrivilege = false
    )
    {
        using var p = Process.Start(Preparer(commande, arguments, sansPrivilege))!;
        var sortie = p.StandardOutput.ReadToEndAsync(arret);
        var erreur = await p.StandardError.ReadToEndAsync(arret);
        await p.WaitForExitAsync(arret);
        if (p.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(commande)} : {erreur}{await sortie}");
    }

    private static void Signaler(int pid, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
