using System.Text;
using System.Text.RegularExpressions;
using FitnGrants.Parcours.Tests.Fabrique;
using FitnGrants.Web.Demonstration;
using FitnGrants.Web.Tests.Fabrique;
using Microsoft.Playwright;

namespace FitnGrants.Parcours.Tests;

/// <summary>The product with a real antivirus.</summary>
public sealed class ServiceAvecAntivirus(ServeurDesParcours serveur) : Service(serveur)
{
    private readonly Dictionary<string, string> reglages = new(StringComparer.Ordinal);
    private Antivirus? antivirus;

    protected override IReadOnlyDictionary<string, string> Reglages => reglages;

    public override async ValueTask InitializeAsync()
    {
        if (Antivirus.EstInstalle)
        {
            antivirus = await Antivirus.DemarrerAsync();
            (reglages["Antivirus__Serveur"], reglages["Antivirus__Port"]) = ("127.0.0.1", $"{antivirus.Port}");
        }
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        if (antivirus is not null)
            await antivirus.DisposeAsync();
    }
}

/// <summary>Filing without fear: the heavy scan, the infected file, the question of the préfecture.</summary>
public sealed class DepotSansCrainteTests(ServiceAvecAntivirus service) : IClassFixture<ServiceAvecAntivirus>
{
    [Fact]
    public async Task Un_devis_de_vingt_cinq_megaoctets_passe_un_vide_et_un_infecte_non()
    {
        Assert.SkipUnless(Antivirus.EstInstalle, "clamd n’est pas installé");
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("porteur.colmar-agglo");
        await v.Page.GotoAsync("/dossiers/nouveau?dispositif=GE-V2");
        await v.CliquerAsync("Commencer le dossier");
        await v.Page.GotoAsync(v.Page.Url.Replace("/collectivite", "/pieces", StringComparison.Ordinal));
        await v.VoirAsync("Lettre d’engagement du laboratoire : à joindre avant le dépôt");
        await v.Page.SelectOptionAsync("#Type", "Devis");
        byte[] lourd = [.. LettreDEssai.Octets, .. new byte[(25 * 1024 * 1024) - LettreDEssai.Octets.Length]];
        using var fichiers = new Fichiers();
        await v.Page.SetInputFilesAsync(
            "#Fichiers",
            [
                fichiers.Ecrire("devis-lourd.pdf", lourd),
                fichiers.Ecrire("vide.pdf", []),
                fichiers.Ecrire("infecte.pdf", [.. LettreDEssai.Octets, .. Encoding.ASCII.GetBytes(Antivirus.Eicar)]),
            ]
        );
        await v.Page.GetByText("« vide.pdf » est vide").WaitForAsync();
        await v.Page.Locator("tr", new() { HasText = "infecte.pdf" }).GetByText("un virus y a été trouvé").WaitForAsync();
        await v.Page.GetByRole(AriaRole.Link, new() { Name = "devis-lourd.pdf" }).WaitForAsync(new() { Timeout = 60_000 });
        await v.RegarderAsync("pieces");
        await v.Page.SelectOptionAsync("#Type", "Devis");
        await v.Page.SetInputFilesAsync("#Fichiers", fichiers.Ecrire("trop-lourd.pdf", [.. lourd, 0]));
        await v.Page.GetByText("Ce fichier est trop lourd").WaitForAsync();
        // Without script the same step says the same things.
        await using var sans = await Visite.OuvrirAsync(service, javascript: false);
        await sans.ConnecterAsync("porteur.colmar-agglo");
        await sans.Page.GotoAsync(v.Page.Url);
        await sans.Page.SelectOptionAsync("#Type", "LettreEngagementLaboratoire");
        await sans.Page.SetInputFilesAsync("#Fichiers", Fichier("lettre.pdf", LettreDEssai.Octets));
        await sans.CliquerAsync("^Joindre$");
        await sans.VoirAsync("Lettre d’engagement du laboratoire : c’est fait");
        Verifier(v);
    }

