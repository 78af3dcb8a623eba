using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Echeancier;

/// <summary>What falls due by itself: a dossier is réputé recevable after two months of silence (art. 4).</summary>
public sealed class Echeances(FitnContext db, Horloge horloge)
{
    private const int Lot = 200;

    /// <summary>Runs what is due now; says how many dossiers changed. Safe to run twice, or by two processes at once.</summary>
    public async Task<int> TraiterAsync(CancellationToken arret)
    {
        var total = 0;
        while (await TraiterUnLotAsync(arret) is > 0 and var reputes)
            total += reputes;
        return total;
    }

    private async Task<int> TraiterUnLotAsync(CancellationToken arret)
    {
        var aujourdhui = horloge.Aujourdhui;
        db.ChangeTracker.Clear();
        return await db.ActeAsync(
            Acteur.Systeme,
            horloge.Maintenant,
            async () =>
            {
                // Another process that treats the same rows skips them.
                var dus = await db
                    .Dossiers.FromSql(
                        $"""
                        select * from dossiers where recevabilite = 'EnAttente' and etat in ('Depose', 'EnInstruction')
                        and recevabilite_avant_le < {aujourdhui}
                        order by recevabilite_avant_le limit {Lot} for update skip locked
                        """
                    )
                    .AsTracking()
                    .ToListAsync(arret);
                dus.ForEach(d => d.ReputerRecevable(horloge.Maintenant));
                return dus.Count;
            },
            arret
        );
    }
}
