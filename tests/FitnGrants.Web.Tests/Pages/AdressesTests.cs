using System.Reflection;
using System.Text.RegularExpressions;
using FitnGrants.Web.Mots;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Pages;

/// <summary>An address leads to a route, whatever is written of it.</summary>
public sealed class AdressesTests(Instance instance) : IClassFixture<Instance>
{
    private const string Texte = "SPECIMEN";
    private static readonly Guid Identifiant = Guid.Parse("11111111-2222-3333-4444-555555555555");

    [Fact]
    public void Chaque_adresse_mene_a_une_route_qui_a_les_memes_mots()
    {
        var routes = instance
            .Application.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(r => TemplateParser.Parse(r.RoutePattern.RawText!))
            .ToList();
        var ecrites = Ecrites(typeof(Adresses)).Concat(typeof(Adresses).GetNestedTypes().SelectMany(Ecrites)).ToList();

        Assert.True(ecrites.Count > 150, $"{ecrites.Count} adresses");
        Assert.Equal("", string.Join("\n", ecrites.Where(e => !routes.Exists(r => Mene(r, e)))));
    }

    /// <summary>Nobody writes an address again: only a route does.</summary>
    [Fact]
    public void Une_adresse_ne_s_ecrit_qu_une_fois()
    {
        var mots = typeof(Adresses)
            .GetNestedTypes()
            .Append(typeof(Adresses))
            .SelectMany(Ecrites)
            .Select(a => a.Split('/')[1].Split('.')[0])
            .Distinct(StringComparer.Ordinal);
        var litteral = new Regex($"[\"'=]/({string.Join('|', mots)})\\b", RegexOptions.NonBacktracking);

        var recopiees = Directory
            .EnumerateFiles(Serveur.Projet, "*.cs*", SearchOption.AllDirectories)
            .Where(f =>
                Path.GetRelativePath(Serveur.Projet, f).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "node_modules")
            )
            .Where(f =>
                Path.GetExtension(f) is ".cs" or ".cshtml" && !Path.GetFileName(f).StartsWith("Adresses.", StringComparison.Ordinal)
            )
            .SelectMany(f =>
                File.ReadLines(f)
                    .Where(l => litteral.IsMatch(l) && !l.Contains("[Http", StringComparison.Ordinal))
                    .Select(l => $"{Path.GetFileName(f)}: {l.Trim()}")
            );

        Assert.Equal("", string.Join("\n", recopiees));
    }

    /// <summary>Words of the address are words of the route: « /instruction/acces » is not the dossier « acces ».</summary>
    private static bool Mene(RouteTemplate route, string adresse)
    {
        var valeurs = new RouteValueDictionary();
        return new TemplateMatcher(route, []).TryMatch(adresse, valeurs)
            && valeurs.Values.All(v => v is Texte or "1" || v?.ToString() == Identifiant.ToString());
    }

    private static IEnumerable<string> Ecrites(Type classe) =>
        classe
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetValue(null)!)
            .Concat(
                classe
                    .GetMethods(BindingFlags.Public | BindingFlags.Static)
                    .Select(m => (string)m.Invoke(null, [.. m.GetParameters().Select(Specimen)])!)
            );

    private static object Specimen(ParameterInfo parametre) =>
        parametre.Name switch
        {
            // Words, not names: each is a route of its own.
            "etape" => "projet",
            "acte" => "suspension",
            "papier" => "releve",
            _ when parametre.ParameterType == typeof(Guid) => Identifiant,
            _ when parametre.ParameterType == typeof(int) => 1,
            _ => Texte,
        };
}
