using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>What the grid of a dossier is drawn from: its règlement, what lies beyond it, its pieces.</summary>
public sealed class PrisesEnCharge(FitnContext db, RegistreDesReglements reglements)
{
    public async Task<PriseEnCharge> PreparerAsync(Dossier dossier, Acteur acteur, DateTimeOffset instant, CancellationToken arret)
    {
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var situation = await db.PourLePorteurAsync(reglement, dossier.Sirens, dossier.Comparaison, arret);
        var pieces = (await PiecesDuDossier.CourantesAsync(db, dossier.Id, arret)).Where(p => p.Compte).Select(p => p.Type);
        return new PriseEnCharge(acteur, instant, reglement, situation) { Pieces = [.. pieces] };
    }
}
