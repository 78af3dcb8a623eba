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
        if (value is null || value.Length <= maximum)
            return true;
        context.MessageFormatter.AppendArgument("Longueur", Francais.Entier(value.Length));
        return false;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) =>
        $"Ce texte est trop long : {Francais.Entier(maximum)} caractères au plus, il en a {{Longueur}}.";
}
