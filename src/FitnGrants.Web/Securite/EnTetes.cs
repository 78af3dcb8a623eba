namespace FitnGrants.Web.Securite;

/// <summary>Security headers of every answer. No inline script nor style, no third party, no frame.</summary>
public static class EnTetes
{
    private const string Jeton = "jeton";
    private static readonly object RoutePrivee = new();

    /// <summary>A piece may be shown beside the grid, by a page of this service alone.</summary>
    public static void AdmettreDansUnCadre(this HttpResponse reponse) =>
        reponse.Headers.ContentSecurityPolicy = reponse
            .Headers.ContentSecurityPolicy.ToString()
            .Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);

    /// <summary>A page that shows a piece of this service beside its text.</summary>
    public static void MontrerUnCadre(this HttpResponse reponse) => reponse.Headers.ContentSecurityPolicy += "; frame-src 'self'";

    /// <summary>Once the route is known: an error page takes another one, and stays as private as what was asked.</summary>
    public static void RetenirLaRoute(HttpContext contexte)
    {
        if (
            contexte.GetEndpoint()?.Metadata.GetMetadata<RequiertAttribute>() is not null
            || contexte.Request.RouteValues.ContainsKey(Jeton)
            || contexte.Request.Query.ContainsKey(Jeton)
        )
            contexte.Items[RoutePrivee] = true;
    }

    /// <summary>What somebody alone may read: signed in, asked to, or holding a secret link.</summary>
    private static bool EstPrivee(HttpContext contexte) =>
        contexte.User.Identity?.IsAuthenticated == true || contexte.Items.ContainsKey(RoutePrivee);

    public static IApplicationBuilder UseEnTetesDeSecurite(this IApplicationBuilder app) =>
        app.Use(
            (contexte, suite) =>
            {
                var entetes = contexte.Response.Headers;
                entetes.ContentSecurityPolicy =
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
                entetes.XContentTypeOptions = "nosniff";
                entetes["Referrer-Policy"] = "same-origin";
                entetes["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                entetes["Cross-Origin-Opener-Policy"] = "same-origin";
                contexte.Response.OnStarting(() =>
                {
                    if (entetes.CacheControl.Count == 0)
                        entetes.CacheControl = EstPrivee(contexte) ? "private, no-store" : "no-cache";
                    return Task.CompletedTask;
                });
                return suite(contexte);
            }
        );
}
