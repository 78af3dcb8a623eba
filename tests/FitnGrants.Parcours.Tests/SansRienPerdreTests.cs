using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>What is typed is saved, whatever happens to the connection, to the session, or to the tab.</summary>
public sealed class SansRienPerdreTests(Service service) : IClassFixture<Service>
{
    [Fact]
    public async Task La_connexion_tombe_la_session_expire_un_collegue_ecrit_et_rien_n_est_perdu()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("porteur.vern");
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
        await v.Page.Locator("button[value='porteur.vern@demo.example']").ClickAsync();
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

    /// <summary>Two tabs on one step: the second one to save is told, and keeps what it typed.</summary>
    private static async Task CollegueAsync(Visite v, string projet)
    {
        var autre = await v.Page.Context.NewPageAsync();
        await autre.GotoAsync(projet);
        await autre.FillAsync("#Lieux", "Mairie");
        await autre.WaitForFunctionAsync("() => !localStorage.length");
        await autre.ReloadAsync();
        Assert.Equal("Mairie", await autre.InputValueAsync("#Lieux"));
        await autre.CloseAsync();
        await TaperAsync(v, "Guichet du collègue");
        await EtatAsync(v, "Quelqu’un a modifié ce dossier");
        await v.SuivreAsync("Recharger la page");
        await v.VoirAsync("Vous aviez tapé autre chose ici");
        Assert.Equal("Mairie", await v.Page.InputValueAsync("#Lieux"));
        await v.CliquerAsync("L’oublier");
        await v.Page.ReloadAsync();
        Assert.False(await v.Page.Locator("[data-reprise]").IsVisibleAsync());
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
