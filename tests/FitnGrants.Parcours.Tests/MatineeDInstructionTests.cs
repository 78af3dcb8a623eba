using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FitnGrants.Parcours.Tests.Fabrique;
using Microsoft.Playwright;

namespace FitnGrants.Parcours.Tests;

/// <summary>A préfecture with three hundred dossiers.</summary>
public sealed class ServiceTresOccupe(ServeurDesParcours serveur) : Service(serveur)
{
    protected override IReadOnlyDictionary<string, string> Reglages { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Demonstration__Jeu"] = "instruction" };
}

/// <summary>An instructor's morning: filter, search, take, conclude, ask, receive, rule, close ten at once, undo one, export.</summary>
public sealed class MatineeDInstructionTests(ServiceTresOccupe service) : IClassFixture<ServiceTresOccupe>
{
    [Fact]
    public async Task Une_matinee_d_instruction_sur_trois_cents_dossiers()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("instructeur.35");
        await FiltrerEtChercherAsync(v);
        await PrendreTroisAsync(v);
        await ConclureDeuxGrillesAsync(v);
        var vern = await DemanderUnePieceAsync(v);
        await using (var porteur = await Visite.OuvrirAsync(service))
            await RepondreAsync(porteur, vern);
        await v.Page.GotoAsync("/instruction/" + vern);
        await v.VoirAsync("Compléments reçus");
        await LireLaPieceACoteAsync(v, vern);
        await JugerUnDoublonAsync(v);
        await ClorePlusieursAsync(v);
        await ExporterAsync(v);
        await RegarderLeResteAsync(v, vern);
        await using (var voisin = await Visite.OuvrirAsync(service))
            await RefuserAuVoisinAsync(voisin, vern);
        Assert.Empty(v.Erreurs);
        Assert.Empty(v.Defauts);
    }

    private static async Task FiltrerEtChercherAsync(Visite v)
    {
        await v.Page.GotoAsync("/instruction?Onglet=a-prendre");
        await v.RegarderAsync("liste");
        await v.Page.CheckAsync("#Montants-grand");
        await v.CliquerAsync("^Appliquer$");
        await v.VoirAsync("Aucun dossier de cet onglet ne correspond à vos filtres.");
        await v.Page.GotoAsync("/instruction?Onglet=a-prendre&Montants=petit");
        var premier = await v.Page.Locator("td[data-titre=Porteur]").First.EvaluateAsync<string>("e => e.firstChild.textContent.trim()");
        await v.Page.FillAsync("#q", "coumune de " + premier);
        await v.Page.Keyboard.PressAsync("Enter");
        await v.VoirAsync("voici les plus proches");
        Assert.Contains(
            premier,
            (await v.Page.Locator("td[data-titre=Porteur]").AllInnerTextsAsync()).Take(3).Select(t => t.Split('\n')[0].Trim())
        );
        await v.RegarderAsync("liste-approchee");
    }

    private static async Task CocherAsync(Visite v, int nombre, string texte = "")
    {
        var cases = v.Page.Locator("tbody tr", new() { HasText = texte }).Locator("td.case input");
        for (var i = 0; i < nombre; i++)
            await cases.Nth(i).CheckAsync();
    }

    private static async Task PrendreTroisAsync(Visite v)
    {
        await v.Page.GotoAsync("/instruction?Onglet=a-prendre");
        await CocherAsync(v, 2);
        await v.SuivreAsync("^Dossiers suivants$");
        await v.ArriverAsync("**/instruction?*Apres=*");
        await CocherAsync(v, 1);
        // Those of the first page are still chosen.
        await v.Page.GetByText("3 dossiers choisis").WaitForAsync();
        await v.CliquerAsync("^Prendre en charge$");
        await v.VoirAsync("Les 3 dossiers passeront.");
        await v.RegarderAsync("lot-controle");
        await v.CliquerAsync("Prendre en charge 3 dossiers");
        await v.VoirAsync("3 dossiers traités");
        await v.RegarderAsync("lot-fait");
    }

