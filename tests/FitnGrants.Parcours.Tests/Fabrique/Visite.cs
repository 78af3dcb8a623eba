using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FitnGrants.Parcours.Tests.Fabrique;

/// <summary>One person in front of the product.</summary>
public sealed class Visite(Service service, IBrowserContext contexte, IPage page) : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
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
        var contexte = await service.Navigateur!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = service.Adresse,
                Locale = "fr-FR",
                JavaScriptEnabled = javascript,
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            }
        );
        var page = await contexte.NewPageAsync();
        // Long enough for a machine that runs several journeys at once: a condition is waited for, not a time.
        page.SetDefaultTimeout(60_000);
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
        // Going elsewhere at once could cut the sign-in short.
        await page.WaitForURLAsync(
            adresse =>
                !adresse.Contains("/compte/connexion", StringComparison.Ordinal)
                && !adresse.Contains("/compte/demonstration", StringComparison.Ordinal),
            // The page is there: its last picture may be long to come, and is nobody's sign-in.
            new PageWaitForURLOptions { WaitUntil = WaitUntilState.DOMContentLoaded }
        );
    }

    /// <summary>Clicks a button once no saving is under way: the page would wait for it, and leave later than the click.</summary>
    public async Task CliquerAsync(string bouton)
    {
        await page.WaitForFunctionAsync("() => !document.querySelector('[data-brouillon][data-en-cours]')");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new(bouton) }).First.ClickAsync();
    }

    /// <summary>Waits for a page by its address, then for all of it: a fragment may come after the load that one would wait for.</summary>
    public async Task ArriverAsync(string adresse)
    {
        await page.WaitForURLAsync(adresse, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
    }

    /// <summary>
    /// Presses Tab until the focus is on what matches and reads so, and may be seen there: the keyboard alone gets everywhere.
    /// </summary>
    public async Task TabulerAsync(string selecteur, string texte = "")
    {
        const string Ici = """
            ([selecteur, texte]) => {
              const e = document.activeElement
              if (!e || !e.matches(selecteur) || !e.textContent.includes(texte)) return null
              const s = getComputedStyle(e)
              return s.outlineStyle !== 'none' || s.boxShadow !== 'none' || e.matches('[type=checkbox], [type=radio]')
            }
            """;
        for (var i = 0; i < 150; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool?>(Ici, new[] { selecteur, texte }) is { } visible)
            {
                Assert.True(visible, $"Le focus ne se voit pas sur « {selecteur} {texte} ».");
                return;
            }
        }
        Assert.Fail($"Le clavier n’atteint pas « {selecteur} {texte} ».");
    }

    public Task SuivreAsync(string lien) =>
        page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new(lien) }).First.ClickAsync();

    /// <summary>True once the page shows a text, whatever its kinds of spaces.</summary>
    public async Task VoirAsync(string texte)
    {
        var attendu = Simplifier(texte);
        await page.WaitForLoadStateAsync();
        var lu = Simplifier(await page.Locator("main").InnerTextAsync());
        // A button may wait for a saving under way before the page leaves.
        using var pouls = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 300 && !lu.Contains(attendu, StringComparison.Ordinal) && await pouls.WaitForNextTickAsync(); i++)
            lu = Simplifier(await page.Locator("main").InnerTextAsync());
        Assert.Contains(attendu, lu, StringComparison.Ordinal);
    }

    /// <summary>A file of text behind an address.</summary>
    public async Task<string> LireAsync(string adresse)
    {
        var reponse = await contexte.APIRequest.GetAsync(service.Adresse + adresse);
        Assert.Equal(200, reponse.Status);
        return await reponse.TextAsync();
    }

    /// <summary>A PDF behind an address.</summary>
    public async Task<byte[]> TelechargerAsync(string adresse)
    {
        var reponse = await contexte.APIRequest.GetAsync(service.Adresse + adresse);
        Assert.Equal(200, reponse.Status);
        Assert.Equal("application/pdf", reponse.Headers["content-type"]);
        var octets = await reponse.BodyAsync();
        if (Environment.GetEnvironmentVariable("FITN_IMAGES") is { Length: > 0 } dossier)
            await File.WriteAllBytesAsync(Path.Combine(dossier, adresse.Trim('/').Replace('/', '_').Split('?')[0]), octets);
        return octets;
    }

    /// <summary>
    /// Looks at the page at three widths: nothing overflows, and axe finds nothing at the widest and at the narrowest, which has the
    /// layout of 390 pixels.
    /// </summary>
    public async Task RegarderAsync(string nom)
    {
        foreach (var largeur in new[] { 1280, 390, 320 })
        {
            await page.SetViewportSizeAsync(largeur, 900);
            if (largeur != 390)
                defauts.AddRange((await ExaminerAsync()).Select(d => $"{nom} à {largeur} : {d}"));
            var deborde = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (deborde > 0)
                defauts.Add($"{nom} à {largeur} : déborde de {deborde} pixels");
            if (largeur != 320 && Environment.GetEnvironmentVariable("FITN_IMAGES") is { Length: > 0 } dossier)
                await page.ScreenshotAsync(
                    new PageScreenshotOptions { Path = Path.Combine(dossier, $"{nom}-{largeur}.png"), FullPage = largeur == 390 }
                );
        }
        await page.SetViewportSizeAsync(1280, 900);
    }

    /// <summary>
    /// What axe finds, by its own engine in the page: the package's runner opens a page more for each report, which takes ten times as
    /// long.
    /// </summary>
    private async Task<string[]> ExaminerAsync()
    {
        foreach (var cadre in page.Frames)
            if (!await cadre.EvaluateAsync<bool>("typeof axe !== 'undefined'"))
                await cadre.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'], selectors: false }))
              .violations.flatMap(v => v.nodes.map(n => v.id + ', ' + n.html))
            """
        );
    }

    private static string Simplifier(string texte) =>
        string.Join(' ', texte.Replace('\u202F', ' ').Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
