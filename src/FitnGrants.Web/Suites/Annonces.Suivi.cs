using FitnGrants.Domain.Collectivites.Traces;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Traces;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Suites;

/// <summary>Who is told of what follows an accord.</summary>
internal static partial class Annonces
{
    public static readonly Annonce DuPlanAccepte = DuSuivi((d, a, s) => CourriersDeSuivi.PlanAccepte(d, a, s.Instant));
    public static readonly Annonce DuPlanRendu = DuSuivi((d, _, s) => CourriersDeSuivi.PlanRendu(d, (RendreLePlan)s.Fait.Trace, s.Instant));
    public static readonly Annonce DeLActe = DuSuivi((d, a, s) => CourriersDeSuivi.ActeEnvoye(d, a, s.Instant));
    public static readonly Annonce DeLaReception = DuSuivi((d, a, s) => CourriersDeSuivi.ActeRecu(d, a, s.Instant));
    public static readonly Annonce DeLaFin = DuSuivi((d, a, s) => CourriersDeSuivi.Fini(d, a.Fin!, s.Instant));

    public static readonly Annonce DesObservations = DuSuivi(
        (d, a, s) => CourriersDeSuivi.ObservationsDemandees(d, a.EnCours(((DemanderDesObservations)s.Fait.Trace).Objet!.Value)!, s.Instant)
    );

    public static readonly Annonce DeLAbandonDeLaMesure = DuSuivi(
        (d, _, s) => CourriersDeSuivi.MesureAbandonnee(d, (ClasserLesObservations)s.Fait.Trace, s.Instant)
    );

    public static readonly Annonce DuPlanPropose = DuSuivi(
        (d, a, s) =>
            CourriersDeSuivi.ALaGestion(
                d,
                a,
                $"Un plan rééquilibré attend votre accord, dossier {d.Numero}",
                $"Le porteur de « {d.Titre} » a rééquilibré son plan de financement sur {a.Montant}.",
                s.Instant
            )
    );

    public static readonly Annonce DuCommencement = DuSuivi(
        (d, a, s) =>
            CourriersDeSuivi.ALaGestion(
                d,
                a,
                $"Le projet du dossier {d.Numero} a commencé",
                $"« {d.Titre} » a commencé le {Francais.Date(a.Commencement!.Le)}."
                    + (a.Commencement.AvantLaDemande ? " Ce jour précède la réception de la demande : un retrait est à examiner." : ""),
                s.Instant
            )
    );

    public static readonly Annonce DeLaReponseAuxObservations = DuSuivi(
        (d, a, s) =>
            CourriersDeSuivi.ALaGestion(
                d,
                a,
                $"Des observations sont présentées, dossier {d.Numero}",
                $"Le bénéficiaire de « {d.Titre} » a répondu à votre demande d’observations.",
                s.Instant
            )
    );

    public static readonly Annonce DeLAvenant = DuSuivi((d, a, s) => CourriersDeSuivi.AvenantEnvoye(d, a, s.Instant));
    public static readonly Annonce DeLAvenantRecu = DuSuivi((d, a, s) => CourriersDeSuivi.AvenantRecu(d, a, s.Instant));

    public static readonly Annonce DeLAvenantClasse = DuSuivi(
        (d, _, s) => CourriersDeSuivi.AvenantClasse(d, (ClasserLAvenant)s.Fait.Trace, s.Instant)
    );

    public static readonly Annonce DeLaDemandeDAvenant = DuSuivi(
        (d, a, s) =>
            CourriersDeSuivi.ALaGestion(
                d,
                a,
                $"Un avenant est demandé, dossier {d.Numero}",
                $"Le porteur de « {d.Titre} » demande à modifier son acte : {((DemanderUnAvenant)s.Fait.Trace).Motif}",
                s.Instant
            )
    );

    /// <summary>Those who act for the successor; a draft says nothing.</summary>
    public static Task<IEnumerable<Courriel>> DeLaSuccession(Survenu s, Moyens moyens, CancellationToken arret) =>
        Task.FromResult<IEnumerable<Courriel>>(
            s.Racine is Dossier { Numero: not null } dossier
                ? [CourriersDeSuivi.Succede(dossier, (SuccederAuPorteur)s.Fait.Trace, s.Instant)]
                : []
        );

    /// <summary>The porteur, once the avenant waits for its plan.</summary>
    public static async Task<IEnumerable<Courriel>> DuPlanDAvenant(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var (dossier, acte) = await SuiviAsync(s, arret);
        return ((EcrireUnAvenant)s.Fait.Trace).Montant is not null ? [CourriersDeSuivi.PlanDAvenantAttendu(dossier, acte, s.Instant)] : [];
    }

    /// <summary>Each step of a payment is told to its porteur, in the words of its history.</summary>
    public static readonly Annonce DuVersement = DeLArgent(Adresses.Suivi.Versements);

    public static readonly Annonce DuReversement = DeLArgent(Adresses.Suivi.Reversements);

    public static readonly Annonce DuVersementDemande = DuSuivi(
        (d, a, s) =>
            CourriersDeSuivi.ALaGestion(
                d,
                a,
                $"Un versement est à contrôler, dossier {d.Numero}",
                $"« {d.Titre} » : {MotsDesVersements.Demande((TransmettreUnVersement)s.Fait.Trace)}",
                s.Instant
            )
    );

