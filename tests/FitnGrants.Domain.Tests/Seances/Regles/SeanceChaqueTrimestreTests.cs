using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances.Regles;

public sealed class SeanceChaqueTrimestreTests : RegleTests<SeanceChaqueTrimestre>
{
    private static readonly ImmutableArray<DateOnly> Publiees = [new(2021, 6, 22), new(2021, 9, 14), new(2021, 10, 19), new(2022, 2, 8)];

    private static Constat Avec(ImmutableArray<DateOnly> jours) =>
        Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Simulation, new Situation { Seances = jours }));

    [Fact]
    public void Le_calendrier_publié_a_une_séance_par_trimestre() => Assert.Equal("R61", Attendre(Avec(Publiees), Conforme).Regle);

    [Fact]
    public void La_séance_avancée_du_4_novembre_au_19_octobre_reste_dans_son_trimestre() =>
        Attendre(Avec(Publiees.Replace(new DateOnly(2021, 10, 19), new DateOnly(2021, 11, 4))), Conforme);

    [Theory]
    [InlineData(0, "2e trimestre 2021")]
    [InlineData(1, "3e trimestre 2021")]
    [InlineData(2, "4e trimestre 2021")]
    [InlineData(3, "1er trimestre 2022")]
    public void Un_trimestre_sans_séance_donne_une_alerte_qui_le_nomme(int absente, string trimestre)
    {
        var constat = Avec(Publiees.RemoveAt(absente));
        Attendre(constat, Alerte, $"Aucune séance n'est planifiée : {trimestre}.");
        Assert.Equal(trimestre, constat.Valeurs["trimestres"]);
    }

    [Fact]
    public void Les_trimestres_vides_sont_dits_ensemble() =>
        Attendre(Avec([new DateOnly(2021, 6, 22)]), Alerte, "3e trimestre 2021, 4e trimestre 2021 et 1er trimestre 2022.");

    [Fact]
    public void Les_bornes_d_un_trimestre_sont_comprises()
    {
        Attendre(Avec([new(2021, 4, 1), new(2021, 9, 30), new(2021, 10, 1), new(2022, 3, 31)]), Conforme);
        Attendre(Avec([new(2021, 3, 31), .. Publiees.RemoveAt(0)]), Alerte, "2e trimestre 2021");
        Attendre(Avec([.. Publiees.RemoveAt(3), new(2022, 4, 1)]), Alerte, "1er trimestre 2022");
    }

    [Fact]
    public void Hors_de_la_période_rien_n_est_attendu()
    {
        Attendre(Entre("2021-05-20", "2021-07-01", new(2021, 4, 1), new(2021, 7, 1)), Conforme);
        Attendre(Entre("2021-05-20", "2021-07-01", new DateOnly(2021, 7, 1)), Alerte, "2e trimestre 2021.");
        Attendre(Entre("2021-05-20", "2021-07-01", new DateOnly(2021, 6, 30)), Alerte, "3e trimestre 2021.");
    }

    [Fact]
    public void La_fin_des_temps_ne_fait_pas_d_erreur()
    {
        Attendre(Entre("9998-10-01", "9999-12-31", new DateOnly(9998, 12, 31)), Conforme);
        Attendre(Entre("9998-10-01", "9999-12-31", new DateOnly(2021, 6, 22)), Alerte, "4e trimestre 9998.");
    }

    private static Constat Entre(string de, string a, params DateOnly[] jours)
    {
        var periode = new Parametres(ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("de", [de]).Add("a", [a]));
        var reglement = UnReglement.Bretagne with
        {
            Regles = [.. UnReglement.Bretagne.Regles.Where(r => r.Code == "R61").Select(r => r with { Parametres = periode })],
        };
        return Assert.Single(Juger(reglement, UneCandidature.Bretonne, Moment.Simulation, new Situation { Seances = [.. jours] }));
    }

    [Fact]
    public void Sans_séance_chaque_trimestre_manque()
    {
        Attendre(Avec([]), Alerte, "Aucune séance n'est planifiée");
        Attendre(Avec(default), Alerte);
    }

    [Fact]
    public void Le_Haut_Rhin_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Simulation));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst, Moment.Simulation));
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne));
    }
}
