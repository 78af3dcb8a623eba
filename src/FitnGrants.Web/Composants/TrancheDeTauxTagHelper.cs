using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>The rate band, from 0 to the assiette: allowed zone, floor, ceiling, own amount. The same in words.</summary>
[HtmlTargetElement("tranche-de-taux", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TrancheDeTauxTagHelper : TagHelper
{
    public required Examen Examen { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Examen is not { Bornes: { Admettent: true } b, Assiette: { Montant: > 0 } assiette })
            return;
        var taux = Examen.Montant?.Sur(assiette);
        var libre = b.Tranche?.Min is null;
        string P(Euros m) => Math.Clamp(m.Montant / assiette.Montant * 100m, 0m, 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        var min = libre ? Euros.Zero : b.Plancher;
        var largeur = ((b.Plafond - min).Montant / assiette.Montant * 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
        var mots = Examen.Montant is { } m
            ? $"Votre montant : {m}" + (taux is { } t ? $", soit {Francais.Taux(t, Examen.TauxBornes.AsSpan())}" : "")
            : "Aucun montant demandé";
        var hors = Examen.Montant is { } demande && (demande < b.Plancher || demande > b.Plafond);
        var resume = $"De {(libre ? "0 €" : b.Plancher.ToString())} à {b.Plafond} sur un coût éligible de {assiette}. {mots}.";
        output
            .Content.AppendHtml("<p class=\"tranche-taux__mots\" aria-hidden=\"true\">")
            .Append(Francais.Typographier(mots))
            .AppendHtml("</p>")
            .AppendHtml("<svg class=\"tranche-taux\" width=\"100%\" height=\"112\" role=\"img\" aria-label=\"")
            .Append(Francais.Typographier(resume))
            .AppendHtml("\">")
            .AppendHtml("<rect class=\"tt-fond\" x=\"0\" y=\"50\" width=\"100%\" height=\"18\" rx=\"9\"/>")
            .AppendHtml($"<rect class=\"tt-zone\" x=\"{P(min)}\" y=\"51\" width=\"{largeur}\" height=\"16\"/>");
        if (Examen.Montant is { } montant)
            output
                .Content.AppendHtml($"<svg x=\"{P(montant)}\" y=\"0\" overflow=\"visible\">")
                .AppendHtml(Drapeau(montant.Montant / assiette.Montant, hors))
                .Append(Francais.Typographier(mots))
                .AppendHtml("</text></svg>");
        var plafondAuBout = b.Plafond == assiette;
        Etiquette(
            output,
            libre ? "0%" : P(min),
            libre ? "start" : "middle",
            libre ? "0 €" : b.Plancher.ToString(),
            libre ? "sans minimum" : $"minimum, {Pourcent(b.Tranche!.Min!.Value)}"
        );
        Etiquette(
            output,
            P(b.Plafond),
            plafondAuBout ? "end" : "middle",
            b.Plafond.ToString(),
            $"maximum, {Pourcent(b.Plafond.Sur(assiette)!.Value)}"
        );
        if (!plafondAuBout && b.Plafond.Montant / assiette.Montant < 0.82m)
            Etiquette(output, "100%", "end", Francais.MontantRond(assiette), "coût éligible");
        output.Content.AppendHtml("</svg>");
    }

    private static string Pourcent(Taux taux) => Francais.TauxBref(Math.Round(taux.Pourcentage, 2)) + Francais.Fine + "%";

    /// <summary>The flag moves aside near the ends; its tick never does.</summary>
    private static string Drapeau(decimal position, bool hors)
    {
        var decalage =
            position < 0.25m ? -20
            : position > 0.75m ? -292
            : -156;
        var suffixe = hors ? "--hors" : "";
        return $"<rect class=\"tt-drapeau{(hors ? " tt-drapeau--hors" : "")}\" x=\"{decalage}\" width=\"312\" height=\"30\" rx=\"4\"/>"
            + $"<rect class=\"tt-trait{(hors ? $" tt-trait{suffixe}" : "")}\" x=\"-1.5\" y=\"28\" width=\"3\" height=\"22\"/>"
            + $"<text class=\"tt-blanc\" x=\"{decalage + 156}\" y=\"20\" text-anchor=\"middle\">";
    }

    private static void Etiquette(TagHelperOutput output, string x, string ancre, string fort, string faible) =>
        output
            .Content.AppendHtml($"<text class=\"tt-fort\" x=\"{x}\" y=\"89\" text-anchor=\"{ancre}\">")
            .Append(Francais.Typographier(fort))
            .AppendHtml($"</text><text class=\"tt-faible\" x=\"{x}\" y=\"109\" text-anchor=\"{ancre}\">")
            .Append(faible)
            .AppendHtml("</text>");
}
