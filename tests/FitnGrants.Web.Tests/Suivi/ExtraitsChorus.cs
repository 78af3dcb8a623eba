using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>A line of an extract, as the accounting application knows it.</summary>
/// <param name="Dp">Nine digits; null is written « # ».</param>
/// <param name="PosteDp">Its rank in the demande de paiement.</param>
/// <param name="Ej">Ten digits; null is written « # ».</param>
/// <param name="Montant">Euros; negative for what came back.</param>
/// <param name="Le">Its day.</param>
public sealed record LigneDExtrait(string? Dp, int PosteDp, string? Ej, decimal Montant, DateOnly Le)
{
    public string Fournisseur { get; init; } = "COMMUNE D'ESSAI";
    public string Siret { get; init; } = "21350352700018";
}

/// <summary>
/// Extracts as the services receive them (suivi.md, 3): a title above, headings with their twins « … CODE » in no settled order, « # » for
/// nothing, days and amounts in every form that was seen.
/// </summary>
public static class ExtraitsChorus
{
    private static readonly string[] EnTetes =
    [
        "Exercice comptable",
        "Société",
        "Centre financier CODE",
        "Centre financier",
        "Domaine fonctionnel",
        "Référentiel de programmation",
        "N° EJ",
        "N° poste EJ",
        "Fournisseur payé (DP) CODE",
        "Fournisseur payé (DP)",
        "Code taxe 1",
        "Désignation de la structure",
        "Branche",
        "N° DP",
        "N° poste DP",
        "Date de dernière opération sur la DP",
        "Montant payé",
    ];

    /// <summary>Semicolons, Windows-1252, CRLF: what a spreadsheet of a service saves.</summary>
    public static byte[] Csv(IReadOnlyList<LigneDExtrait> lignes, string montant = "Montant payé")
    {
        var texte = new StringBuilder("Restitution des paiements;;;\r\n;;;\r\n");
        texte.AppendJoin(';', EnTetes.Select(e => e == "Montant payé" ? montant : e)).Append("\r\n");
        for (var i = 0; i < lignes.Count; i++)
            texte.AppendJoin(';', Cases(lignes[i], Jour(lignes[i].Le, i), Texte(lignes[i].Montant, i))).Append("\r\n");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252).GetBytes(texte.ToString());
    }

    /// <summary>A workbook: numbers are numbers, days are serials.</summary>
    public static byte[] Xlsx(IReadOnlyList<LigneDExtrait> lignes)
    {
        using var octets = new MemoryStream();
        using (var classeur = SpreadsheetDocument.Create(octets, SpreadsheetDocumentType.Workbook))
        {
            var partie = classeur.AddWorkbookPart();
            var feuille = partie.AddNewPart<WorksheetPart>();
            var partagees = partie.AddNewPart<SharedStringTablePart>();
            partagees.SharedStringTable = new SharedStringTable(EnTetes.Select(e => new SharedStringItem(new Text(e))));
            var donnees = new SheetData(new Row(EnTetes.Select((_, i) => Cellule(i, 1, $"{i}", CellValues.SharedString))) { RowIndex = 1 });
            foreach (var (ligne, rang) in lignes.Select((l, i) => (l, i + 2)))
            {
                var serie = $"{ligne.Le.DayNumber - new DateOnly(1899, 12, 30).DayNumber}";
                var cases = Cases(ligne, serie, ligne.Montant.ToString(CultureInfo.InvariantCulture));
                donnees.Append(
                    new Row(
                        cases.Select(
                            (c, i) =>
                                decimal.TryParse(c, CultureInfo.InvariantCulture, out _) && i != 7 && i != 14
                                    ? Cellule(i, rang, c, CellValues.Number)
                                    : new Cell(new InlineString(new Text(c)))
                                    {
                                        CellReference = Reference(i, rang),
                                        DataType = CellValues.InlineString,
                                    }
                        )
                    )
                    {
                        RowIndex = (uint)rang,
                    }
                );
            }
            feuille.Worksheet = new Worksheet(donnees);
            partie.Workbook = new Workbook(
                new Sheets(
                    new Sheet
                    {
                        Id = partie.GetIdOfPart(feuille),
                        SheetId = 1,
                        Name = "Paiements",
                    }
                )
            );
        }
        return octets.ToArray();
    }

    private static string[] Cases(LigneDExtrait l, string jour, string montant) =>
        [
            "2021",
            "FR",
            "0349-C001",
            "PLAN DE RELANCE",
            "0349-02",
            "#",
            l.Ej ?? "#",
            "00010",
            "1000012345",
            l.Fournisseur,
            l.Siret,
            "SGAR",
            "#",
            l.Dp ?? "#",
            $"{l.PosteDp:00000}",
            jour,
            montant,
        ];

    private static string Jour(DateOnly jour, int rang) =>
        (rang % 4) switch
        {
            0 => jour.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            1 => jour.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            2 => jour.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture),
            _ => $"{jour.DayNumber - new DateOnly(1899, 12, 30).DayNumber}",
        };

    private static string Texte(decimal montant, int rang)
    {
        var groupe = montant.ToString("#,0.00", new NumberFormatInfo { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," });
        return (rang % 3) switch
        {
            0 => groupe,
            1 => $"\"{groupe.Replace("\u00A0", " ", StringComparison.Ordinal)}\r\"",
            _ => montant.ToString("0.00", CultureInfo.GetCultureInfo("fr-FR")),
        };
    }

    private static Cell Cellule(int colonne, int rang, string valeur, CellValues type) =>
        new(new CellValue(valeur)) { CellReference = Reference(colonne, rang), DataType = type };

    private static string Reference(int colonne, int rang) => $"{(char)('A' + colonne)}{rang}";
}
