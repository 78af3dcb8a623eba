using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using static FitnGrants.Domain.Suivi.EtapeDeSuivi;

namespace FitnGrants.Domain.Tests.Suivi;

/// <summary>The act from the accord to its end, as section 2 of suivi.md says it; typed here, and not read from its guards.</summary>
public sealed class ActeAttributifTests
{
    private static readonly DateOnly Juillet = new(2021, 7, 8);

    /// <summary>Each act, and where it is possible. « Plus tard » is past the legal term and the delay to begin.</summary>
    private static readonly Dictionary<string, (Func<UnActe, bool> Agir, EtapeDeSuivi[] Permis)> Verbes = new(StringComparer.Ordinal)
    {
        ["Ecrire"] = (
            u => Fait(() => u.Acte.Ecrire(u.Acte.Termes!, new Dictionary<string, DeliberationDuBeneficiaire>(), UnActe.Gestionnaire)),
            [AEditer]
        ),
        ["SaisirLesSirets"] = (
            u => u.Acte.SaisirLesSirets(u.Sirets(Siret.SiegePlausible(u.Siren).Valeur), UnDossier.Representant).EstAccepte,
            [AEditer]
        ),
        ["ConfirmerLesSirets"] = (u => Fait(() => u.Acte.ConfirmerLesSirets(UnActe.Gestionnaire)), [AEditer]),
        ["ProposerUnPlan"] = (u => u.Acte.ProposerUnPlan(Plan(u, 28_000m), u.Cadre(2021, 7, 9)).EstAccepte, [AEditer]),
        ["Editer"] = (u => u.Acte.Editer(u.Cadre(2021, 7, 8), UnActe.Attribuant).EstAccepte, [AEditer]),
        ["Signer"] = (
            u => u.Acte.Signer(Juillet, u.Signatures(Juillet), null, UnActe.Gestionnaire, Quand.Le(2021, 7, 9)).Resultat.EstAccepte,
            [ASigner]
        ),
        ["Reprendre"] = (
            u => u.Acte.Reprendre("Une coquille.", UnActe.Gestionnaire, Quand.Le(2021, 7, 9)).EstAccepte,
            [ASigner, ANotifier, EnAttenteDeReception]
        ),
        ["Envoyer"] = (
            u => u.Acte.Envoyer(u.Dossier.RejetImpliciteLe, null, UnActe.Gestionnaire, Quand.Le(2021, 7, 9)).EstAccepte,
            [ANotifier]
        ),
        ["Recevoir"] = (
            u => u.Acte.Recevoir(new DateOnly(2021, 7, 12), "AR n° 1", u.Cadre(2021, 7, 12), u.Engagement).EstAccepte,
            [EnAttenteDeReception]
        ),
        ["Ouvrir"] = (u => u.Acte.Ouvrir(u.Cadre(2021, 7, 12), u.Engagement), [EnAttenteDeReception]),
        ["DeclarerLeCommencement"] = (
            u => u.Acte.DeclarerLeCommencement(new DateOnly(2021, 7, 20), surLHonneur: true, u.Cadre(2021, 7, 20)).EstAccepte,
            [ACommencer]
        ),
        ["Proroger"] = (
            u => u.Dossier.Proroger(new DateOnly(2022, 3, 1), UnActe.Motif, u.Acte, UnActe.Gestionnaire, Quand.Le(2021, 8, 1)).EstAccepte,
            [AEditer, ASigner, ANotifier, EnAttenteDeReception]
        ),
        ["Renoncer"] = (
            u => u.Acte.Renoncer("Le projet ne se fera pas.", u.Cadre(2021, 9, 1), u.Engagement).EstAccepte,
            [AEditer, ASigner, ANotifier, EnAttenteDeReception, ACommencer, EnExecution]
        ),
        ["Retirer, entendu"] = (
            u =>
            {
                u.Entendre(ObjetDesObservations.Retrait, Quand.Le(2021, 8, 1));
                return u.Acte.Retirer(FondementDuRetrait.Illegalite, UnActe.Motif, u.Accord, u.Cadre(2021, 8, 20), u.Engagement).EstAccepte;
            },
            [AEditer, ASigner, ANotifier, EnAttenteDeReception, ACommencer, EnExecution]
        ),
        ["ClasserLesObservations, demandées"] = (
            u =>
            {
                u.Entendre(ObjetDesObservations.Retrait, Quand.Le(2021, 8, 1));
                return u.Acte.ClasserLesObservations(ObjetDesObservations.Retrait, "Le fait est réparé.", u.Cadre(2021, 8, 3)).EstAccepte;
            },
            [AEditer, ASigner, ANotifier, EnAttenteDeReception, ACommencer, EnExecution]
        ),
        ["NoterLesEngagements"] = (
            u =>
            {
                u.Acte.NoterLesEngagements(["2100000001"], UnActe.Gestionnaire);
                return u.Acte.Termes!.Ej is ["2100000001"];
            },
            [ASigner, ANotifier, EnAttenteDeReception, ACommencer, EnExecution, ASolder]
        ),
        ["ConstaterLeRejet, terme passé, entendu"] = (
            u =>
            {
                u.Entendre(ObjetDesObservations.RejetImplicite, Quand.Le(2022, 1, 11));
                return u.Acte.ConstaterLeRejet(UnActe.Motif, u.Cadre(2022, 1, 26), u.Engagement).EstAccepte;
            },
            [AEditer, ASigner, ANotifier, EnAttenteDeReception]
        ),
        ["ConstaterLaCaducite, délai passé, entendu"] = (
            u =>
            {
                u.Entendre(ObjetDesObservations.Caducite, Quand.Le(2023, 7, 13));
                return u.Acte.ConstaterLaCaducite(UnActe.Motif, u.Cadre(2023, 7, 28), u.Engagement).EstAccepte;
            },
            [ACommencer]
        ),
    };

