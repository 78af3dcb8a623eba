using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class PerequationDesTaillesTests : RegleTests<PerequationDesTailles>
{
    private static Constat De(int? population, Moment moment = Moment.Depot) =>
        Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.Commune(population, "35")), moment));

    [Theory]
    [InlineData(1, "petite")]
    [InlineData(3_499, "petite")]
    [InlineData(3_500, "moyenne")]
    [InlineData(49_999, "moyenne")]
    [InlineData(50_000, "grande")]
    [InlineData(461_166, "grande")]
    public void La_taille_est_dite_et_ne_manque_à_personne(int population, string taille)
    {
        var constat = De(population);
        Attendre(constat, Conforme, $"{taille} collectivité");
        Assert.Equal(taille, constat.Valeurs["taille"]);
        Assert.Equal("R57", constat.Regle);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Une_population_inconnue_est_à_vérifier_même_au_dépôt(int? population)
    {
        Attendre(De(population), AVerifier, "Population inconnue");
        Attendre(De(population, Moment.Simulation), AVerifier);
    }

    [Fact]
    public void Seul_le_chef_de_file_compte() =>
        Assert.Equal(
            "grande",
            Assert
                .Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.RennesMetropole, UneCandidature.LeGuerno)))
                .Valeurs["taille"]
        );

    [Fact]
    public void Le_Haut_Rhin_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
