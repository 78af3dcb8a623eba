using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dispositifs;

public sealed class ReglementTests
{
    [Theory]
    [InlineData("2021-02-28T22:59:59.999Z", StatutDispositif.EnPreparation)]
    [InlineData("2021-02-28T23:00:00Z", StatutDispositif.Ouvert)]
    [InlineData("2021-08-27T21:59:59.999Z", StatutDispositif.Ouvert)]
    [InlineData("2021-08-27T22:00:00Z", StatutDispositif.Clos)]
    [InlineData("2030-01-01T00:00:00Z", StatutDispositif.Clos)]
    public void Le_Haut_Rhin_ferme_après_sa_limite(string instant, StatutDispositif statut) =>
        Assert.Equal(statut, UnReglement.HautRhin.Statut(Quand.Z(instant)));

    [Theory]
    [InlineData("2021-02-28T22:59:59.999Z", StatutDispositif.EnPreparation)]
    [InlineData("2022-03-31T21:59:59.999Z", StatutDispositif.Ouvert)]
    [InlineData("2022-03-31T22:00:00Z", StatutDispositif.Archive)]
    public void La_Bretagne_passe_d_ouverte_à_archivée(string instant, StatutDispositif statut) =>
        Assert.Equal(statut, UnReglement.Bretagne.Statut(Quand.Z(instant)));

    [Fact]
    public void L_archive_l_emporte_sur_la_clôture()
    {
        var reglement = UnReglement.HautRhin with { ArchiveLe = new DateOnly(2021, 12, 1) };
        Assert.Equal(StatutDispositif.Clos, reglement.Statut(Quand.Le(2021, 11, 30, 23, 59)));
        Assert.Equal(StatutDispositif.Archive, reglement.Statut(Quand.Le(2021, 12, 1, 0)));
    }

    [Theory]
    [InlineData(1, "R20")]
    [InlineData(999, "R20")]
    [InlineData(1_000, "R21")]
    [InlineData(79_999, "R21")]
    [InlineData(80_000, "R22")]
    [InlineData(99_999, "R22")]
    [InlineData(100_000, null)]
    [InlineData(null, null)]
    public void Chaque_population_a_sa_tranche(int? population, string? code) =>
        Assert.Equal(code, UnReglement.HautRhin.TranchePour(population)?.Code);

    [Fact]
    public void Une_tranche_sans_borne_supérieure_n_a_pas_de_fin()
    {
        var tranche = new Tranche("R99", 500, null, null, new Taux(50));
        Assert.False(tranche.Contient(499));
        Assert.True(tranche.Contient(500));
        Assert.True(tranche.Contient(int.MaxValue));
        Assert.Equal("à partir de 500 habitants", Lisible.De(tranche.Libelle));
    }

    [Fact]
    public void Une_tranche_se_lit() =>
        Assert.Equal(
            ["moins de 1 000 habitants", "1 000 à 79 999 habitants", "80 000 à 99 999 habitants"],
            UnReglement.HautRhin.Tranches.Select(t => Lisible.De(t.Libelle))
        );

    [Fact]
    public void Le_service_est_la_préfecture_sauf_au_volet_2()
    {
        Assert.Equal("Préfecture d'Ille-et-Vilaine", Lisible.De(UnReglement.Bretagne.Service("35")));
        Assert.Equal("Préfecture du Haut-Rhin", Lisible.De(UnReglement.HautRhin.Service("68")));
        Assert.Equal("Préfecture de la région Grand Est", UnReglement.GrandEst.Service("68"));
    }

    [Fact]
    public void Un_règlement_sait_quelles_règles_il_applique()
    {
        Assert.True(UnReglement.GrandEst.Applique<AppuiDUnLaboratoire>());
        Assert.False(UnReglement.Bretagne.Applique<AppuiDUnLaboratoire>());
    }

    [Fact]
    public void Un_paramètre_absent_a_sa_valeur_par_défaut()
    {
        Assert.Equal(7, Parametres.Aucun.Entier("n", 7));
        Assert.Equal("t", Parametres.Aucun.Texte("n", "t"));
        Assert.Empty(Parametres.Aucun.Liste("n"));
    }

    [Fact]
    public void Une_instance_se_dit_avec_son_article()
    {
        var communaute = UnReglement.Bretagne.Instance;
        Assert.Equal(
            ("La communauté interdépartementale de sélection", "À la communauté interdépartementale de sélection"),
            (communaute.Le, communaute.Au)
        );
        var comite = UnReglement.HautRhin.Instance;
        Assert.Equal(("Le comité de pilotage régional", "Au comité de pilotage régional"), (comite.Le, comite.Au));
    }
}
