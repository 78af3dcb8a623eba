using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Laureats;

/// <summary>What a search engine reads first: the public pages, then the sheets, a year each.</summary>
[Public]
public sealed class PlanController(FitnContext db, RegistreDesReglements reglements, IConfiguration configuration) : Controller
{
    /// <summary>Addresses of one file, at most (sitemaps.org).</summary>
    private const int AuPlus = 50_000;

    private static readonly XNamespace Espace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private string Site => configuration["AdressePublique"]?.TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}";

    [HttpGet("/robots.txt")]
    public IActionResult Robots() =>
        Content($"User-agent: *\nDisallow: /compte/\nSitemap: {Site}/sitemap.xml\n", "text/plain", Encoding.UTF8);

    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> Index(CancellationToken arret)
    {
        var actes = new LaureatsPublics(db).EnListe;
        var premiere = await actes.OrderBy(a => a.DecideLe).Select(a => (int?)a.DecideLe.Year).FirstOrDefaultAsync(arret);
        var derniere = await actes.OrderByDescending(a => a.DecideLe).Select(a => (int?)a.DecideLe.Year).FirstOrDefaultAsync(arret);
        var annees = premiere is { } debut ? Enumerable.Range(debut, derniere!.Value - debut + 1) : [];
        return Xml(
            "sitemapindex",
            "sitemap",
            annees.Select(a => $"/sitemap-laureats-{a.ToString(CultureInfo.InvariantCulture)}.xml").Prepend("/sitemap-pages.xml")
        );
    }

    [HttpGet("/sitemap-pages.xml")]
    public IActionResult Pages() =>
        Xml(
            "urlset",
            "url",
            [
                "/",
                Adresses.Dispositifs.Liste,
                .. reglements.EnVigueur.Select(r => Adresses.Dispositifs.Un(r.Code)),
                .. reglements.EnVigueur.Select(r => Adresses.Dispositifs.Reglement(r.Code)),
                Adresses.Simulateur,
                Adresses.Laureats.Liste,
                Adresses.Laureats.Carte,
                Adresses.Laureats.Donnees,
                Adresses.Statistiques,
                Adresses.Verification,
                Adresses.PlanDuSite,
                Adresses.Accessibilite,
                Adresses.MentionsLegales,
            ]
        );

    [HttpGet("/sitemap-laureats-{annee:int:range(2000,9998)}.xml")]
    public async Task<IActionResult> Laureats(int annee, CancellationToken arret)
    {
        var (debut, fin) = (new DateOnly(annee, 1, 1), new DateOnly(annee + 1, 1, 1));
        var numeros = await (
            from a in new LaureatsPublics(db)
                .EnListe.Where(a => a.DecideLe >= debut && a.DecideLe < fin)
                .OrderByDescending(a => a.DecideLe)
                .Take(AuPlus)
            join d in db.Dossiers on a.DossierId equals d.Id
            select d.Numero!
        ).ToListAsync(arret);
        return Xml("urlset", "url", numeros.Select(Adresses.Laureats.Un));
    }

    private ContentResult Xml(string racine, string element, IEnumerable<string> adresses)
    {
        var site = Site;
        var document = new XElement(
            Espace + racine,
            adresses.Select(a => new XElement(Espace + element, new XElement(Espace + "loc", site + a)))
        );
        return Content($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document}", "application/xml", Encoding.UTF8);
    }
}
