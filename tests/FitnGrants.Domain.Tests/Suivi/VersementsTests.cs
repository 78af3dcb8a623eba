using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using static FitnGrants.Domain.Suivi.NatureDeVersement;

namespace FitnGrants.Domain.Tests.Suivi;

/// <summary>Every row of the table of suivi.md, 3, through the verbs, each with its neighbour one cent over.</summary>
public sealed class VersementsTests
{
    private static readonly Acteur Controleur = UnDossier.Qui("SGAR, contrôle", Role.Gestionnaire);
    private static readonly Acteur Payeur = UnDossier.Qui("SGAR, paiement", Role.Gestionnaire);
    private static readonly DateOnly Septembre = new(2021, 9, 1);

    /// <summary>Each act on a request, and where it is possible; typed here, and not read from its guards.</summary>
    private static readonly Dictionary<string, (Func<UnActe, DemandeDeVersement, Resultat> Agir, EtatDeVersement[] Permis)> Verbes = new(
        StringComparer.Ordinal
    )
    {
        ["Ecrire"] = (
            (u, d) => u.Acte.EcrireUnVersement(d, null, [Ligne(1_000m, 0)], Par(u, UnDossier.Representant)),
            [EtatDeVersement.Brouillon, EtatDeVersement.ACompleter]
        ),
        ["Transmettre"] = (
            (u, d) => u.Acte.TransmettreUnVersement(d, Par(u, UnDossier.Representant)),
            [EtatDeVersement.Brouillon, EtatDeVersement.ACompleter]
        ),
        ["Effacer"] = ((u, d) => u.Acte.EffacerUnVersement(d, Par(u, UnDossier.Representant)), [EtatDeVersement.Brouillon]),
        ["Reprendre"] = ((u, d) => u.Acte.ReprendreUnVersement(d, Par(u, UnDossier.Representant)), [EtatDeVersement.Transmise]),
        ["Rendre"] = ((u, d) => u.Acte.RendreUnVersement(d, "Une pièce manque.", Par(u, Controleur)), [EtatDeVersement.Transmise]),
        ["Controler"] = ((u, d) => Controler(u, d, null), [EtatDeVersement.Transmise]),
        ["Ordonnancer"] = ((u, d) => u.Acte.OrdonnancerUnVersement(d, "100000007", Par(u, Controleur)), [EtatDeVersement.Controlee]),
        ["Payer"] = (
            (u, d) => u.Acte.PayerUnVersement(d, Le(2021, 9, 2), new Euros(740m), Par(u, Payeur), u.Engagement),
            [EtatDeVersement.Ordonnancee]
        ),
        ["Constater"] = (
            (u, d) =>
                u.Acte.ConstaterUnPaiement(d, "100000008", new DateOnly(2021, 9, 3), new Euros(740.01m), Par(u, Payeur), u.Engagement),
            [EtatDeVersement.Controlee, EtatDeVersement.Ordonnancee, EtatDeVersement.Payee]
        ),
        ["Viser"] = (
            (u, d) => u.Acte.ViserUnVersement(d, Le(2021, 9, 1), null, Par(u, UnDossier.Representant)).Resultat,
            [
                EtatDeVersement.Brouillon,
                EtatDeVersement.Transmise,
                EtatDeVersement.ACompleter,
                EtatDeVersement.Controlee,
                EtatDeVersement.Ordonnancee,
                EtatDeVersement.Payee,
            ]
        ),
        ["ReglerUnEcart"] = ((u, d) => u.Acte.ReglerUnEcart(d, "Réglé.", Par(u, Controleur)), []),
        ["Rejeter"] = (
            (u, d) => u.Acte.RejeterUnVersement(d, "Hors du projet.", Par(u, Controleur)),
            [EtatDeVersement.Transmise, EtatDeVersement.ACompleter, EtatDeVersement.Controlee]
        ),
        ["Annuler"] = (
            (u, d) => u.Acte.AnnulerUnPas(d, "Erreur.", Par(u, UnDossier.Secretaire), u.Engagement),
            [EtatDeVersement.Controlee, EtatDeVersement.Ordonnancee, EtatDeVersement.Payee]
        ),
    };

    public static TheoryData<string, EtatDeVersement> TousLesCas() =>
        [.. Verbes.Keys.SelectMany(_ => Enum.GetValues<EtatDeVersement>(), (v, e) => (v, e))];

