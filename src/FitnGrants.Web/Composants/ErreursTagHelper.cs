using System.Text.Encodings.Web;
using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>Every error of the page, each linked to its field.</summary>
[HtmlTargetElement("erreurs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErreursTagHelper : TagHelper
{
    public string Suite { get; set; } = "";

    /// <summary>Refusals of the rules, with the address of the field of each.</summary>
    public IEnumerable<(string Adresse, string Message)> Refus { get; set; } = [];

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // In the order of the form, whatever the order in which they were found.
        var ordre = ViewContext
            .ViewData.ModelMetadata.Properties.Select((p, i) => (p.PropertyName!, i))
            .ToDictionary(StringComparer.Ordinal);
        var points = ViewContext
            .ModelState.Where(e => e.Value!.Errors.Count > 0)
            .OrderBy(e => ordre.GetValueOrDefault(e.Key.Split('.', '[')[0], int.MaxValue))
            .Select(e => (Nom: e.Key, Adresse: "#" + ChampDeBase.Identifiant(e.Key), Message: e.Value!.Errors[0].ErrorMessage))
            .Concat(Refus.Select(r => (Nom: "", r.Adresse, r.Message)))
            .DistinctBy(p => (p.Adresse, p.Message))
            .ToList();
        if (points.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "erreurs");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "erreurs-titre");
        output
            .Content.AppendHtml("<h2 id=\"erreurs-titre\">")
            .AppendHtml(Icones.Svg("bloquant"))
            .Append(Titre(points.Count))
            .AppendHtml("</h2><ul>");
        var libelles = LibellesDesChamps.De(ViewContext);
        foreach (var (nom, adresse, message) in points)
        {
            var lien = new TagBuilder("a");
            lien.Attributes["href"] = adresse;
            lien.InnerHtml.AppendHtml(new ALaFin(() => libelles.Nommer(nom, message)));
            output.Content.AppendHtml("<li>").AppendHtml(lien).AppendHtml("</li>");
        }
        output.Content.AppendHtml("</ul>");
    }

    private string Titre(int nombre) =>
        Francais.Compte(nombre, "point à corriger", "points à corriger") + (Suite.Length == 0 ? "" : " " + Suite);
}

/// <summary>A text known once the whole page is made: fields come after the summary that names them.</summary>
file sealed class ALaFin(Func<string> texte) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => encoder.Encode(writer, texte());
}
