namespace FitnGrants.Web;

/// <summary>A demonstration, or a real service: never in between.</summary>
public static class Environnements
{
    public const string Demonstration = "Demonstration";

    /// <summary>True for these two names, to the letter; every other name is a real service.</summary>
    public static bool EstUneDemonstration(this IHostEnvironment environnement) =>
        environnement.EnvironmentName is Demonstration or "Development";

    /// <summary>« Démonstration (environnement Demonstration) » : what a start says first.</summary>
    public static string Annonce(this IHostEnvironment environnement) =>
        $"{(environnement.EstUneDemonstration() ? "Démonstration" : "Service réel")} (environnement {environnement.EnvironmentName})";
}
