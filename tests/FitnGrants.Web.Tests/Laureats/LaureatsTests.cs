using System.Globalization;
using System.Text.Json;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Features.Laureats;
using FitnGrants.Web.Tests.Comite;
using FitnGrants.Web.Tests.Suivi;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Laureats;

/// <summary>What everyone reads of laureates: from the notification of their accord, while it holds (suivi.md, 8).</summary>
public sealed class LaureatsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private static readonly string[] Publiques =
    [
        "/",
        "/laureats",
        "/laureats/carte",
        "/laureats/donnees",
        "/statistiques",
        "/api/v1/laureats",
        "/api/v1/laureats.csv",
        "/api/v1/subventions-scdl.csv",
        "/api/v1/subventions-scdl.csv?version=2.1.1",
        "/sitemap.xml",
        "/sitemap-pages.xml",
        "/sitemap-laureats-2021.xml",
    ];

    [Fact]
    public async Task Rien_avant_la_notification_puis_l_accord_puis_la_subvention_puis_la_fin()
    {
        var (secretaire, gestion) = (
            await instance.EnTantQueAsync("secretaire.bretagne"),
            await instance.EnTantQueAsync("gestionnaire.bretagne")
        );
        var (porteur, public_) = (await instance.EnTantQueAsync("porteur.vern"), instance.Anonyme());
        var (numero, point) = await instance.PointAsync("Portail public", 28000m, 20720m, "213503527");
        var fiche = $"/laureats/{numero}";
        await SansMotAsync(public_, "Portail public", numero);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        await SansMotAsync(public_, "Portail public", numero);
        Assert.Equal(HttpStatusCode.NotFound, (await public_.LireAsync(fiche)).Code);

        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        var liste = await public_.LireAsync("/laureats?Q=portail+public");
        Assert.Contains("Accord sous réserve", liste.De("tbody tr"));
        Assert.Contains("20 720,00 €", PageLue.Plat(liste.De("tbody tr")!));
        Assert.Contains("sous réserve de l'acte", PageLue.Plat((await public_.LireAsync(fiche)).De("main")!));
        Assert.Contains($"{fiche}<", (await public_.LireAsync("/sitemap-laureats-2021.xml")).Source, StringComparison.Ordinal);
        Assert.DoesNotContain(numero, (await public_.LireAsync("/api/v1/subventions-scdl.csv")).Source, StringComparison.Ordinal);

        await instance.PreparerLActeAsync(numero);
        await gestion.FaireAsync(numero, "edition");
        await gestion.SignerLActeAsync(instance, numero);
        await gestion.FaireAsync(numero, "envoi");
        // A draft, an edition, a signature: nothing of them is public before the reception.
        Assert.DoesNotContain($"{numero}-A1", (await public_.LireAsync("/api/v1/laureats.csv")).Source, StringComparison.Ordinal);
        await porteur.LireAsync($"/suivi/{numero}/acte.pdf");
        Assert.Contains("Subvention attribuée", (await public_.LireAsync("/laureats?Q=portail+public")).De("tbody tr"));
        var donnees = (await public_.LireAsync("/api/v1/laureats.csv"))
            .Source.Split('\n')
            .Single(l => l.StartsWith(numero, StringComparison.Ordinal));
        Assert.Contains(",Attribuee,20720.00,28000.00," + numero + "-A1,2021-06-22,", donnees, StringComparison.Ordinal);
        await SansPersonneAsync(public_, numero);

        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/suivi/{numero}/renonciation"),
            "main form",
            ("Motif", "Le projet est abandonné par le conseil."),
            ("Confirmation", "true")
        );
        Assert.Equal(
            EtatPublic.Abandonnee,
            await instance.LireAsync(db =>
                db.ActesAttributifs.Where(a => a.Numero == numero + "-A1").Select(a => a.EtatPublic).SingleAsync()
            )
        );
        // An aid that ended offers no act to prepare, to send or to receive.
        var fini = await gestion.LireAsync($"/suivi/{numero}/acte");
        Assert.Contains("ne se prépare ni ne s'envoie plus", fini.Texte);
        Assert.Empty(fini.Document.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await public_.LireAsync(fiche)).Code);
        Assert.DoesNotContain("Portail public", (await public_.LireAsync("/laureats")).Texte);
        Assert.Contains(
            ",Abandonnee,",
            (await public_.LireAsync("/api/v1/laureats.csv"))
                .Source.Split('\n')
                .Single(l => l.StartsWith(numero, StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Les_chiffres_sont_ceux_des_lignes_et_un_projet_partage_compte_une_fois()
    {
        var public_ = instance.Anonyme();
        var numero = await instance.AccorderAsync("À deux départements", 30000m, 25000m);
        await instance.AccorderAsync("À un seul", 20000m, 12345.67m);
        await GrouperAsync(numero, ("215600776", 60m, "56"), ("212900088", 39.5m, "29"), ("213503527", 0.5m, "35"));
        // What the migration makes of an act of before is what the domain makes of it.
        var ecrits = await instance.LireAsync(db =>
            db.ActesAttributifs.OrderBy(a => a.Id)
                .Select(a => new
                {
                    a.Lieux,
                    a.DepartementsServis,
                    a.DecideLe,
                    a.Thematiques,
                    a.EtatPublic,
                })
                .ToListAsync()
        );
        var faits = await instance.LireAsync(db => db.ActesAttributifs.OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(
            faits.Select(a => (string.Join(' ', a.Lieux), string.Join(' ', a.DepartementsServis), a.EtatPublic)),
            ecrits.Select(a => (string.Join(' ', a.Lieux), string.Join(' ', a.DepartementsServis), a.EtatPublic))
        );
        Assert.All(ecrits, e => Assert.Equal((new DateOnly(2021, 6, 22), 1), (e.DecideLe, e.Thematiques.Length)));
        Assert.Equal(
            "15000,00 9875,00 125,00",
            string.Join(
                ' ',
                faits
                    .Single(a => a.Numero == numero + "-A1")
                    .Lieux.Select(l => l.Montant.Montant.ToString("0.00", CultureInfo.GetCultureInfo("fr-FR")))
            )
        );

        var page = await public_.LireAsync("/laureats");
        var enListe = faits.Where(a => a.EtatPublic is EtatPublic.Accord or EtatPublic.Attribuee).ToList();
        Assert.Equal(enListe.Count.ToString(CultureInfo.InvariantCulture), page.De("section tfoot td"));
        var rangees = page
            .Document.QuerySelectorAll("section tbody tr")
            .Select(r => r.QuerySelectorAll("th,td").Select(c => PageLue.Plat(c.TextContent)).ToList())
            .ToList();
        var attendus = enListe
            .SelectMany(a => a.Lieux)
            .GroupBy(l => l.Departement)
            .OrderByDescending(g => g.Sum(l => l.Montant.Montant))
            .Select(g => (g.Count(), g.Sum(l => l.Montant.Montant)));
        Assert.Equal(
            attendus,
            rangees.Select(r =>
                (
                    int.Parse(r[1], CultureInfo.InvariantCulture),
                    decimal.Parse(r[2].Replace(" ", "").Replace("€", ""), CultureInfo.GetCultureInfo("fr-FR"))
                )
            )
        );
        Assert.Contains("compte dans chacun, et une fois dans l'ensemble", page.Texte);
        Assert.Contains("À deux départements", (await public_.LireAsync("/laureats?Departement=29")).De("tbody"));
        Assert.DoesNotContain("À un seul", (await public_.LireAsync("/laureats?Departement=29&Q=deux")).De("tbody"));
        Assert.Contains("Aucun projet", (await public_.LireAsync("/laureats?Departement=68")).De("main"));
        Assert.Contains("60,00 %", (await public_.LireAsync($"/laureats/{numero}")).De("main"));
    }

    [Fact]
    public async Task Les_subventions_suivent_le_schema_champ_par_champ()
    {
        var public_ = instance.Anonyme();
        var numero = await instance.EnExecutionAsync(
            "porteur.leguerno",
            "Titre long, " + string.Join(' ', Enumerable.Repeat("numérique", 18)),
            30000m,
            25000m,
            "215600776"
        );
        await GrouperAsync(numero, ("215600776", 60m, "56"), ("212900088", 39.5m, "29"), ("213503527", 0.5m, "35"));
        await instance.SqlAsync(
            $"""
            update actes_attributifs set termes = termes || jsonb_build_object('Objet', '=' || repeat('mot ', 80) || chr(10) || '"fin"'),
                beneficiaires = (select jsonb_agg(b || jsonb_build_object('Siret', (b ->> 'Siren') || '00010'))
                    from jsonb_array_elements(beneficiaires) b)
            where numero = {numero + "-A1"}
            """
        );
        foreach (
            var (version, adresse) in new[]
            {
                ("1.1.0", "/api/v1/subventions-scdl.csv?version=1.1.0"),
                ("2.1.1", "/api/v1/subventions-scdl.csv?version=2.1.1"),
            }
        )
        {
            var fichier = await public_.LireAsync(adresse);
            Assert.Equal("text/csv", fichier.Type);
            Assert.StartsWith("nomAttribuant,", fichier.Source, StringComparison.Ordinal);
            var lignes = SchemaScdl.Lire(version).Valider(fichier.Source).Where(l => l["referenceDecision"] == numero + "-A1").ToList();
            Assert.Equal(3, lignes.Count);
            Assert.All(lignes, l => Assert.Equal(("25000.00", "échelonné"), (l["montant"], l["conditionsVersement"])));
            Assert.Equal(
                version == "1.1.0" ? ["0.6", "0.395", "0.005"] : ["0.595", "0.395", "0.01"],
                lignes.Select(l => l["pourcentageSubvention"])
            );
            Assert.Equal(1m, lignes.Sum(l => decimal.Parse(l["pourcentageSubvention"], CultureInfo.InvariantCulture)));
            Assert.Equal("21560077600010", lignes[0]["idBeneficiaire"]);
            Assert.EndsWith(" mot…", lignes[0]["objet"], StringComparison.Ordinal);
            Assert.StartsWith("2021-06-22/", lignes[0]["datesPeriodeVersement"], StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await public_.LireAsync("/api/v1/subventions-scdl.csv?version=3")).Code);
    }

    [Fact]
    public async Task Un_fichier_que_l_on_a_deja_ne_repart_pas_un_acte_le_refait()
    {
        var public_ = instance.Anonyme();
        using var premier = await public_.Client.GetAsync("/api/v1/laureats", TestContext.Current.CancellationToken);
        Assert.Equal("*", premier.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var donnees = JsonDocument.Parse(await premier.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Licence Ouverte 2.0", donnees.RootElement.GetProperty("licence").GetString());
        Assert.Equal(HttpStatusCode.NotModified, await DemanderAsync(premier.Headers.ETag!.Tag));
        var numero = await instance.AccorderAsync("Un lauréat de plus", 10000m, 5000m);
        Assert.Equal(HttpStatusCode.OK, await DemanderAsync(premier.Headers.ETag!.Tag));
        Assert.Contains(numero, (await public_.LireAsync("/api/v1/laureats")).Source, StringComparison.Ordinal);

        async Task<HttpStatusCode> DemanderAsync(string etiquette)
        {
            using var demande = new HttpRequestMessage(HttpMethod.Get, "/api/v1/laureats");
            demande.Headers.IfNoneMatch.Add(new(etiquette));
            using var reponse = await public_.Client.SendAsync(demande);
            return reponse.StatusCode;
        }
    }

    [Theory]
    [InlineData(new[] { 0.6, 0.4 }, new[] { 0.6, 0.4 })]
    [InlineData(new[] { 0.99, 0.005, 0.005 }, new[] { 0.98, 0.01, 0.01 })]
    [InlineData(new[] { 1.0 }, new[] { 1.0 })]
    public void Une_part_illisible_est_portee_au_minimum(double[] parts, double[] attendues) =>
        Assert.Equal(attendues.Select(p => (decimal)p), SubventionsScdl.Parts([.. parts.Select(p => (decimal)p)], deux: true));

    /// <summary>Its beneficiaries become these, in the database alone, as in an act of before: the migration fills the rest.</summary>
    private async Task GrouperAsync(string numero, params (string Siren, decimal Part, string Departement)[] membres)
    {
        var json = JsonSerializer.Serialize(
            membres.Select(m => new
            {
                m.Siren,
                Nom = "Membre " + m.Siren,
                m.Part,
            })
        );
        await instance.SqlAsync($"update actes_attributifs set beneficiaires = {json}::jsonb where numero = {numero + "-A1"}");
        await instance.LireAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync(
                "update actes_attributifs set lieux = '[]', departements_servis = '{{}}', thematiques = '{{}}', decide_le = '2000-01-01'"
            );
            // Its braces are of arrays: no value is put in.
            return await db.Database.ExecuteSqlRawAsync(
                Web.Donnees.Migrations.Laureats.Remplissage.Replace("{", "{{", StringComparison.Ordinal)
                    .Replace("}", "}}", StringComparison.Ordinal)
            );
        });
    }

    private static async Task SansMotAsync(Navigateur qui, params string[] mots)
    {
        foreach (var adresse in Publiques)
        {
            var page = await qui.LireAsync(adresse);
            Assert.Equal(HttpStatusCode.OK, page.Code);
            Assert.All(mots, mot => Assert.DoesNotContain(mot, page.Source, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>No mailbox, no name of who acts, in any public address.</summary>
    private static async Task SansPersonneAsync(Navigateur qui, string numero)
    {
        foreach (var adresse in Publiques.Append($"/laureats/{numero}"))
        {
            var source = (await qui.LireAsync(adresse)).Source;
            foreach (var mot in new[] { "@demo.example", "@mairie", "Maire", "2021-42", "Siret\"" })
                Assert.DoesNotContain(mot, source, StringComparison.Ordinal);
        }
    }
}