    public static TheoryData<string, EtapeDeSuivi> TousLesCas() =>
        [.. Verbes.Keys.SelectMany(_ => Enum.GetValues<EtapeDeSuivi>().Where(e => e != Termine), (v, e) => (v, e))];

    [Theory]
    [MemberData(nameof(TousLesCas))]
    public void Chaque_acte_n_est_possible_que_la_ou_la_spécification_le_dit(string verbe, EtapeDeSuivi etape)
    {
        var u = UnActe.A(etape);
        Assert.Equal(etape, u.Acte.Etape);
        VerifierLAccord(u);
        var (agir, permis) = Verbes[verbe];
        if (permis.Contains(etape))
        {
            Assert.True(agir(u));
            VerifierLAccord(u);
            return;
        }
        var avant = (u.Dossier.Etat, u.Acte.Etat, u.Acte.Etape, u.Engagement.Montant);
        Assert.False(Tenter(agir, u));
        Assert.Equal(avant, (u.Dossier.Etat, u.Acte.Etat, u.Acte.Etape, u.Engagement.Montant));
    }

    public static TheoryData<string, EtatDossier> FinsEtVerbes() =>
        [
            .. Verbes.Keys.SelectMany(
                _ => new[] { EtatDossier.Caduc, EtatDossier.Abandonne, EtatDossier.Retiree, EtatDossier.Solde },
                (v, e) => (v, e)
            ),
        ];

    [Theory]
    [MemberData(nameof(FinsEtVerbes))]
    public void Rien_ne_sort_de_ce_qui_a_pris_fin(string verbe, EtatDossier fin)
    {
        var u = UnActe.A(fin);
        VerifierLAccord(u);
        var place = u.Engagement.SirenReserve;
        Assert.False(Tenter(Verbes[verbe].Agir, u));
        Assert.Equal((fin, Termine, place), (u.Dossier.Etat, u.Acte.Etape, u.Engagement.SirenReserve));
        // A laureate that was paid stays one; the other ends free the place.
        Assert.Equal(fin == EtatDossier.Solde, place is not null);
        VerifierLAccord(u);
    }

