using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Laureats;

/// <summary>
/// Files of open data, kept on disk while no act changes what they say: anyone may ask for them, as often as one likes, and memory holds
/// none of them.
/// </summary>
public sealed class FichiersOuverts : IDisposable
{
    private readonly string dossier = Directory.CreateTempSubdirectory("fitn-ouvert-").FullName;
    private readonly ConcurrentDictionary<string, Garde> gardes = new(StringComparer.Ordinal);

    /// <summary>One file: who makes it keeps the others waiting.</summary>
    private sealed class Garde : IDisposable
    {
        public SemaphoreSlim Tour { get; } = new(1, 1);
        public string? Empreinte { get; set; }
        public string? Chemin { get; set; }

        public void Dispose() => Tour.Dispose();
    }

    /// <summary>The file, open at its beginning.</summary>
    /// <param name="nom">Of the file.</param>
    /// <param name="empreinte">What it was made of: another one makes it again.</param>
    /// <param name="ecrire">Writes it whole.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<Stream> OuvrirAsync(
        string nom,
        string empreinte,
        Func<Stream, CancellationToken, Task> ecrire,
        CancellationToken arret
    )
    {
        var garde = gardes.GetOrAdd(nom, _ => new Garde());
        await garde.Tour.WaitAsync(arret);
        try
        {
            if (garde.Empreinte != empreinte)
            {
                var chemin = Path.Combine(dossier, Guid.NewGuid().ToString("N"));
                await using (
                    var sortie = new FileStream(chemin, FileMode.CreateNew, FileAccess.Write, FileShare.None, 65536, useAsync: true)
                )
                    await ecrire(sortie, arret);
                Retirer(garde.Chemin);
                (garde.Empreinte, garde.Chemin) = (empreinte, chemin);
            }
            // Whoever reads the former one goes on reading it.
            return new FileStream(garde.Chemin!, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65536, useAsync: true);
        }
        finally
        {
            garde.Tour.Release();
        }
    }

    public void Dispose()
    {
        foreach (var garde in gardes.Values)
            garde.Dispose();
        Directory.Delete(dossier, recursive: true);
    }

    private static void Retirer(string? chemin)
    {
        if (chemin is not null)
            File.Delete(chemin);
    }
}

/// <summary>A file of open data: answered by « 304 » to who has it already.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Nom">Of the file.</param>
/// <param name="Empreinte">What it is made of.</param>
/// <param name="Ecrire">Writes it whole.</param>
public sealed record FichierOuvert(string Type, string Nom, string Empreinte, Func<Stream, CancellationToken, Task> Ecrire) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (requete, reponse) = (context.HttpContext.Request, context.HttpContext.Response);
        var etiquette = $"\"{Empreinte}\"";
        reponse.Headers.ETag = etiquette;
        reponse.Headers.CacheControl = "public, max-age=300";
        // Whatever site reads them.
        reponse.Headers.AccessControlAllowOrigin = "*";
        if (requete.Headers.IfNoneMatch.Any(e => e?.Contains(etiquette, StringComparison.Ordinal) == true))
        {
            reponse.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var arret = context.HttpContext.RequestAborted;
        var fichiers = context.HttpContext.RequestServices.GetRequiredService<FichiersOuverts>();
        await using var fichier = await fichiers.OuvrirAsync(Nom, Empreinte, Ecrire, arret);
        reponse.ContentType = Type;
        reponse.ContentLength = fichier.Length;
        reponse.Headers.ContentDisposition = $"inline; filename=\"{Nom}\"";
        await fichier.CopyToAsync(reponse.Body, 65536, arret);
    }
}
