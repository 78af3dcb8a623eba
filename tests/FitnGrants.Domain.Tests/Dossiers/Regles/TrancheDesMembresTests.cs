using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class TrancheDesMembresTests : RegleTests<TrancheDesMembres>
{
    private static ImmutableArray<Constat> Groupement(int chef, params int?[] membres) =>
        Juger(
            UnReglement.HautRhin,
            UneCandidature.HautRhinoise.De(UneCandidature.Commune(chef), [.. membres.Select(m => UneCandidature.Commune(m))])
        );

    [Fact]
    public void Un_membre_d_une_tranche_moins_favorable_donne_une_alerte_qui_le_nomme()
    {
        var constat = Assert.Single(Groupement(999, 1_000));
        Attendre(
            constat,
            Alerte,
            "à elle seule, la collectivité Commune-Test relèverait d'une tranche moins favorable (1 000 à 79 999 habitants, 80 % au plus)."
        );
        Assert.Equal("A16", constat.Regle);
        Attendre(Assert.Single(Groupement(79_999, 80_000)), Alerte, "20 % au plus");
    }

    [Fact]
    public void Un_membre_de_la_même_tranche_ou_d_une_plus_favorable_ne_dit_rien()
    {
        AucunConstat(Groupement(1_000, 79_999, 999));
        AucunConstat(Groupement(80_000, 500));
    }

    [Fact]
    public void Un_membre_sans_tranche_ou_de_population_inconnue_ne_dit_rien() => AucunConstat(Groupement(999, 100_000, null, 0));

    [Fact]
    public void Un_dossier_individuel_ne_dit_rien() => AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise));
}
