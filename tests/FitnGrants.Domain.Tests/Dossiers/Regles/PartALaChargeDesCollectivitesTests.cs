using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Regles;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Dossiers.Regles;

public sealed class PartALaChargeDesCollectivitesTests : RegleTests<PartALaChargeDesCollectivites>
{
    private static Projet AvecAutre(Projet p, TypeRessource type, StatutRessource statut, decimal fonds) =>
        p.Depensant(UnProjet.Depense(40_000m))
            .Recevant(UnProjet.Fonds(fonds), UnProjet.Ressource(type, 10_000m, statut, preuve: true), UnProjet.Autofinancement(2_000m));

    [Fact]
    public void Jusqu_à_la_part_des_collectivités_le_montant_est_admis() =>
        Attendre(DansLeGrandEst(p => AvecAutre(p, TypeRessource.Region, StatutRessource.Acquis, 30_000m)), Conforme);

    [Fact]
    public void Un_centime_au_delà_il_est_refusé_et_la_part_proposée()
    {
        var constat = DansLeGrandEst(p => AvecAutre(p, TypeRessource.Region, StatutRessource.Acquis, 30_000.01m));
        Attendre(constat, Bloquant, "Le volet 2 ne finance que la part à assumer par la ou les collectivités (30 000,00 €).", "montant");
        Assert.Equal(new Euros(30_000m), constat.Proposition);
        Assert.Equal("R15", constat.Regle);
    }

    [Theory]
    [InlineData(StatutRessource.Sollicite)]
    [InlineData(StatutRessource.Refuse)]
    public void Ce_qui_n_est_pas_acquis_ne_se_déduit_pas(StatutRessource statut) =>
        Attendre(DansLeGrandEst(p => AvecAutre(p, TypeRessource.Region, statut, 40_000m)), Conforme);

    [Fact]
    public void L_autofinancement_ne_se_déduit_pas() =>
        Attendre(DansLeGrandEst(p => AvecAutre(p, TypeRessource.Autofinancement, StatutRessource.Acquis, 40_000m)), Conforme);

    [Fact]
    public void Un_financeur_privé_acquis_se_déduit() =>
        Attendre(DansLeGrandEst(p => AvecAutre(p, TypeRessource.Prive, StatutRessource.Acquis, 30_000.01m)), Bloquant);

    [Fact]
    public void Des_montants_inconnus_sont_à_vérifier_puis_refusés()
    {
        foreach (var sans in new Func<Projet, Projet>[] { p => p with { Depenses = null }, p => p with { Ressources = null } })
        {
            Attendre(DansLeGrandEst(sans, Moment.Simulation), AVerifier);
            Attendre(DansLeGrandEst(sans), Bloquant);
        }
    }

    [Fact]
    public void La_part_ne_descend_pas_sous_zéro()
    {
        var candidature = UneCandidature.GrandEst.Avec(p =>
            p.Depensant(UnProjet.Depense(100m))
                .Recevant(UnProjet.Fonds(1m), UnProjet.Ressource(TypeRessource.Europe, 500m, StatutRessource.Acquis, preuve: true))
        );
        var examen = Examen.Faire(UnReglement.GrandEst, candidature, new Situation(), Moment.Depot);
        Assert.Equal(Euros.Zero, examen.PartDesCollectivites);
        Attendre(Assert.Single(Juger(UnReglement.GrandEst, candidature)), Bloquant);
    }

    [Fact]
    public void À_la_décision_le_montant_accordé_est_jugé()
    {
        var candidature = UneCandidature.GrandEst.Avec(p => AvecAutre(p, TypeRessource.Region, StatutRessource.Acquis, 28_000m));
        Attendre(Assert.Single(Juger(UnReglement.GrandEst, candidature, Moment.Decision, null, UneSeance.Accord(30_000m))), Conforme);
        Attendre(Assert.Single(Juger(UnReglement.GrandEst, candidature, Moment.Decision, null, UneSeance.Accord(30_000.01m))), Bloquant);
    }

    [Fact]
    public void Sans_part_à_assumer_aucun_montant_n_est_proposé()
    {
        var constat = DansLeGrandEst(p =>
            AvecAutre(p.Depensant(), TypeRessource.Region, StatutRessource.Acquis, 1m).Depensant(UnProjet.Depense(10_000m))
        );
        Attendre(constat, Bloquant, "la part à assumer par la ou les collectivités (0,00 €)", "montant");
        Assert.Null(constat.Proposition);
        Assert.Equal(("0,00 €", "1,00 €"), (Lisible.De(constat.Valeurs["part"]), Lisible.De(constat.Valeurs["montant"])));
    }
}
