using System.Text.Json;
using FitnGrants.Domain.Dossiers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Pieces;

/// <summary>A file that came with a refused form: it is in the store, and its mark goes with the form. Without a second sending, the
/// collector erases it.</summary>
public sealed class FichiersGardes(IDataProtectionProvider protection, IOptions<OptionsDePieces> options)
{
    private readonly ITimeLimitedDataProtector protecteur = protection.CreateProtector("fichiers-gardes").ToTimeLimitedDataProtector();

    /// <summary>Less than what the collector leaves to a file that no row names.</summary>
    private TimeSpan Duree => TimeSpan.FromHours(options.Value.HeuresDOrphelin) * 0.9;

    /// <summary>What its form carries, for that dossier alone.</summary>
    public string Marquer(FichierRecu fichier, Guid dossier) =>
        protecteur.Protect(JsonSerializer.Serialize(new Marque(dossier, fichier)), Duree);

    /// <summary>The file of a mark; null when it is none, of another dossier, or too old.</summary>
    public FichierRecu? Lire(string marque, Guid dossier)
    {
        try
        {
            return JsonSerializer.Deserialize<Marque>(protecteur.Unprotect(marque)) is { } lue && lue.Dossier == dossier
                ? lue.Fichier
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private sealed record Marque(Guid Dossier, FichierRecu Fichier);
}

/// <summary>A kept file as its form shows it.</summary>
public sealed record FichierGarde(string Nom, string Marque);
