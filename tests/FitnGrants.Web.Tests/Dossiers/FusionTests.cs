using System.Text.Json;
using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Tests.Dossiers;

/// <summary>Two people on one step: nothing that either wrote is lost.</summary>
public sealed class FusionTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Deux_champs_changes_par_deux_personnes_sont_gardes_tous_les_deux()
    {
        var (moi, collegue, adresse, page) = await ADeuxAsync();
        await collegue.SoumettreAsync(
            await collegue.LireAsync(page.Adresse),
            "main form",
            ("Titre", "Titre du collègue"),
            ("Thematiques", "FormationInclusion")
        );

        var reponse = await moi.SoumettreAsync(page, "main form", ("Resume", "Mon résumé,\r\nsur deux lignes"));

        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        var projet = (await instance.DossierAsync(adresse)).Contenu.Projet;
        Assert.Equal(
            ("Titre du collègue", "Mon résumé,\nsur deux lignes"),
            (projet.Titre, projet.Resume!.Replace("\r\n", "\n", StringComparison.Ordinal))
        );
        Assert.Equal([Thematique.FormationInclusion], projet.Thematiques!.Value);
    }

    [Theory]
    [InlineData("mien", "Mon titre")]
    [InlineData("leur", "Titre du collègue")]
    public async Task Le_meme_champ_se_choisit_et_le_reste_est_repris(string choix, string garde)
    {
        var (moi, collegue, adresse, page) = await ADeuxAsync();
        await collegue.SoumettreAsync(
            await collegue.LireAsync(page.Adresse),
            "main form",
            ("Titre", "Titre du collègue"),
            ("Lieux", "Ses lieux")
        );
        var trace = await instance.TraceAsync(adresse);

        var conflit = await moi.SoumettreAsync(
            page,
            "main form",
            ("Titre", "Mon titre"),
            ("Resume", "Mon résumé"),
            ("action", "continuer")
        );

        Assert.Equal(HttpStatusCode.Conflict, conflit.Code);
        Assert.Equal("Le même champ a été changé ailleurs en même temps", conflit.De("h1"));
        Assert.Contains("Mon titre", conflit.Texte);
        Assert.Contains("Titre du collègue", conflit.Texte);
        Assert.Equal(trace, await instance.TraceAsync(adresse));
        var radio = conflit.Document.QuerySelector($"input[name='Choix.titre'][value^='{choix}:']")!.GetAttribute("value");
        var suite = await moi.SoumettreAsync(conflit, "main form", ("Choix.titre", radio));
        Assert.EndsWith("/modifier/criteres#etape", suite.Vers!);
        var projet = (await instance.DossierAsync(adresse)).Contenu.Projet;
        Assert.Equal((garde, "Mon résumé", "Ses lieux"), (projet.Titre, projet.Resume, projet.Lieux));
    }

    [Fact]
    public async Task Ce_que_le_collegue_change_encore_pendant_le_choix_est_redemande()
    {
        var (moi, collegue, adresse, page) = await ADeuxAsync();
        await collegue.SoumettreAsync(await collegue.LireAsync(page.Adresse), "main form", ("Titre", "Un"));
        var conflit = await moi.SoumettreAsync(page, "main form", ("Titre", "Mon titre"));
        await collegue.SoumettreAsync(await collegue.LireAsync(page.Adresse), "main form", ("Titre", "Deux"));

        var encore = await moi.SoumettreAsync(conflit, "main form");

        Assert.Equal(HttpStatusCode.Conflict, encore.Code);
        Assert.Contains("Deux", encore.Texte);
        Assert.Equal("Deux", (await instance.DossierAsync(adresse)).Contenu.Projet.Titre);
        Assert.Equal(HttpStatusCode.Redirect, (await moi.SoumettreAsync(encore, "main form")).Code);
        Assert.Equal("Mon titre", (await instance.DossierAsync(adresse)).Contenu.Projet.Titre);
    }

    [Fact]
    public async Task La_page_qui_s_enregistre_seule_n_efface_pas_ce_qu_elle_ne_montre_pas_encore()
    {
        var (moi, collegue, adresse, page) = await ADeuxAsync();
        await collegue.SoumettreAsync(await collegue.LireAsync(page.Adresse), "main form", ("Titre", "Titre du collègue"));

        var premier = await AutomatiqueAsync(moi, page, ("Resume", "Un"));
        var second = await AutomatiqueAsync(
            moi,
            page,
            ("Resume", "Un deux"),
            ("Revision", premier.GetProperty("revision").GetRawText()),
            ("Origine", premier.GetProperty("origine").GetString())
        );

        var projet = (await instance.DossierAsync(adresse)).Contenu.Projet;
        Assert.Equal(("Titre du collègue", "Un deux"), (projet.Titre, projet.Resume));
        Assert.True(second.TryGetProperty("revision", out _));
        var conflit = await moi.AutomatiqueAsync(page.Adresse, Champs(page, [("Titre", "Mon titre")]));
        Assert.Equal((HttpStatusCode.Conflict, "application/json"), (conflit.Code, conflit.Type));
        Assert.Equal("Titre du collègue", (await instance.DossierAsync(adresse)).Contenu.Projet.Titre);
    }

    [Fact]
    public async Task Une_reponse_perdue_en_route_n_oppose_personne_a_soi_meme()
    {
        var (moi, _, adresse, page) = await ADeuxAsync();
        await AutomatiqueAsync(moi, page, ("Titre", "Envoyé, jamais répondu"));

        var reponse = await AutomatiqueAsync(moi, page, ("Titre", "Envoyé, jamais répondu, puis continué"));

        Assert.True(reponse.TryGetProperty("revision", out _));
        Assert.Equal("Envoyé, jamais répondu, puis continué", (await instance.DossierAsync(adresse)).Contenu.Projet.Titre);
    }

    [Fact]
    public async Task Un_montant_sans_centimes_n_oppose_personne_a_soi_meme()
    {
        var (moi, _, adresse, _) = await ADeuxAsync();
        var page = await moi.LireAsync($"/dossiers/{adresse}/modifier/financement");
        var premier = await AutomatiqueAsync(moi, page, ("Depenses[0].Montant", "50000"));

        await AutomatiqueAsync(
            moi,
            page,
            ("Depenses[0].Montant", "50000"),
            ("Depenses[0].Libelle", "Portail"),
            ("Page", null),
            ("Revision", premier.GetProperty("revision").GetRawText()),
            ("Origine", premier.GetProperty("origine").GetString())
        );

        Assert.Equal("Portail", (await instance.DossierAsync(adresse)).Contenu.Projet.Depenses!.Value[0].Libelle);
    }

    [Fact]
    public async Task Le_plan_et_le_groupement_se_choisissent_aussi()
    {
        var (moi, collegue, adresse, _) = await ADeuxAsync();
        var page = await moi.LireAsync($"/dossiers/{adresse}/modifier/financement");
        await collegue.SoumettreAsync(await collegue.LireAsync(page.Adresse), "main form", ("Depenses[0].Montant", "11 000,00"));

        var conflit = await moi.SoumettreAsync(
            page,
            "main form",
            ("Depenses[0].Montant", "12 000,00"),
            ("Ressources[1].Montant", "7 000,00")
        );

        Assert.Equal(HttpStatusCode.Conflict, conflit.Code);
        Assert.True(conflit.Texte.Contains("11 000,00", StringComparison.Ordinal), conflit.Texte);
        Assert.Contains("12 000,00", conflit.Texte);
        Assert.Null(conflit.Document.QuerySelector("input[name='Choix.ressources']"));
        Assert.Equal(HttpStatusCode.Redirect, (await moi.SoumettreAsync(conflit, "main form")).Code);
        var projet = (await instance.DossierAsync(adresse)).Contenu.Projet;
        Assert.Equal(
            (12_000m, 7_000m),
            (projet.Depenses!.Value[0].MontantHT!.Value.Montant, projet.Ressources!.Value[1].Montant!.Value.Montant)
        );
    }

    [Fact]
    public async Task Deux_personnes_sur_un_dossier_se_voient_une_minute()
    {
        var (moi, _, adresse, _) = await ADeuxAsync();
        await instance.SqlAsync(
            $"""
            insert into habilitations (utilisateur_id, role, siren) select id, 'Porteur', '213503527' from utilisateurs
            where email = 'porteur.leguerno@demo.example'
            """
        );
        var collegue = await instance.NouvelleSessionAsync("porteur.leguerno");
        async Task<string> SignalerAsync(Navigateur qui, string etape)
        {
            var reponse = await qui.PosterAsync($"/dossiers/{adresse}/modifier/presence", ("Etape", etape));
            using var lu = JsonDocument.Parse(reponse.Source);
            return PageLue.Plat(lu.RootElement.GetProperty("phrase").GetString()!);
        }
        Assert.Equal("", await SignalerAsync(moi, "projet"));
        Assert.Equal(
            "En ce moment aussi sur ce dossier : Porteur et représentant légal (étape Projet). Ce que chacun écrit est gardé.",
            await SignalerAsync(collegue, "inconnue")
        );
        Assert.Contains("(étape Collectivité)", await SignalerAsync(moi, "projet"));
        await instance.SqlAsync($"update pages_ouvertes set vue_le = vue_le - interval '61 seconds'");
        Assert.Equal("", await SignalerAsync(moi, "projet"));
    }

    private static IEnumerable<(string Nom, string? Valeur)> Champs(PageLue page, (string Nom, string? Valeur)[] champs) =>
        PageLue.Champs(page.Formulaire("main form")).Where(c => champs.All(x => x.Nom != c.Nom)).Concat(champs);

    private static async Task<JsonElement> AutomatiqueAsync(
        Navigateur navigateur,
        PageLue page,
        params (string Nom, string? Valeur)[] champs
    )
    {
        var reponse = await navigateur.AutomatiqueAsync(page.Adresse, Champs(page, champs));
        Assert.Equal(HttpStatusCode.OK, reponse.Code);
        using var lu = JsonDocument.Parse(reponse.Source);
        return lu.RootElement.Clone();
    }

    private async Task<(Navigateur Moi, Navigateur Collegue, string Adresse, PageLue Page)> ADeuxAsync()
    {
        var adresse = await instance.DeroulerAsync(new("213503527", "À deux") { Jusqua = EtatDossier.Brouillon });
        var moi = await instance.EnTantQueAsync("porteur.vern");
        return (
            moi,
            await instance.NouvelleSessionAsync("porteur.vern"),
            adresse,
            await moi.LireAsync($"/dossiers/{adresse}/modifier/projet")
        );
    }
}
