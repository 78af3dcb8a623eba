using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances.Regles;

public sealed class ARevoirAccompagneTests : RegleTests<ARevoirAccompagne>
{
    private static ImmutableArray<Constat> Pour(DecisionProposee decision, Reglement? reglement = null) =>
        Juger(reglement ?? UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision, null, decision);

    [Fact]
    public void Des_axes_et_un_référent_suffisent() => AucunConstat(Pour(UneSeance.ARevoir()));

    [Fact]
    public void Sans_axe_la_décision_est_refusée()
    {
        var constat = Assert.Single(Pour(UneSeance.ARevoir() with { Axes = [] }));
        Attendre(constat, Bloquant, champ: "axes");
        Assert.Equal("R66", constat.Regle);
        Attendre(Assert.Single(Pour(UneSeance.ARevoir() with { Axes = default })), Bloquant, champ: "axes");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Sans_référent_la_décision_est_refusée(string? referent) =>
        Attendre(Assert.Single(Pour(UneSeance.ARevoir() with { Referent = referent })), Bloquant, champ: "referent");

    [Fact]
    public void Les_deux_manques_sont_dits_ensemble() =>
        Assert.Equal(["axes", "referent"],
            Pour(UneSeance.ARevoir() with { Axes = [], Referent = null }).Select(c => c.Champ));

    [Fact]
    public void Un_accord_et_un_refus_n_en_ont_pas_besoin()
    {
        AucunConstat(Pour(UneSeance.Accord()));
        AucunConstat(Pour(UneSeance.Refus()));
    }

    [Fact]
    public void La_règle_bloque_dans_les_trois_dispositifs() => Assert.All(
        UnReglement.Tous, r => Attendre(Assert.Single(Pour(UneSeance.ARevoir() with { Axes = [] }, r)), Bloquant));
}
