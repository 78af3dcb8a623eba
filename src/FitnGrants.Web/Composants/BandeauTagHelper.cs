using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>A banner: success, information, deadline (« echeance »), archive, error.</summary>
[HtmlTargetElement("bandeau")]
public sealed class BandeauTagHelper : TagHelper
{
    public string Genre { get; set; } = "information";

    public string Titre { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var contenu = await output.GetChildContentAsync();
        var icone = Genre switch
        {
            "succes" => "conforme",
            "echeance" => "horloge",
            "archive" => "boite",
            "erreur" => "bloquant",
            _ => "calendrier",
        };
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"bandeau bandeau--{Genre}");
        output.Attributes.SetAttribute("role", "status");
        output
            .Content.SetHtmlContent(Icones.Svg(icone))
            .AppendHtml("<div class=\"bandeau__texte\"><strong>")
            .Append(Titre)
            .AppendHtml("</strong> ")
            .AppendHtml(contenu)
            .AppendHtml("</div>");
    }
}
