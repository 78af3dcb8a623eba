using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class ContratDeRelanceTests : RegleTests<ContratDeRelance>
{
    [Theory]
    [InlineData("CRTE du Grand Ried", "inscrit dans CRTE du Grand Ried.")]
    [InlineData(null, "inscrit dans un CRTE.")]
    [InlineData(" ", "inscrit dans un CRTE.")]
    public void Inscrit_il_est_conforme(string? nom, string message)
    {
        var constat = DansLeHautRhin(p => p with { Crte = new Crte(nom, Inscrit: true) });
        Attendre(constat, Conforme, message);
        Assert.Equal("R75", constat.Regle);
    }

    [Theory]
    [InlineData(Moment.Simulation)]
    [InlineData(Moment.Depot)]
    [InlineData(Moment.Instruction)]
    public void Sans_CRTE_ce_n_est_qu_une_alerte(Moment moment) =>
        Attendre(
            DansLeHautRhin(p => p with { Crte = new Crte("CRTE du Grand Ried", Inscrit: false) }, moment),
            Alerte,
            "Le dossier reste recevable.",
            "crte.inscrit"
        );

    [Fact]
    public void Non_dit_il_est_à_vérifier_même_au_dépôt()
    {
        foreach (var moment in new[] { Moment.Simulation, Moment.Depot })
        {
            Attendre(DansLeHautRhin(p => p with { Crte = null }, moment), AVerifier, champ: "crte.inscrit");
            Attendre(DansLeHautRhin(p => p with { Crte = new Crte("CRTE", null) }, moment), AVerifier, champ: "crte.inscrit");
        }
    }

    [Fact]
    public void La_Bretagne_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