    private static async Task ConclureDeuxGrillesAsync(Visite v)
    {
        for (var i = 0; i < 2; i++)
        {
            await v.Page.GotoAsync("/instruction?Onglet=en-cours&Qui=moi");
            await v.Page.Locator("tbody tr", new() { HasText = "Conclure" }).First.Locator("td[data-titre=Dossier] a").ClickAsync();
            await v.ArriverAsync("**/instruction/FITN-*");
            await v.CliquerAsync("Confirmer les constats conformes");
            await v.VoirAsync("Conclusions enregistrées.");
            if (i == 0)
                await v.RegarderAsync("grille");
            // What is left by hand; one finding is overridden, with its reason.
            var reste = v.Page.Locator("fieldset.choix-cadre:not(:has(:checked))");
            for (var n = await reste.CountAsync(); n > 0; n--)
            {
                var ligne = reste.First;
                var id = (await ligne.GetAttributeAsync("id"))!["conclusion-".Length..];
                await ligne.Locator("input[value=Conforme]").CheckAsync(new() { Force = true });
                await v.Page.FillAsync("#motif-" + id, "Vu avec la mairie.");
            }
            var forcee = v.Page.Locator("fieldset.choix-cadre[data-propose=Conforme]").First;
            var forceeId = (await forcee.GetAttributeAsync("id"))!["conclusion-".Length..];
            await forcee.Locator("input[value=NonConforme]").CheckAsync(new() { Force = true });
            await v.CliquerAsync("^Enregistrer les conclusions$");
            await v.VoirAsync("le motif est demandé pour cette conclusion");
            await v.Page.FillAsync("#motif-" + forceeId, "Le justificatif dit autre chose.");
            await v.CliquerAsync("^Enregistrer les conclusions$");
            await v.VoirAsync("Conclusions enregistrées.");
            await v.CliquerAsync("^Clore l’instruction$");
            await v.VoirAsync("Instruction close.");
        }
    }

    private static async Task<string> DemanderUnePieceAsync(Visite v)
    {
        await v.Page.GotoAsync("/instruction?Q=vern-sur-seiche");
        await v.SuivreAsync("^Portail des familles$");
        await v.ArriverAsync("**/instruction/FITN-*");
        var numero = Regex.Match(v.Page.Url, @"FITN-BZH-V1-2021-\d{5}").Value;
        await v.SuivreAsync("^Demander des compléments$");
        await v.Page.SelectOptionAsync("#Points_0__Cible", "pieces.Devis");
        await v.Page.FillAsync("#Points_0__Texte", "Joignez le devis signé du portail.");
        await v.Page.FillAsync("#AvantLe", "15/06/2021");
        await v.CliquerAsync("^Envoyer la demande$");
        await v.VoirAsync("réponse attendue avant le 15 juin 2021");
        return numero;
    }

    private static async Task RepondreAsync(Visite porteur, string numero)
    {
        await porteur.ConnecterAsync("porteur.vern");
        await porteur.Page.GotoAsync($"/dossiers/{numero}/modifier/pieces");
        await porteur.Page.SelectOptionAsync("#Type", "Devis");
        await porteur.Page.SetInputFilesAsync(
            "#Fichiers",
            new FilePayload
            {
                Name = "devis.pdf",
                MimeType = "application/pdf",
                Buffer = FitnGrants.Web.Demonstration.LettreDEssai.Octets,
            }
        );
        await porteur.Page.Locator("tr", new() { HasText = "devis.pdf" }).WaitForAsync();
        await porteur.Page.GotoAsync($"/dossiers/{numero}/completer");
        await porteur.CliquerAsync("Envoyer ma réponse");
        await porteur.VoirAsync("Réponse envoyée.");
    }

    /// <summary>What is typed stays while a piece is read beside it, and is offered back to who left without saving.</summary>
    private static async Task LireLaPieceACoteAsync(Visite v, string numero)
    {
        var (lien, refus) = (
            v.Page.Locator("a[data-a-cote]").First,
            v.Page.Locator("fieldset.choix-cadre").First.Locator("input[value=NonConforme]")
        );
        // Until the antivirus has said that the piece is clean.
        while (await lien.CountAsync() == 0)
            await v.Page.ReloadAsync();
        await refus.CheckAsync(new() { Force = true });
        await lien.ClickAsync();
        await v.Page.Locator(".piece-ouverte iframe").WaitForAsync();
        Assert.True(await refus.IsCheckedAsync());
        await v.Page.Locator(".piece-ouverte a").ClickAsync();
        Assert.Equal(0, await v.Page.Locator(".piece-ouverte").CountAsync());

        await v.Page.GotoAsync("/instruction");
        await v.Page.GotoAsync("/instruction/" + numero);
        Assert.False(await refus.IsCheckedAsync());
        await v.CliquerAsync("^Reprendre cette saisie$");
        Assert.True(await refus.IsCheckedAsync());
        await v.Page.Locator("fieldset.choix-cadre").First.Locator("~ .motif textarea").WaitForAsync();
    }

