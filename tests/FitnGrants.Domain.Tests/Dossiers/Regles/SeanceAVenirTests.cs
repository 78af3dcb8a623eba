using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class SeanceAVenirTests : RegleTests<SeanceAVenir>
{
    private static Constat A(DateTimeOffset instant) =>
        Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne with { Instant = instant }));

    [Fact]
    public void Le_dernier_jour_de_la_dernière_séance_est_admis() =>
        Attendre(A(Quand.Z("2022-01-24T22:59:59.999Z")), Conforme, "24 janvier 2022");

    [Fact]
    public void À_partir_du_25_janvier_2022_le_dépôt_est_refusé()
    {
        var constat = A(Quand.Z("2022-01-24T23:00:00Z"));
        Attendre(constat, Bloquant, "Aucune séance à venir");
        Assert.Equal("A11", constat.Regle);
    }

    [Fact]
    public void La_prochaine_séance_est_la_plus_proche_dont_l_ordre_du_jour_n_est_pas_arrêté()
    {
        Attendre(A(Quand.Le(2021, 6, 7, 23, 59)), Conforme, "7 juin 2021");
        Attendre(A(Quand.Le(2021, 6, 8, 0)), Conforme, "30 août 2021");
    }

    [Fact]
    public void Sans_séance_le_dépôt_est_refusé() =>
        Attendre(Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Depot, new Situation())), Bloquant);

    [Fact]
    public void Un_nouveau_dépôt_après_à_revoir_n_est_pas_testé() =>
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Depot, new Situation { PremierDepot = false }));

    [Fact]
    public void Le_Haut_Rhin_a_une_date_limite_et_pas_de_délai() => AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
}
