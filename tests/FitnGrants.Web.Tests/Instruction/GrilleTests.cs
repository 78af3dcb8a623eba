using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Tests.Instruction;

public sealed class GrilleTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";

    [Fact]
    public async Task Une_prise_en_charge_ouvre_la_grille_une_fois()
    {
        var (agent, numero) = await OuvrirAsync(EtatDossier.Depose);
        var page = await agent.LireAsync($"/instruction/{numero}");
        var journal = (await instance.TraceAsync(numero)).Journal;

        var reponse = await agent.SoumettreAsync(page, "form[action$='/prise-en-charge']");

        Assert.Equal((HttpStatusCode.Redirect, $"/instruction/{numero}"), (reponse.Code, reponse.Vers));
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal(EtatDossier.EnInstruction, dossier.Etat);
        Assert.NotNull(dossier.Instructeur);
        Assert.NotEmpty(dossier.Grille);
        Assert.Equal(journal + 1, (await instance.TraceAsync(numero)).Journal);
        Assert.Equal(HttpStatusCode.Conflict, (await agent.SoumettreAsync(page, "form[action$='/prise-en-charge']")).Code);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await agent.PosterAsync($"/instruction/{numero}/prise-en-charge", ("Revision", $"{dossier.Revision}"))).Code
        );
        Assert.Equal(dossier.Controles.Count, (await instance.DossierAsync(numero)).Controles.Count);
    }

    [Fact]
    public async Task Une_conclusion_non_conforme_sans_motif_refuse_le_tout_et_garde_ce_qui_est_ecrit()
    {
        var (agent, numero) = await OuvrirAsync(EtatDossier.EnInstruction);
        var grille = (await instance.DossierAsync(numero)).Grille.ToList();
        var trace = await instance.TraceAsync(numero);

        var reponse = await agent.SoumettreAsync(
            await agent.LireAsync($"/instruction/{numero}"),
            "#grille",
            ($"Conclusions[{grille[0].Id}]", "NonConforme"),
            ($"Motifs[{grille[0].Id}]", "  "),
            ($"Conclusions[{grille[1].Id}]", "NonConforme"),
            ($"Motifs[{grille[1].Id}]", "Le devis ne correspond pas.")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Contains($"({grille[0].Regle}) : dites pourquoi", reponse.De(".erreurs"));
        Assert.NotNull(reponse.Document.QuerySelector($"#motif-{grille[0].Id}"));
        Assert.Equal("NonConforme", reponse.Valeur($"Conclusions[{grille[0].Id}]"));
        Assert.Equal("Le devis ne correspond pas.", reponse.Valeur($"Motifs[{grille[1].Id}]"));
        Assert.Equal(trace, await instance.TraceAsync(numero));
        Assert.All((await instance.DossierAsync(numero)).Grille, c => Assert.Null(c.Conclusion));
    }

    [Theory]
    [InlineData("Conclusions", "Peut-être")]
    [InlineData("Motifs", "caché\u202E")]
    public async Task Une_saisie_impossible_n_enregistre_rien(string champ, string valeur)
    {
        var (agent, numero) = await OuvrirAsync(EtatDossier.EnInstruction);
        var trace = await instance.TraceAsync(numero);
        var premiere = (await instance.DossierAsync(numero)).Grille.First();

        var reponse = await agent.SoumettreAsync(
            await agent.LireAsync($"/instruction/{numero}"),
            "#grille",
            ($"{champ}[{premiere.Id}]", valeur)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.NotNull(reponse.De(".erreurs"));
        Assert.Equal(trace, await instance.TraceAsync(numero));
    }

    [Fact]
    public async Task La_cloture_attend_la_derniere_regle_puis_l_instruction_se_rouvre()
    {
        var (agent, numero) = await OuvrirAsync(EtatDossier.EnInstruction);
        var trace = await instance.TraceAsync(numero);
        var trop = await agent.PosterAsync($"/instruction/{numero}/cloture", ("Revision", $"{trace.Revision}"), ("Synthese", "Vite"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, trop.Code);
        Assert.Equal((await instance.DossierAsync(numero)).Grille.Count(), trop.Document.QuerySelectorAll(".erreurs li").Length);
        Assert.Equal(trace, await instance.TraceAsync(numero));

        var grille = await agent.LireAsync($"/instruction/{numero}");
        Assert.Equal("Confirmer les constats conformes ou sans objet", grille.De("button[value='confirmer']"));
        Assert.Contains("L'instruction se clôt quand toutes le sont.", grille.Texte);
        await agent.SoumettreAsync(grille, "#grille", ("Action", "confirmer"));
        var confirmees = (await instance.DossierAsync(numero)).Grille.Where(c => c.EstConclu).ToList();
        Assert.Contains(confirmees, c => c.Conclusion == Conclusion.SansObjet);
        var dites =
            string.Join(", ", confirmees.Select(c => c.Regle + (c.Conclusion == Conclusion.SansObjet ? " sans objet" : " conforme"))) + ".";
        Assert.Contains(dites, (await agent.LireAsync($"/dossiers/{numero}")).Texte);
        var restantes = (await instance.DossierAsync(numero)).Grille.Where(c => !c.EstConclu).ToList();
        (string, string?)[] champs =
        [
            .. restantes.SelectMany(c =>
                new[] { ($"Conclusions[{c.Id}]", (string?)"Conforme"), ($"Motifs[{c.Id}]", "Vu avec le porteur.") }
            ),
        ];
        if (champs.Length > 0)
            await agent.SoumettreAsync(await agent.LireAsync($"/instruction/{numero}"), "#grille", champs);
        var close = await agent.SoumettreAsync(
            await agent.LireAsync($"/instruction/{numero}"),
            "form[action$='/cloture']",
            ("Synthese", "Rien à redire.")
        );

        Assert.Equal(HttpStatusCode.Redirect, close.Code);
        var instruit = await instance.DossierAsync(numero);
        Assert.Equal((EtatDossier.Instruit, "Rien à redire."), (instruit.Etat, instruit.Synthese));
        Assert.DoesNotContain("se clôt quand", (await agent.LireAsync($"/instruction/{numero}")).Texte);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await agent.PosterAsync($"/instruction/{numero}/conclusions", ("Revision", $"{instruit.Revision}"))).Code
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await agent.SoumettreAsync(await agent.LireAsync($"/instruction/{numero}"), "form[action$='/reouverture']")).Code
        );
        var rouvert = await instance.DossierAsync(numero);
        Assert.Equal(EtatDossier.EnInstruction, rouvert.Etat);
        Assert.All(rouvert.Grille, c => Assert.NotNull(c.Conclusion));
    }

    [Fact]
    public async Task Une_instruction_rouverte_dit_ce_qui_a_change_depuis_la_cloture()
    {
        var (agent, numero) = await OuvrirAsync(EtatDossier.Instruit);
        await instance.SqlAsync(
            $"""
            insert into messages (id, dossier_id, texte, par, du_service, le, revision)
            select gen_random_uuid(), id, 'Merci.', 'Porteur', false, instruit_le + interval '1 hour', 0 from dossiers
            where numero = {numero}
            """
        );
        // The rule found something else on the day of the closing.
        await instance.SqlAsync(
            $"""
            update controles set message = 'Constat d’alors.' where regle = 'R47' and dossier_id = (select id from dossiers
            where numero = {numero})
            """
        );

        await agent.SoumettreAsync(await agent.LireAsync($"/instruction/{numero}"), "form[action$='/reouverture']");

        var encart = (await agent.LireAsync($"/instruction/{numero}")).De("section[aria-labelledby=rouverte]");
        Assert.Contains("Une règle constate autre chose qu'à la clôture, elle est à conclure", encart);
        Assert.Contains("(R47). À la clôture : Constat d'alors.", encart);
        Assert.Contains("1 message du porteur depuis la clôture", encart);
        Assert.Equal(["R47"], (await instance.DossierAsync(numero)).Grille.Where(c => !c.EstConclu).Select(c => c.Regle));
    }

    [Fact]
    public async Task Qui_conclut_apres_sa_session_revient_a_la_grille_une_fois_reconnecte()
    {
        var (agent, numero) = await OuvrirAsync(EtatDossier.EnInstruction);
        Assert.NotNull((await agent.LireAsync($"/instruction/{numero}")).Document.QuerySelector("form#grille[data-brouillon=ici]"));
        var anonyme = instance.Anonyme().Client;

        async Task<string> RetourAsync(string page)
        {
            using var requete = new HttpRequestMessage(HttpMethod.Post, $"/instruction/{numero}/conclusions");
            requete.Headers.Referrer = new Uri(anonyme.BaseAddress!, page);
            using var reponse = await anonyme.SendAsync(requete);
            return Uri.UnescapeDataString(reponse.Headers.Location?.ToString() ?? "");
        }

        Assert.EndsWith(
            $"retour=/instruction/{numero}?Onglet=en-cours&finie=true",
            await RetourAsync($"/instruction/{numero}?Onglet=en-cours")
        );
        Assert.Contains("Votre session a pris fin", (await instance.Anonyme().LireAsync("/compte/connexion?finie=true")).Texte);
        // Another site says nothing of where one comes back.
        Assert.EndsWith($"retour=/instruction/{numero}/conclusions", await RetourAsync("https://ailleurs.example/instruction"));
    }

    [Fact]
    public async Task Un_dossier_inscrit_en_seance_ne_se_rouvre_pas()
    {
        var (agent, numero) = await OuvrirAsync(EtatDossier.InscritSeance);
        var trace = await instance.TraceAsync(numero);

        var reponse = await agent.PosterAsync($"/instruction/{numero}/reouverture", ("Revision", $"{trace.Revision}"));

        Assert.Equal(HttpStatusCode.Conflict, reponse.Code);
        Assert.Contains("Action impossible : le dossier est à l'état « Inscrit en séance ».", reponse.Texte);
        Assert.Equal(trace, await instance.TraceAsync(numero));
    }

    [Fact]
    public async Task Deux_agents_qui_concluent_d_autres_lignes_gardent_tous_deux_leurs_conclusions()
    {
        var (premier, second, page, autre, lignes, numero) = await ADeuxAsync();

        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await premier.SoumettreAsync(
                    page,
                    "#grille",
                    ($"Conclusions[{lignes[0]}]", "NonConforme"),
                    ($"Motifs[{lignes[0]}]", "Vu par la première.")
                )
            ).Code
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await second.SoumettreAsync(
                    autre,
                    "#grille",
                    ($"Conclusions[{lignes[1]}]", "NonConforme"),
                    ($"Motifs[{lignes[1]}]", "Vu par le second.")
                )
            ).Code
        );

        var relue = await second.LireAsync("/instruction/" + numero);
        Assert.Contains("Ce que d'autres ont conclu pendant ce temps est gardé.", relue.Texte);
        Assert.Contains("Vu par la première.", relue.Texte);
        Assert.Equal(
            ["Vu par la première.", "Vu par le second."],
            (await instance.DossierAsync(numero)).Grille.Where(c => c.EstConclu).Select(c => c.Motif).Order()
        );
    }

    [Fact]
    public async Task Deux_agents_qui_concluent_la_meme_ligne_lisent_l_un_l_autre_et_le_second_choisit()
    {
        var (premier, second, page, autre, lignes, numero) = await ADeuxAsync();
        await premier.SoumettreAsync(
            page,
            "#grille",
            ($"Conclusions[{lignes[0]}]", "NonConforme"),
            ($"Motifs[{lignes[0]}]", "Vu par la première.")
        );

        var refus = await second.SoumettreAsync(
            autre,
            "#grille",
            ($"Conclusions[{lignes[0]}]", "Conforme"),
            ($"Motifs[{lignes[0]}]", "Vu par le second."),
            ($"Conclusions[{lignes[1]}]", "Conforme"),
            ($"Motifs[{lignes[1]}]", "Autre ligne.")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains(
            "Un collègue l'a conclue « Non conforme », avec ce motif : « Vu par la première. »",
            refus.Erreur($"motif-{lignes[0]}")
        );
        Assert.Equal(
            ("Conforme", "Vu par le second.", "Autre ligne."),
            (refus.Valeur($"Conclusions[{lignes[0]}]"), refus.Valeur($"Motifs[{lignes[0]}]"), refus.Valeur($"Motifs[{lignes[1]}]"))
        );
        Assert.Equal("Vu par la première.", Assert.Single((await instance.DossierAsync(numero)).Grille, c => c.EstConclu).Motif);

        Assert.Equal(HttpStatusCode.Redirect, (await second.SoumettreAsync(refus, "#grille")).Code);
        Assert.Equal(
            ["Autre ligne.", "Vu par le second."],
            (await instance.DossierAsync(numero)).Grille.Where(c => c.EstConclu).Select(c => c.Motif).Order()
        );
    }

    [Fact]
    public async Task Une_regle_conclue_trop_tot_se_remet_a_verifier()
    {
        var (agent, numero) = await OuvrirAsync(EtatDossier.EnInstruction);
        var premiere = (await instance.DossierAsync(numero)).Grille.First().Id;
        var ouverte = await agent.LireAsync($"/instruction/{numero}");
        Assert.Null(ouverte.Document.QuerySelector("input[name=AVerifier]"));
        await agent.SoumettreAsync(ouverte, "#grille", ($"Conclusions[{premiere}]", "NonConforme"), ($"Motifs[{premiere}]", "Trop vite."));

        var conclue = await agent.LireAsync($"/instruction/{numero}");
        Assert.Equal($"{premiere}", conclue.Document.QuerySelector("input[name=AVerifier]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await agent.SoumettreAsync(conclue, "#grille", ("AVerifier", $"{premiere}"))).Code);

        Assert.DoesNotContain((await instance.DossierAsync(numero)).Grille, c => c.EstConclu);
        Assert.Contains("Règles remises à vérifier", (await agent.LireAsync($"/dossiers/{numero}")).Texte);
    }

    [Fact]
    public async Task Une_page_ancienne_ne_confirme_ni_ne_conclut_un_constat_qu_elle_ne_montrait_pas()
    {
        var (_, second, _, autre, lignes, numero) = await ADeuxAsync();
        await instance.SqlAsync($"update controles set message = 'Autre constat.' where id = {Guid.Parse(lignes[0])}");
        await instance.SqlAsync($"update dossiers set revision = revision + 1 where numero = {numero}");

        var refus = await second.SoumettreAsync(autre, "#grille", ($"Conclusions[{lignes[0]}]", "Conforme"));
        Assert.Contains("cette ligne a changé pendant que vous écriviez. Elle est à conclure", refus.Erreur($"motif-{lignes[0]}"));

        Assert.Equal(HttpStatusCode.Redirect, (await second.SoumettreAsync(autre, "#grille", ("Action", "confirmer"))).Code);
        var grille = (await instance.DossierAsync(numero)).Grille.ToList();
        Assert.False(grille.Single(c => c.Id == Guid.Parse(lignes[0])).EstConclu);
        Assert.True(grille.Single(c => c.Id == Guid.Parse(lignes[1])).EstConclu);
    }

    [Fact]
    public async Task Une_grille_close_ou_redessinee_entre_temps_ne_prend_rien_d_une_page_ancienne()
    {
        var (_, second, _, autre, lignes, numero) = await ADeuxAsync();
        await instance.SqlAsync($"update dossiers set etat = 'Instruit', revision = revision + 1 where numero = {numero}");

        var conflit = await second.SoumettreAsync(
            autre,
            "#grille",
            ($"Conclusions[{lignes[0]}]", "NonConforme"),
            ($"Motifs[{lignes[0]}]", "Trop tard.")
        );

        Assert.Equal(HttpStatusCode.Conflict, conflit.Code);
        Assert.Contains("Trop tard.", conflit.Texte);
        Assert.DoesNotContain((await instance.DossierAsync(numero)).Grille, c => c.EstConclu);
    }

    [Fact]
    public async Task Une_grille_redessinee_entre_temps_ne_se_confirme_pas_d_une_page_ancienne()
    {
        var (_, second, _, autre, lignes, numero) = await ADeuxAsync();
        await instance.SqlAsync(
            $"update controles set id = gen_random_uuid() where dossier_id = (select id from dossiers where numero = {numero})"
        );
        await instance.SqlAsync($"update dossiers set revision = revision + 1 where numero = {numero}");

        Assert.Equal(HttpStatusCode.Conflict, (await second.SoumettreAsync(autre, "#grille", ("Action", "confirmer"))).Code);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await second.SoumettreAsync(autre, "#grille", ($"Conclusions[{lignes[0]}]", "Conforme"))).Code
        );
        Assert.DoesNotContain((await instance.DossierAsync(numero)).Grille, c => c.EstConclu);
    }

    [Fact]
    public async Task Une_page_ancienne_qui_ne_dit_pas_ce_qu_elle_montrait_ne_conclut_rien()
    {
        var (premier, second, page, _, lignes, numero) = await ADeuxAsync();
        var ancienne = (await instance.DossierAsync(numero)).Revision;
        await premier.SoumettreAsync(
            page,
            "#grille",
            ($"Conclusions[{lignes[0]}]", "NonConforme"),
            ($"Motifs[{lignes[0]}]", "Vu par la première.")
        );

        var reponse = await second.PosterAsync(
            $"/instruction/{numero}/conclusions",
            ("Revision", $"{ancienne}"),
            ($"Conclusions[{lignes[0]}]", "Conforme")
        );

        Assert.Equal(HttpStatusCode.Conflict, reponse.Code);
        Assert.Equal("Vu par la première.", Assert.Single((await instance.DossierAsync(numero)).Grille, c => c.EstConclu).Motif);
    }

    [Fact]
    public async Task Un_champ_faux_ne_cache_pas_ce_qu_un_collegue_vient_de_conclure()
    {
        var (premier, second, page, autre, lignes, numero) = await ADeuxAsync();
        await premier.SoumettreAsync(
            page,
            "#grille",
            ($"Conclusions[{lignes[0]}]", "NonConforme"),
            ($"Motifs[{lignes[0]}]", "Vu par la première.")
        );

        var refus = await second.SoumettreAsync(
            autre,
            "#grille",
            ($"Conclusions[{lignes[0]}]", "Conforme"),
            ($"Motifs[{lignes[1]}]", "Un motif sans conclusion.")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Un collègue l'a conclue « Non conforme »", refus.Erreur($"motif-{lignes[0]}"));
        Assert.Contains("Choisissez la conclusion", refus.Texte);
    }

    private async Task<(Navigateur Premier, Navigateur Second, PageLue Page, PageLue Autre, string[] Lignes, string Numero)> ADeuxAsync()
    {
        var (premier, numero) = await OuvrirAsync(EtatDossier.EnInstruction);
        var second = await instance.EnTantQueAsync("collegue.35");
        var (page, autre) = (await premier.LireAsync("/instruction/" + numero), await second.LireAsync("/instruction/" + numero));
        return (
            premier,
            second,
            page,
            autre,
            [.. page.Document.QuerySelectorAll("fieldset[id^=conclusion-]").Select(f => f.Id!["conclusion-".Length..]).Take(2)],
            numero
        );
    }

    private async Task<(Navigateur Agent, string Numero)> OuvrirAsync(EtatDossier etat) =>
        (
            await instance.EnTantQueAsync("instructeur.35"),
            await instance.DeroulerAsync(new(Vern, "Portail", 28000m, 20720m) { Jusqua = etat })
        );
}
