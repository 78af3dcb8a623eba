using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Features.Instruction;

public sealed class PriseEnChargeEnLot : ActeSurUnLot
{
    public override Droit Droit => Droit.Instruire;

    public override IReadOnlyList<string> Onglets => ["a-prendre"];

    public override string Bouton => "Prendre en charge";

    public override string Titre => "Prendre des dossiers en charge";

    public override string Consigne =>
        "Les grilles s’ouvrent, et ces dossiers passent dans vos dossiers en cours. Une prise en charge ne s’annule pas, puisque le "
        + "porteur la voit aussitôt\u00A0: "
        + "un dossier pris se confie ensuite à un collègue.";

    public override bool OuvreLaGrille => true;

    public override string Lancer(int nombre) => "Prendre en charge " + Francais.Compte(nombre, "dossier");

    public override Resultat Faire(TourDeLot tour)
    {
        tour.Dossier.PrendreEnCharge(tour.Prise);
        return Resultat.De([]);
    }
}