    [Fact]
    public void L_édition_dit_tout_ce_qui_manque_à_la_fois()
    {
        var u = UnActe.AEditer(conditions: "Signer le CRTE\n- Joindre les devis");
        u.Acte.Ecrire(
            u.Acte.TermesProposes(u.Dossier, u.Reglement) with
            {
                Objet = null,
                AchevementPrevu = null,
                Reversement = " ",
                AvancePct = 31,
            },
            new Dictionary<string, DeliberationDuBeneficiaire>(),
            UnActe.Gestionnaire
        );
        var refus = u
            .Acte.Editer(u.Cadre(2021, 7, 8), new AttribuantDeLActe(null, Signataire: false))
            .Refus.Select(c => Lisible.De(c.Message))
            .ToList();
        foreach (
            var attendu in new[]
            {
                "Condition de l'accord à lever : « Signer le CRTE »",
                "Condition de l'accord à lever : « Joindre les devis »",
                "Le SIRET du service attribuant manque à sa fiche.",
                "Personne n'a la signature d'un acte de 20 720,00 € pour ce service aujourd'hui.",
                "SIRET de Vern-sur-Seiche : son représentant légal ne l'a pas saisi.",
                "Délibération de Vern-sur-Seiche : jour et numéro.",
                "L'objet de l'aide manque.",
                "Le jour d'achèvement prévu manque.",
                "Les conditions de reversement manquent.",
                "Une avance de 31 % : 30 % au plus, sans garantie des bénéficiaires.",
            }
        )
            Assert.Contains(attendu, refus);
        Assert.Equal(EtatActe.Projet, u.Acte.Etat);
    }

    [Fact]
    public void Un_arrêté_est_refusé_là_où_le_dispositif_veut_une_convention()
    {
        var u = UnActe.Complet();
        u.Acte.Ecrire(
            u.Acte.Termes! with
            {
                Type = TypeActe.Arrete,
            },
            new Dictionary<string, DeliberationDuBeneficiaire>(),
            UnActe.Gestionnaire
        );
        var refus = u.Acte.Editer(u.Cadre(2021, 7, 8), UnActe.Attribuant).Refus;
        Assert.Equal("Ce dispositif veut une convention.", Assert.Single(refus).Message);
    }

    /// <summary>Scenario 4: the term itself is accepted; the day after it, an alert that wants a reason.</summary>
    [Theory]
    [InlineData(2022, 1, 10, true)]
    [InlineData(2022, 1, 11, false)]
    public void Passé_le_terme_l_édition_veut_un_motif(int annee, int mois, int jour, bool sans)
    {
        var u = UnActe.Complet();
        u.Acte.Ecrire(u.Acte.Termes! with { MotifDesAlertes = null }, Deliberations(u), UnActe.Gestionnaire);
        Assert.Equal(sans, u.Acte.Editer(u.Cadre(annee, mois, jour), UnActe.Attribuant).EstAccepte);
        if (sans)
            return;
        u.Acte.Ecrire(u.Acte.Termes with { MotifDesAlertes = "Retard du service." }, Deliberations(u), UnActe.Gestionnaire);
        UnActe.Accepter(u.Acte.Editer(u.Cadre(annee, mois, jour), UnActe.Attribuant));
    }

    [Theory]
    [InlineData(2022, 1, 10, true)]
    [InlineData(2022, 1, 11, false)]
    public void Une_prorogation_se_dit_avant_la_fin_du_délai(int annee, int mois, int jour, bool possible)
    {
        var u = UnActe.A(AEditer);
        Assert.Equal(new DateOnly(2022, 1, 10), u.Acte.EcheanceLe);
        Assert.Equal(
            possible,
            Tenter(
                x =>
                    x.Dossier.Proroger(
                        new DateOnly(2022, 3, 31),
                        UnActe.Motif,
                        x.Acte,
                        UnActe.Gestionnaire,
                        Quand.Le(annee, mois, jour)
                    ).EstAccepte,
                u
            )
        );
        Assert.Equal(possible ? new DateOnly(2022, 3, 31) : new DateOnly(2022, 1, 10), u.Acte.EcheanceLe);
    }

    [Fact]
    public void Une_prorogation_va_plus_loin_et_se_motive()
    {
        var u = UnActe.A(AEditer);
        Resultat Proroger(DateOnly? au, string? motif) => u.Dossier.Proroger(au, motif, u.Acte, UnActe.Gestionnaire, Quand.Le(2021, 8, 1));
        Assert.Equal(2, Proroger(new DateOnly(2022, 1, 10), "court").Refus.Length);
        Assert.Single(Proroger(null, UnActe.Motif).Refus);
        UnActe.Accepter(Proroger(new DateOnly(2022, 1, 11), UnActe.Motif));
    }

