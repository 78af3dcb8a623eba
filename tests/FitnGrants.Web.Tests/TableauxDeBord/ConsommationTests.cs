using FitnGrants.Web.Features.TableauxDeBord;
using FitnGrants.Web.Tests.Comite;
using FitnGrants.Web.Tests.Suivi;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.TableauxDeBord;

/// <summary>Each figure of the page, computed again act by act over raw rows, and never by its query.</summary>
public sealed class ConsommationTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Chaque_chiffre_est_celui_des_actes_un_par_un()
    {
        var (gestion, second) = (
            await instance.EnTantQueAsync("gestionnaire.bretagne"),
            await instance.EnTantQueAsync("gestionnaire.bretagne-2")
        );
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        // One reports and is paid; one says nothing; one gives up.
        var vern = await instance.EnExecutionAsync("porteur.vern", "Qui rend compte", 28000m, 20720m, "213503527");
        await instance.EnExecutionAsync("porteur.leguerno", "Qui se tait", 10000m, 5000m, "215600776");
        var beuzec = await instance.EnExecutionAsync("porteur.beuzec", "Qui renonce", 9000m, 4000m, "212900088");
        var versements = $"/suivi/{vern}/versements";
        await porteur.FaireSurAsync(versements, "versements", ("Nature", "Avance"));
        await porteur.PosterAsync(versements + "/1/transmission", ("Montant", "6216"), ("Revision", $"{await RevisionAsync(vern)}"));
        await gestion.FaireSurAsync(versements + "/1", "controle");
        await gestion.FaireSurAsync(versements + "/1", "ordonnancement", ("NumeroDp", "100000001"));
        await second.FaireSurAsync(versements + "/1", "paiement", ("PayeeLe", "22/06/2021"));
        var renonce = await instance.EnTantQueAsync("porteur.beuzec");
        await renonce.SoumettreAsync(await renonce.LireAsync($"/suivi/{beuzec}/renonciation"), "main form", ("Motif", "Sans objet."));
        await instance.AlHeureAsync("2021-09-01T10:00:00+02:00");
        var etat = await porteur.LireAsync($"/suivi/{vern}/etats-des-lieux/prochain");
        var envoi = await porteur.SoumettreAsync(
            etat,
            "main form",
            ("AvancementPct", "40"),
            ("Avancement", "Le portail est en essai."),
            ("DepensesPayees", "9000"),
            ("Previsions[0].Montant", "10000"),
            ("Previsions[1].Montant", "9000"),
            ("Entreprises[0].Nom", "Atelier"),
            ("Entreprises[0].Departement", "35"),
            ("Entreprises[0].Montant", "10000"),
            ("Entreprises[1].Nom", "Éditeur du Finistère"),
            ("Entreprises[1].Departement", "29"),
            ("Entreprises[1].Montant", "2000,50"),
            ("Entreprises[2].Nom", "Software Ltd"),
            ("Entreprises[2].Departement", "99"),
            ("Entreprises[2].Montant", "300"),
            ("Entreprises[3].Nom", "Formation"),
            ("Entreprises[3].Departement", "75"),
            ("Entreprises[3].Montant", "40"),
            ("action", "transmettre")
        );
        Assert.True(envoi.Code == HttpStatusCode.Redirect, envoi.De("main"));
        await instance.AlHeureAsync("2021-11-20T10:00:00+01:00");

        var page = await gestion.LireAsync("/tableaux-de-bord/consommation");
        // What came back says why, and when.
        Assert.Contains("Renonciations le 22 juin 2021 4 000,00 €", page.De("aside .chiffres"));
        var lignes = page
            .Document.QuerySelectorAll("table:last-of-type tbody tr")
            .Where(l => l.QuerySelector("td[data-titre=Prévu]") is not null)
            .ToList();
        Assert.Equal(
            ["T2 2021", "T3 2021", "T4 2021", "T1 2022", "T2 2022", "T3 2022"],
            lignes.Select(l => l.QuerySelector("th")!.TextContent.Trim())
        );
        await instance.ComparerAsync(page, new DateOnly(2021, 11, 20));
        // By hand, for the one that reports: du(9 000), du(19 000), du(28 000) of 20 720 on 28 000.
        Assert.Contains("6 660,00 €", page.De("main"));
        Assert.Contains("1 lauréat en retard tient 5 000,00 €", page.De(".phrase-ouverte"));
        var juin = (await gestion.LireAsync("/tableaux-de-bord/consommation?au=2022-2")).De(".phrase-ouverte")!;
        Assert.StartsWith(
            "Au 30 juin 2022 : 25 720,00 € consommés ou prévus sur 25 720,00 € d'actes notifiés",
            juin,
            StringComparison.Ordinal
        );
        Assert.Contains("4 000,00 €", page.De("aside"));

        await FichierAsync(gestion, "2021-4");
        await EntreprisesAsync(gestion);
        await AutresLecteursAsync(vern);
    }

    /// <summary>R78: each company by its registered office, seen from a laureate of Ille-et-Vilaine.</summary>
    private static async Task EntreprisesAsync(Navigateur gestion)
    {
        var page = await gestion.LireAsync("/tableaux-de-bord/entreprises");
        Assert.StartsWith(
            "4 commandes de 1 lauréat, pour 12 340,50 € : 12 000,50 € vont à une entreprise dont le siège est dans leur région, "
                + "10 000,00 €",
            page.De(".phrase-ouverte")!,
            StringComparison.Ordinal
        );
        var vu = page
            .Document.QuerySelectorAll("table:first-of-type tbody tr td[data-titre=Montant]")
            .Select(c => ActesRecalcules.Montant(c.TextContent));
        Assert.Equal([10_000m, 2_000.50m, 40m, 300m, 0m], vu.Take(5));
        var csv = (await gestion.LireAsync("/tableaux-de-bord/entreprises.csv")).Source;
        Assert.Contains("Éditeur du Finistère", csv, StringComparison.Ordinal);
        Assert.Equal(
            12_340.50m,
            csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Sum(l => ActesRecalcules.Montant(l.Trim('\r').Split(';')[5]))
        );
    }

    /// <summary>The file of a quarter sums to its line.</summary>
    private async Task FichierAsync(Navigateur gestion, string au)
    {
        var csv = (await gestion.LireAsync("/tableaux-de-bord/consommation.csv?au=" + au)).Source;
        var lignes = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim('\r').Split(';')).ToList();
        var attendu = await instance.RecalculerAsync(ConsommationPage.Lire(au)!.Value);
        decimal Somme(int colonne) => lignes.Sum(l => ActesRecalcules.Montant(l[colonne]));
        Assert.Equal(
            (attendu.Acte, attendu.Paye, attendu.Consomme, attendu.Prevu, attendu.Estime),
            (Somme(5), Somme(6), Somme(7), Somme(8), Somme(9))
        );
    }

    /// <summary>The other préfectures of the community read the sums of the région, and none of its acts.</summary>
    private async Task AutresLecteursAsync(string vern)
    {
        foreach (var compte in new[] { "instructeur.29", "membre.29", "auditeur", "secretaire.bretagne" })
        {
            var page = await (await instance.EnTantQueAsync(compte)).LireAsync("/tableaux-de-bord/consommation");
            Assert.Contains("Qui se tait", page.De("main"));
        }
        var autre = await instance.EnTantQueAsync("membre.29");
        Assert.Null((await autre.LireAsync("/tableaux-de-bord/consommation")).Document.QuerySelector($"a[href*='{vern}']"));
        Assert.DoesNotContain(
            "Qui se tait",
            (await (await instance.EnTantQueAsync("gestionnaire.68")).LireAsync("/tableaux-de-bord/consommation")).De("main")
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await instance.EnTantQueAsync("porteur.vern")).LireAsync("/tableaux-de-bord/consommation")).Code
        );
    }

    private Task<int> RevisionAsync(string numero) =>
        instance.LireAsync(db => db.ActesAttributifs.Where(a => a.Numero == numero + "-A1").Select(a => a.Revision).SingleAsync());
}
