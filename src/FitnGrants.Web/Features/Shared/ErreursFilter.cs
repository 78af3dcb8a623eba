using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FitnGrants.Web.Features.Shared;

/// <summary>What a stale or impossible request answers: a 409 page that keeps what was typed.</summary>
public sealed record PagePerimee(string Message, string Retour, IReadOnlyList<KeyValuePair<string, string>> Saisie);

public sealed class ErreursFilter(IModelMetadataProvider metadonnees) : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var message = context.Exception switch
        {
            ActeImpossibleException e => e.Message,
            PagePerimeeException => "Quelqu’un a modifié ce dossier depuis que vous avez ouvert cette page. Rien n’a été enregistré.",
            _ => null,
        };
        if (message is null)
            return;
        var requete = context.HttpContext.Request;
        var saisie = requete.HasFormContentType
            ? requete.Form.Where(p => !p.Key.StartsWith("__", StringComparison.Ordinal) && p.Key != "Revision" && !string.IsNullOrWhiteSpace(p.Value))
                .Select(p => KeyValuePair.Create(p.Key, p.Value.ToString())).ToList()
            : [];
        context.Result = new ViewResult
        {
            StatusCode = StatusCodes.Status409Conflict,
            ViewName = "Perimee",
            ViewData = new ViewDataDictionary<PagePerimee>(metadonnees, context.ModelState)
            {
                Model = new PagePerimee(message, requete.Headers.Referer.FirstOrDefault(EstLocale(requete)) ?? "/", saisie),
            },
        };
        context.ExceptionHandled = true;
    }

    private static Func<string?, bool> EstLocale(HttpRequest requete) => adresse =>
        Uri.TryCreate(adresse, UriKind.Absolute, out var uri) && uri.Authority == requete.Host.Value;
}