    [Fact]
    public void Le_délai_se_proroge_aussi_entre_la_séance_et_sa_notification_sans_rien_en_dire()
    {
        var dossier = UnDossier.Instruit(null, UnReglement.Bretagne);
        var seance = UneSeance.Ouverte(null, UnReglement.Bretagne, dossier);
        UnActe.Accepter(seance.Decider(dossier, UneSeance.Accord(20_720m), UneSeance.Cadre(seance, UnReglement.Bretagne)).Resultat);
        Assert.True(dossier.NotificationEnAttente);
        UnActe.Accepter(
            dossier.Proroger(dossier.RejetImpliciteLe!.Value.AddMonths(2), UnActe.Motif, null, UnDossier.Instructeur, Quand.Le(2021, 6, 23))
        );
    }

    /// <summary>
    /// Scenario 5: received on 12 July 2021, the last day is 12 July 2023; heard on the 13th, decided on the 28th, not the 27th.
    /// </summary>
    [Fact]
    public void La_caducité_attend_la_fin_du_délai_puis_quinze_jours()
    {
        var u = UnActe.A(ACommencer);
        Assert.Equal(new DateOnly(2023, 7, 12), u.Acte.CommencerAvantLe);
        Assert.False(
            Tenter(x => x.Acte.DemanderDesObservations(ObjetDesObservations.Caducite, UnActe.Motif, x.Cadre(2023, 7, 12)).EstAccepte, u)
        );
        u.Entendre(ObjetDesObservations.Caducite, Quand.Le(2023, 7, 13));
        Assert.False(Tenter(x => x.Acte.ConstaterLaCaducite(UnActe.Motif, x.Cadre(2023, 7, 27), x.Engagement).EstAccepte, u));
        Assert.Equal(new Euros(20_720m), u.Engagement.Montant);
        UnActe.Accepter(u.Acte.ConstaterLaCaducite(UnActe.Motif, u.Cadre(2023, 7, 28), u.Engagement));
        Assert.Equal(
            (Euros.Zero, null, CauseDeMouvement.Caducite),
            (u.Engagement.Montant, u.Engagement.SirenReserve, u.Engagement.Mouvements[^1].Cause)
        );
        Assert.Equal(new Euros(20_720m), u.Engagement.MontantAu(Quand.Le(2023, 7, 27)));
    }

    [Fact]
    public void Sans_être_entendu_personne_ne_perd_son_aide()
    {
        var u = UnActe.A(ACommencer);
        Assert.False(Tenter(x => x.Acte.ConstaterLaCaducite(UnActe.Motif, x.Cadre(2023, 8, 28), x.Engagement).EstAccepte, u));
        UnActe.Accepter(u.Acte.DemanderDesObservations(ObjetDesObservations.Caducite, UnActe.Motif, u.Cadre(2023, 7, 13)));
        Assert.False(Tenter(x => x.Acte.ConstaterLaCaducite(UnActe.Motif, x.Cadre(2023, 8, 28), x.Engagement).EstAccepte, u));
    }

    [Theory]
    [InlineData(ACommencer, 2021, 11, 8, true)]
    [InlineData(ACommencer, 2021, 11, 9, false)]
    [InlineData(AEditer, 2021, 10, 22, true)]
    [InlineData(AEditer, 2021, 10, 23, false)]
    public void Une_décision_illégale_se_retire_dans_les_quatre_mois_de_l_acte_signé_sinon_de_l_accord(
        EtapeDeSuivi etape,
        int annee,
        int mois,
        int jour,
        bool possible
    )
    {
        // The ground is that of the request: another one said later changes nothing.
        FondementDuRetrait? Retirer(FondementDuRetrait annonce, FondementDuRetrait? dit)
        {
            var u = UnActe.A(etape);
            u.Entendre(ObjetDesObservations.Retrait, Quand.Le(2021, 10, 1), annonce);
            return Tenter(x => x.Acte.Retirer(dit, UnActe.Motif, x.Accord, x.Cadre(annee, mois, jour), x.Engagement).EstAccepte, u)
                ? u.Acte.Fin!.Fondement
                : null;
        }

        var (illegale, conditions) = (FondementDuRetrait.Illegalite, FondementDuRetrait.ConditionsNonRespectees);
        Assert.Equal(possible ? illegale : null, Retirer(illegale, null));
        Assert.Equal(possible ? illegale : null, Retirer(illegale, conditions));
        Assert.Equal(conditions, Retirer(conditions, illegale));
    }

