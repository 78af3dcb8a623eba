using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;

namespace FitnGrants.Web.Donnees;

/// <summary>An accord that is told begins its act: one is never written without the other.</summary>
public static class Notifications
{
    public static async Task NotifierAsync(
        this FitnContext db,
        Dossier dossier,
        Decision decision,
        Reglement reglement,
        Acteur par,
        DateTimeOffset instant,
        CancellationToken arret
    )
    {
        // What was deposited is what the act is written on.
        await db.Entry(dossier).Collection(d => d.Versions).LoadAsync(arret);
        if (dossier.Notifier(decision, reglement, par, instant.ToUniversalTime()) is { } acte)
            db.ActesAttributifs.Add(acte);
    }
}
