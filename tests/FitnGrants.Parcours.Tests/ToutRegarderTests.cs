using System.Text.RegularExpressions;
using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>
/// Every page that a role reaches by its links, one of each kind, under axe at three widths. Too slow for each change:
/// FITN_TOUT=oui asks for it.
/// </summary>
public sealed partial class ToutRegarderTests(ServiceDuSuivi service) : IClassFixture<ServiceDuSuivi>
{
    private const int PagesAuPlus = 120;

    [Theory]
    [InlineData("porteur.vern")]
    [InlineData("porteur.leguerno")]
    [InlineData("porteur.rennes-metropole")]
    [InlineData("instructeur.35")]
    [InlineData("instructeur.68")]
    [InlineData("chef.35")]
    [InlineData("secretaire.bretagne")]
    [InlineData("membre.29")]
    [InlineData("tilab")]
    [InlineData("porteur.beuzec")]
    [InlineData("porteur.feldkirch")]
    [InlineData("gestionnaire.bretagne")]
    [InlineData("gestionnaire.68")]
    [InlineData("auditeur")]
    [InlineData("admin")]
    public async Task Chaque_page_d_un_role_se_lit_sous_axe(string compte)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FITN_TOUT") == "oui", "FITN_TOUT=oui le demande");
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync(compte);
        var (aVoir, vues) = (new Queue<string>([new Uri(v.Page.Url).PathAndQuery, "/"]), new HashSet<string>(StringComparer.Ordinal));
        while (aVoir.TryDequeue(out var adresse) && vues.Count < PagesAuPlus)
        {
            if (!vues.Add(Variable().Replace(adresse.Split('?', '#')[0], "#")))
                continue;
            var reponse = await v.Page.GotoAsync(adresse);
            if (reponse?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
                continue;
            // The first page names doors that are for others: theirs is refused, in a page too.
            Assert.True(reponse.Ok || reponse.Status == 403, $"{adresse} : {reponse.Status}");
            await v.RegarderAsync(Nom().Replace(adresse.Trim('/'), "-"));
            foreach (
                var lien in await v.Page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href'))"
                )
            )
                if (!Fichier().IsMatch(lien))
                    aVoir.Enqueue(lien);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{compte} : {vues.Count} pages");
        Assert.True(vues.Count > 4, string.Join(' ', vues));
        Assert.True(!v.Defauts.Any(), string.Join(Environment.NewLine, v.Defauts));
    }

    [GeneratedRegex(@"FITN-[A-Z0-9-]+|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)R?\d+[AB]?(?=/|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex(@"[^\w-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Nom();

    [GeneratedRegex(@"\.(pdf|zip|csv|xlsx|ics|json)(\?|$)|/deconnexion|/compte/sortie", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fichier();
}
