using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class DateLimiteDeDepotTests : RegleTests<DateLimiteDeDepot>
{
    private static Constat A(string instant, Moment moment = Moment.Depot) =>
        Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise with { Instant = Quand.Z(instant) }, moment));

    [Fact]
    public void À_23_h_59_et_999_millièmes_le_dépôt_est_admis() =>
        Attendre(A("2021-08-27T21:59:59.999Z"), Conforme, "27 août 2021, 23 h 59");

    [Theory]
    [InlineData("2021-08-27T22:00:00Z")]
    [InlineData("2021-08-28T00:00:00+02:00")]
    [InlineData("2021-09-30T10:00:00Z")]
    public void À_minuit_et_après_il_est_refusé(string instant)
    {
        var constat = A(instant);
        Attendre(constat, Bloquant, "La date limite de dépôt (27 août 2021, 23 h 59, heure de Paris) est dépassée.");
        Assert.Equal("R71", constat.Regle);
    }

    [Fact]
    public void La_dernière_tique_avant_minuit_est_admise() =>
        Attendre(
            Assert.Single(
                Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise with { Instant = Quand.Z("2021-08-27T22:00:00Z").AddTicks(-1) })
            ),
            Conforme
        );

    [Fact]
    public void Une_simulation_dit_combien_de_jours_il_reste() =>
        Attendre(A("2021-08-25T10:00:00Z", Moment.Simulation), Conforme, "il vous reste 2 jours");

    [Fact]
    public void Le_Grand_Est_a_la_même_limite() =>
        Assert.Equal(
            "R72",
            Attendre(
                Assert.Single(Juger(UnReglement.GrandEst, UneCandidature.GrandEst with { Instant = Quand.Le(2021, 8, 28, 0) })),
                Bloquant
            ).Regle
        );

    [Fact]
    public void Un_nouveau_dépôt_après_à_revoir_n_est_pas_testé() =>
        AucunConstat(
            Juger(
                UnReglement.HautRhin,
                UneCandidature.HautRhinoise with
                {
                    Instant = Quand.Le(2021, 9, 30),
                },
                Moment.Depot,
                new Situation { PremierDepot = false }
            )
        );

    [Fact]
    public void Sans_limite_il_n_y_a_rien_à_juger() =>
        Attendre(Assert.Single(Juger(UnReglement.HautRhin with { LimiteDepot = null }, UneCandidature.HautRhinoise)), SansObjet);
}
