using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances;

public sealed class CalendrierTests
{
    private static readonly DateOnly Novembre = new(2021, 11, 4);
    private static readonly DateOnly Octobre = new(2021, 10, 19);

    /// <summary>Scenario 37.</summary>
    [Fact]
    public void Avancée_du_4_novembre_au_19_octobre_la_séance_garde_ses_points_leur_ordre_et_sa_première_date()
    {
        var (seance, dossiers) = AvecSixPoints();
        Assert.Equal(new DateOnly(2021, 10, 20), seance.LimiteOrdreDuJour(15));
        seance.Deplacer(Octobre, auMois: false, "Calendrier avancé.", UnDossier.Secretaire, Quand.Le(2021, 9, 1));
        Assert.Equal((Octobre, Novembre, "Calendrier avancé."), (seance.Jour, seance.Initiale, seance.MotifReport));
        Assert.Equal(new DateOnly(2021, 10, 4), seance.LimiteOrdreDuJour(15));
        Assert.Equal(dossiers.Select(d => d.Id), seance.Points.OrderBy(p => p.Ordre).Select(p => p.DossierId));
        Assert.All(seance.Points, p => Assert.Equal(EtatPoint.Inscrit, p.Etat));
        var tardif = UnDossier.Instruit(instant: Quand.Le(2021, 10, 10));
        var refus = Assert.Throws<ActeImpossibleException>(() => seance.Inscrire(tardif, UnReglement.Bretagne, UnDossier.Secretaire));
        Assert.Contains("déposé après le 4 octobre 2021", Lisible.De(refus.Message), StringComparison.Ordinal);
        UneSeance.Planifiee(new DateOnly(2022, 2, 8)).Inscrire(tardif, UnReglement.Bretagne, UnDossier.Secretaire);
    }

    [Fact]
    public void Chaque_déplacement_reste_avec_son_auteur_et_la_première_date_ne_bouge_plus()
    {
        var seance = UneSeance.Planifiee(Novembre);
        seance.Deplacer(Octobre, auMois: false, " Avancée. ", UnDossier.Secretaire, Quand.Le(2021, 9, 1));
        seance.Deplacer(new DateOnly(2021, 10, 26), auMois: false, "Reculée.", UnDossier.Instructeur, Quand.Le(2021, 9, 2));
        Assert.Equal(Novembre, seance.Initiale);
        Assert.Equal(
            [
                (Novembre, Octobre, "Avancée.", UnDossier.Secretaire.Fonction),
                (Octobre, new DateOnly(2021, 10, 26), "Reculée.", UnDossier.Instructeur.Fonction),
            ],
            seance.Deplacements.Select(d => (d.Jour, d.Vers, d.Motif, d.Par))
        );
        Assert.Equal([Acte.Planifier, Acte.Deplacer, Acte.Deplacer], seance.Faits.Select(f => f.Acte));
        Assert.Equal(
            ("jeudi 4 novembre 2021", "mardi 19 octobre 2021"),
            (Lisible.De(seance.Faits[1].Avant!), Lisible.De(seance.Faits[1].Apres!))
        );
    }

