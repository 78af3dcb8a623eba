using FitnGrants.Web.Tests.Comite;

namespace FitnGrants.Web.Tests.Documents;

/// <summary>What members read before they vote: the day on a page, then a page a dossier.</summary>
public sealed class LivretTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Le_livret_dit_le_jour_sur_une_page_puis_un_dossier_par_page_et_son_total_est_celui_de_l_ordre_du_jour()
    {
        await instance.PointAsync("Portail des démarches", 28000m, 20720m, "213503527");
        var longs = string.Concat(Enumerable.Repeat("Un très long titre de projet ", 7)).Trim();
        await instance.PointAsync(longs, 12345.67m, 4115.18m);

        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var livret = PdfLu.Lire((await secretaire.LireAsync($"/comite/seances/{instance.Seance}/livret.pdf")).Octets);

        // The demonstration had put one on the agenda.
        Assert.Equal(4, livret.Pages.Count);
        foreach (
            var dit in new[]
            {
                "Communauté interdépartementale de sélection – Séance du mardi 22 juin 2021",
                "dossiers déposés jusqu'au 7 juin 2021",
                "3 dossiers Coût éligible : 104 345,67 € 72 835,18 €",
                "Demandé ce jour (hachuré)",
                "1 115 164,82 €",
                "Répartition par département",
                "Aucun dossier dans",
                "Les trois décisions",
            }
        )
            Assert.Contains(dit, livret.Pages[0], StringComparison.Ordinal);
        foreach (
            var dit in new[]
            {
                "Point 2",
                "Portail des démarches",
                "Commune de Vern-sur-Seiche (Ille-et-Vilaine)",
                "28 000,00 €",
                "20 720,00 €",
                "74,00 %",
                "7 280,00 €",
                "Plan de financement, hors taxes",
                "Décision de la séance",
            }
        )
            Assert.Contains(dit, livret.Pages[2], StringComparison.Ordinal);
        Assert.Contains(longs, livret.Pages[3], StringComparison.Ordinal);
        Assert.DoesNotContain("Projet, sans valeur", livret.Texte, StringComparison.Ordinal);
    }
}
