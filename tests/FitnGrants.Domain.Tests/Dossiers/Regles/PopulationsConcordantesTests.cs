using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class PopulationsConcordantesTests : RegleTests<PopulationsConcordantes>
{
    private static ImmutableArray<Constat> Pour(int? totale, int? municipale) =>
        Juger(
            UnReglement.HautRhin,
            UneCandidature.HautRhinoise.De(UneCandidature.Corps("C", NatureJuridique.Commune, "68", totale, null, municipale))
        );

    [Fact]
    public void Feldkirch_tombe_dans_deux_tranches_selon_le_chiffre()
    {
        var constat = Assert.Single(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Feldkirch)));
        Attendre(constat, Alerte, "1 015 (retenu) et 995");
        Assert.Equal("A1", constat.Regle);
    }

    [Theory]
    [InlineData(1_000, 999)]
    [InlineData(80_000, 79_999)]
    [InlineData(100_000, 99_999)]
    public void Deux_chiffres_de_part_et_d_autre_d_une_borne_donnent_l_alerte(int totale, int municipale) =>
        Attendre(Assert.Single(Pour(totale, municipale)), Alerte);

    [Theory]
    [InlineData(999, 998)]
    [InlineData(1_001, 1_000)]
    [InlineData(99_999, 80_000)]
    [InlineData(110_174, 108_942)]
    public void Deux_chiffres_dans_la_même_tranche_ne_disent_rien(int totale, int municipale) => AucunConstat(Pour(totale, municipale));

    [Fact]
    public void Un_chiffre_inconnu_ne_dit_rien()
    {
        AucunConstat(Pour(null, 995));
        AucunConstat(
            Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Feldkirch with { PopulationMunicipale = null }))
        );
    }

    [Fact]
    public void Sans_tranches_les_deux_chiffres_ne_comptent_pas() =>
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.LeGuerno)));

    [Fact]
    public void Un_millésime_pas_encore_en_vigueur_donne_l_alerte() =>
        Attendre(
            Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne.De(UneCandidature.Vern with { MillesimeAnticipe = true }))),
            Alerte,
            "le plus ancien millésime connu, 2018, est retenu"
        );
}
