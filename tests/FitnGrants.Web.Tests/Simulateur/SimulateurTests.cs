namespace FitnGrants.Web.Tests.Simulateur;

public sealed class SimulateurTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Un_formulaire_vide_se_montre_sans_reproche()
    {
        var page = await instance.Anonyme().LireAsync("/simulateur");

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Null(page.De(".erreurs"));
        Assert.NotNull(page.Document.QuerySelector("main form#formulaire"));
    }

    [Fact]
    public async Task Quelques_lettres_offrent_le_choix_et_le_choix_repond()
    {
        var anonyme = instance.Anonyme();
        var choix = await anonyme.LireAsync("/simulateur?Collectivite=colm&Cout=50000&Montant=40000");
        Assert.Equal(HttpStatusCode.OK, choix.Code);
        var lien = choix.Document.QuerySelectorAll(".encart a").Single(a => a.TextContent == "Colmar").GetAttribute("href")!;

        var reponse = await anonyme.LireAsync(lien);

        Assert.Equal("Colmar peut déposer un dossier", reponse.De("h1"));
        Assert.Contains("Tranche de", reponse.Texte);
        Assert.Contains("40 000,00 €", reponse.Texte);
    }

    [Theory]
    [InlineData("Siren=216800664")]
    [InlineData("Collectivite=216800664")]
    [InlineData("Collectivite=216 800 664")]
    [InlineData("Collectivite=21680066400015")]
    [InlineData("Collectivite=68066")]
    [InlineData("Collectivite=Colmar&Siren=216800664")]
    public async Task Colmar_se_trouve_par_ses_numeros(string question)
    {
        var page = await instance.Anonyme().LireAsync("/simulateur?Cout=50000&Montant=40000&" + question);

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Equal("Colmar peut déposer un dossier", page.De("h1"));
        Assert.Contains("69 774 habitants", page.Texte);
        Assert.Contains("de 10 000,00 € à 40 000,00 €", page.Texte);
    }

    [Theory]
    [InlineData("Riquewihr", "Riquewihr", "216802777")]
    [InlineData("riquewihr", "Riquewihr", "216802777")]
    [InlineData("COLMAR", "Colmar", "216800664")]
    public async Task Sans_script_le_nom_tape_l_emporte_sur_le_siren_de_la_reponse_precedente(string tape, string attendue, string siren)
    {
        var anonyme = instance.Anonyme();
        var colmar = await anonyme.LireAsync("/simulateur?Siren=216800664&Collectivite=Colmar&Cout=50000&Montant=40000");
        Assert.Equal("216800664", colmar.Valeur("Siren"));

        var page = await anonyme.LireAsync($"/simulateur?Siren={colmar.Valeur("Siren")}&Collectivite={tape}&Cout=50000&Montant=40000");

        Assert.StartsWith($"{attendue} ", page.De("h1"));
        Assert.Equal(siren, page.Valeur("Siren"));
    }

    [Fact]
    public async Task Un_nom_introuvable_ne_garde_pas_le_siren_de_la_reponse_precedente()
    {
        var page = await instance.Anonyme().LireAsync("/simulateur?Siren=216800664&Collectivite=Atlantide&Cout=50000");

        Assert.Contains("Aucune collectivité ne correspond", page.Erreur("Collectivite"));
        Assert.Equal(("", "Atlantide"), (page.Valeur("Siren") ?? "", page.Valeur("Collectivite")));
    }

    [Fact]
    public async Task Un_montant_trop_haut_propose_le_montant_admis()
    {
        var page = await instance.Anonyme().LireAsync("/simulateur?Siren=216800664&Cout=50000&Montant=45000");

        var section = page.De("section[aria-labelledby='v-HR-V1']");
        Assert.Contains("non éligible", section);
        Assert.Contains("supérieur au maximum de 80 %", section);
        Assert.Contains("Essayer avec 40 000,00 €", section);
    }

    [Theory]
    [InlineData("Cout", "-5", "Indiquez un montant positif.")]
    [InlineData("Cout", "mille", "Indiquez un montant en euros")]
    [InlineData("Montant", "1,234", "« 1,234 » se lit 1234 ou 1,234")]
    [InlineData("Montant", "99999999999", "Ce montant est trop grand : 999 999 999,99 € au plus.")]
    [InlineData("Effet", "bientôt", "Cette date n'est pas lisible")]
    [InlineData("Acte", "31/02/2021", "« 31/02/2021 » n'existe pas : ce mois a 28 jours.")]
    public async Task Une_valeur_refusee_est_dite_a_son_champ_et_reste_ecrite(string champ, string valeur, string phrase)
    {
        var page = await instance
            .Anonyme()
            .LireAsync($"/simulateur?Collectivite=Colmar&Siren=216800664&{champ}={Uri.EscapeDataString(valeur)}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains(phrase, page.Erreur(champ));
        Assert.Contains(phrase, page.De($".erreurs a[href='#{champ}']"));
        Assert.Equal((valeur, "Colmar"), (page.Valeur(champ), page.Valeur("Collectivite")));
    }

    [Fact]
    public async Task Une_collectivite_inconnue_est_dite_a_son_champ()
    {
        var page = await instance.Anonyme().LireAsync("/simulateur?Collectivite=Atlantide&Cout=100");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains("Aucune collectivité ne correspond", page.Erreur("Collectivite"));
        Assert.Equal(("Atlantide", "100"), (page.Valeur("Collectivite"), page.Valeur("Cout")));
    }

    [Fact]
    public async Task Un_cout_sans_collectivite_demande_la_collectivite()
    {
        var page = await instance.Anonyme().LireAsync("/simulateur?Cout=100");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains("Indiquez votre collectivité", page.Erreur("Collectivite"));
    }

    [Fact]
    public async Task Les_suggestions_repondent_a_quelques_lettres()
    {
        var reponse = await instance.Anonyme().LireAsync("/api/v1/collectivites?q=colm");

        Assert.Contains("\"siren\":\"216800664\"", reponse.Source);
        Assert.Equal("[]", (await instance.Anonyme().LireAsync("/api/v1/collectivites?q=c")).Source);
        Assert.Equal("[]", (await instance.Anonyme().LireAsync("/api/v1/collectivites?q=%00z123")).Source);
    }

    [Fact]
    public async Task Un_agent_lit_la_simulation_sans_qu_on_lui_propose_de_deposer()
    {
        const string adresse = "/simulateur?Siren=216800664&Cout=50000&Montant=40000";

        Assert.Contains("Commencer un dossier", (await instance.Anonyme().LireAsync(adresse)).Texte);
        Assert.Contains("Commencer un dossier", (await (await instance.EnTantQueAsync("porteur.colmar")).LireAsync(adresse)).Texte);
        Assert.DoesNotContain("Commencer un dossier", (await (await instance.EnTantQueAsync("instructeur.68")).LireAsync(adresse)).Texte);
    }

    [Fact]
    public async Task De_la_simulation_s_ouvre_un_brouillon_deja_rempli_de_ce_qui_est_dit_et_de_rien_d_autre()
    {
        const string reponses =
            "Siren=215600776&Collectivite=Le+Guerno&Cout=20000&Montant=16000&Thematique=OffreOmnicanale"
            + "&Methode=oui&Qualite=oui&Beneficiaires=12";
        var simulation = await instance.Anonyme().LireAsync("/simulateur?" + reponses);
        Assert.Contains(simulation.Document.QuerySelectorAll("a"), a =>
            a.GetAttribute("href")?.StartsWith("/dossiers/nouveau?dispositif=BZH-V1&Siren=215600776", StringComparison.Ordinal) == true
        );
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");

        var cree = await porteur.SoumettreAsync(await porteur.LireAsync("/dossiers/nouveau?dispositif=BZH-V1&" + reponses), "main form");

        var dossier = await instance.DossierAsync(cree.Vers!.Split('/')[2]);
        var projet = dossier.Contenu.Projet;
        Assert.Equal((20000m, 16000m), (projet.TotalDepenses!.Value.Montant, projet.MontantDemande!.Value.Montant));
        Assert.Null(projet.MethodeParticipative);
        Assert.Null(projet.Indicateurs!.Efficacite);
        Assert.Equal(12, projet.Indicateurs.NbUsagers);
    }

    [Fact]
    public async Task La_simulation_d_une_autre_collectivite_ne_remplit_pas_le_brouillon()
    {
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        var cree = await porteur.SoumettreAsync(
            await porteur.LireAsync("/dossiers/nouveau?dispositif=BZH-V1&Siren=213503527&Collectivite=Vern&Cout=20000&Montant=16000"),
            "main form"
        );
        Assert.Null((await instance.DossierAsync(cree.Vers!.Split('/')[2])).Contenu.Projet.Depenses);
    }

    [Fact]
    public async Task Les_questions_posees_sont_celles_qui_changent_la_reponse()
    {
        var visiteur = instance.Anonyme();
        Assert.Null((await visiteur.LireAsync("/simulateur")).Document.QuerySelector("#Urbanisme, #Laboratoire, #Methode"));
        var bretonne = await visiteur.LireAsync("/simulateur?Siren=215600776&Collectivite=Le+Guerno&Cout=20000&Montant=16000");
        Assert.NotNull(bretonne.Document.QuerySelector("#Methode"));
        Assert.Null(bretonne.Document.QuerySelector("#Laboratoire, #Qualite"));
        var mulhouse = await visiteur.LireAsync("/simulateur?Siren=216802249&Collectivite=Mulhouse&Cout=20000&Montant=16000");
        Assert.NotNull(mulhouse.Document.QuerySelector("#Laboratoire"));
        Assert.Null(mulhouse.Document.QuerySelector("#Methode"));
        Assert.Contains("Voir Grand Est, volet 2", mulhouse.Texte);
    }
}