    [Theory]
    [MemberData(nameof(TousLesCas))]
    public void Chaque_acte_n_est_possible_que_la_ou_il_a_un_sens(string verbe, EtatDeVersement etat)
    {
        var (u, demande) = A(etat);
        Assert.Equal(etat, demande.Etat);
        var (agir, permis) = Verbes[verbe];
        if (permis.Contains(etat))
        {
            UnActe.Accepter(agir(u, demande));
            return;
        }
        var avant = (demande.Montant, demande.Paye, demande.Lignes, u.Engagement.Montant);
        Assert.Throws<ActeImpossibleException>(() => agir(u, demande));
        Assert.Equal((etat, avant), (demande.Etat, (demande.Montant, demande.Paye, demande.Lignes, u.Engagement.Montant)));
    }

    /// <summary>A request of 740 € on 1 000 € of costs, brought there by its own verbs; annulled, by the end of its accord.</summary>
    private static (UnActe Acte, DemandeDeVersement Demande) A(EtatDeVersement etat)
    {
        var u = EnExecution();
        var demande = Preparer(u, Acompte);
        string[] chemin = etat switch
        {
            EtatDeVersement.Brouillon => ["Ecrire"],
            EtatDeVersement.Transmise => ["Ecrire", "Transmettre"],
            EtatDeVersement.ACompleter => ["Ecrire", "Transmettre", "Rendre"],
            EtatDeVersement.Controlee => ["Ecrire", "Transmettre", "Controler"],
            EtatDeVersement.Ordonnancee => ["Ecrire", "Transmettre", "Controler", "Ordonnancer"],
            EtatDeVersement.Payee => ["Ecrire", "Transmettre", "Controler", "Ordonnancer", "Payer"],
            EtatDeVersement.Rejetee => ["Ecrire", "Transmettre", "Rejeter"],
            _ => ["Ecrire"],
        };
        foreach (var verbe in chemin)
            UnActe.Accepter(Verbes[verbe].Agir(u, demande));
        if (etat == EtatDeVersement.Annulee)
            UnActe.Accepter(u.Acte.Renoncer("Le projet ne se fera pas.", u.Cadre(2021, 9, 2), u.Engagement));
        return (u, demande);
    }

    [Fact]
    public void Une_avance_tient_dans_trente_pour_cent()
    {
        var u = EnExecution();
        var avance = Preparer(u, Avance);
        Ecrire(u, avance, 6_216.01m);
        Assert.Contains("6 216,00", Dit(u.Acte.TransmettreUnVersement(avance, Par(u, UnDossier.Representant))), StringComparison.Ordinal);
        Ecrire(u, avance, 6_216m);
        UnActe.Accepter(u.Acte.TransmettreUnVersement(avance, Par(u, UnDossier.Representant)));
        Assert.Equal(EtapeDeVersement.AControler, u.Acte.VersementAttend);
        Assert.Contains("art. 12", Dit(Controler(u, avance, 6_216.01m)), StringComparison.Ordinal);
        UnActe.Accepter(Controler(u, avance, 6_216m));
        Payer(u, avance, "100000001");
        Assert.Equal((new Euros(6_216m), null), (u.Acte.Liquider(u.Versements).Paye, u.Acte.VersementAttend));
        // Once.
        Assert.Contains("une fois", Dit(u.Acte.PreparerUnVersement(Avance, u.Cadre(2021, 9, 1)).Resultat), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000, 1_184)]
    [InlineData(28_000, 10_360)]
    public void Un_acompte_suit_ce_qui_est_retenu_avance_comprise(decimal retenu, decimal acompte)
    {
        var u = AvecLAvance();
        var demande = Demander(u, retenu);
        Assert.Contains("dépassent ce qui est possible", Dit(Controler(u, demande, acompte + 0.01m)), StringComparison.Ordinal);
        UnActe.Accepter(Controler(u, demande, acompte));
        Payer(u, demande, "100000002");
        Assert.Equal(new Euros(6_216m + acompte), u.Acte.Liquider(u.Versements).Engage);
    }

