using System.Text;
using System.Text.Json.Nodes;

namespace FitnGrants.Web.Tests.Api;

/// <summary>Bodies made wrong in every way that chance finds: the interface answers, it never breaks.</summary>
public sealed class CorpsHostilesTests(Instance instance) : IClassFixture<Instance>
{
    private static readonly string[] Fragments =
    [
        "null",
        "true",
        "-1",
        "1e400",
        "99999999999999999999",
        "0.001",
        "\"\"",
        "\"\\u0000\"",
        "\"\\u202e\"",
        "[]",
        "{}",
        "[[]]",
        "[null]",
        "\"2021-02-30\"",
        "\"2021-08-20T10:00:00\"",
        "\"9999-12-31T23:59:59+14:00\"",
        "\"0001-01-01T00:00:00-14:00\"",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"GE-V2\"",
        "\"BZH-V1\"",
        "2147483648",
        "-0",
        "999999999.99",
        "\"<script>\"",
        "{\"siren\":{}}",
        "[{\"montant\":\"1\"}]",
        "[{}]",
        "{\"fictif\":{\"type\":\"Commune\",\"departement\":\"\"}}",
        "\"Personnel\"",
    ];

    [Theory]
    [InlineData("""{"dispositif":"BZH-V1","porteur":{"siren":"213503527"},"membres":[null]}""", "$.membres[0]")]
    [InlineData("""{"dispositif":"BZH-V1","porteur":{"siren":"213503527"},"depenses":[{"montantHT":1e-400}]}""", "$.depenses[0].montantHT")]
    [InlineData(
        """{"dispositif":"BZH-V1","porteur":{"siren":"213503527"},"depenses":[{"montantHT":1.0000000000000000000000000000000000001}]}""",
        "$.depenses[0].montantHT"
    )]
    [InlineData(
        """{"dispositif":"BZH-V1","porteur":{"siren":"213503527"},"depenses":[{"paysEditeur":"XX"}]}""",
        "$.depenses[0].paysEditeur"
    )]
    [InlineData("""{"dispositif":"BZH-V1","porteur":{"siren":"213503527","\ud800":1}}""", "$.porteur")]
    [InlineData("""{"dispositif":"BZH-V1","porteur":{"siren":"213503527"},"titre":"\ud800"}""", "$.titre")]
    public async Task Une_valeur_impossible_est_nommee(string corps, string chemin)
    {
        using var contenu = new StringContent(corps, Encoding.UTF8, "application/json");
        using var reponse = await instance
            .Anonyme()
            .Client.PostAsync("/api/v1/simulations", contenu, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Contains($"\"{chemin}\"", await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Un_texte_de_longueur_impossible_est_400()
    {
        using var contenu = new ByteArrayContent([.. Encoding.Unicode.GetBytes("{}"), 0x7B]);
        contenu.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-16");
        using var reponse = await instance
            .Anonyme()
            .Client.PostAsync("/api/v1/simulations", contenu, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/simulations")]
    [InlineData("PUT", "/api/v1/simulations")]
    [InlineData("DELETE", "/api/v1/collectivites")]
    [InlineData("POST", "/api/v1/collectivites")]
    public async Task Une_autre_methode_est_405(string methode, string adresse)
    {
        using var requete = new HttpRequestMessage(new HttpMethod(methode), adresse);
        using var reponse = await instance.Anonyme().Client.SendAsync(requete, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, reponse.StatusCode);
    }

    [Fact]
    public async Task Mille_corps_faux_n_ont_jamais_500()
    {
        var hasard = new Random(19_880_000);
        var client = instance.Anonyme().Client;
        for (var i = 0; i < 1000; i++)
        {
            var corps = Abimer(hasard, i);
            using var contenu = new StringContent(corps, Encoding.UTF8, "application/json");
            using var reponse = await client.PostAsync("/api/v1/simulations", contenu, TestContext.Current.CancellationToken);
            Assert.True((int)reponse.StatusCode is 200 or 400 or 404 or 413, $"{(int)reponse.StatusCode} pour {corps}");
            Assert.Equal(
                reponse.IsSuccessStatusCode ? "application/json" : "application/problem+json",
                reponse.Content.Headers.ContentType?.MediaType
            );
        }
    }

    /// <summary>One to six values replaced anywhere; one body in ten is cut or doubled as a text.</summary>
    private static string Abimer(Random hasard, int tour)
    {
        var racine = JsonNode.Parse(Demande.Exemple)!;
        for (var n = hasard.Next(1, 7); n > 0; n--)
            Remplacer(hasard, racine);
        var texte = racine.ToJsonString();
        return (tour % 20) switch
        {
            0 => texte[..hasard.Next(texte.Length)],
            5 => texte.Replace("\"Portail\"", "\"\\ud800\"", StringComparison.Ordinal),
            10 => texte.Insert(hasard.Next(texte.Length), new string('[', hasard.Next(1, 200))),
            _ => texte,
        };
    }

    private static void Remplacer(Random hasard, JsonNode racine)
    {
        var noeud = racine;
        while (true)
        {
            var valeur = Fragments[hasard.Next(Fragments.Length)];
            if (noeud is JsonObject { Count: > 0 } objet)
            {
                var cle = objet.ElementAt(hasard.Next(objet.Count)).Key;
                if (objet[cle] is (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }) and var dedans && hasard.Next(2) == 0)
                {
                    noeud = dedans;
                    continue;
                }
                objet[cle] = Lire(valeur);
            }
            else if (noeud is JsonArray { Count: > 0 } liste)
            {
                var rang = hasard.Next(liste.Count);
                if (liste[rang] is JsonObject { Count: > 0 } dedans && hasard.Next(2) == 0)
                {
                    noeud = dedans;
                    continue;
                }
                liste[rang] = Lire(valeur);
            }
            return;
        }
    }

    /// <summary>What the writer would refuse as a number goes as a text.</summary>
    private static JsonNode? Lire(string valeur)
    {
        try
        {
            return JsonNode.Parse(valeur);
        }
        catch (System.Text.Json.JsonException)
        {
            return valeur;
        }
    }
}