    public static readonly Annonce DeLAchevement = DuSuivi(
        (d, a, s) =>
            CourriersDeSuivi.ALaGestion(
                d,
                a,
                $"Le projet du dossier {d.Numero} est achevé",
                $"« {d.Titre} » s’est achevé le {Francais.Date(a.AcheveLe!.Value)} : son solde est à contrôler.",
                s.Instant
            )
    );

    public static readonly Annonce DeLEtatTransmis = DuSuivi(
        (d, _, s) =>
        {
            var trace = (TransmettreUnEtat)s.Fait.Trace;
            return CourriersDeSuivi.AQuiSuit(
                d,
                $"Un état des lieux est à lire, dossier {d.Numero}",
                $"« {d.Titre} » : {MotsDesEtats.Envoi(trace)}",
                Adresses.Suivi.EtatDesLieux(d.Numero!, trace.Rang!.Value),
                s.Instant
            );
        }
    );

    public static readonly Annonce DeLEtatRenvoye = DuSuivi(
        (d, _, s) => CourriersDeSuivi.EtatRenvoye(d, (RenvoyerUnEtat)s.Fait.Trace, s.Instant)
    );

    public static readonly Annonce DeLEtatDemande = DuSuivi(
        (d, _, s) => CourriersDeSuivi.EtatDemande(d, (DemanderUnEtat)s.Fait.Trace, s.Instant)
    );

    public static readonly Annonce DeLaRelanceDEtat = DuSuivi(
        (d, _, s) => CourriersDeSuivi.RelanceDEtat(d, (RelancerUnEtat)s.Fait.Trace, s.Instant)
    );

    public static readonly Annonce DeLaDemeure = DuSuivi((d, a, s) => CourriersDeSuivi.EnDemeure(d, a.EnDemeure!, s.Instant));

    /// <summary>The porteur; and who follows the project, once a report is late.</summary>
    public static async Task<IEnumerable<Courriel>> DuRappelDEtat(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var (dossier, _) = await SuiviAsync(s, arret);
        var (attendu, jour) = (((RappelerUnEtat)s.Fait.Trace).Echeance!.Value, JourDeParis.De(s.Instant));
        var rappel = CourriersDeSuivi.RappelDEtat(dossier, attendu, jour, s.Instant);
        return jour <= attendu
            ? [rappel]
            :
            [
                rappel,
                CourriersDeSuivi.AQuiSuit(
                    dossier,
                    $"Un état des lieux est en retard, dossier {dossier.Numero}",
                    $"Celui de « {dossier.Titre} » était attendu le {Francais.Date(attendu)}.",
                    Adresses.Suivi.EtatsDesLieux(dossier.Numero!),
                    s.Instant
                ),
            ];
    }

    private static Annonce DeLArgent(Func<string, string> page) =>
        DuSuivi(
            (d, _, s) =>
            {
                var ligne = SuitesDesActes
                    .De(s.Fait.Trace.Acte)
                    .Histoire(s.Fait.Trace, new LecteurDHistoire(Agent: false, AvantNotification: false, []))!;
                return CourriersDeSuivi.DeLArgent(d, $"{ligne.Quoi}, dossier {d.Numero}", ligne.Detail ?? "", page(d.Numero!), s.Instant);
            }
        );

    /// <summary>Who manages; and the porteur, once the next step is its own.</summary>
    public static async Task<IEnumerable<Courriel>> DeLEcheance(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var (dossier, acte) = await SuiviAsync(s, arret);
        var (objet, texte) = MotsDuSuivi.Echeance(acte, dossier, JourDeParis.De(s.Instant));
        var gestion = CourriersDeSuivi.ALaGestion(dossier, acte, objet, texte, s.Instant);
        return acte.Etat == EtatActe.Notifie ? [gestion, CourriersDeSuivi.Echeance(dossier, objet, texte, s.Instant)] : [gestion];
    }

    /// <summary>Both sides: who gave up, and who managed.</summary>
    public static async Task<IEnumerable<Courriel>> DuRenoncement(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var (dossier, acte) = await SuiviAsync(s, arret);
        return
        [
            CourriersDeSuivi.Fini(dossier, acte.Fin!, s.Instant),
            CourriersDeSuivi.ALaGestion(
                dossier,
                acte,
                $"La collectivité renonce à l’aide, dossier {dossier.Numero}",
                $"L’aide de {acte.Montant} pour « {dossier.Titre} » revient à l’enveloppe. Motif : {acte.Fin!.Motif}",
                s.Instant
            ),
        ];
    }

    public static Task<IEnumerable<Courriel>> DeLaProrogation(Survenu s, Moyens moyens, CancellationToken arret) =>
        Task.FromResult<IEnumerable<Courriel>>([CourriersDeSuivi.Proroge((Dossier)s.Racine!, (Proroger)s.Fait.Trace, s.Instant)]);

    private static Annonce DuSuivi(Func<Dossier, ActeAttributif, Survenu, Courriel> courriel) =>
        async (s, _, arret) =>
        {
            var (dossier, acte) = await SuiviAsync(s, arret);
            return [courriel(dossier, acte, s)];
        };

    private static async Task<(Dossier Dossier, ActeAttributif Acte)> SuiviAsync(Survenu s, CancellationToken arret)
    {
        var id = s.Racine is ActeAttributif a ? a.DossierId : s.Racine!.Id;
        return (
            await DossierAsync(s, id, arret),
            s.Db.ActesAttributifs.Local.FirstOrDefault(x => x.DossierId == id)
                ?? await s.Db.ActesAttributifs.SingleAsync(x => x.DossierId == id, arret)
        );
    }
}
