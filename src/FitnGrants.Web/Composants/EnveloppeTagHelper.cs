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
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "enveloppe");
        output
            .Content.AppendHtml("<figcaption><strong>")
            .Append("Enveloppe " + Nom)
            .AppendHtml("</strong><span>")
            .Append(Total.ToString())
            .AppendHtml("</span></figcaption>")
            .AppendHtml(BarreDArgent.Barre(ViewContext, Total, Accorde, propose, 40))
            .AppendHtml("<dl class=\"enveloppe__montants\">");
        Montant(output, "Déjà accordé", Accorde, null);
        if (Propose is not null)
            Montant(output, NomPropose, propose, "propose");
        if (depasse)
            Montant(output, "Dépassement", apres - Total, "depasse");
        else
            Montant(output, Propose is null ? "Reste" : "Resterait", Total - apres, null);
        output.Content.AppendHtml("</dl>");
    }

    private static void Montant(TagHelperOutput output, string nom, Euros montant, string? classe) =>
        output
            .Content.AppendHtml(classe is null ? "<div><dt>" : $"<div class=\"{classe}\"><dt>")
            .Append(nom)
            .AppendHtml("</dt><dd>")
            .Append(montant.ToString())
            .AppendHtml("</dd></div>");
}
