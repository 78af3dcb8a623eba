using System.Linq.Expressions;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>
/// The form of a step is well formed as its fields say (<see cref="Champ.Lecture"/>); what only one form knows is added by its own
/// validator.
/// </summary>
public abstract class ValidateurDEtape<T> : AbstractValidator<T>
    where T : IFormulaireDEtape
{
    protected ValidateurDEtape(EtapeDuDossier etape)
    {
        foreach (var champ in Rubrique.Toutes.Where(r => r.Etape == etape).SelectMany(r => r.Champs).Where(c => c.Controle is not null))
            Lire(champ);
    }

    private void Lire(Champ champ)
    {
        switch (champ.Lecture)
        {
            case Lecture.DeTexte texte:
                RuleFor(Controle<string?>(champ)).TexteLibre(texte.Maximum);
                break;
            case Lecture.DOuiNon:
                RuleFor(Controle<string?>(champ)).Must(v => v is null or "" or "oui" or "non").WithMessage("Répondez par oui ou par non.");
                break;
            case Lecture.DEntier:
                RuleFor(Controle<string?>(champ)).NombreEntier();
                break;
            case Lecture.DeJour:
                RuleFor(Controle<string?>(champ)).UneDate();
                break;
            case Lecture.DePart:
                RuleFor(Controle<string?>(champ)).PartEnPourCent();
                break;
            case Lecture.DeReponses { Plusieurs: true } reponses:
                RuleFor(Controle<List<string>>(champ))
                    .Must(l => l.TrueForAll(v => reponses.Valeurs.Contains(v)))
                    .WithMessage(reponses.Sinon);
                break;
            case Lecture.DeReponses reponses:
                RuleFor(Controle<string?>(champ))
                    .Must(v => string.IsNullOrEmpty(v) || reponses.Valeurs.Contains(v))
                    .WithMessage(reponses.Sinon);
                break;
            default:
                break;
        }
    }

    /// <summary>The property of the form that has the name of a control.</summary>
    /// <exception cref="ArgumentException">The form has none: it is forgotten there.</exception>
    private static Expression<Func<T, TValeur>> Controle<TValeur>(Champ champ)
    {
        if (typeof(T).GetProperty(champ.Controle!) is null)
            throw new ArgumentException($"{typeof(T).Name} n’a pas de propriété {champ.Controle}, que le champ {champ.Nom} attend.");
        var formulaire = Expression.Parameter(typeof(T), "f");
        return Expression.Lambda<Func<T, TValeur>>(Expression.Property(formulaire, champ.Controle!), formulaire);
    }
}
