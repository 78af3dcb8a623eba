using System.Data;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FitnGrants.Web.Donnees;

/// <summary>A form that carries another revision than the row: nothing was written.</summary>
/// <param name="entite">What changed, so that the page says who did what; null when it is not known.</param>
public sealed class PagePerimeeException(Guid? entite = null) : Exception("Cette page n’est plus à jour.")
{
    public Guid? Entite { get; } = entite;
}

/// <summary>Something that was just done, before it is saved.</summary>
/// <param name="Db">Where it is written.</param>
/// <param name="Fait">What the journal will hold of it.</param>
/// <param name="Racine">The aggregate; null for what has none (an account).</param>
/// <param name="Par">Who did it.</param>
/// <param name="Instant">On the field's clock.</param>
public sealed record Survenu(FitnContext Db, Fait Fait, Racine? Racine, Acteur Par, DateTimeOffset Instant);

/// <summary>Who is told of an act: asked of each, in its own transaction, so that no act forgets its message.</summary>
public interface IAnnonces
{
    /// <summary>The messages to write; none for most acts.</summary>
    Task<IReadOnlyList<Courriel>> DeAsync(Survenu survenu, CancellationToken arret);
}

/// <summary>One transaction per act: state and outbox first, then the journal's lock and its lines, last of all.</summary>
public static class Transactions
{
    /// <summary>Runs an act in one transaction, writes to who must know, then journals what its aggregates noted.</summary>
    /// <param name="db">The database.</param>
    /// <param name="par">Who acts.</param>
    /// <param name="instant">On the field's clock.</param>
    /// <param name="acte">The verbs.</param>
    /// <param name="arret">Cancellation.</param>
    /// <param name="fait">What an act on no aggregate leaves in the journal.</param>
    /// <exception cref="PagePerimeeException">A row changed since it was read.</exception>
    public static async Task<T> ActeAsync<T>(
        this FitnContext db,
        Acteur par,
        DateTimeOffset instant,
        Func<Task<T>> acte,
        CancellationToken arret = default,
        Fait? fait = null
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, arret);
        var resultat = await acte();
        // Before the save: what it deletes is no longer tracked after it.
        var racines = db.ChangeTracker.Entries<Racine>().Select(e => e.Entity).Where(r => r.Faits.Count > 0).ToList();
        (Racine? Racine, Fait Fait)[] faits =
        [
            .. racines.SelectMany(r => r.Faits.Select(f => ((Racine?)r, f))),
            .. fait is null ? [] : new[] { ((Racine?)null, fait) },
        ];
        await db.AnnoncerAsync(faits.Select(f => new Survenu(db, f.Fait, f.Racine, par, instant)), arret);
        try
        {
            await db.SaveChangesAsync(arret);
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new PagePerimeeException((e.Entries.FirstOrDefault()?.Entity as Racine)?.Id);
        }
        if (faits.Length > 0)
            await db.JournaliserAsync(par, instant, faits.Select(f => f.Fait), arret);
        // Once asked, it is waited for: a caller who left must not make it doubtful.
        await transaction.CommitAsync(CancellationToken.None);
        racines.ForEach(r => r.OublierLesFaits());
        return resultat;
    }

    public static Task ActeAsync(
        this FitnContext db,
        Acteur par,
        DateTimeOffset instant,
        Func<Task> acte,
        CancellationToken arret = default,
        Fait? fait = null
    ) =>
        db.ActeAsync(
            par,
            instant,
            async () =>
            {
                await acte();
                return true;
            },
            arret,
            fait
        );

    /// <summary>A context made by hand, for a tool, has nobody to tell; that of the service fails rather than forgets.</summary>
    private static async Task AnnoncerAsync(this FitnContext db, IEnumerable<Survenu> survenus, CancellationToken arret)
    {
        if (db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is not { } services)
            return;
        var annonces = services.GetRequiredService<IAnnonces>();
        foreach (var survenu in survenus)
            db.Courriels.AddRange(await annonces.DeAsync(survenu, arret));
    }
}
