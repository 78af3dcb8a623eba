using System.Globalization;
using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Pieces;

/// <summary>A name that every computer accepts, Windows first: it is kept, put in archives and given back as such.</summary>
public static partial class NomDeFichier
{
    private const int Maximum = 150;
    private const int ExtensionMaximale = 10;

    /// <summary>Without a path, hidden signs, what Windows refuses, and what no name ends with; « fichier » when nothing is left.</summary>
    public static string Sur(string? saisi)
    {
        var nom = TexteSaisi.Nettoyer(saisi ?? "").Split('/', '\\')[^1];
        nom = Refuses().Replace(nom, "_").Trim(' ', '\u00A0', '\u202F').TrimEnd('.', ' ');
        if (nom.Trim('_', ' ', '.').Length == 0)
            return "fichier";
        if (nom.StartsWith('.'))
            nom = "fichier" + nom;
        if (Reserves().IsMatch(nom))
            nom = "_" + nom;
        return nom.Length <= Maximum ? nom : Abreger(nom);
    }

    /// <summary>Its end says what it is: the middle goes, by whole signs.</summary>
    private static string Abreger(string nom)
    {
        var extension = Path.GetExtension(nom) is { Length: <= ExtensionMaximale } courte ? courte : "";
        var debut = "";
        for (var signes = StringInfo.GetTextElementEnumerator(nom); signes.MoveNext(); )
        {
            if (debut.Length + signes.GetTextElement().Length > Maximum - extension.Length)
                break;
            debut += signes.GetTextElement();
        }
        return debut.TrimEnd('.', ' ') + extension;
    }

    [GeneratedRegex(@"[<>:""|?*\n\t]", RegexOptions.None, 1000)]
    private static partial Regex Refuses();

    [GeneratedRegex(
        @"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)( *\.|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Reserves();
}
