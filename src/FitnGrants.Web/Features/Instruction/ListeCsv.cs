using System.Globalization;
using System.Text;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The list as it is filtered, as a file that a French spreadsheet opens; it leaves line by line, whatever its length.</summary>
public sealed class ListeCsv(FitnContext db, ListeFiltre filtre, Acteur acteur, DateOnly aujourdhui) : FileResult("text/csv; charset=utf-8")
{
    private static readonly string[] Titres =
        ["Numéro", "Dispositif", "Titre", "Porteur", "SIREN", "Nature", "Département", "État", "Confié à", "À faire avant le", "Déposé le", "Coût éligible", "Demandé", "Taux", "Règles à conclure", "Bloquants", "Alertes", "À vérifier"];

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (reponse, arret) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        reponse.ContentType = ContentType;
        reponse.Headers.ContentDisposition = $"attachment; filename=\"dossiers-{aujourdhui:yyyy-MM-dd}.csv\"";
        // The mark tells a spreadsheet that accents are in UTF-8.
        await using var sortie = new StreamWriter(reponse.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 32768, leaveOpen: true);
        await sortie.WriteAsync(string.Join(';', Titres) + "\r\n");
        await foreach (var ligne in Lignes().WithCancellation(arret))
            await sortie.WriteAsync(string.Join(';', ligne.Select(Cellule)) + "\r\n");
    }

    private async IAsyncEnumerable<string[]> Lignes()
    {
        var (choix, avant) = (filtre.Propre(), acteur.LitAvantNotification());
        var lues = new ListeDeTravail(db, acteur).Choisir(choix).Ranger().Select(DossierDeListe.Lire(db));
        await foreach (var d in lues.AsAsyncEnumerable())
            yield return
            [
                d.Numero, d.Dispositif, d.Titre, d.Porteur.Nom, d.Siren, Libelles.Nature(d.Porteur.Nature), d.Departement,
                Etats.Libelle(ListeDeTravail.Montre(d.Etat, d.NotificationEnAttente, avant)), d.Agent ?? "", Jour(d.EcheanceLe), Jour(d.DeposeLe is { } depot ? JourDeParis.De(depot) : null),
                Nombre(d.Assiette?.Montant), Nombre(d.MontantDemande?.Montant), Nombre(d.Taux?.Pourcentage),
                $"{d.AConclure}", $"{d.Bloquants}", $"{d.Alertes}", $"{d.AVerifier}",
            ];
    }

    private static string Jour(DateOnly? jour) => jour?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Nombre(decimal? nombre) => nombre?.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') ?? "";

    /// <summary>A cell: quoted where it must, and never a formula, whatever a porteur typed.</summary>
    private static string Cellule(string texte)
    {
        var sur = texte.Length > 0 && "=+-@\t\r".Contains(texte[0], StringComparison.Ordinal) ? "'" + texte : texte;
        return sur.AsSpan().IndexOfAny(";\"\r\n") < 0 ? sur : $"\"{sur.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
