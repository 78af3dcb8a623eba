using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Tests.Seances;

/// <summary>What a person reads when an act on a session is refused, word for word.</summary>
public sealed class RefusTests
{
    private static readonly DateOnly Juin = new(2021, 6, 22);
    private static readonly DateTimeOffset Pendant = Quand.Le(2021, 6, 22, 10);
    private static readonly Acteur Finistere = UnDossier.Qui("Préfecture du Finistère, membre", Role.MembreCommunaute);

    private static void Impossible(string raison, Action acte) =>
        Assert.Equal($"Action impossible : {raison}.", Lisible.De(Assert.Throws<ActeImpossibleException>(acte).Message));

    [Fact]
    public void L_ordre_du_jour_dit_pourquoi_un_dossier_n_y_entre_pas()
    {
        Impossible("l'ordre du jour se compose avant l'ouverture de la séance", () => Inscrire(UneSeance.Ouverte(Juin)));
        Impossible("cette séance n'examine pas ce dispositif", () => Inscrire(UneSeance.Planifiee(Juin, UnReglement.HautRhin)));
        Impossible("déposé après le 7 juin 2021, ce dossier relève de la séance suivante", () =>
            UneSeance
                .Planifiee(Juin)
                .Inscrire(UnDossier.Instruit(instant: Quand.Le(2021, 6, 8)), UnReglement.Bretagne, UnDossier.Secretaire)
        );

        static void Inscrire(Seance seance) => seance.Inscrire(UnDossier.Instruit(), UnReglement.Bretagne, UnDossier.Secretaire);
    }

