using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Features.Instruction;

public sealed class IrrecevabiliteEnLot : ActeSurUnLot
{
    public override Droit Droit => Droit.Instruire;

    public override IReadOnlyList<string> Onglets => ["en-cours"];

    public override bool EcritAuPorteur => true;

    public override string Bouton => "Déclarer irrecevables";

    public override string Titre => "Déclarer des dossiers irrecevables";

    public override string Consigne => "Chaque porteur reçoit sa lettre tout de suite : cette action ne s’annule pas.";

    public override string Ecrit => "Pour chaque dossier, écrivez la motivation que le porteur lira.";

    public override string EcritManquant => "Écrivez la motivation que ce porteur lira.";

    public override string Lancer(int nombre) => "Déclarer " + Francais.Compte(nombre, "dossier irrecevable", "dossiers irrecevables");

    public override string? Regle(Dossier dossier, Reglement reglement) => dossier.RegleEnDefaut(reglement);

    public override TourDeLot Supposer(TourDeLot tour) => tour with { Motif = "Motivation à écrire par l’agent avant l’envoi." };

    public override Resultat Faire(TourDeLot tour) =>
        tour.Regle is null
            ? throw new ActeImpossibleException("Aucune règle bloquante n’est en défaut dans sa grille.")
            : tour.Dossier.DeclarerIrrecevable(new Irrecevabilite(tour.Par, tour.Instant, tour.Reglement, tour.Regle, tour.Motif));
}
