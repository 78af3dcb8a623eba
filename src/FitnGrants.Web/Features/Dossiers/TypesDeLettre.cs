using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>Where a letter is kept in the archive of its dossier.</summary>
public static class TypesDeLettre
{
    public const string Decision = "lettre";
    public const string Issue = "notification";
    public const string Demande = "demande";
    public const string ActeNotifie = "notification-acte";
    public const string Prorogation = "prorogation";
    public const string Observations = "observations";
    public const string EtatDesLieux = "etat-des-lieux";
    public const string MiseEnDemeure = "mise-en-demeure";

    public static string De(NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Irrecevabilite or NatureDeLettre.Reorientation => Issue,
            NatureDeLettre.Pieces => Demande,
            NatureDeLettre.ActeNotifie => ActeNotifie,
            NatureDeLettre.Prorogation => Prorogation,
            NatureDeLettre.Observations => Observations,
            NatureDeLettre.EtatDesLieux => EtatDesLieux,
            NatureDeLettre.MiseEnDemeure => MiseEnDemeure,
            _ => Decision,
        };

    /// <summary>True for a letter that is written once a project is laureate.</summary>
    public static bool SuitUnAccord(this NatureDeLettre nature) =>
        nature
            is NatureDeLettre.ActeNotifie
                or NatureDeLettre.Prorogation
                or NatureDeLettre.Observations
                or NatureDeLettre.EtatDesLieux
                or NatureDeLettre.MiseEnDemeure;

    public static NatureDeLettre Nature(TypeDecision type) =>
        type switch
        {
            TypeDecision.Accord => NatureDeLettre.Accord,
            TypeDecision.ARevoir => NatureDeLettre.ARevoir,
            _ => NatureDeLettre.Refus,
        };

    public static NatureDeLettre Nature(Issue issue) => issue.Axe is null ? NatureDeLettre.Irrecevabilite : NatureDeLettre.Reorientation;

    /// <summary>What the letter of an issue tells: a dossier ends so once.</summary>
    public static string Reference(Issue issue) => issue.Axe is null ? "irrecevabilite" : "reorientation";
}