    [Theory]
    [InlineData(25_000, 1_924, 2_220)]
    [InlineData(28_000, 4_144, 0)]
    public void Le_solde_est_ce_qui_reste_dû_et_le_reliquat_revient(decimal final, decimal solde, decimal reliquat)
    {
        var u = AvecUnAcompte();
        var demande = Achever(u, final - 22_400m);
        Assert.Equal((EtatDossier.Acheve, EtapeDeSuivi.ASolder), (u.Dossier.Etat, u.Acte.Etape));
        Assert.Contains("dépassent ce qui est possible", Dit(Controler(u, demande, solde + 0.01m)), StringComparison.Ordinal);
        UnActe.Accepter(Controler(u, demande, solde));
        Assert.Throws<ActeImpossibleException>(() => u.Acte.Solder(u.Cadre(2022, 10, 3), u.Engagement));
        Payer(u, demande, "100000003");
        Assert.Equal(new Euros(20_720m), u.Engagement.Montant);
        UnActe.Accepter(u.Acte.Solder(u.Cadre(2022, 10, 4), u.Engagement));
        Assert.Equal((new Euros(20_720m - reliquat), EtatDossier.Solde), (u.Engagement.Montant, u.Dossier.Etat));
        // A laureate stays one.
        Assert.NotNull(u.Engagement.SirenReserve);
    }

    [Fact]
    public void Un_trop_perçu_ouvre_son_reversement_et_l_acte_attend_l_argent()
    {
        var u = AvecUnAcompte();
        var demande = Achever(u, 20_000m - 22_400m, avoir: true);
        Assert.Contains("dépassent ce qui est possible", Dit(Controler(u, demande, 0.01m)), StringComparison.Ordinal);
        UnActe.Accepter(Controler(u, demande, 0m));
        var reversement = Assert.Single(u.Acte.Reversements);
        Assert.Equal((FondementDeReversement.TropPercu, new Euros(1_776m)), (reversement.Fondement, reversement.Montant));
        Assert.Throws<ActeImpossibleException>(() => u.Acte.Solder(u.Cadre(2022, 10, 4), u.Engagement));
        UnActe.Accepter(u.Acte.RecevoirUnReversement(1, new DateOnly(2022, 10, 3), u.Cadre(2022, 10, 3)));
        Assert.Throws<ActeImpossibleException>(() => u.Acte.DeciderUnReversement(1, "T-1", u.Cadre(2022, 10, 17)));
        UnActe.Accepter(u.Acte.DeciderUnReversement(1, "T-1", u.Cadre(2022, 10, 18)));
        Assert.Contains(
            "Il reste",
            Dit(u.Acte.RecouvrerUnReversement(1, Le(2022, 11, 2), new Euros(1_776.01m), u.Cadre(2022, 11, 2), u.Engagement)),
            StringComparison.Ordinal
        );
        UnActe.Accepter(u.Acte.RecouvrerUnReversement(1, Le(2022, 11, 2), new Euros(1_000m), u.Cadre(2022, 11, 2), u.Engagement));
        Assert.Throws<ActeImpossibleException>(() => u.Acte.Solder(u.Cadre(2022, 11, 3), u.Engagement));
        UnActe.Accepter(u.Acte.RecouvrerUnReversement(1, Le(2022, 11, 3), new Euros(776m), u.Cadre(2022, 11, 3), u.Engagement));
        // A wrong record is taken back by another agent, with its reason; what Chorus says is not.
        Resultat Annuler(Acteur qui, string? motif) => u.Acte.AnnulerUnRecouvrement(1, motif, u.Cadre(2022, 11, 3, qui), u.Engagement);
        Assert.Throws<ActeImpossibleException>(() => Annuler(UnActe.Gestionnaire, "Noté deux fois."));
        Assert.Equal("motif", Assert.Single(Annuler(Payeur, " ").Refus).Champ);
        UnActe.Accepter(Annuler(Payeur, "Noté deux fois."));
        Assert.Equal((new Euros(776m), EtatDeReversement.Decide), (u.Acte.Reversements[0].Reste, u.Acte.Reversements[0].Etat));
        UnActe.Accepter(
            u.Acte.RecouvrerUnReversement(1, Le(2022, 11, 3), new Euros(776m), u.Cadre(2022, 11, 3), u.Engagement, deChorus: true)
        );
        Assert.Throws<ActeImpossibleException>(() => Annuler(Payeur, "Chorus se trompe."));
        UnActe.Accepter(u.Acte.Solder(u.Cadre(2022, 11, 4), u.Engagement));
        Assert.Equal(new Euros(14_800m), u.Engagement.Montant);
    }

