using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Echeancier;

/// <summary>The clocks of acts and of their reports: those concerned are told before each falls due, and after.</summary>
public sealed class RappelsDuSuivi(FitnContext db, Horloge horloge)
{
    private const int Lot = 200;

    /// <summary>Says what is due now; how many reminders. Safe to run twice, or by two processes at once.</summary>
    public async Task<int> TraiterAsync(CancellationToken arret)
    {
        var total = 0;
        while (await TraiterUnLotAsync(arret) is > 0 and var dits)
            total += dits;
        return total;
    }

    private Task<int> TraiterUnLotAsync(CancellationToken arret)
    {
        db.ChangeTracker.Clear();
        var aujourdhui = horloge.Aujourdhui;
        return db.ActeAsync(
            Acteur.Systeme,
            horloge.Maintenant,
            async () =>
            {
                // Another process that treats the same rows skips them.
                var dus = await db
                    .ActesAttributifs.FromSql(
                        $"""
                        select * from actes_attributifs where rappel_le <= {aujourdhui} or rappel_d_etat_le <= {aujourdhui}
                        limit {Lot}
                        for update skip locked
                        """
                    )
                    .AsTracking()
                    .ToListAsync(arret);
                // Read at once for their messages, not one by one.
                Guid[] dossiers = [.. dus.Select(a => a.DossierId)];
                await db.Dossiers.AsTracking().Where(d => dossiers.Contains(d.Id)).LoadAsync(arret);
                return dus.Count(a => a.Rappeler(aujourdhui) | a.RappelerLEtat(aujourdhui));
            },
            arret
        );
    }
}
