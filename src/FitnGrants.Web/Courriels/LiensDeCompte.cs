using System.Text;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace FitnGrants.Web.Courriels;

/// <summary>Links that open an account: made when the message leaves, kept nowhere, good once and for two hours.</summary>
public sealed class LiensDeCompte(UserManager<Utilisateur> utilisateurs)
{
    /// <summary>The message of a forgotten password.</summary>
    public const string MotDePasse = "mot-de-passe";

    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Duree = TimeSpan.FromHours(2);

    /// <summary>The request of a new password, for an address that may be nobody's.</summary>
    public static Courriel Oublie(string adresse, DateTimeOffset instant) => new()
    {
        Id = Guid.CreateVersion7(),
        Modele = MotDePasse,
        Destinataire = adresse,
        Objet = "Choisissez un nouveau mot de passe",
        Texte = Francais.Typographier(
            "Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour votre compte. Le lien qui suit est valable deux heures et une seule fois. "
            + "Si ce n’est pas vous, ne faites rien : votre mot de passe ne change pas."),
        Immediat = true,
        CreeLe = instant,
    };

    /// <summary>The address where an account chooses a password.</summary>
    public async Task<string> PourAsync(Utilisateur utilisateur)
    {
        var jeton = await utilisateurs.GeneratePasswordResetTokenAsync(utilisateur);
        return $"/compte/nouveau-mot-de-passe?compte={utilisateur.Id}&jeton={WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(jeton))}";
    }

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

    /// <summary>The message as it is sent: the same, with the link that only its reader may have.</summary>
    public async Task<Courriel> AvecSonLienAsync(Courriel courriel) =>
        courriel.Modele != MotDePasse || await utilisateurs.FindByEmailAsync(courriel.Destinataire) is not { } utilisateur ? courriel : new Courriel
        {
            Id = courriel.Id,
            Modele = courriel.Modele,
            Objet = courriel.Objet,
            Texte = courriel.Texte,
            Immediat = courriel.Immediat,
            Lien = await PourAsync(utilisateur),
        };
}
