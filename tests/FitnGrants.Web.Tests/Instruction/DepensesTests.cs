using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Tests.Instruction;

public sealed class DepensesTests(Instance instance) : IClassFixture<Instance>
{
    private Task<string> DossierAsync(string titre) =>
        instance.DeroulerAsync(new("213503527", titre, 10000m, 5000m) { Jusqua = EtatDossier.EnInstruction });

    [Fact]
    public async Task Une_depense_s_ecarte_avec_son_motif_se_lit_et_se_reintegre()
    {
        var numero = await DossierAsync("Une dépense de trop");
        var agent = await instance.EnTantQueAsync("instructeur.35");
        var page = await agent.LireAsync($"/instruction/{numero}/depenses");

        var refus = await agent.SoumettreAsync(page, "form[action$='/ecart']", ("Motif", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Dites pourquoi cette dépense est écartée.", refus.De("[id^=motif-][id$=-erreur]"));
        Assert.Empty((await instance.DossierAsync(numero)).Ecartees);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await agent.SoumettreAsync(page, "form[action$='/ecart']", ("Motif", "Déjà payée par la région."))).Code
        );
        Assert.Equal(HttpStatusCode.Conflict, (await agent.SoumettreAsync(page, "form[action$='/ecart']", ("Motif", "Encore."))).Code);

        var ecartee = await agent.LireAsync($"/instruction/{numero}/depenses");
        Assert.Contains("Déjà payée par la région.", ecartee.Texte);
        Assert.Contains("1 dépense écartée", (await agent.LireAsync("/instruction/" + numero)).Texte);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.22")).LireAsync($"/instruction/{numero}/depenses")).Code
        );
        await agent.SoumettreAsync(ecartee, "form[action$='/reintegration']");
        Assert.Empty((await instance.DossierAsync(numero)).Ecartees);
    }

    /// <summary>Asked, retained, granted: one figure of each, under one name, wherever it is read.</summary>
    [Fact]
    public async Task La_seule_depense_ecartee_chaque_page_dit_zero_et_qu_aucun_montant_n_est_possible()
    {
        var numero = await DossierAsync("Plus rien de retenu");
        var agent = await instance.EnTantQueAsync("instructeur.35");
        await agent.SoumettreAsync(
            await agent.LireAsync($"/instruction/{numero}/depenses"),
            "form[action$='/ecart']",
            ("Motif", "Déjà financée ailleurs.")
        );

        foreach (var adresse in new[] { $"/instruction/{numero}", $"/instruction/{numero}/depenses" })
        {
            var reperes = (await agent.LireAsync(adresse))
                .Document.QuerySelectorAll(".reperes > div")
                .ToDictionary(d => PageLue.Plat(d.QuerySelector("dt")!.TextContent), d => PageLue.Plat(d.QuerySelector("dd")!.TextContent));
            Assert.Equal(
                ("0,00 €", "0,00 €, aucun montant possible", "–"),
                (reperes["Coût éligible retenu"], reperes["Demandé, ramené à"], reperes["Taux"])
            );
        }
        var ligne = (await agent.LireAsync($"/instruction?Q={numero}")).Document.QuerySelector("tbody tr")!;
        Assert.Contains("retenu 0,00 €", PageLue.Plat(ligne.TextContent).Replace("€retenu", "€ retenu", StringComparison.Ordinal));
        var csv = (await agent.LireAsync("/instruction/export.csv?Onglet=en-cours")).Source.Split('\n');
        var colonnes = csv[0].Trim('\uFEFF', '\r').Split(';').Select(c => c.Trim('"')).ToList();
        var valeurs = csv.Single(l => l.Contains(numero, StringComparison.Ordinal)).Split(';');
        Assert.Equal("0,00", valeurs[colonnes.IndexOf("Coût éligible retenu")]);
        Assert.Equal("0,00", valeurs[colonnes.IndexOf("Retenu")]);
        Assert.Equal("5000,00", valeurs[colonnes.IndexOf("Demandé")]);
        var dossier = await instance.DossierAsync(numero);
        Assert.Equal((Euros.Zero, Euros.Zero, new Euros(5000m)), (dossier.AssietteRetenue, dossier.MontantRetenu, dossier.MontantDemande));

        await agent.SoumettreAsync(await agent.LireAsync($"/instruction/{numero}/depenses"), "form[action$='/reintegration']");
        dossier = await instance.DossierAsync(numero);
        Assert.Equal((new Euros(10000m), new Euros(5000m)), (dossier.AssietteRetenue, dossier.MontantRetenu));
    }

    [Fact]
    public async Task On_cote_en_concluant_puis_on_clot_avec_un_montant_dans_ses_bornes()
    {
        var numero = await DossierAsync("Coté puis proposé");
        var agent = await instance.EnTantQueAsync("instructeur.35");
        var grille = await agent.LireAsync("/instruction/" + numero);
        var cote = grille.Document.QuerySelector("select[name^=Cotes]")!.GetAttribute("name")!;
        var conclusions = grille
            .Document.QuerySelectorAll("fieldset[id^=conclusion-]")
            .Select(f => (f.QuerySelector("input")!.GetAttribute("name")!, (string?)"Conforme"))
            .Concat(grille.Document.QuerySelectorAll("textarea[name^=Motifs]").Select(t => (t.GetAttribute("name")!, (string?)"Vu.")))
            .ToArray();

        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await agent.SoumettreAsync(grille, "#grille", [.. conclusions, (cote, "7")])).Code
        );
        Assert.Equal(HttpStatusCode.Redirect, (await agent.SoumettreAsync(grille, "#grille", [.. conclusions, (cote, "2")])).Code);
        var conclue = await agent.LireAsync("/instruction/" + numero);
        Assert.Contains("Cotes : 2 sur 3", conclue.Texte);
        Assert.Equal("5 000,00", PageLue.Plat(conclue.Valeur("Montant")!));

        var refus = await agent.SoumettreAsync(conclue, "form[action*='/cloture']", ("Montant", "5 000,01"), ("Synthese", "Projet utile."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Proposez au plus 5 000,00 €, le montant demandé.", refus.Erreur("Montant"));
        Assert.Equal(("5 000,01", "Projet utile."), (refus.Valeur("Montant"), refus.Valeur("Synthese")));
        await agent.SoumettreAsync(refus, "form[action*='/cloture']", ("Montant", "4 500"));

        var dossier = await instance.DossierAsync(numero);
        Assert.Equal((EtatDossier.Instruit, new Euros(4500m)), (dossier.Etat, dossier.MontantPropose));
        Assert.Equal(2, Assert.Single(dossier.Grille, c => c.Cote is not null).Cote);
        Assert.Contains(
            "Proposé 4 500,00 €",
            (await agent.LireAsync("/instruction/" + numero)).Texte.Replace("Proposé4", "Proposé 4", StringComparison.Ordinal)
        );
    }
}
