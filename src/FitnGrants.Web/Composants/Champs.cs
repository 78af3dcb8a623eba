using System.Text.Encodings.Web;
using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

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

/// <summary>A text, an amount, a date, a long text, a file.</summary>
[HtmlTargetElement("champ", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChampTagHelper : ChampDeBase
{
    public string Type { get; set; } = "text";

    /// <summary>Lines of a long text; 0 for a single line.</summary>
    public int Lignes { get; set; }

    public string? Suffixe { get; set; }

    public string? Autocomplete { get; set; }

    public string? Largeur { get; set; }

    /// <summary>Kinds of file proposed first.</summary>
    public string? Accept { get; set; }

    /// <summary>True when several files may be chosen.</summary>
    public bool Plusieurs { get; set; }

    /// <summary>Address of the suggestions, and name of the hidden field that receives the choice.</summary>
    public string? Suggestions { get; set; }

    public string? Cible { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Groupe(output);
        output.Content.AppendHtml(Balise("label", Libelle, ("class", "govuk-label"), ("for", Id)));
        IndiceEtErreur(output.Content);
        var controle =
            Lignes > 0
                ? Balise("textarea", Valeur ?? "", ("rows", $"{Lignes}"))
                : new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        var classe =
            Lignes > 0 ? "govuk-textarea"
            : Type == "file" ? "govuk-file-upload"
            : "govuk-input";
        controle.AddCssClass(classe + (Largeur is null ? "" : $" govuk-input--width-{Largeur}"));
        if (Erreur is not null || EstBloque)
            controle.AddCssClass(classe + "--error");
        controle.Attributes["id"] = Id;
        controle.Attributes["name"] = Nom;
        if (Lignes == 0)
        {
            controle.Attributes["type"] = Type;
            if (Type is not ("password" or "file"))
                controle.Attributes["value"] = Valeur ?? "";
        }
        foreach (
            var (nom, valeur) in new[]
            {
                ("aria-describedby", DecritPar()),
                ("aria-invalid", Invalide),
                ("autocomplete", Autocomplete),
                ("data-suggestions", Suggestions),
                ("data-cible", Cible),
                ("accept", Accept),
            }
        )
            if (valeur is not null)
                controle.Attributes[nom] = valeur;
        if (Plusieurs)
            controle.Attributes["multiple"] = "multiple";
        if (EstFerme)
            controle.Attributes["disabled"] = "disabled";
        if (Suffixe is not null)
            controle.Attributes["inputmode"] = "decimal";
        output.Content.AppendHtml(Suffixe is null ? controle : AvecSuffixe(controle, Suffixe));
        if (Limite is { } maximum)
            Compter(output, controle, maximum);
        ConstatsDuChamp(output.Content);
    }

    protected override int? Limite =>
        Type is "text" && Suffixe is null
            ? LimiteDuTexte.De(For, ViewContext.ViewData.ModelMetadata.ModelType, ViewContext.HttpContext.RequestServices)
            : null;

    /// <summary>The limit, then what is left once it comes near (script).</summary>
    private void Compter(TagHelperOutput output, TagBuilder controle, int maximum)
    {
        controle.AddCssClass("govuk-js-character-count");
        output.Attributes.SetAttribute("data-module", "govuk-character-count");
        output.Attributes.SetAttribute("data-maxlength", $"{maximum}");
        var info = Balise("div", $"{Francais.Entier(maximum)} caractères au plus", ("id", $"{Id}-info"));
        info.AddCssClass("govuk-hint govuk-character-count__message" + (Lignes == 0 ? " limite-courte" : ""));
        output.Content.AppendHtml(info);
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
        champ.AppendHtml(
            $"<fieldset class=\"govuk-fieldset\"{(DecritPar() is { } d ? $" aria-describedby=\"{d}\"" : "")}"
                + $"{(!Plusieurs && Invalide is not null ? " role=\"radiogroup\" aria-invalid=\"true\"" : "")}>"
        );
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
        if (Plusieurs && Invalide is not null)
            entree.Attributes["aria-invalid"] = "true";
        if (EstFerme)
            entree.Attributes["disabled"] = "disabled";
        champ
            .AppendHtml($"<div class=\"govuk-{genre}__item\">")
            .AppendHtml(entree)
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
        if (Invalide is not null)
            liste.Attributes["aria-invalid"] = "true";
        if (EstFerme)
            liste.Attributes["disabled"] = "disabled";
        foreach (var reponse in Reponses)
            liste.InnerHtml.AppendHtml(
                Balise("option", reponse.Libelle, ("value", reponse.Valeur), ("selected", Valeur == reponse.Valeur ? "selected" : null))
            );
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
        if (Invalide is not null)
            entree.Attributes["aria-invalid"] = "true";
        if (EstFerme)
            entree.Attributes["disabled"] = "disabled";
        output
            .Content.AppendHtml("<div class=\"govuk-checkboxes govuk-checkboxes--small\"><div class=\"govuk-checkboxes__item\">")
            .AppendHtml(entree)
            .AppendHtml(Balise("label", Libelle, ("class", "govuk-label govuk-checkboxes__label"), ("for", Id)))
            .AppendHtml("</div></div>");
        ConstatsDuChamp(output.Content);
    }
}

/// <summary>A control that its page writes by hand says that it was refused, as the others do.</summary>
[HtmlTargetElement("input", Attributes = "name, aria-describedby", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "name")]
public sealed class ControleTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Characters at most; null for no limit of its own.</summary>
    public int? Limite { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("name", Name);
        if (
            ViewContext.ModelState.GetFieldValidationState(Name) == ModelValidationState.Invalid
            && !output.Attributes.ContainsName("aria-invalid")
        )
            output.Attributes.SetAttribute("aria-invalid", "true");
        if (Limite is not { } limite)
            return;
        output.AddClass("govuk-js-character-count", HtmlEncoder.Default);
        var decrit = $"{output.Attributes["aria-describedby"]?.Value} {output.Attributes["id"].Value}-info".Trim();
        output.Attributes.SetAttribute("aria-describedby", decrit);
        output.PreElement.AppendHtml($"<div data-module=\"govuk-character-count\" data-maxlength=\"{limite}\">");
        var info = new TagBuilder("div");
        info.AddCssClass("govuk-hint govuk-character-count__message limite-courte");
        info.Attributes["id"] = $"{output.Attributes["id"].Value}-info";
        info.InnerHtml.Append($"{Francais.Entier(limite)} caractères au plus");
        output.PostElement.AppendHtml(info).AppendHtml("</div>");
    }
}