    [Fact]
    public void Une_non_valeur_solde_aussi_et_l_enveloppe_compte_ce_qui_est_perdu()
    {
        var u = AvecUnAcompte();
        UnActe.Accepter(Controler(u, Achever(u, 20_000m - 22_400m, avoir: true), 0m));
        UnActe.Accepter(u.Acte.RecevoirUnReversement(1, Le(2022, 10, 3), u.Cadre(2022, 10, 3)));
        UnActe.Accepter(u.Acte.DeciderUnReversement(1, "T-1", u.Cadre(2022, 10, 18)));
        UnActe.Accepter(u.Acte.ClasserUnReversement(1, EtatDeReversement.NonValeur, "Le trésorier le constate.", u.Cadre(2023, 1, 9)));
        UnActe.Accepter(u.Acte.Solder(u.Cadre(2023, 1, 10), u.Engagement));
        Assert.Equal(new Euros(16_576m), u.Engagement.Montant);
    }

    /// <summary>
    /// Scenario 7: 6 216 paid; refused until its reversement is decided; the envelope counts 6 216 until it is recovered.
    /// </summary>
    [Fact]
    public void Renoncer_après_une_avance_attend_son_reversement()
    {
        var u = AvecLAvance();
        Assert.Throws<ActeImpossibleException>(() => u.Acte.Renoncer("Le projet ne se fera pas.", u.Cadre(2021, 9, 3), u.Engagement));
        Assert.Contains(
            "6 216,00",
            Dit(u.Acte.DemanderUnReversement(FondementDeReversement.ActeRetire, new Euros(6_216.01m), UnActe.Motif, u.Cadre(2021, 9, 3))),
            StringComparison.Ordinal
        );
        UnActe.Accepter(
            u.Acte.DemanderUnReversement(FondementDeReversement.ActeRetire, new Euros(6_216m), UnActe.Motif, u.Cadre(2021, 9, 3))
        );
        Assert.Throws<ActeImpossibleException>(() => u.Acte.Renoncer("Le projet ne se fera pas.", u.Cadre(2021, 9, 3), u.Engagement));
        UnActe.Accepter(u.Acte.RecevoirUnReversement(1, Le(2021, 9, 3), u.Cadre(2021, 9, 3)));
        UnActe.Accepter(u.Acte.DeciderUnReversement(1, "T-7", u.Cadre(2021, 9, 18)));
        UnActe.Accepter(u.Acte.Renoncer("Le projet ne se fera pas.", u.Cadre(2021, 9, 19), u.Engagement));
        Assert.Equal((new Euros(6_216m), null), (u.Engagement.Montant, u.Engagement.SirenReserve));
        UnActe.Accepter(u.Acte.RecouvrerUnReversement(1, Le(2021, 10, 1), new Euros(6_216m), u.Cadre(2021, 10, 1), u.Engagement));
        Assert.Equal(Euros.Zero, u.Engagement.Montant);
    }

    [Fact]
    public void Chaque_ligne_se_retient_se_réduit_ou_s_écarte_avec_son_motif()
    {
        var u = EnExecution();
        var demande = Demander(u, 6_000m, 4_000m);
        var refus = u.Acte.ControlerUnVersement(
            demande,
            [new(new Euros(6_000.01m), null), new(new Euros(3_000m), null)],
            null,
            null,
            Par(u, Controleur)
        );
        Assert.Equal(["lignes[0].retenu", "lignes[1].motif"], refus.Refus.Select(r => r.Champ).Take(2));
        UnActe.Accepter(
            u.Acte.ControlerUnVersement(
                demande,
                [new(new Euros(6_000m), null), new(new Euros(3_000m), "Frais de port.")],
                null,
                null,
                Par(u, Controleur)
            )
        );
        Assert.Equal((new Euros(9_000m), new Euros(6_660m)), (demande.Retenu, demande.Montant));
    }

    [Fact]
    public void Une_facture_déclarée_deux_fois_dit_pourquoi()
    {
        var u = EnExecution();
        var premiere = Demander(u, 1_000m);
        UnActe.Accepter(Controler(u, premiere, 740m));
        var seconde = Preparer(u, Acompte);
        UnActe.Accepter(u.Acte.EcrireUnVersement(seconde, null, [Ligne(1_000m, 0)], u.Cadre(2021, 9, 3)));
        Assert.Equal("lignes[0].doublon", Assert.Single(u.Acte.TransmettreUnVersement(seconde, u.Cadre(2021, 9, 3)).Refus).Champ);
        UnActe.Accepter(
            u.Acte.EcrireUnVersement(seconde, null, [Ligne(1_000m, 0) with { Doublon = "Deux lots identiques." }], u.Cadre(2021, 9, 3))
        );
        UnActe.Accepter(u.Acte.TransmettreUnVersement(seconde, u.Cadre(2021, 9, 3)));
    }

