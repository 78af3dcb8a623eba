using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace FitnGrants.Web.Pieces;

/// <summary>A PDF that asks for a password to be opened. One that only forbids to change it opens, and is accepted.</summary>
public static class PdfProtege
{
    public static bool Demande(Stream contenu)
    {
        if (!Contient(contenu, "/Encrypt"u8))
            return false;
        try
        {
            using var pdf = PdfDocument.Open(contenu, new ParsingOptions { UseLenientParsing = true });
            return false;
        }
        catch (PdfDocumentEncryptedException)
        {
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What this library cannot read may open elsewhere: only a password is looked for.
            return false;
        }
        finally
        {
            contenu.Position = 0;
        }
    }

    private static bool Contient(Stream contenu, ReadOnlySpan<byte> mot)
    {
        var tampon = new byte[81920];
        var reste = 0;
        contenu.Position = 0;
        for (int lus; (lus = contenu.Read(tampon, reste, tampon.Length - reste)) > 0; )
        {
            if (tampon.AsSpan(0, reste + lus).IndexOf(mot) >= 0)
            {
                contenu.Position = 0;
                return true;
            }
            // The word may lie across two readings.
            var garde = Math.Min(mot.Length - 1, reste + lus);
            tampon.AsSpan(reste + lus - garde, garde).CopyTo(tampon);
            reste = garde;
        }
        contenu.Position = 0;
        return false;
    }
}
