using FitnGrants.Domain.Collectivites.Traces;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Traces;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Courriels;

/// <summary>Messages on what follows an accord: to the porteur at once, to who manages in the digest of the day.</summary>
public static class CourriersDeSuivi
{
    public static Courriel PlanAccepte(Dossier dossier, ActeAttributif acte, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Votre plan de financement est accepté, dossier {dossier.Numero}",
            $"Le plan que vous avez rééquilibré pour « {dossier.Titre} » est celui de l’acte, pour une aide de {acte.Montant}."
        );

    public static Courriel PlanRendu(Dossier dossier, RendreLePlan trace, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Votre plan de financement est à revoir, dossier {dossier.Numero}",
            $"Le service qui prépare l’acte de « {dossier.Titre} » vous demande de corriger votre plan : {trace.Motif}",
            Adresses.Suivi.Plan(dossier.Numero!)
        );

    public static Courriel ActeEnvoye(Dossier dossier, ActeAttributif acte, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"{MotsDuSuivi.Votre(acte)} vous attend, dossier {dossier.Numero}",
            $"{MotsDuSuivi.Majuscule(acte)} {acte.Numero} vous attribue {acte.Montant} pour « {dossier.Titre} ». "
                + $"{(acte.Termes!.Type == TypeActe.Convention ? "Ouvrez-la" : "Ouvrez-le")} dans votre espace : le jour où vous "
                + "l’ouvrez est celui de sa réception, dont courent les délais du projet."
        );

    public static Courriel ActeRecu(Dossier dossier, ActeAttributif acte, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"L’aide de {acte.Montant} vous est attribuée, dossier {dossier.Numero}",
            $"{MotsDuSuivi.Majuscule(acte)} {acte.Numero} est {MotsDuSuivi.Accord(acte, "reçu")} le "
                + $"{Francais.Date(acte.RecuLe!.Value)} ({acte.PreuveDeReception}). "
                + $"Déclarez le commencement de « {dossier.Titre} » avant le {Francais.Date(acte.CommencerAvantLe!.Value.AddDays(1))}."
        );

    public static Courriel Proroge(Dossier dossier, Proroger trace, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Le délai de votre dossier {dossier.Numero} est prorogé au {Francais.Date(trace.Au!.Value)}",
            $"Le service avait jusqu’au {Francais.Date(trace.Du!.Value)} pour « {dossier.Titre} ». Il a maintenant jusqu’au "
                + $"{Francais.Date(trace.Au.Value)}. Motif : {trace.Motif}"
        );

    public static Courriel ObservationsDemandees(Dossier dossier, DemandeDObservations demande, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Présentez vos observations, dossier {dossier.Numero}",
            $"Le service envisage de {MotsDuSuivi.Mesure(demande.Objet)} pour « {dossier.Titre} ». Avant de décider, il vous demande vos "
                + "observations. Ouvrez sa demande dans votre espace : le jour où vous l’ouvrez est celui de sa réception.",
            Adresses.Suivi.Observations(dossier.Numero!)
        );

    public static Courriel MesureAbandonnee(Dossier dossier, ClasserLesObservations trace, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"La mesure envisagée est abandonnée, dossier {dossier.Numero}",
            $"Le service n’envisage plus de {MotsDuSuivi.Mesure(trace.Objet!.Value)} pour « {dossier.Titre} ». Vous n’avez plus à "
                + $"répondre. Motif : {trace.Motif}"
        );

    public static Courriel PlanDAvenantAttendu(Dossier dossier, ActeAttributif acte, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Votre plan de financement est à revoir, dossier {dossier.Numero}",
            $"Le service prépare un avenant pour « {dossier.Titre} » : rééquilibrez votre plan sur une aide de {acte.MontantDuPlan}.",
            Adresses.Suivi.Plan(dossier.Numero!)
        );

    public static Courriel AvenantEnvoye(Dossier dossier, ActeAttributif acte, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"{MotsDuSuivi.LAvenant(acte, votre: true)} vous attend, dossier {dossier.Numero}",
            $"{MotsDuSuivi.LAvenant(acte)} n° {acte.AvenantEnCours!.Numero} modifie {MotsDuSuivi.Le(acte)} de « {dossier.Titre} ». "
                + "Ouvrez-le dans votre espace : il s’applique du jour où vous l’ouvrez.",
            Adresses.Suivi.Avenants(dossier.Numero!)
        );

    public static Courriel AvenantRecu(Dossier dossier, ActeAttributif acte, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"{MotsDuSuivi.LAvenant(acte)} s’applique, dossier {dossier.Numero}",
            $"{MotsDuSuivi.LAvenant(acte)} n° {acte.Avenants[^1].Numero} de « {dossier.Titre} » est reçu le "
                + $"{Francais.Date(acte.Avenants[^1].RecuLe!.Value)} ({acte.Avenants[^1].PreuveDeReception}). Il s’applique "
                + $"depuis ce jour.",
            Adresses.Suivi.Avenants(dossier.Numero!)
        );

    public static Courriel AvenantClasse(Dossier dossier, ClasserLAvenant trace, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"L’acte reste tel quel, dossier {dossier.Numero}",
            $"Le service ne donne pas suite à l’avenant pour « {dossier.Titre} ». Motif : {trace.Motif}",
            Adresses.Suivi.Avenants(dossier.Numero!)
        );

