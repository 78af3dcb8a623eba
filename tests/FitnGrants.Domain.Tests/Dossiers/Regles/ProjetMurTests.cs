using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class ProjetMurTests : RegleTests<ProjetMur>
{
    private static Constat Avec(bool? devis, bool? deliberation, bool date, Moment moment = Moment.Depot) =>
        DansLeHautRhin(
            p => p with { Devis = devis, Deliberation = deliberation, DateDebutPrevue = date ? new DateOnly(2021, 10, 1) : null },
            moment
        );

    [Theory]
    [InlineData(true, true, true, "3/3", "3 signes sur 3 : devis, délibération et date de démarrage.")]
    [InlineData(true, false, true, "2/3", "2 signes sur 3 : devis et date de démarrage.")]
    [InlineData(false, true, false, "1/3", "1 signe sur 3 : délibération.")]
    [InlineData(true, null, false, "1/3", "1 signe sur 3 : devis.")]
    [InlineData(null, null, true, "1/3", "1 signe sur 3 : date de démarrage.")]
    public void Les_signes_se_comptent(bool? devis, bool? deliberation, bool date, string maturite, string message)
    {
        var constat = Avec(devis, deliberation, date);
        Attendre(constat, Conforme, message);
        Assert.Equal(("R29", maturite), (constat.Regle, constat.Valeurs["maturite"]));
    }

    [Theory]
    [InlineData(false, Moment.Simulation)]
    [InlineData(false, Moment.Depot)]
    public void Sans_aucun_signe_la_priorité_ne_joue_pas_et_rien_n_est_refusé(bool? dit, Moment moment)
    {
        var constat = Avec(dit, dit, date: false, moment);
        Attendre(constat, SansObjet, "cette priorité ne joue pas");
        Assert.Equal("0/3", constat.Valeurs["maturite"]);
    }

    [Theory]
    [InlineData(Moment.Simulation)]
    [InlineData(Moment.Depot)]
    public void Rien_n_étant_dit_c_est_à_vérifier(Moment moment) =>
        Attendre(Avec(null, null, date: false, moment), AVerifier, champ: "devis");

    [Fact]
    public void La_Bretagne_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