    [Fact]
    public void Un_retrait_dit_son_fondement_avant_d_entendre_et_l_illégalité_dans_son_délai()
    {
        var u = UnActe.A(EnExecution);
        Resultat Demander(FondementDuRetrait? fondement, CadreDeLActe cadre) =>
            u.Acte.DemanderDesObservations(ObjetDesObservations.Retrait, UnActe.Motif, cadre, (fondement, u.Accord));
        Assert.Equal("fondement", Assert.Single(Demander(null, u.Cadre(2021, 8, 1)).Refus).Champ);
        // Fifteen days to answer, and the last one may still be the day of the decision.
        var terme = u.Acte.TermeDuRetrait(u.Accord, u.Reglement).AddDays(-15);
        Assert.Throws<ActeImpossibleException>(() =>
            Demander(FondementDuRetrait.Illegalite, u.Cadre(JourDeParis.ALHeure(terme.AddDays(1), new TimeOnly(10, 0))))
        );
        UnActe.Accepter(Demander(FondementDuRetrait.Illegalite, u.Cadre(JourDeParis.ALHeure(terme, new TimeOnly(10, 0)))));
        Assert.Equal(FondementDuRetrait.Illegalite, u.Acte.EnCours(ObjetDesObservations.Retrait)!.Fondement);
    }

    [Fact]
    public void Une_demande_d_observations_ne_sert_qu_à_ce_pour_quoi_elle_fut_faite()
    {
        var u = UnActe.A(EnExecution);
        u.Entendre(ObjetDesObservations.Retrait, Quand.Le(2021, 8, 1));
        UnActe.Accepter(u.Acte.ClasserLesObservations(ObjetDesObservations.Retrait, "Le fait est réparé.", u.Cadre(2021, 8, 20)));
        bool Retirer(int annee, int mois, int jour) =>
            Tenter(
                x =>
                    x.Acte.Retirer(
                        FondementDuRetrait.ConditionsNonRespectees,
                        UnActe.Motif,
                        x.Accord,
                        x.Cadre(annee, mois, jour),
                        x.Engagement
                    ).EstAccepte,
                u
            );
        Assert.False(Retirer(2021, 9, 1));
        u.Entendre(ObjetDesObservations.Retrait, Quand.Le(2022, 3, 1));
        Assert.False(Retirer(2022, 3, 15));
        Assert.True(Retirer(2022, 3, 16));
    }

    [Fact]
    public void Ce_qui_arrive_dans_son_délai_clôt_la_demande_faite_trop_tard()
    {
        var caduc = UnActe.A(ACommencer);
        caduc.Entendre(ObjetDesObservations.Caducite, Quand.Le(2023, 7, 13));
        UnActe.Accepter(caduc.Acte.DeclarerLeCommencement(new DateOnly(2023, 7, 12), surLHonneur: false, caduc.Cadre(2023, 7, 20)));
        Assert.Null(caduc.Acte.EnCours(ObjetDesObservations.Caducite));

        var rejete = UnActe.A(EnAttenteDeReception);
        rejete.Entendre(ObjetDesObservations.RejetImplicite, Quand.Le(2022, 1, 11));
        Assert.True(rejete.Acte.Ouvrir(rejete.Cadre(2022, 1, 12, UnDossier.Representant), rejete.Engagement));
        Assert.Null(rejete.Acte.EnCours(ObjetDesObservations.RejetImplicite));
    }

    [Theory]
    [InlineData(2021, 7, 12, true)]
    [InlineData(2021, 7, 7, false)]
    [InlineData(2021, 7, 13, false)]
    public void Un_acte_se_reçoit_entre_sa_signature_et_aujourd_hui(int annee, int mois, int jour, bool possible)
    {
        var u = UnActe.A(EnAttenteDeReception);
        Assert.Equal(
            possible,
            u.Acte.Recevoir(new DateOnly(annee, mois, jour), "Remise en main propre", u.Cadre(2021, 7, 12), u.Engagement).EstAccepte
        );
        Assert.Equal(possible ? EtatDossier.Conventionne : EtatDossier.AccordSousReserve, u.Dossier.Etat);
    }

    [Theory]
    [InlineData(2023, 7, 12, true)]
    [InlineData(2023, 7, 13, false)]
    public void Un_projet_commence_dans_son_délai(int annee, int mois, int jour, bool possible)
    {
        var u = UnActe.A(ACommencer);
        var le = new DateOnly(annee, mois, jour);
        Assert.Equal(possible, u.Acte.DeclarerLeCommencement(le, surLHonneur: true, u.Cadre(2023, 8, 1)).EstAccepte);
        Assert.False(UnActe.A(ACommencer).Acte.DeclarerLeCommencement(le.AddDays(1), true, u.Cadre(annee, mois, jour)).EstAccepte);
    }

