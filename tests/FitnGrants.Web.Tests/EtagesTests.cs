using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Tests;

/// <summary>The folders of Web are floors: each knows only what is under it, and no two know each other.</summary>
public sealed partial class EtagesTests
{
    private const string Racine = "FitnGrants.Web";
    private const string Vues = "AspNetCoreGeneratedDocument";

    /// <summary>From the lowest up (README, « Floors of Web »).</summary>
    private static readonly string[][] Etages =
    [
        ["Temps", "Securite", "Composants", "Mots"],
        ["Donnees"],
        ["Reglements", "Documents", "Comptes", "Courriels", "Pieces"],
        ["Suites", "Echeancier"],
        ["Features"],
        ["Taches"],
        ["Demonstration"],
        // The start.
        [""],
    ];

    private static readonly Architecture Web = new ArchLoader().LoadAssemblies(typeof(FitnContext).Assembly).Build();

    private static readonly ILookup<string, string> Connait = (
        from type in Web.Types
        where EstDeLaMaison(type)
        from cible in type.GetTypeDependencies()
        where EstDeLaMaison(cible)
        let dossiers = (De: Dossier(type), Vers: Dossier(cible))
        where dossiers.De != dossiers.Vers
        select (dossiers.De, dossiers.Vers, Par: $"{type.Name} → {cible.Name}")
    )
        .Distinct()
        .ToLookup(d => $"{d.De} → {d.Vers}", d => d.Par, StringComparer.Ordinal);

    [Fact]
    public void Chaque_etage_ne_connait_que_ceux_du_dessous()
    {
        var hauteurs = Etages
            .SelectMany((e, i) => e.Select(dossier => (dossier, i)))
            .ToDictionary(e => e.dossier, e => e.i, StringComparer.Ordinal);
        int Hauteur(string dossier) => hauteurs[dossier.Split('.')[0]];

        Assert.Empty(
            Connait
                .Where(d => d.Key.Split(" → ") is var p && Hauteur(p[1]) > Hauteur(p[0]))
                .Select(d => $"{d.Key} : {string.Join(", ", d.Take(5))}")
        );
    }

    [Fact]
    public void Aucun_cercle_ne_relie_deux_dossiers()
    {
        var aretes = Connait.Select(d => d.Key.Split(" → ")).ToLookup(p => p[0], p => p[1], StringComparer.Ordinal);
        HashSet<string> Atteints(string depart)
        {
            var (vus, file) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(aretes[depart]));
            while (file.TryDequeue(out var dossier))
                if (vus.Add(dossier))
                    foreach (var suivant in aretes[dossier])
                        file.Enqueue(suivant);
            return vus;
        }
        var cercles = aretes.Select(a => a.Key).Where(d => Atteints(d).Contains(d)).Order(StringComparer.Ordinal).ToList();

        Assert.True(
            cercles.Count == 0,
            string.Join(
                Environment.NewLine,
                Connait
                    .Where(d =>
                        d.Key.Split(" → ") is var p && cercles.Contains(p[0]) && cercles.Contains(p[1]) && Atteints(p[1]).Contains(p[0])
                    )
                    .Select(d => $"{d.Key} : {string.Join(", ", d.Take(6))}")
            )
        );
    }

    /// <summary>What the compiler makes of views and of closures is in the folder of what it was made from.</summary>
    private static bool EstDeLaMaison(IType type) =>
        (type.FullName.StartsWith(Racine, StringComparison.Ordinal) || type.FullName.StartsWith(Vues, StringComparison.Ordinal))
        && !type.FullName.Contains("Migrations", StringComparison.Ordinal)
        && !type.FullName.EndsWith("__ViewImports", StringComparison.Ordinal);

    /// <summary>« Donnees », « Features.Dossiers »; a view is in the folder of its name.</summary>
    private static string Dossier(IType type) =>
        type.FullName.StartsWith(Vues, StringComparison.Ordinal)
            ? "Features." + type.Name.Split('_')[1]
            : Nom().Match(type.Namespace.FullName).Groups["nom"].Value;

    [GeneratedRegex(@"^FitnGrants\.Web\.?(?<nom>(Features\.\w+)|\w*)")]
    private static partial Regex Nom();
}
