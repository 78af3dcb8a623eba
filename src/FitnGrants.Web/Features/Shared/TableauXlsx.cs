using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Features.Shared;

/// <summary>A list as a workbook, made row by row as it is read, whatever its length.</summary>
public sealed class TableauXlsx(TableauProduit tableau)
    : FichierProduit("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{tableau.Nom}.xlsx")
{
    private const uint Jour = 1;
    private const uint Montant = 2;
    private const uint Entete = 3;
    private const uint Somme = 4;

    /// <summary>What is written before it leaves, in octets.</summary>
    private const int Envoi = 65536;

    protected override async Task EcrireAsync(Stream sortie, CancellationToken arret)
    {
        await using var zip = await ZipArchive.CreateAsync(sortie, ZipArchiveMode.Create, leaveOpen: true, null, arret);
        // The library holds a whole sheet in memory until its end: it makes the workbook, and the rows of its one sheet are written here.
        var (classeur, feuille) = Modele();
        await using (var modele = await ZipArchive.CreateAsync(classeur, ZipArchiveMode.Read, leaveOpen: false, null, arret))
        {
            foreach (var partie in modele.Entries.Where(e => e.FullName != feuille))
            {
                await using var lue = await partie.OpenAsync(arret);
                await using var ecrite = await zip.CreateEntry(partie.FullName).OpenAsync(arret);
                await lue.CopyToAsync(ecrite, arret);
            }
        }
        await using var entree = await zip.CreateEntry(feuille, CompressionLevel.Fastest).OpenAsync(arret);
        await EcrireLaFeuilleAsync(entree, arret);
    }

    /// <summary>The workbook with an empty sheet, and the name of that sheet's part.</summary>
    private static (MemoryStream Classeur, string Feuille) Modele()
    {
        var octets = new MemoryStream();
        using var classeur = SpreadsheetDocument.Create(octets, SpreadsheetDocumentType.Workbook);
        var partie = classeur.AddWorkbookPart();
        partie.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var feuille = partie.AddNewPart<WorksheetPart>();
        feuille.Worksheet = new Worksheet(new SheetData());
        partie.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Id = partie.GetIdOfPart(feuille),
                    SheetId = 1,
                    Name = "Dossiers",
                }
            )
        );
        return (octets, feuille.Uri.OriginalString.TrimStart('/'));
    }

    private async Task EcrireLaFeuilleAsync(Stream feuille, CancellationToken arret)
    {
        var attente = new MemoryStream();
        using (var xml = OpenXmlWriter.Create(attente))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement(new Worksheet());
            // The titles stay while one scrolls.
            xml.WriteElement(
                new SheetViews(
                    new SheetView(
                        new Pane
                        {
                            VerticalSplit = 1,
                            TopLeftCell = "A2",
                            ActivePane = PaneValues.BottomLeft,
                            State = PaneStateValues.Frozen,
                        }
                    )
                    {
                        WorkbookViewId = 0,
                    }
                )
            );
            xml.WriteElement(
                new Columns(
                    tableau.Titres.Select(
                        (titre, i) =>
                            new Column
                            {
                                Min = (uint)i + 1,
                                Max = (uint)i + 1,
                                Width = Largeur(titre),
                                CustomWidth = true,
                            }
                    )
                )
            );
            xml.WriteStartElement(new SheetData());
            Ligne(xml, tableau.Titres.Select(t => Texte(t, Entete)));
            var derniere = 1;
            await foreach (var ligne in tableau.Lignes.WithCancellation(arret))
            {
                Ligne(xml, ligne.Select(Cellule));
                derniere++;
                if (attente.Length > Envoi)
                    await VerserAsync(attente, feuille, arret);
            }
            if (derniere > 1)
                Ligne(xml, tableau.Titres.Select((t, i) => Total(t, i, derniere)));
            xml.WriteEndElement();
            // Out of the filter, the totals follow it.
            xml.WriteElement(new AutoFilter { Reference = $"A1:{Lettres(tableau.Titres.Count - 1)}{derniere}" });
            xml.WriteEndElement();
        }
        await VerserAsync(attente, feuille, arret);
    }

    private Cell Total(string titre, int rang, int derniere) =>
        rang == 0 ? Texte("Total des lignes affichées", Entete)
        : tableau.Sommables.Contains(titre, StringComparer.Ordinal)
            ? new Cell { CellFormula = new CellFormula($"SUBTOTAL(109,{Lettres(rang)}2:{Lettres(rang)}{derniere})"), StyleIndex = Somme }
        : new Cell();

    /// <summary>What a column usually holds, in characters.</summary>
    private static double Largeur(string titre) =>
        titre switch
        {
            "Titre" => 48,
            "Numéro" or "Porteur" or "Confié à" => 32,
            "Nature" or "État" => 24,
            _ => Math.Max(14, titre.Length + 3),
        };

    /// <summary>« A », « Z », « AA ».</summary>
    private static string Lettres(int rang) => (rang < 26 ? "" : Lettres(rang / 26 - 1)) + (char)('A' + rang % 26);

    private static async Task VerserAsync(MemoryStream attente, Stream feuille, CancellationToken arret)
    {
        await feuille.WriteAsync(attente.GetBuffer().AsMemory(0, (int)attente.Length), arret);
        attente.SetLength(0);
    }

    private static void Ligne(OpenXmlWriter xml, IEnumerable<Cell> cellules)
    {
        xml.WriteStartElement(new Row());
        foreach (var cellule in cellules)
            xml.WriteElement(cellule);
        xml.WriteEndElement();
    }

    private static Cell Cellule(object? valeur) =>
        valeur switch
        {
            null => new Cell(),
            decimal nombre => Nombre(nombre.ToString("0.00", CultureInfo.InvariantCulture), Montant),
            int nombre => Nombre(nombre.ToString(CultureInfo.InvariantCulture), 0),
            DateOnly jour => Nombre((jour.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), Jour),
            _ => Texte(TableauProduit.SansFormule($"{valeur}"), 0),
        };

    private static Cell Nombre(string valeur, uint style) =>
        new()
        {
            CellValue = new CellValue(valeur),
            DataType = CellValues.Number,
            StyleIndex = style,
        };

    private static Cell Texte(string texte, uint style) =>
        new(new InlineString(new Text(TexteSaisi.Nettoyer(texte)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    /// <summary>Plain, a day (14), two decimals (4), bold titles, bold sums.</summary>
    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true },
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat
                {
                    NumberFormatId = 4,
                    ApplyNumberFormat = true,
                    FontId = 1,
                    ApplyFont = true,
                }
            )
        );
}
