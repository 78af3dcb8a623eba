using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests;

/// <summary>
/// The acceptance scenarios that the domain alone can prove, by their number. Told elsewhere: 8 in EurosTests, 13 in
/// ExamenTests, 11, 17 and 21 in DossierTests, 16 in SirenTests, 39 and 41 in SeanceTests.
/// </summary>
public sealed partial class ScenariosTests
{
    private static IReadOnlyList<Constat> Refus(Reglement reglement, Candidature candidature, Situation? situation = null) =>
        [.. Constats(reglement, candidature, situation).Where(c => c.EstBloquant)];

    private static IReadOnlyList<Constat> Alertes(Reglement reglement, Candidature candidature, Situation? situation = null) =>
        [.. Constats(reglement, candidature, situation).Where(c => c.Resultat == ResultatConstat.Alerte)];

    private static IReadOnlyList<Constat> Constats(Reglement reglement, Candidature candidature, Situation? situation = null) =>
        Examen.Faire(reglement, candidature, situation ?? Quand.Situation(reglement), Moment.Depot).Constats;

    private static void RefuseParUne(IReadOnlyList<Constat> refus, string regle, string texte)
    {
        var constat = Assert.Single(refus);
        Assert.Equal(regle, constat.Regle);
        Assert.Contains(texte, Lisible.De(constat.Message), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Constat> HautRhin(int? population, decimal assiette, decimal demande) =>
        Refus(
            UnReglement.HautRhin,
            UneCandidature.HautRhinoise.De(UneCandidature.Commune(population)).Avec(p => p.Finance(assiette, demande))
        );

    [Fact]
    public void S01_Une_commune_de_999_habitants_demande_tout_et_pas_un_centime_de_plus()
    {
        Assert.Empty(HautRhin(999, 20_000m, 20_000m));
        var refus = HautRhin(999, 20_000m, 20_000.01m);
        Assert.Contains(refus, c => c.Regle == "R20" && c.Message.Contains("supérieur au maximum de 100", StringComparison.Ordinal));
    }

    [Fact]
    public void S02_Une_commune_de_1_000_habitants_va_jusqu_à_80_pour_cent()
    {
        Assert.Empty(HautRhin(1_000, 20_000m, 16_000m));
        RefuseParUne(HautRhin(1_000, 20_000m, 16_000.01m), "R21", "supérieur au maximum de 80 %");
    }

    [Fact]
    public void S03_À_80_000_habitants_la_tranche_change()
    {
        Assert.Empty(HautRhin(79_999, 100_000m, 80_000m));
        Assert.Empty(HautRhin(80_000, 100_000m, 20_000m));
        RefuseParUne(HautRhin(80_000, 100_000m, 20_000.01m), "R22", "supérieur au maximum de 20 %");
    }

    [Fact]
    public void S05_À_100_000_habitants_le_volet_1_est_fermé_et_renvoie_au_volet_2()
    {
        const string reserve = "réservé aux collectivités de moins de 100 000 habitants";
        Assert.Empty(HautRhin(99_999, 50_000m, 10_000m));
        RefuseParUne(HautRhin(100_000, 50_000m, 10_000m), "R11", reserve);
        var mulhouse = Refus(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Mulhouse));
        RefuseParUne(mulhouse, "R11", reserve);
        RefuseParUne(mulhouse, "R11", "110 174 habitants");
        RefuseParUne(mulhouse, "R11", "Voir le volet 2.");
    }

    [Fact]
    public void S06_Colmar_demande_au_moins_20_pour_cent()
    {
        IReadOnlyList<Constat> Demander(decimal montant) =>
            Refus(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Colmar).Avec(p => p.Finance(50_000m, montant)));
        Assert.Empty(Demander(10_000m));
        RefuseParUne(Demander(9_999.99m), "R21", "inférieur au minimum de 20 %");
    }

    [Fact]
    public void S09_Un_coût_nul_est_refusé_sans_division_et_une_ligne_négative_aussi()
    {
        const string message = "Le coût éligible du projet doit être supérieur à zéro.";
        foreach (var (reglement, candidature) in Ordinaires)
        {
            LigneDepense[] seules = [UnProjet.Depense(0m), UnProjet.Depense(20_000m, eligible: false)];
            foreach (var ligne in seules)
                Assert.Contains(Refus(reglement, candidature.Avec(p => p.Depensant(ligne))), c =>
                    c.Regle == "I5" && Lisible.De(c.Message) == message
                );
            Assert.Contains(Refus(reglement, candidature.Avec(p => p.Depensant(UnProjet.Depense(30_000m), UnProjet.Depense(-0.01m)))), c =>
                c is { Regle: "I5", Champ: "depenses[1].montant" }
            );
        }
    }

