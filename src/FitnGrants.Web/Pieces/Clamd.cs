using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Pieces;

/// <summary>What the antivirus answers.</summary>
/// <param name="Sain">True or false; null when it did not answer.</param>
/// <param name="Detail">What it found, or what went wrong.</param>
public sealed record AvisDeLAntivirus(bool? Sain, string? Detail);

/// <summary>clamd over TCP, by its INSTREAM command.</summary>
public sealed class Clamd(IOptions<OptionsDAntivirus> options)
{
    private const int Morceau = 64 * 1024;

    public bool EstRegle => options.Value.EstRegle;

    public async Task<AvisDeLAntivirus> AnalyserAsync(Stream contenu, CancellationToken arret)
    {
        using var delai = CancellationTokenSource.CreateLinkedTokenSource(arret);
        delai.CancelAfter(TimeSpan.FromSeconds(options.Value.DelaiSecondes));
        try
        {
            return Lire(await DemanderAsync(contenu, delai.Token));
        }
        catch (OperationCanceledException) when (!arret.IsCancellationRequested)
        {
            return new AvisDeLAntivirus(null, "L’antivirus n’a pas répondu à temps.");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return new AvisDeLAntivirus(null, "L’antivirus est injoignable.");
        }
    }

    private async Task<string> DemanderAsync(Stream contenu, CancellationToken arret)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(options.Value.Serveur!, options.Value.Port, arret);
        await using var flux = client.GetStream();
        await flux.WriteAsync("zINSTREAM\0"u8.ToArray(), arret);
        var tampon = new byte[Morceau + 4];
        int lus;
        while ((lus = await contenu.ReadAsync(tampon.AsMemory(4, Morceau), arret)) > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(tampon, lus);
            await flux.WriteAsync(tampon.AsMemory(0, lus + 4), arret);
        }
        await flux.WriteAsync(new byte[4], arret);
        using var lecteur = new StreamReader(flux, Encoding.UTF8);
        return (await lecteur.ReadToEndAsync(arret)).TrimEnd('\0', '\n');
    }

    /// <summary>« stream: OK », « stream: Eicar FOUND », or an error.</summary>
    private static AvisDeLAntivirus Lire(string reponse) =>
        reponse switch
        {
            "stream: OK" => new AvisDeLAntivirus(true, null),
            _ when reponse.EndsWith(" FOUND", StringComparison.Ordinal) => new AvisDeLAntivirus(
                false,
                reponse["stream: ".Length..^" FOUND".Length]
            ),
            _ => new AvisDeLAntivirus(null, "L’antivirus n’a pas pu lire ce fichier."),
        };
}
