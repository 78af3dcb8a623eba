using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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
    /// <summary>Key of the page's findings in ViewData.</summary>
    public const string Constats = "constats";

    public required ModelExpression For { get; set; }

    public string Libelle { get; set; } = "";

    public string? Indice { get; set; }

    public string? Constat { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Nom => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => Identifiant(Nom);

    protected string? Erreur => ViewContext.ModelState.TryGetValue(Nom, out var e) && e.Errors.Count > 0 ? e.Errors[0].ErrorMessage : null;

    protected IReadOnlyList<Constat> Trouves => Constat is not null && ViewContext.ViewData[Constats] is IEnumerable<Constat> tous
        ? [.. tous.Where(c => c.Champ == Constat && c.Resultat is not ResultatConstat.NonApplicable)]
        : [];

    protected bool EstBloque => Trouves.Any(c => c.EstBloquant);

    /// <summary>The id of a field's control, which the summary links to.</summary>
    public static string Identifiant(string nom) => TagBuilder.CreateSanitizedId(nom, "_");

    /// <summary>The value as typed when the form came back, else the model's.</summary>
    protected string? Valeur => ViewContext.ModelState.TryGetValue(Nom, out var e) && e.AttemptedValue is { } v ? v : For.Model?.ToString();

    protected IReadOnlyList<string> Valeurs => ViewContext.ModelState.TryGetValue(Nom, out var e) && e.RawValue is not null
        ? e.RawValue switch
        {
            string[] plusieurs => plusieurs,
            { } une => [une.ToString() ?? ""],
        }
        : For.Model switch
        {
            null => [],
            string une => [une],
            IEnumerable<string> plusieurs => [.. plusieurs],
            { } autre => [autre.ToString() ?? ""],
        };

    protected string? DecritPar()
    {
        var ids = new List<string>();
        if (Indice is not null)
            ids.Add($"{Id}-indice");
        if (Erreur is not null)
            ids.Add($"{Id}-erreur");
        if (Trouves.Count > 0)
            ids.Add($"{Id}-constats");
        return ids.Count == 0 ? null : string.Join(' ', ids);
    }

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
        if (Trouves.Count == 0 || (ConstatsAilleurs && !ici))
            return;
        contenu.AppendHtml($"<div id=\"{Id}-constats\">");
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

/// <summary>A finding as the field tag helpers show it.</summary>
public static class RenduSousLeChamp
{
    public static IHtmlContent De(Constat constat)
    {
        var output = new TagHelperOutput("constat", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new ConstatTagHelper { Valeur = constat }.Process(new TagHelperContext([], new Dictionary<object, object>(), "constat"), output);
        return output;
    }
}

/// <summary>The findings of a field of a line, full width below it.</summary>
[HtmlTargetElement("constats", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ConstatsTagHelper : ChampDeBase
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        ConstatsDuChamp(output.Content, ici: true);
    }
}

/// <summary>A text, an amount, a date, a long text.</summary>
[HtmlTargetElement("champ", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChampTagHelper : ChampDeBase
{
    public string Type { get; set; } = "text";

    /// <summary>Lines of a long text; 0 for a single line.</summary>
    public int Lignes { get; set; }

    public string? Suffixe { get; set; }

    public string? Autocomplete { get; set; }

    public string? Largeur { get; set; }

    /// <summary>Address of the suggestions, and name of the hidden field that receives the choice.</summary>
    public string? Suggestions { get; set; }

    public string? Cible { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Groupe(output);
        output.Content.AppendHtml(Balise("label", Libelle, ("class", "govuk-label"), ("for", Id)));
        IndiceEtErreur(output.Content);
        var controle = Lignes > 0 ? Balise("textarea", Valeur ?? "", ("rows", $"{Lignes}")) : new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        controle.AddCssClass((Lignes > 0 ? "govuk-textarea" : "govuk-input") + (Largeur is null ? "" : $" govuk-input--width-{Largeur}"));
        if (Erreur is not null || EstBloque)
            controle.AddCssClass(Lignes > 0 ? "govuk-textarea--error" : "govuk-input--error");
        controle.Attributes["id"] = Id;
        controle.Attributes["name"] = Nom;
        if (Lignes == 0)
        {
            controle.Attributes["type"] = Type;
            if (Type != "password")
                controle.Attributes["value"] = Valeur ?? "";
        }
        foreach (var (nom, valeur) in new[] { ("aria-describedby", DecritPar()), ("autocomplete", Autocomplete), ("data-suggestions", Suggestions), ("data-cible", Cible) })
            if (valeur is not null)
                controle.Attributes[nom] = valeur;
        if (Suffixe is not null)
            controle.Attributes["inputmode"] = "decimal";
        output.Content.AppendHtml(Suffixe is null ? controle : AvecSuffixe(controle, Suffixe));
        ConstatsDuChamp(output.Content);
    }

    private static TagBuilder AvecSuffixe(TagBuilder controle, string suffixe)
    {
        var cadre = new TagBuilder("div");
        cadre.AddCssClass("govuk-input__wrapper");
        cadre.InnerHtml.AppendHtml(controle).AppendHtml(Balise("div", suffixe, ("class", "govuk-input__suffix"), ("aria-hidden", "true")));
        return cadre;
    }
}

/// <summary>One answer among some (radios), or several (checkboxes).</summary>
[HtmlTargetElement("choix", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChoixTagHelper : ChampDeBase
{
    public required IEnumerable<Reponse> Reponses { get; set; }

    public bool Plusieurs { get; set; }

    public bool EnLigne { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Groupe(output);
        var (genre, type) = Plusieurs ? ("checkboxes", "checkbox") : ("radios", "radio");
        var champ = output.Content;
        champ.AppendHtml($"<fieldset class=\"govuk-fieldset\"{(DecritPar() is { } d ? $" aria-describedby=\"{d}\"" : "")}>");
        champ.AppendHtml(Balise("legend", Libelle, ("class", "govuk-fieldset__legend govuk-fieldset__legend--s")));
        IndiceEtErreur(champ);
        champ.AppendHtml($"<div class=\"govuk-{genre}{(EnLigne ? $" govuk-{genre}--inline" : "")}\">");
        var i = 0;
        foreach (var reponse in Reponses)
            Ajouter(champ, genre, type, reponse, i++ == 0 ? Id : $"{Id}-{i}");
        champ.AppendHtml("</div></fieldset>");
        ConstatsDuChamp(champ);
    }

    private void Ajouter(TagHelperContent champ, string genre, string type, Reponse reponse, string id)
    {
        var entree = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        entree.AddCssClass($"govuk-{genre}__input");
        entree.Attributes["type"] = type;
        entree.Attributes["id"] = id;
        entree.Attributes["name"] = Nom;
        entree.Attributes["value"] = reponse.Valeur;
        if (Valeurs.Contains(reponse.Valeur))
            entree.Attributes["checked"] = "checked";
        champ.AppendHtml($"<div class=\"govuk-{genre}__item\">").AppendHtml(entree)
            .AppendHtml(Balise("label", reponse.Libelle, ("class", $"govuk-label govuk-{genre}__label"), ("for", id)));
        if (reponse.Indice is not null)
            champ.AppendHtml(Balise("div", reponse.Indice, ("class", $"govuk-hint govuk-{genre}__hint")));
        champ.AppendHtml("</div>");
    }
}

/// <summary>One answer in a list.</summary>
[HtmlTargetElement("liste", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ListeTagHelper : ChampDeBase
{
    public required IEnumerable<Reponse> Reponses { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Groupe(output);
        output.Content.AppendHtml(Balise("label", Libelle, ("class", "govuk-label"), ("for", Id)));
        IndiceEtErreur(output.Content);
        var liste = new TagBuilder("select");
        liste.AddCssClass("govuk-select" + (Erreur is null ? "" : " govuk-select--error"));
        liste.Attributes["id"] = Id;
        liste.Attributes["name"] = Nom;
        if (DecritPar() is { } d)
            liste.Attributes["aria-describedby"] = d;
        foreach (var reponse in Reponses)
            liste.InnerHtml.AppendHtml(Balise("option", reponse.Libelle, ("value", reponse.Valeur), ("selected", Valeur == reponse.Valeur ? "selected" : null)));
        output.Content.AppendHtml(liste);
        ConstatsDuChamp(output.Content);
    }
}

/// <summary>A yes or no that stands alone: a box to tick.</summary>
[HtmlTargetElement("case", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CaseTagHelper : ChampDeBase
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Groupe(output);
        IndiceEtErreur(output.Content);
        var entree = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        entree.AddCssClass("govuk-checkboxes__input");
        foreach (var (cle, valeur) in new[] { ("type", "checkbox"), ("id", Id), ("name", Nom), ("value", "true") })
            entree.Attributes[cle] = valeur;
        if (Valeurs.Any(v => v.Contains("true", StringComparison.OrdinalIgnoreCase)))
            entree.Attributes["checked"] = "checked";
        if (DecritPar() is { } d)
            entree.Attributes["aria-describedby"] = d;
        if (EstBloque)
            entree.Attributes["aria-invalid"] = "true";
        output.Content.AppendHtml("<div class=\"govuk-checkboxes govuk-checkboxes--small\"><div class=\"govuk-checkboxes__item\">").AppendHtml(entree)
            .AppendHtml(Balise("label", Libelle, ("class", "govuk-label govuk-checkboxes__label"), ("for", Id))).AppendHtml("</div></div>");
        ConstatsDuChamp(output.Content);
    }
}

/// <summary>Every error of the page, each linked to its field.</summary>
[HtmlTargetElement("erreurs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErreursTagHelper : TagHelper
{
    public string Suite { get; set; } = "";

    /// <summary>Refusals of the rules, with the address of the field of each.</summary>
    public IEnumerable<(string Adresse, string Message)> Refus { get; set; } = [];

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var points = ViewContext.ModelState.Where(e => e.Value!.Errors.Count > 0)
            .Select(e => (Adresse: "#" + ChampDeBase.Identifiant(e.Key), Message: e.Value!.Errors[0].ErrorMessage)).Concat(Refus).Distinct().ToList();
        if (points.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "erreurs");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "erreurs-titre");
        output.Content.AppendHtml("<h2 id=\"erreurs-titre\">").AppendHtml(Icones.Svg("bloquant")).Append(Titre(points.Count)).AppendHtml("</h2><ul>");
        foreach (var (adresse, message) in points)
        {
            var lien = new TagBuilder("a");
            lien.Attributes["href"] = adresse;
            lien.InnerHtml.Append(message);
            output.Content.AppendHtml("<li>").AppendHtml(lien).AppendHtml("</li>");
        }
        output.Content.AppendHtml("</ul>");
    }

    private string Titre(int nombre) =>
        Francais.Compte(nombre, "point à corriger", "points à corriger") + (Suite.Length == 0 ? "" : " " + Suite);
}
