using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Shared;

/// <summary>
/// A file that is made as it is read, whatever its length: on disk first, so that one that cannot be finished is an error and never the
/// beginning of a file under a 200.
/// </summary>
/// <param name="type">Its media type.</param>
/// <param name="nom">Its name, in signs that a header holds.</param>
public abstract class FichierProduit(string type, string nom) : FileResult(type)
{
    private const int Tampon = 65536;

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (reponse, arret) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        await using var fichier = new FileStream(
            Path.Combine(Path.GetTempPath(), $"fitn-{Guid.NewGuid():N}"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = Tampon,
                Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            }
        );
        await EcrireAsync(fichier, arret);
        fichier.Position = 0;
        reponse.ContentType = ContentType;
        reponse.ContentLength = fichier.Length;
        reponse.Headers.ContentDisposition = $"attachment; filename=\"{nom}\"";
        await fichier.CopyToAsync(reponse.Body, Tampon, arret);
    }

    /// <summary>Writes it whole.</summary>
    protected abstract Task EcrireAsync(Stream sortie, CancellationToken arret);
}