    [Fact]
    public void Ce_que_les_règles_signalent_veut_un_motif_et_n_arrête_pas()
    {
        var u = EnExecution();
        var demande = Preparer(u, Acompte);
        ImmutableArray<LigneDeCout> lignes = [Ligne(29_000m, 0) with { FactureLe = new DateOnly(2021, 5, 9) }];
        UnActe.Accepter(u.Acte.EcrireUnVersement(demande, null, lignes, u.Cadre(2021, 9, 1)));
        UnActe.Accepter(u.Acte.TransmettreUnVersement(demande, Par(u, UnDossier.Representant)));
        var dits = u.Acte.Signalements(demande, u.Cadre(2021, 9, 2))[0].Select(c => c.Message).ToList();
        Assert.Contains(dits, d => d.Contains("antérieure à la réception", StringComparison.Ordinal));
        Assert.Contains(dits, d => d.Contains("prévu 28", StringComparison.Ordinal));
        Assert.Equal("motif", Assert.Single(Controler(u, demande, null).Refus).Champ);
        UnActe.Accepter(u.Acte.ControlerUnVersement(demande, [], null, "Commande passée à temps, vue avec la mairie.", Par(u, Controleur)));
    }

    [Fact]
    public void Trois_comptes_ou_une_alerte_ou_un_refus()
    {
        var u = EnExecution();
        var demande = Demander(u, 1_000m);
        var seul = Par(u, UnDossier.Representant);
        Assert.Equal("motif", Assert.Single(u.Acte.ControlerUnVersement(demande, [], null, null, seul).Refus).Champ);
        Assert.False(u.Acte.ControlerUnVersement(demande, [], null, "Seul agent.", seul with { SeparationStricte = true }).EstAccepte);
        UnActe.Accepter(u.Acte.ControlerUnVersement(demande, [], null, "Seul agent.", seul));
    }

    [Fact]
    public void Un_pas_s_annule_par_un_autre_agent_et_rend_ce_qu_il_prenait()
    {
        var u = EnExecution();
        var demande = Demander(u, 10_000m);
        UnActe.Accepter(Controler(u, demande, 7_400m));
        Payer(u, demande, "100000009");
        Assert.Throws<ActeImpossibleException>(() => u.Acte.AnnulerUnPas(demande, "Erreur.", Par(u, Payeur), u.Engagement));
        UnActe.Accepter(u.Acte.AnnulerUnPas(demande, "Ce n’était pas ce virement.", Par(u, Controleur), u.Engagement));
        Assert.Equal((EtatDeVersement.Ordonnancee, null), (demande.Etat, demande.Paye));
        UnActe.Accepter(u.Acte.AnnulerUnPas(demande, "Numéro faux.", Par(u, Payeur), u.Engagement));
        UnActe.Accepter(u.Acte.AnnulerUnPas(demande, "Contrôle à refaire.", Par(u, Payeur), u.Engagement));
        Assert.Equal((EtatDeVersement.Transmise, Euros.Zero), (demande.Etat, u.Acte.Liquider(u.Versements).Engage));
    }

    [Fact]
    public void Ce_qui_est_payé_en_plus_reste_un_écart_et_compte()
    {
        var u = EnExecution();
        var demande = Demander(u, 10_000m);
        UnActe.Accepter(Controler(u, demande, 7_400m));
        UnActe.Accepter(u.Acte.OrdonnancerUnVersement(demande, "100000008", Par(u, Controleur)));
        var refus = u.Acte.PayerUnVersement(demande, Le(2021, 9, 2), new Euros(7_500m), Par(u, Payeur), u.Engagement).Refus;
        Assert.Equal("confirme", Assert.Single(refus).Champ);
        UnActe.Accepter(u.Acte.PayerUnVersement(demande, Le(2021, 9, 2), new Euros(7_500m), Par(u, Payeur), u.Engagement, confirme: true));
        Assert.Equal((new Euros(100m), new Euros(7_500m)), (demande.Ecart, u.Acte.Liquider(u.Versements).Paye));
    }

