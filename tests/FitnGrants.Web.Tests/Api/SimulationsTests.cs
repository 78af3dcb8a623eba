using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Api;

public sealed class SimulationsTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task L_exemple_publie_a_la_reponse_publiee()
    {
        var r = await instance.SimulerAsync(Demande.Exemple);

        Assert.Equal(HttpStatusCode.OK, r.Code);
        Assert.Equal("HR-V1", r.Corps["dispositif"]!.GetValue<string>());
        var version = r.Corps["versionReglement"]!.GetValue<string>();
        Assert.True(await instance.LireAsync(db => db.VersionsDeReglement.AnyAsync(v => v.Version == version && v.Code == "HR-V1")));
        Assert.True(r.Corps["recevable"]!.GetValue<bool>());
        Assert.Equal("Eligible", r.Corps["verdict"]!.GetValue<string>());
        Assert.Equal("""{"retenue":69774,"reference":"Totale","millesime":2018}""", r.Corps["population"]!.ToJsonString());
        Assert.Equal("""{"borneInf":1000,"borneSup":80000,"tauxMin":20,"tauxMax":80}""", r.Corps["tranche"]!.ToJsonString());
        Assert.Equal(
            (50000m, 40000m, 80m, 10000m, 40000m),
            (r.Nombre("assiette"), r.Nombre("montantDemande"), r.Nombre("tauxDemande"), r.Nombre("plancher"), r.Nombre("plafond"))
        );
        Assert.Equal("Conforme", r.Resultat("R21"));
        Assert.All(r.Corps["constats"]!.AsArray(), c =>
        {
            Assert.Equal(["regle", "resultat", "message", "source", "valeurs"], c!.AsObject().Select(p => p.Key));
            Assert.NotEmpty(c["message"]!.GetValue<string>());
            Assert.NotEmpty(c["source"]!["document"]!.GetValue<string>());
        });
    }

    [Fact]
    public async Task Au_dessus_de_80_pour_cent_Colmar_est_refusee_et_lit_son_plafond()
    {
        var r = await instance.SimulerAsync(c => c.Plan(50000, 45000));

        Assert.Equal(HttpStatusCode.OK, r.Code);
        Assert.Equal("Bloquant", r.Resultat("R21"));
        Assert.Equal(40000m, r.Nombre("plafond"));
        Assert.False(r.Corps["recevable"]!.GetValue<bool>());
        Assert.Equal("NonEligible", r.Corps["verdict"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{ "siren": "216800664" }""")]
    [InlineData("""{ "siren": "21680066400015" }""")]
    [InlineData("""{ "siren": "216 800 664" }""")]
    [InlineData("""{ "codeInsee": "68066" }""")]
    public async Task Une_collectivite_se_nomme_par_SIREN_SIRET_ou_code_INSEE(string porteur)
    {
        var r = await instance.SimulerAsync(c => c["porteur"] = JsonNode.Parse(porteur));

        Assert.Equal(69774, r.Corps["population"]!["retenue"]!.GetValue<int>());
    }

    [Theory]
    [InlineData(999, 20000, 4000, 20000, "R20")]
    [InlineData(1000, 20000, 4000, 16000, "R21")]
    [InlineData(79999, 100000, 20000, 80000, "R21")]
    [InlineData(80000, 100000, 0.01, 20000, "R22")]
    [InlineData(99999, 100000, 0.01, 20000, "R22")]
    public async Task Chaque_tranche_a_ses_deux_bornes_au_centime(int population, int cout, double plancher, double plafond, string regle)
    {
        var auPlafond = await SimulerAsync((decimal)plafond);
        Assert.Equal(((decimal)plancher, (decimal)plafond), (auPlafond.Nombre("plancher"), auPlafond.Nombre("plafond")));
        Assert.Equal("Conforme", auPlafond.Resultat(regle));
        Assert.Equal("Conforme", (await SimulerAsync((decimal)plancher)).Resultat(regle));
        Assert.Equal("NonEligible", (await SimulerAsync((decimal)plafond + 0.01m)).Corps["verdict"]!.GetValue<string>());
        if (plancher > 0.01)
            Assert.Equal("Bloquant", (await SimulerAsync((decimal)plancher - 0.01m)).Resultat(regle));

        Task<Reponse> SimulerAsync(decimal demande) =>
            instance.SimulerAsync(c =>
            {
                c.Fictif(population);
                c.Plan(cout, demande);
            });
    }

    [Fact]
    public async Task A_100_000_habitants_aucune_tranche_ne_s_applique()
    {
        var r = await instance.SimulerAsync(c => c.Fictif(100_000));

        Assert.Equal("Bloquant", r.Resultat("R11"));
        Assert.Null(r.Corps["tranche"]);
        Assert.Null(r.Corps["plafond"]);
        Assert.Contains(
            "réservé aux collectivités de moins de 100 000 habitants",
            PageLue.Plat(r.Constat("R11")["message"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task Une_population_inconnue_est_a_verifier_et_n_a_pas_de_bornes()
    {
        var r = await instance.SimulerAsync(c => c.Fictif(null));

        Assert.Equal("AVerifier", r.Resultat("R11"));
        Assert.Equal("AVerifier", r.Corps["verdict"]!.GetValue<string>());
        Assert.True(r.Corps["recevable"]!.GetValue<bool>());
        Assert.Null(r.Corps["tranche"]);
        Assert.Null(r.Corps["plancher"]);
        Assert.Null(r.Corps["plafond"]);
    }

    [Theory]
    [InlineData(true, "Conforme")]
    [InlineData(false, "Bloquant")]
    [InlineData(null, "AVerifier")]
    public async Task En_TTC_la_TVA_doit_etre_dite_non_recuperable(bool? nonRecuperable, string attendu)
    {
        var r = await instance.SimulerAsync(c =>
        {
            (c["baseTaxe"], c["tvaNonRecuperable"]) = ("TTC", nonRecuperable);
            c["ressources"]![1]!["montant"] = 20000;
        });

        Assert.Equal(attendu, r.Resultat("A12"));
        Assert.Equal(60000m, r.Nombre("assiette"));
    }

    [Fact]
    public async Task Ce_que_l_interface_ne_connait_pas_est_ignore()
    {
        var attendu = await instance.SimulerAsync();
        var r = await instance.SimulerAsync(c => (c["inconnu"], c["porteur"]!["surnom"]) = (new JsonObject { ["a"] = 1 }, "x"));

        Assert.Equal(HttpStatusCode.OK, r.Code);
        Assert.Equal(attendu.Corps.ToJsonString(), r.Corps.ToJsonString());
    }

    [Fact]
    public async Task Un_montant_se_juge_par_sa_valeur()
    {
        var r = await instance.SimulerAsync(Demande.Exemple.Replace("40000.00", "4e4", StringComparison.Ordinal));

        Assert.Equal(40000m, r.Nombre("montantDemande"));
        Assert.Equal("Conforme", r.Resultat("R21"));
    }

    [Theory]
    [InlineData("2021-08-27T23:59:59+02:00", "Conforme", "Conforme")]
    [InlineData("2021-08-27T21:59:59.999Z", "Conforme", "Conforme")]
    [InlineData("2021-08-28T00:00:00+02:00", "Bloquant", "Bloquant")]
    [InlineData("2021-08-27T22:00:00Z", "Bloquant", "Bloquant")]
    public async Task Le_27_aout_dure_jusqu_a_minuit_a_Paris(string instant, string limite, string statut)
    {
        var r = await instance.SimulerAsync(c => c["deposeLe"] = instant);

        Assert.Equal(HttpStatusCode.OK, r.Code);
        Assert.Equal((limite, statut), (r.Resultat("R71"), r.Resultat("R6")));
    }

    [Theory]
    [InlineData("2022-01-24T23:59:59+01:00", false)]
    [InlineData("2022-01-25T00:00:00+01:00", true)]
    public async Task En_Bretagne_le_depot_s_arrete_quand_aucune_seance_ne_vient(string instant, bool refuse)
    {
        var r = await instance.SimulerAsync(c =>
            (c["dispositif"], c["porteur"], c["deposeLe"], c["dateEffetConcret"]) = (
                "BZH-V1",
                new JsonObject { ["siren"] = "213503527" },
                instant,
                "2022-06-30"
            )
        );

        Assert.Equal(refuse, r.Resultat("A11") == "Bloquant");
        Assert.Equal(refuse, r.Corps["verdict"]!.GetValue<string>() == "NonEligible");
    }
}
