using System.IO.Compression;
using System.Text;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Pieces;

/// <summary>What a file is, by its signature and not by its name; or why it is refused, in one sentence.</summary>
/// <param name="TypeMime">Its type; null when it is refused.</param>
/// <param name="Refus">Why; null when it is accepted.</param>
public sealed record FichierLu(string? TypeMime, string? Refus);

/// <summary>Looks at a file before it is kept.</summary>
public static class ControleDuFichier
{
    private const string Admis = "PDF, image JPEG ou PNG, document Word, Excel, ODT ou ODS, archive ZIP";
    private const string Zip = "application/zip";
    private const string Pdf = "application/pdf";
    private const string ProtegePar = "est protégé par un mot de passe : personne ne pourrait l’ouvrir. Joignez-le sans mot de passe.";

    /// <summary>Bytes where the header of a PDF may begin: scanners and mail put others before it.</summary>
    private const int DebutDePdf = 1024;

    /// <summary>Files that an archive holds, at most, and what they weigh once out of it.</summary>
    private const int EntreesAuPlus = 1000;
    private const long DecompresseAuPlus = 200L * 1024 * 1024;

    /// <summary>Extensions and the type that each must have.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = Pdf,
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".zip"] = Zip,
    };

    /// <summary>What file pickers propose.</summary>
    public static string Extensions => string.Join(',', Types.Keys);

    public static FichierLu Lire(string nom, long taille, long tailleMaximale, Stream contenu)
    {
        FichierLu Refuser(string phrase) => new(null, Francais.Typographier($"« {nom} » {phrase}"));
        if (taille == 0)
            return Refuser("est vide : vérifiez qu’il s’ouvre sur votre ordinateur, puis joignez-le à nouveau.");
        if (taille > tailleMaximale)
            return Refuser(
                $"pèse {Francais.Poids(taille)} : une pièce pèse {Francais.Poids(tailleMaximale)} au plus. Réduisez-le, ou joignez-le "
                    + "en plusieurs fichiers."
            );
        if (EstHeic(nom, contenu))
            return Refuser(
                "est une photo au format HEIC, que tous les ordinateurs n’ouvrent pas : ouvrez-la et enregistrez-la en JPEG, ou réglez le "
                    + "téléphone sur « Le plus compatible » (Réglages, Appareil photo, Formats) et reprenez-la."
            );
        if (!Types.TryGetValue(Path.GetExtension(nom), out var attendu))
            return Refuser($"n’est pas d’un type admis : {Admis}.");
        return Signature(contenu) switch
        {
            "ole" => Refuser("est protégé par un mot de passe ou d’un ancien format : enregistrez-le en PDF, sans mot de passe."),
            Zip => Archive(contenu, attendu, Refuser),
            Pdf when attendu == Pdf && PdfProtege.Demande(contenu) => Refuser(ProtegePar),
            null => Refuser(
                $"n’est pas un vrai fichier {Path.GetExtension(nom)} : enregistrez-le à nouveau depuis son logiciel. Sont admis : {Admis}."
            ),
            var trouve when trouve != attendu => Refuser(
                $"porte l’extension {Path.GetExtension(nom)} mais son contenu est {Mots(trouve)} : renommez-le, puis joignez-le à nouveau."
            ),
            var trouve => new FichierLu(trouve, null),
        };
    }

    private static string? Signature(Stream contenu)
    {
        Span<byte> tete = stackalloc byte[DebutDePdf];
        contenu.Position = 0;
        var lus = contenu.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false);
        contenu.Position = 0;
        ReadOnlySpan<byte> debut = tete[..lus];
        return debut switch
        {
            _ when debut.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) => "image/png",
            _ when debut.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
            _ when debut.StartsWith("PK"u8) => Zip,
            _ when debut.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) => "ole",
            _ when debut.IndexOf("%PDF-"u8) >= 0 => Pdf,
            _ => null,
        };
    }

    /// <summary>A ZIP, or an office document, which is one. Its list of files is read, never what they hold.</summary>
    private static FichierLu Archive(Stream contenu, string attendu, Func<string, FichierLu> refuser)
    {
        try
        {
            using var archive = new ZipArchive(contenu, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Any(e => e.IsEncrypted))
                return refuser(ProtegePar);
            if (Trop(archive) is { } trop)
                return refuser(trop);
            if (archive.Entries.Any(e => e.Name == "vbaProject.bin"))
                return refuser("contient des macros : enregistrez-le sans macro, ou en PDF.");
            var trouve = Bureautique(archive);
            return trouve == attendu || attendu == Zip
                ? new FichierLu(attendu, null)
                : refuser($"ne correspond pas à son extension : son contenu est {Mots(trouve)}. Renommez-le, puis joignez-le à nouveau.");
        }
        catch (InvalidDataException)
        {
            return refuser("est abîmé : vérifiez qu’il s’ouvre sur votre ordinateur, puis joignez-le à nouveau.");
        }
        finally
        {
            contenu.Position = 0;
        }
    }

    /// <summary>Why an archive is too large once opened: counted as it is read, whatever it says of itself.</summary>
    private static string? Trop(ZipArchive archive)
    {
        if (archive.Entries.Count > EntreesAuPlus)
            return $"contient {Francais.Entier(archive.Entries.Count)} fichiers : {Francais.Entier(EntreesAuPlus)} au plus. "
                + "Joignez-les en plusieurs archives.";
        var tampon = new byte[81920];
        var total = 0L;
        foreach (var entree in archive.Entries)
        {
            total += Poids(entree, tampon, DecompresseAuPlus - total);
            if (total > DecompresseAuPlus)
                return $"dépasse {Francais.Poids(DecompresseAuPlus)} une fois décompressé : joignez-le en plusieurs fichiers.";
        }
        return null;
    }

    /// <summary>Bytes of an entry, read until it is over what is left; as it says where its compression is not known here.</summary>
    private static long Poids(ZipArchiveEntry entree, byte[] tampon, long reste)
    {
        var total = 0L;
        try
        {
            using var lue = entree.Open();
            for (int lus; total <= reste && (lus = lue.Read(tampon)) > 0; )
                total += lus;
            return total;
        }
        catch (InvalidDataException)
        {
            return Math.Max(total, entree.Length);
        }
    }

    private static bool EstHeic(string nom, Stream contenu)
    {
        Span<byte> tete = stackalloc byte[12];
        contenu.Position = 0;
        var lus = contenu.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false);
        contenu.Position = 0;
        return Path.GetExtension(nom).ToUpperInvariant() is ".HEIC" or ".HEIF"
            || (
                lus == tete.Length
                && tete[4..8].SequenceEqual("ftyp"u8)
                && Encoding.ASCII.GetString(tete[8..]) is "heic" or "heix" or "hevc" or "mif1" or "msf1"
            );
    }

    private static string Bureautique(ZipArchive archive)
    {
        if (archive.GetEntry("[Content_Types].xml") is not null)
            return archive.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.Ordinal)) ? Types[".docx"]
                : archive.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.Ordinal)) ? Types[".xlsx"]
                : Zip;
        if (archive.GetEntry("mimetype") is not { Length: < 100 } entree)
            return Zip;
        using var lecteur = new StreamReader(entree.Open(), Encoding.ASCII);
        var type = lecteur.ReadToEnd().Trim();
        return Types.ContainsValue(type) ? type : Zip;
    }

    private static string Mots(string type) =>
        type switch
        {
            Pdf => "un PDF",
            "image/png" => "une image PNG",
            "image/jpeg" => "une image JPEG",
            Zip => "une archive ZIP",
            _ => $"un document {Types.First(t => t.Value == type).Key}",
        };
}
