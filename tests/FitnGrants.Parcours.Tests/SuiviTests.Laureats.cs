using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <content>What everyone reads, and the sums of agents: seen at three widths, by the keyboard, without a script.</content>
public sealed partial class SuiviTests
{
    [Fact]
    public async Task De_l_accueil_à_un_projet_lauréat_par_la_carte_au_clavier()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.Page.GotoAsync("/");
        await v.SuivreAsync("Projets lauréats");
        await v.VoirAsync("se partagent");
        await v.RegarderAsync("laureats");
        await v.Page.Locator(".carte a[aria-label^='Morbihan']").FocusAsync();
        await v.Page.Keyboard.PressAsync("Enter");
        await v.VoirAsync("à votre choix");
        await v.SuivreAsync("Archives partagées");
        await v.VoirAsync("Bénéficiaires");
        await v.RegarderAsync("laureat");
        (string Adresse, string Dit)[] pages =
        [
            ("/laureats/carte", "Par département"),
            ("/laureats/donnees", "Licence Ouverte"),
            ("/statistiques", "dossiers déposés"),
        ];
        foreach (var (adresse, dit) in pages)
        {
            await v.Page.GotoAsync(adresse);
            await v.VoirAsync(dit);
            await v.RegarderAsync("public" + adresse.Replace('/', '-'));
        }
        await v.ConnecterAsync("secretaire.bretagne");
        await v.Page.GotoAsync("/tableaux-de-bord/territoires?dispositif=BZH-V1");
        await v.VoirAsync("Euros accordés par habitant");
        await v.RegarderAsync("territoires");
        await v.Page.GotoAsync("/tableaux-de-bord/consommation?dispositif=BZH-V1");
        await v.VoirAsync("Réaffectable");
        await v.RegarderAsync("consommation");
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }

    [Fact]
    public async Task Les_lauréats_se_cherchent_sans_script()
    {
        await using var v = await Visite.OuvrirAsync(service, javascript: false);
        await v.Page.GotoAsync("/laureats");
        await v.Page.SelectOptionAsync("#departement", "56");
        await v.Page.FillAsync("#q", "archives");
        await v.CliquerAsync("Chercher");
        Assert.Contains("Un projet répond à votre choix", await v.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await v.SuivreAsync("Archives partagées");
        Assert.Contains("Le Guerno", await v.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
