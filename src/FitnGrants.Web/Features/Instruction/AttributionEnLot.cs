using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

public sealed class AttributionEnLot : ActeSurUnLot
{
    public override Droit Droit => Droit.Confier;

    public override IReadOnlyList<string> Onglets => ["a-prendre", "en-cours", "chez-le-porteur", "prets"];

    public override string Bouton => "Confier à un collègue";

    public override string Titre => "Confier des dossiers";

    public override bool DemandeQui => true;

    public override bool SeDefait => true;

    public override string Lancer(int nombre) => "Confier " + Francais.Compte(nombre, "dossier");

    public override TourDeLot Supposer(TourDeLot tour) => tour with { Agent = Guid.CreateVersion7() };

    public override Resultat Faire(TourDeLot tour)
    {
        tour.Dossier.Confier(new Attribution(tour.Par, tour.Agent));
        return Resultat.De([]);
    }

    public override async Task<string?> EmpecherAsync(FitnContext db, TourDeLot tour, CancellationToken arret) =>
        tour.Agent is { } agent && !await Instruit(db, agent, tour.Dossier).AnyAsync(arret)
            ? "Cette personne n’instruit pas les dossiers de ce service."
            : null;

    /// <summary>Its mail goes too, unless it has left.</summary>
    public override async Task DefaireAsync(FitnContext db, Dossier dossier, LigneDeLot ligne, Acteur par, CancellationToken arret)
    {
        dossier.AnnulerLAttribution(par, ligne.Avant);
        await db
            .Courriels.Where(c => c.DossierId == dossier.Id && c.Modele == Courriers.ModeleConfie && c.RepartiLe == null)
            .ExecuteDeleteAsync(arret);
    }

    private static IQueryable<HabilitationAccordee> Instruit(FitnContext db, Guid agent, Dossier dossier) =>
        db.Habilitations.Where(h =>
            h.UtilisateurId == agent
            && (
                (dossier.Volet == 1 && h.Role == Role.InstructeurDep && h.Departement == dossier.Departement)
                || (dossier.Volet == 2 && h.Role == Role.InstructeurReg && h.Region == dossier.Region)
            )
        );
}
