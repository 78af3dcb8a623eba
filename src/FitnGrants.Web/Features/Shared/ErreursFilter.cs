using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Securite;
using FitnGrants.Web.Suites;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Shared;

/// <summary>What a stale or impossible request answers: a 409 page that keeps what was typed.</summary>
public sealed record PagePerimee(string Titre, string Message, string Retour, IReadOnlyList<KeyValuePair<string, string>> Saisie);

public sealed class ErreursFilter(IModelMetadataProvider metadonnees, FitnContext db) : IAsyncExceptionFilter
{
    public async Task OnExceptionAsync(ExceptionContext context)
    {
        var message = context.Exception switch
        {
            ActeImpossibleException e => e.Message,
            // A porteur never learns from a conflict what the session has not told yet.
            PagePerimeeException e => context.HttpContext.User.Acteur() is { } lecteur
            && await DernierActeAsync(e.Entite, Lecteur.De(lecteur)) is { } acte
                ? $"Cette page a changé depuis que vous l’avez ouverte : {acte}. Rien n’a été enregistré."
                : "Quelqu’un a modifié ce dossier depuis que vous avez ouvert cette page. Rien n’a été enregistré.",
            _ => null,
        };
        if (message is null)
            return;
        var requete = context.HttpContext.Request;
        var saisie = requete.HasFormContentType
            ? requete
                .Form.Where(p =>
                    !p.Key.StartsWith("__", StringComparison.Ordinal)
                    && !NomsDesChamps.EstDeLaPage(p.Key)
                    && !string.IsNullOrWhiteSpace(p.Value)
                    // What the page itself wrote: nobody typed it.
                    && !Guid.TryParse(p.Value, out _)
                )
                .Select(p =>
                    KeyValuePair.Create(
                        NomsDesChamps.Nom(p.Key, requete.Path.Value!.Contains("/modifier/", StringComparison.Ordinal)),
                        p.Value.ToString()
                    )
                )
                .ToList()
            : [];
        context.Result = new ViewResult
        {
            StatusCode = StatusCodes.Status409Conflict,
            ViewName = "Perimee",
            ViewData = new ViewDataDictionary<PagePerimee>(metadonnees, context.ModelState)
            {
                Model = new PagePerimee(
                    context.Exception is ActeImpossibleException ? "Action impossible" : "Cette page n’est plus à jour",
                    message,
                    requete.Headers.Referer.FirstOrDefault(EstLocale(requete)) ?? "/",
                    saisie
                ),
            },
        };
        context.ExceptionHandled = true;
    }

    /// <summary>
    /// « décision enregistrée par SGAR de Bretagne, secrétariat, à 14 h 32 »; null when the journal does not say, or when it is not to be
    /// told yet.
    /// </summary>
    private async Task<string?> DernierActeAsync(Guid? entite, Lecteur lecteur)
    {
        if (entite is not { } id || !lecteur.EstAgent)
            return null;
        var ligne = await db.Journal.Where(l => l.EntiteId == id).OrderByDescending(l => l.Id).FirstOrDefaultAsync();
        if (ligne is null)
            return null;
        var secret =
            SuitesDesActes.AttendLaNotification(ligne.Acte)
            && !lecteur.SaitAvantNotification(await db.Dossiers.Where(d => d.Id == id).Select(d => d.Region).FirstOrDefaultAsync() ?? "");
        return secret ? null : Francais.Typographier(SuitesDesActes.Phrase(ligne));
    }

    private static Func<string?, bool> EstLocale(HttpRequest requete) =>
        adresse => Uri.TryCreate(adresse, UriKind.Absolute, out var uri) && uri.Authority == requete.Host.Value;
}
