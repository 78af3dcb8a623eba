using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FitnGrants.Web.Composants;

/// <summary>What each field of the page is called, so that the summary of its errors names it.</summary>
public static class LibellesDesChamps
{
    private static readonly object Cle = new();

    private static readonly Dictionary<string, string> Lignes = new(StringComparer.Ordinal)
    {
        ["Depenses"] = "dépense",
        ["Ressources"] = "ressource",
        ["Membres"] = "membre",
        ["Points"] = "point",
        ["Axes"] = "axe",
    };

    public static Dictionary<string, string> De(ViewContext vue)
    {
        if (vue.HttpContext.Items[Cle] is not Dictionary<string, string> libelles)
            vue.HttpContext.Items[Cle] = libelles = new Dictionary<string, string>(StringComparer.Ordinal);
        return libelles;
    }

    /// <summary>« Montant, dépense 2 : » before a sentence that does not name its field.</summary>
    public static string Nommer(this IReadOnlyDictionary<string, string> libelles, string nom, string message)
    {
        // « ligne 9 : … » says where it is.
        if (!libelles.TryGetValue(nom, out var libelle) || libelle.Length == 0 || message.Length == 0 || char.IsLower(message[0]))
            return message;
        var court = libelle.Replace(" (facultatif)", "", StringComparison.Ordinal).TrimEnd('?', ' ', '\u00A0', '\u202F');
        // A field that its line names already, « Dépense 2 », is named once.
        var ligne = Ligne(nom);
        return Francais.Typographier($"{court}{(ligne.EndsWith(court, StringComparison.OrdinalIgnoreCase) ? "" : ligne)} : {message}");
    }

    private static string Ligne(string nom)
    {
        var parts = nom.Split('[', ']');
        return parts.Length > 2 && Lignes.TryGetValue(parts[0], out var mot) && int.TryParse(parts[1], out var rang)
            ? $", {mot} {rang + 1}"
            : "";
    }
}
