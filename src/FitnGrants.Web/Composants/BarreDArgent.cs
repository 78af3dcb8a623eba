using System.Globalization;
using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FitnGrants.Web.Composants;

/// <summary>A bar of money: solid, striped, left white. What it shows is always said in words beside it.</summary>
internal static class BarreDArgent
{
    /// <summary>Where an amount is on a bar, « 33.33% ».</summary>
    public static string Place(Euros montant, Euros total) =>
        (total.Montant == 0 ? 0 : Math.Clamp(montant.Montant / total.Montant * 100m, 0m, 100m)).ToString(
            "0.##",
            CultureInfo.InvariantCulture
        ) + "%";

    /// <summary>The bar, without its frame of figures.</summary>
    /// <param name="page">Where the stripes are defined once.</param>
    /// <param name="total">The whole bar.</param>
    /// <param name="plein">What is solid.</param>
    /// <param name="raye">What is striped, after it.</param>
    /// <param name="hauteur">Pixels.</param>
    /// <param name="classe">Another class of the bar; null for none.</param>
    public static string Barre(ViewContext page, Euros total, Euros plein, Euros raye, int hauteur, string? classe = null)
    {
        var borne = Euros.Min(plein + raye, total);
        return $"<svg class=\"jauge{(classe is null ? "" : " " + classe)}\" width=\"100%\" height=\"{hauteur}\" aria-hidden=\"true\" "
            + $"focusable=\"false\">{Rayures(page)}<rect class=\"jauge-reste\" width=\"100%\" height=\"100%\"/>"
            + $"<rect class=\"jauge-accorde\" width=\"{Place(plein, total)}\" height=\"100%\"/>"
            + $"<rect class=\"jauge-propose\" x=\"{Place(plein, total)}\" width=\"{Place(borne.Moins(plein), total)}\" height=\"100%\"/>"
            + "<rect class=\"jauge-cadre\" width=\"100%\" height=\"100%\"/></svg>";
    }

    /// <summary>The stripes, that the style names: once in a page, for the first bar.</summary>
    public static string Rayures(ViewContext page) =>
        page.HttpContext.Items.TryAdd(nameof(Rayures), true)
            ? "<defs><pattern id=\"rayures\" width=\"14\" height=\"14\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                + "<rect class=\"rayure-claire\" width=\"14\" height=\"14\"/><rect class=\"rayure-foncee\" width=\"7\" "
                + "height=\"14\"/></pattern></defs>"
            : "";
}
