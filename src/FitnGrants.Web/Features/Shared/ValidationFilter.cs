using System.Collections;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FitnGrants.Web.Features.Shared;

/// <summary>Calls the validator that stands beside each form; its messages go to the fields.</summary>
public sealed class ValidationFilter(IServiceProvider services) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        foreach (var argument in context.ActionArguments.Values.OfType<object>())
        {
            RetirerLesTrous(argument);
            if (services.GetService(typeof(IValidator<>).MakeGenericType(argument.GetType())) is not IValidator validateur)
                continue;
            var resultat = await validateur.ValidateAsync(new ValidationContext<object>(argument), context.HttpContext.RequestAborted);
            foreach (var erreur in resultat.Errors)
                if (context.ModelState.GetFieldValidationState(erreur.PropertyName) != ModelValidationState.Invalid)
                    context.ModelState.AddModelError(erreur.PropertyName, Domain.Socle.Francais.Typographier(erreur.ErrorMessage));
        }
        await next();
    }

    /// <summary>A list posted with an index and no field has null elements: they stand for nothing.</summary>
    private static void RetirerLesTrous(object formulaire)
    {
        foreach (var liste in formulaire.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && typeof(IList).IsAssignableFrom(p.PropertyType))
            .Select(p => p.GetValue(formulaire)).OfType<IList>().Where(l => !l.IsFixedSize && !l.IsReadOnly))
            for (var i = liste.Count - 1; i >= 0; i--)
                if (liste[i] is null)
                    liste.RemoveAt(i);
    }
}