    [Fact]
    public void Un_commencement_d_avant_la_demande_est_gardé_et_signalé()
    {
        var u = UnActe.A(ACommencer);
        var tot = new DateOnly(2021, 5, 9);
        Assert.Equal("confirme", Assert.Single(u.Acte.DeclarerLeCommencement(tot, false, u.Cadre(2021, 7, 20)).Refus).Champ);
        UnActe.Accepter(u.Acte.DeclarerLeCommencement(tot, surLHonneur: false, u.Cadre(2021, 7, 20), confirme: true));
        Assert.True(u.Acte.Commencement!.AvantLaDemande);
        // Mistyped: who manages corrects it, with a reason.
        Assert.Equal(
            "motif",
            Assert.Single(u.Acte.CorrigerLeCommencement(new DateOnly(2021, 7, 9), " ", u.Cadre(2021, 7, 21)).Refus).Champ
        );
        UnActe.Accepter(u.Acte.CorrigerLeCommencement(new DateOnly(2021, 7, 9), "Bon de commande du 9 juillet.", u.Cadre(2021, 7, 21)));
        Assert.Equal((new DateOnly(2021, 7, 9), false), (u.Acte.Commencement!.Le, u.Acte.Commencement.AvantLaDemande));
        var autre = UnActe.A(ACommencer);
        UnActe.Accepter(autre.Acte.DeclarerLeCommencement(new DateOnly(2021, 5, 10), surLHonneur: false, autre.Cadre(2021, 7, 20)));
        Assert.False(autre.Acte.Commencement!.AvantLaDemande);
    }

    [Theory]
    [InlineData("autre", "est d’un autre organisme")]
    [InlineData("2135", "recopiez ses 14 chiffres")]
    [InlineData(null, "recopiez ses 14 chiffres")]
    public void Un_SIRET_est_celui_du_bénéficiaire(string? siret, string raison)
    {
        var u = UnActe.AEditer();
        var saisi = siret == "autre" ? Siret.SiegePlausible(UneCandidature.Colmar.Siren!).Valeur : siret;
        var refus = Assert.Single(u.Acte.SaisirLesSirets(u.Sirets(saisi), UnDossier.Representant).Refus);
        Assert.Contains(raison, refus.Message, StringComparison.Ordinal);
        Assert.Null(u.Acte.Beneficiaires[0].Siret);
    }

    [Fact]
    public void Un_SIRET_d_un_autre_que_les_bénéficiaires_n_est_pas_un_acte()
    {
        var u = UnActe.AEditer();
        var faits = u.Acte.Faits.Count;
        foreach (
            var sirets in new[]
            {
                new Dictionary<string, string?>(),
                new() { ["999999999"] = "99999999900010" },
            }
        )
            Assert.Contains(
                "Saisissez le SIRET",
                Assert.Single(u.Acte.SaisirLesSirets(sirets, UnDossier.Representant).Refus).Message,
                StringComparison.Ordinal
            );
        Assert.Equal(faits, u.Acte.Faits.Count);
    }

    [Fact]
    public void Un_SIRET_qui_change_se_confirme_à_nouveau()
    {
        var u = UnActe.Complet();
        Assert.NotNull(u.Acte.Beneficiaires[0].ConfirmePar);
        var autre = Enumerable.Range(2, 200).Select(n => $"{u.Siren}{n:00000}").Where(s => Siret.TryParse(s, out _)).Skip(1).First();
        UnActe.Accepter(u.Acte.SaisirLesSirets(u.Sirets(autre), UnDossier.Representant));
        Assert.Null(u.Acte.Beneficiaires[0].ConfirmePar);
    }

