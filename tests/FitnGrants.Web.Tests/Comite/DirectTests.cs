namespace FitnGrants.Web.Tests.Comite;

public sealed class DirectTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Le_point_appele_et_la_proposition_se_voient_de_tous_et_une_hypothese_de_soi_seul()
    {
        var (numero, point) = await instance.PointAsync("Projeté en grand", demande: 5000m);
        var adresse = $"/comite/seances/{instance.Seance}/direct";
        var (secretaire, membre) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("membre.29"));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.PosterAsync($"/comite/seances/{instance.Seance}/appel", ("Numero", numero))).Code
        );

        var ecran = await membre.LireAsync(adresse);
        Assert.Equal("Projeté en grand", ecran.De("h1"));
        Assert.Contains("Ce point, demandé5 000,00 €", ecran.De(".enveloppe"));
        Assert.Contains("0 € → 5 000 €", ecran.De(".seance__repartition"));
        Assert.Null(ecran.Document.QuerySelector("form[action$='/appel'], [formaction$='/proposition']"));

        var essai = await membre.LireAsync(adresse + "/etat?montant=2%20000,50");
        Assert.Contains("Ce point, hypothèse2 000,50 €", essai.De(".enveloppe"));
        Assert.Contains("Dépassement0,50 €", (await membre.LireAsync(adresse + "/etat?montant=1188000,50")).De(".enveloppe"));
        Assert.Contains("2 999,50 € de moins que demandé", essai.Texte);
        Assert.Contains("Ce point, demandé", (await secretaire.LireAsync(adresse + "/etat")).De(".enveloppe"));

        Assert.Equal(
            HttpStatusCode.Redirect,
            (await secretaire.PosterAsync(point + "/proposition", ("Type", "Accord"), ("Montant", "3 000"))).Code
        );
        var propose = await membre.LireAsync(adresse + "/etat");
        Assert.Contains("Ce point, proposé3 000,00 €", propose.De(".enveloppe"));
        Assert.Contains("Resterait1 185 000,00 €", propose.De(".enveloppe"));
        Assert.Contains("Proposé : Accord, 3 000,00 €", propose.De(".seance__point"));
        Assert.Equal("3 000,00", PageLue.Plat((await secretaire.LireAsync(point + "/accord")).Valeur("Montant")!));

        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        Assert.Contains("Accord, 3 000,00 €", (await membre.LireAsync(adresse + "/etat")).De(".seance__point"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("99999999999999")]
    public async Task Une_hypothese_illisible_ne_change_rien_a_l_ecran(string montant)
    {
        var (numero, _) = await instance.PointAsync("Hypothèse illisible");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.PosterAsync($"/comite/seances/{instance.Seance}/appel", ("Numero", numero));
        var ecran = await secretaire.LireAsync($"/comite/seances/{instance.Seance}/direct?montant={montant}");
        Assert.Equal(HttpStatusCode.OK, ecran.Code);
        Assert.Contains("Ce point, demandé", ecran.De(".enveloppe"));
    }

    /// <summary>What is in the box is what is proposed, without script and without trying it first.</summary>
    [Theory]
    [InlineData("3 210,50", null)]
    [InlineData("5 000,01", "Plus que demandé")]
    [InlineData("beaucoup", "Indiquez un montant en euros")]
    public async Task Le_montant_tape_est_celui_qui_est_propose_ou_il_est_refuse(string montant, string? erreur)
    {
        var (numero, _) = await instance.PointAsync("Tapé puis proposé");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.PosterAsync($"/comite/seances/{instance.Seance}/appel", ("Numero", numero));
        var ecran = await secretaire.LireAsync($"/comite/seances/{instance.Seance}/direct");
        Assert.Equal("5 000,00", PageLue.Plat(ecran.Valeur("Montant")!));
        var adresse = ecran.Document.QuerySelector("[formaction$='/proposition'][value=Accord]")!.GetAttribute("formaction")!;

        var reponse = await secretaire.PosterAsync(
            adresse,
            [
                .. PageLue.Champs(ecran.Formulaire("[data-hypothese]")).Where(c => c.Nom != "Montant"),
                ("Montant", montant),
                ("Type", "Accord"),
            ]
        );

        var apres = (await secretaire.LireAsync($"/comite/seances/{instance.Seance}/direct/etat")).De(".seance__point")!;
        Assert.Equal(erreur is null ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Equal(erreur is null, apres.Contains("Proposé : Accord, 3 210,50 €", StringComparison.Ordinal));
        if (erreur is null)
            return;
        Assert.Contains(erreur, reponse.De(".erreurs"), StringComparison.Ordinal);
        Assert.Equal(montant, PageLue.Plat(reponse.Valeur("Montant")!));
    }

    [Fact]
    public async Task Essayer_sans_script_montre_l_hypothese_et_n_enregistre_rien()
    {
        var (numero, _) = await instance.PointAsync("Essayé");
        var (secretaire, membre) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("membre.22"));
        await secretaire.PosterAsync($"/comite/seances/{instance.Seance}/appel", ("Numero", numero));
        var reponse = await membre.SoumettreAsync(
            await membre.LireAsync($"/comite/seances/{instance.Seance}/direct"),
            "[data-hypothese]",
            ("Montant", "1 234")
        );
        Assert.Contains("Ce point, hypothèse1 234,00 €", (await membre.LireAsync(reponse.Vers!)).De(".enveloppe"));
        Assert.Contains("Ce point, demandé", (await secretaire.LireAsync($"/comite/seances/{instance.Seance}/direct")).De(".enveloppe"));
    }

    [Fact]
    public async Task Une_proposition_sans_montant_ou_d_un_membre_n_est_pas_affichee()
    {
        var (numero, point) = await instance.PointAsync("Sans proposition");
        var (secretaire, membre) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("membre.29"));
        await secretaire.PosterAsync($"/comite/seances/{instance.Seance}/appel", ("Numero", numero));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await secretaire.PosterAsync(point + "/proposition", ("Type", "Accord"), ("Montant", ""))).Code
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await membre.PosterAsync(point + "/proposition", ("Type", "Refus"))).Code);
        Assert.DoesNotContain(
            "Proposé",
            (await secretaire.LireAsync($"/comite/seances/{instance.Seance}/direct/etat")).De(".seance__point")
        );
    }
}