    public static Courriel DeLArgent(Dossier dossier, string objet, string detail, string lien, DateTimeOffset instant) =>
        AuPorteur(dossier, instant, objet, $"Pour « {dossier.Titre} ». {detail}", lien);

    public static Courriel EtatRenvoye(Dossier dossier, RenvoyerUnEtat trace, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Votre état des lieux n° {trace.Rang} est à corriger, dossier {dossier.Numero}",
            $"Le service qui suit « {dossier.Titre} » vous demande : {trace.Motif}",
            Adresses.Suivi.ProchainEtat(dossier.Numero!)
        );

    public static Courriel EtatDemande(Dossier dossier, DemanderUnEtat trace, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Un état des lieux vous est demandé avant le {Francais.Date(trace.Echeance!.Value)}, dossier {dossier.Numero}",
            $"Pour « {dossier.Titre} » : {trace.Motif} Tout est repris du précédent : changez ce qui a bougé. Cinq minutes sur un "
                + "téléphone.",
            Adresses.Suivi.ProchainEtat(dossier.Numero!)
        );

    /// <summary>A report that is late, reminded of by its service.</summary>
    public static Courriel RelanceDEtat(Dossier dossier, RelancerUnEtat trace, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"{MotsDesEtats.Rappel(trace.Echeance!.Value, JourDeParis.De(instant))}, dossier {dossier.Numero}",
            $"Le service qui suit « {dossier.Titre} » vous le rappelle{(trace.Mot is { } mot ? $" : {mot} " : ". ")}"
                + "Tout est repris du précédent : changez ce qui a bougé. Cinq minutes sur un téléphone.",
            Adresses.Suivi.ProchainEtat(dossier.Numero!)
        );

    public static Courriel EnDemeure(Dossier dossier, MiseEnDemeure demeure, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Mise en demeure : votre état des lieux est attendu depuis le {Francais.Date(demeure.Echeance)}, dossier {dossier.Numero}",
            $"Vous avez {MiseEnDemeure.Jours} jours pour rendre celui de « {dossier.Titre} », à compter de la réception de la lettre qui "
                + "vous attend dans votre espace.",
            Adresses.Suivi.EtatsDesLieux(dossier.Numero!)
        );

    /// <summary>A report that is due, or late: in the digest of the day.</summary>
    public static Courriel RappelDEtat(Dossier dossier, DateOnly attendu, DateOnly jour, DateTimeOffset instant)
    {
        var courriel = AuPorteur(
            dossier,
            instant,
            $"{MotsDesEtats.Rappel(attendu, jour)}, dossier {dossier.Numero}",
            $"Dites où en est « {dossier.Titre} » : avancement, dépenses payées, prévisions, échéances, entreprises. Tout est repris du "
                + "précédent ; cinq minutes sur un téléphone.",
            Adresses.Suivi.ProchainEtat(dossier.Numero!)
        );
        courriel.Immediat = false;
        return courriel;
    }

    public static Courriel Succede(Dossier dossier, SuccederAuPorteur trace, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"Le dossier {dossier.Numero} passe à {trace.Nom}",
            $"Depuis le {Francais.Date(trace.Jour!.Value)}, {trace.Nom} succède à une collectivité du dossier « {dossier.Titre} ». Le "
                + "dossier, ses décisions et son aide la suivent. Si une aide est accordée, le représentant légal saisit le nouveau SIRET.",
            Adresses.Dossiers.Un(dossier.Numero!)
        );

    public static Courriel Fini(Dossier dossier, FinDeLActe fin, DateTimeOffset instant) =>
        AuPorteur(
            dossier,
            instant,
            $"{MotsDuSuivi.Fin(fin.Etat)}, dossier {dossier.Numero}",
            $"« {dossier.Titre} » n’est plus soutenu depuis le {Francais.Date(JourDeParis.De(fin.Le))}. Motif : {fin.Motif}"
        );

    /// <summary>A day that comes near, or is past: in the digest of the day.</summary>
    public static Courriel Echeance(Dossier dossier, string objet, string texte, DateTimeOffset instant)
    {
        var courriel = AuPorteur(dossier, instant, objet, texte);
        courriel.Immediat = false;
        return courriel;
    }

    /// <summary>The porteur did something: the turn of who manages.</summary>
    public static Courriel ALaGestion(Dossier dossier, ActeAttributif acte, string objet, string texte, DateTimeOffset instant)
    {
        var courriel = AuPorteur(dossier, instant, objet, texte);
        (courriel.Destinataire, courriel.Immediat) = (Destinataires.Gestion + acte.Attribuant, false);
        return courriel;
    }

    /// <summary>The porteur reported, or did not: those who follow the project.</summary>
    public static Courriel AQuiSuit(Dossier dossier, string objet, string texte, string lien, DateTimeOffset instant)
    {
        var courriel = AuPorteur(dossier, instant, objet, texte, lien);
        (courriel.Destinataire, courriel.Immediat) = (Destinataires.Service + dossier.Id, false);
        return courriel;
    }

    private static Courriel AuPorteur(Dossier dossier, DateTimeOffset instant, string objet, string texte, string? lien = null) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Modele = "suivi",
            DossierId = dossier.Id,
            Destinataire = dossier.Siren,
            Objet = Francais.Typographier(objet),
            Texte = Francais.Typographier(texte),
            Lien = lien ?? Adresses.Suivi.Un(dossier.Numero!),
            Immediat = true,
            CreeLe = instant.ToUniversalTime(),
        };
}
