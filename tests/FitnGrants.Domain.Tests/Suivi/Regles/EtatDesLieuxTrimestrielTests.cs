using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Regles;

namespace FitnGrants.Domain.Tests.Suivi.Regles;

public sealed class EtatDesLieuxTrimestrielTests : RegleTests<EtatDesLieuxTrimestriel>
{
    private static readonly DateOnly Echeance = new(2022, 2, 28);

    private static readonly EtatDesLieux Rendu = new()
    {
        Echeance = Echeance,
        JugeLe = Echeance,
        TransmisLe = Echeance,
        Avancement = "Le portail est en ligne.",
        CreditsConsommes = new Euros(25_000m),
        MontantAccorde = new Euros(25_000m),
        Entreprises = [],
    };

    private static ImmutableArray<Constat> Juger(EtatDesLieux? etat, Reglement? reglement = null) =>
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
    [InlineData(25_000.00, 1)]
    [InlineData(25_000.01, 2)]
    public void Consommer_plus_que_l_accord_donne_une_alerte(double consommes, int constats)
    {
        var dits = Juger(Rendu with { CreditsConsommes = new Euros((decimal)consommes) });
        Assert.Equal(constats, dits.Length);
        if (constats > 1)
            Attendre(dits[0], Alerte, "Crédits consommés (25 000,01 €) supérieurs au montant accordé (25 000,00 €).", "creditsConsommes");
    }

    [Fact]
    public void Sans_accord_connu_les_crédits_ne_se_comparent_pas() =>
        Attendre(Assert.Single(Juger(Rendu with { MontantAccorde = null, CreditsConsommes = new Euros(1_000_000m) })), Conforme);

    public static TheoryData<EtatDesLieux> Incomplets() =>
        [Rendu with { Avancement = null }, Rendu with { Avancement = "  " }, Rendu with { CreditsConsommes = null }];

    [Theory]
    [MemberData(nameof(Incomplets))]
    public void Incomplet_il_est_refusé_dans_le_Haut_Rhin_et_signalé_ailleurs(EtatDesLieux etat)
    {
        Attendre(Juger(etat)[0], Bloquant, "Dites l'avancement du projet et les crédits consommés.", "avancement");
        Attendre(Juger(etat, UnReglement.Bretagne)[0], Alerte);
        Attendre(Juger(etat, UnReglement.GrandEst)[0], Alerte);
        Assert.Equal(2, Juger(etat).Length);
    }

    [Fact]
    public void Avant_l_accord_rien_n_est_dit()
    {
        AucunConstat(Juger((EtatDesLieux?)null));
        AucunConstat(Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Depot, etatDesLieux: Rendu));
    }

    [Fact]
    public void Les_échéances_se_comptent_toutes_depuis_la_notification()
    {
        Assert.Equal(
            [new(2022, 2, 28), new(2022, 5, 30), new(2022, 8, 30), new(2022, 11, 30)],
            EtatDesLieux.Echeances(new DateOnly(2021, 11, 30), 4)
        );
        Assert.Empty(EtatDesLieux.Echeances(new DateOnly(2021, 11, 30), 0));
    }
}