    [Fact]
    public void Un_point_ne_sort_ni_sans_raison_ni_d_une_séance_close_et_l_ordre_est_celui_qu_on_a_lu()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        Impossible("dites pourquoi le dossier est retiré", () => seance.Retirer(dossier, " ", UnDossier.Secretaire));
        Impossible("l'ordre du jour a changé, rechargez la page", () => seance.Ordonner([Guid.NewGuid()], UnDossier.Secretaire));
        Impossible("ce rapporteur ne siège pas à cette séance", () => seance.ConfierLeRapport(dossier.Id, "68", UnDossier.Secretaire));
        seance.Decide(dossier, UneSeance.Refus());
        seance.Cloturer(UnDossier.Secretaire, Pendant);
        Impossible("la séance est clôturée", () => seance.Retirer(dossier, "Absent.", UnDossier.Secretaire));
        Impossible("l'ordre du jour ne change plus", () => seance.Ordonner([dossier.Id], UnDossier.Secretaire));
        seance.Pointer(new Dictionary<string, Presence?>(StringComparer.Ordinal) { ["35"] = Presence.Present }, UnDossier.Secretaire);
        Assert.Equal(1, seance.Presents);
    }

    [Fact]
    public void Une_séance_s_ouvre_une_fois_à_partir_de_son_jour()
    {
        Impossible("la séance s'ouvre à partir du 22 juin 2021", () => Ouvrir(UneSeance.Planifiee(Juin), Quand.Le(2021, 6, 21)));
        Impossible("la séance doit d'abord recevoir un jour", () => Ouvrir(UneSeance.Planifiee(Juin, auMois: true), Pendant));
        Impossible("la séance a déjà été ouverte", () => Ouvrir(UneSeance.Ouverte(Juin), Pendant));
        Impossible("la séance est annulée", () => Ouvrir(Annulee(), Pendant));

        static void Ouvrir(Seance seance, DateTimeOffset instant) => seance.Ouvrir(UnDossier.Secretaire, instant);
    }

    [Fact]
    public void Une_séance_se_clôt_ouverte_et_sans_point_en_attente()
    {
        Impossible("la séance n'est pas ouverte", () => Cloturer(UneSeance.Planifiee(Juin)));
        Impossible("1 point reste à décider ou à retirer", () => Cloturer(UneSeance.Ouverte(Juin, null, UnDossier.Instruit())));
        Impossible("2 points restent à décider ou à retirer", () =>
            Cloturer(UneSeance.Ouverte(Juin, null, UnDossier.Instruit(), UnDossier.Instruit()))
        );

        static void Cloturer(Seance seance) => seance.Cloturer(UnDossier.Secretaire, Pendant);
    }

    [Fact]
    public void Une_séance_ne_se_déplace_ni_ne_s_annule_n_importe_comment()
    {
        var (planifiee, ouverte, avant) = (UneSeance.Planifiee(Juin), UneSeance.Ouverte(Juin), Quand.Le(2021, 6, 1));
        void Deplacer(Seance seance, DateOnly jour, string motif) =>
            seance.Deplacer(jour, auMois: false, motif, UnDossier.Secretaire, avant);
        var juillet = new DateOnly(2021, 7, 6);
        Impossible("une séance ouverte ne se déplace plus", () => Deplacer(ouverte, juillet, "Motif."));
        Impossible("la séance est annulée", () => Deplacer(Annulee(), juillet, "Motif."));
        Impossible("la séance a déjà lieu à cette date", () => Deplacer(planifiee, Juin, "Motif."));
        Impossible("dites pourquoi la séance est déplacée", () => Deplacer(planifiee, juillet, " "));
        Assert.Equal(
            "Cette date est passée : choisissez le 1er juin 2021 ou un jour à venir.",
            Lisible.De(Assert.Throws<ActeImpossibleException>(() => Deplacer(planifiee, new DateOnly(2021, 5, 31), "Motif.")).Message)
        );
        Impossible("une séance ouverte ne s'annule plus", () => ouverte.Annuler([], "Motif.", UnDossier.Secretaire));
        Impossible("la séance est déjà annulée", () => Annulee().Annuler([], "Motif.", UnDossier.Secretaire));
        Impossible("dites pourquoi la séance est annulée", () => planifiee.Annuler([], " ", UnDossier.Secretaire));
        planifiee.Inscrire(UnDossier.Instruit(), UnReglement.Bretagne, UnDossier.Secretaire);
        Impossible("l'ordre du jour a changé, rechargez la page", () => planifiee.Annuler([], "Motif.", UnDossier.Secretaire));
    }

    [Fact]
    public void Un_membre_s_exprime_à_son_tour()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Planifiee(Juin);
        seance.Inscrire(dossier, UnReglement.Bretagne, UnDossier.Secretaire);
        void Deporter(string membre, string motif) => seance.Deporter(dossier.Id, membre, motif, Finistere, Pendant);
        void Opiner(string membre) => seance.Opiner(dossier.Id, membre, SensAvis.Favorable, null, Finistere, Pendant);
        Impossible("ce membre ne siège pas à cette séance", () => Deporter("68", "Motif."));
        Impossible("ce membre ne siège pas à cette séance", () => Opiner("68"));
        Impossible("dites pourquoi le membre se déporte", () => Deporter("29", " "));
        Deporter("29", "Lien d’intérêt.");
        Impossible("ce déport est déjà déclaré", () => Deporter("29", "Encore."));
        Impossible("ce membre s'est déporté de ce point", () => Opiner("29"));
        Impossible("ce membre s'est déporté de ce point", () => seance.ConfierLeRapport(dossier.Id, "29", UnDossier.Secretaire));
        Impossible("la séance n'est pas ouverte", () => seance.Appeler(dossier.Id, UnDossier.Secretaire, Pendant));
        Impossible("la séance n'est pas ouverte", () =>
            seance.Proposer(dossier.Id, TypeDecision.Refus, null, UnDossier.Secretaire, Pendant)
        );
        seance.Ouvrir(UnDossier.Secretaire, Pendant);
        Impossible("ce dossier n'est pas à l'ordre du jour", () => seance.Appeler(Guid.NewGuid(), UnDossier.Secretaire, Pendant));
        seance.Appeler(dossier.Id, UnDossier.Secretaire, Pendant);
        Impossible("le point est déjà appelé, un déport se déclare avant", () => Deporter("35", "Motif."));
        Impossible("le point est déjà appelé, un avis se donne avant", () => Opiner("35"));
    }

    [Fact]
    public void Une_décision_se_prend_séance_ouverte_sur_un_point_qui_l_attend()
    {
        var (dossier, autre) = (UnDossier.Instruit(), UnDossier.Instruit());
        Impossible("une décision s'enregistre pendant la séance, une fois ouverte et avant sa clôture", () =>
            UneSeance.Planifiee(Juin).Decide(dossier, UneSeance.Refus())
        );
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        Impossible("ce dossier n'attend pas de décision à cette séance", () => seance.Decide(autre, UneSeance.Refus()));
        seance.Decide(dossier, UneSeance.Refus());
        Impossible("ce dossier n'attend pas de décision à cette séance", () => seance.Decide(dossier, UneSeance.Refus()));
    }

    [Fact]
    public void Une_rectification_dit_pourquoi_elle_est_impossible()
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var refus = seance.Decide(dossier, UneSeance.Refus()).Decision!;
        void Rectifier(Seance s, Decision ancienne, string motif = "Erreur.") =>
            s.Rectifier(ancienne, dossier, UneSeance.ARevoir(), motif, UneSeance.Cadre(seance));
        Impossible("la séance n'a pas eu lieu", () => Rectifier(UneSeance.Planifiee(Juin), refus));
        Impossible("cette décision n'est pas la dernière", () => Rectifier(UneSeance.Ouverte(Juin), refus));
        Impossible("dites pourquoi la décision est rectifiée", () => Rectifier(seance, refus, " "));
        var suivante = seance.Rectifier(refus, dossier, UneSeance.Accord(), "Erreur.", UneSeance.Cadre(seance)).Decision!;
        Impossible("cette décision est déjà rectifiée", () => Rectifier(seance, refus));
        dossier.Notifier(suivante, UnReglement.Bretagne, UnDossier.Secretaire, Quand.Le(2021, 6, 23));
        Impossible("cette décision est déjà notifiée, elle ne se rectifie plus", () => Rectifier(seance, suivante));
    }

    [Fact]
    public void Un_accord_contre_l_instruction_nomme_la_règle_non_conforme_et_sa_source()
    {
        var dossier = UnDossier.EnInstruction();
        UnDossier.Clore(dossier, nonConforme: "R24");
        var constat = Assert.Single(UneSeance.Ouverte(Juin, null, dossier).Decide(dossier, UneSeance.Accord()).Resultat.Refus);
        Assert.Equal(
            "L'instruction a conclu « non conforme » pour Thématique (R24) : l'accord est impossible.",
            Lisible.De(constat.Message)
        );
        Assert.Equal(("Thématique", "Source de R24", "citation de R24"), (constat.Nom, constat.Source.Document, constat.Source.Citation));
    }

    [Theory]
    [InlineData(true, "Vous avez instruit ce dossier : une autre personne enregistre sa décision.")]
    [InlineData(false, "Vous avez instruit ce dossier et vous enregistrez sa décision : le journal le garde.")]
    public void Qui_a_instruit_lit_ce_qu_il_en_est(bool stricte, string phrase)
    {
        var dossier = UnDossier.Instruit();
        var seance = UneSeance.Ouverte(Juin, null, dossier);
        var cadre = UneSeance.Cadre(seance) with { Par = UnDossier.Instructeur, SeparationStricte = stricte };
        var constat = Assert.Single(seance.Decider(dossier, UneSeance.Refus(), cadre).Resultat.Constats, c =>
            c.Nom == "Séparation de l’instruction et de la décision"
        );
        Assert.Equal(("R64", phrase), (constat.Regle, Lisible.De(constat.Message)));
    }

    [Fact]
    public void Une_séance_se_nomme_par_son_jour_ou_par_son_mois()
    {
        Assert.Equal(("mardi 22 juin 2021", "du mardi 22 juin 2021"), Nommer(UneSeance.Planifiee(Juin)));
        Assert.Equal(("juin 2021", "de juin 2021"), Nommer(UneSeance.Planifiee(Juin, auMois: true)));

        static (string, string) Nommer(Seance seance) => (Lisible.De(seance.Libelle), Lisible.De(seance.Du));
    }

    private static Seance Annulee()
    {
        var seance = UneSeance.Planifiee(Juin);
        seance.Annuler([], "Motif.", UnDossier.Secretaire);
        return seance;
    }
}
