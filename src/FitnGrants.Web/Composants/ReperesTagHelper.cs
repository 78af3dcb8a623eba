using System.Text.Encodings.Web;
using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>A tick of a bar of money.</summary>
/// <param name="Place">Where, in euros.</param>
/// <param name="Nom">What it is; null for the tick alone.</param>
/// <param name="Montant">Its amount in words.</param>
/// <param name="AGauche">True where its words are before it.</param>
public sealed record Repere(Euros Place, string? Nom, string Montant, bool AGauche);

/// <summary>
/// Ticks above a bar of money, or under it. The same figures are said elsewhere: they are hidden where words would not fit.
/// </summary>
[HtmlTargetElement("reperes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ReperesTagHelper(HtmlEncoder html) : TagHelper
{
    public Euros Total { get; set; }

    public IReadOnlyList<Repere> Ceux { get; set; } = [];

    public bool Dessous { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "reperes-barre");
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", "52");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Attributes.SetAttribute("focusable", "false");
        var (trait, nom, montant) = Dessous ? (0, 28, 46) : (40, 16, 34);
        foreach (var r in Ceux)
        {
            var place = BarreDArgent.Place(r.Place, Total);
            output.Content.AppendHtml($"<rect x=\"{place}\" y=\"{trait}\" width=\"2\" height=\"12\"/>");
            if (r.Nom is null)
                continue;
            var ancre = r.AGauche ? "text-anchor=\"end\"" : "dx=\"6\"";
            output.Content.AppendHtml($"<text x=\"{place}\" y=\"{nom}\" {ancre}>{html.Encode(r.Nom)}</text>");
            output.Content.AppendHtml($"<text x=\"{place}\" y=\"{montant}\" {ancre} class=\"fort\">{html.Encode(r.Montant)}</text>");
        }
    }
}
