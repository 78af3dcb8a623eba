namespace FitnGrants.Web.Pieces;

/// <summary>Where the bytes of pieces are: a key, a file, no name, no path from outside.</summary>
public interface IEntrepot
{
    /// <summary>Keeps the bytes under a key: on disk for good when it returns.</summary>
    Task EcrireAsync(Guid cle, Stream contenu, CancellationToken arret);

    /// <summary>The bytes of a key; null without them.</summary>
    Task<Stream?> LireAsync(Guid cle, CancellationToken arret);

    /// <summary>Erases a key; nothing happens without it.</summary>
    Task EffacerAsync(Guid cle, CancellationToken arret);

    /// <summary>The keys that were written before an instant.</summary>
    IAsyncEnumerable<Guid> AnterieuresAAsync(DateTimeOffset instant, CancellationToken arret);

    /// <summary>True when bytes can be kept now.</summary>
    Task<bool> RepondAsync(CancellationToken arret);
}

/// <summary>The default store: a folder outside the web root, one file per key.</summary>
public sealed class EntrepotSurDisque(string racine) : IEntrepot
{
    private const string EnCours = ".partie";

    public async Task EcrireAsync(Guid cle, Stream contenu, CancellationToken arret)
    {
        var chemin = Chemin(cle);
        Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
        await using (var fichier = new FileStream(chemin + EnCours, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await contenu.CopyToAsync(fichier, arret);
            fichier.Flush(flushToDisk: true);
        }
        File.Move(chemin + EnCours, chemin, overwrite: true);
    }

    public Task<Stream?> LireAsync(Guid cle, CancellationToken arret)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(Chemin(cle), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task EffacerAsync(Guid cle, CancellationToken arret)
    {
        if (File.Exists(Chemin(cle)))
            File.Delete(Chemin(cle));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<Guid> AnterieuresAAsync(
        DateTimeOffset instant,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken arret
    )
    {
        await Task.CompletedTask;
        if (!Directory.Exists(racine))
            yield break;
        foreach (var fichier in Directory.EnumerateFiles(racine, "*", SearchOption.AllDirectories))
        {
            arret.ThrowIfCancellationRequested();
            var nom = Path.GetFileName(fichier);
            if (File.GetLastWriteTimeUtc(fichier) >= instant.UtcDateTime)
                continue;
            if (Guid.TryParseExact(nom, "N", out var cle))
                yield return cle;
            else if (nom.EndsWith(EnCours, StringComparison.Ordinal))
                File.Delete(fichier);
        }
    }

    public Task<bool> RepondAsync(CancellationToken arret)
    {
        try
        {
            var essai = Path.Combine(Directory.CreateDirectory(racine).FullName, $"{Guid.NewGuid():N}{EnCours}");
            File.WriteAllBytes(essai, []);
            File.Delete(essai);
            return Task.FromResult(true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(false);
        }
    }

    private string Chemin(Guid cle) => Path.Combine(racine, $"{cle:N}"[^2..], $"{cle:N}");
}
