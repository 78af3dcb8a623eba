using FitnGrants.Domain.Collectivites.Traces;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Traces;
using FitnGrants.Web.Mots;
using static FitnGrants.Web.Suites.Annonces;
using static FitnGrants.Web.Suites.Histoires;

namespace FitnGrants.Web.Suites;

/// <summary>What follows each act, a line an act: an act without its line, or a line without its three things, does not compile.</summary>
public static class SuitesDesActes
{
    // A value that is no act of ours is no case to write.
#pragma warning disable CS8524
    public static Suite De(Acte acte) =>
        acte switch
        {
            // A dossier, written by its porteur.
            Acte.Creer => new("brouillon commencé", Dit("Brouillon commencé"), Personne),
            Acte.Copier => new("dossier copié", Dit<Copier>(c => new("Copié d’un autre dossier", c.Origine)), Personne),
            Acte.Deposer => new("dossier déposé", Dit<Deposer>(Depot), DuDepot),
            Acte.RepondreALaDemande => new(
                "compléments reçus",
                Dit<RepondreALaDemande>(r => new("Compléments reçus", $"Version {r.Version}.")),
                DeLaReponse
            ),
            Acte.RetirerLeDossier => new(
                "dossier retiré par le porteur",
                Dit<RetirerLeDossier>(r => new("Retiré par le porteur", r.Motif)),
                DuRetrait
            ),
            Acte.Supprimer => new("brouillon supprimé", Tue, Personne),

            // Its instruction.
            Acte.PrendreEnCharge => new("dossier pris en charge", Dit("Pris en charge"), Personne),
            Acte.Confier => new("dossier confié", Tue, ALAgentChoisi),
            Acte.AnnulerLAttribution => new("attribution annulée", Tue, Personne),
            Acte.Conclure => new("règles conclues", AuxAgents<Conclure>(Conclusions), Personne),
            Acte.RemettreAVerifier => new(
                "règles remises à vérifier",
                AuxAgents<RemettreAVerifier>(r => new("Règles remises à vérifier", r.Regles)),
                Personne
            ),
            Acte.Coter => new("critères cotés", Tue, Personne),
            Acte.EcarterUneDepense => new("dépense écartée", Tue, Personne),
            Acte.ReintegrerUneDepense => new("dépense réintégrée", Tue, Personne),
            Acte.JugerLaSimilitude => new("similitude jugée", AuxAgents<JugerLaSimilitude>(Similitude), Personne),
            Acte.RendreAvis => new("avis départemental rendu", AuxAgents<RendreAvis>(_ => new("Avis départemental rendu")), Personne),
            Acte.ReputerRecevable => new(
                "dossier réputé recevable",
                Dit<ReputerRecevable>(_ => new("Réputé recevable", "Deux mois sans réponse depuis la réception.")),
                Personne
            ),
            Acte.DemanderDesComplements => new("compléments demandés", Dit<DemanderDesComplements>(Complements), DeLaDemande),
            Acte.ReprendreSansReponse => new("instruction reprise sans réponse", Dit("Instruction reprise sans réponse"), DeLaReprise),
            Acte.DeclarerIrrecevable => new(
                "dossier déclaré irrecevable",
                Dit<DeclarerIrrecevable>(i => new("Déclaré irrecevable", $"Règle {i.Regle}.")),
                DeLIssue
            ),
            Acte.Reorienter => new("dossier réorienté", Dit<Reorienter>(r => new("Réorienté", r.Axe)), DeLIssue),
            Acte.Clore => new("instruction close", Dit("Instruction close"), Personne),
            Acte.Rouvrir => new("instruction rouverte", Dit("Instruction rouverte"), Personne),
            Acte.AnnulerLaCloture => new("clôture de l’instruction annulée", Dit("Clôture de l’instruction annulée"), Personne),

            // Its way through a session.
            Acte.Inscrire => new(
                "dossier inscrit à l’ordre du jour",
                Dit<Inscrire>(i => new("Inscrit à l’ordre du jour", $"Séance {i.Date}.")),
                Personne
            ),
            Acte.Retirer => new(
                "dossier retiré de l’ordre du jour",
                Dit<Retirer>(r => new("Retiré de l’ordre du jour", r.Motif)),
                Personne
            ),
            Acte.Decider => new("décision enregistrée", AvantNotification<Decider>(_ => new("Décision enregistrée")), Personne),
            Acte.Rectifier => new("décision rectifiée", AvantNotification<Rectifier>(r => new("Décision rectifiée", r.Motif)), Personne),
            Acte.Notifier => new("décision notifiée", Notification, DeLaDecision),

            // What is said around it.
            Acte.DemanderUnAvis => new("avis demandé", Tue, DeLAvis),
            Acte.RelancerUnAvis => new("avis relancé", Tue, DeLAvis),
            Acte.RendreUnAvis => new("avis rendu", Tue, Personne),
            Acte.RetirerUnAvis => new("demande d’avis retirée", Tue, Personne),
            Acte.EcrireMessage => new("message écrit", Tue, DuMessage),
            Acte.ClasserLesMessages => new("messages classés sans réponse", Tue, Personne),
            Acte.Accompagner => new("note d’accompagnement écrite", Tue, DeLaNote),
            Acte.AnnoterEnInterne => new("note interne écrite", Tue, Personne),

            // Its pieces.
            Acte.JoindrePiece => new("pièce ajoutée", Tue, Personne),
            Acte.RetirerPiece => new("pièce retirée", Tue, Personne),
            Acte.RelancerAnalyse => new("analyse relancée", Tue, Personne),
            Acte.AnalyserPiece => new("pièce analysée", Tue, DeLaPieceRefusee),

            // What follows an accord.
            Acte.EcrireLActe => new("projet d’acte enregistré", Tue, Personne),
            Acte.SaisirLesSirets => new("numéro SIRET saisi", Dit("SIRET saisi"), Personne),
            Acte.ConfirmerLesSirets => new("numéro SIRET confirmé", AuxAgents<ConfirmerLesSirets>(_ => new("SIRET confirmé")), Personne),
            Acte.LeverUneCondition => new(
                "condition de l’accord levée",
                Dit<LeverUneCondition>(c => new("Condition de l’accord levée", c.Motif)),
                Personne
            ),
            Acte.ProposerUnPlan => new("plan rééquilibré proposé", Dit("Plan rééquilibré proposé"), DuPlanPropose),
            Acte.AccepterLePlan => new("plan rééquilibré accepté", Dit("Plan rééquilibré accepté"), DuPlanAccepte),
            Acte.RendreLePlan => new(
                "plan rééquilibré rendu au porteur",
                Dit<RendreLePlan>(p => new("Plan rééquilibré à corriger", p.Motif)),
                DuPlanRendu
            ),
            Acte.EditerLActe => new("acte édité", Dit<EditerLActe>(e => new("Acte édité", e.Numero)), Personne),
            Acte.ReprendreLActe => new("acte repris", Dit<ReprendreLActe>(r => new("Acte repris", r.Motif)), Personne),
            Acte.SignerLActe => new("acte signé", Dit("Acte signé"), Personne),
            Acte.EnvoyerLActe => new("acte envoyé", Dit<EnvoyerLActe>(e => new("Acte envoyé", e.Motif)), DeLActe),
            Acte.RecevoirLActe => new(
                "réception de l’acte notée",
                Dit<RecevoirLActe>(r => new("Aide attribuée", $"Acte {r.Numero} reçu le {Francais.Date(r.Jour!.Value)} : {r.Preuve}.")),
                DeLaReception
            ),
            Acte.Proroger => new(
                "délai prorogé",
                Dit<Proroger>(p => new("Délai prorogé", $"Du {Francais.Date(p.Du!.Value)} au {Francais.Date(p.Au!.Value)}. {p.Motif}")),
                DeLaProrogation
            ),
            Acte.DeclarerLeCommencement => new(
                "commencement déclaré",
                Dit<DeclarerLeCommencement>(c => new("Commencement déclaré", $"Le {Francais.Date(c.Jour!.Value)}.")),
                DuCommencement
            ),
            Acte.CorrigerLeCommencement => new(
                "jour du commencement corrigé",
                Dit<CorrigerLeCommencement>(c =>
                    new("Commencement corrigé", $"Le {Francais.Date(c.Au!.Value)}, et non le {Francais.Date(c.Du!.Value)}. {c.Motif}")
                ),
                DuVersement
            ),
            Acte.RenoncerALAide => new("aide abandonnée", Dit<RenoncerALAide>(r => new("Aide abandonnée", r.Motif)), DuRenoncement),
            Acte.DemanderDesObservations => new(
                "observations demandées",
                Dit<DemanderDesObservations>(o => new("Observations demandées", $"Pour {MotsDuSuivi.Mesure(o.Objet!.Value)}.")),
                DesObservations
            ),
            Acte.RecevoirLaDemandeDObservations => new("réception de la demande d’observations notée", Tue, Personne),
            Acte.PresenterDesObservations => new("observations présentées", Dit("Observations présentées"), DeLaReponseAuxObservations),
            Acte.ClasserLesObservations => new(
                "mesure abandonnée",
                Dit<ClasserLesObservations>(o => new("Mesure envisagée abandonnée", o.Motif)),
                DeLAbandonDeLaMesure
            ),
            Acte.NoterLesEngagements => new(
                "numéros d’engagement juridique notés",
                AuxAgents<NoterLesEngagements>(e => new("Engagement juridique noté", e.Numeros)),
                Personne
            ),
            Acte.ConstaterLaCaducite => new(
                "caducité constatée",
                Dit<ConstaterLaCaducite>(c => new("Caducité constatée", c.Motif)),
                DeLaFin
            ),
            Acte.ConstaterLeRejet => new(
                "rejet implicite constaté",
                Dit<ConstaterLeRejet>(c => new("Rejet implicite constaté", c.Motif)),
                DeLaFin
            ),
            Acte.RetirerLAide => new("aide retirée", Dit<RetirerLAide>(r => new("Aide retirée", r.Motif)), DeLaFin),
            Acte.DemanderUnAvenant => new(
                "avenant demandé",
                Dit<DemanderUnAvenant>(d => new("Avenant demandé", d.Motif)),
                DeLaDemandeDAvenant
            ),
            Acte.EcrireUnAvenant => new("projet d’avenant enregistré", Tue, DuPlanDAvenant),
            Acte.EditerLAvenant => new("avenant édité", Dit<EditerLAvenant>(e => new("Avenant édité", e.Numero)), Personne),
            Acte.ReprendreLAvenant => new("avenant repris", Dit<ReprendreLAvenant>(r => new("Avenant repris", r.Motif)), Personne),
            Acte.SignerLAvenant => new("avenant signé", Dit<SignerLAvenant>(s => new("Avenant signé", s.Numero)), Personne),
            Acte.EnvoyerLAvenant => new("avenant envoyé", Dit<EnvoyerLAvenant>(e => new("Avenant envoyé", e.Numero)), DeLAvenant),
            Acte.RecevoirLAvenant => new(
                "réception de l’avenant notée",
                Dit<RecevoirLAvenant>(r => new("Avenant en vigueur", $"{r.Numero}, reçu le {Francais.Date(r.Jour!.Value)} : {r.Preuve}.")),
                DeLAvenantRecu
            ),
            Acte.ClasserLAvenant => new(
                "avenant sans suite",
                Dit<ClasserLAvenant>(c => new("Avenant sans suite", c.Motif)),
                DeLAvenantClasse
            ),
            Acte.SuccederAuPorteur => new(
                "dossier repris par un successeur",
                Dit<SuccederAuPorteur>(s =>
                    new("Repris par une collectivité nouvelle", $"{s.Nom} succède, depuis le {Francais.Date(s.Jour!.Value)}.")
                ),
                DeLaSuccession
            ),
            // Its money.
            Acte.PreparerUnVersement => new("demande de versement commencée", Tue, Personne),
            Acte.EcrireUnVersement => new("demande de versement enregistrée", Tue, Personne),
            Acte.TransmettreUnVersement => new(
                "demande de versement transmise",
                Dit<TransmettreUnVersement>(v => new("Versement demandé", MotsDesVersements.Demande(v))),
                DuVersementDemande
            ),
            Acte.EffacerUnVersement => new("demande de versement effacée", Tue, Personne),
            Acte.ReprendreUnVersement => new(
                "demande de versement reprise",
                Dit<ReprendreUnVersement>(v => new($"Demande de versement n° {v.Rang} reprise par son porteur")),
                Personne
            ),
            Acte.RendreUnVersement => new(
                "demande de versement à compléter",
                Dit<RendreUnVersement>(v => new("Versement à compléter", v.Motif)),
                DuVersement
            ),
            Acte.ControlerUnVersement => new(
                "versement contrôlé",
                Dit<ControlerUnVersement>(v => new("Service fait certifié", $"{v.Montant} à payer.")),
                DuVersement
            ),
            Acte.OrdonnancerUnVersement => new(
                "versement ordonnancé",
                Dit<OrdonnancerUnVersement>(v => new("Versement ordonnancé", $"{v.Montant}, demande de paiement {v.Reference}.")),
                DuVersement
            ),
            Acte.PayerUnVersement => new(
                "paiement noté",
                Dit<PayerUnVersement>(v => new("Versement payé", $"{v.Montant}, le {Francais.Date(v.Jour!.Value)}.")),
                DuVersement
            ),
            Acte.ConstaterUnPaiement => new(
                "paiement constaté dans Chorus",
                Dit<ConstaterUnPaiement>(v => new("Versement payé", $"{v.Montant}, le {Francais.Date(v.Jour!.Value)}.")),
                DuVersement
            ),
            Acte.ReglerUnEcart => new(
                "écart de paiement réglé",
                AuxAgents<ReglerUnEcart>(v => new("Écart de paiement réglé", v.Motif)),
                Personne
            ),
            Acte.ViserUnVersement => new(
                "visa du comptable noté",
                Dit<ViserUnVersement>(v => new("Visa du comptable public", $"Du {Francais.Date(v.Jour!.Value)}.")),
                Personne
            ),
            Acte.RejeterUnVersement => new(
                "demande de versement rejetée",
                Dit<RejeterUnVersement>(v => new("Versement rejeté", v.Motif)),
                DuVersement
            ),
            Acte.AnnulerUnPas => new(
                "enregistrement de versement annulé",
                Dit<AnnulerUnPas>(v => new("Enregistrement annulé", v.Motif)),
                DuVersement
            ),
            Acte.DeclarerLAchevement => new(
                "achèvement déclaré",
                Dit<DeclarerLAchevement>(v => new("Achèvement déclaré", $"Le {Francais.Date(v.Jour!.Value)}. Le solde est demandé.")),
                DeLAchevement
            ),
            Acte.CloreFauteDeDeclaration => new(
                "exécution close faute de déclaration",
                Dit<CloreFauteDeDeclaration>(c => new("Exécution close faute de déclaration", c.Motif)),
                DuVersement
            ),
            Acte.RenvoyerLaDeclaration => new(
                "déclaration d’achèvement renvoyée",
                Dit<RenvoyerLaDeclaration>(v => new("Déclaration d’achèvement à reprendre", v.Motif)),
                DuVersement
            ),
            Acte.Solder => new("aide soldée", Dit<Solder>(v => new("Aide soldée", $"{v.Montant} versés en tout.")), DuVersement),
            Acte.DemanderUnReversement => new(
                "reversement envisagé",
                Dit<DemanderUnReversement>(v => new("Reversement envisagé", $"{v.Montant}. {v.Motif}")),
                DuReversement
            ),
            Acte.RecevoirUnReversement => new("réception de la demande de reversement notée", Tue, Personne),
            Acte.RepondreAuReversement => new(
                "observations présentées avant reversement",
                Dit("Observations présentées"),
                DeLaReponseAuxObservations
            ),
            Acte.DeciderUnReversement => new(
                "reversement décidé",
                Dit<DeciderUnReversement>(v => new("Reversement décidé", $"{v.Montant}, titre {v.Reference}.")),
                DuReversement
            ),
            Acte.RecouvrerUnReversement => new(
                "recouvrement noté",
                Dit<RecouvrerUnReversement>(v => new("Somme recouvrée", $"{v.Montant}, le {Francais.Date(v.Jour!.Value)}.")),
                DuReversement
            ),
            Acte.AnnulerUnRecouvrement => new(
                "recouvrement annulé",
                Dit<AnnulerUnRecouvrement>(v => new("Recouvrement annulé", $"{v.Montant}. {v.Motif}")),
                DuReversement
            ),
            Acte.LireUnExtrait => new("extrait de Chorus lu", Tue, Personne),
            Acte.RattacherUnPaiement => new("paiement de Chorus rattaché", Tue, Personne),
            Acte.EcarterDesLignes => new("lignes de Chorus écartées", Tue, Personne),
            Acte.ClasserUnReversement => new(
                "reversement classé",
                Dit<ClasserUnReversement>(v => new($"Reversement : {Francais.Minuscule(MotsDesVersements.Etat(v.Fin!.Value))}", v.Motif)),
                DuReversement
            ),

            Acte.RappelerUneEcheance => new("échéance rappelée", Tue, DeLEcheance),

            // Its reports.
            Acte.OuvrirUnEtat => new("état des lieux commencé", Tue, Personne),
            Acte.EcrireUnEtat => new("état des lieux enregistré", Tue, Personne),
            Acte.TransmettreUnEtat => new(
                "état des lieux transmis",
                Dit<TransmettreUnEtat>(v => new($"État des lieux n° {v.Rang} transmis", MotsDesEtats.Envoi(v))),
                DeLEtatTransmis
            ),
            Acte.MarquerLu => new("état des lieux lu", Dit<MarquerLu>(v => new($"État des lieux n° {v.Rang} lu")), Personne),
            Acte.RenvoyerUnEtat => new(
                "état des lieux renvoyé",
                Dit<RenvoyerUnEtat>(v => new($"État des lieux n° {v.Rang} à corriger", v.Motif)),
                DeLEtatRenvoye
            ),
            Acte.LeverUnConstat => new(
                "constat levé",
                AuxAgents<LeverUnConstat>(v => new($"Constat {v.Constat} écarté, état des lieux n° {v.Rang}", v.Motif)),
                Personne
            ),
            Acte.DemanderUnEtat => new(
                "état des lieux demandé",
                Dit<DemanderUnEtat>(v => new($"État des lieux demandé avant le {Francais.Date(v.Echeance!.Value)}", v.Motif)),
                DeLEtatDemande
            ),
            Acte.MettreEnDemeure => new(
                "mise en demeure",
                Dit<MettreEnDemeure>(v =>
                    new("Mise en demeure de rendre un état des lieux", $"Attendu le {Francais.Date(v.Echeance!.Value)}.")
                ),
                DeLaDemeure
            ),
            Acte.RecevoirLaMiseEnDemeure => new(
                "réception notée",
                Dit<RecevoirLaMiseEnDemeure>(v => new("Mise en demeure reçue", $"Le {Francais.Date(v.Jour!.Value)}.")),
                Personne
            ),
            Acte.RelancerUnEtat => new(
                "état des lieux relancé",
                Dit<RelancerUnEtat>(v => new($"État des lieux attendu le {Francais.Date(v.Echeance!.Value)} : relance envoyée", v.Mot)),
                DeLaRelanceDEtat
            ),
            Acte.RappelerUnEtat => new("état des lieux rappelé", Tue, DuRappelDEtat),

            // Its letters.
            Acte.EditerUneLettre => new("lettre éditée", Tue, Personne),
            Acte.SignerUneLettre => new("lettre signée jointe", Tue, Personne),
            Acte.PosterUneLettre => new("envoi par courrier noté", Tue, Personne),
            Acte.RecevoirUneLettre => new("réception du courrier notée", Tue, Personne),
            Acte.OuvrirUneLettre => new("lettre ouverte", Tue, Personne),

            // A session.
            Acte.Planifier => new("séance planifiée", Tue, Personne),
            Acte.Deplacer => new("séance déplacée", Tue, DuDeplacement),
            Acte.Annuler => new("séance annulée", Tue, DeLAnnulation),
            Acte.Ouvrir => new("séance ouverte", Tue, Personne),
            Acte.Cloturer => new("séance clôturée", Tue, Personne),
            Acte.Pointer => new("présences enregistrées", Tue, Personne),
            Acte.DecrireLaTenue => new("tenue de la séance notée", Tue, Personne),
            Acte.NoterLaDeliberation => new("délibération notée", Tue, Personne),
            Acte.SignerLeProcesVerbal => new("procès-verbal signé joint", Tue, Personne),
            Acte.Ordonner => new("ordre du jour réordonné", Tue, Personne),
            Acte.ConfierLeRapport => new("rapporteur désigné", Tue, Personne),
            Acte.Deporter => new("déport déclaré", Tue, Personne),
            Acte.Opiner => new("avis donné", Tue, Personne),
            Acte.Appeler => new("point appelé", Tue, Personne),
            Acte.Proposer => new("proposition affichée", Tue, Personne),

            // Accounts and their rights.
            Acte.InviterUnAgent => new("agent invité", Tue, DeLInvitation),
            Acte.RenvoyerLInvitation => new("invitation renvoyée", Tue, DeLInvitation),
            Acte.AccorderUnRole => new("rôle donné", Tue, Personne),
            Acte.RetirerUnRole => new("rôle retiré", Tue, Personne),
            Acte.ChangerDeFonction => new("fonction changée", Tue, Personne),
            Acte.RetirerLeCode => new("code de connexion retiré", Tue, Personne),
            Acte.SuspendreLeCompte => new("compte suspendu", Tue, Personne),
            Acte.FermerLeCompte => new("compte fermé", Tue, Personne),
            Acte.RouvrirLeCompte => new("compte rouvert", Tue, Personne),
            Acte.CreerAdministrateur => new("administrateur créé", Tue, Personne),
            Acte.AccepterInvitation => new("invitation acceptée", Tue, Personne),
            Acte.ChangerMotDePasse => new("mot de passe changé", Tue, Personne),
            Acte.ActiverCode => new("connexion par code activée", Tue, Personne),
            Acte.DesactiverCode => new("connexion par code désactivée", Tue, Personne),
            Acte.DemanderAcces => new("accès demandé", Tue, DeLAdresse),
            Acte.Inviter => new("collègue invité", Tue, DeLAdresse),
            Acte.ConfirmerAcces => new("adresse confirmée", Tue, AQuiAccepte),
            Acte.AccorderAcces => new("accès accordé", Tue, DeLAcces),
            Acte.RefuserAcces => new("accès refusé", Tue, DeLAcces),
            Acte.ChangerDeRole => new("rôle changé", Tue, Personne),
            Acte.RetirerAcces => new("accès retiré", Tue, Personne),
            Acte.Deleguer => new("délégation donnée", Tue, DeLaDelegation),
            Acte.CloreLaDelegation => new("délégation terminée", Tue, Personne),
            Acte.DecrireUnService => new("fiche du service changée", Tue, Personne),
            Acte.NommerUnSignataire => new("signataire nommé", Tue, Personne),
            Acte.FinirUneSignature => new("signature terminée", Tue, Personne),
            Acte.EcrireUnModele => new("modèle de lettre écrit", Tue, Personne),

            // The service itself.
            Acte.PublierReglement => new("version du règlement publiée", Tue, Personne),
            Acte.ImporterMillesime => new("millésime importé", Tue, Personne),
            Acte.EnregistrerUneSuccession => new("succession enregistrée", Tue, Personne),
            Acte.AjouterCollectivite => new("collectivité ajoutée", Tue, Personne),
            Acte.RenvoyerCourriel => new("courriel renvoyé", Tue, Personne),
            Acte.AvancerHorloge => new("horloge avancée", Tue, Personne),
        };
#pragma warning restore CS8524

    /// <summary>True for what is nobody's to tell before the notification.</summary>
    public static bool AttendLaNotification(Acte acte) => acte is Acte.Decider or Acte.Rectifier;

    /// <summary>« décision enregistrée par SGAR de Bretagne, secrétariat, le 19 octobre 2021 à 14 h 32 ».</summary>
    public static string Phrase(Donnees.LigneDeJournal ligne) =>
        $"{De(ligne.Acte).Phrase} par {Donnees.ChaineDuJournal.Lire(ligne).Par ?? "le système"}, le {Francais.DateEtHeure(ligne.Instant)}";
}