    /// <summary>The connection falls in the middle of a file: it leaves again by itself.</summary>
    [Fact]
    public async Task Un_fichier_coupe_en_route_repart_seul()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("porteur.vern");
        await v.Page.GotoAsync("/dossiers/nouveau?dispositif=BZH-V1");
        await v.CliquerAsync("Commencer le dossier");
        await v.Page.GotoAsync(v.Page.Url.Replace("/collectivite", "/pieces", StringComparison.Ordinal));
        await v.Page.SelectOptionAsync("#Type", "Devis");
        await v.Page.Context.SetOfflineAsync(true);
        await v.Page.SetInputFilesAsync("#Fichiers", Fichier("devis.pdf", LettreDEssai.Octets));
        await v.Page.GetByText("Connexion coupée : nous réessayons.").WaitForAsync();
        await v.Page.Context.SetOfflineAsync(false);
        await v.Page.Locator("tr", new() { HasText = "devis.pdf" }).WaitForAsync();
        Assert.Equal(1, await v.Page.Locator("tr", new() { HasText = "devis.pdf" }).CountAsync());
    }

    [Fact]
    public async Task La_prefecture_demande_et_le_porteur_repond_au_clavier_seul()
    {
        await using var agent = await Visite.OuvrirAsync(service);
        await agent.ConnecterAsync("instructeur.68");
        await agent.Page.GotoAsync("/instruction?Onglet=en-cours");
        await agent.SuivreAsync("Formation des secrétaires");
        await agent.SuivreAsync("Demander des compléments");
        await agent.Page.SelectOptionAsync("#Points_0__Cible", "resume");
        await agent.Page.FillAsync("#Points_0__Texte", "Dites combien d’agents seront formés.");
        await agent.RegarderAsync("demande");
        await agent.CliquerAsync("Envoyer la demande");
        await agent.VoirAsync("Compléments demandés : réponse attendue avant le");
        await agent.RegarderAsync("demande-envoyee");

        await using var porteur = await Visite.OuvrirAsync(service);
        await porteur.ConnecterAsync("porteur.feldkirch");
        await porteur.VoirAsync("Répondez au service qui vous instruit");
        await porteur.TabulerAsync("a", "Formation des secrétaires");
        await porteur.Page.Keyboard.PressAsync("Enter");
        await porteur.VoirAsync("Ce qui s’est passé");
        await porteur.TabulerAsync("a", "Voir ce qui est demandé");
        await porteur.Page.Keyboard.PressAsync("Enter");
        await porteur.VoirAsync("Répondre à la demande");
        await porteur.RegarderAsync("completer");
        await porteur.TabulerAsync("a", "Projet : Résumé");
        await porteur.Page.Keyboard.PressAsync("Enter");
        await porteur.ArriverAsync("**/modifier/projet#Resume");
        await porteur.RegarderAsync("etape-a-completer");
        await porteur.TabulerAsync("#Resume");
        await porteur.Page.Keyboard.PressAsync("Control+A");
        await porteur.Page.Keyboard.TypeAsync("Former vingt-quatre agents.");
        await porteur.Page.WaitForFunctionAsync("() => !localStorage.length");
        var numero = Regex.Match(porteur.Page.Url, @"FITN-HR-V1-2021-\d{5}").Value;
        await porteur.Page.GotoAsync($"/dossiers/{numero}/completer");
        await porteur.VoirAsync("modifié depuis votre dépôt");
        await porteur.TabulerAsync("button", "Envoyer ma réponse");
        await porteur.Page.Keyboard.PressAsync("Enter");
        await porteur.VoirAsync("Réponse envoyée.");

        await agent.Page.GotoAsync($"/dossiers/{numero}/differences");
        await agent.VoirAsync("Former vingt-quatre agents.");
        await agent.RegarderAsync("differences");
        await agent.Page.GotoAsync($"/dossiers/{numero}/messages");
        await agent.Page.FillAsync("#Texte", "Merci, c’est clair.");
        await agent.CliquerAsync("Envoyer le message");
        await porteur.Page.GotoAsync($"/dossiers/{numero}/messages");
        await porteur.VoirAsync("Merci, c’est clair.");
        await porteur.RegarderAsync("messages");
        Verifier(agent, porteur);
    }

    /// <summary>Files that the browser reads on the disk: heavy ones do not pass through the test.</summary>
    private sealed class Fichiers : IDisposable
    {
        private readonly string dossier = Directory.CreateTempSubdirectory("fitn-fichiers-").FullName;

        public string Ecrire(string nom, byte[] octets)
        {
            var chemin = Path.Combine(dossier, nom);
            File.WriteAllBytes(chemin, octets);
            return chemin;
        }

        public void Dispose() => Directory.Delete(dossier, recursive: true);
    }

    private static FilePayload Fichier(string nom, byte[] octets) =>
        new()
        {
            Name = nom,
            MimeType = "application/pdf",
            Buffer = octets,
        };

    private static void Verifier(params Visite[] visites)
    {
        foreach (var v in visites)
        {
            Assert.Empty(v.Erreurs);
            Assert.Empty(v.Defauts);
        }
    }
}
