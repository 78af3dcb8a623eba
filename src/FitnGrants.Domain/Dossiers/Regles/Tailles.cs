using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>Sizes of collectivités (A9): small under a first threshold, medium under a second, large from it on.</summary>
public static class Tailles
{
    /// <summary>Parameters of the rules that look at sizes: inhabitants from which one is medium, then large.</summary>
    public static readonly ImmutableArray<string> Cles = ["moyenne", "grande"];

    /// <summary>« petite », « moyenne » or « grande ».</summary>
    public static string De(int population, Parametres parametres) =>
        population < parametres.Entier("moyenne", 3_500) ? "petite"
        : population < parametres.Entier("grande", 50_000) ? "moyenne"
        : "grande";
}
