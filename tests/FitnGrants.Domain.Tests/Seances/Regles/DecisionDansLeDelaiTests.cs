using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances.Regles;

/// <summary>The dossier of the builders is received on 10 May 2021.</summary>
public sealed class DecisionDansLeDelaiTests : RegleTests<DecisionDansLeDelai>
{
    private static Constat Le(
        DateOnly seance,
        RegimeDepense? regime = RegimeDepense.Investissement,
        DateTimeOffset? reception = null,
        Reglement? reglement = null,
        DecisionProposee? decision = null
    ) =>
        Assert.Single(
            Juger(
                reglement ?? UnReglement.Bretagne,
                UneCandidature.Bretonne.Avec(p => p with { Regime = regime }),
                Moment.Decision,
                new Situation { DateSeance = seance, ReceptionLe = reception },
                decision ?? UneSeance.Accord()
            )
        );

    [Theory]
    [InlineData(RegimeDepense.Investissement, 2022, 1, 10)]
    [InlineData(RegimeDepense.Mixte, 2022, 1, 10)]
    [InlineData(null, 2022, 1, 10)]
    [InlineData(RegimeDepense.Fonctionnement, 2021, 7, 10)]
    public void Le_silence_dure_huit_mois_ou_deux_en_fonctionnement(RegimeDepense? regime, int annee, int mois, int jour)
    {
        var echeance = new DateOnly(annee, mois, jour);
        Attendre(Le(echeance, regime), Conforme, $"avant le {Lisible.De(Francais.Date(echeance))}.");
        var constat = Le(echeance.AddDays(1), regime);
        Attendre(constat, Alerte, $"Le silence vaut rejet depuis le {Lisible.De(Francais.Date(echeance))}");
        Assert.Equal(("A28", Francais.Date(echeance)), (constat.Regle, constat.Valeurs["echeance"]));
    }

    /// <summary>A prorogation gives the day: the months are not counted again.</summary>
    [Fact]
    public void Une_prorogation_repousse_le_jour()
    {
        var proroge = new DateOnly(2022, 4, 10);
        Constat Juge(DateOnly seance) =>
            Assert.Single(
                Juger(
                    UnReglement.Bretagne,
                    UneCandidature.Bretonne,
                    Moment.Decision,
                    new Situation { DateSeance = seance, RejetImpliciteLe = proroge },
                    UneSeance.Accord()
                )
            );
        Attendre(Juge(proroge), Conforme);
        Attendre(Juge(proroge.AddDays(1)), Alerte, "Le silence vaut rejet depuis le 10 avril 2022");
    }

    [Fact]
    public void La_réception_l_emporte_sur_l_instant_de_la_décision()
    {
        var reception = Quand.Z("2021-08-27T21:59:59.999Z");
        Attendre(Le(new DateOnly(2022, 4, 27), reception: reception), Conforme);
        Attendre(Le(new DateOnly(2022, 4, 28), reception: reception), Alerte, "27 avril 2022");
    }

    [Fact]
    public void Une_décision_expresse_reste_possible_dans_les_trois_dispositifs()
    {
        foreach (var reglement in UnReglement.Tous)
        foreach (var decision in new[] { UneSeance.Accord(), UneSeance.ARevoir(), UneSeance.Refus() })
            Attendre(Le(new DateOnly(2022, 2, 8), reglement: reglement, decision: decision), Alerte, "dites-le au porteur");
    }

    [Fact]
    public void Sans_décision_ou_sans_séance_rien_n_est_dit()
    {
        var tard = new Situation { DateSeance = new DateOnly(2022, 2, 8) };
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision, tard));
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision, new Situation(), UneSeance.Accord()));
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Depot, tard, UneSeance.Accord()));
    }
}
