using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests;

/// <summary>Whole journeys with forms alone, as a browser without script sends them: scripts only make it nicer.</summary>
public sealed class SansScriptTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Le_simulateur_repond_de_l_accueil_au_verdict()
    {
        var visiteur = instance.Anonyme();
        var accueil = await visiteur.LireAsync("/");
        var recherche = accueil.Formulaire(".carte-recherche, form.carte-recherche, .carte-recherche form");
        var champ = recherche.QuerySelector("input[id=collectivite]")!.GetAttribute("name");
        var choix = await visiteur.LireAsync($"/simulateur?{champ}=colm");
        Assert.Contains("Plusieurs collectivités portent ce nom", choix.Texte, StringComparison.Ordinal);
        var colmar = choix.Document.QuerySelectorAll("main a").First(a => a.TextContent.Trim() == "Colmar");
        var page = await visiteur.LireAsync(colmar.GetAttribute("href")!);

        var reponse = await CalculerAsync(visiteur, page, ("Cout", "50000"), ("Montant", "40000"));
        Assert.Contains("de 10 000,00 € à 40 000,00 €", reponse.Texte, StringComparison.Ordinal);
        Assert.Contains(
            "Riquewihr peut déposer un dossier",
            (await CalculerAsync(visiteur, reponse, ("Collectivite", "Riquewihr"))).Texte,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Le_depot_va_de_la_premiere_page_au_recepisse()
    {
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        var page = await AvancerAsync(porteur, await porteur.LireAsync("/dossiers/nouveau?dispositif=BZH-V1"), "/modifier/collectivite");
        page = await AvancerAsync(
            porteur,
            page,
            "/modifier/groupement",
            ("Adresse", "1 place de la Mairie, 56190 Le Guerno"),
            ("RepresentantLegal", "Le maire"),
            ("Contact", "Secrétariat de mairie"),
            ("Courriel", "mairie@commune.example")
        );
        page = await AvancerAsync(porteur, page, "/modifier/projet");
        page = await AvancerAsync(
            porteur,
            page,
            "/modifier/criteres",
            ("Titre", "Capteurs de qualité de l’air"),
            ("Resume", "Des mesures que chacun lit."),
            ("Thematiques", "ServiceEnLigneDonneesDematerialisation"),
            ("NaturesAppui", "Deploiement"),
            ("EtatAvancement", "Conception"),
            ("Regime", "Investissement")
        );
        page = await AvancerAsync(
            porteur,
            page,
            "/modifier/financement",
            ("Urbanisme", "non"),
            ("MethodeParticipative", "Trois ateliers avec des habitants et des agents.")
        );
        page = await AvancerAsync(
            porteur,
            page,
            "/modifier/calendrier",
            ("Depenses[0].Libelle", "Capteurs"),
            ("Depenses[0].Montant", "20 000"),
            ("Ressources[0].Montant", "16 000"),
            ("Ressources[1].Type", "Autofinancement"),
            ("Ressources[1].Statut", "Acquis"),
            ("Ressources[1].Montant", "4 000")
        );
        page = await AvancerAsync(
            porteur,
            page,
            "/modifier/pieces",
            ("DateDebutPrevue", "15/09/2021"),
            ("DateFinPrevue", "30/06/2022"),
            ("DateEffetConcret", "30/06/2022")
        );
        page = await porteur.LireAsync(page.Adresse.Replace("/pieces", "/recapitulatif", StringComparison.Ordinal));
        Assert.Contains("Votre dossier est complet.", page.Texte, StringComparison.Ordinal);
        var oubli = await porteur.SoumettreAsync(page, "form[action$='/deposer']");
        Assert.Contains("cochez la case d'attestation", oubli.Texte, StringComparison.Ordinal);

        var depose = await porteur.LireAsync((await porteur.SoumettreAsync(oubli, "form[action$='/deposer']", ("Certifie", "true"))).Vers!);

        Assert.Contains("Dossier déposé.", depose.Texte, StringComparison.Ordinal);
        Assert.Matches(@"/dossiers/FITN-BZH-V1-2021-\d{5}$", depose.Adresse);
        Assert.Equal("application/pdf", (await porteur.LireAsync(depose.Adresse + "/recepisse.pdf")).Type);
    }

    [Fact]
    public async Task L_instruction_va_de_la_liste_a_la_cloture()
    {
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var liste = await agent.LireAsync("/instruction?Onglet=a-prendre");
        var adresse = liste
            .Document.QuerySelectorAll("tbody a")
            .First(a => a.TextContent.Contains("Signalement des usagers", StringComparison.Ordinal))
            .GetAttribute("href")!
            .Split('?')[0];
        await agent.SoumettreAsync(await agent.LireAsync(adresse), "form[action*='/prise-en-charge']");
        var grille = await agent.LireAsync(adresse);
        // One conclusion for each line that has none, with its reason.
        var lignes = grille
            .Document.QuerySelectorAll("tr:has(.choix-cadre)")
            .Select(l =>
                (
                    Choix: l.QuerySelector("input[type=radio]")!.GetAttribute("name")!,
                    Valeur: l.QuerySelector("input[type=radio]")!.GetAttribute("value")!,
                    Motif: l.QuerySelector("textarea")!.GetAttribute("name")!
                )
            )
            .ToList();
        var conclue = await agent.SoumettreAsync(
            grille,
            "form[action*='/conclusions']",
            [.. lignes.SelectMany(l => new[] { (l.Choix, (string?)l.Valeur), (l.Motif, "Vérifié au téléphone.") })]
        );
        Assert.Equal(HttpStatusCode.Redirect, conclue.Code);

        var close = await agent.SoumettreAsync(await agent.LireAsync(adresse), "form[action*='/cloture']");

        Assert.Contains("Instruction close.", (await agent.LireAsync(close.Vers!)).Texte, StringComparison.Ordinal);
    }

    private static async Task<PageLue> CalculerAsync(Navigateur visiteur, PageLue page, params (string Nom, string? Valeur)[] champs)
    {
        var formulaire = page.Formulaire("#formulaire");
        var noms = champs.Select(c => c.Nom).ToHashSet(StringComparer.Ordinal);
        var tous = PageLue.Champs(formulaire).Where(c => !noms.Contains(c.Nom)).Concat(champs);
        return await visiteur.LireAsync(
            "/simulateur?" + string.Join('&', tous.Select(c => $"{c.Nom}={Uri.EscapeDataString(c.Valeur ?? "")}"))
        );
    }

    private static async Task<PageLue> AvancerAsync(
        Navigateur porteur,
        PageLue page,
        string vers,
        params (string Nom, string? Valeur)[] champs
    )
    {
        var reponse = await porteur.SoumettreAsync(
            page,
            page.Document.QuerySelector("form[data-brouillon]") is null ? "main form" : "form[data-brouillon]",
            champs
        );
        Assert.True(
            reponse.Code == HttpStatusCode.Redirect && reponse.Vers!.Contains(vers, StringComparison.Ordinal),
            $"{page.Adresse} → {(int)reponse.Code} {reponse.Vers} {reponse.De(".erreurs")}"
        );
        return await porteur.LireAsync(reponse.Vers);
    }
}

/// <summary>The last minute of HR-V1, 27 August 2021: one deposit before midnight, one after.</summary>
public sealed class DerniereMinuteTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task A_vingt_trois_heures_cinquante_neuf_on_depose_a_minuit_on_ne_depose_plus()
    {
        await instance.AlHeureAsync("2021-08-27T23:59:58+02:00");
        var riquewihr = await instance.EnTantQueAsync("porteur.riquewihr");
        Assert.Contains(
            "Avant le vendredi 27 août 2021, 23 h 59",
            (await riquewihr.LireAsync("/mes-dossiers")).Texte,
            StringComparison.Ordinal
        );
        var brouillon = await instance.NumeroAsync("Archives municipales en ligne");
        var colmar = await instance.EnTantQueAsync("porteur.colmar");
        var copie = await colmar.SoumettreAsync(
            await colmar.LireAsync($"/dossiers/{await instance.NumeroAsync("Prise de rendez-vous en ligne")}"),
            "form[action$='/copier']"
        );
        var tard = copie.Vers!.Replace("/modifier/collectivite", "/modifier/recapitulatif", StringComparison.Ordinal).Split('?')[0];
        var (page, pageTard) = (await riquewihr.LireAsync($"/dossiers/{brouillon}/modifier/recapitulatif"), await colmar.LireAsync(tard));
        await instance.AlHeureAsync("2021-08-27T23:59:58+02:00");

        var depose = await riquewihr.SoumettreAsync(page, "form[action$='/deposer']", ("Certifie", "true"));
        await instance.AlHeureAsync("2021-08-28T00:00:00+02:00");
        var refuse = await colmar.SoumettreAsync(pageTard, "form[action$='/deposer']", ("Certifie", "true"));

        Assert.Matches(@"^/dossiers/FITN-HR-V1-2021-\d{5}", depose.Vers!);
        Assert.Contains("27 août 2021 à 23 h 59", (await riquewihr.LireAsync(depose.Vers!)).Texte, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refuse.Code);
        Assert.Contains("27 août 2021", refuse.De(".erreurs"), StringComparison.Ordinal);
        Assert.Equal(
            1,
            await instance.LireAsync(db =>
                db.Dossiers.CountAsync(d =>
                    d.Dispositif == "HR-V1" && d.DeposeLe >= new DateTimeOffset(2021, 8, 27, 0, 0, 0, TimeSpan.Zero)
                )
            )
        );
    }
}
