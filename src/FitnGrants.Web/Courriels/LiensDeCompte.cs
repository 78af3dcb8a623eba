using System.Text;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace FitnGrants.Web.Courriels;

/// <summary>Links that open an account: made when the message leaves, kept nowhere, good once and for two hours.</summary>
public sealed class LiensDeCompte(UserManager<Utilisateur> utilisateurs, IDataProtectionProvider protection, LiensDAvis avis)
{
    /// <summary>The message that proves an address, for an access that is asked for or offered.</summary>
    public const string Acces = "acces";

    /// <summary>How long that one is good for: a mairie may be open twice a week.</summary>
    public static readonly TimeSpan DureeDAcces = TimeSpan.FromDays(7);

    /// <summary>The message that invites an agent.</summary>
    public const string Invitation = "invitation";

    /// <summary>The message of a forgotten password.</summary>
    public const string MotDePasse = "mot-de-passe";

    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Duree = TimeSpan.FromHours(2);

    /// <summary>The request of a new password, for an address that may be nobody's.</summary>
    public static Courriel Oublie(string adresse, DateTimeOffset instant) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = MotDePasse,
            Destinataire = adresse,
            Objet = "Choisissez un nouveau mot de passe",
            Texte = Francais.Typographier(
                "Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour votre compte. Le lien qui suit est valable deux "
                    + "heures et une seule fois. "
                    + "Si ce n’est pas vous, ne faites rien : votre mot de passe ne change pas."
            ),
            Immediat = true,
            CreeLe = instant,
        };

    /// <summary>The address where an account chooses a password.</summary>
    public async Task<string> PourAsync(Utilisateur utilisateur) =>
        LienVers(utilisateur, await utilisateurs.GeneratePasswordResetTokenAsync(utilisateur));

    /// <summary>The address where an agent who was invited chooses a password.</summary>
    private async Task<string> PourInvitationAsync(Utilisateur utilisateur) =>
        LienVers(
            utilisateur,
            await utilisateurs.GenerateUserTokenAsync(utilisateur, JetonsDInvitation.Fournisseur, JetonsDInvitation.Usage)
        );

    private static string LienVers(Utilisateur utilisateur, string jeton) =>
        $"{Adresses.Compte.NouveauMotDePasse}?compte={utilisateur.Id}&jeton={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(jeton))}";

    /// <summary>The token that a link carries; null when it is not one.</summary>
    public static string? Jeton(string? porte)
    {
        try
        {
            return string.IsNullOrEmpty(porte) ? null : Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(porte));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The address where a request is confirmed.</summary>
    public string PourAcces(Guid demande) =>
        $"{Adresses.Compte.ConfirmationDInscription}?jeton={Protecteur.Protect(demande.ToString("N"), DureeDAcces)}";

    /// <summary>The request that a link confirms; null when it is none, or too old.</summary>
    public Guid? Demande(string? jeton)
    {
        try
        {
            return Guid.TryParseExact(Protecteur.Unprotect(jeton ?? ""), "N", out var demande) ? demande : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protecteur => protection.CreateProtector("acces").ToTimeLimitedDataProtector();

    /// <summary>The message as it is sent: the same, with the link that only its reader may have.</summary>
    public async Task<Courriel> AvecSonLienAsync(Courriel courriel) =>
        courriel.Modele == Acces ? Avec(courriel, PourAcces(Guid.Parse(courriel.Lien)))
        : LiensDAvis.EnPorteUn(courriel) ? Avec(courriel, avis.Pour(Guid.Parse(courriel.Lien)))
        : courriel.Modele is not (MotDePasse or Invitation)
        || await utilisateurs.FindByEmailAsync(courriel.Destinataire) is not { } utilisateur
            ? courriel
        : Avec(courriel, courriel.Modele == MotDePasse ? await PourAsync(utilisateur) : await PourInvitationAsync(utilisateur));

    private static Courriel Avec(Courriel courriel, string lien) =>
        new()
        {
            Id = courriel.Id,
            Modele = courriel.Modele,
            Objet = courriel.Objet,
            Texte = courriel.Texte,
            Immediat = courriel.Immediat,
            Lien = lien,
        };
}
