using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A step of the dossier.</summary>
public sealed record Etape(string Cle, string Nom, string Suivante);

/// <summary>The steps, and where each finding is mended.</summary>
public static class EtapesDuDossier
{
    public static readonly Etape[] Toutes =
    [
        new("collectivite", "Collectivité", "vers le groupement"), new("groupement", "Groupement", "vers le projet"), new("projet", "Projet", "vers les critères"),
        new("criteres", "Critères", "vers le plan de financement"), new("financement", "Plan de financement", "vers le calendrier"),
        new("calendrier", "Calendrier", "vers les pièces"), new("pieces", "Pièces", "vers le récapitulatif"), new("recapitulatif", "Récapitulatif", ""),
    ];

    private static readonly Dictionary<string, string> Champs = new(StringComparer.Ordinal)
    {
        ["siret"] = "collectivite",
        ["adresse"] = "collectivite",
        ["representantLegal"] = "collectivite",
        ["contact"] = "collectivite",
        ["courriel"] = "collectivite",
        ["telephone"] = "collectivite",
        ["titre"] = "projet",
        ["resume"] = "projet",
        ["lieux"] = "projet",
        ["thematiques"] = "projet",
        ["naturesAppui"] = "projet",
        ["etatAvancement"] = "projet",
        ["regime"] = "projet",
        ["membres"] = "groupement",
        ["partDuChefDeFile"] = "groupement",
        ["contactOperationnel"] = "groupement",
        ["urbanisme"] = "criteres",
        ["laboratoire"] = "criteres",
        ["methodeParticipative"] = "criteres",
        ["indicateurs"] = "criteres",
        ["qpv"] = "criteres",
        ["mutualisation"] = "criteres",
        ["plusValue"] = "criteres",
        ["exclusivite"] = "criteres",
        ["crte"] = "criteres",
        ["devis"] = "criteres",
        ["deliberation"] = "criteres",
        ["revendications"] = "criteres",
        ["depenses"] = "financement",
        ["ressources"] = "financement",
        ["baseTaxe"] = "financement",
        ["montant"] = "financement",
        ["tvaNonRecuperable"] = "financement",
        ["dateDebutPrevue"] = "calendrier",
        ["dateFinPrevue"] = "calendrier",
        ["dateEffetConcret"] = "calendrier",
        ["datePremierActeJuridique"] = "calendrier",
        ["pieces"] = "pieces",
        ["certifie"] = "recapitulatif",
    };

    public static Etape Trouver(string cle) => Array.Find(Toutes, e => e.Cle == cle)!;

    public static int Rang(string cle) => Array.FindIndex(Toutes, e => e.Cle == cle);

    public static Etape Apres(string cle) => Toutes[Math.Min(Rang(cle) + 1, Toutes.Length - 1)];

    /// <summary>The step that mends a finding; null when no field does.</summary>
    public static string? De(Constat constat) =>
        constat.Champ is { } champ ? DuChamp(champ) : null;

    /// <summary>The step of a field, « depenses[3].eligible »; null when no step has it.</summary>
    public static string? DuChamp(string champ) => Champs.GetValueOrDefault(champ.Split('[', '.')[0]);

    /// <summary>Address of the field that mends a finding.</summary>
    public static string Adresse(string dossier, Constat constat, int lignefonds) =>
        De(constat) is { } etape ? $"/dossiers/{dossier}/modifier/{etape}#{Ancre(constat.Champ!, lignefonds)}" : $"/dossiers/{dossier}/modifier/recapitulatif";

    /// <summary>The id of the first control of a part.</summary>
    public static string AncreDeRubrique(string cle) => Ancre(cle switch
    {
        "membres" => "enGroupement",
        "laboratoire" => "laboratoire.nom",
        "indicateurs" => "indicateurs.efficacite",
        "qpv" => "qpv.beneficiaire",
        "crte" => "crte.inscrit",
        "revendications" => "revendications[0].oui",
        _ => cle,
    }, 0);

    /// <summary>True for the controls that send a file: they are shown for the kinds of piece that may be sent, and for no other.</summary>
    public static bool EstDUnePiece(string nom) => nom is "Type" or "Fichiers";

    /// <summary>The part that a control writes: « Depenses[0].Libelle » is of « depenses », « Efficacite » of « indicateurs ».</summary>
    public static string RubriqueDuControle(string nom)
    {
        var racine = char.ToLowerInvariant(nom[0]) + nom.Split('[', '.')[0][1..];
        return racine switch
        {
            "enGroupement" or "partDuChefDeFile" or "contactOperationnel" => "membres",
            "laboratoireNom" or "laboratoireLettre" => "laboratoire",
            "efficacite" or "nbAgents" or "nbUsagers" or "dureeMois" or "animation" => "indicateurs",
            "qpvBeneficiaire" or "qpvExperimentation" or "qpvCodes" => "qpv",
            "licenceCode" or "licenceDocumentation" => "exclusivite",
            "crteInscrit" or "crteNom" => "crte",
            "tvaNonRecuperable" or "baseTaxe" => "depenses",
            _ => racine,
        };
    }

    /// <summary>The id of the control: « depenses[3].eligible » is « Depenses_3__Eligible ».</summary>
    public static string Ancre(string champ, int ligneFonds)
    {
        var nom = champ switch
        {
            "montant" => $"Ressources[{ligneFonds}].Montant",
            "depenses" => "Depenses[0].Libelle",
            "ressources" => "Ressources[0].Montant",
            "laboratoire.nom" => "LaboratoireNom",
            "laboratoire.lettre" => "LaboratoireLettre",
            "qpv.beneficiaire" => "QpvBeneficiaire",
            "qpv.experimentation" => "QpvExperimentation",
            "crte.inscrit" => "CrteInscrit",
            _ when champ.StartsWith("pieces.", StringComparison.Ordinal) => "Type",
            _ when champ.StartsWith("indicateurs.", StringComparison.Ordinal) => char.ToUpperInvariant(champ[12]) + champ[13..],
            _ => string.Join('.', champ.Split('.').Select(p => char.ToUpperInvariant(p[0]) + p[1..])),
        };
        return Composants.ChampDeBase.Identifiant(nom);
    }
}
