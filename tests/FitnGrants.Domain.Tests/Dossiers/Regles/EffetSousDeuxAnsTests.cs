using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class EffetSousDeuxAnsTests : RegleTests<EffetSousDeuxAns>
{
    private static Constat Effet(DateOnly? effet, DateTimeOffset depot, DateOnly? seance = null, Moment moment = Moment.Depot) =>
        Assert.Single(
            Juger(
                UnReglement.Bretagne,
                UneCandidature.Bretonne.Avec(p => p with { DateEffetConcret = effet }) with
                {
                    Instant = depot,
                },
                moment,
                new Situation { DateSeance = seance }
            )
        );

    [Fact]
    public void Deux_ans_jour_pour_jour_après_le_dépôt_sont_admis()
    {
        var depot = Quand.Le(2021, 5, 10, 23, 59);
        Attendre(Effet(new DateOnly(2023, 5, 10), depot), Conforme);
        Attendre(
            Effet(new DateOnly(2023, 5, 11), depot),
            Bloquant,
            "Le projet doit produire un effet concret dans les deux ans (au plus tard le 10 mai 2023).",
            "dateEffetConcret"
        );
    }

    [Fact]
    public void La_date_de_la_séance_remplace_celle_du_dépôt()
    {
        var seance = new DateOnly(2022, 2, 8);
        Attendre(Effet(new DateOnly(2024, 2, 8), Quand.Le(2021, 5, 10), seance, Moment.Decision), Conforme);
        Attendre(Effet(new DateOnly(2024, 2, 9), Quand.Le(2021, 5, 10), seance, Moment.Decision), Bloquant);
    }

    [Fact]
    public void Le_29_février_devient_le_28()
    {
        var seance = new DateOnly(2024, 2, 29);
        Attendre(Effet(new DateOnly(2026, 2, 28), Quand.Le(2021, 5, 10), seance), Conforme);
        Attendre(Effet(new DateOnly(2026, 3, 1), Quand.Le(2021, 5, 10), seance), Bloquant);
    }

    [Fact]
    public void Non_dite_elle_est_à_vérifier_puis_refusée()
    {
        Attendre(Effet(null, Quand.Le(2021, 5, 10), moment: Moment.Simulation), AVerifier);
        Attendre(Effet(null, Quand.Le(2021, 5, 10)), Bloquant);
    }

    [Fact]
    public void La_règle_bloque_dans_les_trois_dispositifs()
    {
        Attendre(DansLeHautRhin(p => p with { DateEffetConcret = new DateOnly(2023, 5, 11) }), Bloquant);
        Attendre(DansLeGrandEst(p => p with { DateEffetConcret = new DateOnly(2023, 5, 11) }), Bloquant);
    }

    [Fact]
    public void La_fin_des_temps_ne_fait_pas_d_erreur() =>
        Attendre(Effet(DateOnly.MaxValue, Quand.Le(2021, 5, 10), DateOnly.MaxValue), Conforme);
}
