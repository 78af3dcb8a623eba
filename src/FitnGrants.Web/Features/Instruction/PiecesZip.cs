using System.IO.Compression;
using System.Text;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Pieces;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>All the clean pieces of a deposit in one archive; what is not in it is said in it.</summary>
public sealed class PiecesZip(IEntrepot entrepot, string numero, IReadOnlyList<Piece> pieces)
    : FichierProduit("application/zip", $"{numero}-pieces.zip")
{
    protected override async Task EcrireAsync(Stream sortie, CancellationToken arret)
    {
        await using var zip = await ZipArchive.CreateAsync(sortie, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, arret);
        var absentes = new List<string>();
        var rang = 0;
        foreach (var piece in pieces)
        {
            // A rank first: two files may have one name, and none of them is a path.
            var nom = $"{++rang:00}-{NomDeFichier.Sur(piece.NomFichier)}";
            if (piece.Etat != EtatPiece.Saine || await entrepot.LireAsync(piece.Id, arret) is not { } contenu)
            {
                absentes.Add(
                    $"{nom} : {(piece.Etat == EtatPiece.Refusee ? "refusée par l’antivirus" : "pas encore analysée par l’antivirus")}"
                );
                continue;
            }
            await using (contenu)
            await using (var entree = await zip.CreateEntry(nom, CompressionLevel.Fastest).OpenAsync(arret))
                await contenu.CopyToAsync(entree, arret);
        }
        if (absentes.Count > 0)
        {
            await using var entree = await zip.CreateEntry("00-pieces-absentes.txt").OpenAsync(arret);
            await entree.WriteAsync(
                Encoding.UTF8.GetBytes("Ces pièces ne sont pas dans l’archive :\r\n" + string.Join("\r\n", absentes) + "\r\n"),
                arret
            );
        }
    }
}
