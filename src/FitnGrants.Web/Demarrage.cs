using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Demonstration;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web;

/// <summary>What a start does before it serves: migrations, règlements, referential, sessions, demonstration.</summary>
public sealed class Demarrage(
    IServiceScopeFactory portees,
    RegistreDesReglements reglements,
    Horloge horloge,
    ReglageHorloge reglage,
    IOptions<OptionsDemonstration> demonstration,
    Chemins chemins,
    Disponibilite disponibilite,
    ILogger<Demarrage> journal
)
{
    private const long VerrouDeDemarrage = 0x464954;

    /// <summary>Runs once per start; several processes wait for each other.</summary>
    public async Task PreparerAsync(CancellationToken arret)
    {
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<FitnContext>();
        await db.Database.OpenConnectionAsync(arret);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_lock({VerrouDeDemarrage})", arret);
        try
        {
            await NatureDeLaBase.VerifierAsync(db, demonstration.Value.Active, arret);
            await Adoption.AdopterAsync(db, arret);
            await db.Database.MigrateAsync(arret);
            await NatureDeLaBase.RetenirAsync(db, demonstration.Value.Active, arret);
            await RemplirAsync(db, portee.ServiceProvider, arret);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({VerrouDeDemarrage})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
        disponibilite.EstPret = true;
    }

    private async Task RemplirAsync(FitnContext db, IServiceProvider services, CancellationToken arret)
    {
        var neuve = !await db.Parametres.AnyAsync(p => p.Cle == "initialisee", arret);
        if (neuve && demonstration.Value.Active)
            await reglage.ReglerAsync(db, demonstration.Value.Depart, arret);
        else
            await reglage.RafraichirAsync(db, arret);
        await reglements.PublierAsync(db, horloge.Maintenant, arret);
        // Empty, or filled before the figures of each year knew their EPCI.
        if (!await db.Collectivites.AnyAsync(c => c.Populations.Any(p => p.Epci != null), arret))
            await ImporterAsync(arret);
        await MontantsRetenus.ReprendreAsync(db, reglements, arret);
        // A demonstration of before has none.
        if (demonstration.Value.Active)
            await ServicesDeDemonstration.CreerAsync(db, reglements, horloge.Maintenant, arret);
        if (!neuve)
            return;
        await db.ActeAsync(Acteur.Systeme, horloge.Maintenant, () => Calendrier.PlanifierAsync(db, reglements, arret), arret);
        if (demonstration.Value.Active)
            await ActivatorUtilities.CreateInstance<JeuDeDemonstration>(services).CreerAsync(arret);
        db.Parametres.Add(new Parametre { Cle = "initialisee", Valeur = "oui" });
        await db.SaveChangesAsync(arret);
    }

    /// <summary>Imports the referential and says what was left out.</summary>
    public async Task ImporterAsync(CancellationToken arret)
    {
        var rapport = await Referentiel.ImporterAsync(
            chemins.Connexion,
            chemins.Modules,
            m => journal.LogInformation("{Message}", m),
            chemins.Garder,
            arret
        );
        journal.LogInformation(
            "Référentiel : {Collectivites} collectivités, {Populations} populations en {Duree:0.0} s ; laissées de côté : {SansSiren} "
                + "sans SIREN ; "
                + "population totale inconnue : {SansTotale}.",
            rapport.Collectivites,
            rapport.Populations,
            rapport.Duree.TotalSeconds,
            rapport.SansSiren,
            rapport.SansTotale
        );
    }
}