    [Theory]
    [InlineData(18, false)]
    [InlineData(19, true)]
    public void Une_séance_ne_va_pas_dans_le_passé_aujourd_hui_compris_dans_l_avenir(int jour, bool admis)
    {
        var (seance, maintenant) = (UneSeance.Planifiee(Novembre), Quand.Le(2021, 10, 19, 23, 59));
        Assert.Equal(admis, Seance.ObstacleAuJour(new(2021, 10, jour), auMois: false, JourDeParis.De(maintenant)) is null);
        void Deplacer() => seance.Deplacer(new DateOnly(2021, 10, jour), auMois: false, "Motif.", UnDossier.Secretaire, maintenant);
        if (admis)
            Deplacer();
        else
            Assert.Throws<ActeImpossibleException>(Deplacer);
        Assert.Equal(admis ? new DateOnly(2021, 10, jour) : Novembre, seance.Jour);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Un_mois_vaut_jusqu_à_son_dernier_jour(int mois, bool admis) =>
        Assert.Equal(admis, Seance.ObstacleAuJour(new(2021, mois, 1), auMois: true, new(2021, 10, 31)) is null);

    [Fact]
    public void Sans_motif_ou_sans_changement_une_séance_ne_bouge_pas()
    {
        var seance = UneSeance.Planifiee(Novembre);
        Assert.Throws<ActeImpossibleException>(() =>
            seance.Deplacer(Octobre, auMois: false, "  ", UnDossier.Secretaire, Quand.Le(2021, 9, 1))
        );
        Assert.Throws<ActeImpossibleException>(() =>
            seance.Deplacer(Novembre, auMois: false, "Motif.", UnDossier.Secretaire, Quand.Le(2021, 9, 1))
        );
        Assert.Empty(seance.Deplacements);
        Assert.Null(seance.Initiale);
    }

    [Fact]
    public void Ouverte_close_ou_annulée_une_séance_ne_bouge_plus()
    {
        foreach (var seance in new[] { UneSeance.Ouverte(Octobre), Close(), Annulee() })
        {
            Assert.Throws<ActeImpossibleException>(() =>
                seance.Deplacer(Novembre, auMois: false, "Motif.", UnDossier.Secretaire, Quand.Le(2021, 9, 1))
            );
            Assert.Throws<ActeImpossibleException>(() => seance.Annuler([], "Motif.", UnDossier.Secretaire));
            Assert.Throws<ActeImpossibleException>(() => seance.Ouvrir(UnDossier.Secretaire, Quand.Le(2021, 11, 5)));
        }
    }

    [Fact]
    public void Un_mois_reçoit_un_jour_puis_la_séance_s_ouvre()
    {
        var seance = UneSeance.Planifiee(new DateOnly(2021, 9, 17), UnReglement.HautRhin, auMois: true);
        Assert.Equal((new DateOnly(2021, 9, 1), "septembre 2021"), (seance.Jour, seance.Libelle));
        seance.Deplacer(new DateOnly(2021, 9, 21), auMois: false, "Jour fixé.", UnDossier.Secretaire, Quand.Le(2021, 9, 1));
        Assert.Equal((new DateOnly(2021, 9, 21), false), (seance.Jour, seance.AuMois));
        Assert.Null(seance.Initiale);
        Assert.Equal("septembre 2021", Assert.Single(seance.Deplacements).De);
        seance.Ouvrir(UnDossier.Secretaire, Quand.Le(2021, 9, 21));
    }

    [Fact]
    public void Annulée_une_séance_rend_ses_points_et_sa_raison_reste()
    {
        var (seance, dossiers) = AvecSixPoints();
        seance.Retirer(dossiers[5], "Absent.", UnDossier.Secretaire);
        seance.Annuler(dossiers, "Faute de quorum.", UnDossier.Secretaire);
        Assert.Equal((EtatSeance.Annulee, "Faute de quorum."), (seance.Etat, seance.MotifAnnulation));
        Assert.All(dossiers, d => Assert.Equal(EtatDossier.Instruit, d.Etat));
        Assert.All(seance.Points, p => Assert.Equal(EtatPoint.Retire, p.Etat));
        Assert.Equal("Absent.", seance.Points[5].MotifRetrait);
        UneSeance.Planifiee(new DateOnly(2022, 2, 8)).Inscrire(dossiers[0], UnReglement.Bretagne, UnDossier.Secretaire);
        Assert.Throws<ActeImpossibleException>(() => seance.Inscrire(dossiers[1], UnReglement.Bretagne, UnDossier.Secretaire));
    }

    [Fact]
    public void Une_annulation_sans_motif_ou_à_qui_manque_un_dossier_ne_change_rien()
    {
        var (seance, dossiers) = AvecSixPoints();
        Assert.Throws<ActeImpossibleException>(() => seance.Annuler(dossiers, " ", UnDossier.Secretaire));
        Assert.Throws<ActeImpossibleException>(() => seance.Annuler([], "Motif.", UnDossier.Secretaire));
        Assert.Equal(EtatSeance.Planifiee, seance.Etat);
        Assert.All(dossiers, d => Assert.Equal(EtatDossier.InscritSeance, d.Etat));
    }

    [Fact]
    public void Les_quatre_préfectures_et_le_SGAR_siègent_en_Bretagne() =>
        Assert.Equal(["SGAR", "22", "29", "35", "56"], UneSeance.Planifiee().Membres.Select(m => m.Code));

    [Theory]
    [InlineData(10, 19, "avancée")]
    [InlineData(11, 5, "reportée")]
    [InlineData(11, 4, null)]
    public void Une_séance_dit_dans_quel_sens_elle_a_bougé(int mois, int jour, string? attendu)
    {
        var seance = UneSeance.Planifiee(Novembre);
        Assert.Null(seance.Mouvement);
        seance.Deplacer(new DateOnly(2021, 12, 1), auMois: false, "Un premier pas.", UnDossier.Secretaire, Quand.Le(2021, 9, 1));
        Assert.Equal("reportée", seance.Mouvement);
        seance.Deplacer(new DateOnly(2021, mois, jour), auMois: false, "Un second.", UnDossier.Secretaire, Quand.Le(2021, 9, 1));
        Assert.Equal(attendu, seance.Mouvement);
    }

    /// <summary>R63 holds for a month too: what was first announced stays readable.</summary>
    [Theory]
    [InlineData(false, 9, 14, false, null, null)]
    [InlineData(false, 10, 5, true, "en septembre 2021", "reportée")]
    [InlineData(false, 8, 31, true, "en septembre 2021", "avancée")]
    public void Un_mois_annoncé_reste_dit_quand_la_séance_en_sort(
        bool auMois,
        int mois,
        int jour,
        bool bouge,
        string? initialement,
        string? mouvement
    )
    {
        var seance = UneSeance.Planifiee(new DateOnly(2021, 9, 1), auMois: true);
        seance.Deplacer(new DateOnly(2021, mois, jour), auMois, "Le jour est connu.", UnDossier.Secretaire, Quand.Le(2021, 6, 1));
        Assert.Equal(bouge, seance.Mouvement is not null);
        Assert.Equal((initialement, mouvement), (seance.Initialement, seance.Mouvement));
    }

    [Fact]
    public void Un_mois_se_garde_au_premier_de_ce_mois_et_finit_le_dernier()
    {
        var seance = UneSeance.Planifiee(Novembre);
        seance.Deplacer(new DateOnly(2021, 12, 17), auMois: true, "Salle à trouver.", UnDossier.Secretaire, Quand.Le(2021, 9, 1));
        Assert.Equal((new DateOnly(2021, 12, 1), new DateOnly(2021, 12, 31)), (seance.Jour, seance.JourDeReference));
        Assert.Null(Seance.ObstacleAuJour(new DateOnly(2021, 9, 1), auMois: true, new DateOnly(2021, 9, 30)));
        Assert.NotNull(Seance.ObstacleAuJour(new DateOnly(2021, 9, 1), auMois: true, new DateOnly(2021, 10, 1)));
    }

    [Fact]
    public void Un_jour_qui_redevient_un_mois_est_déplacé_dans_ce_mois()
    {
        var seance = UneSeance.Planifiee(Novembre);
        seance.Deplacer(Novembre, auMois: true, "Salle à trouver.", UnDossier.Secretaire, Quand.Le(2021, 9, 1));
        Assert.Equal(("déplacée", "le 4 novembre 2021"), (seance.Mouvement, seance.Initialement?.Replace('\u00A0', ' ')));
    }

    [Fact]
    public void Un_membre_porte_le_nom_de_sa_préfecture_ou_du_secrétariat() =>
        Assert.Equal(
            ["SGAR", "Préfecture des Côtes-d’Armor", "Préfecture du Finistère", "Préfecture d’Ille-et-Vilaine", "Préfecture du Morbihan"],
            UneSeance.Planifiee().Membres.Select(m => m.Nom)
        );

    private static (Seance Seance, Dossier[] Dossiers) AvecSixPoints()
    {
        Dossier[] dossiers = [.. Enumerable.Range(0, 6).Select(_ => UnDossier.Instruit())];
        var seance = UneSeance.Planifiee(Novembre);
        foreach (var dossier in dossiers)
            seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        return (seance, dossiers);
    }

    private static Seance Close()
    {
        var seance = UneSeance.Ouverte(Octobre);
        seance.Cloturer(UnDossier.Secretaire, Quand.Le(2021, 10, 19));
        return seance;
    }

    private static Seance Annulee()
    {
        var seance = UneSeance.Planifiee(Octobre);
        seance.Annuler([], "Motif.", UnDossier.Secretaire);
        return seance;
    }
}
