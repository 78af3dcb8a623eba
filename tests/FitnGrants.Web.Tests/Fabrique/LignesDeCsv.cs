using System.Text;
using FitnGrants.Web.Donnees;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>Files of figures, and their import without its page.</summary>
public static class LignesDeCsv
{
    /// <summary>A file with its header.</summary>
    public static string Fichier(params string[] lignes) => FichierDuReferentiel.EnTete + "\r\n" + string.Join("\r\n", lignes) + "\r\n";

    /// <summary>Imports lines that are known to be good.</summary>
    public static Task<RapportDeMillesime> ImporterAsync(this Instance instance, Millesime millesime, params string[] lignes) =>
        instance.FaireAsync(async services =>
        {
            using var flux = new MemoryStream(Encoding.UTF8.GetBytes(Fichier(lignes)));
            var lecture = await FichierDuReferentiel.LireAsync(flux, millesime, CancellationToken.None);
            Assert.Empty(lecture.Erreurs);
            var instant = services.GetRequiredService<FitnGrants.Web.Temps.Horloge>().Maintenant;
            return await services.GetRequiredService<FitnContext>().ImporterAsync(lecture, Actes.Agent, instant, CancellationToken.None);
        });
}
