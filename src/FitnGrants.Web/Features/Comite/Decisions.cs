using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Donnees.Configurations;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FitnGrants.Web.Features.Comite;

public sealed class OptionsDeSeance
{
    /// <summary>True: who instructed a dossier may not record its decision; false: it is an alert (domain.md 3.2).</summary>
    public bool SeparationStricte { get; set; }
}

/// <summary>Who asks for a decision, on what, and when.</summary>
public sealed record DemandeDeDecision(
    Guid Seance,
    Guid Dossier,
    int Revision,
    DecisionProposee Proposee,
    Acteur Par,
    DateTimeOffset Instant
)
{
    /// <summary>The decision to replace, and why; null for a first decision.</summary>
    public (Guid Decision, string Motif)? Rectification { get; init; }
}

/// <summary>
/// Records a decision: the session's row then the envelope's are locked first, everything is read after, so that any number of
/// secretaries, processes and retries are one after the other.
/// </summary>
public sealed class Decisions(FitnContext db, RegistreDesReglements reglements, IOptions<OptionsDeSeance> options)
{
    public async Task<Resultat> EnregistrerAsync(DemandeDeDecision demande, CancellationToken arret)
    {
        try
        {
            return await db.ActeAsync(demande.Par, demande.Instant, () => DeciderAsync(demande, arret), arret);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation)
        {
            throw new ActeImpossibleException(
                violation.ConstraintName == SuiviConfiguration.UnAccordIndividuel
                    ? "Cette collectivité est déjà lauréate individuellement d’un projet : une collectivité ne peut l’être que d’un seul."
                    : "Ce dossier a déjà fait l’objet d’une décision. Rien n’a été enregistré."
            );
        }
    }

    private async Task<Resultat> DeciderAsync(DemandeDeDecision demande, CancellationToken arret)
    {
        var code = await db.Dossiers.Where(d => d.Id == demande.Dossier).Select(d => d.Dispositif).SingleAsync(arret);
        await db.VerrouillerSeanceAsync(demande.Seance, arret);
        await db.VerrouillerEnveloppeAsync(code, arret);
        await db.SuivreLesEnveloppesAsync(JourDeParis.De(demande.Instant), arret, code);
        var dossier = await db.Dossiers.AsTracking().Include(d => d.Controles).SingleAsync(d => d.Id == demande.Dossier, arret);
        if (demande.Rectification is null)
            await RefuserSiDejaDecideAsync(dossier, arret);
        if (dossier.Revision != demande.Revision)
            throw new PagePerimeeException(dossier.Id);
        var seance = await db.Seances.AsTracking().Include(s => s.Points).SingleAsync(s => s.Id == demande.Seance, arret);
        var reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var situation = await db.PourLaSeanceAsync(reglement, dossier, arret, demande.Rectification?.Decision);
        var cadre = new CadreDeDecision(
            reglement,
            situation,
            demande.Par,
            demande.Instant.ToUniversalTime(),
            options.Value.SeparationStricte
        );
        var rendue = demande.Rectification is { } r
            ? await RectifierAsync(seance, dossier, r.Decision, r.Motif, demande.Proposee, cadre, arret)
            : seance.Decider(dossier, demande.Proposee, cadre);
        if (rendue.Decision is { } decision)
            db.Decisions.Add(decision);
        if (rendue.Engagement is { } engagement)
            db.Engagements.Add(engagement);
        return rendue.Resultat;
    }

    private async Task<DecisionRendue> RectifierAsync(
        Seance seance,
        Dossier dossier,
        Guid id,
        string motif,
        DecisionProposee proposee,
        CadreDeDecision cadre,
        CancellationToken arret
    )
    {
        var ancienne = await db.Decisions.AsTracking().IgnoreQueryFilters().SingleAsync(d => d.Id == id, arret);
        var rendue = seance.Rectifier(ancienne, dossier, proposee, motif, cadre);
        if (rendue.Decision is null)
            return rendue;
        // The former leaves the unique indexes, and the envelope, before the new one enters them.
        db.Engagements.RemoveRange(await db.Engagements.Where(e => e.DecisionId == id).ToListAsync(arret));
        await db.SaveChangesAsync(arret);
        return rendue;
    }

    private async Task RefuserSiDejaDecideAsync(Dossier dossier, CancellationToken arret)
    {
        var deja = await db
            .Decisions.Where(d => d.DossierId == dossier.Id && d.VersionDossier == dossier.Version)
            .Select(d => new { d.EnregistreePar, d.EnregistreeLe })
            .FirstOrDefaultAsync(arret);
        if (deja is not null)
            throw new ActeImpossibleException(
                $"Ce dossier a déjà fait l’objet d’une décision par {deja.EnregistreePar} le "
                    + $"{Francais.DateEtHeure(deja.EnregistreeLe)}. Rien n’a été enregistré."
            );
    }
}
