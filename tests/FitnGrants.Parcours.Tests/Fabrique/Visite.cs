using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FitnGrants.Parcours.Tests.Fabrique;

/// <summary>One person in front of the product.</summary>
public sealed class Visite(Service service, IBrowserContext contexte, IPage page) : IAsyncDisposable
{
    private readonly List<string> erreurs = [];
    private readonly List<string> defauts = [];

    public IPage Page => page;

    /// <summary>Errors of the page's own scripts; a refused form is not one.</summary>
    public IReadOnlyList<string> Erreurs => erreurs;

    /// <summary>What axe found, and what overflows.</summary>
    public IReadOnlyList<string> Defauts => defauts;

    public static async Task<Visite> OuvrirAsync(Service service, bool javascript = true)
    {
        Assert.SkipWhen(service.Navigateur is null, "Chromium n’est pas installé.");
        var contexte = await service.Navigateur!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = service.Adresse,
            Locale = "fr-FR",
            JavaScriptEnabled = javascript,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        var page = await contexte.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        var visite = new Visite(service, contexte, page);
        page.PageError += (_, e) => visite.erreurs.Add(e);
        page.Console += (_, m) =>
        {
            if (m.Type == "error" && !m.Text.Contains("the server responded with a status", StringComparison.Ordinal))
                visite.erreurs.Add(m.Text);
        };
        return visite;
    }

    public ValueTask DisposeAsync() => contexte.DisposeAsync();

    /// <summary>Signs in as a demonstration account, by its button.</summary>
    public async Task ConnecterAsync(string compte)
    {
        await contexte.ClearCookiesAsync();
        await page.GotoAsync("/compte/connexion");
        await page.Locator($"button[value='{compte}@demo.example']").ClickAsync();
    }

    public Task CliquerAsync(string bouton) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new(bouton) }).First.ClickAsync();

    public Task SuivreAsync(string lien) => page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new(lien) }).First.ClickAsync();

    /// <summary>True once the page shows a text, whatever its kinds of spaces.</summary>
    public async Task VoirAsync(string texte)
    {
        var attendu = Simplifier(texte);
        await page.WaitForLoadStateAsync();
        Assert.Contains(attendu, Simplifier(await page.Locator("main").InnerTextAsync()), StringComparison.Ordinal);
    }

    /// <summary>A PDF behind an address, as text.</summary>
    public async Task<byte[]> TelechargerAsync(string adresse)
    {
        var reponse = await contexte.APIRequest.GetAsync(service.Adresse + adresse);
        Assert.Equal(200, reponse.Status);
        Assert.Equal("application/pdf", reponse.Headers["content-type"]);
        return await reponse.BodyAsync();
    }

    /// <summary>Looks at the page at both widths: axe finds nothing, and nothing overflows.</summary>
    public async Task RegarderAsync(string nom)
    {
        foreach (var largeur in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(largeur, 900);
            var resultat = await page.RunAxe();
            defauts.AddRange(resultat.Violations.SelectMany(v => v.Nodes.Select(n => $"{nom} à {largeur} : {v.Id}, {n.Html}")));
            var deborde = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (deborde > 0)
                defauts.Add($"{nom} à {largeur} : déborde de {deborde} pixels");
            if (Environment.GetEnvironmentVariable("FITN_IMAGES") is { Length: > 0 } dossier)
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(dossier, $"{nom}-{largeur}.png"), FullPage = largeur == 390 });
        }
        await page.SetViewportSizeAsync(1280, 900);
    }

    private static string Simplifier(string texte) =>
        string.Join(' ', texte.Replace('\u202F', ' ').Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
