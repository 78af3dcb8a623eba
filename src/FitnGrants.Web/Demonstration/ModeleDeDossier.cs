using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Demonstration;

/// <summary>
/// A dossier of the demonstration and the instants of its acts; those after the clock are left out. Its porteur is that of an
/// account, or a SIREN whom no account speaks for.
/// </summary>
public sealed record ModeleDeDossier(
    string Compte,
    string Dispositif,
    string Titre,
    string Resume,
    decimal Cout,
    decimal Demande,
    DateTimeOffset Cree,
    DateTimeOffset? Depose,
    DateTimeOffset? PrisEnCharge = null,
    DateTimeOffset? Clos = null,
    DateTimeOffset? Inscrit = null,
    string? Synthese = null
)
{
    /// <summary>Day of the session that it is put on.</summary>
    public DateOnly Seance { get; init; } = new(2021, 6, 22);

    /// <summary>The other member of a groupement, and its share in percent; null for a project of one.</summary>
    public (string Siren, decimal Part)? Membre { get; init; }

    /// <summary>When every rule was concluded, before the closing.</summary>
    public DateTimeOffset? Conclus { get; init; }

    private static readonly DateOnly Effet = new(2022, 6, 30);

    /// <summary>Postcode and town: the referential gives none for an intercommunalité.</summary>
    private static string Ville(Collectivite c) =>
        c switch
        {
            { CodesPostaux: [var code, ..] } => $"{code} {c.Nom}",
            { Siren: "243500139" } => "35000 Rennes",
            { Siren: "200068989" } => "22100 Dinan",
            { Siren: "200065928" } => "22300 Lannion",
            { Siren: "200066058" } => "68300 Saint-Louis",
            { Siren: "246800726" } => "68000 Colmar",
            { Siren: "242900694" } => "29300 Quimperlé",
            _ => $"{c.Departement}000 {c.Nom}",
        };

    public ContenuDossier Contenu(Collectivite c)
    {
        var (cout, demande) = (new Euros(Cout), new Euros(Demande));
        var propre = cout - demande;
        return new ContenuDossier
        {
            Identite = new Identite
            {
                Siret = Siret.SiegePlausible(c.Siren).Valeur,
                Adresse = $"1 place de la Mairie\n{Ville(c)}",
                RepresentantLegal = "[Prénom Nom]",
                Civilite = Civilite.Madame,
                Contact = "Direction générale des services",
                Courriel = "contact@demo.example",
            },
            Groupement = Membre is { } membre
                ? new Groupement
                {
                    PartDuChefDeFile = 100m - membre.Part,
                    Membres = [new MembreDeGroupement(membre.Siren, membre.Part, Attestation: true)],
                    ContactOperationnel = "Direction générale des services",
                }
                : null,
            Projet = new Projet
            {
                Titre = Titre,
                Resume = Resume,
                Lieux = c.Nom,
                Thematiques = [Thematique.ServiceEnLigneDonneesDematerialisation],
                NaturesAppui = [NatureAppui.Deploiement],
                EtatAvancement = EtatAvancement.Conception,
                Regime = RegimeDepense.Investissement,
                Urbanisme = false,
                MethodeParticipative = "Trois ateliers avec des habitants et des agents, de la maquette à la mise en service.",
                Indicateurs = new Indicateurs(
                    "Part des démarches faites en ligne, satisfaction des usagers",
                    12,
                    3_400,
                    12,
                    "Ateliers en mairie et à la médiathèque"
                ),
                Mutualisation = "La solution et sa documentation sont proposées aux communes voisines.",
                PlusValue = "Conçu avec les usagers, accessible, relié à FranceConnect.",
                Exclusivite = false,
                LicenceCode = "EUPL 1.2",
                Revendications =
                [
                    new Revendication(Priorite.ParticipationDesUsagers, Oui: true, "Les habitants essaient chaque maquette."),
                    new Revendication(Priorite.VieQuotidienne, Oui: true, "Une démarche courante se fait sans déplacement."),
                ],
                Crte = new Crte(null, Inscrit: false),
                Devis = true,
                Deliberation = true,
                Laboratoire = Dispositif == "GE-V2" ? new Laboratoire("Laboratoire d’innovation du Grand Est", true) : null,
                BaseTaxe = BaseTaxe.HT,
                Depenses = Couts(cout),
                Ressources =
                    propre > Euros.Zero
                        ? [Fonds(demande), new LigneRessource(TypeRessource.Autofinancement, null, propre, StatutRessource.Acquis, null)]
                        : [Fonds(demande)],
                DateDebutPrevue = new DateOnly(2021, 9, 15),
                DateFinPrevue = new DateOnly(2022, 6, 30),
                DateEffetConcret = Effet,
            },
        };
    }

    /// <summary>One line, but for the project that buys tablets: the rule on equipment has something to find.</summary>
    private ImmutableArray<LigneDepense> Couts(Euros cout)
    {
        var materiel = Titre == "Tablettes de consultation" ? new Euros(cout.Montant * 0.6m) : Euros.Zero;
        LigneDepense Ligne(string nom, CategorieDepense categorie, Euros montant) =>
            new(nom, categorie, montant, null, Eligible: true, null);
        return materiel == Euros.Zero
            ? [Ligne(Titre, CategorieDepense.Developpement, cout)]
            :
            [
                Ligne("Tablettes et bornes", CategorieDepense.Materiel, materiel),
                Ligne("Mise en service", CategorieDepense.Developpement, cout - materiel),
            ];
    }

    private static LigneRessource Fonds(Euros montant) => new(TypeRessource.FITN, null, montant, StatutRessource.Sollicite, null);
}
