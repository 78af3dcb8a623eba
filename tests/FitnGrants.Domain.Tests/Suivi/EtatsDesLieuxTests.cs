using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;

namespace FitnGrants.Domain.Tests.Suivi;

/// <summary>
/// The quarterly reports through their verbs (suivi.md, 4): Vern-sur-Seiche, received on 12 July 2021, 20 720 € on 28 000 €.
/// </summary>
public sealed class EtatsDesLieuxTests
{
    private static readonly ContenuDEtat Dit = new()
    {
        Statut = StatutDeProjet.EnCours,
        AvancementPct = 40,
        Avancement = "Le portail est en essai.",
        DepensesPayees = new Euros(9_000m),
        Previsions = [new Prevision(new Trimestre(2021, 4), new Euros(10_000m)), new Prevision(new Trimestre(2022, 1), new Euros(9_000m))],
        Entreprises = [new EntrepriseAttributaire("Atelier", "35", new Euros(18_000m))],
    };

    private readonly UnActe u = UnActe.A(EtapeDeSuivi.EnExecution);
    private readonly List<EtatDesLieux> etats = [];

    private ActeAttributif Acte => u.Acte;

    private CadreDeLActe Le(int annee, int mois, int jour) => u.Cadre(annee, mois, jour, UnDossier.Representant);

    private CadreDeLActe Agent(int annee, int mois, int jour) => u.Cadre(annee, mois, jour, UnDossier.Instructeur);

    private EtatDesLieux Ouvrir(CadreDeLActe cadre)
    {
        var etat = Acte.OuvrirUnEtat(etats, cadre);
        if (!etats.Contains(etat))
            etats.Add(etat);
        return etat;
    }

    private EtatDesLieux Rendre(CadreDeLActe cadre, Func<ContenuDEtat, ContenuDEtat>? change = null)
    {
        var etat = Ouvrir(cadre);
        UnActe.Accepter(Acte.EcrireUnEtat(etat, (change ?? (c => c))(Dit), cadre));
        UnActe.Accepter(Acte.TransmettreUnEtat(etat, etats, cadre));
        return etat;
    }

    private IEnumerable<string> Codes(EtatDesLieux etat) => Acte.ConstatsDe(etat, etats, u.Versements).Select(c => c.Code);

