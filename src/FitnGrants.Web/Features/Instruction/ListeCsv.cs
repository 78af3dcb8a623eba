using System.Globalization;
using CsvHelper;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The list as it is filtered, as a file that a French spreadsheet opens; it leaves line by line, whatever its length.</summary>
public sealed class ListeCsv(FitnContext db, ListeFiltre filtre, Acteur acteur, DateOnly aujourdhui) : FileResult("text/csv; charset=utf-8")
{
    /// <summary>The mark tells a spreadsheet that accents are in UTF-8; what a porteur typed is never a formula.</summary>
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Separator = ';',
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
        FormatProvider = CultureInfo.GetCultureInfo("fr-FR"),
    };

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (reponse, arret) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        reponse.ContentType = ContentType;
        reponse.Headers.ContentDisposition = $"attachment; filename=\"dossiers-{aujourdhui:yyyy-MM-dd}.csv\"";
        await using var csv = CsvWriter.Create(reponse.Body, Options, leaveOpen: true);
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
