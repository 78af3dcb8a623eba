using FitnGrants.Web.Features.Instruction;

namespace FitnGrants.Web.Tests.Instruction;

/// <summary>How an agent likes its list.</summary>
public sealed class VuesTests(Instance instance) : IClassFixture<Instance>
{
    private static string[] Entetes(PageLue page) =>
        [.. page.Document.QuerySelectorAll("table th[scope=col]").Select(t => t.TextContent).Skip(1)];

    [Fact]
    public async Task Les_colonnes_choisies_restent_d_une_session_a_l_autre()
    {
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var page = await agent.LireAsync("/instruction?Onglet=a-prendre&Qui=personne");
        Assert.Equal(["Ce qui attend, et avant quand", "Dossier", "Porteur", "Demandé", "Taux", "Constats"], Entetes(page));

        var reponse = await agent.PosterAsync(
            "/instruction/colonnes?Onglet=a-prendre&Qui=personne",
            ("Colonnes", "depot"),
            ("Colonnes", "agent"),
            ("Colonnes", "inconnue")
        );

        Assert.Equal("/instruction?Onglet=a-prendre&Qui=personne", reponse.Vers);
        var autre = await (await instance.NouvelleSessionAsync("instructeur.68")).LireAsync("/instruction");
        Assert.Equal(["Ce qui attend, et avant quand", "Dossier", "Confié à", "Déposé le"], Entetes(autre));
        Assert.Contains("25 mai 2021", autre.De("tbody")!);
    }

    [Fact]
    public async Task Des_filtres_se_gardent_sous_un_nom_se_remplacent_et_se_suppriment()
    {
        var agent = await instance.EnTantQueAsync("instructeur.35");
        var page = await agent.LireAsync("/instruction?Onglet=en-cours&Qui=moi");
        var refus = await agent.SoumettreAsync(page, "form[action^='/instruction/vues']", ("Nom", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Donnez un nom à ces filtres.", refus.Erreur("Nom"));

        await agent.SoumettreAsync(refus, "form[action^='/instruction/vues']", ("Nom", "Mes urgences"));
        await agent.PosterAsync("/instruction/vues?Onglet=a-prendre&Natures=epci", ("Nom", "Mes urgences"));

        var liste = await agent.LireAsync("/instruction");
        var lien = Assert.Single(liste.Document.QuerySelectorAll(".vues a"));
        Assert.Equal(("Mes urgences", "/instruction?Onglet=a-prendre&Natures=epci"), (lien.TextContent, lien.GetAttribute("href")));
        var voisin = await instance.EnTantQueAsync("collegue.35");
        Assert.Empty((await voisin.LireAsync("/instruction")).Document.QuerySelectorAll(".vues a"));
        var suppression = liste.Document.QuerySelector(".vues form")!.GetAttribute("action")!;
        Assert.Equal(HttpStatusCode.NotFound, (await voisin.PosterAsync(suppression)).Code);
        await agent.PosterAsync(suppression);
        Assert.Empty((await agent.LireAsync("/instruction")).Document.QuerySelectorAll(".vues a"));
    }

    [Fact]
    public async Task Au_dela_de_vingt_noms_la_page_le_dit()
    {
        var agent = await instance.EnTantQueAsync("instructeur.56");
        await agent.LireAsync("/instruction");
        for (var i = 0; i < VuesController.Maximum; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await agent.PosterAsync("/instruction/vues?Onglet=prets", ("Nom", $"Vue {i}"))).Code);

        Assert.Contains(
            "Vous avez déjà 20 filtres enregistrés",
            (await agent.PosterAsync("/instruction/vues?Onglet=prets", ("Nom", "De trop"))).Erreur("Nom")
        );
    }
}
