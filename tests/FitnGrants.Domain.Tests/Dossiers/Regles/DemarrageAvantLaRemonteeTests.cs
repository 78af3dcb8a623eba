using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class DemarrageAvantLaRemonteeTests : RegleTests<DemarrageAvantLaRemontee>
{
    private static Constat Le(DateOnly? debut, Moment moment = Moment.Depot) =>
        DansLeHautRhin(p => p with { DateDebutPrevue = debut }, moment);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 29)]
    [InlineData(9, 30)]
    public void Jusqu_au_30_septembre_2021_compris_le_projet_est_prêt_à_démarrer(int mois, int jour)
    {
        var constat = Le(new DateOnly(2021, mois, jour));
        Attendre(constat, Conforme, "prêt à démarrer", "dateDebutPrevue");
        Assert.Equal("R7", constat.Regle);
        Assert.Equal("30 septembre 2021", Lisible.De(constat.Valeurs["limite"]));
    }

    [Theory]
    [InlineData(2021, 10, 1)]
    [InlineData(9999, 12, 31)]
    public void Après_ce_n_est_qu_une_alerte(int annee, int mois, int jour) =>
        Attendre(
            Le(new DateOnly(annee, mois, jour)),
            Alerte,
            "Démarrage après le 30 septembre 2021 : le projet ne contribue pas à la remontée de consommation du 3e trimestre.",
            "dateDebutPrevue"
        );

    [Fact]
    public void Non_dit_il_est_à_vérifier_même_au_dépôt()
    {
        Attendre(Le(null), AVerifier, champ: "dateDebutPrevue");
        Attendre(Le(null, Moment.Simulation), AVerifier);
    }

    [Fact]
    public void Sans_limite_au_règlement_tout_démarrage_est_à_temps()
    {
        var reglement = UnReglement.HautRhin with
        {
            Regles = [.. UnReglement.HautRhin.Regles.Where(r => r.Code == "R7").Select(r => r with { Parametres = Parametres.Aucun })],
        };
        Attendre(
            Assert.Single(Juger(reglement, UneCandidature.HautRhinoise.Avec(p => p with { DateDebutPrevue = DateOnly.MaxValue }))),
            Conforme
        );
        Assert.Equal(2, reglement.Regles[0].Regle.Exemples(reglement.Regles[0], new Modele(UnReglement.HautRhin)).Count());
    }

    [Fact]
    public void La_Bretagne_et_le_Grand_Est_ne_l_ont_pas()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }
}
