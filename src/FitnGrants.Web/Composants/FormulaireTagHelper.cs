using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>Every form that posts carries the antiforgery token; the framework forgets those with a plain address.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormulaireTagHelper(IHtmlGenerator generateur) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes.ContainsName("action"))
            output.PostContent.AppendHtml(generateur.GenerateAntiforgery(ViewContext));
    }
}
