using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>Projects, lines of cost and lines of funding.</summary>
internal static class UnProjet
{
    public static readonly Identite Identite = new()
    {
        Siret = "21350352700014",
        Adresse = "2 rue de Châteaubriant, 35770 Vern-sur-Seiche",
        RepresentantLegal = "Maire",
        Contact = "Service numérique",
        Courriel = "numerique@commune.test",
    };

    public static Projet Complet(decimal cout, decimal montant) =>
        new Projet
        {
            Titre = "Portail famille",
            Resume = "Un guichet en ligne pour les inscriptions scolaires.",
            Lieux = "Toute la commune",
            Thematiques = [Thematique.ServiceEnLigneDonneesDematerialisation],
            NaturesAppui = [NatureAppui.Deploiement],
            EtatAvancement = EtatAvancement.Conception,
            Regime = RegimeDepense.Investissement,
            Urbanisme = false,
            MethodeParticipative = "Trois ateliers avec des parents et des agents.",
            Indicateurs = new Indicateurs("Part des inscriptions faites en ligne", 12, 3_400, 12, "Ateliers en mairie"),
            Exclusivite = false,
            Mutualisation = "Le portail est offert aux communes voisines.",
            PlusValue = "Conçu avec les usagers, relié à FranceConnect.",
            DateDebutPrevue = new DateOnly(2021, 10, 1),
            DateFinPrevue = new DateOnly(2022, 9, 30),
            DateEffetConcret = new DateOnly(2022, 6, 1),
        }.Finance(cout, montant);

    /// <summary>One eligible service of this cost; the fund bears the amount, the collectivité the rest.</summary>
    public static Projet Finance(this Projet projet, decimal cout, decimal montant) =>
        projet with
        {
            Depenses = [Depense(cout)],
            Ressources = cout > montant ? [Fonds(montant), Autofinancement(cout - montant)] : [Fonds(montant)],
        };

    public static Projet Depensant(this Projet projet, params LigneDepense[] lignes) => projet with { Depenses = [.. lignes] };

    public static Projet Recevant(this Projet projet, params LigneRessource[] lignes) => projet with { Ressources = [.. lignes] };

    public static LigneDepense Depense(
        decimal? montant,
        CategorieDepense categorie = CategorieDepense.Prestation,
        bool eligible = true,
        string? pays = null
    ) => new($"Ligne {categorie}", categorie, E(montant), E(montant * 1.2m), eligible, pays);

    public static LigneRessource Fonds(decimal? montant) =>
        new(TypeRessource.FITN, null, E(montant), StatutRessource.Sollicite, Preuve: null);

    public static LigneRessource Autofinancement(decimal montant) =>
        new(TypeRessource.Autofinancement, null, E(montant), StatutRessource.Acquis, Preuve: null);

    public static LigneRessource Ressource(
        TypeRessource type,
        decimal? montant,
        StatutRessource? statut = StatutRessource.Sollicite,
        bool? preuve = null
    ) => new(type, "Financeur", E(montant), statut, preuve);

    private static Euros? E(decimal? montant) => montant is { } m ? Euros.Arrondir(m) : null;
}
