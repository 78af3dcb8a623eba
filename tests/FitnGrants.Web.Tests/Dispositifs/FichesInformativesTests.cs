namespace FitnGrants.Web.Tests.Dispositifs;

public sealed class FichesInformativesTests(Instance instance) : IClassFixture<Instance>
{
    public static TheoryData<string, string> Fiches =>
        new()
        {
            { "NAT-DEMAT", "Dématérialiser les démarches administratives" },
            { "NAT-DATA", "Soutenir l'usage des données" },
            { "NAT-COOP", "Développer la coopération numérique" },
            { "CNFS-COLL", "Accueillir des conseillers numériques dans une collectivité" },
            { "CNFS-STRUCT", "Accueillir des conseillers numériques dans une structure privée" },
        };

    [Theory]
    [MemberData(nameof(Fiches))]
    public async Task Une_fiche_se_montre_avec_son_bandeau_son_calendrier_et_son_test(string code, string titre)
    {
        var page = await instance.Anonyme().LireAsync($"/dispositifs/{code}");

        Assert.Equal((HttpStatusCode.OK, titre), (page.Code, page.De("h1")));
        Assert.Contains("Cet appel n'est pas ouvert au dépôt ici.", page.De(".bandeau--archive"));
        Assert.Contains("ailleurs que sur ce service", page.De(".bandeau--archive"));
        Assert.Contains("Calendrier", page.Texte);
        Assert.NotNull(page.Document.QuerySelector("#orientation form[method=get]"));
        Assert.Null(page.De("#orientation .verdict"));
        Assert.Empty(page.Document.QuerySelectorAll("a[href^='/dossiers/nouveau']"));
    }

    [Theory]
    [MemberData(nameof(Fiches))]
    public async Task Une_fiche_n_accepte_pas_de_depot_ici(string code, string titre)
    {
        var porteur = await instance.EnTantQueAsync("porteur.vern");

        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/nouveau?dispositif={code}")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.PosterAsync($"/dossiers/nouveau?dispositif={code}", ("Titre", titre))).Code);
    }

    [Theory]
    [MemberData(nameof(Fiches))]
    public async Task Une_fiche_a_ses_regles_avec_leurs_citations(string code, string titre)
    {
        var page = await instance.Anonyme().LireAsync($"/dispositifs/{code}/reglement");

        Assert.Equal(HttpStatusCode.OK, page.Code);
        var regles = page.Document.QuerySelectorAll("article.regle-fiche");
        Assert.True(regles.Length >= 3, titre);
        Assert.All(regles, r => Assert.Contains(", ligne", r.TextContent, StringComparison.Ordinal));
        Assert.All(regles, r => Assert.NotEmpty(r.QuerySelector("blockquote")!.TextContent));
    }

    [Fact]
    public async Task La_liste_et_le_plan_du_site_les_nomment_apres_les_trois_autres()
    {
        var liste = await instance.Anonyme().LireAsync("/dispositifs");
        var plan = await instance.Anonyme().LireAsync("/plan-du-site");

        Assert.Equal(
            ["BZH-V1", "HR-V1", "GE-V2", "NAT-DEMAT", "NAT-DATA", "NAT-COOP", "CNFS-COLL", "CNFS-STRUCT"],
            liste.Document.QuerySelectorAll(".dispositif-ligne a").Select(a => a.GetAttribute("href")!["/dispositifs/".Length..])
        );
        Assert.Contains("Autres dispositifs de France Relance, sans dépôt ici", liste.Texte);
        foreach (var code in Fiches.Select(f => f.Data.Item1))
            Assert.NotNull(plan.Document.QuerySelector($"a[href='/dispositifs/{code}']"));
    }

    [Fact]
    public async Task Un_code_inconnu_est_introuvable()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await instance.Anonyme().LireAsync("/dispositifs/NAT-RIEN")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await instance.Anonyme().LireAsync("/dispositifs/NAT-RIEN/reglement")).Code);
    }
}

/// <summary>The clock moves here: the class has its own instance.</summary>
public sealed class PremiereSessionTests(Instance instance) : IClassFixture<Instance>
{
    [Theory]
    [InlineData("2021-05-28T23:59:59+02:00", "La première session se clôture le 28 mai 2021.")]
    [InlineData("2021-05-29T00:00:00+02:00", "La première session s'est clôturée le 28 mai 2021.")]
    public async Task L_horloge_decide_du_temps_de_la_premiere_session(string instant, string phrase)
    {
        await instance.AlHeureAsync(instant);

        var page = await instance.Anonyme().LireAsync("/dispositifs/NAT-DATA");

        Assert.Contains(phrase, page.De(".bandeau--archive"));
        Assert.Contains(phrase, page.De("main ul"));
    }
}