    [Fact]
    public void Refusé_à_l_envoi_ce_qui_était_enregistré_reste()
    {
        var u = EnExecution();
        var demande = Preparer(u, Acompte);
        UnActe.Accepter(u.Acte.EcrireUnVersement(demande, null, [Ligne(1_000m, 0)], Par(u, UnDossier.Representant)));
        UnActe.Accepter(u.Acte.ViserUnVersement(demande, demande.Lignes[0].PayeeLe, null, Par(u, UnDossier.Representant)).Resultat);
        var avant = (demande.Lignes, demande.ViseLe, demande.Etat, u.Acte.Revision);
        Assert.False(
            u.Acte.TransmettreUnVersement(demande, null, [Ligne(500m, 0), Ligne(500m, 0)], Par(u, UnDossier.Representant)).EstAccepte
        );
        Assert.Equal(avant, (demande.Lignes, demande.ViseLe, demande.Etat, u.Acte.Revision));
        UnActe.Accepter(u.Acte.TransmettreUnVersement(demande, null, [Ligne(500m, 0)], Par(u, UnDossier.Representant)));
        Assert.Equal((new Euros(500m), EtatDeVersement.Transmise), (demande.Depenses, demande.Etat));
    }

    [Fact]
    public void Un_paiement_d_avant_l_ordonnancement_se_confirme()
    {
        var u = EnExecution();
        var demande = Demander(u, 10_000m);
        UnActe.Accepter(Controler(u, demande, 7_400m));
        UnActe.Accepter(u.Acte.OrdonnancerUnVersement(demande, "100000008", Par(u, Controleur)));
        Resultat Noter(bool confirme) =>
            u.Acte.PayerUnVersement(demande, Le(2021, 9, 1), new Euros(7_400m), Par(u, Payeur), u.Engagement, confirme);
        Assert.Equal("confirme", Assert.Single(Noter(false).Refus).Champ);
        UnActe.Accepter(Noter(true));
    }

    /// <summary>Two requests at once: what they may give together, the avance counted once.</summary>
    [Fact]
    public void Deux_demandes_à_la_fois_se_comptent_ensemble()
    {
        var u = AvecLAvance();
        Demander(u, 9_000m);
        Demander(u, 9_000.01m);
        var l = u.Acte.Liquider(u.Versements);
        // du(18 000,01) = 13 320,00, less the avance of 6 216.
        Assert.Equal(new Euros(7_104m), l.DemandeAuPlus([.. u.Versements.Where(d => d.Etat == EtatDeVersement.Transmise)]));
        Demander(u, 9_000.02m);
        // du(27 000) = 19 980, under the ceiling of 16 576.
        l = u.Acte.Liquider(u.Versements);
        Assert.Equal(new Euros(10_360m), l.DemandeAuPlus([.. u.Versements.Where(d => d.Etat == EtatDeVersement.Transmise)]));
        Assert.Equal(Euros.Zero, l.DemandeAuPlus([]));
    }

    [Fact]
    public void Le_solde_attend_le_contrôle_des_demandes_d_avant()
    {
        var u = AvecLAvance();
        var acompte = Demander(u, 9_000m);
        var solde = Achever(u, 10_000m);
        Assert.Equal(EtapeDeVersement.AControler, u.Acte.VersementAttend);
        Assert.Throws<ActeImpossibleException>(() => u.Acte.ControlerUnVersement(solde, [], null, null, u.Cadre(2022, 10, 3, Controleur)));
        UnActe.Accepter(u.Acte.RejeterUnVersement(acompte, "Hors du projet.", u.Cadre(2022, 10, 3, Controleur)));
        UnActe.Accepter(u.Acte.ControlerUnVersement(solde, [], null, null, u.Cadre(2022, 10, 3, Controleur)));
        Assert.Equal(EtapeDeVersement.AOrdonnancer, u.Acte.VersementAttend);
    }

    [Fact]
    public void Un_visa_suit_le_dernier_paiement_et_ne_vaut_que_pour_ce_qui_a_été_lu()
    {
        var u = EnExecution();
        var demande = Preparer(u, Acompte);
        UnActe.Accepter(u.Acte.EcrireUnVersement(demande, null, [Ligne(1_000m, 0)], Par(u, UnDossier.Representant)));
        var paye = demande.Lignes[0].PayeeLe;
        Assert.Contains(
            "dernière dépense",
            Dit(u.Acte.ViserUnVersement(demande, paye.AddDays(-1), null, Par(u, UnDossier.Representant)).Resultat),
            StringComparison.Ordinal
        );
        UnActe.Accepter(u.Acte.ViserUnVersement(demande, paye, null, Par(u, UnDossier.Representant)).Resultat);
        UnActe.Accepter(u.Acte.EcrireUnVersement(demande, null, [Ligne(1_000m, 0)], Par(u, UnDossier.Representant)));
        Assert.Equal(paye, demande.ViseLe);
        UnActe.Accepter(u.Acte.EcrireUnVersement(demande, null, [Ligne(900m, 0)], Par(u, UnDossier.Representant)));
        Assert.Null(demande.ViseLe);
    }

