using System.Collections.Concurrent;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Comptes;

/// <summary>
/// Sessions that were signed out: a cookie that someone kept opens nothing. The process that closes one knows it at once,
/// the others within a second, by one query a second for all their requests.
/// </summary>
public sealed class Sessions(IServiceScopeFactory portees, TimeProvider systeme)
{
    /// <summary>How long a cookie is good for without a request.</summary>
    public static readonly TimeSpan Duree = TimeSpan.FromHours(8);

    private const string Cle = "session";
    private static readonly object Ouverte = new();
    private static readonly TimeSpan Relecture = TimeSpan.FromSeconds(1);

    /// <summary>Two processes do not write at the same instant what they date of it.</summary>
    private static readonly TimeSpan Recouvrement = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> closes = new();
    private readonly SemaphoreSlim lecture = new(1, 1);
    private DateTimeOffset? luesJusqua;
    private long luesLe;

    /// <summary>Plugs the sessions into the cookie.</summary>
    public static void Suivre(CookieAuthenticationEvents evenements)
    {
        var (signature, validation) = (evenements.OnSigningIn, evenements.OnValidatePrincipal);
        evenements.OnSigningIn = contexte =>
        {
            contexte.Properties.Items.TryAdd(Cle, Guid.NewGuid().ToString("N"));
            return signature(contexte);
        };
        evenements.OnValidatePrincipal = async contexte =>
        {
            var sessions = contexte.HttpContext.RequestServices.GetRequiredService<Sessions>();
            // Signing out may be asked while the cookie is being read: it must not be read again to know its session.
            contexte.HttpContext.Items[Ouverte] = Numero(contexte.Properties);
            if (await sessions.EstCloseAsync(Numero(contexte.Properties), contexte.HttpContext.RequestAborted))
                contexte.RejectPrincipal();
            else
                await validation(contexte);
        };
        evenements.OnSigningOut = contexte =>
            contexte.HttpContext.Items[Ouverte] is Guid session
                ? contexte.HttpContext.RequestServices.GetRequiredService<Sessions>().CloreAsync(session)
                : Task.CompletedTask;
    }

    private static Guid? Numero(AuthenticationProperties? proprietes) =>
        Guid.TryParseExact(proprietes?.Items.TryGetValue(Cle, out var valeur) == true ? valeur : null, "N", out var numero) ? numero : null;

    private async Task CloreAsync(Guid session)
    {
        var maintenant = systeme.GetUtcNow();
        await using var portee = portees.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<FitnContext>();
        await db.Set<SessionClose>().Where(s => s.CloseLe < maintenant - Duree).ExecuteDeleteAsync();
        await db.Database.ExecuteSqlAsync(
            $"insert into sessions_closes (id, close_le) values ({session}, {maintenant}) on conflict do nothing"
        );
        closes[session] = maintenant;
    }

    private async Task<bool> EstCloseAsync(Guid? session, CancellationToken arret)
    {
        if (session is not { } numero)
            return true;
        if (luesJusqua is null || systeme.GetElapsedTime(luesLe) >= Relecture)
            await RelireAsync(arret);
        return closes.ContainsKey(numero);
    }

    private async Task RelireAsync(CancellationToken arret)
    {
        await lecture.WaitAsync(arret);
        try
        {
            if (luesJusqua is not null && systeme.GetElapsedTime(luesLe) < Relecture)
                return;
            var maintenant = systeme.GetUtcNow();
            var depuis = luesJusqua is { } jusqua ? jusqua - Recouvrement : maintenant - Duree;
            await using var portee = portees.CreateAsyncScope();
            foreach (
                var s in await portee
                    .ServiceProvider.GetRequiredService<FitnContext>()
                    .Set<SessionClose>()
                    .Where(s => s.CloseLe >= depuis)
                    .ToListAsync(arret)
            )
                closes[s.Id] = s.CloseLe;
            foreach (var (ancienne, _) in closes.Where(c => c.Value < maintenant - Duree))
                closes.TryRemove(ancienne, out _);
            (luesJusqua, luesLe) = (maintenant, systeme.GetTimestamp());
        }
        finally
        {
            lecture.Release();
        }
    }
}
