using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>Whole words looked for in a text, without case nor accents, in the singular or the plural.</summary>
internal static partial class MotsCles
{
    /// <summary>The first word found in a title and a summary; null without any.</summary>
    internal static string? Trouver(Projet projet, params ReadOnlySpan<string> mots)
    {
        foreach (var mot in mots)
            if (Contient($"{projet.Titre} . {projet.Resume}", mot))
                return mot;
        return null;
    }

    /// <summary>True where a text holds these words.</summary>
    internal static bool Contient(string texte, string mots) => Racines(texte).Contains(Racines(mots), StringComparison.Ordinal);

    /// <summary>True where a text names a conseiller numérique, in any gender and number: « conseiller·ère·s numériques ».</summary>
    internal static bool NommeUnConseiller(string texte) => Conseiller().IsMatch(Francais.Normaliser(texte));

    private static string Racines(string texte) =>
        $" {string.Join(' ', Francais.Normaliser(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Racine))} ";

    private static string Racine(string mot) =>
        mot is "de" or "des" or "du" or "d" ? "de"
        : mot.Length > 3 && mot[^1] is 's' or 'x' ? mot[..^1]
        : mot;

    [GeneratedRegex(@"\bconseill\w+( \w{1,4}){0,3} numeriques?\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Conseiller();
}
