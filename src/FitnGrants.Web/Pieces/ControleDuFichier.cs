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
    private const int NomMaximal = 150;
    private const string Admis = "PDF, image JPEG ou PNG, document Word, Excel, ODT ou ODS, archive ZIP";
    private const string Zip = "application/zip";

    /// <summary>Extensions and the type that each must have.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
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

    /// <summary>A name to show: without a path, without what a screen would not show as it is.</summary>
    public static string Nom(string? saisi)
    {
        var nom = (saisi ?? "").Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        nom = string.Concat(
                nom.EnumerateRunes()
                    .Where(r => !Rune.IsControl(r) && Rune.GetUnicodeCategory(r) != System.Globalization.UnicodeCategory.Format)
            )
            .Trim();
        if (nom.Length == 0)
            return "fichier";
        var extension = Path.GetExtension(nom);
        return nom.Length <= NomMaximal
            ? nom
            : nom[..(NomMaximal - Math.Min(extension.Length, 10))] + extension[..Math.Min(extension.Length, 10)];
    }

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
        if (!Types.TryGetValue(Path.GetExtension(nom), out var attendu))
            return Refuser($"n’est pas d’un type admis : {Admis}.");
        return Signature(contenu) switch
        {
            "ole" => Refuser("est protégé par un mot de passe ou d’un ancien format : enregistrez-le en PDF, sans mot de passe."),
            Zip => Archive(contenu, attendu, Refuser),
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
        Span<byte> tete = stackalloc byte[8];
        contenu.Position = 0;
        var lus = contenu.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false);
        contenu.Position = 0;
        ReadOnlySpan<byte> debut = tete[..lus];
        return debut switch
        {
            _ when debut.StartsWith("%PDF-"u8) => "application/pdf",
            _ when debut.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) => "image/png",
            _ when debut.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
            _ when debut.StartsWith("PK"u8) => Zip,
            _ when debut.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) => "ole",
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
                return refuser("est protégé par un mot de passe : personne ne pourrait l’ouvrir. Joignez-le sans mot de passe.");
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
            "application/pdf" => "un PDF",
            "image/png" => "une image PNG",
            "image/jpeg" => "une image JPEG",
            Zip => "une archive ZIP",
            _ => $"un document {Types.First(t => t.Value == type).Key}",
        };
}
