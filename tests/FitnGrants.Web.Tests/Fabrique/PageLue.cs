using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>What an address answered.</summary>
public sealed class PageLue(string adresse, HttpStatusCode code, string? vers, string? type, byte[] octets)
{
    public const string Jeton = "__RequestVerificationToken";
    private IHtmlDocument? document;

    public string Adresse => adresse;

    public HttpStatusCode Code => code;

    /// <summary>Where it sends.</summary>
    public string? Vers => vers;

    public string? Type => type;

    public byte[] Octets => octets;

    public string Source => Encoding.UTF8.GetString(octets);

    public IHtmlDocument Document => document ??= new HtmlParser().ParseDocument(type == "text/html" ? Source : "");

    /// <summary>The words of the page, with plain spaces and apostrophes.</summary>
    public string Texte => Plat(Document.Body?.TextContent ?? "");

    public string? DernierJeton => (Document.QuerySelector($"input[name={Jeton}]") as IHtmlInputElement)?.Value;

    public IElement Formulaire(string selecteur) =>
        Document.QuerySelector(selecteur)
        ?? throw new InvalidOperationException($"{adresse} ({(int)code}) n’a pas de {selecteur} : {Texte}");

    /// <summary>The words of the element, with plain spaces; null when it is not there.</summary>
    public string? De(string selecteur) => Document.QuerySelector(selecteur) is { } e ? Plat(e.TextContent) : null;

    /// <summary>The error beside a field.</summary>
    public string? Erreur(string champ) => De($"#{champ}-erreur");

    /// <summary>Value of a control, as the page shows it.</summary>
    public string? Valeur(string nom)
    {
        var tous = Document.QuerySelectorAll("[name]").Where(e => e.GetAttribute("name") == nom).ToList();
        return tous.Select(Montree).FirstOrDefault(v => v is not null);
    }

    /// <summary>Successful controls of a form, in order.</summary>
    public static IEnumerable<(string Nom, string? Valeur)> Champs(IElement formulaire) =>
        formulaire
            .QuerySelectorAll("input[name], textarea[name], select[name]")
            .Select(e => (e.GetAttribute("name")!, Montree(e)))
            .Where(c => c.Item2 is not null);

    public static string Plat(string texte) =>
        string.Join(
            ' ',
            texte
                .Replace('\u202F', ' ')
                .Replace('\u00A0', ' ')
                .Replace('’', '\'')
                .Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
        );

    private static string? Montree(IElement e) =>
        e switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } case_ => case_.IsChecked ? case_.Value : null,
            IHtmlInputElement entree => entree.Value,
            IHtmlTextAreaElement zone => zone.Value,
            IHtmlSelectElement liste => liste.Value,
            _ => null,
        };
}
