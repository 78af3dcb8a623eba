namespace FitnGrants.Web.Tests.Dispositifs;

public sealed class OrientationTests(Instance instance) : IClassFixture<Instance>
{
    private const string Rennes = "213502388";
    private const string RennesMetropole = "243500139";
    private const string ColmarAgglo = "246800726";
    private const string Colmar = "216800664";

    private Task<PageLue> LireAsync(string suite) => instance.Anonyme().LireAsync("/dispositifs/NAT-DEMAT" + suite);

    [Fact]
    public async Task Un_projet_qui_couvre_assez_d_habitants_peut_relever_des_appels_nationaux()
    {
        var page = await LireAsync($"?sirens={RennesMetropole}-{ColmarAgglo}");

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Contains("Ce projet peut relever des appels à projets nationaux.", page.De(".verdict--eligible"));
        Assert.Contains("565 383", page.De(".verdict--eligible .verdict__montant"));
        Assert.Contains("couvrant au minimum une population de 500 000 habitants ou un département", page.De(".verdict .citation"));
        Assert.Null(page.Document.QuerySelector("#orientation a[href='/simulateur']"));
    }

    [Fact]
    public async Task Un_projet_trop_petit_est_renvoye_vers_le_simulateur()
    {
        var page = await LireAsync($"?sirens={RennesMetropole}&departement=non");

        Assert.Contains("comptent 451 762 habitants : il en manque 48 238", page.De(".verdict--noneligible"));
        Assert.NotNull(page.Document.QuerySelector("#orientation a[href='/simulateur']"));
    }

    [Fact]
    public async Task Couvrir_un_departement_suffit()
    {
        Assert.Contains("peut relever", (await LireAsync("?departement=oui")).De(".verdict--eligible"));
        Assert.Contains("peut relever", (await LireAsync($"?sirens={Colmar}&departement=oui")).De(".verdict--eligible"));
    }

    [Fact]
    public async Task Sans_reponse_sur_le_departement_la_question_reste_a_verifier() =>
        Assert.Contains(
            "dites si le projet couvre un département entier",
            (await LireAsync($"?sirens={Colmar}")).De(".verdict--averifier")
        );

    [Fact]
    public async Task Une_commune_et_sa_metropole_ne_s_ajoutent_pas()
    {
        // The membership is that of the year of the figures, whatever it became.
        await instance.SqlAsync($"update populations set epci = {RennesMetropole} where siren = {Rennes} and annee = 2018");
        await instance.SqlAsync($"update collectivites set epci = null where siren = {Rennes}");

        var page = await LireAsync($"?sirens={Rennes}-{RennesMetropole}&departement=non");

        Assert.Contains("451 762", page.De(".verdict--noneligible .verdict__montant"));
        Assert.Contains("déjà comptée dans Rennes Métropole", page.De("#orientation table"));
    }

    [Fact]
    public async Task Une_commune_qui_n_etait_pas_encore_dans_l_EPCI_est_comptee_a_part()
    {
        await instance.SqlAsync($"update populations set epci = null where siren = {Colmar} and annee = 2018");
        await instance.SqlAsync($"update populations set epci = {RennesMetropole} where siren = {Colmar} and annee = 2023");
        await instance.SqlAsync($"update collectivites set epci = {RennesMetropole} where siren = {Colmar}");

        var page = await LireAsync($"?sirens={Colmar}-{RennesMetropole}&departement=non");

        Assert.DoesNotContain("déjà comptée", page.De("#orientation table"));
    }

    [Fact]
    public async Task Une_collectivite_absente_du_referentiel_est_nommee_et_reste_a_verifier() =>
        Assert.Contains("SIREN 999999999", (await LireAsync("?sirens=999999999&departement=non")).De(".verdict--averifier"));

    [Theory]
    [InlineData("Collectivite=Colmar&Siren=216800664")]
    [InlineData("Collectivite=216800664")]
    [InlineData("Collectivite=68066")]
    public async Task Une_collectivite_trouvee_entre_dans_l_adresse(string question)
    {
        var page = await LireAsync($"?sirens={RennesMetropole}&departement=non&{question}");

        Assert.Equal(
            (HttpStatusCode.Redirect, $"/dispositifs/NAT-DEMAT?sirens={RennesMetropole}-{Colmar}&departement=non#orientation"),
            (page.Code, page.Vers)
        );
    }

    [Fact]
    public async Task Une_collectivite_deja_dans_la_liste_n_y_entre_pas_deux_fois() =>
        Assert.Equal(
            $"/dispositifs/NAT-DEMAT?sirens={Colmar}#orientation",
            (await LireAsync($"?sirens={Colmar}&Collectivite={Colmar}")).Vers
        );

