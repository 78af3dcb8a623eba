using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Dossiers;

public sealed record Etape(EtapeDuDossier Quoi, string Nom, string Suivante)
{
    /// <summary>In addresses: « collectivite ».</summary>
    public string Cle => Quoi.ToString().ToLowerInvariant();
}

/// <summary>The steps, and where each finding is mended.</summary>
public static class EtapesDuDossier
{
    public static readonly Etape[] Toutes =
    [
        new(EtapeDuDossier.Collectivite, "Collectivité", "vers le groupement"),
        new(EtapeDuDossier.Groupement, "Groupement", "vers le projet"),
        new(EtapeDuDossier.Projet, "Projet", "vers les critères"),
        new(EtapeDuDossier.Criteres, "Critères", "vers le plan de financement"),
        new(EtapeDuDossier.Financement, "Plan de financement", "vers le calendrier"),
        new(EtapeDuDossier.Calendrier, "Calendrier", "vers les pièces"),
        new(EtapeDuDossier.Pieces, "Pièces", "vers le récapitulatif"),
        new(EtapeDuDossier.Recapitulatif, "Récapitulatif", ""),
    ];

    public static Etape Trouver(string cle) => Array.Find(Toutes, e => e.Cle == cle)!;

    public static int Rang(string cle) => Array.FindIndex(Toutes, e => e.Cle == cle);

    public static Etape Apres(string cle) => Toutes[Math.Min(Rang(cle) + 1, Toutes.Length - 1)];

    /// <summary>The step that mends a finding; null when no field does.</summary>
    public static string? De(Constat constat) => constat.Champ is { } champ ? DuChamp(champ) : null;

    /// <summary>The step of a field, « depenses[3].eligible »; null when no step has it.</summary>
    public static string? DuChamp(string champ) =>
        Champ.RacineDe(ACorriger(champ)) switch
        {
            "pieces" => "pieces",
            "certifie" => "recapitulatif",
            var racine => Rubrique.DuChamp(racine) is { } cle ? De(Rubrique.Trouver(cle)!).Cle : null,
        };

    public static Etape De(Rubrique rubrique) => Array.Find(Toutes, e => e.Quoi == rubrique.Etape)!;

    /// <summary>Address of the field that mends a finding.</summary>
    public static string Adresse(string dossier, Constat constat, int lignefonds) =>
        De(constat) is { } etape
            ? $"{Adresses.Dossiers.Etape(dossier, etape)}#{Ancre(constat.Champ!, lignefonds)}"
            : Adresses.Dossiers.Recapitulatif(dossier);

    /// <summary>The id of the first control of a part.</summary>
    public static string AncreDe(Rubrique rubrique) => ChampDeBase.Identifiant(rubrique.Champs[0].Controle!);

    /// <summary>True for the controls that send a file: they are shown for the kinds of piece that may be sent, and for no other.</summary>
    public static bool EstDUnePiece(string nom) => nom is "Type" or "Fichiers";

    /// <summary>The key of the part that a control writes; its own name for one of no part.</summary>
    public static string RubriqueDuControle(string nom) =>
        Rubrique.DuControle(nom)?.Cle ?? char.ToLowerInvariant(nom[0]) + Champ.RacineDe(nom)[1..];

    /// <summary>The id of the control: « depenses[3].eligible » is « Depenses_3__Eligible ».</summary>
    /// <param name="champ">As a finding names it.</param>
    /// <param name="ligneFonds">Rank of the resource that asks the fund: a finding on « montant » is about it.</param>
    public static string Ancre(string champ, int ligneFonds) =>
        ChampDeBase.Identifiant(
            ACorriger(champ) switch
            {
                "montant" => $"Ressources[{ligneFonds}].Montant",
                var nom when nom.StartsWith("pieces.", StringComparison.Ordinal) => "Type",
                var nom => Rubrique.Toutes.SelectMany(r => r.Champs).FirstOrDefault(c => c.Nom == nom)?.Controle
                    ?? string.Join('.', nom.Split('.').Select(p => char.ToUpperInvariant(p[0]) + p[1..])),
            }
        );

    /// <summary>A duration is not typed: it goes from the first day to the last.</summary>
    private static string ACorriger(string champ) => champ == "indicateurs.dureeMois" ? "dateFinPrevue" : champ;
}
