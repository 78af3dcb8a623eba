using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;

namespace FitnGrants.Web.Mots;

/// <summary>Words of what follows an accord.</summary>
public static class MotsDuSuivi
{
    /// <summary>« convention », « arrêté ».</summary>
    public static string Nom(TypeActe? type) => type == TypeActe.Arrete ? "arrêté" : "convention";

    /// <summary>« la convention », « l’arrêté »; « l’acte » while its form is not chosen.</summary>
    public static string Le(ActeAttributif acte) =>
        acte.Termes?.Type switch
        {
            TypeActe.Convention => "la convention",
            TypeActe.Arrete => "l’arrêté",
            _ => "l’acte",
        };

    /// <summary>« La convention ».</summary>
    public static string Majuscule(ActeAttributif acte) => Francais.Majuscule(Le(acte));

    /// <summary>« Votre convention ».</summary>
    public static string Votre(ActeAttributif acte) => $"Votre {(acte.Termes?.Type is { } type ? Nom(type) : "acte")}";

    /// <summary>« signée », « signé »: agrees with the form of the act.</summary>
    public static string Accord(ActeAttributif acte, string participe) =>
        acte.Termes?.Type == TypeActe.Convention ? participe + "e" : participe;

    /// <summary>
    /// « L’avenant », « L’arrêté modificatif »: what amends a convention, or an arrêté; « Votre … » where it is said to its own.
    /// </summary>
    public static string LAvenant(ActeAttributif acte, bool votre = false) =>
        (votre ? "Votre " : "L’") + (acte.Termes?.Type == TypeActe.Arrete ? "arrêté modificatif" : "avenant");

    /// <summary>« Avenant n° … »; one that is asked for has no number yet.</summary>
    public static string Titre(ActeAttributif acte, Avenant avenant) =>
        avenant is { Etat: EtatAvenant.Demande } or { Etat: EtatAvenant.Classe, Editions: 0 }
            ? "Avenant"
            : $"{Francais.Majuscule(LAvenant(acte)[2..])} n° {avenant.Numero}";

    /// <summary>« Demandé », « À signer »: where an avenant stands.</summary>
    public static string Etat(EtatAvenant etat) =>
        etat switch
        {
            EtatAvenant.Demande => "Demandé",
            EtatAvenant.Projet => "En préparation",
            EtatAvenant.Edite => "À signer",
            EtatAvenant.Signe => "À envoyer",
            EtatAvenant.Envoye => "Envoyé, non reçu",
            EtatAvenant.Notifie => "En vigueur",
            _ => "Sans suite",
        };

    /// <summary>What says until when a decision is awaited: fonctionnement is outside the décret (A34).</summary>
    public static string TexteDuDelai(Dossier dossier) =>
        dossier.ContenuDepose.Projet.Regime == RegimeDepense.Fonctionnement
            ? "code des relations entre le public et l’administration, art. L. 231-4"
            : "décret n° 2018-514 du 25 juin 2018, art. 7";

    /// <summary>« 213 503 527 00014 », as people read it; null while it is not typed.</summary>
    public static string? Siret(string? siret) =>
        siret is null
            ? null
            : $"{siret[..3]}{Francais.Insecable}{siret[3..6]}{Francais.Insecable}{siret[6..9]}{Francais.Insecable}{siret[9..]}";

    /// <summary>What is intended, after « envisage de ».</summary>
    public static string Mesure(ObjetDesObservations objet) =>
        objet switch
        {
            ObjetDesObservations.Caducite => "constater la caducité de l’aide",
            ObjetDesObservations.RejetImplicite => "constater le rejet implicite de la demande",
            ObjetDesObservations.Cloture => "clore l’aide sur ce qui est déjà déclaré, faute de déclaration d’achèvement",
            _ => "retirer l’aide",
        };

