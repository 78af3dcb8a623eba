using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances.Regles;

public sealed class AccordDansLaDemandeTests : RegleTests<AccordDansLaDemande>
{
    private static ImmutableArray<Constat> Pour(DecisionProposee decision) =>
        Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision, null, decision);

    [Fact]
    public void Le_montant_demandé_est_accordé() => Attendre(Assert.Single(Pour(UneSeance.Accord(20_720m))), Conforme);

    [Fact]
    public void Un_centime_de_plus_est_refusé()
    {
        var constat = Assert.Single(Pour(UneSeance.Accord(20_720.01m)));
        Attendre(constat, Bloquant, "dépasse le montant demandé (20 720,00 €)", "montant");
        Assert.Equal(new Euros(20_720m), constat.Proposition);
        Assert.Equal(("20 720,01 €", "20 720,00 €"), (Lisible.De(constat.Valeurs["accorde"]), Lisible.De(constat.Valeurs["demande"])));
        Assert.Equal("R65", constat.Regle);
    }

    [Fact]
    public void Moins_que_demandé_donne_l_alerte_A13()
    {
        var constat = Assert.Single(Pour(UneSeance.Accord(20_719.99m)));
        Attendre(constat, Alerte, "rééquilibrer");
        Assert.Equal("A13", constat.Regle);
        Attendre(Assert.Single(Pour(UneSeance.Accord(0.01m))), Alerte);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    public void Un_accord_sans_montant_positif_est_refusé(double? montant) =>
        Attendre(Assert.Single(Pour(UneSeance.Accord((decimal?)montant))), Bloquant, "supérieur à zéro", "montant");

    [Fact]
    public void Un_refus_et_un_à_revoir_n_ont_pas_de_montant()
    {
        AucunConstat(Pour(UneSeance.Refus()));
        AucunConstat(Pour(UneSeance.ARevoir()));
    }

    [Fact]
    public void La_règle_bloque_dans_les_trois_dispositifs() =>
        Assert.All(UnReglement.Tous, r =>
            Attendre(Assert.Single(Juger(r, UneCandidature.Bretonne, Moment.Decision, null, UneSeance.Accord(20_720.01m))), Bloquant)
        );
}
