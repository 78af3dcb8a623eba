using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class SubventionDansLeCoutEligibleTests : RegleTests<SubventionDansLeCoutEligible>
{
    [Theory]
    [InlineData(1)]
    [InlineData(20_720_00)]
    [InlineData(40_000_00)]
    public void Tout_montant_jusqu_à_100_pour_cent_est_admis(int centimes) =>
        Attendre(EnBretagne(p => p.Finance(40_000m, centimes / 100m)), Conforme);

    [Fact]
    public void Un_centime_de_plus_que_le_coût_est_refusé()
    {
        var constat = EnBretagne(p => p.Finance(40_000m, 40_000.01m));
        Attendre(constat, Bloquant, "La subvention demandée dépasse le coût éligible du projet.", "montant");
        Assert.Equal(new Euros(40_000m), constat.Proposition);
        Assert.Equal("R17", constat.Regle);
        Attendre(DansLeGrandEst(p => p.Finance(40_000m, 40_000.01m), Moment.Simulation), Bloquant);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Zéro_ou_moins_est_refusé(decimal montant) =>
        Attendre(EnBretagne(p => p.Recevant(UnProjet.Fonds(montant))), Bloquant, "supérieure à zéro");

    [Fact]
    public void Un_montant_ou_un_coût_inconnu_est_à_vérifier_puis_refusé()
    {
        Attendre(EnBretagne(p => p with { Ressources = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { Ressources = null }), Bloquant);
        Attendre(EnBretagne(p => p with { Depenses = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { Depenses = null }), Bloquant);
    }

    [Fact]
    public void Un_coût_nul_ne_se_divise_pas() =>
        Attendre(EnBretagne(p => p.Depensant(UnProjet.Depense(0m)).Recevant(UnProjet.Fonds(1m))), SansObjet);

    [Fact]
    public void À_la_décision_c_est_le_montant_accordé_qui_est_jugé()
    {
        Attendre(Accorde(28_000m), Conforme);
        Attendre(Accorde(28_000.01m), Bloquant);
    }

    private static Constat Accorde(decimal montant) =>
        Assert.Single(Juger(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Decision, null, UneSeance.Accord(montant)));

    [Fact]
    public void La_réponse_dit_le_taux_et_sur_quoi_il_se_calcule()
    {
        var constat = EnBretagne(p => p.Finance(28_000m, 20_720m));
        Attendre(constat, Conforme, "74,00 % du coût éligible (20 720,00 € sur 28 000,00 €).", "montant");
        Assert.Equal(
            ("20 720,00 €", "28 000,00 €", "74,00 %"),
            (Lisible.De(constat.Valeurs["montant"]), Lisible.De(constat.Valeurs["assiette"]), Lisible.De(constat.Valeurs["taux"]))
        );
    }

    [Fact]
    public void Ce_qui_manque_au_calcul_se_demande_au_bon_endroit()
    {
        Attendre(EnBretagne(p => p with { Ressources = null }), Bloquant, "Indiquez le montant demandé au fonds.", "ressources");
        Attendre(EnBretagne(p => p with { Depenses = null }), Bloquant, "Indiquez les dépenses du projet : le taux en dépend.", "depenses");
        Attendre(
            EnBretagne(p => p.Recevant(UnProjet.Fonds(0m))),
            Bloquant,
            "La subvention demandée doit être supérieure à zéro.",
            "montant"
        );
    }
}
