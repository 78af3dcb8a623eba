using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers;

public sealed class ExamenTests
{
    private static Examen Examiner(
        Reglement reglement,
        Candidature candidature,
        Moment moment = Moment.Simulation,
        Situation? situation = null
    ) => Examen.Faire(reglement, candidature, situation ?? Quand.Situation(reglement), moment);

    private static Examen HautRhin(int? population, decimal cout, decimal montant) =>
        Examiner(
            UnReglement.HautRhin,
            UneCandidature.HautRhinoise.De(UneCandidature.Commune(population)).Avec(p => p.Finance(cout, montant))
        );

    [Theory]
    [InlineData(999, 20_000, 4_000_00, 20_000_00)]
    [InlineData(1_000, 20_000, 4_000_00, 16_000_00)]
    [InlineData(79_999, 100_000, 20_000_00, 80_000_00)]
    [InlineData(80_000, 100_000, 1, 20_000_00)]
    [InlineData(99_999, 100_000, 1, 20_000_00)]
    [InlineData(69_774, 50_000, 10_000_00, 40_000_00)]
    public void Chaque_population_a_ses_bornes(int population, int cout, int plancher, int plafond)
    {
        var bornes = HautRhin(population, cout, plafond / 100m).Bornes!;
        Assert.Equal(new Euros(plancher / 100m), bornes.Plancher);
        Assert.Equal(new Euros(plafond / 100m), bornes.Plafond);
        Assert.Equal(Verdict.Eligible, HautRhin(population, cout, plafond / 100m).Verdict);
        Assert.Equal(Verdict.Eligible, HautRhin(population, cout, plancher / 100m).Verdict);
        Assert.Equal(Verdict.NonEligible, HautRhin(population, cout, (plafond + 1) / 100m).Verdict);
        Assert.Equal(Verdict.NonEligible, HautRhin(population, cout, (plancher - 1) / 100m).Verdict);
    }

    [Fact]
    public void Les_bornes_sont_arrondies_au_centime_dans_le_sens_de_la_règle()
    {
        var bornes = HautRhin(1_100, 12_345.67m, 4_115.18m).Bornes!;
        Assert.Equal(new Euros(2_469.14m), bornes.Plancher);
        Assert.Equal(new Euros(9_876.53m), bornes.Plafond);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(110_174)]
    [InlineData(null)]
    [InlineData(0)]
    public void Une_population_refusée_n_a_pas_de_bornes(int? population)
    {
        var examen = HautRhin(population, 20_000m, 10_000m);
        Assert.Null(examen.Bornes);
        Assert.Null(examen.TrancheApplicable);
        Assert.Equal(population > 0 ? Verdict.NonEligible : Verdict.AVerifier, examen.Verdict);
    }

    [Fact]
    public void Une_nature_refusée_n_a_pas_de_bornes()
    {
        var petr = UneCandidature.Corps("PETR", Domain.Collectivites.NatureJuridique.PETR, "68", 500);
        Assert.Null(Examiner(UnReglement.HautRhin, UneCandidature.HautRhinoise.De(petr)).Bornes);
        Assert.NotNull(Examiner(UnReglement.GrandEst, UneCandidature.GrandEst.De(petr)).Bornes);
        var autre = petr with { Nature = Domain.Collectivites.NatureJuridique.Autre };
        Assert.Null(Examiner(UnReglement.Bretagne, UneCandidature.Bretonne.De(autre)).Bornes);
    }

    [Fact]
    public void La_Bretagne_va_d_un_centime_au_coût()
    {
        var bornes = Examiner(UnReglement.Bretagne, UneCandidature.Bretonne).Bornes!;
        Assert.Equal((null, Euros.UnCentime, new Euros(28_000m)), (bornes.Tranche, bornes.Plancher, bornes.Plafond));
    }

    [Fact]
    public void Le_Grand_Est_s_arrête_à_la_part_des_collectivités()
    {
        var examen = Examiner(
            UnReglement.GrandEst,
            UneCandidature.GrandEst.Avec(p =>
                p.Recevant(
                    UnProjet.Fonds(12_000m),
                    UnProjet.Ressource(TypeRessource.Region, 5_000m, StatutRessource.Acquis, preuve: true),
                    UnProjet.Ressource(TypeRessource.Europe, 3_000m, StatutRessource.Sollicite)
                )
            )
        );
        Assert.Equal(new Euros(15_000m), examen.PartDesCollectivites);
        Assert.Equal(new Euros(15_000m), examen.Bornes!.Plafond);
    }