    [Fact]
    public void S12_Un_PETR_est_refusé_comme_chef_de_file_et_comme_membre_nommé()
    {
        var petr = UneCandidature.Corps("PETR Rhin-Vignoble", NatureJuridique.PETR, "68", 50_000, "200051456");
        Assert.Contains(Refus(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(petr)), c => c.Regle == "R12");
        var membre = Refus(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(UneCandidature.Riquewihr, petr));
        Assert.Contains(membre, c => c.Regle == "R12" && c.Message.Contains("PETR Rhin-Vignoble", StringComparison.Ordinal));
        Assert.DoesNotContain(membre, c => c.Message.Contains("Riquewihr", StringComparison.Ordinal));
    }

    [Fact]
    public void S14_La_CeA_est_refusée_au_volet_1_et_admise_au_volet_2_avec_un_laboratoire()
    {
        var cea = UneCandidature.Corps("Collectivité européenne d’Alsace", NatureJuridique.Departement, "67", 1_900_000, "200094332");
        Assert.Contains(Refus(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(cea)), c =>
            c.Regle == "R10" && c.Message.Contains("communes et aux EPCI à fiscalité propre", StringComparison.Ordinal)
        );
        Assert.Empty(Refus(UnReglement.GrandEst, UneCandidature.GrandEst.De(cea)));
    }

    [Fact]
    public void S15_Le_volet_2_veut_un_laboratoire_et_sa_lettre()
    {
        IReadOnlyList<Constat> Avec(Laboratoire? laboratoire) =>
            Refus(UnReglement.GrandEst, UneCandidature.GrandEst.Avec(p => p with { Laboratoire = laboratoire }));
        Assert.Equal(115_976, UneCandidature.GrandEst.Porteur.PopulationTotale);
        RefuseParUne(Avec(null), "R14", "laboratoire d'innovation territoriale");
        RefuseParUne(Avec(new Laboratoire("Laboratoire d’Alsace", Lettre: false)), "R14", "joignez sa lettre d'engagement");
        Assert.Empty(Avec(new Laboratoire("Laboratoire d’Alsace", Lettre: true)));
    }

    [Fact]
    public void S45_Un_projet_déjà_engagé_est_refusé_dans_le_Haut_Rhin_et_signalé_en_Bretagne()
    {
        Candidature Commande(Candidature c, int mois, int jour) =>
            c.Avec(p => p with { DatePremierActeJuridique = new DateOnly(2021, mois, jour) }) with
            {
                Instant = Quand.Le(2021, 8, 20),
            };
        Candidature Rhin(int mois, int jour) => Commande(UneCandidature.HautRhinoise, mois, jour);
        RefuseParUne(Refus(UnReglement.HautRhin, Rhin(7, 1)), "R28", "premier acte juridique du 1er juillet 2021");
        Assert.Empty(Refus(UnReglement.HautRhin, Rhin(8, 20)));
        Assert.DoesNotContain(Alertes(UnReglement.HautRhin, Rhin(8, 20)), c => c.Regle == "R28");
        Assert.Empty(Refus(UnReglement.HautRhin, Rhin(8, 25)));
        Assert.Contains(Alertes(UnReglement.HautRhin, Rhin(8, 25)), c => c.Regle == "R28");
        var bretonne = Commande(UneCandidature.Bretonne, 7, 1);
        Assert.Empty(Refus(UnReglement.Bretagne, bretonne));
        Assert.Contains(Alertes(UnReglement.Bretagne, bretonne), c => c.Regle == "R28");
    }

