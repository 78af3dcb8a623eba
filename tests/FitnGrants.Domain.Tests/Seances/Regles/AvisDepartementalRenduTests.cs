using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances.Regles;

public sealed class AvisDepartementalRenduTests : RegleTests<AvisDepartementalRendu>
{
    private static Constat Rendus(params string[] departements) =>
        Assert.Single(
            Juger(UnReglement.GrandEst, UneCandidature.GrandEst, Moment.OrdreDuJour, new Situation { AvisRendus = [.. departements] })
        );

    [Fact]
    public void L_avis_de_la_préfecture_du_chef_de_file_suffit()
    {
        Assert.Equal("R70", Attendre(Rendus("68"), Conforme).Regle);
        Attendre(Rendus("67", "68"), Conforme);
    }

    [Fact]
    public void Sans_lui_le_dossier_n_entre_pas_à_l_ordre_du_jour()
    {
        var constat = Rendus();
        Attendre(constat, Bloquant, "L'avis de la préfecture de département est requis avant l'inscription à l'ordre du jour (volet 2).");
        Assert.Equal("68", constat.Valeurs["departement"]);
    }

    [Fact]
    public void L_avis_d_une_autre_préfecture_ne_le_remplace_pas() => Attendre(Rendus("67", "88"), Bloquant);

    [Theory]
    [InlineData(Moment.Simulation)]
    [InlineData(Moment.Depot)]
    [InlineData(Moment.Instruction)]
    [InlineData(Moment.Decision)]
    public void Il_n_est_regardé_qu_avant_l_ordre_du_jour(Moment moment) =>
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst, moment));

    [Fact]
    public void Le_volet_1_ne_le_demande_pas()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.OrdreDuJour));
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.OrdreDuJour));
    }
}
