using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FitnGrants.Web.Composants;

/// <summary>A state as a badge: tint, icon, word (look.md, Badges).</summary>
[HtmlTargetElement("etat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EtatTagHelper : TagHelper
{
    public EtatDossier? Dossier { get; set; }

    public ResultatConstat? Constat { get; set; }

    public EtatSeance? Seance { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (ton, icone, mot) =
            Dossier is { } d ? Badge(d)
            : Constat is { } c ? Badge(c)
            : Badge(Seance ?? EtatSeance.Planifiee);
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge badge--{ton}");
        output.Content.SetHtmlContent(Icones.Svg(icone)).Append(mot);
    }

    /// <summary>« Conforme », « À vérifier »…</summary>
    public static string Mot(ResultatConstat resultat) => Badge(resultat).Mot;

    private static (string Ton, string Icone, string Mot) Badge(EtatDossier etat)
    {
        var (ton, icone) = etat switch
        {
            EtatDossier.Brouillon => ("gris", "crayon"),
            EtatDossier.Depose => ("bleu", "bac"),
            EtatDossier.EnInstruction => ("bleu", "loupe"),
            EtatDossier.ACompleter => ("ambre", "crayon"),
            EtatDossier.Instruit => ("bleu", "coche"),
            EtatDossier.InscritSeance => ("seance", "calendrier"),
            EtatDossier.AccordSousReserve => ("vert", "conforme"),
            EtatDossier.EnReconstruction => ("ambre", "retour"),
            EtatDossier.Irrecevable => ("rouge", "nonapplicable"),
            EtatDossier.Reoriente => ("gris", "fleche"),
            EtatDossier.Retire => ("gris", "croix"),
            EtatDossier.Conventionne => ("vert", "conforme"),
            EtatDossier.EnExecution => ("vert", "lecture"),
            EtatDossier.Acheve => ("bleu", "coche"),
            EtatDossier.Solde => ("gris", "coche"),
            EtatDossier.Caduc or EtatDossier.Abandonne => ("gris", "croix"),
            EtatDossier.Retiree => ("rouge", "croix"),
            _ => ("rouge", "croix"),
        };
        return (ton, icone, Etats.Libelle(etat));
    }

    private static (string Ton, string Icone, string Mot) Badge(ResultatConstat resultat) =>
        resultat switch
        {
            ResultatConstat.Conforme => ("vert", "conforme", "Conforme"),
            ResultatConstat.Alerte => ("ambre", "alerte", "Alerte"),
            ResultatConstat.Bloquant => ("rouge", "bloquant", "Bloquant"),
            ResultatConstat.AVerifier => ("bleu", "averifier", "À vérifier"),
            _ => ("gris", "nonapplicable", "Non applicable"),
        };

    private static (string Ton, string Icone, string Mot) Badge(EtatSeance etat) =>
        etat switch
        {
            EtatSeance.Ouverte => ("seance", "lecture", "Ouverte"),
            EtatSeance.Cloturee => ("gris", "coche", "Clôturée"),
            EtatSeance.Annulee => ("gris", "croix", "Annulée"),
            _ => ("gris", "calendrier", "Planifiée"),
        };
}
