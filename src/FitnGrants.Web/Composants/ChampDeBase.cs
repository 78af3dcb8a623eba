using System.Text.Encodings.Web;
using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>One answer of a question.</summary>
public sealed record Reponse(string Valeur, string Libelle, string? Indice = null);

/// <summary>
/// What every field has: <c>for</c> gives name, id, value as typed, error and its entry in the summary; <c>constat</c>
/// names the findings that concern it.
/// </summary>
public abstract class ChampDeBase : TagHelper
{
    public required ModelExpression For { get; set; }

    public string Libelle { get; set; } = "";

    public override void Init(TagHelperContext context)
    {
        var libelles = LibellesDesChamps.De(ViewContext);
        // Two forms of a page that name one field otherwise: its error is said by its sentence alone.
        if (Libelle.Length > 0)
            libelles[Nom] = libelles.TryGetValue(Nom, out var autre) && autre != Libelle ? "" : Libelle;
    }

    public string? Indice { get; set; }

    public string? Constat { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Nom => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => Identifiant(Nom);

    protected string? Erreur => ViewContext.ModelState.TryGetValue(Nom, out var e) && e.Errors.Count > 0 ? e.Errors[0].ErrorMessage : null;

    protected IReadOnlyList<Constat> Trouves =>
        Constat is not null && ViewContext.ViewData.Trouver<ChampsJuges>() is { } juges
            ? [.. juges.Constats.Where(c => c.Champ == Constat && c.Resultat is not ResultatConstat.NonApplicable)]
            : [];

    protected bool EstBloque => Trouves.Any(c => c.EstBloquant);

    /// <summary>« true » for what was refused, or would be.</summary>
    protected string? Invalide => Erreur is not null || EstBloque ? "true" : null;

    /// <summary>The id of a field's control, which the summary links to.</summary>
    public static string Identifiant(string nom) => TagBuilder.CreateSanitizedId(nom, "_");

    /// <summary>The value as typed when the form came back, else the model's.</summary>
    protected string? Valeur => ViewContext.ModelState.TryGetValue(Nom, out var e) && e.AttemptedValue is { } v ? v : For.Model?.ToString();

    protected IReadOnlyList<string> Valeurs =>
        ViewContext.ModelState.TryGetValue(Nom, out var e) && e.RawValue is not null
            ? e.RawValue switch
            {
                string[] plusieurs => plusieurs,
                { } une => [une.ToString() ?? ""],
            }
            : For.Model switch
            {
                null => [],
                string une => [une],
                System.Collections.IEnumerable plusieurs => [.. plusieurs.Cast<object>().Select(v => v.ToString() ?? "")],
                { } autre => [autre.ToString() ?? ""],
            };

    /// <summary>True for a field that is shown and may not be written.</summary>
    protected bool EstFerme => ViewContext.ViewData.Trouver<ChampsJuges>()?.Ferme?.Invoke(Nom) == true;

    protected string? DecritPar()
    {
        var ids = new List<string>();
        if (Indice is not null)
            ids.Add($"{Id}-indice");
        if (Erreur is not null)
            ids.Add($"{Id}-erreur");
        if (Trouves.Count > 0)
            ids.Add($"{Id}-constats");
        if (Limite is not null)
            ids.Add($"{Id}-info");
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

    /// <summary>Characters at most; null for no limit.</summary>
    protected virtual int? Limite => null;

    protected void Groupe(TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-form-group" + (Erreur is null ? "" : " govuk-form-group--error"));
    }

    protected void IndiceEtErreur(TagHelperContent contenu)
    {
        if (Indice is not null)
            contenu.AppendHtml(Balise("div", Indice, ("class", "govuk-hint"), ("id", $"{Id}-indice")));
        if (Erreur is { } erreur)
        {
            var p = new TagBuilder("p");
            p.AddCssClass("govuk-error-message");
            p.Attributes["id"] = $"{Id}-erreur";
            p.InnerHtml.AppendHtml("<span class=\"govuk-visually-hidden\">Erreur :</span> ").Append(erreur);
            contenu.AppendHtml(p);
        }
    }

    /// <summary>True when <c>&lt;constats&gt;</c> shows the findings elsewhere: full width, below a line of fields.</summary>
    public bool ConstatsAilleurs { get; set; }

    protected void ConstatsDuChamp(TagHelperContent contenu, bool ici = false)
    {
        if (Constat is null || (ConstatsAilleurs && !ici))
            return;
        // Empty too: what is computed while one types is written there.
        contenu.AppendHtml($"<div id=\"{Id}-constats\" data-constat=\"{HtmlEncoder.Default.Encode(Constat)}\">");
        foreach (var constat in Trouves)
            contenu.AppendHtml(RenduSousLeChamp.De(constat));
        contenu.AppendHtml("</div>");
    }

    protected static TagBuilder Balise(string nom, string texte, params (string Nom, string? Valeur)[] attributs)
    {
        var balise = new TagBuilder(nom);
        foreach (var (cle, valeur) in attributs)
            if (valeur is not null)
                balise.Attributes[cle] = valeur;
        balise.InnerHtml.Append(texte);
        return balise;
    }
}
