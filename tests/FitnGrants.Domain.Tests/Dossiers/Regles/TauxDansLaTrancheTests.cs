using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class TauxDansLaTrancheTests : RegleTests<TauxDansLaTranche>
{
    private static Constat Pour(int population, decimal cout, decimal montant, Moment moment = Moment.Depot) =>
        Assert.Single(Juger(UnReglement.HautRhin, Candidature(population, p => p.Finance(cout, montant)), moment), c =>
            c.Resultat != SansObjet
        );

    private static Candidature Candidature(int? population, Func<Projet, Projet> change) =>
        UneCandidature.HautRhinoise.De(UneCandidature.Commune(population)).Avec(change);

    [Theory]
    [InlineData(1, "R20", 4_000_00, 20_000_00)]
    [InlineData(999, "R20", 4_000_00, 20_000_00)]
    [InlineData(1_000, "R21", 4_000_00, 16_000_00)]
    [InlineData(79_999, "R21", 4_000_00, 16_000_00)]
    [InlineData(80_000, "R22", 1, 4_000_00)]
    [InlineData(99_999, "R22", 1, 4_000_00)]
    public void Chaque_tranche_a_son_minimum_et_son_maximum_au_centime(int population, string code, int centimesMin, int centimesMax)
    {
        var (min, max) = (centimesMin / 100m, centimesMax / 100m);
        Assert.Equal(code, Attendre(Pour(population, 20_000m, min), Conforme).Regle);
        Attendre(Pour(population, 20_000m, max), Conforme);
        var dessous = Pour(population, 20_000m, min - 0.01m);
        Attendre(dessous, Bloquant, min > 0.01m ? "inférieur au minimum de 20 %" : "supérieure à zéro", "montant");
        var dessus = Pour(population, 20_000m, max + 0.01m);
        Attendre(dessus, Bloquant, "supérieur au maximum de", "montant");
        Assert.Equal(new Euros(max), dessus.Proposition);
    }

    [Fact]
    public void Le_message_dit_le_taux_la_tranche_et_la_population() =>
        Attendre(
            Pour(1_000, 20_000m, 16_000.01m),
            Bloquant,
            "Taux demandé 80,0001 % : supérieur au maximum de 80 % prévu pour votre tranche (1 000 habitants)."
        );

    [Theory]
    [InlineData(1_000, 50_000, 9_999.99, "Taux demandé 19,99998 % : inférieur au minimum de 20 %")]
    [InlineData(999, 20_000, 20_000.01, "Taux demandé 100,0001 % : supérieur au maximum de 100 %")]
    [InlineData(1_000, 20_000, 3_000, "Taux demandé 15,00 % : inférieur au minimum de 20 %")]
    [InlineData(1_000, 500_000_000, 99_999_999.99, "Taux demandé un peu moins de 20 % : inférieur au minimum de 20 %")]
    [InlineData(999, 999_999_999.98, 999_999_999.99, "Taux demandé un peu plus de 100 % : supérieur au maximum de 100 %")]
    public void Un_taux_refusé_ne_se_lit_jamais_égal_à_sa_borne(int population, double cout, double montant, string phrase)
    {
        var constat = Pour(population, (decimal)cout, (decimal)montant);
        Attendre(constat, Bloquant, phrase, "montant");
        Assert.DoesNotContain($" {constat.Valeurs["taux"]} : ", "Taux 20,00 % : 80,00 % : 100,00 % : ", StringComparison.Ordinal);
    }

    [Fact]
    public void Un_taux_égal_à_sa_borne_se_lit_tel_quel() =>
        Attendre(Pour(1_000, 20_000m, 16_000m), Conforme, "80,00 %, entre 20 et 80 %.");

    [Fact]
    public void Colmar_demande_au_moins_20_pour_cent()
    {
        Attendre(Pour(69_774, 50_000m, 10_000m), Conforme);
        var constat = Pour(69_774, 50_000m, 9_999.99m);
        Attendre(constat, Bloquant, "inférieur au minimum de 20 % prévu pour votre tranche de population.");
        Assert.Equal(new Euros(10_000m), constat.Proposition);
    }

    [Fact]
    public void Une_commune_de_79_999_habitants_va_jusqu_à_80_pour_cent() => Attendre(Pour(79_999, 100_000m, 80_000m), Conforme);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(100_000)]
    public void Sans_population_admise_aucune_tranche_ne_juge(int? population)
    {
        var constats = Juger(UnReglement.HautRhin, Candidature(population, p => p));
        Assert.Equal(3, constats.Length);
        Assert.All(constats, c => Assert.Equal(SansObjet, c.Resultat));
    }

    [Fact]
    public void Un_syndicat_n_a_pas_de_taux() =>
        Assert.All(
            Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Corps("S", NatureJuridique.SIVU, "68", 500))),
            c => Assert.Equal(SansObjet, c.Resultat)
        );

    [Fact]
    public void Un_montant_ou_un_coût_inconnu_est_à_vérifier_puis_refusé()
    {
        foreach (var sans in new Func<Projet, Projet>[] { p => p with { Ressources = null }, p => p with { Depenses = null } })
        {
            Attendre(Juger(UnReglement.HautRhin, Candidature(999, sans), Moment.Simulation)[0], AVerifier);
            Attendre(Juger(UnReglement.HautRhin, Candidature(999, sans))[0], Bloquant);
        }
    }

    [Fact]
    public void Un_coût_nul_ne_se_divise_pas() =>
        Assert.All(Juger(UnReglement.HautRhin, Candidature(999, p => p.Depensant(UnProjet.Depense(0m)))), c =>
            Assert.Equal(SansObjet, c.Resultat)
        );

    [Fact]
    public void La_tranche_du_groupement_est_celle_de_son_chef_de_file()
    {
        var candidature = UneCandidature
            .HautRhinoise.De(UneCandidature.Commune(999), UneCandidature.Commune(90_000))
            .Avec(p => p.Finance(20_000m, 20_000m));
        Attendre(Juger(UnReglement.HautRhin, candidature)[0], Conforme);
    }

    [Theory]
    [InlineData(16_000_00, true)]
    [InlineData(4_000_00, true)]
    [InlineData(3_999_99, false)]
    [InlineData(16_000_01, false)]
    public void À_la_décision_le_montant_accordé_respecte_les_deux_bornes(int centimes, bool admis)
    {
        var constat = Assert.Single(
            Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Decision, null, UneSeance.Accord(centimes / 100m)),
            c => c.Regle == "R21"
        );
        Attendre(constat, admis ? Conforme : Bloquant, admis ? null : "Taux accordé");
    }

    [Fact]
    public void La_Bretagne_et_le_Grand_Est_n_ont_pas_de_tranches()
    {
        AucunConstat(Juger(UnReglement.Bretagne, UneCandidature.Bretonne));
        AucunConstat(Juger(UnReglement.GrandEst, UneCandidature.GrandEst));
    }

    [Fact]
    public void La_réponse_dit_la_population_le_taux_et_les_deux_bornes()
    {
        var constat = Pour(1_100, 20_000m, 16_000m);
        Attendre(constat, Conforme, "80,00 %, entre 20 et 80 %.", "montant");
        Assert.Equal(
            ("1 100", "80,00 %", "4 000,00 €", "16 000,00 €"),
            (Valeur("population"), Valeur("taux"), Valeur("plancher"), Valeur("plafond"))
        );

        string Valeur(string nom) => Lisible.De(constat.Valeurs[nom]);
    }

    [Fact]
    public void Ce_qui_manque_au_calcul_se_demande_au_bon_endroit()
    {
        Attendre(
            Juger(UnReglement.HautRhin, Candidature(999, p => p with { Ressources = null }))[0],
            Bloquant,
            "Indiquez le montant demandé au fonds.",
            "ressources"
        );
        Attendre(
            Juger(UnReglement.HautRhin, Candidature(999, p => p with { Depenses = null }))[0],
            Bloquant,
            "Indiquez les dépenses du projet : le taux en dépend.",
            "depenses"
        );
    }

    [Fact]
    public void Une_règle_de_taux_dont_la_tranche_n_existe_pas_ne_juge_rien()
    {
        var sansTranches = UnReglement.HautRhin with { Tranches = [] };
        var activees = sansTranches.Regles.Where(r => r.Regle is TauxDansLaTranche).ToList();
        var examen = Examen.Faire(sansTranches, UneCandidature.HautRhinoise, Quand.Situation(sansTranches), Moment.Depot);
        Assert.Equal(3, activees.Count);
        Assert.All(activees.SelectMany(r => r.Regle.Examiner(r, examen)), c => Assert.Equal(SansObjet, c.Resultat));
    }
}
