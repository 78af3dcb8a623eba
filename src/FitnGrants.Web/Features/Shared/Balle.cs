using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;

namespace FitnGrants.Web.Features.Shared;

/// <summary>Who must act on a dossier, what, and before when: the first thing every page about it says.</summary>
public sealed record Balle(bool Nous, string Qui, string Acte, string Detail, string Icone, string? Adresse = null, string? Bouton = null)
{
    /// <summary>As the porteur reads it.</summary>
    public static Balle PourLePorteur(
        EtatDossier etat,
        Reglement reglement,
        string departement,
        string porteur,
        string adresse,
        Echeances echeances,
        string? seance,
        bool deposable
    )
    {
        var attendu = echeances.Attendu;
        var service = Francais.Minuscule(reglement.Service(departement));
        var aLaPrefecture = "À la " + service;
        Balle Eux(string qui, string acte, string detail) => new(false, qui, acte, detail, "horloge");
        var silence =
            MotsDuSilence.PourLePorteur(etat, echeances.RecevableAvant, echeances.Rejet, echeances.Jour) + "Vous n’avez rien à faire.";
        return etat switch
        {
            EtatDossier.Brouillon when reglement.DepotFini(echeances.Jour) => new Balle(
                false,
                "Dépôt fermé",
                "Ce brouillon ne peut plus être déposé",
                $"Le dépôt a fermé le {Francais.DateLongue(reglement.DernierJour!.Value)}. Ce que vous avez écrit reste lisible.",
                "croix"
            ),
            EtatDossier.Brouillon => new Balle(
                true,
                $"À vous, {porteur}",
                deposable ? "Relisez et déposez votre dossier" : "Complétez votre dossier",
                Echeance(reglement),
                "crayon",
                Adresses.Dossiers.Etape(adresse, (deposable ? "recapitulatif" : "collectivite")),
                deposable ? "Relire et déposer" : "Reprendre le dossier"
            ),
            EtatDossier.ACompleter => new Balle(
                true,
                $"À vous, {porteur}",
                "Répondez au service qui vous instruit",
                (attendu is { } jour ? $"Avant le {Francais.DateLongue(jour)}. " : "")
                    + "Seuls les champs et les pièces demandés sont ouverts. Les délais sont suspendus.",
                "retour",
                Adresses.Dossiers.Completer(adresse),
                "Voir ce qui est demandé"
            ),
            EtatDossier.EnReconstruction => new Balle(
                true,
                $"À vous, {porteur}",
                "Améliorez votre dossier et déposez-le à nouveau",
                "Les points à améliorer sont dans la décision. Votre date de dépôt d’origine est conservée.",
                "retour",
                Adresses.Dossiers.Projet(adresse),
                "Modifier le dossier"
            ),
            EtatDossier.Depose => Eux(aLaPrefecture, "Prendre en charge votre dossier", silence),
            EtatDossier.EnInstruction => Eux(aLaPrefecture, "Instruire votre dossier", silence),
            EtatDossier.Instruit => Eux(reglement.Instance.Au, "Inscrire votre dossier à une séance", silence),
            EtatDossier.InscritSeance => Eux(
                reglement.Instance.Au,
                "Examiner votre dossier",
                (seance is null ? "" : $"Séance {seance}. ") + silence
            ),
            EtatDossier.Irrecevable => new Balle(
                false,
                "Dossier irrecevable",
                "Ce n’est pas un refus : vous pouvez déposer un nouveau dossier",
                "Le motif est ci-dessous, les voies de recours dans le courrier.",
                "croix"
            ),
            EtatDossier.Reoriente => new Balle(
                false,
                "Dossier réorienté",
                "Ce n’est pas un refus : votre projet relève d’un autre axe",
                "L’axe et le motif sont ci-dessous.",
                "fleche"
            ),
            EtatDossier.Retire => new Balle(
                false,
                "Dossier retiré",
                "Vous l’avez retiré : il n’est plus instruit",
                "Vous pouvez déposer un autre dossier, ou copier celui-ci.",
                "croix"
            ),
            _ => new Balle(
                false,
                "Décision rendue",
                "Ce projet ne peut pas être redéposé",
                "La décision est ci-dessous, les voies de recours dans sa lettre.",
                "croix"
            ),
        };
    }

