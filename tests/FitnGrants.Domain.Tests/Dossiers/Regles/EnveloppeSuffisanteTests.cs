using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class EnveloppeSuffisanteTests : RegleTests<EnveloppeSuffisante>
{
    private static Constat Reste(decimal disponible, Moment moment, decimal montant = 20_720m) =>
        Assert.Single(
            Juger(
                UnReglement.Bretagne,
                UneCandidature.Bretonne.Avec(p => p.Finance(28_000m, montant)),
                moment,
                new Situation { Disponible = new Euros(disponible) },
                moment == Moment.Decision ? UneSeance.Accord(montant) : null
            )
        );

    [Fact]
    public void L_accord_qui_épuise_l_enveloppe_est_admis() => Attendre(Reste(7_500m, Moment.Decision, 7_500m), Conforme);

    [Fact]
    public void Un_centime_de_plus_est_refusé()
    {
        var constat = Reste(7_500m, Moment.Decision, 7_500.01m);
        Attendre(constat, Bloquant, "Enveloppe insuffisante : disponible 7 500,00 €, demandé 7 500,01 €.", "montant");
        Assert.Equal("R3", constat.Regle);
    }

    [Fact]
    public void Une_simulation_ne_donne_qu_une_alerte()
    {
        Attendre(Reste(7_500m, Moment.Simulation, 7_500m), Conforme);
        Attendre(Reste(7_500m, Moment.Simulation, 7_500.01m), Alerte);
    }

    [Theory]
    [InlineData(Moment.Depot)]
    [InlineData(Moment.Instruction)]
    public void Ni_le_dépôt_ni_l_instruction_ne_la_regardent(Moment moment) =>
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, moment));

    [Fact]
    public void Une_collectivité_fictive_ne_consomme_rien() =>
        Attendre(
            Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Commune(500)), Moment.Simulation)),
            SansObjet,
            "270 000,00 €"
        );

    [Fact]
    public void Chaque_dispositif_a_son_enveloppe() =>
        Assert.Equal(["R3", "R4", "R5"], UnReglement.Tous.Select(r => Assert.Single(r.Regles, a => a.Regle is EnveloppeSuffisante).Code));
}