    /// <summary>Scenario 2, in Bretagne: less was granted than asked, and the plan has to balance on it.</summary>
    [Fact]
    public void Accordé_moins_que_demandé_le_plan_est_à_rééquilibrer()
    {
        var u = UnActe.AEditer(montant: 14_000m);
        u.Completer();
        var refus = u.Acte.Editer(u.Cadre(2021, 7, 8), UnActe.Attribuant).Refus;
        Assert.Contains("ne s’équilibre pas sur", Assert.Single(refus).Message, StringComparison.Ordinal);
        Assert.False(u.Acte.ProposerUnPlan(Plan(u, 28_000m, 20_720m), u.Cadre(2021, 7, 1)).EstAccepte);
        Assert.False(
            u.Acte.ProposerUnPlan(
                new PlanDeLActe(Plan(u, 28_000m).Depenses, Plan(u, 27_999.99m).Ressources) { ProposePar = "", ProposeLe = default },
                u.Cadre(2021, 7, 1)
            ).EstAccepte
        );
        UnActe.Accepter(u.Acte.ProposerUnPlan(Plan(u, 20_000m), u.Cadre(2021, 7, 1, UnDossier.Representant)));
        Assert.True(u.Acte.PlanAAccepter);
        Assert.False(u.Acte.Editer(u.Cadre(2021, 7, 8), UnActe.Attribuant).EstAccepte);
        Assert.False(u.Acte.AccepterLePlan(" ", u.Cadre(2021, 7, 2)).EstAccepte);
        UnActe.Accepter(u.Acte.AccepterLePlan("Le périmètre est réduit.", u.Cadre(2021, 7, 2)));
        UnActe.Accepter(u.Acte.Editer(u.Cadre(2021, 7, 8), UnActe.Attribuant));
        Assert.Equal((new Euros(14_000m), new Euros(20_000m)), (u.Acte.Montant, u.Acte.Depense));
        Assert.Equal(28_000m, u.Dossier.ContenuDepose.Projet.TotalDepenses!.Value.Montant);
    }

    [Fact]
    public void Un_plan_qui_attend_arrête_l_édition_même_quand_celui_de_l_instruction_suffirait()
    {
        var u = UnActe.Complet();
        UnActe.Accepter(u.Acte.ProposerUnPlan(Plan(u, 28_000m), u.Cadre(2021, 7, 1)));
        Assert.Equal(["plan"], u.Acte.Editer(u.Cadre(2021, 7, 8), UnActe.Attribuant).Refus.Select(r => r.Champ));
        UnActe.Accepter(u.Acte.AccepterLePlan("Le même, en plus clair.", u.Cadre(2021, 7, 2)));
        UnActe.Accepter(u.Acte.Editer(u.Cadre(2021, 7, 8), UnActe.Attribuant));
    }

    [Fact]
    public void Un_plan_rendu_revient_au_porteur()
    {
        var u = UnActe.AEditer(montant: 14_000m);
        UnActe.Accepter(u.Acte.ProposerUnPlan(Plan(u, 20_000m), u.Cadre(2021, 7, 1)));
        Assert.False(u.Acte.RendreLePlan(null, UnActe.Gestionnaire).EstAccepte);
        UnActe.Accepter(u.Acte.RendreLePlan("Le taux dépasse celui de la séance.", UnActe.Gestionnaire));
        Assert.Equal(
            ("Le taux dépasse celui de la séance.", false, false),
            (u.Acte.Plan!.Retour, u.Acte.Plan.Attend, u.Acte.PlanAAccepter)
        );
        Assert.Throws<ActeImpossibleException>(() => u.Acte.AccepterLePlan("Encore.", u.Cadre(2021, 7, 3)));
        UnActe.Accepter(u.Acte.ProposerUnPlan(Plan(u, 20_000m), u.Cadre(2021, 7, 4)));
        Assert.True(u.Acte.Plan.Attend);
    }

    [Fact]
    public void Une_condition_se_lève_une_fois_avec_son_motif()
    {
        var u = UnActe.AEditer(conditions: "Signer le CRTE");
        Assert.False(u.Acte.LeverUneCondition(0, "", UnActe.Gestionnaire, Quand.Le(2021, 7, 1)).EstAccepte);
        UnActe.Accepter(u.Acte.LeverUneCondition(0, "CRTE signé le 30 juin.", UnActe.Gestionnaire, Quand.Le(2021, 7, 1)));
        Assert.Throws<ActeImpossibleException>(() => u.Acte.LeverUneCondition(0, "Encore.", UnActe.Gestionnaire, Quand.Le(2021, 7, 2)));
        Assert.Throws<ActeImpossibleException>(() => u.Acte.LeverUneCondition(1, "Ailleurs.", UnActe.Gestionnaire, Quand.Le(2021, 7, 2)));
    }

