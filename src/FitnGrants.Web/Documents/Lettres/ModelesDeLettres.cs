namespace FitnGrants.Web.Documents.Lettres;

/// <summary>The templates that are shipped: good enough to be used as they are.</summary>
public sealed class ModelesDeLettres(IWebHostEnvironment environnement)
{
    /// <summary>The text of a template.</summary>
    public string Texte(NatureDeLettre nature) =>
        File.ReadAllText(Path.Combine(environnement.ContentRootPath, "Documents", "Lettres", Fichier(nature)));

    private static string Fichier(NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Accord => "accord.txt",
            NatureDeLettre.ARevoir => "a-revoir.txt",
            NatureDeLettre.Refus => "refus.txt",
            NatureDeLettre.Irrecevabilite => "irrecevabilite.txt",
            _ => "reorientation.txt",
        };
}
