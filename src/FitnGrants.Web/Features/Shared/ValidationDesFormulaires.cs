using System.Collections;
using FitnGrants.Domain.Socle;
using FluentValidation;
using FluentValidation.AspNetCore;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FitnGrants.Web.Features.Shared;

/// <summary>What the validators beside the forms say, as people read it: one sentence a field, in good typography.</summary>
public sealed class ValidationDesFormulaires : IValidatorInterceptor
{
    public IValidationContext BeforeAspNetValidation(ActionContext actionContext, IValidationContext commonContext)
    {
        RetirerLesTrous(commonContext.InstanceToValidate);
        return commonContext;
    }

    public ValidationResult AfterAspNetValidation(
        ActionContext actionContext,
        IValidationContext validationContext,
        ValidationResult result
    ) =>
        new(
            result
                .Errors.DistinctBy(e => e.PropertyName, StringComparer.Ordinal)
                .Where(e => actionContext.ModelState.GetFieldValidationState(e.PropertyName) != ModelValidationState.Invalid)
                .Select(e => new ValidationFailure(e.PropertyName, Francais.Typographier(e.ErrorMessage)))
        );

    /// <summary>A list posted with an index and no field has null elements: they stand for nothing.</summary>
    private static void RetirerLesTrous(object formulaire)
    {
        foreach (
            var liste in formulaire
                .GetType()
                .GetProperties()
                .Where(p => p.GetIndexParameters().Length == 0 && typeof(IList).IsAssignableFrom(p.PropertyType))
                .Select(p => p.GetValue(formulaire))
                .OfType<IList>()
                .Where(l => !l.IsFixedSize && !l.IsReadOnly)
        )
            for (var i = liste.Count - 1; i >= 0; i--)
                if (liste[i] is null)
                    liste.RemoveAt(i);
    }
}