    [Fact]
    public void Une_convention_se_signe_par_les_deux_parties_après_son_édition()
    {
        var u = UnActe.A(ASigner);
        Resultat Signer(DateOnly? etat, DateOnly? porteur) =>
            u
                .Acte.Signer(
                    etat,
                    porteur is { } p ? u.Signatures(p) : new Dictionary<string, DateOnly>(),
                    null,
                    UnActe.Gestionnaire,
                    Quand.Le(2021, 7, 9)
                )
                .Resultat;
        Assert.Equal(2, Signer(null, null).Refus.Length);
        Assert.Single(Signer(Juillet.AddDays(-1), Juillet).Refus);
        Assert.Single(Signer(Juillet, Juillet.AddDays(2)).Refus);
        UnActe.Accepter(Signer(Juillet, Juillet.AddDays(1)));
        Assert.Equal(Juillet.AddDays(1), u.Acte.DerniereSignature);
    }

    [Fact]
    public void Passé_le_terme_l_envoi_veut_un_motif()
    {
        var u = UnActe.A(ANotifier);
        Resultat Envoyer(string? motif) => u.Acte.Envoyer(u.Dossier.RejetImpliciteLe, motif, UnActe.Gestionnaire, Quand.Le(2022, 1, 11));
        Assert.Single(Envoyer(" ").Refus);
        UnActe.Accepter(Envoyer("Retard du service."));
    }

    [Fact]
    public void Une_observation_se_présente_et_vaut_réception()
    {
        var u = UnActe.A(EnExecution);
        var sur = u.Sur(ObjetDesObservations.Retrait, FondementDuRetrait.ConditionsNonRespectees);
        UnActe.Accepter(u.Acte.DemanderDesObservations(ObjetDesObservations.Retrait, UnActe.Motif, u.Cadre(2021, 8, 1), sur));
        Assert.Null(u.Acte.PossibleLe(ObjetDesObservations.Retrait, u.Reglement));
        Assert.False(u.Acte.PresenterDesObservations(ObjetDesObservations.Retrait, " ", u.Cadre(2021, 8, 2)).EstAccepte);
        UnActe.Accepter(u.Acte.PresenterDesObservations(ObjetDesObservations.Retrait, "Voici.", u.Cadre(2021, 8, 2)));
        Assert.Equal(new DateOnly(2021, 8, 17), u.Acte.PossibleLe(ObjetDesObservations.Retrait, u.Reglement));
        Assert.False(
            Tenter(x => x.Acte.DemanderDesObservations(ObjetDesObservations.Retrait, UnActe.Motif, x.Cadre(2021, 8, 3), sur).EstAccepte, u)
        );
    }

    private static Dictionary<string, DeliberationDuBeneficiaire> Deliberations(UnActe u) =>
        new(StringComparer.Ordinal) { [u.Siren] = new DeliberationDuBeneficiaire(new DateOnly(2021, 6, 28), "2021-42") };

    private static PlanDeLActe Plan(UnActe u, decimal cout, decimal? fonds = null)
    {
        var projet = UnProjet.Complet(cout, fonds ?? u.Acte.Montant.Montant);
        return new PlanDeLActe(projet.Depenses!.Value, projet.Ressources!.Value)
        {
            ProposePar = UnDossier.Representant.Fonction,
            ProposeLe = Quand.Le(2021, 7, 1),
        };
    }

    /// <summary>The dossier, its act and its engagement say the same thing.</summary>
    private static void VerifierLAccord(UnActe u)
    {
        var attendu = u.Acte.Fin?.Etat
            ?? u.Acte.Etape switch
            {
                ACommencer => EtatDossier.Conventionne,
                EnExecution => EtatDossier.EnExecution,
                ASolder => EtatDossier.Acheve,
                _ => EtatDossier.AccordSousReserve,
            };
        Assert.Equal(attendu, u.Dossier.Etat);
        Assert.Equal(
            u.Acte.Fin is null ? u.Acte.Montant
                : u.Acte.Depense is null ? Euros.Zero
                : u.Acte.Liquider(u.Versements).Paye,
            u.Engagement.Montant
        );
        Assert.Equal(u.Acte.Fin is null or { Etat: EtatDossier.Solde }, u.Engagement.LibereLe is null);
    }

    private static bool Fait(Action acte)
    {
        acte();
        return true;
    }

    private static bool Tenter(Func<UnActe, bool> agir, UnActe u)
    {
        try
        {
            return agir(u);
        }
        catch (ActeImpossibleException)
        {
            return false;
        }
    }
}