    [Fact]
    public void La_même_facture_sous_un_autre_nom_est_signalée()
    {
        var u = EnExecution();
        var demande = Preparer(u, Acompte);
        var ligne = Ligne(1_000m, 0);
        UnActe.Accepter(
            u.Acte.EcrireUnVersement(
                demande,
                null,
                [ligne, ligne with { Fournisseur = ligne.Fournisseur + " SARL" }],
                Par(u, UnDossier.Representant)
            )
        );
        var signales = u.Acte.Signalements(demande, Par(u, Controleur));
        Assert.All(signales, s => Assert.Contains(s, c => c.Message.Contains("même facture", StringComparison.Ordinal)));
    }

    [Fact]
    public void Une_déclaration_renvoyée_revient_en_brouillon_et_le_projet_continue()
    {
        var u = AvecUnAcompte();
        var solde = Achever(u, 1_000m);
        UnActe.Accepter(u.Acte.RenvoyerLaDeclaration("Il manque une facture.", u.Cadre(2022, 10, 3)));
        Assert.Equal((EtatDossier.EnExecution, EtapeDeSuivi.EnExecution, null), (u.Dossier.Etat, u.Acte.Etape, u.Acte.AcheveLe));
        Assert.Equal(EtatDeVersement.Brouillon, solde.Etat);
        var (_, effacees, resultat) = u.Acte.DeclarerLAchevement(Le(2022, 9, 30), [Ligne(2_000m, 9)], Euros.Zero, u.Cadre(2022, 10, 4));
        UnActe.Accepter(resultat);
        Assert.Empty(effacees);
        Assert.Equal(EtatDeVersement.Transmise, solde.Etat);
    }

    [Fact]
    public void L_achèvement_efface_les_brouillons_et_se_déclare_à_son_jour()
    {
        var u = EnExecution();
        var brouillon = Preparer(u, Acompte);
        var tot = u.Acte.DeclarerLAchevement(Le(2021, 7, 19), [Ligne(100m, 0)], null, u.Cadre(2021, 9, 1));
        Assert.Equal(["acheveLe", "autresAides"], tot.Resultat.Refus.Select(r => r.Champ));
        Assert.Equal(
            "acheveLe",
            Assert
                .Single(u.Acte.DeclarerLAchevement(Le(2021, 9, 2), [Ligne(100m, 0)], Euros.Zero, u.Cadre(2021, 9, 1)).Resultat.Refus)
                .Champ
        );
        var (_, effacees, resultat) = u.Acte.DeclarerLAchevement(Le(2021, 7, 20), [Ligne(100m, 0)], Euros.Zero, u.Cadre(2021, 9, 1));
        UnActe.Accepter(resultat);
        Assert.Equal([brouillon], effacees);
    }

    /// <summary>Planned for 30 September 2022: the declaration is awaited until 30 September 2023, that day included.</summary>
    [Fact]
    public void Faute_de_déclaration_le_solde_s_ouvre_sur_ce_qui_est_reçu()
    {
        var u = AvecUnAcompte();
        var brouillon = Preparer(u, Acompte);
        Assert.Throws<ActeImpossibleException>(() =>
            u.Acte.DemanderDesObservations(ObjetDesObservations.Cloture, UnActe.Motif, u.Cadre(2023, 9, 30))
        );
        u.Entendre(ObjetDesObservations.Cloture, Quand.Le(2023, 10, 1));
        Assert.Throws<ActeImpossibleException>(() => u.Acte.CloreFauteDeDeclaration(UnActe.Motif, u.Cadre(2023, 10, 15)));
        Assert.Equal("motif", Assert.Single(u.Acte.CloreFauteDeDeclaration("court", u.Cadre(2023, 10, 16)).Resultat.Refus).Champ);
        var (solde, effacees, resultat) = u.Acte.CloreFauteDeDeclaration(UnActe.Motif, u.Cadre(2023, 10, 16));
        UnActe.Accepter(resultat);
        Assert.Equal([brouillon], effacees);
        u.Versements.Remove(brouillon);
        u.Versements.Add(solde!);
        Assert.Equal((EtatDossier.Acheve, EtapeDeVersement.AControler), (u.Dossier.Etat, u.Acte.VersementAttend));
        // 22 400 retained: 16 576 due, that are paid.
        UnActe.Accepter(u.Acte.ControlerUnVersement(solde!, [], null, "Vu.", u.Cadre(2023, 10, 17, Controleur)));
        Assert.Equal(Euros.Zero, solde!.Montant);
        UnActe.Accepter(u.Acte.Solder(u.Cadre(2023, 10, 18), u.Engagement));
        Assert.Equal(new Euros(16_576m), u.Engagement.Montant);
    }

