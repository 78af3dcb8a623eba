using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Taches;

/// <summary>How often a process looks for versions that another one published.</summary>
public sealed class OptionsDeSuivi
{
    /// <summary>Seconds between two rounds; 0 for none.</summary>
    public double Secondes { get; set; } = 2;
}

/// <summary>Every process sees a published version within seconds, and its envelope on its day, without a query per request.</summary>
public sealed class SuiviDesReglements(
    IServiceScopeFactory portees,
    RegistreDesReglements reglements,
    Horloge horloge,
    ReglageHorloge reglage,
    IOptions<OptionsDeSuivi> options,
    IOptions<OptionsDemonstration> demonstration,
    ILogger<SuiviDesReglements> journal
) : BackgroundService
{
    private bool enPanne;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Secondes <= 0)
            return;
        using var minuteur = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.Secondes));
        try
        {
            while (await minuteur.WaitForNextTickAsync(stoppingToken))
                await EssayerAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process stops: nothing is under way that another round would not do again.
        }
    }

    public async Task FaireUnTourAsync(CancellationToken arret)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<FitnContext>();
        if (demonstration.Value.Active)
            await reglage.RafraichirAsync(db, arret);
        await reglements.RechargerAsync(db, arret);
        await db.SuivreLesEnveloppesAsync(horloge.Aujourdhui, arret);
    }

    /// <summary>A round that fails leaves things as they were: said once, not every two seconds.</summary>
    private async Task EssayerAsync(CancellationToken arret)
    {
        try
        {
            await FaireUnTourAsync(arret);
            enPanne = false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (!enPanne)
                journal.LogWarning(e, "Les versions des règlements n’ont pas pu être relues.");
            enPanne = true;
        }
    }
}
