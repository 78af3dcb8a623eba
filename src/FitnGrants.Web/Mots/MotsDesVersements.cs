using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Traces;

namespace FitnGrants.Web.Mots;

/// <summary>Words of the money of an act.</summary>
public static class MotsDesVersements
{
    /// <summary>« Avance », « Acompte n° 2 », « Solde ».</summary>
    public static string Nom(DemandeDeVersement d, IEnumerable<DemandeDeVersement> toutes) =>
        d.Nature switch
        {
            NatureDeVersement.Avance => "Avance",
            NatureDeVersement.Solde => "Solde",
            _ => $"Acompte n° {toutes.Count(x => x.Nature == NatureDeVersement.Acompte && x.Rang <= d.Rang)}",
        };

    /// <summary>« l’avance », « un acompte », « le solde ».</summary>
    public static string Un(NatureDeVersement nature) =>
        nature switch
        {
            NatureDeVersement.Avance => "l’avance",
            NatureDeVersement.Solde => "le solde",
            _ => "un acompte",
        };

    public static string Etat(EtatDeVersement etat) =>
        etat switch
        {
            EtatDeVersement.Brouillon => "En saisie",
            EtatDeVersement.Transmise => "À contrôler",
            EtatDeVersement.ACompleter => "À compléter",
            EtatDeVersement.Controlee => "Contrôlée",
            EtatDeVersement.Ordonnancee => "Ordonnancée",
            EtatDeVersement.Payee => "Payée",
            EtatDeVersement.Rejetee => "Rejetée",
            _ => "Annulée",
        };

    /// <summary>« Où est mon argent ? » in one sentence.</summary>
    /// <param name="acte">The act.</param>
    /// <param name="l">What was paid; null before the edition.</param>
    /// <param name="demande">Euros asked and not controlled yet.</param>
    public static string OuEstLArgent(ActeAttributif acte, Liquidation? l, Euros demande)
    {
        var paye = l?.Paye ?? Euros.Zero;
        if (acte.Fin is not null)
            return paye == Euros.Zero
                ? $"Les {acte.Montant} accordés sont revenus à l’enveloppe : rien n’a été versé."
                : $"{paye} ont été versés ; {acte.Montant.Moins(paye)} sont revenus à l’enveloppe.";
        if (acte.RecuLe is null)
            return $"{acte.Montant} sont réservés sous réserve de l’acte attributif. Aucun versement n’est possible avant sa réception.";
        var enCours =
            (l!.EnCours > Euros.Zero ? $", {l.EnCours} sont en cours de paiement" : "")
            + (demande > Euros.Zero ? $", {demande} au plus sont demandés et en cours de contrôle" : "");
        return paye == Euros.Zero && enCours.Length == 0
            ? $"{acte.Montant} sont attribués. Aucun versement n’a encore été fait."
            : $"Sur {acte.Montant} attribués, {paye} sont versés{enCours}."
                + (acte.AcheveLe is null ? $" Il reste {acte.Montant.Moins(l.Engage + demande)} au plus." : "");
    }

    /// <summary>Where it is, for the person who waits for the money.</summary>
    public static string Suite(DemandeDeVersement d) =>
        d.Etat switch
        {
            EtatDeVersement.Brouillon => "Vous la préparez : rien n’est encore demandé.",
            EtatDeVersement.Transmise => "Le service contrôle votre demande.",
            EtatDeVersement.ACompleter => "Le service attend votre complément.",
            EtatDeVersement.Controlee => d.Montant == Euros.Zero
                ? "Le contrôle est fait : rien n’est à verser."
                : $"Le service a retenu {d.Montant} : il demande le paiement.",
            EtatDeVersement.Ordonnancee => $"Le comptable public verse {d.Montant}.",
            EtatDeVersement.Payee => $"{d.Paye} versés le {Francais.Date(d.PayeeLe!.Value)}.",
            EtatDeVersement.Rejetee => $"Rejetée : {d.MotifDeFin}",
            _ => "Annulée : elle ne compte plus.",
        };

