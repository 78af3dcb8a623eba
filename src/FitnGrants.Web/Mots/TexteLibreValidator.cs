using FitnGrants.Domain.Socle;
using FluentValidation;
using FluentValidation.Validators;

namespace FitnGrants.Web.Mots;

/// <summary>A text that has a limit, which its field says before it is reached.</summary>
public interface ITexteLimite
{
    /// <summary>In characters, line ends counted once.</summary>
    int Maximum { get; }
}

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
