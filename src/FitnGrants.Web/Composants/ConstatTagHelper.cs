using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>Markup that every constat shares: the verdict's word, the sentence, the quote.</summary>
public static class RenduDeConstat
{
    /// <summary>Name of the tone and of the icon: « averifier ».</summary>
    public static string Ton(ResultatConstat resultat) => resultat.ToString().ToLowerInvariant();

    /// <summary>« « quote » », or the text cited by its article; nothing for what comes from none.</summary>
    public static IHtmlContent Citation(Source source) =>
        source == Source.Aucune
            ? HtmlString.Empty
            : new HtmlContentBuilder()
                .AppendHtml("<p class=\"citation\">")
                .Append(source.Citation is { } q ? $"«\u00A0{q}\u00A0»" : source.Document)
                .AppendHtml("</p>");
}

/// <summary>A finding just below its field.</summary>
[HtmlTargetElement("constat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ConstatTagHelper : TagHelper
{
    public required Constat Valeur { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ton = RenduDeConstat.Ton(Valeur.Resultat);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"constat constat--{ton}");
        output
            .Content.AppendHtml(Icones.Svg(ton))
            .AppendHtml("<div><p><strong>")
            .Append(EtatTagHelper.Mot(Valeur.Resultat) + ".")
            .AppendHtml("</strong> ")
            .Append(Francais.Majuscule(Valeur.Message))
            .AppendHtml("</p>")
            .AppendHtml(RenduDeConstat.Citation(Valeur.Source))
            .AppendHtml("</div>");
    }
}

/// <summary>A rule in a list: « Conforme. Bénéficiaire : Colmar est une commune. » and its quote.</summary>
[HtmlTargetElement("ligne-de-regle", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LigneDeRegleTagHelper : TagHelper
{
    public required Constat Valeur { get; set; }

    /// <summary>Where it is mended; none where it is only read.</summary>
    public string? Adresse { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ton = RenduDeConstat.Ton(Valeur.Resultat);
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "regle");
        output
            .Content.AppendHtml(Icones.Svg(ton, $"icone--{ton}"))
            .AppendHtml($"<div><p><strong class=\"ton--{ton}\">")
            .Append(EtatTagHelper.Mot(Valeur.Resultat) + ".")
            .AppendHtml("</strong> <b>")
            .Append(Valeur.Nom + "\u00A0:")
            .AppendHtml("</b> ")
            .Append(Valeur.Message)
            .AppendHtml(" <span class=\"secondaire\">")
            .Append($"({Valeur.Regle})")
            .AppendHtml("</span></p>")
            .AppendHtml(RenduDeConstat.Citation(Valeur.Source));
        if (!string.IsNullOrEmpty(Adresse))
            output.Content.AppendHtml("<p><a href=\"").Append(Adresse).AppendHtml("\">Modifier</a></p>");
        output.Content.AppendHtml("</div>");
    }
}
