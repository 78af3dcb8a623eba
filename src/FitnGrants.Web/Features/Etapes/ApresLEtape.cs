using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Etapes;

/// <summary>Where a step leads once it is saved, by the button that was pressed.</summary>
public static class ApresLEtape
{
    public static string Adresse(Dossier dossier, string etape, string? action)
    {
        var ici = Adresses.Dossiers.Etape(dossier.Adresse, "");
        return action switch
        {
            "ajouter-depense" => ici + $"financement?ajouter=depense#Depenses_{dossier.Contenu.Projet.Depenses?.Length ?? 0}__Libelle",
            "ajouter-ressource" => ici + $"financement?ajouter=ressource#Ressources_{dossier.Contenu.Projet.Ressources?.Length ?? 0}__Type",
            "ajouter-membre" => ici + $"groupement?ajouter=membre#Membres_{dossier.Contenu.Groupement?.Membres.Length ?? 0}__Collectivite",
            "recalculer" => ici + etape + "#etape",
            "maximum" => ici + etape + "#ressources",
            "recapitulatif" => ici + "recapitulatif#etape",
            // By keyboard, the next Tab is the step's first field; a fragment of before would stay otherwise.
            _ => ici + EtapesDuDossier.Apres(etape).Cle + "#etape",
        };
    }
}