    [Fact]
    public void S46_Les_dépenses_exclues_sont_refusées_dans_l_assiette_et_admises_en_dehors()
    {
        var etpt = UnProjet.Depense(18_000m, CategorieDepense.Personnel) with { Libelle = "ETPT chef de projet" };
        Candidature Avec(Candidature c, LigneDepense ligne) =>
            c.Avec(p =>
                p.Depensant(UnProjet.Depense(20_000m), ligne)
                    .Recevant(UnProjet.Fonds(16_000m), UnProjet.Autofinancement(4_000m + ligne.MontantHT!.Value.Montant))
            );
        foreach (var (reglement, candidature) in Ordinaires)
        {
            Assert.Contains(Refus(reglement, Avec(candidature, etpt)), c => c.Regle is "R33" or "R34");
            var dehors = Avec(candidature, etpt with { Eligible = false });
            Assert.Empty(Refus(reglement, dehors));
            Assert.Equal(new Euros(20_000m), Examen.Faire(reglement, dehors, new Situation(), Moment.Simulation).Assiette);
        }
        var ordinateurs = UnProjet.Depense(5_000m, CategorieDepense.EquipementAgents);
        RefuseParUne(
            Refus(UnReglement.HautRhin, Avec(UneCandidature.HautRhinoise, ordinateurs)),
            "R36",
            "équipements informatiques pour les agents"
        );
    }

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(12_000, false)]
    public void S46_En_Bretagne_des_tablettes_seules_sont_refusées_et_à_60_pour_cent_signalées(int tablettes, bool refusees)
    {
        var candidature = UneCandidature.Bretonne.Avec(p =>
            p.Finance(20_000m, 16_000m) with
            {
                Depenses = [UnProjet.Depense(tablettes, CategorieDepense.Materiel), UnProjet.Depense(20_000m - tablettes)],
            }
        );
        Assert.Equal(refusees, Refus(UnReglement.Bretagne, candidature).Any(c => c.Regle == "R35"));
        Assert.Equal(!refusees, Alertes(UnReglement.Bretagne, candidature).Any(c => c.Regle == "R35"));
    }

    [Theory]
    [InlineData("US", true)]
    [InlineData("GB", true)]
    [InlineData("DE", false)]
    public void S46_Une_licence_hors_de_l_Union_se_justifie_et_n_est_jamais_refusée(string pays, bool signalee)
    {
        var candidature = UneCandidature.HautRhinoise.Avec(p =>
            p.Finance(20_000m, 16_000m) with
            {
                Depenses = [UnProjet.Depense(20_000m, CategorieDepense.Licence, pays: pays)],
            }
        );
        Assert.Empty(Refus(UnReglement.HautRhin, candidature));
        var alerte = Alertes(UnReglement.HautRhin, candidature).SingleOrDefault(c => c.Regle == "R37");
        Assert.Equal(signalee, alerte?.Message.Contains("Justifiez", StringComparison.Ordinal) ?? false);
        Assert.Equal(signalee, alerte is not null);
    }

    [Fact]
    public void S47_Une_GED_est_signalée_et_les_permis_de_construire_sont_renvoyés_à_leur_dispositif()
    {
        var ged = UneCandidature.Bretonne.Avec(p => p with { Titre = "GED et archivage mutualisés" });
        Assert.Empty(Refus(UnReglement.Bretagne, ged));
        Assert.Contains(Alertes(UnReglement.Bretagne, ged), c =>
            c.Regle == "R32" && c.Message.Contains("axe\u00A02 (DINUM)", StringComparison.Ordinal)
        );
        var permis = UneCandidature.Bretonne.Avec(p => p with { Titre = "Dématérialisation des permis de construire", Urbanisme = true });
        RefuseParUne(
            Refus(UnReglement.Bretagne, permis),
            "R31",
            "relève d'un dispositif dédié : https://www.cohesion-territoires.gouv.fr/"
        );
    }

    [Fact]
    public void S50_Un_plan_à_plus_de_100_pour_cent_est_refusé_avec_ses_deux_totaux()
    {
        foreach (var (reglement, candidature) in Ordinaires)
        {
            var plan = candidature.Avec(p =>
                p.Depensant(UnProjet.Depense(40_000m))
                    .Recevant(
                        UnProjet.Fonds(32_000m),
                        UnProjet.Ressource(TypeRessource.Region, 6_000m),
                        UnProjet.Ressource(TypeRessource.Departement, 4_000m)
                    )
            );
            RefuseParUne(Refus(reglement, plan), "R18", "dépenses 40 000,00 €, ressources 42 000,00 €");
        }
    }

    private static IEnumerable<(Reglement Reglement, Candidature Candidature)> Ordinaires =>
        [
            (UnReglement.Bretagne, UneCandidature.Bretonne),
            (UnReglement.HautRhin, UneCandidature.HautRhinoise),
            (UnReglement.GrandEst, UneCandidature.GrandEst),
        ];
}
