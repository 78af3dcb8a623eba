using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace FitnGrants.Web.Courriels;

/// <summary>
/// The link by which an avis is given: made when its message leaves, from the keys of this service. Nobody guesses it, and no table holds
/// it.
/// </summary>
public sealed class LiensDAvis(IDataProtectionProvider protection)
{
    private const string Premiere = "avis-demande";
    private const string Relance = "avis-relance";

    private readonly IDataProtector protecteur = protection.CreateProtector("avis");

    /// <summary>True for a message that carries one.</summary>
    public static bool EnPorteUn(Courriel courriel) => courriel.Modele is Premiere or Relance;

    /// <summary>The address where an avis is given.</summary>
    public string Pour(Guid consultation) => "/avis/" + WebEncoders.Base64UrlEncode(protecteur.Protect(consultation.ToByteArray()));

    /// <summary>The consultation that a link is about; null when it is not one.</summary>
    public Guid? Lire(string jeton)
    {
        try
        {
            return new Guid(protecteur.Unprotect(WebEncoders.Base64UrlDecode(jeton)));
        }
        catch (Exception e) when (e is FormatException or System.Security.Cryptography.CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The message that asks, or asks again.</summary>
    public Courriel Demande(Consultation c, string titre, string porteur, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = c.RelanceeLe is null ? Premiere : Relance,
            DossierId = c.DossierId,
            Destinataire = c.Adresse,
            Objet = Francais.Typographier(
                $"{(c.RelanceeLe is null ? "Votre avis est demandé" : "Rappel : votre avis est attendu")} avant le "
                    + $"{Francais.Date(c.AvantLe)}"
            ),
            Texte = Francais.Typographier(
                $"Votre avis est demandé sur « {titre} », de {porteur} : {c.Question} Qui le demande : {c.Par}. Répondez par le lien "
                    + "qui suit, sans compte. Il est à vous seul."
            ),
            Lien = $"{c.Id}",
            Immediat = true,
            CreeLe = instant,
        };
}
