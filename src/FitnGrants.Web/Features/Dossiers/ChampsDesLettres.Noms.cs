using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Documents.Lettres;
using static FitnGrants.Web.Documents.Lettres.ValeurDeLettre;

namespace FitnGrants.Web.Features.Dossiers;

/// <content>The names that a template may use, and those that it must.</content>
public static partial class ChampsDesLettres
{
    /// <summary>What each value is, as the sentence that names a missing one says it.</summary>
    public static IReadOnlyDictionary<string, string> Libelles { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["projet"] = "le titre du projet",
            ["numéro"] = "le numéro du dossier",
            ["réception"] = "le jour de la réception",
            ["volet"] = "l’axe et le volet",
            ["dispositif"] = "le nom du dispositif",
            ["coût"] = "le coût éligible",
            ["demande"] = "le montant demandé",
            ["de l’instance"] = "l’instance",
            ["réunion"] = "le jour de la séance",
            ["montant"] = "le montant de l’aide",
            ["chiffres"] = "les chiffres de l’aide",
            ["motifs"] = "la motivation",
            ["réduction"] = "la différence avec la demande",
            ["parts"] = "les parts d’un groupement",
            ["rejet"] = "le jour du rejet implicite que la décision remplace",
            ["conditions"] = "les conditions",
            ["terme"] = "le terme du délai de l’acte",
            ["fois"] = "le nombre de renvois",
            ["axes"] = "les points à améliorer",
            ["référent"] = "qui accompagne le porteur",
            ["similaires"] = "les projets proches",
            ["séances"] = "les prochaines séances",
            ["fondements"] = "les règles citées",
            ["règle"] = "la règle",
            ["axe"] = "le dispositif vers lequel le projet est orienté",
            ["échéance"] = "le jour de la réponse",
            ["points"] = "ce qui est demandé",
        };

    /// <summary>Values that say their own name, to see what a template gives without a dossier.</summary>
    public static Dictionary<string, ChampDeLettre> DExemple(NatureDeLettre nature) =>
        Noms(nature).ToDictionary(n => n, n => Un(n, Exemple(n)), StringComparer.Ordinal);

    private static ValeurDeLettre Exemple(string nom) =>
        nom switch
        {
            "conditions" or "similaires" or "fondements" => new Liste([$"[{nom}, un]", $"[{nom}, deux]"]),
            "axes" => new Liste(["[axes, un]", "[axes, deux]"], Numerotee: true),
            "chiffres" => new Reperes([
                ("Dépense éligible retenue", "[coût]"),
                ("Taux d’intervention", "[taux]"),
                ("Aide réservée", "[montant]"),
            ]),
            "parts" => new Tableau(
                ["Collectivité", "Part", "Montant"],
                [
                    ["[collectivité]", "[part]", "[montant]"],
                ]
            ),
            "points" => new Tableau(
                ["N°", "Pièce ou point", "Ce qui est attendu", "Texte qui le demande"],
                [
                    ["1", "[pièce]", "[attendu]", "[texte]"],
                ]
            ),
            _ => new Texte($"[{nom}]"),
        };

    /// <summary>What a letter of that nature must say (CRPA L211-2 for what refuses; décret n° 2018-514, art. 8 for an accord).</summary>
    public static IReadOnlyList<string> Obligatoires(NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Accord => ["montant", "motifs", "conditions", "terme"],
            NatureDeLettre.ARevoir => ["motifs", "axes"],
            NatureDeLettre.Refus => ["motifs"],
            NatureDeLettre.Irrecevabilite => ["motifs", "règle"],
            NatureDeLettre.Reorientation => ["motifs", "axe"],
            _ => ["points", "échéance"],
        };

    /// <summary>Names that a template may use.</summary>
    public static IReadOnlySet<string> Noms(NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Irrecevabilite or NatureDeLettre.Reorientation => DUneIssue,
            NatureDeLettre.Pieces => DUneDemande,
            _ => DUneDecision,
        };

    private static readonly HashSet<string> Partages = new(StringComparer.Ordinal)
    {
        "projet",
        "numéro",
        "réception",
        "volet",
        "dispositif",
    };

    private static readonly HashSet<string> DUneDemande = new(Partages, StringComparer.Ordinal) { "échéance", "points" };

    private static readonly HashSet<string> DUneIssue = new(Partages, StringComparer.Ordinal) { "motifs", "règle", "axe" };

    private static readonly HashSet<string> DUneDecision = new(Partages, StringComparer.Ordinal)
    {
        "motifs",
        "coût",
        "demande",
        "de l’instance",
        "réunion",
        "montant",
        "chiffres",
        "réduction",
        "parts",
        "rejet",
        "conditions",
        "terme",
        "fois",
        "axes",
        "référent",
        "similaires",
        "séances",
        "fondements",
    };
}