    [Fact]
    public void Il_est_attendu_trois_mois_après_la_réception_et_s_ouvre_trente_jours_avant()
    {
        Assert.Equal((new DateOnly(2021, 10, 12), new DateOnly(2021, 9, 12)), (Acte.EtatAttenduLe!.Value, Acte.EtatOuvreLe!.Value));
        var refus = Assert.Throws<ActeImpossibleException>(() => Ouvrir(Le(2021, 9, 11)));
        Assert.Contains("s’ouvre le 12 septembre 2021", refus.Message.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Ouvrir(Le(2021, 9, 12));
        Assert.False(Acte.EtatEnRetard(new DateOnly(2021, 10, 12)));
        Assert.True(Acte.EtatEnRetard(new DateOnly(2021, 10, 13)));
    }

    [Theory]
    [InlineData(2021, 9, 12, 2022, 1, 12)] // from its opening on, it answers its day
    [InlineData(2021, 12, 12, 2022, 1, 12)] // two months late, the day before the next one opens
    [InlineData(2021, 12, 13, 2022, 4, 12)] // once the next one is open, one sending answers both
    [InlineData(2022, 8, 1, 2022, 10, 12)] // every day that is past
    public void Un_envoi_répond_à_tout_ce_qui_est_échu_ou_ouvert(int annee, int mois, int jour, int a, int m, int j)
    {
        Rendre(Le(annee, mois, jour));
        Assert.Equal(new DateOnly(a, m, j), Acte.EtatAttenduLe);
    }

    [Theory]
    [InlineData(2021, 10, 27, 2022, 1, 12)] // 15 days after the due day: one answers both
    [InlineData(2021, 9, 27, 2022, 1, 12)] // 15 days before
    [InlineData(2021, 9, 26, 2021, 10, 12)] // 16 days before: the due day stays
    public void Une_demande_à_quinze_jours_d_une_échéance_se_rend_avec_elle(int annee, int mois, int jour, int a, int m, int j)
    {
        UnActe.Accepter(Acte.DemanderUnEtat(new DateOnly(annee, mois, jour), "Conférence régionale.", Agent(2021, 8, 20)));
        Rendre(Le(2021, 9, 1));
        Assert.Equal(new DateOnly(a, m, j), Acte.EtatAttenduLe);
        Assert.Null(Acte.EtatDemandeAvantLe);
    }

    [Fact]
    public void Une_demande_avance_le_jour_attendu_et_s_ouvre_aussitôt()
    {
        UnActe.Accepter(Acte.DemanderUnEtat(new DateOnly(2021, 9, 15), "Fin de gestion.", Agent(2021, 8, 20)));
        Assert.Equal(new DateOnly(2021, 9, 15), Acte.EtatAttenduLe);
        Assert.Equal(new DateOnly(2021, 9, 15), Ouvrir(Le(2021, 8, 20)).Attendu);
        Assert.Throws<ActeImpossibleException>(() => Acte.DemanderUnEtat(new DateOnly(2021, 9, 20), "Encore.", Agent(2021, 8, 21)));
    }

    [Fact]
    public void Une_relance_attend_le_retard_part_une_fois_par_jour_et_s_oublie_une_fois_l_état_rendu()
    {
        Assert.Throws<ActeImpossibleException>(() => Acte.RelancerLEtat(null, Agent(2021, 10, 12)));
        UnActe.Accepter(Acte.RelancerLEtat(" Avant la conférence. ", Agent(2021, 10, 13)));
        Assert.Equal(new DateOnly(2021, 10, 13), Acte.EtatRelanceLe);
        Assert.Throws<ActeImpossibleException>(() => Acte.RelancerLEtat(null, Agent(2021, 10, 13)));
        // One a day, whoever reminds first.
        Assert.False(Acte.RappelerLEtat(new DateOnly(2021, 10, 13)));
        UnActe.Accepter(Acte.RelancerLEtat(null, Agent(2021, 10, 14)));
        Assert.True(Acte.RappelerLEtat(new DateOnly(2021, 10, 27)));
        Assert.Throws<ActeImpossibleException>(() => Acte.RelancerLEtat(null, Agent(2021, 10, 27)));
        Rendre(Le(2021, 10, 28));
        Assert.Null(Acte.EtatRelanceLe);
        Assert.Throws<ActeImpossibleException>(() => Acte.RelancerLEtat(null, Agent(2021, 10, 29)));
    }

    [Fact]
    public void Une_demande_dit_un_jour_à_venir_et_son_motif()
    {
        var champs = Acte.DemanderUnEtat(new DateOnly(2021, 8, 20), " ", Agent(2021, 8, 20)).Refus.Select(c => c.Champ);
        Assert.Equal(["avantLe", "motif"], champs);
        Assert.Equal(new DateOnly(2021, 10, 12), Acte.EtatAttenduLe);
    }

    [Fact]
    public void Le_premier_après_l_achèvement_est_le_dernier_attendu()
    {
        Rendre(Le(2021, 10, 1));
        UnActe.Accepter(
            Acte.DeclarerLAchevement(
                new DateOnly(2021, 11, 30),
                [new LigneDeCout("Atelier", 0, "F-1", new(2021, 9, 1), new(2021, 9, 2), new Euros(28_000m))],
                Euros.Zero,
                Le(2021, 12, 1)
            ).Resultat
        );
        Assert.Equal(new DateOnly(2022, 1, 12), Acte.EtatAttenduLe);
        var final = Rendre(Le(2021, 12, 20), c =>
            c with
            {
                Statut = StatutDeProjet.Acheve,
                AvancementPct = 100,
                DepensesPayees = new Euros(28_000m),
            }
        );
        Assert.True(final.Final);
        Assert.Null(Acte.EtatAttenduLe);
        Assert.Null(Acte.RappelDEtatLe);
    }

    [Fact]
    public void Rien_n_est_plus_attendu_d_une_aide_qui_a_pris_fin()
    {
        UnActe.Accepter(Acte.Renoncer("Le projet ne se fera pas.", Le(2021, 9, 20), u.Engagement));
        Assert.Equal((null, null), (Acte.EtatAttenduLe, Acte.RappelDEtatLe));
        Assert.Throws<ActeImpossibleException>(() => Ouvrir(Le(2021, 10, 1)));
    }

    [Fact]
    public void Le_suivant_reprend_tout_sauf_les_trimestres_passés()
    {
        Rendre(Le(2021, 10, 12), c => c with { MotifDeBaisse = "Un avoir." });
        var suivant = Ouvrir(Le(2022, 1, 10)).Contenu;
        Assert.Equal(
            (40, "Le portail est en essai.", new Euros(9_000m), null),
            (suivant.AvancementPct!.Value, suivant.Avancement, suivant.DepensesPayees!.Value, suivant.MotifDeBaisse)
        );
        Assert.Equal("Atelier", Assert.Single(suivant.Entreprises).Nom);
        Assert.Equal(new Trimestre(2022, 1), Assert.Single(suivant.Previsions).Trimestre);
    }

    [Fact]
    public void Un_seul_s_écrit_à_la_fois_et_rien_ne_s_écrit_après_l_envoi()
    {
        var etat = Ouvrir(Le(2021, 10, 1));
        Assert.Same(etat, Ouvrir(Le(2021, 10, 2)));
        UnActe.Accepter(Acte.EcrireUnEtat(etat, Dit, Le(2021, 10, 2)));
        UnActe.Accepter(Acte.TransmettreUnEtat(etat, etats, Le(2021, 10, 3)));
        Assert.Throws<ActeImpossibleException>(() => Acte.EcrireUnEtat(etat, Dit, Le(2021, 10, 3)));
        Assert.Throws<ActeImpossibleException>(() => Acte.TransmettreUnEtat(etat, etats, Le(2021, 10, 3)));
    }

    [Fact]
    public void Renvoyé_il_se_corrige_point_par_point_et_chaque_envoi_est_gardé()
    {
        var etat = Rendre(Le(2021, 10, 1));
        Assert.Equal("autre", Assert.Single(Acte.RenvoyerUnEtat(etat, [new(null, " ")], etats, Agent(2021, 10, 4)).Refus).Champ);
        UnActe.Accepter(
            Acte.RenvoyerUnEtat(etat, [new("depensesPayees", "Hors taxes seulement."), new(null, "")], etats, Agent(2021, 10, 4))
        );
        Assert.Equal((StadeDEtat.ACorriger, EtapeDEtat.ACorriger), (etat.Stade, Acte.EtatAttend!.Value));
        Assert.Equal("Hors taxes seulement.", Assert.Single(etat.Points).Texte);
        UnActe.Accepter(Acte.EcrireUnEtat(etat, Dit with { DepensesPayees = new Euros(7_500m) }, Le(2021, 10, 5)));
        UnActe.Accepter(Acte.TransmettreUnEtat(etat, etats, Le(2021, 10, 5)));
        Assert.Equal([9_000m, 7_500m], etat.Transmissions.Select(t => t.Contenu.DepensesPayees!.Value.Montant));
        Assert.Empty(etat.Points);
        Assert.Equal(EtapeDEtat.ALire, Acte.EtatAttend);
        UnActe.Accepter(Acte.MarquerLu(etat, [], etats, Agent(2021, 10, 6)));
        Assert.Null(Acte.EtatAttend);
        Assert.Throws<ActeImpossibleException>(() => Acte.RenvoyerUnEtat(etat, [new(null, "Trop tard.")], etats, Agent(2021, 10, 7)));
    }

    /// <summary>Said with its figures at 25 000,00 € on 31 250,00 €: 32 500,00 € consume 25 000,00 €.</summary>
    [Theory]
    [InlineData(9_000.00, 6_660.00)]
    [InlineData(28_000.00, 20_720.00)]
    [InlineData(28_000.01, 20_720.00)]
    [InlineData(0.02, 0.01)] // 0,0148 rounded down
    public void Les_crédits_consommés_suivent_les_dépenses_et_ne_passent_pas_l_aide(double payees, double consommes) =>
        Assert.Equal(
            new Euros((decimal)consommes),
            Rendre(Le(2021, 10, 1), c => c with { DepensesPayees = new Euros((decimal)payees) }).CreditsConsommes
        );

    [Fact]
    public void Chaque_constat_paraît_à_son_seuil_et_pas_avant()
    {
        var valeurs = Acte.Valeurs;
        var jour = new DateOnly(2021, 10, 12);
        string Trouve(Func<ContenuDEtat, ContenuDEtat> change, ContenuDEtat? avant = null, decimal declarees = 0m) =>
            string.Join(
                ' ',
                ConstatsDEtat.De(new EtatCompare(change(Dit), avant, valeurs, new Euros(declarees), jour)).Select(c => c.Code)
            );
        ContenuDEtat Plan(ContenuDEtat c, decimal payees, decimal prevu) =>
            c with
            {
                DepensesPayees = new Euros(payees),
                Previsions = [new Prevision(new Trimestre(2022, 1), new Euros(prevu))],
            };

        Assert.Equal("", Trouve(c => c));
        Assert.Equal("", Trouve(c => Plan(c, 28_000m, 0m) with { AvancementPct = 50 }));
        Assert.Equal("E1", Trouve(c => Plan(c, 28_000.01m, 0m) with { AvancementPct = 50 }));
        Assert.Equal("E4", Trouve(c => Plan(c, 28_000m, 0m) with { AvancementPct = 49 }));
        Assert.Equal("E4", Trouve(c => Plan(c, 13_999.99m, 14_000m) with { AvancementPct = 100 }));
        Assert.Equal("", Trouve(c => Plan(c, 14_000m, 14_000m) with { AvancementPct = 100 }));
        Assert.Equal("", Trouve(c => c, Dit));
        Assert.Equal("E2", Trouve(c => c, Dit with { DepensesPayees = new Euros(9_000.01m) }));
        Assert.Equal("", Trouve(c => c with { MotifDeBaisse = "Un avoir." }, Dit with { DepensesPayees = new Euros(9_000.01m) }));
        Assert.Equal("E3", Trouve(c => c, Dit with { AvancementPct = 41 }));
        Assert.Equal("E5", Trouve(c => c with { Entreprises = [], AucuneEntreprise = true }));
        Assert.Equal("", Trouve(c => Plan(c, 0m, 28_000m) with { Entreprises = [], AucuneEntreprise = true }));
        Assert.Equal("", Trouve(c => Plan(c, 9_000m, 21_800m)));
        Assert.Equal("E6", Trouve(c => Plan(c, 9_000m, 21_800.01m)));
        Assert.Equal("", Trouve(c => Plan(c, 9_000m, 16_200m)));
        Assert.Equal("E6", Trouve(c => Plan(c, 9_000m, 16_199.99m)));
        var apres = Trimestre.De(valeurs.Termes.AchevementPrevu!.Value).Suivant;
        Assert.Equal("E6", Trouve(c => c with { Previsions = [new Prevision(apres, new Euros(19_000m))] }));
        Assert.Equal("", Trouve(c => c with { Echeances = [new("Ouverture", jour)] }));
        Assert.Equal("E7", Trouve(c => c with { Echeances = [new("Ouverture", jour.AddDays(-1))] }));
        Assert.Equal("", Trouve(c => c with { Echeances = [new("Ouverture", jour.AddDays(-1), jour)] }));
        Assert.Equal("", Trouve(c => c with { Statut = StatutDeProjet.Bloque }, Dit));
        Assert.Equal("E8", Trouve(c => c with { Statut = StatutDeProjet.Bloque }, Dit with { Statut = StatutDeProjet.Bloque }));
        Assert.Equal("", Trouve(c => c, declarees: 9_000m));
        Assert.Equal("E9", Trouve(c => c, declarees: 9_000.01m));
    }

    [Fact]
    public void Un_constat_dit_ses_chiffres()
    {
        var valeurs = Acte.Valeurs with { Montant = new Euros(25_000m), Depense = new Euros(31_250m) };
        var dits = ConstatsDEtat.De(
            new EtatCompare(
                Dit with
                {
                    DepensesPayees = new Euros(32_500m),
                    Previsions = [new Prevision(new Trimestre(2021, 4), new Euros(4_000m))],
                    Entreprises = [],
                    AucuneEntreprise = true,
                    AvancementPct = 85,
                },
                null,
                valeurs,
                Euros.Zero,
                new DateOnly(2022, 3, 4)
            )
        );
        Assert.Equal(
            [
                "32 500,00 € payés sur 31 250,00 €, soit 1 250,00 € de trop.",
                "32 500,00 € payés et « aucune à ce jour ».",
                "32 500,00 € payés + 4 000,00 € prévus = 36 500,00 €, soit 16,80 % de plus que 31 250,00 €. Repère : 10 %.",
            ],
            dits.Select(c => c.Phrase.Replace('\u202F', ' ').Replace('\u00A0', ' '))
        );
    }

    [Fact]
    public void Levé_un_constat_se_tait_jusqu_à_ce_que_ses_chiffres_changent()
    {
        var premier = Rendre(Le(2021, 10, 1), c => c with { Entreprises = [], AucuneEntreprise = true });
        var constat = Assert.Single(Acte.ConstatsDe(premier, etats, u.Versements));
        Assert.Equal("motif", Assert.Single(Acte.LeverUnConstat(premier, constat, " ", Agent(2021, 10, 2)).Refus).Champ);
        UnActe.Accepter(Acte.LeverUnConstat(premier, constat, "Commandes à l’UGAP.", Agent(2021, 10, 2)));
        Assert.Empty(Codes(premier));
        UnActe.Accepter(Acte.MarquerLu(premier, [], etats, Agent(2021, 10, 2)));
        var pareil = Rendre(Le(2022, 1, 10), c => c with { Entreprises = [], AucuneEntreprise = true });
        Assert.Empty(Codes(pareil));
        UnActe.Accepter(Acte.MarquerLu(pareil, [], etats, Agent(2022, 1, 11)));
        var change = Rendre(Le(2022, 4, 10), c => c with { Entreprises = [], AucuneEntreprise = true, DepensesPayees = new Euros(9_500m) });
        Assert.Equal(["E5"], Codes(change));
    }

    [Fact]
    public void Lu_avec_un_constat_ouvert_il_le_garde()
    {
        var etat = Rendre(Le(2021, 10, 1), c => c with { Entreprises = [], AucuneEntreprise = true });
        UnActe.Accepter(Acte.MarquerLu(etat, Acte.ConstatsDe(etat, etats, u.Versements), etats, Agent(2021, 10, 2)));
        Assert.Equal("E5", Assert.Single(etat.Ouverts).Code);
    }

    /// <summary>R77 and R78 in the mode of each dispositif: recommended in Bretagne, due in the Haut-Rhin.</summary>
    [Fact]
    public void Incomplet_il_part_en_Bretagne_et_pas_dans_le_Haut_Rhin()
    {
        var vide = new ContenuDEtat();
        Rendre(Le(2021, 10, 1), _ => new ContenuDEtat { AvancementPct = 10 });
        var etat = Ouvrir(Le(2022, 1, 1));
        UnActe.Accepter(Acte.EcrireUnEtat(etat, vide, Le(2022, 1, 1)));
        var refus = Acte.TransmettreUnEtat(etat, etats, Le(2022, 1, 1) with { Reglement = UnReglement.HautRhin }).Refus;
        Assert.Equal(
            ["avancement", "avancementPct", "depensesPayees", "entreprises", "statut"],
            refus.Select(c => c.Champ).Order(StringComparer.Ordinal)
        );
        Assert.Equal(StadeDEtat.Brouillon, etat.Stade);
        // Nothing at all is no report, anywhere.
        Assert.Equal("avancementPct", Assert.Single(Acte.TransmettreUnEtat(etat, etats, Le(2022, 1, 1)).Refus).Champ);
        var sansSiege = Dit with { Entreprises = [new EntrepriseAttributaire("Éditeur", null, null)] };
        UnActe.Accepter(Acte.EcrireUnEtat(etat, sansSiege, Le(2022, 1, 1)));
        Assert.Equal(
            "R78",
            Assert.Single(Acte.TransmettreUnEtat(etat, etats, Le(2022, 1, 1) with { Reglement = UnReglement.HautRhin }).Refus).Regle
        );
    }

    [Fact]
    public void Partout_une_échéance_ne_se_dit_pas_faite_d_avance()
    {
        var etat = Ouvrir(Le(2021, 10, 1));
        var dit = Dit with { Echeances = [new("Ouverture", new(2021, 12, 1), new(2021, 10, 2))], AucuneEntreprise = true };
        UnActe.Accepter(Acte.EcrireUnEtat(etat, dit, Le(2021, 10, 1)));
        Assert.Equal(
            ["entreprises", "echeances[0].faiteLe"],
            Acte.TransmettreUnEtat(etat, etats, Le(2021, 10, 1)).Refus.Select(c => c.Champ)
        );
    }

    [Fact]
    public void Chaque_rappel_part_une_fois_et_après_un_saut_le_dernier_seul()
    {
        // Opening, 15 days, 5 days, the day after, very late, thirty days late.
        DateOnly[] prevus = [new(2021, 9, 12), new(2021, 9, 27), new(2021, 10, 7), new(2021, 10, 13), new(2021, 10, 27), new(2021, 11, 11)];
        var partis = new List<DateOnly>();
        for (var jour = new DateOnly(2021, 8, 1); jour < new DateOnly(2021, 12, 31); jour = jour.AddDays(1))
            if (Acte.RappelerLEtat(jour))
                partis.Add(jour);
        Assert.Equal(prevus, partis);

        var autre = UnActe.A(EtapeDeSuivi.EnExecution).Acte;
        Assert.True(autre.RappelerLEtat(new DateOnly(2021, 10, 20)));
        Assert.False(autre.RappelerLEtat(new DateOnly(2021, 10, 20)));
        Assert.Equal(new DateOnly(2021, 10, 27), autre.RappelDEtatLe);
    }

    /// <summary>
    /// Thirty days late where R77 obliges; thirty days to answer from its reception; then payments wait, if the act says so.
    /// </summary>
    [Fact]
    public void En_demeure_là_où_l_état_est_dû_trente_jours_après_et_trente_jours_durant()
    {
        CadreDeLActe Rhin(int annee, int mois, int jour) => Agent(annee, mois, jour) with { Reglement = UnReglement.HautRhin };
        Assert.Contains(
            "recommandé",
            Assert.Throws<ActeImpossibleException>(() => Acte.MettreEnDemeure(Agent(2021, 11, 11))).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ActeImpossibleException>(() => Acte.MettreEnDemeure(Rhin(2021, 11, 10)));
        UnActe.Accepter(Acte.MettreEnDemeure(Rhin(2021, 11, 11)));
        Assert.Throws<ActeImpossibleException>(() => Acte.MettreEnDemeure(Rhin(2021, 11, 12)));
        Assert.False(Acte.DemeurePassee(new DateOnly(2022, 11, 11)));
        Assert.Equal("recueLe", Assert.Single(Acte.RecevoirLaMiseEnDemeure(new DateOnly(2021, 11, 10), Rhin(2021, 11, 15)).Refus).Champ);
        Assert.Equal("recueLe", Assert.Single(Acte.RecevoirLaMiseEnDemeure(new DateOnly(2021, 11, 16), Rhin(2021, 11, 15)).Refus).Champ);
        UnActe.Accepter(Acte.RecevoirLaMiseEnDemeure(new DateOnly(2021, 11, 15), Rhin(2021, 11, 15)));
        Assert.Equal(new DateOnly(2021, 12, 15), Acte.EnDemeure!.RepondreAvantLe);
        Assert.False(Acte.DemeurePassee(new DateOnly(2021, 12, 15)));
        Assert.True(Acte.DemeurePassee(new DateOnly(2021, 12, 16)));
        Rendre(Le(2021, 12, 17));
        Assert.Null(Acte.EnDemeure);
        Assert.False(Acte.DemeurePassee(new DateOnly(2021, 12, 18)));
        Assert.NotNull(Assert.Single(Acte.MisesEnDemeure).CloseLe);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Passée_la_demeure_les_versements_attendent_si_l_acte_le_dit(bool suspendus)
    {
        var demande = Demander(suspendus);
        var rhin = Agent(2021, 11, 11) with { Reglement = UnReglement.HautRhin };
        UnActe.Accepter(Acte.MettreEnDemeure(rhin));
        UnActe.Accepter(Acte.RecevoirLaMiseEnDemeure(new DateOnly(2021, 11, 11), rhin));
        var apres = u.Cadre(2021, 12, 12);
        if (suspendus)
        {
            var refus = Assert.Throws<ActeImpossibleException>(() => Acte.OrdonnancerUnVersement(demande, "100000009", apres));
            Assert.Contains("attendent l’état des lieux", refus.Message, StringComparison.Ordinal);
            Rendre(Le(2021, 12, 12));
        }
        UnActe.Accepter(Acte.OrdonnancerUnVersement(demande, "100000009", apres));
    }

    /// <summary>An avance that is controlled, on an act that says whether payments wait.</summary>
    private DemandeDeVersement Demander(bool suspendus)
    {
        if (suspendus)
            typeof(ActeAttributif)
                .GetProperty(nameof(ActeAttributif.Termes))!
                .SetValue(Acte, Acte.Termes! with { PaiementsSuspendus = true });
        var demande = Acte.PreparerUnVersement(NatureDeVersement.Avance, Le(2021, 9, 1)).Demande!;
        u.Versements.Add(demande);
        UnActe.Accepter(Acte.TransmettreUnVersement(demande, new Euros(1_000m), [], Le(2021, 9, 1)));
        UnActe.Accepter(Acte.ControlerUnVersement(demande, [], null, null, u.Cadre(2021, 9, 2)));
        return demande;
    }

    [Fact]
    public void Refusé_à_l_envoi_rien_n_a_changé()
    {
        var etat = Ouvrir(Le(2021, 10, 1));
        UnActe.Accepter(Acte.EcrireUnEtat(etat, Dit, Le(2021, 10, 1)));
        var avant = (etat.Contenu, etat.Revision, Acte.Revision, Acte.EtatAttenduLe);
        var refus = Acte.TransmettreUnEtat(etat, Dit with { AucuneEntreprise = true }, etats, Le(2021, 10, 1));
        Assert.False(refus.EstAccepte);
        Assert.Equal(avant, (etat.Contenu, etat.Revision, Acte.Revision, Acte.EtatAttenduLe));
        var trop = Enumerable.Repeat(Dit.Entreprises[0], ContenuDEtat.LignesAuPlus + 1);
        Assert.False(Acte.TransmettreUnEtat(etat, Dit with { Entreprises = [.. trop] }, etats, Le(2021, 10, 1)).EstAccepte);
        Assert.Equal(avant, (etat.Contenu, etat.Revision, Acte.Revision, Acte.EtatAttenduLe));
    }

    [Theory]
    [InlineData("2022-03-06", "2022-06-30", "2022-2")] // 25 days left in the quarter: it is over
    [InlineData("2021-10-12", "2022-06-30", "2021-4 2022-1 2022-2")]
    [InlineData("2022-03-01", "2022-06-30", "2022-1 2022-2")] // 30 days left: it is forecast
    [InlineData("2022-03-02", "2022-06-30", "2022-2")]
    [InlineData("2023-01-10", "2022-06-30", "2023-1")] // late: one at least
    public void Les_trimestres_à_prévoir_vont_jusqu_à_l_achèvement(string attendu, string fin, string trimestres) =>
        Assert.Equal(
            trimestres,
            string.Join(
                ' ',
                ContenuDEtat.APrevoir(DateOnly.Parse(attendu, null), DateOnly.Parse(fin, null)).Select(t => $"{t.Annee}-{t.Rang}")
            )
        );

    [Fact]
    public void Un_achèvement_d_un_autre_siècle_ne_demande_pas_plus_de_vingt_trimestres() =>
        Assert.Equal(20, ContenuDEtat.APrevoir(new DateOnly(2021, 10, 12), new DateOnly(2999, 1, 1)).Length);
}
