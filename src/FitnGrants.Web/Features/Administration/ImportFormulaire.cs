using System.Globalization;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Administration;

/// <summary>A file of figures, their year and the day they come into force.</summary>
public sealed record ImportFormulaire
{
    public IFormFile? Fichier { get; init; }
    public string? AnneeDeReference { get; init; }
    public string? EnVigueurLe { get; init; }

    /// <summary>The millésime that was typed; null as long as it cannot be read.</summary>
    public Millesime? Millesime() =>
        int.TryParse(AnneeDeReference, NumberStyles.None, CultureInfo.InvariantCulture, out var annee)
        && Saisie.Date(EnVigueurLe) is { } jour
            ? new Millesime(annee, jour)
            : null;
}

public sealed class ImportFormulaireValidator : AbstractValidator<ImportFormulaire>
{
    public ImportFormulaireValidator()
    {
        RuleFor(f => f.Fichier)
            .NotNull()
            .WithMessage("Choisissez un fichier CSV.")
            .Must(f => f is not { Length: 0 })
            .WithMessage("Ce fichier est vide.")
            .Must(f => f is not { Length: > FichierDuReferentiel.TailleMaximale })
            .WithMessage("Ce fichier dépasse 10 Mo.");
        RuleFor(f => f.AnneeDeReference)
            .Must(a => int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 2000 and <= 2100)
            .WithMessage("Indiquez l’année de référence, par exemple 2019.");
        RuleFor(f => f.EnVigueurLe).NotEmpty().WithMessage("Indiquez le jour d’entrée en vigueur.").UneDate();
        RuleFor(f => f.EnVigueurLe)
            .Must((f, _) => f.Millesime() is not { EstPlausible: false })
            .WithMessage(
                "Ce jour doit suivre l’année de référence, de cinq ans au plus : les populations 2019 sont en vigueur le 01/01/2022."
            );
    }
}
