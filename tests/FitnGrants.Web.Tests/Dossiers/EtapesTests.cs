using FitnGrants.Web.Composants;

namespace FitnGrants.Web.Tests.Dossiers;

public sealed class EtapesTests(Instance instance) : IClassFixture<Instance>
{
    public static TheoryData<string, string, string> Fautes =>
        new()
        {
            { "collectivite", "Siret", "123" },
            { "collectivite", "Siret", "21680277700012 et plus" },
            { "collectivite", "Siret", "21680066400015" },
            { "collectivite", "Courriel", "pas-une-adresse" },
            { "collectivite", "Courriel", "a@b" },
            { "collectivite", "Courriel", "a@.fr" },
            { "collectivite", "Courriel", "a@b@commune.fr" },
            { "collectivite", "Telephone", "12" },
            { "collectivite", "RepresentantLegal", new string('a', 201) },
            { "projet", "Titre", new string('a', 151) },
            { "projet", "Resume", new string('a', 4001) },
            { "projet", "Lieux", new string('a', 501) },
            { "projet", "Thematiques", "Inconnue" },
            { "projet", "NaturesAppui", "<script>" },
            { "projet", "EtatAvancement", "9" },
            { "projet", "Regime", "Autre" },
            { "criteres", "Urbanisme", "peut-être" },
            { "financement", "BaseTaxe", "" },
            { "financement", "Depenses[0].Libelle", "" },
            { "financement", "Depenses[0].Libelle", new string('a', 201) },
            { "financement", "Depenses[0].Montant", "" },
            { "financement", "Depenses[0].Montant", "-5" },
            { "financement", "Depenses[0].Montant", "mille" },
            { "financement", "Depenses[0].Montant", "1,234" },
            { "financement", "Depenses[0].Montant", "99999999999" },
            { "financement", "Depenses[0].TauxTva", "100,01" },
            { "financement", "Depenses[0].Categorie", "Cadeau" },
            { "financement", "Ressources[0].Montant", "-1" },
            { "financement", "Ressources[0].Montant", "1e9" },
            { "financement", "Ressources[0].Type", "Loto" },
            { "financement", "Ressources[1].Statut", "Promis" },
            { "calendrier", "DateDebutPrevue", "31/02/2021" },
            { "calendrier", "DateFinPrevue", "bientôt" },
            { "calendrier", "DateEffetConcret", "01/01/1999" },
            { "calendrier", "DatePremierActeJuridique", "2021" },
        };

    [Theory]
    [MemberData(nameof(Fautes))]
    public async Task Une_valeur_refusee_est_dite_a_son_champ_et_rien_n_est_perdu_ni_ecrit(string etape, string champ, string valeur)
    {
        var (porteur, adresse) = await BrouillonAsync();
        var avant = await instance.DossierAsync(adresse);
        var trace = await instance.TraceAsync(adresse);
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/{etape}");
        var saisis = PageLue
            .Champs(page.Formulaire("main form"))
            .Where(c => c.Nom is not (PageLue.Jeton or "Revision") && c.Nom != champ)
            .ToList();

        var reponse = await porteur.SoumettreAsync(page, "main form", (champ, valeur));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        var id = ChampDeBase.Identifiant(champ);
        Assert.True(reponse.Erreur(id) is { Length: > 10 }, $"Aucune phrase à côté de {champ}.");
        Assert.NotNull(reponse.Document.QuerySelector($".erreurs a[href='#{id}']"));
        Assert.StartsWith("Erreur : ", PageLue.Plat(reponse.Document.Title!), StringComparison.Ordinal);
        Assert.NotEmpty(reponse.Document.QuerySelectorAll($"[name='{champ}'][aria-invalid=true], [aria-invalid=true] [name='{champ}']"));
        Assert.All(saisis, s => Assert.Equal(s.Valeur, reponse.Valeur(s.Nom)));
        if (
            champ is not ("Thematiques" or "NaturesAppui" or "EtatAvancement" or "Regime" or "Urbanisme" or "BaseTaxe")
            && !champ.EndsWith("Type", StringComparison.Ordinal)
            && !champ.EndsWith("Statut", StringComparison.Ordinal)
            && !champ.EndsWith("Categorie", StringComparison.Ordinal)
        )
            Assert.Equal(valeur, reponse.Valeur(champ));
        Assert.Equal(trace, await instance.TraceAsync(adresse));
        Assert.Equivalent(avant.Contenu, (await instance.DossierAsync(adresse)).Contenu, strict: true);
    }

