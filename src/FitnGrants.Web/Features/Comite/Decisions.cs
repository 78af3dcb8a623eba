using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FitnGrants.Web.Features.Comite;

/// <summary>
/// Records a decision: the envelope's row is locked first, everything is read after it, so that two secretaries at the
/// same instant are one after the other.
/// </summary>
public sealed class Decisions(FitnContext db, RegistreDesReglements reglements)
{
    public async Task<Resultat> EnregistrerAsync(
        Guid seanceId, Guid dossierId, int revision, DecisionProposee proposee, Acteur par, DateTimeOffset instant, CancellationToken arret)
    {
        try
        {
            return await db.ActeAsync(par, instant, () => DeciderAsync(seanceId, dossierId, revision, proposee, par, instant, arret), arret);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation)
        {
            throw new ActeImpossibleException(violation.ConstraintName == SeanceConfiguration.UnAccordIndividuel
                ? "Cette collectivité est déjà lauréate individuellement d’un projet : une collectivité ne peut l’être que d’un seul."
                : "Ce dossier a déjà fait l’objet d’une décision. Rien n’a été enregistré.");
        }
    }

    private async Task<Resultat> DeciderAsync(
        Guid seanceId, Guid dossierId, int revision, DecisionProposee proposee, Acteur par, DateTimeOffset instant, CancellationToken arret)
    {
        var code = await db.Dossiers.AsNoTracking().Where(d => d.Id == dossierId).Select(d => d.Dispositif).SingleAsync(arret);
        await db.VerrouillerEnveloppeAsync(code, arret);
        await db.SuivreLesEnveloppesAsync(JourDeParis.De(instant), arret, code);
        var dossier = await db.Dossiers.Include(d => d.Controles).SingleAsync(d => d.Id == dossierId, arret);
        await RefuserSiDejaDecideAsync(dossier.Id, dossier.Version, arret);
        if (dossier.Revision != revision)
            throw new PagePerimeeException();
        var seance = await db.Seances.Include(s => s.Points).SingleAsync(s => s.Id == seanceId, arret);
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var situation = await db.PourLaSeanceAsync(reglement, dossier, arret);
        var (resultat, decision) = seance.Decider(dossier, proposee, reglement, situation, par, instant.ToUniversalTime());
        if (decision is not null)
            db.Decisions.Add(decision);
        return resultat;
    }

    private async Task RefuserSiDejaDecideAsync(Guid dossierId, int version, CancellationToken arret)
    {
        var deja = await db.Decisions.AsNoTracking().Where(d => d.DossierId == dossierId && d.VersionDossier == version)
            .Select(d => new { d.EnregistreePar, d.EnregistreeLe }).FirstOrDefaultAsync(arret);
        if (deja is not null)
            throw new ActeImpossibleException(
                $"Ce dossier a déjà fait l’objet d’une décision par {deja.EnregistreePar} à {Francais.Heure(deja.EnregistreeLe)}. Rien n’a été enregistré.");
    }
}