    [Fact]
    public void Sans_dépenses_dites_il_n_y_a_ni_assiette_ni_bornes()
    {
        var examen = Examiner(UnReglement.Bretagne, UneCandidature.Bretonne.Avec(p => p with { Depenses = null }));
        Assert.Null(examen.Assiette);
        Assert.Null(examen.Bornes);
        Assert.Equal(Verdict.AVerifier, examen.Verdict);
    }

    [Fact]
    public void Un_coût_nul_est_non_éligible_sans_division() => Assert.Equal(Verdict.NonEligible, HautRhin(999, 0m, 0m).Verdict);

    [Fact]
    public void Rennes_Métropole_obtient_100_pour_cent_au_dépôt() =>
        Assert.DoesNotContain(
            Examiner(
                UnReglement.Bretagne,
                UneCandidature.Bretonne.De(UneCandidature.RennesMetropole).Avec(p => p.Finance(40_000m, 40_000m)),
                Moment.Depot
            ).Constats,
            c => c.EstBloquant
        );

    [Fact]
    public void Les_candidatures_des_fabriques_sont_éligibles()
    {
        Assert.Equal(Verdict.Eligible, Examiner(UnReglement.Bretagne, UneCandidature.Bretonne, Moment.Depot).Verdict);
        Assert.Equal(Verdict.Eligible, Examiner(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Depot).Verdict);
        Assert.Equal(Verdict.Eligible, Examiner(UnReglement.GrandEst, UneCandidature.GrandEst, Moment.Depot).Verdict);
    }

    [Fact]
    public void Une_valeur_manquante_d_une_règle_d_alerte_ne_change_pas_le_verdict() =>
        Assert.Equal(
            Verdict.Eligible,
            Examiner(UnReglement.HautRhin, UneCandidature.HautRhinoise.Avec(p => p with { Urbanisme = null })).Verdict
        );

    [Fact]
    public void Les_constats_suivent_l_ordre_du_catalogue()
    {
        var examen = Examiner(UnReglement.HautRhin, UneCandidature.HautRhinoise, Moment.Depot);
        var rangs = examen.Constats.Select(c =>
            Catalogue.Regles.IndexOf(UnReglement.HautRhin.Regles.First(r => r.Source == c.Source).Regle)
        );
        Assert.Equal(rangs.Order(), rangs);
    }

    [Theory]
    [InlineData(100, 100, true)]
    [InlineData(99, 100, true)]
    [InlineData(101, 100, false)]
    [InlineData(0, 0, false)]
    public void Des_bornes_admettent_un_montant_quand_elles_ne_se_croisent_pas(int plancher, int plafond, bool admettent) =>
        Assert.Equal(admettent, new Bornes(null, new Euros(plancher), new Euros(plafond)).Admettent);

    [Theory]
    [InlineData(NatureJuridique.Commune, "R21")]
    [InlineData(NatureJuridique.SIVU, null)]
    public void La_tranche_ne_vaut_que_pour_un_porteur_admis(NatureJuridique nature, string? code)
    {
        var candidature = UneCandidature.HautRhinoise.De(UneCandidature.Riquewihr with { Nature = nature });
        var examen = Examen.Faire(UnReglement.HautRhin, candidature, Quand.Situation(UnReglement.HautRhin), Moment.Simulation);
        Assert.Equal((code, "R21"), (examen.TrancheApplicable?.Code, examen.Tranche?.Code));
        Assert.Equal(code is null, examen.Bornes is null);
    }

    /// <summary>Where rates go by bands, a population that falls in none has no rate, whoever may apply.</summary>
    [Fact]
    public void Hors_des_tranches_il_n_y_a_pas_de_bornes()
    {
        var sansPlafond = UnReglement.HautRhin with { Regles = [.. UnReglement.HautRhin.Regles.Where(r => r.Code != "R11")] };
        var candidature = UneCandidature.HautRhinoise.De(UneCandidature.Mulhouse);
        Assert.Null(Examen.Faire(sansPlafond, candidature, Quand.Situation(sansPlafond), Moment.Simulation).Bornes);
    }
}
