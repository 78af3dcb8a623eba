using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Pieces;

/// <summary>A row of a file.</summary>
/// <param name="Ligne">Where it is in the file, from 1.</param>
/// <param name="Cases">Its cells, as texts: a day of a workbook is its serial.</param>
public sealed record Rangee(int Ligne, IReadOnlyList<string> Cases)
{
    public bool EstVide => Cases.All(string.IsNullOrWhiteSpace);
}

/// <summary>Reads the rows of a CSV file, or of the first sheet of a workbook.</summary>
public static class LecteurDeTableau
{
    /// <summary>Octets that a file may weigh.</summary>
    public const int TailleMaximale = 10 * 1024 * 1024;

    /// <summary>Rows and columns that are read.</summary>
    private const int RangeesAuPlus = 50_000;
    private const int ColonnesAuPlus = 200;

    private const string Classeur = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Its rows, empty ones left out; why it is refused otherwise.</summary>
    public static async Task<(IReadOnlyList<Rangee> Rangees, string? Refus)> LireAsync(IFormFile fichier, CancellationToken arret)
    {
        var nom = NomDeFichier.Sur(fichier.FileName);
        (IReadOnlyList<Rangee>, string?) Refuser(string quoi) => ([], Francais.Typographier($"« {nom} » {quoi}"));
        if (fichier.Length is 0 or > TailleMaximale)
            return Refuser(fichier.Length == 0 ? "est vide." : $"pèse plus de {Francais.Poids(TailleMaximale)}.");
        using var contenu = new MemoryStream((int)fichier.Length);
        await using (var recu = fichier.OpenReadStream())
            await recu.CopyToAsync(contenu, arret);
        contenu.Position = 0;
        try
        {
            IReadOnlyList<Rangee> rangees;
            if (contenu.GetBuffer().AsSpan(0, (int)contenu.Length).StartsWith("PK"u8))
            {
                var controle = ControleDuFichier.Lire(Path.ChangeExtension(nom, ".xlsx"), contenu.Length, TailleMaximale, contenu);
                if (controle.TypeMime != Classeur)
                    return controle.Refus is { } refus ? ([], refus) : Refuser("n’est pas un classeur XLSX.");
                rangees = DuClasseur(contenu);
            }
            else if (Texte(contenu) is { } texte)
                rangees = DuTexte(texte);
            else
                return Refuser("n’est ni un fichier CSV, ni un classeur XLSX.");
            return rangees.Count switch
            {
                0 => Refuser("n’a aucune ligne."),
                > RangeesAuPlus => Refuser($"a plus de {Francais.Entier(RangeesAuPlus)} lignes : découpez-le."),
                _ => (rangees, null),
            };
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FormatException or System.Xml.XmlException)
        {
            return Refuser("est abîmé : ouvrez-le dans votre tableur, puis enregistrez-le à nouveau.");
        }
    }

    /// <summary>UTF-8, UTF-16 with its mark, else what Windows writes; null for what is no text.</summary>
    private static string? Texte(MemoryStream contenu)
    {
        var octets = contenu.GetBuffer().AsSpan(0, (int)contenu.Length);
        if (octets.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(octets[2..]);
        if (octets.Contains((byte)0))
            return null;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(octets);
        }
    }

    /// <summary>Rows of a text: pasted, or of a CSV file. Its separator is the one that its first lines show most.</summary>
    /// <exception cref="FormatException">A quote is never closed.</exception>
    public static IReadOnlyList<Rangee> DuTexte(string texte)
    {
        var debut = string.Concat(texte.Split('\n').Take(20));
        var separateur = new[] { '\t', ';', ',' }.MaxBy(c => debut.Count(x => x == c));
        var rangees = new List<Rangee>();
        foreach (var lu in new LecteurCsv(texte, separateur).Lire())
        {
            if (lu.Faute is { Motif: var motif } && motif.Contains("jamais", StringComparison.Ordinal))
                throw new FormatException($"Ligne {lu.Ligne} : {motif}");
            Ajouter(rangees, new Rangee(lu.Ligne, [.. lu.Champs.Take(ColonnesAuPlus)]));
            if (rangees.Count > RangeesAuPlus)
                break;
        }
        return rangees;
    }

    private static List<Rangee> DuClasseur(Stream contenu)
    {
        using var classeur = SpreadsheetDocument.Open(contenu, isEditable: false);
        var partie = classeur.WorkbookPart ?? throw new InvalidDataException();
        var partagees = partie.SharedStringTablePart is { } table ? Partagees(table) : [];
        var rangees = new List<Rangee>();
        var premiere = partie.Workbook?.Descendants<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException();
        using var lecteur = OpenXmlReader.Create(partie.GetPartById(premiere));
        while (rangees.Count <= RangeesAuPlus && lecteur.Read())
            if (lecteur.ElementType == typeof(Row) && lecteur.IsStartElement)
            {
                var rangee = (Row)lecteur.LoadCurrentElement()!;
                Ajouter(rangees, new Rangee((int?)rangee.RowIndex?.Value ?? rangees.Count + 1, Cases(rangee, partagees)));
            }
        return rangees;
    }

    private static List<string> Partagees(SharedStringTablePart table)
    {
        var textes = new List<string>();
        using var lecteur = OpenXmlReader.Create(table);
        while (lecteur.Read())
            if (lecteur.ElementType == typeof(SharedStringItem) && lecteur.IsStartElement)
                textes.Add(((SharedStringItem)lecteur.LoadCurrentElement()!).InnerText);
        return textes;
    }

    private static List<string> Cases(Row rangee, List<string> partagees)
    {
        var cases = new List<string>();
        foreach (var cellule in rangee.Elements<Cell>())
        {
            var colonne = cellule.CellReference?.Value is { } reference ? Colonne(reference) : cases.Count;
            if (colonne >= ColonnesAuPlus)
                break;
            while (cases.Count < colonne)
                cases.Add("");
            cases.Add(Valeur(cellule, partagees));
        }
        return cases;
    }

    private static string Valeur(Cell cellule, List<string> partagees)
    {
        if (cellule.DataType?.Value == CellValues.InlineString)
            return cellule.InlineString?.InnerText ?? "";
        var valeur = cellule.CellValue?.Text ?? "";
        return cellule.DataType?.Value == CellValues.SharedString
            ? int.TryParse(valeur, System.Globalization.CultureInfo.InvariantCulture, out var rang) && rang >= 0 && rang < partagees.Count
                ? partagees[rang]
                : throw new InvalidDataException()
            : valeur;
    }

    /// <summary>« A1 » is 0, « AB12 » is 27.</summary>
    private static int Colonne(string reference) =>
        reference.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (n, c) => Math.Min(n, ColonnesAuPlus) * 26 + (c - 'A' + 1)) - 1;

    private static void Ajouter(List<Rangee> rangees, Rangee rangee)
    {
        if (!rangee.EstVide)
            rangees.Add(rangee);
    }
}
