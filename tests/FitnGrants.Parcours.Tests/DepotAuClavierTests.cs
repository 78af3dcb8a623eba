using FitnGrants.Parcours.Tests.Fabrique;
using FitnGrants.Web.Demonstration;

namespace FitnGrants.Parcours.Tests;

/// <summary>From the first page to the receipt without a mouse.</summary>
public sealed class DepotAuClavierTests(ServicePrive service)
{
    [Fact]
    public async Task Un_dossier_complet_se_depose_au_clavier_seul()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.Page.GotoAsync("/");
        await AllerAsync(v, "a", "Déposer ou suivre un dossier", "**/compte/connexion*");
        await AllerAsync(v, "button[value='porteur.beuzec@demo.example']", "", "**/mes-dossiers");
        await AllerAsync(v, "a[href='/dossiers/nouveau?dispositif=BZH-V1']", "", "**/dossiers/nouveau*");
        await AllerAsync(v, "button", "Commencer le dossier", "**/modifier/collectivite");
        await EcrireAsync(
            v,
            ("#Adresse", "1 place de la Mairie, 29790 Beuzec-Cap-Sizun"),
            ("#RepresentantLegal", "Le maire"),
            ("#Contact", "Secrétariat de mairie"),
            ("#Courriel", "mairie@commune.example")
        );
        await ContinuerAsync(v, "groupement");
        // The first Tab of a step is its first field.
        await v.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("EnGroupement", await v.Page.EvaluateAsync<string>("document.activeElement.name"));
        await ContinuerAsync(v, "projet");
        await EcrireAsync(
            v,
            ("#Titre", "Boîte à idées du Cap"),
            ("#Resume", "Un seul endroit où les habitants proposent et suivent ce qui en est fait.")
        );
        await CocherAsync(v, "#Thematiques", "#NaturesAppui-2", "#EtatAvancement", "#Regime");
        await ContinuerAsync(v, "criteres");
        await CocherAsync(v, "[name=Urbanisme]");
        await v.Page.Keyboard.PressAsync("ArrowRight");
        await EcrireAsync(v, ("#MethodeParticipative", "Trois ateliers avec des habitants et des agents."));
        await ContinuerAsync(v, "financement");
        await EcrireAsync(v, ("#Depenses_0__Libelle", "Plateforme"), ("#Depenses_0__Montant", "10 000"));
        await v.Page.Keyboard.PressAsync("Enter");
        await v.Page.WaitForFunctionAsync("() => document.querySelector('[data-total=depenses]').textContent.startsWith('10')");
        Assert.EndsWith("/modifier/financement#etape", v.Page.Url);
        await EcrireAsync(v, ("#Ressources_0__Montant", "8 000"));
        await AllerAsync(v, "button", "Ajouter une ressource", "**ajouter=ressource*");
        await EcrireAsync(v, ("#Ressources_1__Type", "Auto"), ("#Ressources_1__Statut", "Acq"), ("#Ressources_1__Montant", "2 000"));
        await ContinuerAsync(v, "calendrier");
        await EcrireAsync(v, ("#DateDebutPrevue", "15/09/2021"), ("#DateFinPrevue", "30/06/2022"), ("#DateEffetConcret", "30/06/2022"));
        await ContinuerAsync(v, "pieces");
        // Listening from here: the browser is told before the key is pressed, whatever its load.
        var choix = new TaskCompletionSource<Microsoft.Playwright.IFileChooser>(TaskCreationOptions.RunContinuationsAsynchronously);
        v.Page.FileChooser += (_, c) => choix.TrySetResult(c);
        await EcrireAsync(v, ("#Type", "Devis"));
        await v.TabulerAsync("#Fichiers");
        await v.Page.Keyboard.PressAsync("Space");
        await (await choix.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).SetFilesAsync(
            new Microsoft.Playwright.FilePayload
            {
                Name = "devis.pdf",
                MimeType = "application/pdf",
                Buffer = LettreDEssai.Octets,
            }
        );
        await v.VoirAsync("Devis : c’est fait");
        await ContinuerAsync(v, "recapitulatif");
        await v.VoirAsync("Votre dossier est complet.");
        await v.VoirAsync("Devis : devis.pdf");
        await CocherAsync(v, "#Certifie");
        await AllerAsync(v, "button", "Déposer le dossier", "**/dossiers/FITN-BZH-V1-2021-*");
        await v.VoirAsync("Dossier déposé.");
        await v.TabulerAsync("a", "Ouvrir votre accusé de réception");

        Assert.Contains("Boîte à idées du Cap", Pdf.Texte(await v.TelechargerAsync(new Uri(v.Page.Url).AbsolutePath + "/recepisse.pdf")));
        Assert.Empty(v.Erreurs);
    }

    private static async Task AllerAsync(Visite v, string selecteur, string texte, string vers)
    {
        await v.TabulerAsync(selecteur, texte);
        await v.Page.Keyboard.PressAsync("Enter");
        await v.ArriverAsync(vers);
    }

    private static Task ContinuerAsync(Visite v, string etape) => AllerAsync(v, "button", "Continuer", $"**/modifier/{etape}*");

    private static async Task EcrireAsync(Visite v, params (string Champ, string Texte)[] saisies)
    {
        foreach (var (champ, texte) in saisies)
        {
            await v.TabulerAsync(champ);
            // What the last dossier knew may be there already.
            await v.Page.Keyboard.PressAsync("Control+A");
            await v.Page.Keyboard.TypeAsync(texte);
        }
    }

    private static async Task CocherAsync(Visite v, params string[] champs)
    {
        foreach (var champ in champs)
        {
            await v.TabulerAsync(champ);
            await v.Page.Keyboard.PressAsync("Space");
        }
    }
}
