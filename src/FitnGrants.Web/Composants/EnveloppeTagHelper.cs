using System.Globalization;
using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>The envelope: accorded solid, proposed striped, left white, with the three amounts in words.</summary>
[HtmlTargetElement("enveloppe", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EnveloppeTagHelper : TagHelper
{
    public string Nom { get; set; } = "";

    public Euros Total { get; set; }

    public Euros Accorde { get; set; }

    public Euros? Propose { get; set; }

    /// <summary>What the proposed amount is.</summary>
    public string NomPropose { get; set; } = "Ce dossier, demandé";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var propose = Propose ?? Euros.Zero;
        var apres = Accorde + propose;
        var depasse = apres > Total;
        string P(Euros m) =>
            (Total.Montant == 0 ? 0 : Math.Clamp(m.Montant / Total.Montant * 100m, 0m, 100m)).ToString("0.##", CultureInfo.InvariantCulture)
            + "%";
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "enveloppe");
        output
            .Content.AppendHtml("<figcaption><strong>")
            .Append("Enveloppe " + Nom)
            .AppendHtml("</strong><span>")
            .Append(Total.ToString())
            .AppendHtml("</span></figcaption>")
            .AppendHtml("<svg class=\"jauge\" width=\"100%\" height=\"40\" aria-hidden=\"true\" focusable=\"false\">")
            .AppendHtml(Rayures())
            .AppendHtml("<rect class=\"jauge-reste\" width=\"100%\" height=\"100%\"/>")
            .AppendHtml($"<rect class=\"jauge-accorde\" width=\"{P(Accorde)}\" height=\"100%\"/>")
            .AppendHtml(
                $"<rect class=\"jauge-propose\" x=\"{P(Accorde)}\" width=\"{P(depasse ? Total - Accorde : propose)}\" height=\"100%\"/>"
            )
            .AppendHtml("<rect class=\"jauge-cadre\" width=\"100%\" height=\"100%\"/></svg><dl class=\"enveloppe__montants\">");
        Montant(output, "Déjà accordé", Accorde, null);
        if (Propose is not null)
            Montant(output, NomPropose, propose, "propose");
        if (depasse)
            Montant(output, "Dépassement", apres - Total, "depasse");
        else
            Montant(output, Propose is null ? "Reste" : "Resterait", Total - apres, null);
        output.Content.AppendHtml("</dl>");
    }

    /// <summary>The stripes, that the style names: once in a page, for the first envelope.</summary>
    private string Rayures() =>
        ViewContext.HttpContext.Items.TryAdd(nameof(Rayures), true)
            ? "<defs><pattern id=\"rayures\" width=\"14\" height=\"14\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<rect class=\"rayure-claire\" width=\"14\" height=\"14\"/><rect class=\"rayure-foncee\" width=\"7\" "
                + "height=\"14\"/></pattern></defs>"
            : "";

    private static void Montant(TagHelperOutput output, string nom, Euros montant, string? classe) =>
        output
            .Content.AppendHtml(classe is null ? "<div><dt>" : $"<div class=\"{classe}\"><dt>")
            .Append(nom)
            .AppendHtml("</dt><dd>")
            .Append(montant.ToString())
            .AppendHtml("</dd></div>");
}