    [Theory]
    [InlineData("collectivite", "groupement")]
    [InlineData("groupement", "projet")]
    [InlineData("projet", "criteres")]
    [InlineData("criteres", "financement")]
    [InlineData("financement", "calendrier")]
    [InlineData("calendrier", "pieces")]
    public async Task Une_etape_enregistree_telle_quelle_ne_change_que_sa_revision_et_mene_a_la_suivante(string etape, string suivante)
    {
        var (porteur, adresse) = await BrouillonAsync();
        var avant = await instance.DossierAsync(adresse);
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/{etape}");

        var reponse = await porteur.SoumettreAsync(page, "main form", ("action", "continuer"));

        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        Assert.Equal($"/dossiers/{adresse}/modifier/{suivante}#etape", reponse.Vers);
        var apres = await instance.DossierAsync(adresse);
        Assert.Equal(avant.Revision + 1, apres.Revision);
        Assert.Equal(avant.Contenu.Projet.MontantDemande, apres.Contenu.Projet.MontantDemande);
        Assert.Equal(avant.Contenu.Projet.TotalDepenses, apres.Contenu.Projet.TotalDepenses);
        Assert.Equal(avant.Titre, apres.Titre);
    }

    [Fact]
    public async Task Une_page_perimee_qui_ne_dit_pas_ce_qu_elle_montrait_n_ecrit_rien_et_rend_ce_qui_etait_saisi()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var ancienne = await porteur.LireAsync($"/dossiers/{adresse}/modifier/projet");
        await porteur.SoumettreAsync(ancienne, "main form", ("Lieux", "Ailleurs"));
        var trace = await instance.TraceAsync(adresse);

        var reponse = await porteur.SoumettreAsync(ancienne, "main form", ("Resume", "Une phrase longue à retaper."), ("Origine", null));

