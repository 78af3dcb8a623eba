using System.Globalization;
using CsvHelper;

namespace FitnGrants.Web.Features.Shared;

/// <summary>A list as a file that a French spreadsheet opens; made line by line, whatever its length.</summary>
public sealed class TableauCsv(TableauProduit tableau) : FichierProduit("text/csv; charset=utf-8", $"{tableau.Nom}.csv")
{
    /// <summary>The mark tells a spreadsheet that accents are in UTF-8; what a porteur typed is never a formula.</summary>
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Separator = ';',
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
        FormatProvider = CultureInfo.GetCultureInfo("fr-FR"),
    };

    protected override async Task EcrireAsync(Stream sortie, CancellationToken arret)
    {
        await using var csv = CsvWriter.Create(sortie, Options, leaveOpen: true);
        csv.WriteHeader([.. tableau.Titres]);
        await foreach (var ligne in tableau.Lignes.WithCancellation(arret))
        {
            foreach (var valeur in ligne)
                Ecrire(csv, valeur);
            await csv.EndRecordAsync(arret);
        }
    }

    private static void Ecrire(CsvWriter csv, object? valeur)
    {
        if (valeur is decimal nombre)
            csv.WriteField(nombre, "0.00");
        else if (valeur is DateOnly jour)
            csv.WriteField(jour, "dd'/'MM'/'yyyy");
        else
            csv.WriteField(valeur);
    }
}