    private static async Task JugerUnDoublonAsync(Visite v)
    {
        await v.Page.GotoAsync("/instruction?Onglet=en-cours");
        var liens = await v
            .Page.Locator("td[data-titre=Dossier] a")
            .EvaluateAllAsync<string[]>("l => l.map(a => a.getAttribute('href').split('?')[0])");
        foreach (var lien in liens)
        {
            await v.Page.GotoAsync(lien + "/rapprochements");
            if (await v.Page.GetByText("Comparer côte à côte").CountAsync() == 0)
                continue;
            await v.RegarderAsync("semblables");
            await v.SuivreAsync("^Comparer côte à côte");
            await v.VoirAsync("Deux projets côte à côte");
            await v.RegarderAsync("cote-a-cote");
            await v.Page.CheckAsync("#Identique-2");
            await v.Page.FillAsync("#Motif", "Deux communes, deux publics.");
            await v.CliquerAsync("^Enregistrer le jugement$");
            await v.VoirAsync("Jugement enregistré.");
            return;
        }
        Assert.Fail("Aucun dossier n’en rappelle un autre.");
    }

    private static async Task ClorePlusieursAsync(Visite v)
    {
        await v.Page.GotoAsync("/instruction?Onglet=en-cours");
        await CocherAsync(v, 8, "Clore l’instruction");
        await CocherAsync(v, 2, "Conclure");
        await v.CliquerAsync("^Clore l’instruction$");
        await v.VoirAsync("8 sur 10 passeront, 2 non.");
        await v.RegarderAsync("lot-cloture");
        await v.CliquerAsync("Clore 8 instructions");
        await v.VoirAsync("8 dossiers traités");
        await v.Page.Locator("form[action$='/annulation'] button.lien").First.ClickAsync();
        await v.VoirAsync("7 dossiers traités, 1 annulé");
    }

    private async Task ExporterAsync(Visite v)
    {
        await v.Page.GotoAsync("/instruction?Onglet=prets");
        var montres = await v.Page.Locator("td[data-titre=Dossier]").CountAsync();
        var xlsx = await v.Page.Context.APIRequest.GetAsync(service.Adresse + "/instruction/export.xlsx?Onglet=prets");
        using var classeur = SpreadsheetDocument.Open(new MemoryStream(await xlsx.BodyAsync()), isEditable: false);
        var lignes = classeur
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet.Descendants<Row>()
            .Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList())
            .ToList();
        Assert.Equal((montres + 2, "Total des lignes affichées"), (lignes.Count, lignes[^1][0]));
        Assert.All(lignes[1..^1], l => Assert.Equal("Instruit", l[lignes[0].IndexOf("État")]));
        var csv = await (await v.Page.Context.APIRequest.GetAsync(service.Adresse + "/instruction/export.csv?Onglet=prets")).TextAsync();
        Assert.Equal(montres + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Matches(@";\d+,\d{2};", csv);
    }

    private static async Task RegarderLeResteAsync(Visite v, string numero)
    {
        foreach (
            var (adresse, nom) in new[]
            {
                ($"/instruction/{numero}/depenses", "depenses"),
                ($"/instruction/{numero}/notes", "notes-internes"),
                ($"/instruction/{numero}/collectivite", "collectivite"),
                ($"/instruction/{numero}/consultations", "consultations"),
                ("/instruction/delegations", "delegations"),
                ("/tableaux-de-bord", "tableaux-de-bord"),
            }
        )
        {
            await v.Page.GotoAsync(adresse);
            await v.RegarderAsync(nom);
        }
        Assert.Contains("Portail des familles", Pdf.Texte(await v.TelechargerAsync($"/instruction/{numero}/synthese.pdf")));
    }

    private static async Task RefuserAuVoisinAsync(Visite voisin, string numero)
    {
        // Of the same région, that reads the dossier and nothing of the work on it, then of another one.
        foreach (var compte in new[] { "instructeur.22", "instructeur.68" })
        {
            await voisin.ConnecterAsync(compte);
            foreach (
                var suite in new[]
                {
                    "",
                    "/depenses",
                    "/notes",
                    "/collectivite",
                    "/consultations",
                    "/rapprochements",
                    "/synthese.pdf",
                    "/pieces.zip",
                    "/pieces",
                }
            )
                Assert.Equal(404, (await voisin.Page.GotoAsync($"/instruction/{numero}{suite}"))!.Status);
        }
    }
}
