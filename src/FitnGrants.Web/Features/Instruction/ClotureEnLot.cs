using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Features.Instruction;

public sealed class ClotureEnLot : ActeSurUnLot
{
    public override Droit Droit => Droit.Instruire;

    public override IReadOnlyList<string> Onglets => ["en-cours"];

    public override string Bouton => "Clore l’instruction";

    public override string Titre => "Clore des instructions";

    public override string Ecrit => "Pour chaque dossier, vous pouvez écrire une synthèse, que la séance lira.";

    public override bool FaitRelire => true;

    public override bool SeDefait => true;

    public override string Lancer(int nombre) => "Clore " + Francais.Compte(nombre, "instruction");

    /// <summary>What was proposed before a reopening is still what is proposed.</summary>
    public override Resultat Faire(TourDeLot tour) =>
        tour.Dossier.Clore(
            new Cloture(tour.Par, tour.Instant, tour.Motif) { Montant = tour.Dossier.MontantPropose, Reglement = tour.Reglement }
        );

    public override Task DefaireAsync(FitnContext db, Dossier dossier, LigneDeLot ligne, Acteur par, CancellationToken arret)
    {
        dossier.AnnulerLaCloture(par, ligne.Recevabilite);
        return Task.CompletedTask;
    }
}
