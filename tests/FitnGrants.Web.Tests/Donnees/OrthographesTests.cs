using System.Text.Json;
using FitnGrants.Domain.Collectivites;

namespace FitnGrants.Web.Tests.Donnees;

/// <summary>How people write a collectivité: 200 spellings of 100 names drawn by seed, a third of them borne by several communes.</summary>
public sealed class OrthographesTests(ITestOutputHelper sortie)
{
    private static readonly Lazy<RechercheDeNom> Toutes = new(Charger);
    private static readonly DateOnly Jour = new(2021, 6, 1);

    [Fact]
    public void La_bonne_vient_en_premier_quatre_vingt_quinze_fois_sur_cent()
    {
        var cas = File.ReadLines(Path.Combine(Serveur.Projet, "..", "..", "tests", "FitnGrants.Web.Tests", "Donnees", "orthographes.csv"))
            .Skip(1)
            .Select(l => l.Split(';'))
            .ToList();

        var manquees = cas.Where(c => Toutes.Value.Chercher(c[1], Jour, 8) is not [var premiere, ..] || premiere.Entree.Siren != c[0])
            .ToList();

        foreach (var m in manquees)
            sortie.WriteLine(
                $"{m[1]} → {m[2]} ; "
                    + $"{string.Join(", ", Toutes.Value.Chercher(m[1], Jour, 3).Select(t => $"{t.Entree.Nom} ({t.Entree.Departement})"))}"
            );
        sortie.WriteLine($"{cas.Count - manquees.Count} sur {cas.Count}");
        Assert.Equal(200, cas.Count);
        Assert.InRange(manquees.Count, 0, 10);
    }

    private static RechercheDeNom Charger()
    {
        var donnees = Path.Combine(Serveur.Projet, "node_modules", "@etalab", "decoupage-administratif", "data");
        List<JsonElement> Lire(string nom) => JsonSerializer.Deserialize<List<JsonElement>>(File.ReadAllText(Path.Combine(donnees, nom)))!;
        var communes = Lire("communes.json").Where(c => c.GetProperty("type").GetString() == "commune-actuelle").ToList();
        var departements = communes.ToDictionary(c => c.GetProperty("code").GetString()!, c => c.GetProperty("departement").GetString()!);
        return new RechercheDeNom([
            .. communes
                .Where(c => c.TryGetProperty("siren", out _))
                .Select(c => new Entree(
                    c.GetProperty("siren").GetString()!,
                    c.GetProperty("nom").GetString()!,
                    NatureJuridique.Commune,
                    c.GetProperty("code").GetString(),
                    c.GetProperty("departement").GetString()!,
                    [.. c.TryGetProperty("codesPostaux", out var p) ? p.EnumerateArray().Select(x => x.GetString()!) : []],
                    c.TryGetProperty("population", out var n) ? n.GetInt32() : 0,
                    null,
                    null
                )),
            .. Lire("epci.json")
                .Select(e => new Entree(
                    e.GetProperty("code").GetString()!,
                    e.GetProperty("nom").GetString()!,
                    e.GetProperty("type").GetString() switch
                    {
                        "CC" => NatureJuridique.CC,
                        "CA" => NatureJuridique.CA,
                        "CU" => NatureJuridique.CU,
                        _ => NatureJuridique.Metropole,
                    },
                    null,
                    departements[e.GetProperty("membres")[0].GetProperty("code").GetString()!],
                    [],
                    e.GetProperty("populationTotale").GetInt32(),
                    null,
                    null
                )),
        ]);
    }
}