    /// <summary>The text that a measure rests on, as a letter names it before the measure is taken.</summary>
    /// <param name="demande">The request for observations.</param>
    /// <param name="terme">Last day on which an illegal decision is withdrawn.</param>
    public static string FondementDeLaMesure(DemandeDObservations demande, DateOnly terme) =>
        demande.Objet switch
        {
            ObjetDesObservations.Caducite => "l’article 9 du décret n° 2018-514 du 25 juin 2018",
            ObjetDesObservations.RejetImplicite => "l’article 7 du décret n° 2018-514 du 25 juin 2018",
            ObjetDesObservations.Cloture => "l’article 13 du décret n° 2018-514 du 25 juin 2018",
            _ when demande.Fondement == FondementDuRetrait.Illegalite =>
                "l’article L. 242-1 du code des relations entre le public et l’administration, qui permet de retirer une décision illégale "
                    + $"dans les quatre mois, soit jusqu’au {Francais.Date(terme)}",
            _ when demande.Fondement == FondementDuRetrait.ConditionsNonRespectees =>
                "le 2° de l’article L. 242-2 du code des relations entre le public et l’administration, qui permet de retirer une "
                    + "subvention dont les conditions n’ont pas été respectées",
            _ => "les articles L. 242-1 et L. 242-2 du code des relations entre le public et l’administration",
        };

    /// <summary>« L’aide est caduque ».</summary>
    public static string Fin(EtatDossier etat) =>
        etat switch
        {
            EtatDossier.Caduc => "L’aide est caduque",
            EtatDossier.Abandonne => "La collectivité renonce à l’aide",
            EtatDossier.Solde => "L’aide est soldée",
            _ => "L’aide est retirée",
        };

    /// <summary>What a reminder says: its object, then what happens on that day.</summary>
    /// <param name="acte">Its act.</param>
    /// <param name="dossier">Its dossier.</param>
    /// <param name="jour">Paris day of the reminder.</param>
    public static (string Objet, string Texte) Echeance(ActeAttributif acte, Dossier dossier, DateOnly jour)
    {
        var (echeance, titre) = (acte.EcheanceLe!.Value, dossier.Titre);
        var (le, passe) = (Francais.Date(echeance), echeance < jour);
        return acte.Etape switch
        {
            EtapeDeSuivi.ACommencer when passe => (
                $"Le délai pour commencer est passé, dossier {dossier.Numero}",
                $"Rien n’a été déclaré pour « {titre} » au {le}, dernier jour. La caducité peut être constatée, le bénéficiaire entendu."
            ),
            EtapeDeSuivi.ACommencer => (
                $"Le projet commence au plus tard le {le}, dossier {dossier.Numero}",
                $"« {titre} » n’a pas encore de commencement déclaré. Passé le {le}, l’aide peut être perdue."
            ),
            EtapeDeSuivi.EnExecution when passe => (
                $"L’achèvement prévu est passé, dossier {dossier.Numero}",
                $"« {titre} » devait s’achever le {le}. Sans déclaration douze mois après ce jour, l’aide peut être arrêtée en l’état."
            ),
            EtapeDeSuivi.EnExecution => (
                $"L’achèvement est prévu le {le}, dossier {dossier.Numero}",
                $"« {titre} » s’achève bientôt. Si le projet demande plus de temps, un avenant se signe avant ce jour."
            ),
            _ when passe => (
                $"Le délai pour notifier l’acte est passé, dossier {dossier.Numero}",
                $"Aucun acte n’a été notifié pour « {titre} » au {le} : le silence vaut rejet. Un acte reste possible, motivé."
            ),
            _ => (
                $"L’acte est à notifier au plus tard le {le}, dossier {dossier.Numero}",
                $"« {titre} » attend encore son acte. Passé le {le}, le silence vaut rejet ; ce délai se proroge avant, avec un motif."
            ),
        };
    }

    /// <summary>The tab of the desk.</summary>
    public static string Etape(EtapeDeSuivi etape) =>
        etape switch
        {
            EtapeDeSuivi.AEditer => "À éditer",
            EtapeDeSuivi.ASigner => "À signer",
            EtapeDeSuivi.ANotifier => "À envoyer",
            EtapeDeSuivi.EnAttenteDeReception => "Envoyé, non reçu",
            EtapeDeSuivi.ACommencer => "À commencer",
            EtapeDeSuivi.EnExecution => "En exécution",
            EtapeDeSuivi.ASolder => "À solder",
            _ => "Terminé",
        };
}
