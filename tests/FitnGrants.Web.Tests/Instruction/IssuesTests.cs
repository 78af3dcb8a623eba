using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Instruction;

[Trait("duree", "longue")]
public sealed class IssuesTests(Instance instance) : IClassFixture<Instance>
{
    private const string Vern = "213503527";
    private const string Motif = "Le projet sort du champ du dispositif, voir la règle citée.";

    private async Task<(Navigateur Agent, string Numero)> EnInstructionAsync(string titre = "Portail")
    {
        await instance.AlHeureAsync("2021-06-01T09:00:00+02:00");
        return (
            await instance.EnTantQueAsync("instructeur.35"),
            await instance.DeroulerAsync(new(Vern, titre, 28000m, 20720m) { Jusqua = EtatDossier.EnInstruction })
        );
    }

    private Task DefaillirAsync(string numero) =>
        instance.SqlAsync(
            $"""
            update controles set conclusion = 'NonConforme', motif = 'Hors champ.' where regle in ('R24', 'R2')
            and dossier_id = (select id from dossiers where numero = {numero})
            """
        );

    [Fact]
    public async Task Un_dossier_dont_aucune_regle_n_est_en_defaut_ne_se_declare_pas_irrecevable()
    {
        var (agent, numero) = await EnInstructionAsync();
        var page = await agent.LireAsync($"/instruction/{numero}/irrecevabilite");
        Assert.Contains("Aucune règle bloquante n'est en défaut", page.De(".vide"));
        var trace = await instance.TraceAsync(numero);

        var refus = await agent.PosterAsync(
            $"/instruction/{numero}/irrecevabilite",
            ("Revision", $"{trace.Revision}"),
            ("Regle", "R24"),
            ("Motivation", Motif)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Cette règle est tenue d'après la grille", refus.Texte);
        Assert.Equal(trace, await instance.TraceAsync(numero));
    }

    [Fact]
    public async Task Un_dossier_declare_irrecevable_le_dit_au_porteur_avec_sa_regle_et_ses_recours()
    {
        var (agent, numero) = await EnInstructionAsync();
        await DefaillirAsync(numero);
        var avant = await instance.TraceAsync(numero);

        var reponse = await agent.SoumettreAsync(
            await agent.LireAsync($"/instruction/{numero}/irrecevabilite"),
            "main form",
            ("Regle", "R24"),
            ("Motivation", Motif)
        );

        Assert.Equal((HttpStatusCode.Redirect, $"/instruction/{numero}"), (reponse.Code, reponse.Vers));
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal(
            (EtatDossier.Irrecevable, Recevabilite.Irrecevable, "R24"),
            (dossier.Etat, dossier.Recevabilite, dossier.Issue!.Regle)
        );
        var apres = await instance.TraceAsync(numero);
        Assert.Equal((avant.Journal + 1, avant.Courriels + 1), (apres.Journal, apres.Courriels));
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var page = await porteur.LireAsync($"/dossiers/{numero}");
        Assert.Contains("Ce n'est pas un refus", page.Texte);
        Assert.Contains(Motif.Replace('’', '\''), page.Texte);
        var lettre = await porteur.LireAsync($"/dossiers/{numero}/notification.pdf");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (lettre.Code, lettre.Type));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("porteur.colmar")).LireAsync($"/dossiers/{numero}/notification.pdf")).Code
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await agent.PosterAsync(
                    $"/instruction/{numero}/irrecevabilite",
                    ("Revision", $"{apres.Revision}"),
                    ("Regle", "R24"),
                    ("Motivation", Motif)
                )
            ).Code
        );
    }

    [Fact]
    public async Task L_irrecevabilite_n_offre_que_les_regles_bloquantes_et_garde_les_lignes_du_motif()
    {
        var (agent, numero) = await EnInstructionAsync();
        await DefaillirAsync(numero);
        var regles = instance
            .Services.GetRequiredService<Web.Reglements.RegistreDesReglements>()
            .Exiger("BZH-V1")
            .Regles.ToDictionary(r => r.Code);
        var formulaire = await agent.LireAsync($"/instruction/{numero}/irrecevabilite");
        var offertes = formulaire
            .Document.QuerySelectorAll("#Regle option")
            .Where(o => o.GetAttribute("value") is { Length: > 0 })
            .Select(o => (Code: o.GetAttribute("value")!, Texte: o.TextContent))
            .ToList();
        Assert.NotEmpty(offertes);
        Assert.All(offertes, o => Assert.Equal(Domain.Dispositifs.ModeRegle.Bloquant, regles[o.Code].Mode));
        Assert.All(offertes, o => Assert.Contains(o.Code, o.Texte, StringComparison.Ordinal));
        Assert.Equal(offertes.Count, offertes.Select(o => o.Texte).Distinct(StringComparer.Ordinal).Count());

        await agent.SoumettreAsync(
            formulaire,
            "main form",
            ("Regle", offertes[0].Code),
            ("Motivation", Motif + "\n\nVous pouvez déposer un autre dossier.")
        );

        foreach (var adresse in new[] { $"/instruction/{numero}", $"/dossiers/{numero}" })
            Assert.Contains(
                "\n",
                (await agent.LireAsync(adresse)).Document.QuerySelector(".texte")!.TextContent.Trim(),
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("irrecevabilite", "Regle", "R999", "Choisissez la règle")]
    [InlineData("irrecevabilite", "Motivation", "court", "20 caractères")]
    [InlineData("reorientation", "Axe", " ", "vers quel axe")]
    [InlineData("reorientation", "Motivation", "", "20 caractères")]
    public async Task Une_issue_sans_regle_ni_motif_est_refusee_et_garde_ce_qui_est_ecrit(
        string acte,
        string champ,
        string valeur,
        string phrase
    )
    {
        var (agent, numero) = await EnInstructionAsync();
        await DefaillirAsync(numero);
        var trace = await instance.TraceAsync(numero);
        (string, string?)[] champs = [("Regle", acte == "irrecevabilite" ? "R24" : "R32"), ("Axe", "Axe 2 (DINUM)"), ("Motivation", Motif)];

        var reponse = await agent.SoumettreAsync(
            await agent.LireAsync($"/instruction/{numero}/{acte}"),
            "main form",
            [.. champs.Where(c => c.Item1 != champ), (champ, valeur)]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Contains(phrase, reponse.De(".erreurs"));
        if (champ != "Motivation")
            Assert.Equal(Motif, reponse.Valeur("Motivation"));
        Assert.Equal(trace, await instance.TraceAsync(numero));
    }

    [Fact]
    public async Task Un_dossier_reoriente_n_est_pas_un_refus_et_le_projet_peut_revenir()
    {
        var (agent, numero) = await EnInstructionAsync("GED et archivage mutualisés");
        await agent.SoumettreAsync(await agent.LireAsync($"/instruction/{numero}/reorientation"), "main form", ("Motivation", Motif));

        var dossier = await instance.DossierAsync(numero);
        Assert.Equal((EtatDossier.Reoriente, "R32"), (dossier.Etat, dossier.Issue!.Regle));
        Assert.Contains(
            "Ce n'est pas un refus",
            (await (await instance.EnTantQueAsync("porteur.vern")).LireAsync($"/dossiers/{numero}")).Texte
        );
        var nouveau = await instance.DeroulerAsync(
            new(Vern, "GED et archivage mutualisés", 28000m, 20720m) { Jusqua = EtatDossier.Depose }
        );
        Assert.Equal(EtatDossier.Depose, (await instance.DossierAsync(nouveau)).Etat);
    }

    [Fact]
    public async Task Apres_deux_mois_de_silence_le_dossier_est_repute_recevable_et_ne_peut_plus_etre_irrecevable()
    {
        var (agent, numero) = await EnInstructionAsync();
        await instance.AlHeureAsync("2021-07-20T23:59:00+02:00");
        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync($"/instruction/{numero}/irrecevabilite")).Code);
        Assert.Equal(0, await TraiterAsync(numero));

        await instance.AlHeureAsync("2021-07-21T00:00:01+02:00");
        var revision = (await instance.TraceAsync(numero)).Revision;
        Assert.Equal(
            HttpStatusCode.Conflict,
            (
                await agent.PosterAsync(
                    $"/instruction/{numero}/irrecevabilite",
                    ("Revision", $"{revision}"),
                    ("Regle", "R24"),
                    ("Motivation", Motif)
                )
            ).Code
        );
        Assert.Equal(1, await TraiterAsync(numero));
        Assert.Equal(0, await TraiterAsync(numero));

        Assert.Equal(Recevabilite.ReputeeRecevable, (await instance.DossierAsync(numero)).Recevabilite);
        Assert.Contains("Réputé recevable", (await agent.LireAsync($"/dossiers/{numero}")).Texte);
        var ligne = await instance.LireAsync(db =>
            db.Journal.AsNoTracking().OrderByDescending(l => l.Id).FirstAsync(l => l.Acte == Acte.ReputerRecevable)
        );
        Assert.Contains("Système", ligne.Details.Replace("\\u00E8", "è", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("irrecevabilite")]
    [InlineData("reorientation")]
    [InlineData("rapprochements")]
    public async Task Un_agent_d_un_autre_departement_ne_trouve_pas_le_dossier(string acte)
    {
        var (_, numero) = await EnInstructionAsync();
        var ailleurs = await instance.EnTantQueAsync("instructeur.22");
        var trace = await instance.TraceAsync(numero);

        Assert.Equal(HttpStatusCode.NotFound, (await ailleurs.LireAsync($"/instruction/{numero}/{acte}")).Code);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await ailleurs.PosterAsync(
                    $"/instruction/{numero}/{acte}",
                    ("Revision", $"{trace.Revision}"),
                    ("Regle", "R24"),
                    ("Motivation", Motif)
                )
            ).Code
        );
        Assert.Equal(trace, await instance.TraceAsync(numero));
    }

    [Fact]
    public async Task En_volet_2_l_avis_departemental_precede_l_ordre_du_jour_meme_defavorable()
    {
        var numero = await instance.DeroulerAsync(
            new("246800726", "Laboratoire", 60000m, 36000m) { Dispositif = "GE-V2", Jusqua = EtatDossier.Instruit }
        );
        var secretaire = await instance.EnTantQueAsync("secretaire.grand-est");
        var seance = await instance.LireAsync(db => db.Seances.AsNoTracking().OrderBy(s => s.Jour).FirstAsync(s => s.Region == "44"));
        Task<PageLue> InscrireAsync(int revision) =>
            secretaire.PosterAsync($"/comite/seances/{seance.Id}/ordre-du-jour", ("Revision", $"{revision}"), ("Numero", numero));

        var sans = await InscrireAsync(seance.Revision);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sans.Code);
        Assert.Contains("L'avis de la préfecture de département est requis avant l'inscription à l'ordre du jour (volet 2).", sans.Texte);
        Assert.Equal(EtatDossier.Instruit, (await instance.DossierAsync(numero)).Etat);

        var prefecture = await instance.EnTantQueAsync("instructeur.68");
        Assert.Contains(numero, (await prefecture.LireAsync("/instruction?Onglet=avis")).Texte);
        async Task<string?> LienAsync(string compte) =>
            (await (await instance.EnTantQueAsync(compte)).LireAsync($"/instruction/{numero}")).De($"a[href='/instruction/{numero}/avis']");
        Assert.Equal("Rendre l'avis", await LienAsync("instructeur.68"));
        Assert.Null(await LienAsync("instructeur.grand-est"));
        var vide = await prefecture.SoumettreAsync(
            await prefecture.LireAsync($"/instruction/{numero}/avis"),
            "main form",
            ("Sens", "Defavorable"),
            ("Texte", " ")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vide.Code);
        var rendu = await prefecture.SoumettreAsync(
            await prefecture.LireAsync($"/instruction/{numero}/avis"),
            "main form",
            ("Sens", "Defavorable"),
            ("Texte", "Le besoin n’est pas démontré.")
        );
        Assert.Equal(HttpStatusCode.Redirect, rendu.Code);
        Assert.Equal("Relire ou remplacer l'avis", await LienAsync("instructeur.68"));
        Assert.Equal(SensAvis.Defavorable, Assert.Single((await instance.DossierAsync(numero)).Avis).Sens);
        Assert.DoesNotContain(numero, (await prefecture.LireAsync("/instruction?Onglet=avis")).Texte);

        Assert.Equal(HttpStatusCode.Redirect, (await InscrireAsync(seance.Revision)).Code);
        Assert.Equal(EtatDossier.InscritSeance, (await instance.DossierAsync(numero)).Etat);
        Assert.Null(await LienAsync("instructeur.68"));
    }

    [Fact]
    public async Task L_avis_est_a_la_prefecture_du_departement_et_au_volet_2_seulement()
    {
        var volet2 = await instance.DeroulerAsync(
            new("246800726", "Mobilités", 60000m, 36000m) { Dispositif = "GE-V2", Jusqua = EtatDossier.Depose }
        );
        var (_, volet1) = await EnInstructionAsync();

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.35")).LireAsync($"/instruction/{volet2}/avis")).Code
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.35")).LireAsync($"/instruction/{volet1}/avis")).Code
        );
    }

    [Theory]
    [InlineData("oui", Conclusion.NonConforme)]
    [InlineData("non", Conclusion.Conforme)]
    public async Task Un_projet_qui_ressemble_a_un_refus_est_juge_identique_ou_distinct_avec_un_motif(string identique, Conclusion attendue)
    {
        await instance.AlHeureAsync("2021-06-01T09:00:00+02:00");
        var siren = (await instance.CommunesBretonnesAsync(6))[identique == "oui" ? 4 : 5];
        var refuse = await RefuserAsync(siren, "Portail famille");
        await instance.AlHeureAsync("2021-07-02T09:00:00+02:00");
        var numero = await instance.DeroulerAsync(
            new(siren, "Portail familles", 28000m, 20720m) { Jusqua = EtatDossier.EnInstruction, Depose = "2021-07-01T10:00:00+02:00" }
        );
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal(ResultatConstat.Alerte, dossier.Grille.Single(c => c.Regle == "R67").Propose);
        var agent = await instance.EnTantQueAsync("instructeur." + dossier.Departement);
        var page = await agent.LireAsync($"/instruction/{numero}/rapprochements");
        Assert.Contains(refuse, page.Texte);

        var sans = await agent.SoumettreAsync(page, "main form", ("Identique", identique), ("Motif", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sans.Code);
        var juge = await agent.SoumettreAsync(page, "main form", ("Identique", identique), ("Motif", "Comparé avec le porteur."));

        Assert.Equal(HttpStatusCode.Redirect, juge.Code);
        var apres = await instance.DossierAsync(numero);
        Assert.Equal(attendue, apres.Grille.Single(c => c.Regle == "R67").Conclusion);
        Assert.Equal((refuse, identique == "oui"), (apres.Rapprochements[0].Numero, apres.Rapprochements[0].Identique));
    }

    [Fact]
    public async Task Plus_de_dossiers_qu_un_lot_deviennent_recevables_par_le_silence_sauf_ceux_dont_le_delai_n_est_pas_passe()
    {
        var modele = await instance.DeroulerAsync(
            new("213503527", "Silence") { Depose = "2021-05-10T10:00:00+02:00", Jusqua = EtatDossier.Depose }
        );
        await instance.CopierAsync(
            modele,
            201,
            "FITN-BZH-V1-2020-",
            "'recevabilite_avant_le', case when g = 1 then date '2021-07-12' else date '2021-07-11' end"
        );
        await instance.AlHeureAsync("2021-07-12T10:00:00+02:00");

        Assert.Equal(1, await TraiterAsync(modele));
        Assert.Equal(
            1,
            await instance.LireAsync(db =>
                db.Dossiers.CountAsync(d => d.Numero!.StartsWith("FITN-BZH-V1-2020-") && d.Recevabilite == Recevabilite.EnAttente)
            )
        );
        await instance.SqlAsync($"delete from dossiers where numero like 'FITN-BZH-V1-2020-%'");
    }

    private async Task<string> RefuserAsync(string siren, string titre)
    {
        var numero = await instance.DeroulerAsync(new(siren, titre, 28000m, 20720m) { Depose = "2021-05-20T10:00:00+02:00" });
        await instance.SqlAsync(
            $"""
            insert into decisions (id, seance_id, dossier_id, version_dossier, dispositif, type, motivation, fondements, axes, motifs,
            similaires, prise_le, enregistree_le, enregistree_par, notifiee_le)
            select gen_random_uuid(), p.seance_id, d.id, 1, d.dispositif, 'Refus', 'Motif du refus de ce projet.', array['Exclusion'],
            '[]'::jsonb, '[]'::jsonb, array[]::text[], date '2021-06-22', now(), 'Essai', now()
            from dossiers d join points p on p.dossier_id = d.id where d.numero = {numero}
            """
        );
        await instance.SqlAsync($"update dossiers set etat = 'Refuse' where numero = {numero}");
        return numero;
    }

    private Task<int> TraiterAsync(string numero) =>
        instance.FaireAsync(async services =>
        {
            var avant = (await instance.DossierAsync(numero)).Recevabilite;
            await services.GetRequiredService<FitnGrants.Web.Echeancier.Echeances>().TraiterAsync(CancellationToken.None);
            return avant == (await instance.DossierAsync(numero)).Recevabilite ? 0 : 1;
        });
}
