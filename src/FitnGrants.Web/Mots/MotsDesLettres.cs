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
            _ => throw new ArgumentOutOfRangeException(nameof(nature)),
        };
}
