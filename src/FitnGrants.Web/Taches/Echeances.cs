using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Taches;

/// <summary>What falls due by itself: a dossier is réputé recevable after two months of silence (art. 4).</summary>
public sealed class Echeances(FitnContext db, Horloge horloge)
{
    private const int Lot = 200;

    /// <summary>Runs what is due now; says how many dossiers changed. Safe to run twice, or by two processes at once.</summary>
    public async Task<int> TraiterAsync(CancellationToken arret)
    {
        var (total, apres) = (0, Guid.Empty);
        while (await TraiterUnLotAsync(apres, arret) is { Dernier: { } dernier } lot)
            (total, apres) = (total + lot.Reputes, dernier);
        return total;
    }

    /// <summary>The rows after one: those whose delays stand still hide none of the others.</summary>
    private async Task<(int Reputes, Guid? Dernier)> TraiterUnLotAsync(Guid apres, CancellationToken arret)
    {
        // Wide by a day or two at the ends of months; the aggregate is exact.
        var limite = JourDeParis.Fin(horloge.Aujourdhui.AddDays(-1).AddMonths(-2)).ToUniversalTime();
        db.ChangeTracker.Clear();
        return await db.ActeAsync(Acteur.Systeme, horloge.Maintenant, async () =>
        {
            // Another process that treats the same rows skips them.
            var dus = await db.Dossiers.FromSql($"""
                select * from dossiers where recevabilite = 'EnAttente' and depose_le < {limite} and etat in ('Depose', 'EnInstruction') and id > {apres}
                order by id limit {Lot} for update skip locked
                """).ToListAsync(arret);
            var reputes = dus.Where(d => d.EstReputeRecevableLe(horloge.Aujourdhui)).ToList();
            reputes.ForEach(d => d.ReputerRecevable(horloge.Maintenant));
            return (reputes.Count, dus.Count == 0 ? null : (Guid?)dus[^1].Id);
        }, arret);
    }
}

/// <summary>Runs the due work every few minutes, on the field's clock.</summary>
public sealed class ServiceDesEcheances(IServiceScopeFactory portees, ILogger<ServiceDesEcheances> journal) : BackgroundService
{
    private static readonly TimeSpan Periode = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minuteur = new PeriodicTimer(Periode);
        do
        {
            try
            {
                await using var portee = portees.CreateAsyncScope();
                await portee.ServiceProvider.GetRequiredService<Echeances>().TraiterAsync(stoppingToken);
                await portee.ServiceProvider.GetRequiredService<Rappels>().TraiterAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A database that is away comes back: the next turn does what this one could not.
                journal.LogError(e, "Échéances non traitées");
            }
        }
        while (await minuteur.WaitForNextTickAsync(stoppingToken));
    }
}
