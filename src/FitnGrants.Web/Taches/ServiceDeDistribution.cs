using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Taches;

public sealed class ServiceDeDistribution(
    IServiceScopeFactory portees,
    Disponibilite disponibilite,
    IOptions<OptionsDeCourriel> options,
    ILogger<ServiceDeDistribution> journal
) : BackgroundService
{
    private const int ToursPasses = 12;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Secondes <= 0)
            return;
        using var minuteur = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.Secondes));
        var aPasser = 0;
        while (await minuteur.WaitForNextTickAsync(stoppingToken))
            if (aPasser > 0)
                aPasser--;
            else if (disponibilite.EstPret && !await FaireUnTourAsync(stoppingToken))
                aPasser = ToursPasses;
    }

    private async Task<bool> FaireUnTourAsync(CancellationToken arret)
    {
        try
        {
            await using var portee = portees.CreateAsyncScope();
            return await portee.ServiceProvider.GetRequiredService<Distribution>().FaireUnTourAsync(arret);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            journal.LogError(e, "Les courriels n’ont pas pu être distribués");
            return false;
        }
    }
}
