using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Documents.Lettres;

/// <summary>The templates of letters: those that are shipped, good enough to be used as they are, and those that services word.</summary>
public sealed class ModelesDeLettres(FitnContext db, IWebHostEnvironment environnement)
{
    /// <summary>The text of the template that a service uses.</summary>
    /// <param name="service">Code of the service that issues the letter.</param>
    /// <param name="nature">Which letter.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<string> TexteAsync(string service, NatureDeLettre nature, CancellationToken arret) =>
        await db
            .ModelesDesServices.Where(m => m.Service == service && m.Nature == nature)
            .OrderByDescending(m => m.Numero)
            .Select(m => m.Texte)
            .FirstOrDefaultAsync(arret)
        ?? Livre(nature);

    /// <summary>The template that is shipped.</summary>
    public string Livre(NatureDeLettre nature) =>
        File.ReadAllText(Path.Combine(environnement.ContentRootPath, "Documents", "Lettres", Fichier(nature))).ReplaceLineEndings("\n");

    private static string Fichier(NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Accord => "accord.txt",
            NatureDeLettre.ARevoir => "a-revoir.txt",
            NatureDeLettre.Refus => "refus.txt",
            NatureDeLettre.Irrecevabilite => "irrecevabilite.txt",
            NatureDeLettre.Reorientation => "reorientation.txt",
            NatureDeLettre.Pieces => "pieces.txt",
            NatureDeLettre.ActeNotifie => "acte-notifie.txt",
            NatureDeLettre.Prorogation => "prorogation.txt",
            NatureDeLettre.Observations => "observations.txt",
            NatureDeLettre.EtatDesLieux => "etat-des-lieux.txt",
            NatureDeLettre.MiseEnDemeure => "mise-en-demeure.txt",
            _ => throw new ArgumentOutOfRangeException(nameof(nature)),
        };
}
