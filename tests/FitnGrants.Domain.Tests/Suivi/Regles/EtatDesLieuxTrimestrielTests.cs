using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Regles;

namespace FitnGrants.Domain.Tests.Suivi.Regles;

public sealed class EtatDesLieuxTrimestrielTests : RegleTests<EtatDesLieuxTrimestriel>
{
    private static readonly DateOnly Echeance = new(2022, 2, 28);

    private static readonly EtatDesLieuxJuge Rendu = new()
    {
        Echeance = Echeance,
        JugeLe = Echeance,
        TransmisLe = Echeance,
        Avancement = "Le portail est en ligne.",
        DepensesPayees = new Euros(31_250m),
        Depense = new Euros(31_250m),
        CreditsConsommes = new Euros(25_000m),
        Entreprises = [],
    };

    private static ImmutableArray<Constat> Juger(EtatDesLieuxJuge? etat, Reglement? reglement = null) =>
        Juger(reglement ?? UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Suivi, etatDesLieux: etat);

    [Fact]
    public void Rendu_le_jour_dit_il_est_à_temps()
    {
        var constat = Assert.Single(Juger(Rendu));
        Attendre(constat, Conforme, "rendu avant le 28 février 2022.");
        Assert.Equal(("R77", Francais.Date(Echeance)), (constat.Regle, constat.Valeurs["echeance"]));
    }

    [Fact]
    public void Rendu_le_lendemain_il_est_en_retard()
    {
        const string retard = "État des lieux attendu le 28 février 2022 : il est en retard.";
        Attendre(Assert.Single(Juger(Rendu with { TransmisLe = Echeance.AddDays(1) })), Alerte, retard);
        Attendre(Assert.Single(Juger(Rendu with { TransmisLe = null, JugeLe = Echeance.AddDays(1) })), Alerte, retard);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Pas_encore_rendu_il_n_est_en_retard_qu_une_fois_le_jour_dit_passé(int jours) =>
        Attendre(
            Assert.Single(Juger(Rendu with { TransmisLe = null, JugeLe = Echeance.AddDays(jours) })),
            SansObjet,
            "État des lieux attendu le 28 février 2022."
        );

    [Fact]
    public void Rendu_en_retard_il_le_reste_quel_que_soit_le_jour_où_on_le_juge() =>
        Attendre(
            Assert.Single(Juger(Rendu with { TransmisLe = Echeance.AddDays(1), JugeLe = Echeance.AddYears(1) })),
            Alerte,
            "il est en retard"
        );

    [Theory]
    [InlineData(31_250.00, 1)]
    [InlineData(31_250.01, 2)]
    public void Payer_plus_que_le_coût_éligible_donne_une_alerte(double payees, int constats)
    {
        var dits = Juger(Rendu with { DepensesPayees = new Euros((decimal)payees) });
        Assert.Equal(constats, dits.Length);
        if (constats > 1)
            Attendre(
                dits[0],
                Alerte,
                "Dépenses payées (31 250,01 €) au-dessus du coût éligible (31 250,00 €) : les crédits consommés restent de 25 000,00 €.",
                "depensesPayees"
            );
    }

    [Fact]
    public void Sans_coût_connu_les_dépenses_ne_se_comparent_pas() =>
        Attendre(Assert.Single(Juger(Rendu with { Depense = null, DepensesPayees = new Euros(1_000_000m) })), Conforme);

    public static TheoryData<EtatDesLieuxJuge, string, string> Incomplets() =>
        new()
        {
            { Rendu with { Avancement = null }, "Dites ce qui a avancé, en une phrase au moins.", "avancement" },
            { Rendu with { Avancement = "  " }, "Dites ce qui a avancé, en une phrase au moins.", "avancement" },
            {
                Rendu with
                {
                    DepensesPayees = null,
                },
                "Indiquez les dépenses payées depuis le début ; 0 s'il n'y en a pas.",
                "depensesPayees"
            },
        };

    [Theory]
    [MemberData(nameof(Incomplets))]
    public void Incomplet_il_est_refusé_dans_le_Haut_Rhin_et_signalé_ailleurs(EtatDesLieuxJuge etat, string phrase, string champ)
    {
        Attendre(Juger(etat)[0], Bloquant, phrase, champ);
        Attendre(Juger(etat, UnReglement.Bretagne)[0], Alerte);
        Attendre(Juger(etat, UnReglement.GrandEst)[0], Alerte);
        Assert.Equal(2, Juger(etat).Length);
    }

    [Fact]
    public void Avant_l_accord_rien_n_est_dit()
    {
        AucunConstat(Juger((EtatDesLieuxJuge?)null));
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Depot, etatDesLieux: Rendu));
    }

    [Fact]
    public void Les_échéances_se_comptent_toutes_depuis_la_notification()
    {
        Assert.Equal(
            [new(2022, 2, 28), new(2022, 5, 30), new(2022, 8, 30), new(2022, 11, 30)],
            CalendrierDesEtats.Echeances(new DateOnly(2021, 11, 30)).Take(4)
        );
    }
}
