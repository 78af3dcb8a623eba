using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>One set of icons on a 16-unit grid; a word always stands beside.</summary>
public static class Icones
{
    private static readonly FrozenDictionary<string, string> Traces = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["coche"] = "M3 8.5 6.4 12 13 4.5",
        ["conforme"] = "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M5.2 8.2l2 2 3.6-4",
        ["alerte"] = "M8 2 14.5 13.5H1.5ZM8 6.5v3M8 11.6v.1",
        ["bloquant"] = "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3ZM5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2",
        ["averifier"] = "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.6.2-.8.6-.8 1.1M8 11.4v.1",
        ["nonapplicable"] = "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M5 8h6",
        ["crayon"] = "M2.5 13.5l.8-3.2L10.8 2.8l2.4 2.4-7.5 7.5Z",
        ["bac"] = "M8 2v7M5.2 6.5 8 9.2l2.8-2.7M2 9.5v4h12v-4",
        ["loupe"] = "M7 2a5 5 0 1 0 0 10a5 5 0 0 0 0-10M10.7 10.7 14 14",
        ["horloge"] = "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M8 4.5V8l2.3 1.6",
        ["retour"] = "M5.5 2.5 2.5 5.5l3 3M2.5 5.5h7a4 4 0 0 1 0 8h-3",
        ["croix"] = "M3.5 3.5l9 9M12.5 3.5l-9 9",
        ["calendrier"] = "M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 1.8v3M10.5 1.8v3",
        ["fleche"] = "M2.5 8h11M9.2 3.8 13.5 8l-4.3 4.2",
        ["boite"] = "M2 3h12v3H2ZM3 6v7.5h10V6M6.3 8.7h3.4",
        ["fichier"] = "M3.5 1.5h6l3 3v10h-9ZM9.5 1.5v3h3",
        ["plus"] = "M8 2.5v11M2.5 8h11",
        ["lecture"] = "M4.5 2.8v10.4L12.8 8Z",
        ["stylo"] = "M2 13.5h12M4 10.5l.5-2.3L10.8 2l2 2-6.3 6.2Z",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The SVG of an icon, hidden from assistive technology.</summary>
    public static IHtmlContent Svg(string nom, string? classe = null) =>
        new HtmlString(
            $"<svg class=\"icone{(classe is null ? "" : " " + classe)}\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" "
                + $"focusable=\"false\"><path d=\"{Traces[nom]}\"/></svg>"
        );
}

/// <summary><c>&lt;icone nom="coche"/&gt;</c></summary>
[HtmlTargetElement("icone", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconeTagHelper : TagHelper
{
    public string Nom { get; set; } = "";

    public bool Grande { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icones.Svg(Nom, Grande ? "icone--l" : null));
    }
}
