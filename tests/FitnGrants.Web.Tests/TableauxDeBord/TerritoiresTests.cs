using System.Globalization;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.TableauxDeBord;

/// <summary>The spread of accords, each figure computed again over raw rows.</summary>
public sealed class TerritoiresTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Page = "/tableaux-de-bord/territoires?dispositif=BZH-V1";

    [Fact]
    public async Task Chaque_chiffre_est_celui_des_lignes_une_par_une()
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await instance.AccorderAsync("À Vern", 28000m, 20720m, "213503527");
        await instance.AccorderAsync("Au Guerno", 10000m, 4115.18m, "215600776");
        // Decided and not told: deposited, and no accord yet.
        var (_, point) = await instance.PointAsync("Pas encore dit", 9000m, 4000m, "212900088");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);

        var page = await secretaire.LireAsync(Page);
        var dossiers = await instance.LireAsync(db => db.Dossiers.Where(d => d.DeposeLe != null && d.Dispositif == "BZH-V1").ToListAsync());
        var accords = await instance.LireAsync(db =>
            db.Decisions.Where(x => x.NotifieeLe != null && x.MontantAccorde != null).ToListAsync()
        );
        foreach (var (code, nom) in new[] { ("22", "Côtes-d'Armor"), ("29", "Finistère"), ("35", "Ille-et-Vilaine"), ("56", "Morbihan") })
        {
            var siens = dossiers.Where(d => d.Departement == code).ToList();
            var accorde = accords.Where(x => siens.Exists(d => d.Id == x.DossierId)).Sum(x => x.MontantAccorde!.Value.Montant);
            var habitants = await instance.LireAsync(db =>
                db.Collectivites.Where(c => c.Departement == code && c.Nature == Domain.Collectivites.NatureJuridique.Commune)
                    .SelectMany(c => c.Populations.Where(p => p.Annee == 2018))
                    .SumAsync(p => p.Totale ?? 0)
            );
            var ligne = Ligne(page, 0, nom);
            Assert.Equal($"{siens.Count}", ligne[1]);
            Assert.Equal($"{accords.Count(x => siens.Exists(d => d.Id == x.DossierId))}", ligne[2]);
            Assert.Equal(siens.Sum(d => d.MontantDemande!.Value.Montant), Montant(ligne[4]));
            Assert.Equal(accorde, Montant(ligne[5]));
            Assert.Equal(297000m - accorde, Montant(ligne[7]));
            Assert.Equal(habitants == 0 ? "–" : $"{habitants}", ligne[8].Replace(" ", "", StringComparison.Ordinal));
        }
        Assert.Equal(accords.Sum(x => x.MontantAccorde!.Value.Montant), Montant(Ligne(page, 0, "Ensemble")[5]));
        foreach (var (nom, de, a) in new[] { ("Petites", 0, 3_500), ("Moyennes", 3_500, 50_000), ("Grandes", 50_000, int.MaxValue) })
        {
            var siens = dossiers.Where(d => d.Porteur!.PopulationTotale is { } p && p >= de && p < a).ToList();
            var ligne = Ligne(page, 1, nom);
            Assert.Equal($"{siens.Count}", ligne[1]);
            Assert.Equal(
                accords.Where(x => siens.Exists(d => d.Id == x.DossierId)).Sum(x => x.MontantAccorde!.Value.Montant),
                Montant(ligne[5])
            );
        }
        Assert.Contains("sans lauréat : ", page.De(".phrase-ouverte"));
        Assert.Contains("repère indicatif", page.Texte);
        var fichier = (await secretaire.LireAsync("/tableaux-de-bord/territoires.csv?dispositif=BZH-V1")).Source;
        Assert.Contains("4115,18", fichier, StringComparison.Ordinal);
        Assert.DoesNotContain("Pas encore dit", fichier, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qui_siege_lit_les_sommes_un_autre_departement_n_existe_pas()
    {
        await instance.AccorderAsync("Pour tous", 8000m, 4000m);
        Assert.Contains("accord", (await (await instance.EnTantQueAsync("membre.22")).LireAsync(Page)).De(".phrase-ouverte"));
        var ailleurs = await instance.EnTantQueAsync("gestionnaire.68");
        Assert.DoesNotContain("Morbihan", (await ailleurs.LireAsync(Page)).De("main"));
        // GE-V2 is attributed by the région: its deposits would count there, and not its accords.
        Assert.DoesNotContain(
            "dispositif=GE-V2",
            (await ailleurs.LireAsync("/tableaux-de-bord/territoires")).Source,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Pour tous",
            (await ailleurs.LireAsync("/tableaux-de-bord/territoires.csv?dispositif=BZH-V1")).Source,
            StringComparison.Ordinal
        );
    }

    private static List<string> Ligne(PageLue page, int tableau, string nom) =>
        page
            .Document.QuerySelectorAll("main table")[tableau]
            .QuerySelectorAll("tr")
            .Select(r => r.QuerySelectorAll("th,td").Select(c => PageLue.Plat(c.TextContent)).ToList())
            .First(c => c[0].StartsWith(nom, StringComparison.Ordinal));

    private static decimal Montant(string texte) =>
        decimal.Parse(
            texte.Replace(" ", "", StringComparison.Ordinal).Replace("€", "", StringComparison.Ordinal),
            CultureInfo.GetCultureInfo("fr-FR")
        );
}
