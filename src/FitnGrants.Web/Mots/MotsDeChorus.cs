using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.Chorus;

namespace FitnGrants.Web.Mots;

/// <summary>Words of what Chorus says of payments.</summary>
public static class MotsDeChorus
{
    /// <summary>Kinds in the order in which one reads them.</summary>
    public static readonly SortDePaiement[] Ordre =
    [
        SortDePaiement.Rapproche,
        SortDePaiement.AutreMontant,
        SortDePaiement.Recouvrement,
        SortDePaiement.DejaNote,
        SortDePaiement.Ambigu,
        SortDePaiement.Inconnu,
        SortDePaiement.AutreService,
    ];

    public static string Sort(SortDePaiement sort) =>
        sort switch
        {
            SortDePaiement.Rapproche => "Rapprochés",
            SortDePaiement.AutreMontant => "D’un autre montant",
            SortDePaiement.Recouvrement => "Recouvrements",
            SortDePaiement.DejaNote => "Déjà notés",
            SortDePaiement.Ambigu => "À choisir",
            SortDePaiement.Inconnu => "Inconnus",
            _ => "D’un autre service",
        };

    /// <summary>What happens with them.</summary>
    public static string Suite(SortDePaiement sort) =>
        sort switch
        {
            SortDePaiement.Rapproche => "Le jour et le montant seront notés sur la demande, le porteur averti.",
            SortDePaiement.AutreMontant => "Ce qui est payé sera noté ; la différence restera affichée jusqu’à ce qu’elle soit réglée.",
            SortDePaiement.Recouvrement => "La somme rendue sera notée sur le reversement décidé.",
            SortDePaiement.DejaNote => "Le paiement est déjà noté à la main : rien ne changera.",
            SortDePaiement.Ambigu => "Plusieurs demandes, ou un autre montant : dites laquelle est payée.",
            SortDePaiement.Inconnu => "Aucune demande ni aucun reversement n’attend ces sommes.",
            _ => "Leur acte est géré par un autre service.",
        };

    /// <summary>What to do for a payment that nothing waits for.</summary>
    public static string Aide(PaiementChorus p) =>
        p.Montant < Euros.Zero
            ? "Une somme rendue se note sur un reversement décidé : ouvrez-le d’abord, ou écartez la ligne."
            : "Notez le n° d’EJ dans l’acte, ou contrôlez la demande : le paiement sera reconnu. Sinon, écartez-le.";
}
