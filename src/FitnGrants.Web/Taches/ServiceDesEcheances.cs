using FitnGrants.Web.Echeancier;

namespace FitnGrants.Web.Taches;

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
                await portee.ServiceProvider.GetRequiredService<RappelsDuSuivi>().TraiterAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A database that is away comes back: the next turn does what this one could not.
                journal.LogError(e, "Échéances non traitées");
            }
        } while (await minuteur.WaitForNextTickAsync(stoppingToken));
    }
}
