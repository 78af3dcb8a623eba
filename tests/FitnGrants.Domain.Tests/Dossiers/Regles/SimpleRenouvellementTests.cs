using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class SimpleRenouvellementTests : RegleTests<SimpleRenouvellement>
{
    [Theory]
    [InlineData("Renouvellement du parc d’écrans")]
    [InlineData("RENOUVELLEMENTS de postes")]
    public void Une_dépense_qui_renouvelle_donne_une_alerte(string libelle)
    {
        var ligne = UnProjet.Depense(1_000m, CategorieDepense.Materiel) with { Libelle = libelle };
        Attendre(EnBretagne(p => p.Depensant(ligne)), Alerte, "le simple renouvellement", "depenses[0].libelle");
        Attendre(DansLeHautRhin(p => p.Depensant(ligne)), Alerte);
        Attendre(DansLeGrandEst(p => p.Depensant(ligne)), Alerte);
        // What the porteur pays by itself is its own.
        Attendre(EnBretagne(p => p.Depensant(ligne with { Eligible = false }, UnProjet.Depense(100m))), Conforme);
    }

    [Fact]
    public void Un_titre_qui_renouvelle_donne_une_alerte() =>
        Attendre(EnBretagne(p => p with { Titre = "Renouvellement des bornes" }), Alerte, champ: "titre");

    [Fact]
    public void Le_reste_n_est_pas_un_renouvellement() =>
        Attendre(EnBretagne(p => p with { Titre = "Un service renouvelé", Resume = "Il se renouvelle avec ses usagers." }), Conforme);
}
