using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Regles;

namespace FitnGrants.Domain.Tests.Suivi.Regles;

public sealed class VersementsPlafonnesTests : RegleTests<VersementsPlafonnes>
{
    [Theory]
    [InlineData(30, false, 80, 12, true)]
    [InlineData(31, false, 80, 12, false)]
    [InlineData(60, true, 80, 12, true)]
    [InlineData(61, true, 80, 12, false)]
    [InlineData(0, false, 80, 12, true)]
    [InlineData(-1, false, 80, 12, false)]
    [InlineData(30, false, 81, 48, false)]
    [InlineData(30, false, 90, 49, true)]
    [InlineData(30, false, 91, 49, false)]
    [InlineData(30, false, 29, 12, false)]
    [InlineData(30, false, 30, 12, true)]
    public void L_avance_et_les_acomptes_ont_leurs_plafonds(int avance, bool garantie, int acomptes, int mois, bool conforme)
    {
        var candidature = UneCandidature.Bretonne.Avec(p => p with { Indicateurs = p.Indicateurs! with { DureeMois = mois } });
        var constat = Assert.Single(
            Juger(
                UnReglement.Bretagne,
                candidature,
                Moment.Acte,
                acte: new ActeJuge(
                    TypeActe.Convention,
                    new Euros(20_720m),
                    new TermesDeLActe
                    {
                        AvancePct = avance,
                        Garantie = garantie,
                        AcomptesPct = acomptes,
                    },
                    null,
                    new DateOnly(2021, 7, 1)
                )
            )
        );
        Assert.Equal(conforme ? Conforme : Bloquant, constat.Resultat);
    }

    [Theory]
    [InlineData(2025, 6, 30, false)]
    [InlineData(2025, 7, 1, true)]
    public void Un_projet_est_long_par_le_calendrier_de_l_acte_et_non_par_celui_du_dépôt(int annee, int mois, int jour, bool conforme)
    {
        var candidature = UneCandidature.Bretonne.Avec(p =>
            p with
            {
                Indicateurs = p.Indicateurs! with { DureeMois = conforme ? 12 : 60 },
            }
        );
        var termes = new TermesDeLActe
        {
            DebutPrevu = new DateOnly(2021, 7, 1),
            AchevementPrevu = new DateOnly(annee, mois, jour),
            AcomptesPct = 90,
        };
        var acte = new ActeJuge(TypeActe.Convention, new Euros(20_720m), termes, null, new DateOnly(2021, 7, 1));
        var constat = Assert.Single(Juger(UnReglement.Bretagne, candidature, Moment.Acte, acte: acte));
        Assert.Equal(conforme ? Conforme : Bloquant, constat.Resultat);
    }

    [Fact]
    public void Un_règlement_qui_ne_dit_rien_a_les_nombres_de_la_loi()
    {
        var sans = UnReglement.Bretagne with { Regles = [] };
        Assert.Equal(new VersementsPlafonnes.Plafonds(30, 60, 80, 90, 48), VersementsPlafonnes.De(sans));
        Assert.Equal(
            (80, 80, 90),
            (
                VersementsPlafonnes.De(sans).Acomptes(null),
                VersementsPlafonnes.De(sans).Acomptes(48),
                VersementsPlafonnes.De(sans).Acomptes(49)
            )
        );
    }

    [Fact]
    public void Sans_acte_la_règle_ne_dit_rien() => AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Acte));
}
