using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FluentValidation;
using FluentValidation.Validators;

namespace FitnGrants.Web.Mots;

public sealed class TexteLibreValidator<T>(int maximum) : PropertyValidator<T, string?>, ITexteLimite
{
    public int Maximum => maximum;

    public override string Name => "TexteLibre";

    public override bool IsValid(ValidationContext<T> context, string? value)
    {
        // What is blank around it is not kept.
        var longueur = value.AsSpan().Trim().Length;
        if (longueur <= maximum)
            return true;
        context.MessageFormatter.AppendArgument("Longueur", Francais.Entier(longueur));
        return false;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) =>
        $"Ce texte est trop long : {Francais.Entier(maximum)} caractères au plus, il en a {{Longueur}}.";
}
