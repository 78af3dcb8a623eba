using FitnGrants.Web.Donnees;
using FitnGrants.Web.Pieces;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Taches;

/// <summary>Runs the rounds of the antivirus, and the collection once an hour.</summary>
public sealed class ServiceDesPieces(
    IServiceScopeFactory portees,
    Disponibilite disponibilite,
    IOptions<OptionsDePieces> options,
    ILogger<ServiceDesPieces> journal
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Secondes <= 0)
            return;
        using var minuteur = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.Secondes));
        var avantRamassage = 0.0;
        while (await minuteur.WaitForNextTickAsync(stoppingToken))
        {
            if (!disponibilite.EstPret)
                continue;
            await EssayerAsync(s => s.GetRequiredService<AnalyseDesPieces>().FaireUnTourAsync(stoppingToken));
            if ((avantRamassage -= options.Value.Secondes) > 0)
                continue;
            avantRamassage = TimeSpan.FromHours(1).TotalSeconds;
            await EssayerAsync(s => s.GetRequiredService<Ramassage>().FaireUnTourAsync(stoppingToken));
        }
    }

    private async Task EssayerAsync(Func<IServiceProvider, Task> tour)
    {
        try
        {
            await using var portee = portees.CreateAsyncScope();
            await tour(portee.ServiceProvider);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            journal.LogError(e, "Les pièces n’ont pas pu être analysées");
        }
    }
}
