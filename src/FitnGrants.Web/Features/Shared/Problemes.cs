using Microsoft.AspNetCore.Mvc;

namespace FitnGrants.Web.Features.Shared;

/// <summary>Refusals of the interface, as application/problem+json, in French.</summary>
public static class Problemes
{
    public static ValidationProblemDetails Invalide(IDictionary<string, string[]> erreurs) =>
        new(erreurs)
        {
            Title = "La demande n’est pas valide.",
            Status = StatusCodes.Status400BadRequest,
            Type = "about:blank",
        };

    public static ProblemDetails Introuvable(string detail) =>
        new()
        {
            Title = "Introuvable.",
            Detail = Domain.Socle.Francais.Typographier(detail),
            Status = StatusCodes.Status404NotFound,
            Type = "about:blank",
        };

    public static ProblemDetails DeCode(int code) =>
        new()
        {
            Title = code switch
            {
                400 => "La demande n’est pas lisible.",
                401 => "Une connexion est nécessaire.",
                403 => "Ce droit ne vous est pas ouvert.",
                404 => "Introuvable.",
                405 => "Cette méthode n’est pas admise.",
                413 => "La demande est trop volumineuse.",
                415 => "Le format attendu est application/json.",
                429 => "Trop de demandes : réessayez plus tard.",
                _ => "Une erreur est survenue.",
            },
            Status = code,
            Type = "about:blank",
        };
}
