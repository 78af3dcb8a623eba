using System.Globalization;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;

namespace FitnGrants.Web;

/// <summary>« referentiel » imports the packages; « referentiel fichier.csv --annee 2019 --en-vigueur 2022-01-01 » a file.</summary>
public static class CommandeReferentiel
{
    private const string Usage =
        "indiquez le fichier, son année de référence et son premier jour en vigueur, dans cet ordre : "
        + "referentiel fichier.csv --annee 2019 --en-vigueur 2022-01-01";

    /// <exception cref="ReferentielInvalideException">Nothing was imported; the message holds every error, one a line.</exception>
    public static Task ExecuterAsync(IServiceProvider services, IConfiguration options, string[] args)
    {
        var fichier = args.SkipWhile(a => a != "referentiel").Skip(1).FirstOrDefault();
        if (fichier is null or "import")
            return services.GetRequiredService<Demarrage>().ImporterAsync(CancellationToken.None);
        if (
            !int.TryParse(options["annee"], NumberStyles.None, CultureInfo.InvariantCulture, out var annee)
            || !DateOnly.TryParseExact(options["en-vigueur"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
            || new Millesime(annee, jour) is not { EstPlausible: true } millesime
        )
            throw new ReferentielInvalideException(Usage);
        // scripts/run changes folder: a relative path is one of where it was called.
        var chemin = Path.Combine(options["FITN_APPEL"] ?? "", fichier);
        if (new FileInfo(chemin) is not { Exists: true, Length: <= FichierDuReferentiel.TailleMaximale })
            throw new ReferentielInvalideException($"« {chemin} » n’est pas un fichier de 10 Mo au plus. {Usage}");
        return ImporterAsync(services, chemin, millesime);
    }

    private static async Task ImporterAsync(IServiceProvider services, string chemin, Millesime millesime)
    {
        await using var flux = File.OpenRead(chemin);
        var lecture = await FichierDuReferentiel.LireAsync(flux, millesime, CancellationToken.None);
        if (lecture.NombreDErreurs > 0)
            throw new ReferentielInvalideException(
                string.Join(
                    Environment.NewLine,
                    ["rien n’est importé.", .. lecture.Erreurs, .. lecture.Reste is { } reste ? new[] { reste } : []]
                )
            );
        await using var portee = services.CreateAsyncScope();
        var rapport = await portee
            .ServiceProvider.GetRequiredService<FitnContext>()
            .ImporterAsync(lecture, Acteur.Systeme, services.GetRequiredService<Horloge>().Maintenant, CancellationToken.None);
        services.GetRequiredService<ILogger<Demarrage>>().LogInformation("{Rapport}", Francais.Typographier(rapport.Phrase(millesime)));
    }
}
