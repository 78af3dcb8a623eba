using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Features.Lots;

/// <summary>The words of what is done to many dossiers.</summary>
public static class ActesEnLot
{
    /// <summary>The button of the list.</summary>
    public static string Bouton(ActeEnLot acte) => acte switch
    {
        ActeEnLot.PrendreEnCharge => "Prendre en charge",
        ActeEnLot.Confier => "Confier à un collègue",
        ActeEnLot.Clore => "Clore l’instruction",
        _ => "Déclarer irrecevables",
    };

    /// <summary>What the page of the batch is about.</summary>
    public static string Titre(ActeEnLot acte) => acte switch
    {
        ActeEnLot.PrendreEnCharge => "Prendre des dossiers en charge",
        ActeEnLot.Confier => "Confier des dossiers",
        ActeEnLot.Clore => "Clore des instructions",
        _ => "Déclarer des dossiers irrecevables",
    };

    /// <summary>The button that starts it.</summary>
    public static string Lancer(ActeEnLot acte, int nombre) => acte switch
    {
        ActeEnLot.PrendreEnCharge => "Prendre en charge " + Francais.Compte(nombre, "dossier"),
        ActeEnLot.Confier => "Confier " + Francais.Compte(nombre, "dossier"),
        ActeEnLot.Clore => "Clore " + Francais.Compte(nombre, "instruction"),
        _ => "Déclarer " + Francais.Compte(nombre, "dossier irrecevable", "dossiers irrecevables"),
    };

    public static string Etat(EtatDeLigne etat) => etat switch
    {
        EtatDeLigne.Ecartee => "écarté",
        EtatDeLigne.Prevue => "à faire",
        EtatDeLigne.Faite => "fait",
        EtatDeLigne.Refusee => "refusé",
        _ => "annulé",
    };
}
