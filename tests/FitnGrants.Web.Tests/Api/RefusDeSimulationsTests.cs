using System.Text.Json.Nodes;

namespace FitnGrants.Web.Tests.Api;

/// <summary>Three simulations a minute.</summary>
public sealed class InstanceLimitee(Serveur serveur) : Instance(serveur)
{
    protected override IReadOnlyDictionary<string, string?> Reglages { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Limites:SimulationsParMinute"] = "3" };
}

public sealed class LimiteDeSimulationsTests(InstanceLimitee instance) : IClassFixture<InstanceLimitee>
{
    [Fact]
    public async Task Au_dela_de_la_limite_l_interface_dit_quand_revenir()
    {
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await instance.SimulerAsync()).Code);
        var r = await instance.SimulerAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, r.Code);
        Assert.Equal("application/problem+json", r.Type);
        Assert.InRange(r.Brute.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }
}

public sealed class RefusDeSimulationsTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Un_autre_format_que_JSON_est_refuse_en_francais()
    {
        using var corps = new StringContent("<a/>", System.Text.Encoding.UTF8, "application/xml");
        using var reponse = await instance.Anonyme().Client.PostAsync("/api/v1/simulations", corps, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reponse.StatusCode);
        Assert.Equal("application/problem+json", reponse.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("titre", "\"\\ud800\"", "$.titre")]
    [InlineData("thematiques", """["Inconnue"]""", "$.thematiques[0]")]
    [InlineData("naturesAppui", "3", "$.naturesAppui")]
    [InlineData("etatAvancement", "\"Reve\"", "$.etatAvancement")]
    [InlineData("regime", "\"1\"", "$.regime")]
    [InlineData("baseTaxe", "\"ht\"", "$.baseTaxe")]
    [InlineData("depenses", """[{ "libelle": "a", "categorie": "Autre", "montantHT": -1 }]""", "$.depenses[0].montantHT")]
    [InlineData("depenses", """[{ "libelle": "a", "categorie": "Autre", "montantHT": 1.234 }]""", "$.depenses[0].montantHT")]
    [InlineData("depenses", """[{ "libelle": "a", "categorie": "Autre", "montantHT": 1000000000 }]""", "$.depenses[0].montantHT")]
    [InlineData("depenses", """[{ "libelle": "a", "categorie": "Autre", "montantHT": 1e400 }]""", "$.depenses[0].montantHT")]
    [InlineData("depenses", """[{ "libelle": "a", "categorie": "Reve", "montantHT": 1 }]""", "$.depenses[0].categorie")]
    [InlineData("ressources", """[{ "type": "Loto", "montant": 1, "statut": "Acquis" }]""", "$.ressources[0].type")]
    [InlineData("ressources", """[{ "type": "FITN", "montant": 1, "statut": "Promis" }]""", "$.ressources[0].statut")]
    [InlineData("ressources", """[{ "type": "FITN", "montant": "1", "statut": "Acquis" }]""", "$.ressources[0].montant")]
    [InlineData("deposeLe", "\"2021-08-20T10:00:00\"", "$.deposeLe")]
    [InlineData("deposeLe", "\"2021-08-20\"", "$.deposeLe")]
    [InlineData("dateEffetConcret", "\"30/06/2022\"", "$.dateEffetConcret")]
    [InlineData("urbanisme", "\"oui\"", "$.urbanisme")]
    [InlineData("porteur", "null", "$.porteur")]
    [InlineData("porteur", "{}", "$.porteur")]
    [InlineData("porteur", """{ "siren": "216800664", "codeInsee": "68066" }""", "$.porteur")]
    [InlineData("porteur", """{ "siren": "216800665" }""", "$.porteur.siren")]
    [InlineData("porteur", """{ "siren": "21680066400016" }""", "$.porteur.siren")]
    [InlineData("porteur", """{ "codeInsee": "Colmar" }""", "$.porteur.codeInsee")]
    [InlineData("porteur", """{ "fictif": { "nom": "a", "type": "Empire", "departement": "68" } }""", "$.porteur.fictif.type")]
    [InlineData(
        "porteur",
        """{ "fictif": { "nom": "a", "type": "Commune", "departement": "68", "populationTotale": -1 } }""",
        "$.porteur.fictif.populationTotale"
    )]
    [InlineData("membres", """[{ "siren": "216800664" }, { "siren": "1" }]""", "$.membres[1].siren")]
    [InlineData("dispositif", "null", "$.dispositif")]
    public async Task Une_demande_mal_formee_est_refusee_au_chemin_de_sa_faute(string cle, string valeur, string chemin)
    {
        var corps = JsonNode.Parse(Demande.Exemple)!.AsObject();
        corps[cle] = "@@";
        var r = await instance.SimulerAsync(corps.ToJsonString().Replace("\"@@\"", valeur, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, r.Code);
        Assert.Equal("application/problem+json", r.Type);
        Assert.Equal([chemin], r.Chemins);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"texte\"")]
    public async Task Un_corps_illisible_est_refuse(string corps)
    {
        var r = await instance.SimulerAsync(corps);

        Assert.Equal(HttpStatusCode.BadRequest, r.Code);
        Assert.Equal("application/problem+json", r.Type);
        Assert.NotEmpty(r.Chemins);
    }

    [Fact]
    public async Task Toutes_les_fautes_sont_dites_a_la_fois()
    {
        var r = await instance.SimulerAsync(c => (c["deposeLe"], c["regime"], c["porteur"]) = ("hier", "Reve", new JsonObject()));

        Assert.Equal(["$.deposeLe", "$.porteur", "$.regime"], r.Chemins.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("dispositif", "\"BZH-V9\"")]
    [InlineData("porteur", """{ "siren": "356000000" }""")]
    [InlineData("porteur", """{ "codeInsee": "99999" }""")]
    [InlineData("membres", """[{ "codeInsee": "99999" }]""")]
    public async Task Ce_qui_n_existe_pas_est_introuvable(string cle, string valeur)
    {
        var r = await instance.SimulerAsync(c => c[cle] = JsonNode.Parse(valeur));

        Assert.Equal(HttpStatusCode.NotFound, r.Code);
        Assert.Equal("application/problem+json", r.Type);
        Assert.Equal("Introuvable.", r.Corps["title"]!.GetValue<string>());
    }
}
