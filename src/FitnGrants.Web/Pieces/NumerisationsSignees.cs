using FitnGrants.Domain.Socle;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Pieces;

/// <summary>The scan of a signed paper that belongs to no dossier: examined at once, as nothing else waits for it.</summary>
public sealed class NumerisationsSignees(IOptions<OptionsDePieces> options, Clamd clamd)
{
    /// <summary>Its bytes; why it is refused otherwise.</summary>
    public async Task<(byte[]? Contenu, string? Refus)> LireAsync(IFormFile fichier, CancellationToken arret)
    {
        using var lu = new MemoryStream();
        await using (var recu = fichier.OpenReadStream())
            await recu.CopyToAsync(lu, arret);
        lu.Position = 0;
        var nom = NomDeFichier.Sur(fichier.FileName);
        var controle = ControleDuFichier.Lire(nom, lu.Length, options.Value.TailleMaximale, lu);
        if (controle.Refus is { } refus)
            return (null, refus);
        if (controle.TypeMime != "application/pdf")
            return (null, Francais.Typographier($"« {nom} » n’est pas un PDF : numérisez le document signé en PDF."));
        lu.Position = 0;
        var avis = clamd.EstRegle ? await clamd.AnalyserAsync(lu, arret) : new AvisDeLAntivirus(true, null);
        return avis.Sain switch
        {
            true => (lu.ToArray(), null),
            false => (null, Francais.Typographier($"« {nom} » est refusé par l’antivirus ({avis.Detail}).")),
            null => (null, Francais.Typographier($"{avis.Detail} Joignez « {nom} » à nouveau dans quelques minutes.")),
        };
    }
}