    [Fact]
    public async Task Un_nom_partage_offre_le_choix_sans_perdre_la_liste()
    {
        var page = await LireAsync($"?sirens={RennesMetropole}&Collectivite=colmar");

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Contains(
            $"/dispositifs/NAT-DEMAT?sirens={RennesMetropole}-{Colmar}#orientation",
            page.Document.QuerySelectorAll(".encart a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal("colmar", page.Valeur("Collectivite"));
    }

    [Fact]
    public async Task Chaque_collectivite_se_retire()
    {
        var page = await LireAsync($"?sirens={RennesMetropole}-{Colmar}&departement=non");

        Assert.Equal(
            [
                $"/dispositifs/NAT-DEMAT?sirens={Colmar}&departement=non#orientation",
                $"/dispositifs/NAT-DEMAT?sirens={RennesMetropole}&departement=non#orientation",
            ],
            page.Document.QuerySelectorAll("#orientation td a").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal($"{RennesMetropole}-{Colmar}", page.Valeur("sirens"));
    }

    [Fact]
    public async Task Une_collectivite_introuvable_est_dite_a_son_champ_et_la_liste_reste()
    {
        var page = await LireAsync($"?sirens={Colmar}&Collectivite=Atlantide");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains("Aucune collectivité ne correspond", page.Erreur("Collectivite"));
        Assert.Equal(("Atlantide", Colmar), (page.Valeur("Collectivite"), page.Valeur("sirens")));
        Assert.Contains("Colmar", page.De("#orientation table"));
    }

    [Fact]
    public async Task Une_liste_pleine_le_dit()
    {
        var sirens = string.Join('-', Enumerable.Range(100_000_000, 200));

        var page = await LireAsync($"?sirens={sirens}&Collectivite={Colmar}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains("La liste est pleine", page.Erreur("Collectivite"));
    }

    [Theory]
    [InlineData("CNFS-COLL", "Collectivite", "eligible", null)]
    [InlineData("CNFS-COLL", "Association", "averifier", "/dispositifs/CNFS-STRUCT?structure=Association#orientation")]
    [InlineData("CNFS-COLL", "EntrepriseEss", "averifier", "/dispositifs/CNFS-STRUCT?structure=EntrepriseEss#orientation")]
    [InlineData("CNFS-STRUCT", "Collectivite", "averifier", "/dispositifs/CNFS-COLL?structure=Collectivite#orientation")]
    [InlineData("CNFS-STRUCT", "Association", "eligible", null)]
    [InlineData("CNFS-STRUCT", "Autre", "averifier", null)]
    public async Task Le_test_des_conseillers_nomme_l_appel_de_chacun(string code, string structure, string ton, string? vers)
    {
        var page = await instance.Anonyme().LireAsync($"/dispositifs/{code}?Structure={structure}");

        Assert.Equal(HttpStatusCode.OK, page.Code);
        var reponse = page.De($".verdict--{ton}");
        Assert.Contains(
            structure switch
            {
                "Collectivite" => "Votre appel : Conseillers numériques, collectivités",
                "Autre" => "Votre appel : à vérifier",
                _ => "Votre appel : Conseillers numériques, structures",
            },
            reponse
        );
        Assert.Contains("40 000 à 50 000 euros par conseiller", reponse);
        Assert.Contains("dépense de personnel", reponse);
        Assert.Contains("3 semaines à 4 mois", reponse);
        Assert.Equal(vers, page.Document.QuerySelector(".verdict__tete a")?.GetAttribute("href"));
        Assert.Equal(structure, page.Valeur("Structure"));
    }

    [Theory]
    [InlineData("NAT-DEMAT?departement=peut-etre")]
    [InlineData("NAT-DEMAT?Collectivite=%00a123")]
    [InlineData("NAT-DEMAT?Siren=%00a123")]
    [InlineData("CNFS-COLL?Structure=Maire")]
    [InlineData("CNFS-COLL?Structure=99")]
    public async Task Une_reponse_impossible_est_refusee_sans_erreur(string suite) =>
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await instance.Anonyme().LireAsync("/dispositifs/" + suite)).Code);

    [Fact]
    public async Task Un_signe_invisible_n_empeche_pas_de_trouver()
    {
        var page = await instance.Anonyme().LireAsync("/dispositifs/NAT-DEMAT?Collectivite=%E2%80%AAColmar%E2%80%AC");

        Assert.Equal((HttpStatusCode.OK, "Colmar"), (page.Code, page.Valeur("Collectivite")));
    }

    [Theory]
    [InlineData("NAT-DEMAT?sirens=%00")]
    [InlineData("NAT-DEMAT?sirens=-----")]
    [InlineData("NAT-DEMAT?sirens=';drop table x;--")]
    [InlineData("NAT-DEMAT?sirens=%D9%A1%D9%A2%D9%A3%D9%A4%D9%A5%D9%A6%D9%A7%D9%A8%D9%A9")]
    [InlineData("NAT-DEMAT?sirens[0]=216800664&sirens=1")]
    [InlineData("NAT-DEMAT?formulaire.sirens=216800664")]
    [InlineData("NAT-DEMAT?Collectivite=%25%25__")]
    [InlineData("NAT-DEMAT?code=HR-V1&Code=x")]
    [InlineData("CNFS-COLL?sirens=216800664&departement=oui")]
    [InlineData("CNFS-STRUCT?Structure=")]
    [InlineData("HR-V1?departement=peut-etre&Structure=x&Collectivite=%00")]
    public async Task Une_adresse_etrange_reste_une_page(string suite) =>
        Assert.InRange((int)(await instance.Anonyme().LireAsync("/dispositifs/" + suite)).Code, 200, 422);
}