        Assert.Equal(HttpStatusCode.Conflict, reponse.Code);
        Assert.Contains("Une phrase longue à retaper.", reponse.Texte);
        Assert.Contains("Rien n'a été enregistré", reponse.Texte);
        Assert.Equal(trace, await instance.TraceAsync(adresse));
        Assert.Equal("Ailleurs", (await instance.DossierAsync(adresse)).Contenu.Projet.Lieux);
    }

    [Fact]
    public async Task Un_texte_hostile_reste_du_texte()
    {
        const string Hostile = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        var (porteur, adresse) = await BrouillonAsync();
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/projet");

        await porteur.SoumettreAsync(page, "main form", ("Titre", Hostile), ("Resume", Hostile));

        foreach (
            var suite in new[]
            {
                $"/dossiers/{adresse}/modifier/projet",
                $"/dossiers/{adresse}/modifier/recapitulatif",
                $"/dossiers/{adresse}",
                "/mes-dossiers",
            }
        )
        {
            var lue = await porteur.LireAsync(suite);
            Assert.Equal(HttpStatusCode.OK, lue.Code);
            Assert.All(lue.Document.Scripts, s => Assert.NotEmpty(s.Source ?? ""));
            Assert.Empty(lue.Document.QuerySelectorAll("img[onerror]"));
            Assert.Contains(Hostile, lue.Document.Title + lue.Document.Body!.TextContent + lue.Valeur("Titre"));
        }
    }

    [Fact]
    public async Task Des_champs_que_le_formulaire_n_a_pas_ne_changent_rien()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/projet");

        await porteur.SoumettreAsync(
            page,
            "main form",
            ("Etat", "AccordSousReserve"),
            ("Siren", "216800664"),
            ("Dossier.Etat", "Refuse"),
            ("DeposeLe", "2021-01-01"),
            ("Numero", "FITN-1")
        );

        var apres = await instance.DossierAsync(adresse);
        Assert.Equal((FitnGrants.Domain.Dossiers.EtatDossier.Brouillon, "216802777"), (apres.Etat, apres.Siren));
        Assert.Null(apres.Numero);
        Assert.Null(apres.DeposeLe);
    }

    [Theory]
    [InlineData("Depenses[0].TauxTva", "101", "Indiquez un taux de TVA entre 0 et 100")]
    [InlineData("Depenses[0].Montant", "1 000 000 000", "Ce montant est trop grand : 999 999 999,99 € au plus.")]
    [InlineData("Ressources[0].Montant", "12345678901234567890123456789012345", "Ce montant est trop grand : 999 999 999,99 € au plus.")]
    [InlineData("Ressources[0].Montant", "1 000 000 000,123", "Indiquez un montant en euros")]
    public async Task Une_valeur_hors_de_ses_bornes_dit_lesquelles(string champ, string valeur, string phrase)
    {
        var (porteur, adresse) = await BrouillonAsync();

        var reponse = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{adresse}/modifier/financement"),
            "main form",
            (champ, valeur)
        );

        Assert.Contains(phrase, reponse.Erreur(ChampDeBase.Identifiant(champ)));
    }

    [Theory]
    [InlineData("mairie@commune.fr")]
    [InlineData("accueil.mairie@ville.de-colmar.example")]
    public async Task Une_adresse_electronique_avec_un_domaine_est_admise(string courriel)
    {
        var (porteur, adresse) = await BrouillonAsync();

        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{adresse}/modifier/collectivite"),
            "main form",
            ("Courriel", courriel)
        );

        Assert.Equal(courriel, (await instance.DossierAsync(adresse)).Contenu.Identite.Courriel);
    }

    [Fact]
    public async Task Un_plan_refuse_ne_dit_ni_enregistre_ni_conforme_de_ce_qui_ne_l_est_pas()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/financement");
        Assert.Contains("Enregistré à", page.De(".enregistre"));
        Assert.Contains("équilibrées, au centime", page.Texte);
        Assert.NotNull(page.Document.QuerySelector(".constat--conforme"));

        var reponse = await porteur.SoumettreAsync(page, "main form", ("Depenses[0].Montant", "mille"));

        Assert.Equal("Rien n'est enregistré", reponse.De(".enregistre"));
        Assert.DoesNotContain("équilibrées, au centime", reponse.Texte);
        Assert.Null(reponse.Document.QuerySelector(".constat--conforme"));
        Assert.Contains("sans ce que vous venez d'écrire", reponse.De(".parcours__volet"));
    }

    private async Task<(Navigateur Porteur, string Adresse)> BrouillonAsync()
    {
        var adresse = await instance.DeroulerAsync(
            new("216802777", "Archives en ligne", 12345.67m, 4115.18m)
            {
                Dispositif = "HR-V1",
                Jusqua = FitnGrants.Domain.Dossiers.EtatDossier.Brouillon,
            }
        );
        return (await instance.EnTantQueAsync("porteur.riquewihr"), adresse);
    }

    [Fact]
    public async Task Le_plan_se_calcule_tel_que_tape_et_rien_n_est_enregistre()
    {
        var (porteur, adresse) = await BrouillonAsync();
        var trace = await instance.TraceAsync(adresse);
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/financement");
        var champs = PageLue
            .Champs(page.Formulaire("main form"))
            .Where(c => c.Nom != "Depenses[0].Montant")
            .Append(("Depenses[0].Montant", "123 456,78"));

        var volet = await porteur.PosterAsync($"/dossiers/{adresse}/modifier/financement/calcul", champs);

        Assert.Equal(HttpStatusCode.OK, volet.Code);
        Assert.Contains("123 456,78 €", volet.Texte);
        Assert.Null(volet.Document.QuerySelector("h1"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (
                await porteur.PosterAsync(
                    $"/dossiers/{adresse}/modifier/financement/calcul",
                    ("BaseTaxe", "HT"),
                    ("Depenses[0].Libelle", "x"),
                    ("Depenses[0].Montant", "-1")
                )
            ).Code
        );
        Assert.Equal(trace, await instance.TraceAsync(adresse));
    }
}
