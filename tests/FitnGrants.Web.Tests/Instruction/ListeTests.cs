namespace FitnGrants.Web.Tests.Instruction;

public sealed class ListeTests(Instance instance) : IClassFixture<Instance>
{
    [Theory]
    [InlineData("a-prendre", "À prendre 2", "Prise de rendez-vous en ligne", "Signalement des usagers")]
    [InlineData("en-cours", "En cours 1", "Formation des secrétaires de mairie")]
    [InlineData("prets", "Prêts 0")]
    [InlineData("en-seance", "En séance 0")]
    [InlineData("traites", "Traités 0")]
    [InlineData("inconnu", "À prendre 2", "Prise de rendez-vous en ligne", "Signalement des usagers")]
    public async Task Chaque_onglet_montre_ses_dossiers_et_leur_nombre(string onglet, string libelle, params string[] titres)
    {
        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync("/instruction?Onglet=" + onglet);

        Assert.Equal(libelle, page.De(".onglets a[aria-current=page]"));
        Assert.Equal(titres, Titres(page));
        Assert.Equal(titres.Length == 0, page.De(".vide") is not null);
    }

    [Theory]
    [InlineData("colmar")]
    [InlineData("COLMAR")]
    [InlineData("216800664")]
    [InlineData("216 800 664")]
    [InlineData("rendez-vous")]
    [InlineData("FITN-HR-V1-2021-00002")]
    [InlineData("fitn-hr-v1-2021-00002")]
    public async Task Une_recherche_trouve_par_nom_titre_numero_ou_SIREN(string texte)
    {
        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync("/instruction?Q=" + Uri.EscapeDataString(texte));

        Assert.Equal(["Prise de rendez-vous en ligne"], Titres(page));
    }

    [Theory]
    [InlineData("/instruction?Dispositif=%00")]
    [InlineData("/instruction?Q=%00col%00mar")]
    [InlineData("/instruction?Onglet=%00&Apres=%00")]
    public async Task Un_caractere_nul_dans_l_adresse_ne_casse_rien(string adresse) =>
        Assert.Equal(HttpStatusCode.OK, (await (await instance.EnTantQueAsync("instructeur.68")).LireAsync(adresse)).Code);

    [Theory]
    [InlineData("vern")]
    [InlineData("%")]
    [InlineData("__")]
    [InlineData("' or 1=1 --")]
    public async Task Une_recherche_ne_sort_pas_du_perimetre(string texte)
    {
        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync("/instruction?Q=" + Uri.EscapeDataString(texte));

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.DoesNotContain("Portail des familles", page.Texte);
    }

    [Theory]
    [InlineData("n'importe quoi")]
    [InlineData("2021-13-45_xyz")]
    [InlineData("2021-06-01_pas-un-guid")]
    [InlineData("_")]
    [InlineData("")]
    public async Task Un_curseur_mal_forme_est_la_premiere_page(string curseur)
    {
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var attendue = await agent.LireAsync("/instruction?Onglet=a-prendre");

        var page = await agent.LireAsync("/instruction?Onglet=a-prendre&Apres=" + Uri.EscapeDataString(curseur));

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Equal(Titres(attendue), Titres(page));
    }

    private static string[] Titres(PageLue page) => [.. page.Document.QuerySelectorAll("tbody td[data-titre=Dossier] a").Select(a => a.TextContent)];
}

/// <summary>Sixty dossiers on one tab.</summary>
public sealed class PagesDeLaListeTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task La_liste_se_lit_par_pages_de_cinquante_sans_trou_ni_double()
    {
        for (var i = 0; i < 55; i++)
            await instance.DeroulerAsync(new("216802777", $"Projet {i}") { Dispositif = "HR-V1", Jusqua = FitnGrants.Domain.Dossiers.EtatDossier.Depose });
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var premiere = await agent.LireAsync("/instruction?Onglet=a-prendre");
        var seconde = await agent.LireAsync(premiere.Document.QuerySelector(".pagination a")!.GetAttribute("href")!);

        string[] titres = [.. Numeros(premiere), .. Numeros(seconde)];
        Assert.Equal((50, 57, 57), (Numeros(premiere).Length, titres.Length, titres.Distinct(StringComparer.Ordinal).Count()));
        Assert.Null(seconde.Document.QuerySelector(".pagination a"));
    }

    private static string[] Numeros(PageLue page) => [.. page.Document.QuerySelectorAll("tbody td[data-titre=Dossier] a").Select(a => a.GetAttribute("href")!)];
}
