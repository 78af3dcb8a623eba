using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FitnGrants.Web.Features.Shared;

/// <summary>What a page saves by itself, as one types: asked and answered in JSON.</summary>
public static class EnregistrementAutomatique
{
    /// <summary>True for what the page saves by itself.</summary>
    public static bool EstAutomatique(this HttpRequest requete) => requete.Headers["X-Enregistrement"] == "auto";

    /// <summary>What may not be saved, said to the page that keeps what is typed: one sentence, and one for each field.</summary>
    public static object Fautes(this ModelStateDictionary saisie)
    {
        var fautes = saisie.Where(e => e.Value!.Errors.Count > 0).ToList();
        return new
        {
            phrase = Francais.Typographier(
                "Pas encore enregistré : "
                    + (fautes.Count > 1 ? $"{fautes.Count} champs à corriger." : fautes[0].Value!.Errors[0].ErrorMessage)
            ),
            champs = fautes.ToDictionary(e => ChampDeBase.Identifiant(e.Key), e => e.Value!.Errors[0].ErrorMessage, StringComparer.Ordinal),
        };
    }
}
