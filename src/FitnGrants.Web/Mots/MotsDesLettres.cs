using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Mots;

/// <summary>Letters, as people call them.</summary>
public static class MotsDesLettres
{
    public static string Mot(this NatureDeLettre nature) =>
        nature switch
        {
            NatureDeLettre.Accord => "Accord sous réserve",
            NatureDeLettre.ARevoir => "Projet à revoir",
            NatureDeLettre.Refus => "Refus",
            NatureDeLettre.Irrecevabilite => "Irrecevabilité",
            NatureDeLettre.Reorientation => "Réorientation",
            NatureDeLettre.Pieces => "Demande de pièces",
            NatureDeLettre.ActeNotifie => "Notification de l’acte",
            NatureDeLettre.Prorogation => "Prorogation d’un délai",
            NatureDeLettre.Observations => "Demande d’observations",
            NatureDeLettre.EtatDesLieux => "Demande ou rappel d’état des lieux",
            NatureDeLettre.MiseEnDemeure => "Mise en demeure",
            _ => throw new ArgumentOutOfRangeException(nameof(nature)),
        };
}
