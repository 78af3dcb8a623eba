using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Pieces;

/// <summary>
/// The scan of a signed paper of a dossier, a letter or an act: a piece, that opens once the antivirus has found it clean.
/// </summary>
public sealed class ScansDePapiers(FitnContext db, PiecesDuDossier pieces, IEntrepot entrepot)
{
    /// <summary>Its bytes; null while it is not found clean.</summary>
    public async Task<byte[]?> LireAsync(Guid piece, CancellationToken arret)
    {
        if (
            !await db.Pieces.AnyAsync(p => p.Id == piece && p.Etat == EtatPiece.Saine, arret)
            || await entrepot.LireAsync(piece, arret) is not { } contenu
        )
            return null;
        await using (contenu)
        {
            using var lu = new MemoryStream();
            await contenu.CopyToAsync(lu, arret);
            return lu.ToArray();
        }
    }

    /// <summary>Keeps a scan in the store, before any row names it; why it is refused otherwise.</summary>
    public async Task<(FichierRecu? Recu, string? Refus)> RecevoirAsync(IFormFile fichier, CancellationToken arret)
    {
        await using var contenu = fichier.OpenReadStream();
        if (!await EstUnPdfAsync(contenu, arret))
            return (
                null,
                Francais.Typographier($"« {NomDeFichier.Sur(fichier.FileName)} » n’est pas un PDF : numérisez le papier signé en PDF.")
            );
        var (recu, refus) = await pieces.RecevoirAsync(Path.ChangeExtension(fichier.FileName, ".pdf"), contenu, arret);
        // It will be printed with others: one that cannot be opened would stop them all.
        return recu is null || Imprimable(contenu)
            ? (recu, refus)
            : (null, Francais.Typographier($"« {recu.NomFichier} » ne s’ouvre pas : le fichier est abîmé, numérisez le papier à nouveau."));
    }

    private static bool Imprimable(Stream contenu)
    {
        try
        {
            contenu.Position = 0;
            using var pdf = UglyToad.PdfPig.PdfDocument.Open(contenu);
            return pdf.NumberOfPages > 0;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>By its header, within its first octets, whatever its name.</summary>
    private static async Task<bool> EstUnPdfAsync(Stream contenu, CancellationToken arret)
    {
        var debut = new byte[1024];
        var lus = await contenu.ReadAtLeastAsync(debut, debut.Length, throwOnEndOfStream: false, arret);
        contenu.Position = 0;
        return debut.AsSpan(0, lus).IndexOf("%PDF-"u8) >= 0;
    }
}
