using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
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
        Assert.Equal(["axes", "referent"], Pour(UneSeance.ARevoir() with { Axes = [], Referent = null }).Select(c => c.Champ));

    [Fact]
    public void Un_accord_et_un_refus_n_en_ont_pas_besoin()
    {
        AucunConstat(Pour(UneSeance.Accord()));
        AucunConstat(Pour(UneSeance.Refus()));
    }

    [Fact]
    public void La_règle_bloque_dans_les_trois_dispositifs() =>
        Assert.All(UnReglement.Tous, r => Attendre(Assert.Single(Pour(UneSeance.ARevoir() with { Axes = [] }, r)), Bloquant));

    private static Constat? A17(Situation situation, DecisionProposee? decision = null) =>
        Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision, situation, decision ?? UneSeance.ARevoir())
            .SingleOrDefault(c => c.Regle == "A17");

    [Theory]
    [InlineData(1, "déjà été mis à revoir 1 fois")]
    [InlineData(2, "déjà été mis à revoir 2 fois")]
    public void Un_second_à_revoir_est_compté_et_donne_l_alerte_A17(int fois, string message)
    {
        var constat = A17(new Situation { NombreARevoir = fois })!;
        Attendre(constat, Alerte, message);
        Assert.Equal("R66", constat.Activee);
        Assert.Null(A17(new Situation { NombreARevoir = 0 }));
    }

    [Fact]
    public void À_la_dernière_séance_l_à_revoir_se_confirme()
    {
        var derniere = Le(new DateOnly(2022, 2, 8));
        Attendre(A17(derniere)!, Bloquant, "Aucune séance ultérieure n'est prévue : confirmez", "sansSeanceUlterieure");
        Assert.Null(A17(derniere, UneSeance.ARevoir() with { SansSeanceUlterieure = true }));
    }

    [Fact]
    public void Avant_la_dernière_séance_rien_n_est_à_confirmer()
    {
        Assert.Null(A17(Le(new DateOnly(2022, 2, 7))));
        Assert.Null(A17(Le(new DateOnly(2022, 2, 8)) with { Seances = [] }));
        Assert.Null(A17(Le(new DateOnly(2022, 2, 8)) with { DateSeance = null }));
    }

    [Fact]
    public void Les_deux_se_disent_ensemble_mais_ni_pour_un_accord_ni_pour_un_refus()
    {
        var situation = Le(new DateOnly(2022, 2, 8)) with { NombreARevoir = 1 };
        Assert.Equal(
            [Alerte, Bloquant],
            Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Decision, situation, UneSeance.ARevoir())
                .Select(c => c.Resultat)
        );
        Assert.Null(A17(situation, UneSeance.Refus()));
        Assert.Null(A17(situation, UneSeance.Accord()));
    }

    private static Situation Le(DateOnly jour) =>
        new() { DateSeance = jour, Seances = [.. UnReglement.Bretagne.Seances.Select(s => s.Jour)] };
}
