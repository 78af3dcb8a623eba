using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>
/// Keeps the SQL commands of the application; the readings of the clock and of closed sessions, once a second at most, are left out.
/// </summary>
public sealed class CompteurSql : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> commandes = new();

    public IReadOnlyCollection<string> Commandes => commandes;

    public void Oublier() => commandes.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Noter(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Noter(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Noter(command);
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Noter(DbCommand commande)
    {
        if (
            !commande.CommandText.Contains("FROM parametres", StringComparison.OrdinalIgnoreCase)
            && !commande.CommandText.Contains("FROM sessions_closes", StringComparison.OrdinalIgnoreCase)
        )
            commandes.Enqueue(commande.CommandText);
    }
}
