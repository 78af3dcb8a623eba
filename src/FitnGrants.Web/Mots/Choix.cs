using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;

namespace FitnGrants.Web.Mots;

/// <summary>Answers that forms offer, with their French words.</summary>
public static class Choix
{
    public static readonly Reponse[] Thematiques = Toutes<Thematique>(MotsDuProjet.Libelle);

    public static readonly Reponse[] NaturesAppui = Toutes<NatureAppui>(MotsDuProjet.Libelle);

    public static readonly Reponse[] EtatsAvancement = Toutes<EtatAvancement>(MotsDuProjet.Libelle);

    public static readonly Reponse[] Regimes = Toutes<RegimeDepense>(MotsDuProjet.Libelle);

    public static readonly Reponse[] Categories = Toutes<CategorieDepense>(MotsDuProjet.Libelle);

    public static readonly Reponse[] Priorites = Toutes<Priorite>(MotsDuProjet.Libelle);

    public static readonly Reponse[] Sections = [new("", "Je ne sais pas"), .. Toutes<SectionDepense>(MotsDuProjet.Libelle)];

    public static readonly Reponse[] MotifsDeDelegation =
    [
        new(nameof(MotifDelegation.Absence), "Absence"),
        new(nameof(MotifDelegation.Signature), "Délégation de signature"),
    ];

    public static readonly Reponse[] Civilites = [new(nameof(Civilite.Madame), "Madame"), new(nameof(Civilite.Monsieur), "Monsieur")];

    public static readonly Reponse[] ModesDeSignature =
    [
        new(nameof(ModeDeSignature.Titulaire), "Préfet ou préfète en personne"),
        new(nameof(ModeDeSignature.Delegation), "Par délégation"),
        new(nameof(ModeDeSignature.Subdelegation), "Par subdélégation"),
        new(nameof(ModeDeSignature.Interim), "Préfet par intérim"),
        new(nameof(ModeDeSignature.Suppleance), "Suppléant du préfet empêché"),
    ];

    public static readonly Reponse[] NaturesDeSignature =
    [
        new(nameof(NatureDeSignature.Lettres), "Les lettres et décisions"),
        new(nameof(NatureDeSignature.Actes), "Les conventions et arrêtés"),
        new(nameof(NatureDeSignature.Argent), "Les pièces de paiement"),
    ];

    public static readonly Reponse[] SensDAvis =
    [
        new(nameof(SensAvis.Favorable), "Favorable"),
        new(nameof(SensAvis.FavorableAvecReserves), "Favorable avec réserves"),
        new(nameof(SensAvis.Defavorable), "Défavorable"),
        new(nameof(SensAvis.SansAvis), "Sans avis"),
    ];

    /// <summary>The fund and the applicant's own money first: they are in every plan.</summary>
    public static readonly Reponse[] Ressources =
    [
        .. Toutes<TypeRessource>(MotsDuProjet.Libelle)
            .OrderBy(r =>
                r.Valeur switch
                {
                    nameof(TypeRessource.FITN) => 0,
                    nameof(TypeRessource.Autofinancement) => 1,
                    _ => 2,
                }
            ),
    ];

    public static readonly Reponse[] TypesDePiece =
    [
        new(nameof(TypePiece.Devis), "Devis"),
        new(nameof(TypePiece.Deliberation), "Délibération"),
        new(nameof(TypePiece.LettreEngagementLaboratoire), "Lettre d’engagement du laboratoire"),
        new(nameof(TypePiece.PreuveDeFinancement), "Preuve d’une ressource acquise"),
        new(nameof(TypePiece.AttestationHonneur), "Attestation sur l’honneur"),
        new(nameof(TypePiece.RIB), "Relevé d’identité bancaire"),
        new(nameof(TypePiece.CRTE), "Contrat de relance et de transition écologique"),
        new(nameof(TypePiece.Autre), "Autre pièce"),
    ];

    public static readonly Reponse[] Statuts = Toutes<StatutRessource>(MotsDuProjet.Libelle);

    public static readonly Reponse[] Fondements =
    [
        new(nameof(Fondement.Critere), "Critère"),
        new(nameof(Fondement.Valeur), "Valeur"),
        new(nameof(Fondement.Priorite), "Priorité"),
        new(nameof(Fondement.Exclusion), "Exclusion"),
    ];

    public static readonly Reponse[] Recruteurs =
    [
        new(
            nameof(Recruteur.Collectivite),
            "Une collectivité ou un groupement",
            "Commune, intercommunalité, département, région, syndicat"
        ),
        new(nameof(Recruteur.Association), "Une association"),
        new(nameof(Recruteur.EntrepriseEss), "Une entreprise de l’économie sociale et solidaire", "Coopérative, mutuelle, fondation"),
        new(nameof(Recruteur.Autre), "Une autre structure"),
    ];

    public static readonly Reponse[] PaysDesEditeurs =
    [
        new("", "Choisir"),
        .. Pays
            .Noms.OrderBy(p => p.Key == "FR" ? 0 : 1)
            .ThenBy(p => Domain.Socle.Francais.Normaliser(p.Value), StringComparer.Ordinal)
            .Select(p => new Reponse(p.Key, p.Value)),
    ];

    private static Reponse[] Toutes<T>(Func<T, string> libelle)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Reponse(v.ToString(), libelle(v)))];

    public static string Libelle(this IEnumerable<Reponse> reponses, string? valeur) =>
        reponses.FirstOrDefault(r => r.Valeur == valeur)?.Libelle ?? "";
}
