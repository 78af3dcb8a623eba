using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

/// <summary>The porteur is Vern-sur-Seiche: its accord counts for the Ille-et-Vilaine.</summary>
public sealed class RepartitionTerritorialeTests : RegleTests<RepartitionTerritoriale>
{
    private static ImmutableArray<Constat> Apres(DecisionProposee? decision, params string[] dotes) =>
        Juger(
            UnReglement.Bretagne,
            UneCandidature.Bretonne,
            Moment.Decision,
            Quand.Situation(UnReglement.Bretagne) with
            {
                LaureatsParDepartement = dotes.ToImmutableDictionary(d => d, _ => 1, StringComparer.Ordinal),
            },
            decision
        );

    [Fact]
    public void Chaque_département_a_un_lauréat() =>
        Assert.Equal("R55", Attendre(Assert.Single(Apres(UneSeance.Accord(), "22", "29", "56")), Conforme).Regle);

    [Fact]
    public void Un_département_sans_lauréat_donne_une_alerte_jamais_un_quota()
    {
        var constat = Assert.Single(Apres(UneSeance.Accord(), "22", "29"));
        Attendre(constat, Alerte, "aucun lauréat dans le Morbihan. Ce n'est pas un quota.");
        Assert.Equal("le Morbihan", constat.Valeurs["sans"]);
        Attendre(Assert.Single(Apres(UneSeance.Accord())), Alerte, "dans les Côtes-d'Armor, le Finistère et le Morbihan.");
    }

    [Fact]
    public void Zéro_lauréat_compté_n_en_est_pas_un() =>
        Attendre(
            Assert.Single(
                Juger(
                    UnReglement.Bretagne,
                    UneCandidature.Bretonne,
                    Moment.Decision,
                    Quand.Situation(UnReglement.Bretagne) with
                    {
                        LaureatsParDepartement = ImmutableDictionary<string, int>.Empty.Add("22", 3).Add("29", 0).Add("56", 1),
                    },
                    UneSeance.Accord()
                )
            ),
            Alerte,
            "dans le Finistère."
        );

    [Fact]
    public void Seul_un_accord_est_regardé()
    {
        AucunConstat(Apres(UneSeance.Refus()));
        AucunConstat(Apres(UneSeance.ARevoir()));
        AucunConstat(Apres(null));
    }

    [Fact]
    public void Sans_décompte_chargé_rien_n_est_dit() =>
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision, null, UneSeance.Accord()));

    [Fact]
    public void Le_Haut_Rhin_et_le_Grand_Est_ne_l_ont_pas() =>
        Assert.All(new[] { UnReglement.HautRhin, UnReglement.GrandEst }, r =>
            AucunConstat(
                Juger(
                    r,
                    UneCandidature.HautRhinoise,
                    Moment.Decision,
                    Quand.Situation(r) with
                    {
                        LaureatsParDepartement = ImmutableDictionary<string, int>.Empty,
                    },
                    UneSeance.Accord(16_000m)
                )
            )
        );
}
