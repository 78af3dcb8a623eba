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
            ["cause"] = "ce qui réduit l’aide",
            ["attribuant"] = "le service qui attribue",
            ["indispensables"] = "ce sans quoi rien n’est décidé",
            ["cible"] = "où présenter le projet",
            ["aide"] = "ce que l’État a accordé",
            ["versements"] = "les sommes versées",
            ["pièces"] = "les pièces sur lesquelles la mesure s’appuie",
            ["signé"] = "le jour de l’acte",
            ["lien"] = "l’adresse de la page",
            ["article"] = "l’article de l’acte",
            ["courrier"] = "avec preuve de réception",
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
            ["l’acte"] = "la nature de l’acte",
            ["acte"] = "le numéro de l’acte",
            ["bénéficiaires"] = "les bénéficiaires",
            ["avance"] = "le montant de l’avance",
            ["dates"] = "les dates du projet",
            ["ancien"] = "le terme du délai avant sa prorogation",
            ["texte"] = "le texte qui fixe le délai",
            ["nouveau"] = "le nouveau terme du délai",
            ["à l’examen"] = "avant l’accord seulement",
            ["accordée"] = "après l’accord seulement",
            ["mesure"] = "la mesure envisagée",
            ["fondement"] = "le texte sur lequel la mesure repose",
            ["jours"] = "le délai de réponse, en jours",
            ["quoi"] = "« Demande », ou « Rappel » après l’échéance",
            ["reçu"] = "le jour de la réception de l’acte",
            ["attendu"] = "l’échéance de l’état des lieux",
            ["retard"] = "les jours de retard",
            ["raison"] = "pourquoi un état des lieux est demandé hors échéance",
            ["contenu"] = "ce que dit un état des lieux",
            ["dernier"] = "le dernier état des lieux",
            ["ensemble"] = "la phrase sur plusieurs échéances passées",
            ["suite"] = "la phrase sur la mise en demeure",
            ["obligation"] = "l’obligation que l’acte impose",
            ["rappels"] = "les rappels adressés",
            ["suspension"] = "si l’acte suspend les versements",
        };

    /// <summary>Values that say their own name, to see what a template gives without a dossier.</summary>
    public static Dictionary<string, ChampDeLettre> DExemple(NatureDeLettre nature) =>
        Noms(nature).ToDictionary(n => n, n => Un(n, Exemple(n)), StringComparer.Ordinal);

    private static ValeurDeLettre Exemple(string nom) =>
        nom switch
        {
            "conditions" or "similaires" or "fondements" or "dates" or "contenu" or "rappels" => new Liste([
                $"[{nom}, un]",
                $"[{nom}, deux]",
            ]),
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
                ["N°", "Pièce ou point", "Ce qui est attendu, et pourquoi", "Texte qui le demande"],
                [
                    ["1", "[pièce]", "[attendu]", "[texte]"],
                ]
            ),
            _ => new Texte($"[{nom}]"),
        };

    /// <summary>What a letter of that nature must say (CRPA L211-2 for what refuses, L122-1 for observations; décret
    /// n° 2018-514, art. 8 for an accord).</summary>
    public static IReadOnlyList<string> Obligatoires(NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Accord => ["montant", "motifs", "conditions", "terme"],
            NatureDeLettre.ARevoir => ["motifs", "axes"],
            NatureDeLettre.Refus => ["motifs"],
            NatureDeLettre.Irrecevabilite => ["motifs", "règle"],
            NatureDeLettre.Reorientation => ["motifs", "axe"],
            NatureDeLettre.ActeNotifie => ["acte", "bénéficiaires", "chiffres", "dates"],
            NatureDeLettre.Prorogation => ["ancien", "nouveau", "motifs"],
            NatureDeLettre.Observations => ["mesure", "motifs", "jours"],
            NatureDeLettre.EtatDesLieux => ["attendu", "contenu"],
            NatureDeLettre.MiseEnDemeure => ["obligation", "attendu", "rappels", "jours"],
            _ => ["points", "échéance"],
        };

    /// <summary>Those that may say nothing, and would leave a hole in a sentence: « fois » alone is made to follow a word.</summary>
    public static IReadOnlySet<string> Facultatifs { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "réduction",
            "parts",
            "rejet",
            "conditions",
            "similaires",
            "fondements",
            "avance",
            "retard",
            "raison",
            "dernier",
            "ensemble",
            "suite",
            "suspension",
            "à l’examen",
            "accordée",
            "indispensables",
            "cible",
            "versements",
            "courrier",
        };

    /// <summary>Names that a template may use.</summary>
    public static IReadOnlySet<string> Noms(NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Irrecevabilite or NatureDeLettre.Reorientation => DUneIssue,
            NatureDeLettre.Pieces => DUneDemande,
            NatureDeLettre.ActeNotifie => DUnActe,
            NatureDeLettre.Prorogation => DUneProrogation,
            NatureDeLettre.Observations => DesObservations,
            NatureDeLettre.EtatDesLieux => DUnEtat,
            NatureDeLettre.MiseEnDemeure => DUneMiseEnDemeure,
            NatureDeLettre.ARevoir => DUnRenvoi,
            NatureDeLettre.Accord => DUnAccord,
            _ => DUnRefus,
        };

    private static readonly HashSet<string> Partages = new(StringComparer.Ordinal)
    {
        "projet",
        "numéro",
        "réception",
        "volet",
        "dispositif",
    };

    private static readonly HashSet<string> DUneDemande = new(Partages, StringComparer.Ordinal) { "échéance", "points", "indispensables" };

    private static readonly HashSet<string> DUneIssue = new(Partages, StringComparer.Ordinal) { "motifs", "règle", "axe", "cible" };

    private static readonly HashSet<string> DUnActe = new(Partages, StringComparer.Ordinal)
    {
        "l’acte",
        "acte",
        "signé",
        "bénéficiaires",
        "chiffres",
        "parts",
        "avance",
        "dates",
    };

    private static readonly HashSet<string> DUneProrogation = new(Partages, StringComparer.Ordinal)
    {
        "ancien",
        "texte",
        "nouveau",
        "motifs",
        "à l’examen",
        "accordée",
    };

    private static readonly HashSet<string> DesObservations = new(Partages, StringComparer.Ordinal)
    {
        "acte",
        "mesure",
        "fondement",
        "montant",
        "aide",
        "motifs",
        "versements",
        "pièces",
        "jours",
    };

    private static readonly HashSet<string> DUnEtat = new(Partages, StringComparer.Ordinal)
    {
        "quoi",
        "acte",
        "reçu",
        "attendu",
        "retard",
        "raison",
        "contenu",
        "lien",
        "dernier",
        "ensemble",
        "suite",
    };

    private static readonly HashSet<string> DUneMiseEnDemeure = new(Partages, StringComparer.Ordinal)
    {
        "acte",
        "reçu",
        "montant",
        "article",
        "courrier",
        "obligation",
        "attendu",
        "rappels",
        "jours",
        "suspension",
    };

    private static readonly HashSet<string> DUneDecision = new(Partages, StringComparer.Ordinal)
    {
        "motifs",
        "coût",
        "demande",
        "de l’instance",
        "réunion",
    };

    private static readonly HashSet<string> DUnAccord = new(DUneDecision, StringComparer.Ordinal)
    {
        "montant",
        "chiffres",
        "réduction",
        "cause",
        "parts",
        "rejet",
        "conditions",
        "attribuant",
        "terme",
    };

    private static readonly HashSet<string> DUnRenvoi = new(DUneDecision, StringComparer.Ordinal)
    {
        "fois",
        "axes",
        "référent",
        "similaires",
        "séances",
        "rejet",
    };

    private static readonly HashSet<string> DUnRefus = new(DUneDecision, StringComparer.Ordinal) { "rejet", "fondements" };
}
