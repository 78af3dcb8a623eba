using System.Globalization;
using System.Text;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Temps;
using Microsoft.Extensions.Options;
using Serilog;

namespace FitnGrants.Web;

/// <summary>The way of a request, from top to bottom.</summary>
public static class Requetes
{
    /// <summary>Name that routing gives to what answers 405.</summary>
    private const string MethodeRefusee = "405 HTTP Method Not Supported";

    public static void UtiliserFitn(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSerilogRequestLogging(o =>
            Journaux.Requetes(
                o,
                app.Services.GetRequiredService<Serilog.ILogger>(),
                app.Configuration.GetValue(Journaux.ChaqueRequete, false)
            )
        );
        app.UseEnTetesDeSecurite();
        app.Use(RepondreAuxTetes);
        if (!app.Environment.EstUneDemonstration())
        {
            app.UseHsts();
            app.Use(ExigerLeChiffrement);
        }
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePages(async contexte => await PageDErreurAsync(contexte.HttpContext, contexte.Next));
        app.Use(DireCeQuiEstMalRecuAsync);
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = c =>
                    c.Context.Response.Headers.CacheControl = c.Context.Request.Query.ContainsKey("v")
                        ? "public, max-age=31536000, immutable"
                        : "public, max-age=3600",
            }
        );
        app.UseRequestLocalization(
            new RequestLocalizationOptions
            {
                DefaultRequestCulture = new("fr-FR"),
                SupportedCultures = [CultureInfo.GetCultureInfo("fr-FR")],
                SupportedUICultures = [CultureInfo.GetCultureInfo("fr-FR")],
                RequestCultureProviders = [],
            }
        );
        app.Use(MettreALHeureAsync);
        app.UseRouting();
        app.Use(
            (contexte, suite) =>
            {
                Journaux.RetenirLaRoute(contexte);
                EnTetes.RetenirLaRoute(contexte);
                return suite(contexte);
            }
        );
        app.Use(PagesRefusees.RepondreAsync);
        // The address of an act, typed or reloaded, leads to the page that offers it.
        app.Use(
            (contexte, suite) =>
            {
                var chemin = contexte.Request.Path.ToUriComponent();
                // A program reads which methods there are, signed in or not.
                if (
                    contexte.GetEndpoint() is { DisplayName: MethodeRefusee, RequestDelegate: { } refuser }
                    && chemin.StartsWith("/api/", StringComparison.Ordinal)
                )
                    return refuser(contexte);
                if (
                    contexte.GetEndpoint()?.DisplayName != MethodeRefusee
                    || !HttpMethods.IsGet(contexte.Request.Method)
                    || chemin.StartsWith("/api/", StringComparison.Ordinal)
                )
                    return suite(contexte);
                contexte.Response.Redirect(chemin[..Math.Max(1, chemin.LastIndexOf('/'))]);
                return Task.CompletedTask;
            }
        );
        // An unknown address is 404 for everyone: only known ones ask to sign in.
        app.Use(
            (contexte, suite) =>
            {
                if (contexte.GetEndpoint() is not null)
                    return suite(contexte);
                contexte.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
        app.MapControllers();
    }

    /// <summary>HEAD answers as GET, without a body: tools that watch links ask so.</summary>
    private static async Task RepondreAuxTetes(HttpContext contexte, RequestDelegate suite)
    {
        if (!HttpMethods.IsHead(contexte.Request.Method))
        {
            await suite(contexte);
            return;
        }
        contexte.Request.Method = HttpMethods.Get;
        contexte.Response.Body = Stream.Null;
        try
        {
            await suite(contexte);
        }
        finally
        {
            contexte.Request.Method = HttpMethods.Head;
        }
    }

    /// <summary>A real service in clear keeps no session: whoever installs it reads why, rather than a failure at the first form.</summary>
    private static Task ExigerLeChiffrement(HttpContext contexte, RequestDelegate suite)
    {
        if (contexte.Request.IsHttps || contexte.Request.Path.StartsWithSegments("/sante", StringComparison.Ordinal))
            return suite(contexte);
        contexte.Response.StatusCode = StatusCodes.Status400BadRequest;
        contexte.Response.ContentType = "text/plain; charset=utf-8";
        return contexte.Response.WriteAsync(
            "Ce service ne répond qu’en https. Placez devant lui un mandataire qui chiffre et qui envoie X-Forwarded-Proto ; "
                + "s’il est sur une autre machine, nommez-le par le réglage Mandataires.\n",
            contexte.RequestAborted
        );
    }

    /// <summary>
    /// A body too large, too slow, cut, or that its encoding does not read,
    /// is its sender's: 413, 408 or 400, never a failure of the service.
    /// </summary>
    private static async Task DireCeQuiEstMalRecuAsync(HttpContext contexte, RequestDelegate suite)
    {
        try
        {
            await suite(contexte);
        }
        catch (Exception e) when (!contexte.Response.HasStarted && e is BadHttpRequestException or DecoderFallbackException)
        {
            contexte.Response.Clear();
            contexte.Response.StatusCode = (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
        }
    }

    private static async Task MettreALHeureAsync(HttpContext contexte, RequestDelegate suite)
    {
        var horloge = contexte.RequestServices.GetRequiredService<Horloge>();
        if (
            contexte.RequestServices.GetRequiredService<IOptions<OptionsDemonstration>>().Value.Active
            && !contexte.Request.Path.StartsWithSegments("/sante", StringComparison.Ordinal)
        )
            await contexte
                .RequestServices.GetRequiredService<ReglageHorloge>()
                .RafraichirAsync(contexte.RequestServices.GetRequiredService<FitnContext>(), contexte.RequestAborted);
        Arrivee.Noter(contexte, horloge.Maintenant);
        await suite(contexte);
    }

    /// <summary>An error page in French for people, problem+json for programs.</summary>
    private static async Task PageDErreurAsync(HttpContext contexte, RequestDelegate suite)
    {
        var code = contexte.Response.StatusCode;
        if (contexte.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await contexte.Response.WriteAsJsonAsync(Problemes.DeCode(code), options: null, "application/problem+json");
            return;
        }
        var chemin = contexte.Request.Path;
        contexte.SetEndpoint(null);
        contexte.Request.RouteValues.Clear();
        contexte.Request.Path = $"/erreur/{code}";
        contexte.Request.Method = HttpMethods.Get;
        // The page must not read again a form that may be what was wrong.
        contexte.Request.ContentType = null;
        contexte.Features.Set<Microsoft.AspNetCore.Http.Features.IFormFeature>(null);
        await suite(contexte);
        contexte.Request.Path = chemin;
    }
}