    private static DateOnly Le(int annee, int mois, int jour) => new(annee, mois, jour);

    private static string Dit(Resultat resultat) =>
        string.Join(' ', resultat.Refus.Select(r => r.Message)).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static UnActe EnExecution() => UnActe.A(EtapeDeSuivi.EnExecution);

    private static CadreDeLActe Par(UnActe u, Acteur qui) => u.Cadre(2021, 9, 2, qui);

    private static DemandeDeVersement Preparer(UnActe u, NatureDeVersement nature)
    {
        var (demande, resultat) = u.Acte.PreparerUnVersement(nature, u.Cadre(2021, 9, 1, UnDossier.Representant));
        UnActe.Accepter(resultat);
        u.Versements.Add(demande!);
        return demande!;
    }

    private static void Ecrire(UnActe u, DemandeDeVersement demande, decimal montant) =>
        UnActe.Accepter(u.Acte.EcrireUnVersement(demande, new Euros(montant), [], u.Cadre(2021, 9, 1)));

    private static LigneDeCout Ligne(decimal montant, int rang) =>
        new("Prestataire", 0, $"F-{rang}", Septembre, Septembre, new Euros(montant));

    private static DemandeDeVersement Demander(UnActe u, params decimal[] couts)
    {
        var demande = Preparer(u, Acompte);
        UnActe.Accepter(u.Acte.EcrireUnVersement(demande, null, [.. couts.Select(Ligne)], u.Cadre(2021, 9, 1)));
        UnActe.Accepter(u.Acte.TransmettreUnVersement(demande, Par(u, UnDossier.Representant)));
        return demande;
    }

    private static Resultat Controler(UnActe u, DemandeDeVersement demande, decimal? montant) =>
        u.Acte.ControlerUnVersement(demande, [], montant is { } m ? new Euros(m) : null, null, u.Cadre(2022, 10, 2, Controleur));

    private static void Payer(UnActe u, DemandeDeVersement demande, string dp)
    {
        UnActe.Accepter(u.Acte.OrdonnancerUnVersement(demande, dp, u.Cadre(2022, 10, 2, Controleur)));
        UnActe.Accepter(u.Acte.PayerUnVersement(demande, Le(2022, 10, 2), demande.Montant, u.Cadre(2022, 10, 2, Payeur), u.Engagement));
    }

    private static UnActe AvecLAvance()
    {
        var u = EnExecution();
        var avance = Preparer(u, Avance);
        Ecrire(u, avance, 6_216m);
        UnActe.Accepter(u.Acte.TransmettreUnVersement(avance, Par(u, UnDossier.Representant)));
        UnActe.Accepter(Controler(u, avance, 6_216m));
        Payer(u, avance, "100000001");
        return u;
    }

    /// <summary>16 576 paid: avance, then an acompte on 22 400 of costs.</summary>
    private static UnActe AvecUnAcompte()
    {
        var u = AvecLAvance();
        var acompte = Demander(u, 22_400m);
        UnActe.Accepter(Controler(u, acompte, 10_360m));
        Payer(u, acompte, "100000002");
        return u;
    }

    private static DemandeDeVersement Achever(UnActe u, decimal couts, bool avoir = false)
    {
        Assert.Equal(avoir, couts < 0);
        var (solde, _, resultat) = u.Acte.DeclarerLAchevement(
            Le(2022, 9, 30),
            [Ligne(couts, 99)],
            Euros.Zero,
            u.Cadre(2022, 10, 1, UnDossier.Representant)
        );
        UnActe.Accepter(resultat);
        u.Versements.Add(solde!);
        return solde!;
    }
}
