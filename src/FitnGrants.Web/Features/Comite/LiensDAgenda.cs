using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace FitnGrants.Web.Features.Comite;

/// <summary>
/// The address by which a calendar follows the sessions of a person, without a session of its own: made from the keys of this service,
/// held by no table. Another one, or none, closes those given before.
/// </summary>
public sealed class LiensDAgenda(IDataProtectionProvider protection)
{
    private readonly IDataProtector protecteur = protection.CreateProtector("agenda");

    /// <summary>The address of a person; null when none is open.</summary>
    public string? Pour(Utilisateur personne) =>
        personne.Agenda is { } rang
            ? Mots.Adresses.Agenda.Fichier(
                WebEncoders.Base64UrlEncode(protecteur.Protect([.. personne.Id.ToByteArray(), .. BitConverter.GetBytes(rang)]))
            )
            : null;

    /// <summary>Whose address it is, and which of his; null when it is none.</summary>
    public (Guid Personne, int Rang)? Lire(string jeton)
    {
        try
        {
            var lu = protecteur.Unprotect(WebEncoders.Base64UrlDecode(jeton));
            return lu.Length == 20 ? (new Guid(lu.AsSpan(0, 16)), BitConverter.ToInt32(lu, 16)) : null;
        }
        catch (Exception e) when (e is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