    /// <summary>What was asked: an amount, or costs that an amount will follow.</summary>
    public static string Demande(TransmettreUnVersement trace) =>
        trace.Nature switch
        {
            NatureDeVersement.Avance => $"{trace.Montant} d’avance demandés.",
            NatureDeVersement.Acompte => $"Un acompte, sur {trace.Montant} de dépenses.",
            _ => $"{trace.Montant} demandés ou déclarés.",
        };

    /// <summary>Its colour and its icon.</summary>
    public static (string Couleur, string Icone) Marque(EtatDeVersement etat) =>
        etat switch
        {
            EtatDeVersement.Payee => ("vert", "coche"),
            EtatDeVersement.Rejetee or EtatDeVersement.Annulee => ("gris", "croix"),
            EtatDeVersement.ACompleter => ("ambre", "crayon"),
            _ => ("bleu", "horloge"),
        };

    public static string Fondement(FondementDeReversement fondement) =>
        fondement switch
        {
            FondementDeReversement.ObjetChange => "L’objet ou l’affectation a changé sans autorisation",
            FondementDeReversement.AidesAuDessusDuCout => "Les aides publiques dépassent le coût du projet",
            FondementDeReversement.DelaisNonTenus => "Le projet n’est pas réalisé, ou déclaré achevé, dans les délais",
            FondementDeReversement.TropPercu => "Trop-perçu à la liquidation",
            _ => "L’acte est retiré, ou l’aide abandonnée",
        };

    /// <summary>The text that a reversement rests on, to the number of its paragraph.</summary>
    /// <param name="fondement">Why.</param>
    /// <param name="investissement">False where the décret of 2018 does not apply: the act has its own clauses (A34).</param>
    /// <param name="fin">How the act ended; null while it has not.</param>
    public static string TexteDuReversement(FondementDeReversement fondement, bool investissement, FinDeLActe? fin) =>
        fondement switch
        {
            _ when !investissement => "l’article de l’acte sur le reversement",
            FondementDeReversement.ObjetChange => "le 1° de l’article 14 du décret n° 2018-514 du 25 juin 2018",
            FondementDeReversement.AidesAuDessusDuCout => "le 2° de l’article 14 du décret n° 2018-514 du 25 juin 2018",
            FondementDeReversement.DelaisNonTenus => "le 3° de l’article 14 du décret n° 2018-514 du 25 juin 2018",
            FondementDeReversement.TropPercu => "l’article 10 du décret n° 2018-514 du 25 juin 2018",
            _ => "l’article de l’acte sur le reversement"
                + (
                    fin is null ? ""
                    : fin.Etat == EtatDossier.Retiree ? ", l’aide étant retirée"
                    : ", la collectivité ayant renoncé à l’aide"
                ),
        };

    public static string Etat(EtatDeReversement etat) =>
        etat switch
        {
            EtatDeReversement.ObservationsDemandees => "Observations demandées",
            EtatDeReversement.Decide => "Titre émis",
            EtatDeReversement.Recouvre => "Recouvré",
            EtatDeReversement.SansSuite => "Sans suite",
            EtatDeReversement.Annule => "Annulé",
            _ => "Ne sera pas recouvré",
        };

    /// <summary>The tab, and the line, of what waits.</summary>
    public static string Attente(EtapeDeVersement etape) =>
        etape switch
        {
            EtapeDeVersement.AControler => "Versement à contrôler",
            EtapeDeVersement.AOrdonnancer => "Versement à ordonnancer",
            EtapeDeVersement.APayer => "Paiement à noter",
            EtapeDeVersement.EcartARegler => "Écart à régler",
            EtapeDeVersement.AReverser => "Reversement en cours",
            _ => "Versement à compléter par le porteur",
        };
}
