using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>What is typed is saved, whatever happens to the connection, to the session, or to the tab.</summary>
public sealed class SansRienPerdreTests(ServicePrive service)
{
    [Fact]
    public async Task La_connexion_tombe_la_session_expire_un_collegue_ecrit_et_rien_n_est_perdu()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("porteur.rennes-metropole");
        await v.Page.GotoAsync("/dossiers/nouveau?dispositif=BZH-V1");
        await v.CliquerAsync("Commencer le dossier");
        var projet = v.Page.Url.Replace("/collectivite", "/projet", StringComparison.Ordinal);
        await v.Page.GotoAsync(projet);

        await TaperAsync(v, "Guichet des familles");
        await EtatAsync(v, "Enregistré à");
        await v.Page.ReloadAsync();
        Assert.Equal("Guichet des familles", await v.Page.InputValueAsync("#Titre"));

        // Two cuts: what is typed meanwhile leaves when the connection comes back.
        await v.Page.Context.SetOfflineAsync(true);
        await TaperAsync(v, "Guichet des familles et des aînés");
        await EtatAsync(v, "Connexion coupée");
        await v.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("Continuer") }).ClickAsync();
        Assert.Equal(projet, v.Page.Url);
        await v.RegarderAsync("connexion-coupee");
        await v.Page.Context.SetOfflineAsync(false);
        await EtatAsync(v, "Enregistré à");
        await v.Page.ReloadAsync();
        Assert.Equal("Guichet des familles et des aînés", await v.Page.InputValueAsync("#Titre"));

        await ExpirerAsync(v, projet);
        await CollegueAsync(v, projet);
        Assert.Empty(v.Defauts);
    }

    /// <summary>The session expires in the middle of a field; after sign-in, what was typed is offered back.</summary>
    private static async Task ExpirerAsync(Visite v, string projet)
    {
        await v.Page.Context.ClearCookiesAsync();
        await TaperAsync(v, "Guichet de toutes les générations");
        await EtatAsync(v, "Votre session a expiré");
        await v.RegarderAsync("session-expiree");
        await v.SuivreAsync("Se reconnecter");
        await v.Page.Locator("button[value='porteur.rennes-metropole@demo.example']").ClickAsync();
        await v.Page.WaitForURLAsync(projet);
        Assert.Equal("Guichet des familles et des aînés", await v.Page.InputValueAsync("#Titre"));
        await v.VoirAsync("Vous aviez tapé autre chose ici");
        await v.RegarderAsync("saisie-reprise");
        await v.CliquerAsync("Reprendre cette saisie");
        Assert.Equal("Guichet de toutes les générations", await v.Page.InputValueAsync("#Titre"));
        await EtatAsync(v, "Enregistré à");
        await v.CliquerAsync("Continuer");
        await v.VoirAsync("Critères");
        await v.Page.GotoAsync(projet);
        Assert.Equal("Guichet de toutes les générations", await v.Page.InputValueAsync("#Titre"));
        Assert.False(await v.Page.Locator("[data-reprise]").IsVisibleAsync());
    }

    /// <summary>
    /// Two tabs on one step: what each changed alone is kept; the same field is chosen between, on a page that shows both.
    /// </summary>
    private static async Task CollegueAsync(Visite v, string projet)
    {
        var autre = await v.Page.Context.NewPageAsync();
        await autre.GotoAsync(projet);
        await autre.FillAsync("#Lieux", "Mairie");
        await autre.WaitForFunctionAsync("() => !localStorage.length");
        await TaperAsync(v, "Guichet du collègue");
        await EtatAsync(v, "Enregistré à");
        await v.Page.ReloadAsync();
        Assert.Equal(("Mairie", "Guichet du collègue"), (await v.Page.InputValueAsync("#Lieux"), await v.Page.InputValueAsync("#Titre")));
        // The other page still shows the title of before.
        await autre.FillAsync("#Titre", "Guichet de l’autre");
        await autre.GetByText("« Titre » a été changé ailleurs").WaitForAsync();
        await autre.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "choisir" }).ClickAsync();
        await autre.Locator(".conflit__valeur").GetByText("Guichet du collègue").WaitForAsync();
        await autre.CloseAsync();
        await v.Page.FillAsync("#Resume", "Un résumé");
        await EtatAsync(v, "Enregistré à");
        await ChoisirAsync(v, projet);
    }

    private static async Task ChoisirAsync(Visite v, string projet)
    {
        var autre = await v.Page.Context.NewPageAsync();
        await autre.GotoAsync(projet);
        await autre.FillAsync("#Titre", "Ce que le collègue enregistre");
        await autre.WaitForFunctionAsync("() => !localStorage.length");
        await autre.CloseAsync();
        await TaperAsync(v, "Ce que j’écris");
        await v.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "choisir" }).ClickAsync();
        await v.VoirAsync("Le même champ a été changé ailleurs en même temps");
        await v.VoirAsync("Ce que j’écris");
        await v.RegarderAsync("deux-saisies");
        await v.Page.GetByLabel("Ce qui est enregistré").CheckAsync();
        await v.CliquerAsync("Enregistrer ces choix");
        await v.VoirAsync("Critères");
        await v.Page.GotoAsync(projet);
        Assert.Equal(
            ("Ce que le collègue enregistre", "Un résumé"),
            (await v.Page.InputValueAsync("#Titre"), await v.Page.InputValueAsync("#Resume"))
        );
    }

    private static Task TaperAsync(Visite v, string titre) => v.Page.FillAsync("#Titre", titre);

    /// <summary>What the page says of its saving. « Enregistré » was there before: the request that says it now is awaited.</summary>
    private static async Task EtatAsync(Visite v, string texte)
    {
        if (texte == "Enregistré à")
            await v.Page.WaitForFunctionAsync("() => !localStorage.length");
        await v.Page.Locator("[data-etat-brouillon]").GetByText(texte).WaitForAsync();
    }
}
