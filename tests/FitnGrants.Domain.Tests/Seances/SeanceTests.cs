using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances;

public sealed class SeanceTests
{
    private static readonly DateOnly Juin = new(2021, 6, 22);

    [Theory]
    [InlineData(7, 23, 59, true)]
    [InlineData(8, 0, 0, false)]
    public void L_ordre_du_jour_se_ferme_quinze_jours_avant_ce_jour_compris(int jour, int heure, int minute, bool admis)
    {
        var dossier = UnDossier.Instruit(instant: Quand.Le(2021, 6, jour, heure, minute));
        var seance = UneSeance.Planifiee(Juin);
        Assert.Equal(new DateOnly(2021, 6, 7), seance.LimiteOrdreDuJour(15));
        if (admis)
        {
            seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
            Assert.Equal(EtatDossier.InscritSeance, dossier.Etat);
            return;
        }
        Assert.Throws<ActeImpossibleException>(() => seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire));
        Assert.Equal(EtatDossier.Instruit, dossier.Etat);
        Assert.Empty(seance.Points);
    }

    [Fact]
    public void Sans_délai_il_n_y_a_pas_de_limite()
    {
        Assert.Null(UneSeance.Planifiee(Juin).LimiteOrdreDuJour(null));
        UneSeance.Planifiee(Juin).Inscrire(UnDossier.Instruit(instant: Quand.Le(2021, 6, 21)), UnReglement.HautRhin, UnDossier.Secretaire);
    }

    [Fact]
    public void Un_dossier_d_un_autre_dispositif_n_y_entre_pas() =>
        Assert.Throws<ActeImpossibleException>(() =>
            UneSeance.Planifiee(Juin, UnReglement.HautRhin).Inscrire(UnDossier.Instruit(), UnReglement.Bretagne, UnDossier.Secretaire)
        );

    [Fact]
    public void Un_dossier_est_à_un_seul_ordre_du_jour_à_la_fois()
    {
        var dossier = UnDossier.Instruit();
        UneSeance.Planifiee(Juin).Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        Assert.Throws<ActeImpossibleException>(() =>
            UneSeance.Planifiee(new DateOnly(2021, 9, 14)).Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire)
        );
    }

    [Fact]
    public void Une_séance_connue_au_mois_ne_s_ouvre_pas()
    {
        var seance = UneSeance.Planifiee(new DateOnly(2021, 9, 1), UnReglement.HautRhin, auMois: true);
        Assert.Equal(("septembre 2021", new DateOnly(2021, 9, 30)), (seance.Libelle, seance.JourDeReference));
        Assert.Throws<ActeImpossibleException>(() => seance.Ouvrir(UnDossier.Secretaire, Quand.Le(2021, 10, 1)));
    }

    [Fact]
    public void Une_séance_s_ouvre_à_partir_de_son_jour_et_une_fois()
    {
        var seance = UneSeance.Planifiee(Juin);
        Assert.Throws<ActeImpossibleException>(() => seance.Ouvrir(UnDossier.Secretaire, Quand.Z("2021-06-21T21:59:59.999Z")));
        seance.Ouvrir(UnDossier.Secretaire, Quand.Z("2021-06-21T22:00:00Z"));
        Assert.Equal(EtatSeance.Ouverte, seance.Etat);
        Assert.Throws<ActeImpossibleException>(() => seance.Ouvrir(UnDossier.Secretaire, Quand.Le(2021, 6, 22)));
        Assert.Throws<ActeImpossibleException>(() => seance.Inscrire(UnDossier.Instruit(), UnReglement.Bretagne, UnDossier.Secretaire));
    }

    [Fact]
    public void Une_décision_ne_s_enregistre_que_séance_ouverte_et_porte_sa_date()
    {
        var jour = new DateOnly(2021, 10, 19);
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Planifiee(jour);
        seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        Assert.Throws<ActeImpossibleException>(() => seance.Decide(dossier, UneSeance.Accord()));
        seance.Ouvrir(UnDossier.Secretaire, Quand.Le(2021, 10, 19, 9));
        var (resultat, decision) = seance.Decider(
            dossier,
            UneSeance.Accord(),
            UneSeance.Cadre(seance) with
            {
                Instant = Quand.Le(2021, 10, 20),
            }
        );
        Assert.True(resultat.EstAccepte);
        Assert.Equal((jour, Quand.Le(2021, 10, 20)), (decision!.PriseLe, decision.EnregistreeLe));
        Assert.Equal((new Euros(20_720m), 1), (decision.MontantAccorde!.Value, decision.VersionDossier));
        Assert.Null(decision.NotifieeLe);
        Assert.Throws<ActeImpossibleException>(() => seance.Decide(dossier, UneSeance.Refus()));
        seance.Cloturer(UnDossier.Secretaire, Quand.Le(2021, 10, 20));
        Assert.Throws<ActeImpossibleException>(() => seance.Decide(dossier, UneSeance.Accord()));
    }

    [Fact]
    public void Une_décision_refusée_ne_change_rien()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var (resultat, decision) = seance.Decide(dossier, UneSeance.Refus() with { Motivation = "   ", Fondements = [] });
        Assert.Equal(["motivation", "fondements"], resultat.Refus.Select(r => r.Champ));
        Assert.Null(decision);
        Assert.Equal((EtatDossier.InscritSeance, EtatPoint.Inscrit), (dossier.Etat, seance.Points[0].Etat));
    }

    [Fact]
    public void Un_non_conforme_interdit_l_accord_mais_ni_le_refus_ni_l_à_revoir()
    {
        foreach (var (decision, admis) in new[] { (UneSeance.Accord(), false), (UneSeance.Refus(), true), (UneSeance.ARevoir(), true) })
        {
            var dossier = UnDossier.EnInstruction();
            UnDossier.Clore(dossier, nonConforme: "R24");
            var resultat = UneSeance.Ouverte(Juin, null, dossier).Decide(dossier, decision).Resultat;
            Assert.Equal(admis, resultat.EstAccepte);
            if (!admis)
                Assert.Equal("R24", Assert.Single(resultat.Refus).Regle);
        }
    }

    [Theory]
    [InlineData(7_500_00, true)]
    [InlineData(7_500_01, false)]
    public void L_enveloppe_se_tient_au_centime(int centimes, bool admis)
    {
        var montant = centimes / 100m;
        var dossier = UnDossier.Instruit(UneCandidature.Bretonne.Avec(p => p.Finance(28_000m, montant)));
        var situation = Quand.Situation(UnReglement.Bretagne) with { Disponible = UnReglement.Bretagne.Enveloppe - new Euros(1_180_500m) };
        var resultat = UneSeance.Ouverte(Juin, null, dossier).Decide(dossier, UneSeance.Accord(montant), situation: situation).Resultat;
        Assert.Equal(admis, resultat.EstAccepte);
        if (!admis)
            Assert.Contains("disponible 7 500,00 €", Lisible.De(Assert.Single(resultat.Refus).Message), StringComparison.Ordinal);
    }

    [Fact]
    public void Une_enveloppe_vide_n_empêche_ni_le_refus_ni_l_à_revoir()
    {
        foreach (var decision in new[] { UneSeance.Refus(), UneSeance.ARevoir() })
        {
            var dossier = UnDossier.Instruit();
            Assert.True(
                UneSeance
                    .Ouverte(Juin, null, dossier)
                    .Decide(dossier, decision, situation: new Situation { Disponible = Euros.Zero })
                    .Resultat.EstAccepte
            );
        }
    }

    [Fact]
    public void Un_second_accord_individuel_est_refusé_mais_pas_un_à_revoir()
    {
        var tenu = new AccordActif("BZH-V1", UneCandidature.Vern.Siren!, Individuel: true, "Projet A", "FITN-BZH-V1-2021-00003");
        var situation = Quand.Situation(UnReglement.Bretagne) with { Accords = [tenu] };
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        Assert.Equal("R47", Assert.Single(seance.Decide(dossier, UneSeance.Accord(), situation: situation).Resultat.Refus).Regle);
        Assert.True(seance.Decide(dossier, UneSeance.ARevoir(), situation: situation).Resultat.EstAccepte);
    }

    [Fact]
    public void L_accord_réserve_le_SIREN_là_où_R47_bloque_seulement()
    {
        var breton = UnDossier.Instruit();
        Assert.Equal(
            UneCandidature.Vern.Siren,
            UneSeance.Ouverte(Juin, null, breton).Decide(breton, UneSeance.Accord()).Engagement!.SirenReserve
        );
        var refuse = UnDossier.Instruit();
        Assert.Null(UneSeance.Ouverte(Juin, null, refuse).Decide(refuse, UneSeance.Refus()).Engagement);
        var dossier = UnDossier.Instruit(UneCandidature.HautRhinoise, UnReglement.HautRhin);
        var accord = UneSeance
            .Ouverte(Juin, UnReglement.HautRhin, dossier)
            .Decide(dossier, UneSeance.Accord(16_000m), UnReglement.HautRhin)
            .Engagement!;
        Assert.Null(accord.SirenReserve);
        Assert.Equal((new Euros(16_000m), 2021, "HR-V1"), (accord.Montant, accord.Exercice, accord.Dispositif));
        var le = accord.Mouvements.Single().Le;
        Assert.Equal((Euros.Zero, accord.Montant), (accord.MontantAu(le.AddTicks(-1)), accord.MontantAu(le)));
    }

    [Fact]
    public void Un_dossier_retiré_redevient_instruit_et_peut_aller_à_la_séance_suivante()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        seance.Retirer(dossier, "À la demande du porteur", UnDossier.Secretaire);
        Assert.Equal((EtatDossier.Instruit, EtatPoint.Retire), (dossier.Etat, seance.Points[0].Etat));
        Assert.Throws<ActeImpossibleException>(() => seance.Decide(dossier, UneSeance.Accord()));
        UneSeance.Planifiee(new DateOnly(2021, 9, 14)).Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
    }

    [Fact]
    public void Une_séance_se_clôt_quand_chaque_point_est_traité_ou_retiré()
    {
        var (a, b) = (UnDossier.Instruit(), UnDossier.Instruit());
        var seance = UneSeance.Ouverte(Juin, null, a, b);
        Assert.Equal([1, 2], seance.Points.Select(p => p.Ordre));
        Assert.Throws<ActeImpossibleException>(() => seance.Cloturer(UnDossier.Secretaire, Quand.Le(2021, 6, 22)));
        Assert.True(seance.Decide(a, UneSeance.Refus()).Resultat.EstAccepte);
        seance.Retirer(b, "Absent", UnDossier.Secretaire);
        seance.Cloturer(UnDossier.Secretaire, Quand.Le(2021, 6, 22));
        Assert.Equal(EtatSeance.Cloturee, seance.Etat);
        Assert.Throws<ActeImpossibleException>(() => seance.Retirer(b, "Trop tard", UnDossier.Secretaire));
        Assert.Throws<ActeImpossibleException>(() => seance.Cloturer(UnDossier.Secretaire, Quand.Le(2021, 6, 22)));
    }
}
