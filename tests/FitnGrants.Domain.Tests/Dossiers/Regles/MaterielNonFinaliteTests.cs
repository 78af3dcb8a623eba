using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class MaterielNonFinaliteTests : RegleTests<MaterielNonFinalite>
{
    private static Constat Part(decimal materiel, decimal reste, Moment moment = Moment.Depot) =>
        EnBretagne(p => p.Depensant(UnProjet.Depense(materiel, CategorieDepense.Materiel), UnProjet.Depense(reste)), moment);

    [Fact]
    public void Tout_en_matériel_est_refusé()
    {
        var constat = EnBretagne(p => p.Depensant(UnProjet.Depense(10_000m, CategorieDepense.Materiel)));
        Attendre(constat, Bloquant, "n'achète que du matériel");
        Assert.Equal("R35", constat.Regle);
    }

    [Fact]
    public void À_un_centime_près_ce_n_est_plus_un_refus_mais_une_alerte() => Attendre(Part(9_999.99m, 0.01m), Alerte);

    [Fact]
    public void De_la_moitié_au_tout_c_est_une_alerte()
    {
        Attendre(Part(6_000m, 4_000m), Alerte, "60,00 %");
        Attendre(Part(5_000m, 5_000m), Alerte, "50,00 %");
    }

    [Fact]
    public void Sous_la_moitié_le_matériel_est_un_accessoire() => Attendre(Part(4_999.99m, 5_000.01m), Conforme);

    [Fact]
    public void Sans_matériel_rien_n_est_jugé() => Attendre(EnBretagne(p => p), SansObjet);

    [Fact]
    public void Les_équipements_des_agents_sont_aussi_du_matériel() =>
        Attendre(EnBretagne(p => p.Depensant(UnProjet.Depense(10_000m, CategorieDepense.EquipementAgents))), Bloquant);

    [Fact]
    public void Seules_les_lignes_éligibles_comptent() =>
        Attendre(
            EnBretagne(p => p.Depensant(UnProjet.Depense(90_000m, CategorieDepense.Materiel, eligible: false), UnProjet.Depense(100m))),
            SansObjet
        );

    [Fact]
    public void Une_assiette_nulle_ne_se_divise_pas() => Attendre(Part(0m, 0m), SansObjet);

    [Fact]
    public void Des_dépenses_inconnues_sont_à_vérifier_puis_refusées()
    {
        Attendre(EnBretagne(p => p with { Depenses = null }, Moment.Simulation), AVerifier);
        Attendre(EnBretagne(p => p with { Depenses = null }), Bloquant);
    }

    [Fact]
    public void La_règle_est_propre_à_la_Bretagne() =>
        AucunConstat(
            Juger(UnReglement.HautRhin, UneCandidature.HautRhinoise.Avec(p => p.Depensant(UnProjet.Depense(1m, CategorieDepense.Materiel))))
        );

    [Fact]
    public void Le_seuil_d_alerte_est_celui_du_règlement()
    {
        var reglement = UnReglement.Bretagne.Reglant("R35", "seuilAlerte", 30);
        ResultatConstat Pour(decimal materiel) =>
            Assert
                .Single(
                    Juger(
                        reglement,
                        UneCandidature.Bretonne.Avec(p =>
                            p.Depensant(UnProjet.Depense(materiel, CategorieDepense.Materiel), UnProjet.Depense(10_000m - materiel))
                        )
                    )
                )
                .Resultat;
        Assert.Equal((Conforme, Alerte), (Pour(2_999.99m), Pour(3_000m)));
    }

    [Fact]
    public void La_réponse_dit_combien_et_montre_la_dépense()
    {
        var constat = Part(6_000m, 4_000m);
        Attendre(constat, Alerte, "Le matériel fait 60,00 % du coût éligible : montrez qu'il n'est pas la finalité du projet.", "depenses");
        Assert.Equal(("6 000,00 €", "60,00 %"), (Lisible.De(constat.Valeurs["materiel"]), Lisible.De(constat.Valeurs["part"])));
    }
}
