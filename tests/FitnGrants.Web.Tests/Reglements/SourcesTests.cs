using System.Globalization;
using System.Text.RegularExpressions;

namespace FitnGrants.Web.Tests.Reglements;

/// <summary>
/// Each quote of the règlements and of the sheets, held against a copy of the two sources: S0, the sheet of Bretagne, where the mailboxes
/// of persons are replaced (lines 101 to 109), and S1, the page of the préfecture du Haut-Rhin. Line numbers are theirs.
/// </summary>
public sealed partial class SourcesTests
{
    private const string Coupe = "[…]";

    /// <summary>A quote, where it stands, and the lines that it says it comes from.</summary>
    private sealed record Citation(string Ou, string Document, int[] Lignes, string Texte);

    private static readonly Dictionary<string, string[]> Sources = new[] { "S0", "S1" }.ToDictionary(
        s => s,
        s => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reglements", "Sources", s + ".txt")),
        StringComparer.Ordinal
    );

    private static readonly List<Citation> Citations =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Serveur.Projet, "Reglements"), "*.yaml", SearchOption.AllDirectories)
            .SelectMany(f => Source().Matches(File.ReadAllText(f)).Select(m => (Fichier: Path.GetFileName(f), Lu: m)))
            .Select(x => new Citation(
                x.Fichier,
                x.Lu.Groups["document"].Value,
                [.. x.Lu.Groups["lignes"].Value.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))],
                x.Lu.Groups["citation"]
                    .Value.Replace("\\\"", "\"", StringComparison.Ordinal)
                    .Replace("\\\\", "\\", StringComparison.Ordinal)
            )),
    ];

    /// <summary>Cut at « […] », in order, lines joined by « / »: each piece is there to the sign, and each cited line gives one.</summary>
    [Fact]
    public void Chaque_citation_est_dans_ses_lignes_au_signe_près()
    {
        Assert.InRange(Citations.Count, 140, 400);
        var fausses = Citations.Select(c => (c, Faute: Faute(c))).Where(x => x.Faute is not null).ToList();
        Assert.True(fausses.Count == 0, string.Join('\n', fausses.Select(x => $"{x.c.Ou} {x.c.Document}:{x.c.Lignes[0]} {x.Faute}")));
    }

    private static string? Faute(Citation c)
    {
        var debuts = new List<(int Ligne, int Debut, int Fin)>();
        var texte = new System.Text.StringBuilder();
        foreach (var n in c.Lignes)
        {
            if (texte.Length > 0)
                texte.Append(" / ");
            var ligne = Puce().Replace(Sources[c.Document][n - 1], "").Trim();
            debuts.Add((n, texte.Length, texte.Length + ligne.Length));
            texte.Append(ligne);
        }
        var (tout, place, vues) = (texte.ToString(), 0, new HashSet<int>());
        foreach (var morceau in c.Texte.Split(Coupe, StringSplitOptions.TrimEntries).Select(m => m.Trim(' ', '/')).Where(m => m.Length > 0))
        {
            var ou = tout.IndexOf(morceau, place, StringComparison.Ordinal);
            if (ou < 0)
                return $"absent : « {morceau} »";
            place = ou + morceau.Length;
            vues.UnionWith(debuts.Where(d => d.Debut < place && ou < d.Fin).Select(d => d.Ligne));
        }
        return c.Lignes.FirstOrDefault(n => !vues.Contains(n)) is var manque and > 0 ? $"rien de la ligne {manque}" : null;
    }

    /// <summary>
    /// Lines that say nothing of the fund: headings and titles (those of the three national calls name their sheets), what the site of
    /// publication says of itself.
    /// </summary>
    private static readonly Dictionary<string, int[]> SansObjet = new(StringComparer.Ordinal)
    {
        ["S0"] = [3, 5, 9, 28, 33, 37, 46, 57, 70, 80, 95, 99, .. Enumerable.Range(101, 9), .. Enumerable.Range(111, 23)],
        ["S1"] = [1, 2, 3, 7, 22, 43, 46, 48, 50, 52, 62, 63],
    };

    /// <summary>Nothing of the sources is lost in silence: a line that no rule quotes is one of those listed above.</summary>
    [Theory]
    [InlineData("S0")]
    [InlineData("S1")]
    public void Chaque_ligne_des_sources_est_citée_ou_sans_objet(string document)
    {
        var citees = Citations.Where(c => c.Document == document).SelectMany(c => c.Lignes).ToHashSet();
        var oubliees = Sources[document]
            .Select((texte, i) => (Ligne: i + 1, Texte: texte))
            .Where(l => l.Texte.Trim().Length > 0 && !citees.Contains(l.Ligne) && !SansObjet[document].Contains(l.Ligne))
            .Select(l => $"{l.Ligne} {l.Texte}")
            .ToList();
        Assert.True(oubliees.Count == 0, string.Join('\n', oubliees));
    }

    /// <summary>A quote keeps the apostrophes of its source; a text that holds a quote is a quote, with its lines.</summary>
    [Fact]
    public void Aucune_citation_ne_se_cache_dans_un_texte() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Serveur.Projet, "Reglements"), "*.yaml", SearchOption.AllDirectories), f =>
            Assert.DoesNotMatch(@"article: ""«", File.ReadAllText(f))
        );

    [GeneratedRegex(
        @"source: \{ document: (?<document>S\d), lignes: \[(?<lignes>[\d, ]+)\], citation: ""(?<citation>(?:[^""\\]|\\.)*)"" \}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Source();

    [GeneratedRegex(@"^\s*[-•]\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Puce();
}
