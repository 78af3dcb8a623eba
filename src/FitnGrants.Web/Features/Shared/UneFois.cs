using System.Security.Cryptography;
using System.Text;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Shared;

/// <summary>
/// A form that creates something nothing else guards from a second sending: pressed twice, it creates once, also without script
/// and on two processes.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UneFoisAttribute() : TypeFilterAttribute(typeof(UneFois));

/// <summary>
/// The same person, address and content within ten seconds are one sending: the second waits for the first and is led where it led.
/// A first that was refused leaves nothing behind.
/// </summary>
public sealed class UneFois(FitnContext db, TimeProvider systeme) : IAsyncActionFilter
{
    public static readonly TimeSpan Duree = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pas = TimeSpan.FromMilliseconds(50);

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var (requete, arret) = (context.HttpContext.Request, context.HttpContext.RequestAborted);
        if (!requete.HasFormContentType || context.HttpContext.User.Acteur() is not { } acteur)
        {
            await next();
            return;
        }
        var cle = Cle(requete, acteur.Id);
        while (!await PrendreAsync(cle, arret))
        {
            if (await db.FormulairesRecus.Where(f => f.Cle == cle).Select(f => f.Vers).FirstOrDefaultAsync(arret) is { } vers)
            {
                context.Result = new RedirectResult(vers);
                return;
            }
            await Task.Delay(Pas, systeme, arret);
        }
        var (fait, garde) = (await next(), false);
        try
        {
            garde = fait is { Exception: null, Result: RedirectResult suite } && await GarderAsync(cle, suite.Url);
        }
        finally
        {
            if (!garde)
                await db.FormulairesRecus.Where(f => f.Cle == cle).ExecuteDeleteAsync(CancellationToken.None);
        }
    }

    /// <summary>False while another sending of the same is less than ten seconds old.</summary>
    private async Task<bool> PrendreAsync(string cle, CancellationToken arret)
    {
        var maintenant = systeme.GetUtcNow();
        return await db.Database.ExecuteSqlAsync(
                $"""
                insert into formulaires_recus (cle, le) values ({cle}, {maintenant})
                on conflict (cle) do update set le = excluded.le, vers = null where formulaires_recus.le <= {maintenant - Duree}
                """,
                arret
            ) == 1;
    }

    private async Task<bool> GarderAsync(string cle, string vers) =>
        await db.FormulairesRecus.Where(f => f.Cle == cle).ExecuteUpdateAsync(u => u.SetProperty(f => f.Vers, vers), CancellationToken.None)
        == 1;

    private static string Cle(HttpRequest requete, Guid personne)
    {
        var texte = new StringBuilder($"{personne}\n{requete.Path}{requete.QueryString}");
        // Names beginning so are the browser's or the framework's own.
        foreach (var (nom, valeurs) in requete.Form.Where(c => !c.Key.StartsWith("__", StringComparison.Ordinal)))
            texte.Append('\n').Append(nom).Append('=').AppendJoin('\0', valeurs.ToArray());
        foreach (var fichier in requete.Form.Files)
            texte.Append('\n').Append(fichier.Name).Append('=').Append(fichier.FileName).Append('\0').Append(fichier.Length);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(texte.ToString())));
    }
}
