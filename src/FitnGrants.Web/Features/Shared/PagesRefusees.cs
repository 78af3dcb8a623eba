using System.IO.Compression;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Shared;

/// <summary>
/// A refused form answers with an address of its own (303), which shows the page as it was answered, with its status: going back to it
/// never asks to send again. The page is kept an hour, for the browser and the person it was made for; it holds no password.
/// </summary>
public sealed class PagesRefusees(FitnContext db, TimeProvider systeme) : IAsyncAlwaysRunResultFilter
{
    public const string Parametre = "refus";

    private const string Temoin = "fitn-navigateur";
    private static readonly TimeSpan Duree = TimeSpan.FromHours(1);

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var (requete, reponse) = (context.HttpContext.Request, context.HttpContext.Response);
        // Scripts and programs read the answer where they asked.
        if (
            context.Result is not ViewResult vue
            || (vue.StatusCode ?? reponse.StatusCode) is not (StatusCodes.Status422UnprocessableEntity or StatusCodes.Status409Conflict)
            || !HttpMethods.IsPost(requete.Method)
            || !requete.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            || PorteUnSecret(requete)
        )
        {
            await next();
            return;
        }
        var corps = reponse.Body;
        using var page = new MemoryStream();
        reponse.Body = page;
        try
        {
            await next();
        }
        finally
        {
            reponse.Body = corps;
        }
        var refus = await GarderAsync(context.HttpContext, page);
        reponse.StatusCode = StatusCodes.Status303SeeOther;
        reponse.ContentType = null;
        reponse.ContentLength = null;
        reponse.Headers.Location = $"{requete.PathBase}{requete.Path}?{Parametre}={refus}";
    }

    /// <summary>The page that an address names, to the browser it was made for; else the address without it.</summary>
    public static async Task RepondreAsync(HttpContext contexte, RequestDelegate suite)
    {
        var chemin = contexte.Request.Path.Value ?? "/";
        // « //elsewhere » is another site to a browser; an error page is reached by nobody's choice.
        if (
            !HttpMethods.IsGet(contexte.Request.Method)
            || contexte.Request.Query[Parametre] is not [{ } demande]
            || chemin is not ['/', ..]
            || chemin is ['/', '/' or '\\', ..]
            || contexte.Request.Path.StartsWithSegments("/erreur", StringComparison.Ordinal)
        )
        {
            await suite(contexte);
            return;
        }
        var (db, maintenant) = (
            contexte.RequestServices.GetRequiredService<FitnContext>(),
            contexte.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()
        );
        // Before routing has had its say: an address that only receives shows its refusal too.
        var cle = Cle(contexte, (await contexte.AuthenticateAsync()).Principal);
        var page = Guid.TryParse(demande, out var id)
            ? await db.PagesRefusees.FirstOrDefaultAsync(
                p => p.Id == id && p.Cle == cle && p.ExpireLe > maintenant,
                contexte.RequestAborted
            )
            : null;
        if (page is null)
        {
            contexte.Response.Redirect((contexte.Request.PathBase + contexte.Request.Path).ToUriComponent());
            return;
        }
        contexte.Response.StatusCode = page.Statut;
        contexte.Response.ContentType = "text/html; charset=utf-8";
        contexte.Response.Headers.CacheControl = "no-store";
        await using var contenu = new GZipStream(new MemoryStream(page.Contenu), CompressionMode.Decompress);
        await contenu.CopyToAsync(contexte.Response.Body, contexte.RequestAborted);
    }

    /// <summary>A page that shows a key of the telephone, or that a secret link opened, is kept nowhere.</summary>
    private static bool PorteUnSecret(HttpRequest requete) =>
        requete.Path.StartsWithSegments(Adresses.Compte.Securite, StringComparison.Ordinal)
        || requete.RouteValues.ContainsKey("jeton")
        || (requete.HasFormContentType && requete.Form.ContainsKey("Jeton"));

    private async Task<Guid> GarderAsync(HttpContext contexte, MemoryStream page)
    {
        if (!contexte.Request.Cookies.ContainsKey(Temoin))
        {
            var temoin = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            contexte.Response.Cookies.Append(
                Temoin,
                temoin,
                new CookieOptions
                {
                    HttpOnly = true,
                    IsEssential = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = contexte.Request.IsHttps,
                }
            );
            contexte.Items[Temoin] = temoin;
        }
        using var comprimee = new MemoryStream();
        await using (var gzip = new GZipStream(comprimee, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), contexte.RequestAborted);
        var (id, maintenant) = (Guid.NewGuid(), systeme.GetUtcNow());
        // Apart from whatever the refused act left in the context.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into pages_refusees (id, cle, statut, contenu, expire_le) values ({id}, {Cle(contexte, contexte.User)},
            {contexte.Response.StatusCode}, {comprimee.ToArray()}, {maintenant + Duree})
            """,
            contexte.RequestAborted
        );
        return id;
    }

    /// <summary>Who may read it again: this browser, and in it this person, at this address.</summary>
    private static string Cle(HttpContext contexte, ClaimsPrincipal? personne) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{contexte.Request.Cookies[Temoin] ?? contexte.Items[Temoin]}/{personne?.Acteur()?.Id}{contexte.Request.Path}"
                )
            )
        );
}
