using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FitnGrants.Web.Features.Shared;

/// <summary>
/// Every text that comes from a form, an address or a query is read as <see cref="TexteSaisi"/> keeps it, once, before anything looks
/// at it. A secret is what was typed, sign for sign.
/// </summary>
public sealed class LiaisonDesTextes : IModelBinderProvider, IModelBinder
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string)
        && context.BindingInfo.BindingSource?.CanAcceptDataFrom(BindingSource.Body) != true
        && context.Metadata.Name?.Contains("MotDePasse", StringComparison.Ordinal) != true
            ? this
            : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        if (bindingContext.ValueProvider.GetValue(bindingContext.ModelName) is not { FirstValue: { } recu } valeurs)
            return Task.CompletedTask;
        var propre = TexteSaisi.Nettoyer(recu);
        // A form that comes back shows what is kept.
        bindingContext.ModelState.SetModelValue(
            bindingContext.ModelName,
            new ValueProviderResult(valeurs.Values.Count == 1 ? propre : valeurs.Values, valeurs.Culture)
        );
        bindingContext.Result = ModelBindingResult.Success(
            string.IsNullOrWhiteSpace(propre) && bindingContext.ModelMetadata.ConvertEmptyStringToNull ? null : propre
        );
        return Task.CompletedTask;
    }
}
