using System.IO.Compression;
using System.Text;
using FitnGrants.Web.Features.Shared;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>The letters of a session in one archive, one file per dossier, of which one is held at a time.</summary>
public sealed class LettresZip(
    DateOnly jour,
    IReadOnlyList<CheminDeLettre> lettres,
    Func<CheminDeLettre, CancellationToken, Task<byte[]>> lire
) : FichierProduit("application/zip", $"lettres-seance-{jour:yyyy-MM-dd}.zip")
{
    protected override async Task EcrireAsync(Stream sortie, CancellationToken arret)
    {
        await using var zip = await ZipArchive.CreateAsync(sortie, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, arret);
        foreach (var lettre in lettres)
        {
            var contenu = await lire(lettre, arret);
            await using var entree = await zip.CreateEntry($"lettre-{lettre.Numero}.pdf", CompressionLevel.Fastest).OpenAsync(arret);
            await entree.WriteAsync(contenu, arret);
        }
    }
}
