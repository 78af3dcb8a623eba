using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace FitnGrants.Web.Features.Shared;

/// <summary>The framework's own messages, in French.</summary>
public static class MessagesDeLiaison
{
    public static void Traduire(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((valeur, _) => $"« {Court(valeur)} » n’est pas une réponse possible.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(valeur => $"« {Court(valeur)} » n’est pas une réponse possible.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Cette réponse n’est pas possible.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Cette réponse n’est pas possible.");
        messages.SetValueIsInvalidAccessor(valeur => $"« {Court(valeur)} » n’est pas une réponse possible.");
        messages.SetValueMustBeANumberAccessor(_ => "Indiquez un nombre.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Indiquez un nombre.");
        messages.SetValueMustNotBeNullAccessor(_ => "Répondez à cette question.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Répondez à cette question.");
        messages.SetMissingKeyOrValueAccessor(() => "Répondez à cette question.");
    }

    private static string Court(string valeur) => valeur.Length > 60 ? valeur[..60] + "…" : valeur;
}
