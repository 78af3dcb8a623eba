using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>An aid: what is paid, what is asked, what may still be asked; in a row of a table, the bar alone.</summary>
[HtmlTargetElement("argent", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ArgentTagHelper : TagHelper
{
    public Euros Aide { get; set; }

    public Euros Paye { get; set; }

    /// <summary>Asked, or on its way.</summary>
    public Euros Demande { get; set; }

    /// <summary>True once the balance is asked: nothing else will be.</summary>
    public bool Clos { get; set; }

    /// <summary>True in a row of a table: words stand beside it.</summary>
    public bool Bref { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Bref)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(BarreDArgent.Barre(ViewContext, Aide, Paye, Demande, 12, "jauge--tableau jauge--cadre"));
            return;
        }
        output.TagName = "figure";
        output.Attributes.SetAttribute("class", "enveloppe enveloppe--argent");
        output
            .Content.AppendHtml(BarreDArgent.Barre(ViewContext, Aide, Paye, Demande, 22))
            .AppendHtml("<dl class=\"enveloppe__montants\">");
        Montant(output, "Versé", Paye);
        if (Demande > Euros.Zero)
            Montant(output, "Demandé", Demande);
        if (!Clos)
            Montant(output, "Reste à demander, au plus", Aide.Moins(Paye + Demande));
        output.Content.AppendHtml("</dl>");
    }

    private static void Montant(TagHelperOutput output, string nom, Euros montant) =>
        output.Content.AppendHtml("<div><dt>").Append(nom).AppendHtml("</dt><dd>").Append(montant.ToString()).AppendHtml("</dd></div>");
}
