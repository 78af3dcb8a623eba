using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Services;

namespace FitnGrants.Web.Reglements;

/// <summary>The services that the règlements in force make issue documents.</summary>
public static class ServicesDesReglements
{
    /// <summary>Code and plain name of each, by name: the préfectures of the régions, and those that instruct or attribute.</summary>
    public static IReadOnlyList<(string Code, string Nom)> Services(this RegistreDesReglements reglements) =>
        [
            .. reglements
                .EnVigueur.SelectMany(r => new[] { r.Attribuant, r.Secretariat }.Concat(r.Departements.Select(r.CodeDuService)))
                .Distinct(StringComparer.Ordinal)
                .Select(c => (c, NomDuService(c)))
                .OrderBy(s => s.Item2, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true)),
        ];

    /// <summary>« Préfecture de la région Bretagne », « Préfecture du Haut-Rhin ».</summary>
    public static string NomDuService(string code) =>
        code.StartsWith(ServiceEmetteur.DeRegion(""), StringComparison.Ordinal)
            ? $"Préfecture de la région {Libelles.Region(code[1..])}"
            : Libelles.Prefecture(code);
}
