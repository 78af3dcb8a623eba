using Microsoft.AspNetCore.Mvc.Razor;

namespace FitnGrants.Web.Features.Shared;

/// <summary>A screen is at Features/&lt;Controller&gt;/&lt;Action&gt;.cshtml.</summary>
public sealed class ConventionDesVues : IViewLocationExpander
{
    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        ["/Features/{1}/{0}.cshtml", "/Features/Shared/{0}.cshtml"];

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        // One set of places for every request.
    }
}
