using FitnGrants.Domain.Collectivites;

namespace FitnGrants.Domain.Tests.Collectivites;

public sealed class CollectiviteTests
{
    private static readonly Collectivite Feldkirch = Collectivite.Creer(
        "216800888", "Feldkirch", NatureJuridique.Commune, "68088", "68", "44",
        [
            new PopulationMillesime(2023, new DateOnly(2026, 1, 1), 1_002, 1_020),
            new PopulationMillesime(2018, new DateOnly(2021, 1, 1), 995, 1_015),
        ]);

    [Theory]
    [InlineData(2021, 1, 1, 2018)]
    [InlineData(2025, 12, 31, 2018)]
    [InlineData(2026, 1, 1, 2023)]
    [InlineData(2020, 12, 31, 2018)]
    public void Le_millésime_est_celui_en_vigueur_ce_jour_là(int annee, int mois, int jour, int millesime) =>
        Assert.Equal(millesime, Feldkirch.PopulationAu(new DateOnly(annee, mois, jour))!.Annee);

    [Fact]
    public void Sans_millésime_en_vigueur_le_plus_ancien_est_retenu_et_c_est_dit()
    {
        Assert.True(Feldkirch.Beneficiaire(new DateOnly(2020, 12, 31)).MillesimeAnticipe);
        Assert.False(Feldkirch.Beneficiaire(new DateOnly(2021, 1, 1)).MillesimeAnticipe);
    }

    [Fact]
    public void Le_bénéficiaire_porte_les_deux_chiffres()
    {
        var beneficiaire = Feldkirch.Beneficiaire(new DateOnly(2021, 8, 20));
        Assert.Equal(1_015, beneficiaire.Population(PopulationReference.Totale));
        Assert.Equal(995, beneficiaire.Population(PopulationReference.Municipale));
        Assert.True(beneficiaire.EstReel);
        Assert.Equal(1_020, Feldkirch.Taille);
    }

    [Fact]
    public void Sans_population_rien_n_est_inventé()
    {
        var inconnue = Collectivite.Creer("200066058", "CA", NatureJuridique.CA, null, "68", "44", []);
        Assert.Null(inconnue.PopulationAu(new DateOnly(2021, 8, 20)));
        Assert.Null(inconnue.Beneficiaire(new DateOnly(2021, 8, 20)).Population(PopulationReference.Totale));
        Assert.Equal(0, inconnue.Taille);
    }

    [Theory]
    [InlineData("35", "dans l'Ille-et-Vilaine", "Préfecture d'Ille-et-Vilaine")]
    [InlineData("22", "dans les Côtes-d'Armor", "Préfecture des Côtes-d'Armor")]
    [InlineData("68", "dans le Haut-Rhin", "Préfecture du Haut-Rhin")]
    [InlineData("57", "dans la Moselle", "Préfecture de la Moselle")]
    [InlineData("10", "dans l'Aube", "Préfecture de l'Aube")]
    [InlineData("75", "dans le département 75", "Préfecture du département 75")]
    public void Un_département_prend_son_article(string code, string dans, string prefecture)
    {
        Assert.Equal(dans, Lisible.De(Libelles.DansDepartement(code)));
        Assert.Equal(prefecture, Lisible.De(Libelles.Prefecture(code)));
    }

    [Fact]
    public void Chaque_nature_a_un_nom_et_un_article() => Assert.All(
        Enum.GetValues<NatureJuridique>(), n => Assert.Matches("^une? .+", Libelles.UneNature(n)));
}
