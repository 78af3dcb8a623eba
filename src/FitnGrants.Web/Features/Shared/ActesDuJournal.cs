using System.Text.Json;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Features.Shared;

/// <summary>A line of the journal as one sentence.</summary>
public static class ActesDuJournal
{
    private static readonly Dictionary<string, string> Phrases = new(StringComparer.Ordinal)
    {
        ["AccepterInvitation"] = "invitation acceptée",
        ["AccorderUnRole"] = "rôle donné",
        ["Accompagner"] = "note d’accompagnement écrite",
        ["ActiverCode"] = "connexion par code activée",
        ["Annuler"] = "séance annulée",
        ["Appeler"] = "point appelé",
        ["ChangerDeFonction"] = "fonction changée",
        ["ChangerMotDePasse"] = "mot de passe changé",
        ["Clore"] = "instruction close",
        ["Cloturer"] = "séance clôturée",
        ["Conclure"] = "règles conclues",
        ["Confier"] = "dossier confié",
        ["ConfierLeRapport"] = "rapporteur désigné",
        ["Coter"] = "critères cotés",
        ["Decider"] = "décision enregistrée",
        ["DeclarerIrrecevable"] = "dossier déclaré irrecevable",
        ["CreerAdministrateur"] = "administrateur créé",
        ["DesactiverCode"] = "connexion par code désactivée",
        ["DemanderDesComplements"] = "compléments demandés",
        ["DemanderUnAvis"] = "avis demandé",
        ["Deplacer"] = "séance déplacée",
        ["Deporter"] = "déport déclaré",
        ["Deposer"] = "dossier déposé",
        ["EcarterUneDepense"] = "dépense écartée",
        ["FermerLeCompte"] = "compte fermé",
        ["Inscrire"] = "dossier inscrit à l’ordre du jour",
        ["InviterUnAgent"] = "agent invité",
        ["Notifier"] = "décision notifiée",
        ["Opiner"] = "avis donné",
        ["Ordonner"] = "ordre du jour réordonné",
        ["Ouvrir"] = "séance ouverte",
        ["Planifier"] = "séance planifiée",
        ["Pointer"] = "présences enregistrées",
        ["PrendreEnCharge"] = "dossier pris en charge",
        ["Proposer"] = "proposition affichée",
        ["Rectifier"] = "décision rectifiée",
        ["ReintegrerUneDepense"] = "dépense réintégrée",
        ["Reorienter"] = "dossier réorienté",
        ["RepondreALaDemande"] = "compléments reçus",
        ["ReprendreSansReponse"] = "instruction reprise sans réponse",
        ["RenvoyerLInvitation"] = "invitation renvoyée",
        ["RetirerLeCode"] = "code de connexion retiré",
        ["RetirerUnRole"] = "rôle retiré",
        ["RouvrirLeCompte"] = "compte rouvert",
        ["SuspendreLeCompte"] = "compte suspendu",
        ["Retirer"] = "dossier retiré de l’ordre du jour",
        ["RetirerLeDossier"] = "dossier retiré par le porteur",
        ["ClasserLesMessages"] = "messages classés sans réponse",
        ["RemettreAVerifier"] = "règles remises à vérifier",
        ["Rouvrir"] = "instruction rouverte",
        ["AnnulerLaCloture"] = "clôture de l’instruction annulée",
    };

    /// <summary>« décision enregistrée par SGAR de Bretagne, secrétariat, le 19 octobre 2021 à 14 h 32 ».</summary>
    public static string Phrase(LigneDeJournal ligne)
    {
        var details = JsonSerializer.Deserialize<Dictionary<string, string>>(ligne.Details) ?? [];
        return $"{Phrases.GetValueOrDefault(ligne.Acte) ?? "modification enregistrée"} par {details.GetValueOrDefault("par") ?? "le système"}, le {Francais.DateEtHeure(ligne.Instant)}";
    }
}
