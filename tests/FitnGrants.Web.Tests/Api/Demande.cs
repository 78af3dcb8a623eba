using System.Text;
using System.Text.Json.Nodes;

namespace FitnGrants.Web.Tests.Api;

/// <summary>What the interface answered.</summary>
public sealed record Reponse(HttpStatusCode Code, string? Type, JsonObject Corps, HttpResponseMessage Brute)
{
    public JsonObject Constat(string regle) =>
        Corps["constats"]!.AsArray().Select(c => c!.AsObject()).Single(c => c["regle"]!.GetValue<string>() == regle);

    public string Resultat(string regle) => Constat(regle)["resultat"]!.GetValue<string>();

    public decimal? Nombre(string cle) => Corps[cle]?.GetValue<decimal>();

    public IEnumerable<string> Chemins => Corps["errors"]!.AsObject().Select(p => p.Key);
}

/// <summary>The published example of the simulation, and what tests change in it.</summary>
public static class Demande
{
    public const string Exemple = """
        { "dispositif": "HR-V1",
          "porteur": { "siren": "216800664" },
          "membres": [],
          "deposeLe": "2021-08-20T10:00:00+02:00",
          "baseTaxe": "HT", "tvaNonRecuperable": false,
          "depenses":   [ { "libelle": "Portail", "categorie": "Developpement", "montantHT": 50000.00, "montantTTC": 60000.00,
          "eligible": true, "paysEditeur": null } ],
          "ressources": [ { "type": "FITN", "montant": 40000.00, "statut": "Sollicite" }, { "type": "Autofinancement", "montant": 10000.00,
          "statut": "Acquis" } ],
          "titre": "Portail des familles", "resume": "…",
          "thematiques": ["ServiceEnLigneDonneesDematerialisation"], "naturesAppui": ["Deploiement"],
          "etatAvancement": "Conception", "regime": "Investissement",
          "dateDebutPrevue": "2021-09-15", "dateEffetConcret": "2022-06-30", "datePremierActeJuridique": null,
          "indicateurs": { "efficacite": "…", "nbAgents": 12, "nbUsagers": 3400, "dureeMois": 12, "animation": "…" },
          "methodeParticipative": "…",
          "urbanisme": false, "laboratoire": null, "exclusivite": false,
          "qpv": { "beneficiaire": false, "experimentation": false } }
        """;

    public static Task<Reponse> SimulerAsync(this Instance instance, Action<JsonObject>? changer = null)
    {
        var corps = JsonNode.Parse(Exemple)!.AsObject();
        changer?.Invoke(corps);
        return instance.SimulerAsync(corps.ToJsonString());
    }

    public static async Task<Reponse> SimulerAsync(this Instance instance, string corps, string type = "application/json")
    {
        var reponse = await instance
            .Anonyme()
            .Client.PostAsync("/api/v1/simulations", new StringContent(corps, Encoding.UTF8, type), TestContext.Current.CancellationToken);
        var texte = await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Reponse(
            reponse.StatusCode,
            reponse.Content.Headers.ContentType?.MediaType,
            texte.Length == 0 ? [] : JsonNode.Parse(texte)!.AsObject(),
            reponse
        );
    }

    /// <summary>A plan of one cost, what is asked, and the rest by oneself.</summary>
    public static void Plan(this JsonObject corps, decimal cout, decimal demande)
    {
        corps["depenses"] = new JsonArray(
            new JsonObject
            {
                ["libelle"] = "Portail",
                ["categorie"] = "Developpement",
                ["montantHT"] = cout,
            }
        );
        corps["ressources"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "FITN",
                ["montant"] = demande,
                ["statut"] = "Sollicite",
            },
            new JsonObject
            {
                ["type"] = "Autofinancement",
                ["montant"] = Math.Max(0, cout - demande),
                ["statut"] = "Acquis",
            }
        );
    }

    public static void Fictif(this JsonObject corps, int? population, string departement = "68") =>
        corps["porteur"] = new JsonObject
        {
            ["fictif"] = new JsonObject
            {
                ["nom"] = "Essai",
                ["type"] = "Commune",
                ["populationTotale"] = population,
                ["populationMunicipale"] = population,
                ["departement"] = departement,
            },
        };
}
