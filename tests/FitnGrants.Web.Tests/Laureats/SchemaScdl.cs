using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;

namespace FitnGrants.Web.Tests.Laureats;

/// <summary>The facts of a version of the schema « subventions », written beside the tests with their source.</summary>
internal sealed record SchemaScdl(string Source, SchemaScdl.Champ[] Champs)
{
    public sealed record Champ(
        string Nom,
        string Type,
        bool Requis,
        string? Motif = null,
        int? Longueur = null,
        decimal? Minimum = null,
        decimal? Maximum = null
    );

    public static SchemaScdl Lire(string version) =>
        JsonSerializer.Deserialize<SchemaScdl>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Laureats", $"scdl-subventions-{version}.json")),
            new JsonSerializerOptions(JsonSerializerDefaults.Web)
        )!;

    /// <summary>The lines of a file, once each field was found to be what the schema wants: names, order, type, pattern, bounds.</summary>
    public IReadOnlyList<Dictionary<string, string>> Valider(string fichier)
    {
        using var csv = CsvReader.FromText(fichier, CsvReaderOptions.Default);
        csv.ReadHeader();
        Assert.Equal(Champs.Select(c => c.Nom), csv.Headers);
        var lignes = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            var ligne = Champs.ToDictionary(c => c.Nom, c => csv.GetStringOrNull(c.Nom) ?? "", StringComparer.Ordinal);
            foreach (var champ in Champs)
                Assert.True(Convient(champ, ligne[champ.Nom]), $"{champ.Nom} : « {ligne[champ.Nom]} » ({Source})");
            lignes.Add(ligne);
        }
        return lignes;
    }

    private static bool Convient(Champ champ, string valeur) =>
        valeur.Length == 0
            ? !champ.Requis
            : (champ.Motif is null || Regex.IsMatch(valeur, champ.Motif, RegexOptions.None, TimeSpan.FromSeconds(1)))
                && (champ.Longueur is not { } longueur || valeur.Length <= longueur)
                && champ.Type switch
                {
                    "date" => DateOnly.TryParseExact(valeur, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                    "nombre" => decimal.TryParse(valeur, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre)
                        && nombre >= (champ.Minimum ?? nombre)
                        && nombre <= (champ.Maximum ?? nombre),
                    _ => true,
                };
}
