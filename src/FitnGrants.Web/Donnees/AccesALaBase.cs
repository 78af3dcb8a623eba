using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FitnGrants.Web.Donnees;

/// <summary>How the database is reached, by the service and by its tools.</summary>
public static class AccesALaBase
{
    /// <summary>The one way to reach the database.</summary>
    public static void Configurer(DbContextOptionsBuilder options, string connexion) =>
        options
            .UseNpgsql(connexion)
            .UseSnakeCaseNamingConvention()
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            // A count that stops at a thousand wants any thousand rows.
            .ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
}
