using System.Collections.Concurrent;
using FluentValidation;
using FluentValidation.Internal;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FitnGrants.Web.Composants;

/// <summary>A text that has a limit, which its field says before it is reached.</summary>
public interface ITexteLimite
{
    /// <summary>In characters, line ends counted once.</summary>
    int Maximum { get; }
}

/// <summary>How long a text may be, as the validator of its form says it.</summary>
public static class LimiteDuTexte
{
    private static readonly ConcurrentDictionary<(Type Formulaire, string Champ), int?> Connues = new();

    /// <summary>Characters at most; null where no validator bounds it.</summary>
    public static int? De(ModelExpression champ, Type formulaire, IServiceProvider services) =>
        Connues.GetOrAdd((formulaire, NomSansRang(champ.Name)), cle =>
            services.GetService(typeof(IValidator<>).MakeGenericType(cle.Formulaire)) is IValidator validateur
                ? Chercher(validateur, cle.Champ.Split('.'))
                : null
        );

    private static int? Chercher(IValidator validateur, ReadOnlySpan<string> chemin)
    {
        foreach (var regle in validateur.CreateDescriptor().GetRulesForMember(chemin[0]))
        foreach (var composant in regle.Components)
            if (chemin.Length == 1 && composant.Validator is ITexteLimite limite)
                return limite.Maximum;
            else if (chemin.Length > 1 && Enfant(composant) is { } enfant && Chercher(enfant, chemin[1..]) is { } trouvee)
                return trouvee;
        return null;
    }

    /// <summary>The validator of the lines of a list, which FluentValidation gives to whoever names its types.</summary>
    private static IValidator? Enfant(IRuleComponent composant)
    {
        var adaptateur = composant.Validator.GetType();
        if (!adaptateur.Name.StartsWith("ChildValidatorAdaptor", StringComparison.Ordinal))
            return null;
        var contexte = typeof(ValidationContext<>).MakeGenericType(adaptateur.GetGenericArguments()[0]);
        return adaptateur.GetMethod("GetValidator")?.Invoke(composant.Validator, [Activator.CreateInstance(contexte, [null]), null])
            as IValidator;
    }

    private static string NomSansRang(string nom) =>
        string.Concat(
            nom.Split('[').Select((morceau, i) => i == 0 ? morceau : morceau[(morceau.IndexOf(']', StringComparison.Ordinal) + 1)..])
        );
}
