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
            if (services.GetService(typeof(IValidator<>).MakeGenericType(argument.GetType())) is not IValidator validateur)
                continue;
            var resultat = await validateur.ValidateAsync(new ValidationContext<object>(argument), context.HttpContext.RequestAborted);
            foreach (var erreur in resultat.Errors)
                if (context.ModelState.GetFieldValidationState(erreur.PropertyName) != ModelValidationState.Invalid)
                    context.ModelState.AddModelError(erreur.PropertyName, Domain.Socle.Francais.Typographier(erreur.ErrorMessage));
        }
        await next();
    }
}
