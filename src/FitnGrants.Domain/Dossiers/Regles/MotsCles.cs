using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>Whole words looked for in a title and a summary, without case nor accents.</summary>
internal static class MotsCles
{
    /// <summary>The first word found; null without any.</summary>
    internal static string? Trouver(Projet projet, params ReadOnlySpan<string> mots)
    {
        var texte = $" {Francais.Normaliser(projet.Titre)} {Francais.Normaliser(projet.Resume)} ";
        foreach (var mot in mots)
            if (texte.Contains($" {Francais.Normaliser(mot)} ", StringComparison.Ordinal))
                return mot;
        return null;
    }
}
