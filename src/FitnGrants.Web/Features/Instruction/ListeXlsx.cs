using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The same list as a workbook: read and written row by row, to a file of its own that leaves then vanishes. The library holds the sheet, compressed at the end, in memory meanwhile.</summary>
public sealed class ListeXlsx(FitnContext db, ListeFiltre filtre, Acteur acteur, DateOnly aujourdhui)
    : FileResult("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
{
    private const uint Jour = 1;
    private const uint Montant = 2;
    private const uint Entete = 3;

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (reponse, arret) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var chemin = Path.Combine(Path.GetTempPath(), $"fitn-{Guid.NewGuid():N}.xlsx");
        await using var fichier = new FileStream(chemin, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 65536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var classeur = SpreadsheetDocument.Create(fichier, SpreadsheetDocumentType.Workbook))
            await EcrireAsync(classeur, arret);
        fichier.Position = 0;
        reponse.ContentType = ContentType;
        reponse.ContentLength = fichier.Length;
        reponse.Headers.ContentDisposition = $"attachment; filename=\"dossiers-{aujourdhui:yyyy-MM-dd}.xlsx\"";
        await fichier.CopyToAsync(reponse.Body, arret);
    }

    private async Task EcrireAsync(SpreadsheetDocument classeur, CancellationToken arret)
    {
        var partie = classeur.AddWorkbookPart();
        partie.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var feuille = partie.AddNewPart<WorksheetPart>();
        using (var xml = OpenXmlWriter.Create(feuille))
        {
            xml.WriteStartElement(new Worksheet());
            // The titles stay while one scrolls.
            xml.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
            xml.WriteStartElement(new SheetData());
            Ligne(xml, ColonnesDeListe.Toutes.Select(c => Texte(c.Titre, Entete)));
            await foreach (var ligne in ColonnesDeListe.LignesAsync(db, filtre, acteur).WithCancellation(arret))
                Ligne(xml, ligne.Select(Cellule));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        partie.Workbook = new Workbook(new Sheets(new Sheet { Id = partie.GetIdOfPart(feuille), SheetId = 1, Name = "Dossiers" }));
    }

    private static void Ligne(OpenXmlWriter xml, IEnumerable<Cell> cellules)
    {
        xml.WriteStartElement(new Row());
        foreach (var cellule in cellules)
            xml.WriteElement(cellule);
        xml.WriteEndElement();
    }

    private static Cell Cellule(object? valeur) => valeur switch
    {
        null => new Cell(),
        decimal nombre => Nombre(nombre.ToString("0.00", CultureInfo.InvariantCulture), Montant),
        int nombre => Nombre(nombre.ToString(CultureInfo.InvariantCulture), 0),
        DateOnly jour => Nombre((jour.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), Jour),
        _ => Texte(ColonnesDeListe.SansFormule($"{valeur}"), 0),
    };

    private static Cell Nombre(string valeur, uint style) => new() { CellValue = new CellValue(valeur), DataType = CellValues.Number, StyleIndex = style };

    private static Cell Texte(string texte, uint style) =>
        new(new InlineString(new Text(texte) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    /// <summary>Plain, a day (14), two decimals (4), bold titles.</summary>
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 4, ApplyNumberFormat = true },
            new CellFormat { FontId = 1, ApplyFont = true }));
}
