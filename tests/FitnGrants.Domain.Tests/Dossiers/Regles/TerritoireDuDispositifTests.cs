using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class TerritoireDuDispositifTests : RegleTests<TerritoireDuDispositif>
{
    private static Beneficiaire Du(string departement) => UneCandidature.Commune(5_000, departement);

    [Theory]
    [InlineData("22")]
    [InlineData("29")]
    [InlineData("35")]
    [InlineData("56")]
    public void Les_quatre_départements_bretons_sont_admis(string departement) =>
        Attendre(Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(Du(departement)))), Conforme);

    [Theory]
    [InlineData("44")]
    [InlineData("53")]
    [InlineData("68")]
    public void Un_siège_hors_de_Bretagne_est_refusé(string departement)
    {
        var constat = Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(Du(departement))));
        Attendre(constat, Bloquant, "Ce dispositif est réservé aux collectivités dont le siège est dans les Côtes-d'Armor");
        Assert.Equal("R2", constat.Regle);
    }

    [Fact]
    public void Le_Haut_Rhin_n_admet_que_le_68()
    {
        Attendre(Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(Du("68")))), Conforme);
        Attendre(Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(Du("67")))), Bloquant, "le Haut-Rhin");
    }

    [Theory]
    [InlineData("08", true)]
    [InlineData("67", true)]
    [InlineData("88", true)]
    [InlineData("70", false)]
    public void Le_Grand_Est_compte_dix_départements(string departement, bool admis) =>
        Attendre(Assert.Single(Juger(UnReglement.GrandEst, UneCandidature.GrandEst.De(Du(departement)))), admis ? Conforme : Bloquant);

    [Fact]
    public void Un_membre_hors_du_territoire_donne_une_alerte_qui_le_nomme()
    {
        var constats = Juger(
            UnReglement.Bretagne,
            UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.LeGuerno, UneCandidature.Colmar)
        );
        Assert.Equal(2, constats.Length);
        Attendre(constats[0], Conforme);
        Attendre(constats[1], Alerte, "Colmar, membre du groupement", "membres[1].collectivite");
        Assert.Null(constats[0].Champ);
        Assert.Equal("A15", constats[1].Regle);
    }

    [Fact]
    public void Un_membre_d_un_autre_département_breton_est_admis_sans_mot() =>
        Attendre(
            Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.Vern, UneCandidature.LeGuerno))),
            Conforme
        );
}
