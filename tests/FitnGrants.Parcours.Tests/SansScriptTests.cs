using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>Parts 1 to 3 of the tour with JavaScript off: scripts only make it nicer.</summary>
public sealed class SansScriptTests(Service service)
{
    [Fact]
    public async Task Le_simulateur_repond_sans_script()
    {
        await using var v = await Visite.OuvrirAsync(service, javascript: false);
        await v.Page.GotoAsync("/");
        await v.Page.FillAsync("#collectivite", "colm");
        await v.Page.Locator(".carte-recherche button").ClickAsync();
        await v.VoirAsync("Plusieurs collectivités portent ce nom");
        await v.SuivreAsync("^Colmar$");
        await v.Page.FillAsync("#Cout", "50000");
        await v.Page.FillAsync("#Montant", "40000");
        await v.Page.Locator("#formulaire button:has-text('Vérifier')").ClickAsync();
        await v.VoirAsync("de 10 000,00 € à 40 000,00 €");
        await v.Page.FillAsync("#Collectivite", "Riquewihr");
        await v.Page.Locator("#formulaire button:has-text('Vérifier')").ClickAsync();
        await v.VoirAsync("Riquewihr peut déposer un dossier");
    }

    [Fact]
    public async Task Le_depot_va_jusqu_au_bout_sans_script()
    {
        await using var v = await Visite.OuvrirAsync(service, javascript: false);
        await ParcoursPorteur.DeposerAsync(v, "Capteurs de qualité de l’air", "porteur.leguerno", regarder: false);
    }

    [Fact]
    public async Task L_instruction_va_jusqu_au_bout_sans_script()
    {
        await using var v = await Visite.OuvrirAsync(service, javascript: false);
        await v.ConnecterAsync("instructeur.68");
        await v.Page.GotoAsync("/instruction?Onglet=a-prendre");
        await v.SuivreAsync("Signalement des usagers");
        await v.CliquerAsync("Prendre en charge");
        await v.CliquerAsync("Confirmer les constats conformes");
        while (await v.Page.Locator("tr:has(.choix-cadre):not(:has(input:checked))").CountAsync() > 0)
        {
            var ligne = v.Page.Locator("tr:has(.choix-cadre):not(:has(input:checked))").First;
            await ligne.Locator("textarea").FillAsync("Vérifié au téléphone.");
            await ligne.Locator("input").First.CheckAsync();
        }
        await v.CliquerAsync("Enregistrer les conclusions");
        await v.CliquerAsync("^Clore l’instruction");
        await v.VoirAsync("Instruction close.");
    }
}