    /// <summary>What follows an accord, in a line, as its porteur reads it; the whole is on its page.</summary>
    /// <param name="acte">What waits, of whom, and until when.</param>
    /// <param name="demande">What the porteur asked for, in euros: another amount granted leaves its plan to balance again.</param>
    /// <param name="porteur">Its name; empty where the page says it.</param>
    /// <param name="numero">Of the dossier.</param>
    /// <param name="aujourdhui">Paris day.</param>
    public static Balle ApresLAccord(ActeAttributif acte, Euros? demande, string porteur, string numero, DateOnly aujourdhui)
    {
        var service = "À la " + Francais.Minuscule(ServicesDesReglements.NomDuService(acte.Attribuant));
        var avant =
            acte.EcheanceLe is not { } jour ? ""
            : jour < aujourdhui ? $"Le délai a pris fin le {Francais.Date(jour)}."
            : $"Au plus tard le {Francais.DateLongue(jour)}.";
        Balle De(bool nous, string acte, string detail) =>
            new(
                nous,
                nous ? $"À vous, {porteur}" : service,
                acte,
                detail,
                nous ? "crayon" : "horloge",
                Adresses.Suivi.Un(numero),
                "Voir le suivi"
            );
        if (acte.ARepondre is { } observations)
            return De(true, "Présentez vos observations", $"Le service envisage de {MotsDuSuivi.Mesure(observations.Objet)}.");
        if (acte is { SiretASaisir: true, Etat: not EtatActe.Projet })
            return De(true, "Saisissez le SIRET de la collectivité nouvelle", "L’aide lui est versée sous ce numéro.");
        if (acte.AvenantEtat == EtatAvenant.Envoye)
            return De(
                true,
                $"Ouvrez {MotsDuSuivi.LAvenant(acte, votre: true).ToLowerInvariant()}",
                "Il s’applique du jour où vous l’ouvrez."
            );
        if (acte.PlanDAvenantARefaire)
            return De(true, "Rééquilibrez votre plan", "Un avenant est en préparation : il attend votre plan.");
        return acte.Etape switch
        {
            EtapeDeSuivi.AEditer when acte.Plan is null or { Retour: not null } && demande != acte.Montant => De(
                true,
                "Rééquilibrez votre plan",
                avant
            ),
            EtapeDeSuivi.AEditer when acte.SiretASaisir => De(true, "Saisissez le SIRET", avant),
            EtapeDeSuivi.AEditer => De(false, "Préparer l’acte attributif", $"Aucun versement n’est possible avant sa réception. {avant}"),
            EtapeDeSuivi.ASigner or EtapeDeSuivi.ANotifier => De(false, "Signer et vous envoyer l’acte", avant),
            EtapeDeSuivi.EnAttenteDeReception => De(
                true,
                "Ouvrez l’acte qui vous attribue l’aide",
                "Le jour où vous l’ouvrez est celui de sa réception."
            ),
            EtapeDeSuivi.ACommencer when acte.EtatEnRetard(aujourdhui) => De(
                true,
                "Rendez votre état des lieux",
                $"Il était attendu le {Francais.Date(acte.EtatAttenduLe!.Value)}. Déclarez aussi le commencement du projet. {avant}"
            ),
            EtapeDeSuivi.ACommencer => De(true, "Déclarez le commencement du projet", avant),
            EtapeDeSuivi.EnExecution or EtapeDeSuivi.ASolder when acte.VersementAttend == EtapeDeVersement.ChezLePorteur => De(
                true,
                "Complétez votre demande de versement",
                "Le service dit ce qu’il y manque."
            ),
            EtapeDeSuivi.EnExecution or EtapeDeSuivi.ASolder when acte.VersementAttend == EtapeDeVersement.AReverser => De(
                true,
                "Une somme est à reverser",
                "Lisez la demande du service."
            ),
            EtapeDeSuivi.EnExecution or EtapeDeSuivi.ASolder when acte.EtatAttend == EtapeDEtat.ACorriger => De(
                true,
                "Corrigez votre état des lieux",
                "Le service dit ce qui est à corriger."
            ),
            EtapeDeSuivi.EnExecution or EtapeDeSuivi.ASolder when acte.EtatOuvreLe <= aujourdhui => De(
                true,
                "Rendez votre état des lieux",
                acte.EnDemeure is not null ? "Vous êtes mis en demeure de le rendre."
                    : acte.EtatEnRetard(aujourdhui) ? $"Il était attendu le {Francais.Date(acte.EtatAttenduLe!.Value)}."
                    : $"Il est attendu le {Francais.Date(acte.EtatAttenduLe!.Value)}."
            ),
            EtapeDeSuivi.EnExecution or EtapeDeSuivi.ASolder when acte.VersementAttend <= EtapeDeVersement.APayer => De(
                false,
                acte.VersementAttend == EtapeDeVersement.AControler ? "Contrôler votre demande de versement" : "Payer votre versement",
                acte.AcheveLe is null && acte.EcheanceLe is { } achever
                    ? $"Vous n’avez rien à faire pour elle ; projet à achever pour le {Francais.Date(achever)}."
                    : "Vous n’avez rien à faire."
            ),
            EtapeDeSuivi.ASolder => De(false, "Solder l’aide", "Votre projet est achevé."),
            EtapeDeSuivi.EnExecution => De(
                true,
                "Réalisez votre projet",
                acte.EcheanceLe is { } fin ? $"Achèvement prévu le {Francais.Date(fin)}." : ""
            ),
            _ => acte.Fin is { Etat: EtatDossier.Solde } solde
                ? De(false, "Aide soldée", solde.Motif)
                : De(false, "Cette aide a pris fin", "Le motif est dans le suivi."),
        };
    }

    /// <summary>The days that a porteur waits for.</summary>
    /// <param name="Jour">Paris day.</param>
    /// <param name="RecevableAvant">Last day on which an irrecevabilité may be told; null where that is known.</param>
    /// <param name="Rejet">Day on which silence is a rejection; null before a deposit.</param>
    /// <param name="Attendu">Day by which the porteur answers; null where nothing is asked.</param>
    public sealed record Echeances(DateOnly Jour, DateOnly? RecevableAvant, DateOnly? Rejet, DateOnly? Attendu)
    {
        /// <summary>Those of a dossier: the day of an irrecevabilité is said while nobody has pronounced.</summary>
        public static Echeances De(DateOnly jour, (Recevabilite Dite, DateOnly? Avant) recevabilite, DateOnly? rejet, DateOnly? attendu) =>
            new(
                jour,
                recevabilite.Dite is Recevabilite.EnAttente or Recevabilite.ReputeeRecevable ? recevabilite.Avant : null,
                rejet,
                attendu
            );
    }

    private static string Echeance(Reglement reglement) =>
        reglement.LimiteDepot is { } limite
            ? $"Avant le {Francais.DateLongue(limite)}, 23 h 59. Un brouillon enregistré n’est pas déposé."
            : "Un brouillon enregistré n’est pas déposé.";
}
