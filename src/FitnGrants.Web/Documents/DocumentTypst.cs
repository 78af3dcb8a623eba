using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using FitnGrants.Web.Temps;

namespace FitnGrants.Web.Documents;

/// <summary>
/// Renders PDF from .typ templates through one long-lived node worker, fed by JSON lines. Values go in as data, never as
/// markup. A worker that dies or hangs is started again.
/// </summary>
public sealed class DocumentTypst(IWebHostEnvironment environnement, Horloge horloge, ILogger<DocumentTypst> journal) : IAsyncDisposable
{
    private static readonly TimeSpan Limite = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<byte[]>> attendus = new();
    private readonly SemaphoreSlim tour = new(1, 1);
    private Process? ouvrier;
    private int dernier;

    /// <summary>Renders one template.</summary>
    /// <param name="modele">Name of the template, without its extension.</param>
    /// <param name="donnees">What the template reads.</param>
    /// <param name="norme">« ua-1 » for letters and receipts.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<byte[]> RendreAsync(string modele, object donnees, string norme, CancellationToken arret)
    {
        var numero = Interlocked.Increment(ref dernier);
        var attente = attendus[numero] = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await EnvoyerAsync(
                JsonSerializer.Serialize(
                    new
                    {
                        numero,
                        modele,
                        norme,
                        jour = horloge.Aujourdhui,
                        donnees = JsonSerializer.Serialize(donnees, JsonSerializerOptions.Web),
                    }
                ),
                arret
            );
            return await attente.Task.WaitAsync(Limite, arret);
        }
        catch (TimeoutException e)
        {
            Tuer();
            throw new InvalidOperationException($"Le document « {modele} » n’a pas pu être produit à temps.", e);
        }
        finally
        {
            attendus.TryRemove(numero, out _);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Tuer();
        tour.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task EnvoyerAsync(string ligne, CancellationToken arret)
    {
        await tour.WaitAsync(arret);
        try
        {
            if (ouvrier is null or { HasExited: true })
                ouvrier = Demarrer();
            await ouvrier.StandardInput.WriteLineAsync(ligne.AsMemory(), arret);
            await ouvrier.StandardInput.FlushAsync(arret);
        }
        finally
        {
            tour.Release();
        }
    }

    private Process Demarrer()
    {
        var info = new ProcessStartInfo("node", "Documents/typst.mjs")
        {
            WorkingDirectory = environnement.ContentRootPath,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var processus = Process.Start(info) ?? throw new InvalidOperationException("node est introuvable : il produit les documents PDF.");
        processus.OutputDataReceived += (_, e) => Recevoir(e.Data);
        processus.ErrorDataReceived += (_, e) =>
        {
            if (!string.IsNullOrWhiteSpace(e.Data))
                journal.LogWarning("Typst : {Message}", e.Data);
        };
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
        return processus;
    }

    private void Recevoir(string? ligne)
    {
        if (string.IsNullOrEmpty(ligne))
            return;
        using var reponse = JsonDocument.Parse(ligne);
        if (!attendus.TryGetValue(reponse.RootElement.GetProperty("numero").GetInt32(), out var attente))
            return;
        if (reponse.RootElement.TryGetProperty("pdf", out var pdf))
            attente.TrySetResult(pdf.GetBytesFromBase64());
        else
            attente.TrySetException(new InvalidOperationException("Typst : " + reponse.RootElement.GetProperty("erreur").GetString()));
    }

    private void Tuer()
    {
        if (ouvrier is null)
            return;
        try
        {
            ouvrier.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Already gone.
        }
        ouvrier.Dispose();
        ouvrier = null;
    }
}
