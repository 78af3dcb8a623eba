using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class QpvBeneficiairesTests : RegleTests<QpvBeneficiaires>
{
    private const string Manque =
        "Groupement animé par une collectivité de taille conséquente : "
        + "les QPV devraient être bénéficiaires et lieu d'expérimentation.";

    private static Constat Menee(int? population, Qpv? qpv, Moment moment = Moment.Depot) =>
        Assert.Single(
            Juger(
                UnReglement.Bretagne,
                UneCandidature
                    .Bretonne.De(UneCandidature.Commune(population, "35"), UneCandidature.LeGuerno)
                    .Avec(p => p with { Qpv = qpv }),
                moment
            )
        );

    [Fact]
    public void À_partir_de_50_000_habitants_les_QPV_sont_attendus()
    {
        var aucun = new Qpv(Beneficiaire: false, Experimentation: false, null);
        Attendre(Menee(49_999, aucun), SansObjet, "n'est pas de taille conséquente");
        var constat = Menee(50_000, aucun);
        Attendre(constat, Alerte, Manque, "qpv.beneficiaire");
        Assert.Equal(
            ("R49", "50 000", "50 000"),
            (constat.Regle, Lisible.De(constat.Valeurs["population"]), Lisible.De(constat.Valeurs["seuil"]))
        );
    }

    [Theory]
    [InlineData(true, true, Conforme, null)]
    [InlineData(true, false, Alerte, "qpv.experimentation")]
    [InlineData(false, true, Alerte, "qpv.beneficiaire")]
    [InlineData(false, false, Alerte, "qpv.beneficiaire")]
    public void Les_deux_sont_attendus(bool beneficiaire, bool experimentation, ResultatConstat resultat, string? champ)
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot, Moment.Instruction })
        {
            var constat = Menee(221_898, new Qpv(beneficiaire, experimentation, "QP035001"), moment);
            Attendre(constat, resultat);
            Assert.Equal(champ, constat.Champ);
        }
    }

    [Fact]
    public void Non_dits_ils_sont_à_vérifier_même_au_dépôt()
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot })
        {
            Attendre(Menee(50_000, null, moment), AVerifier, Manque, "qpv.beneficiaire");
            Attendre(Menee(50_000, new Qpv(null, null, null), moment), AVerifier, Manque, "qpv.beneficiaire");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Une_population_inconnue_est_à_vérifier(int? population) =>
        Attendre(Menee(population, null), AVerifier, "Population du chef de file inconnue");

    [Fact]
    public void Un_dossier_individuel_n_est_pas_regardé() =>
        Attendre(
            Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.RennesMetropole))),
            SansObjet,
            "individuel"
        );

    [Fact]
    public void La_taille_d_un_membre_ne_compte_pas() =>
        Attendre(
            Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.LeGuerno, UneCandidature.RennesMetropole))),
            SansObjet
        );

    [Fact]
    public void Le_Haut_Rhin_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }

    [Theory]
    [InlineData(null, true, AVerifier, "qpv.beneficiaire")]
    [InlineData(null, false, Alerte, "qpv.beneficiaire")]
    [InlineData(true, null, AVerifier, "qpv.experimentation")]
    [InlineData(false, null, Alerte, "qpv.beneficiaire")]
    public void Dit_à_moitié_ce_qui_manque_reste_à_vérifier_sauf_s_il_est_déjà_dit_non(
        bool? beneficiaire,
        bool? experimentation,
        ResultatConstat resultat,
        string champ
    ) => Attendre(Menee(50_000, new Qpv(beneficiaire, experimentation, null)), resultat, Manque, champ);

    [Fact]
    public void La_taille_conséquente_est_celle_du_règlement()
    {
        var reglement = UnReglement.Bretagne.Reglant("R49", "seuil", 10_000);
        ResultatConstat Pour(int population) =>
            Assert
                .Single(Juger(reglement, UneCandidature.Bretonne.De(UneCandidature.Commune(population, "35"), UneCandidature.LeGuerno)))
                .Resultat;
        Assert.Equal((SansObjet, AVerifier), (Pour(9_999), Pour(10_000)));
    }
}
