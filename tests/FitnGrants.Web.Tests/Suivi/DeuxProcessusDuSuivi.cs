using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>Two web processes on one database, one of which dies in the middle; rows put back between the rounds.</summary>
/// <param name="instance">The database.</param>
/// <param name="comptes">Who signs in on each process.</param>
/// <param name="tables">What the acts write, in the order of its foreign keys.</param>
public abstract class DeuxProcessusDuSuivi(SeanceOuverte instance, string[] comptes, string[] tables) : IAsyncLifetime
{
    private readonly List<ProcessusWeb> processus = [];

    protected SeanceOuverte Instance => instance;

    public abstract ValueTask InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var p in processus)
            await p.DisposeAsync();
    }

    /// <summary>One act asked of one thing.</summary>
    protected interface IGeste
    {
        string Compte { get; }
        string Adresse { get; }
        int Revision { get; }
        (string, string)[] Champs { get; }
    }

    protected async Task<ProcessusWeb> DemarrerAsync()
    {
        var p = new ProcessusWeb(instance.Connexion);
        processus.Add(p);
        await p.AttendreAsync();
        foreach (var compte in comptes)
            await p.SeConnecterAsync(compte);
        return p;
    }

    /// <summary>Half of the acts to each process; the second one dies once twenty of its own are answered.</summary>
    protected static async Task<IReadOnlyList<(T Geste, int? Code)>> AgirAsync<T>(
        ProcessusWeb un,
        ProcessusWeb autre,
        IReadOnlyList<T> gestes
    )
        where T : IGeste
    {
        var repondus = 0;
        using var assez = new SemaphoreSlim(0, 1);
        async Task<(T, int?)> EnvoyerAsync(T g, ProcessusWeb p)
        {
            var code = await p.PosterAsync(g.Compte, g.Adresse, g.Revision, g.Champs);
            if (p == autre && code is not null && Interlocked.Increment(ref repondus) == 20)
                assez.Release();
            return (g, code);
        }

        // One in ten is asked twice: a double click, or a retry.
        var envois = gestes
            .SelectMany((g, i) => Enumerable.Repeat(g, i % 10 == 0 ? 2 : 1))
            .Select((g, i) => EnvoyerAsync(g, i % 2 == 0 ? un : autre))
            .ToList();
        await Task.WhenAny(assez.WaitAsync(TestContext.Current.CancellationToken), Task.WhenAll(envois));
        autre.Tuer();
        return await Task.WhenAll(envois);
    }

    protected Task<int> BrutAsync(string sql) => instance.LireAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>Keeps the rows as they are before the first act.</summary>
    protected async Task GarderAsync()
    {
        foreach (var table in tables)
            await BrutAsync($"create table avant_{table} as select * from {table}");
    }

    /// <summary>Everything as before the first act. None of these statements is one that the product has.</summary>
    /// <param name="avant">What goes first, in SQL.</param>
    /// <param name="apres">What goes last.</param>
    protected async Task RemettreAZeroAsync(string avant = "", string apres = "")
    {
        var colonnes = await instance.LireAsync(db =>
            db.Database.SqlQuery<string>(
                    $"""
                    select table_name || ':' || string_agg(quote_ident(column_name), ', ') as "Value" from information_schema.columns
                    where table_schema = 'public' and table_name = any({tables}) and is_generated = 'NEVER' group by table_name
                    """
                )
                .ToDictionaryAsync(x => x.Split(':')[0], x => x.Split(':')[1], StringComparer.Ordinal)
        );
        var tout = string.Join(
            '\n',
            tables.Select(t => $"delete from {t}; insert into {t} ({colonnes[t]}) select {colonnes[t]} from avant_{t};")
        );
        await BrutAsync($"begin; set local session_replication_role = replica; {avant}\n{tout}\n{apres} commit;");
    }
}
