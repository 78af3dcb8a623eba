using System.Globalization;
using CsvHelper;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The list as it is filtered, as a file that a French spreadsheet opens; made line by line, whatever its length.</summary>
public sealed class ListeCsv(FitnContext db, ListeFiltre filtre, Acteur acteur, DateOnly aujourdhui)
    : FichierProduit("text/csv; charset=utf-8", $"dossiers-{aujourdhui:yyyy-MM-dd}.csv")
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
        csv.WriteHeader([.. ColonnesDeListe.Toutes.Select(c => c.Titre)]);
        await foreach (var ligne in ColonnesDeListe.LignesAsync(db, filtre, acteur).WithCancellation(arret))
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
