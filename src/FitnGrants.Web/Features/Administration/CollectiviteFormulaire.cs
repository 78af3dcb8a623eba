using System.Globalization;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Administration;

/// <summary>A collectivité that the public files do not hold: département, région, syndicat, PETR.</summary>
public sealed record CollectiviteSaisie
{
    public string? Siren { get; init; }
    public string? Nom { get; init; }
    public string? Nature { get; init; }
    public string? Departement { get; init; }
    public string? Region { get; init; }
    public string? Totale { get; init; }
    public string? Municipale { get; init; }
    public string? Annee { get; init; }

    public static readonly Reponse[] Natures =
    [
        .. Enum.GetValues<NatureJuridique>()
            .Select(n => new Reponse(n.ToString(), char.ToUpperInvariant(Libelles.Nature(n)[0]) + Libelles.Nature(n)[1..])),
    ];

    /// <summary>The collectivité; its figures are in force three years after their reference year, as INSEE's are.</summary>
    public Collectivite Creer()
    {
        _ = Domain.Socle.Siren.TryParse(Siren, out var siren);
        var annee = int.Parse(Annee!, CultureInfo.InvariantCulture);
        PopulationMillesime[] populations =
            Nombre(Totale) is null && Nombre(Municipale) is null
                ? []
                : [new PopulationMillesime(annee, new DateOnly(annee + 3, 1, 1), Nombre(Municipale), Nombre(Totale))];
        return Collectivite.Creer(
            siren.Valeur,
            Saisie.Propre(Nom)!,
            Enum.Parse<NatureJuridique>(Nature!),
            null,
            Departement!.Trim().ToUpperInvariant(),
            Region!.Trim(),
            populations
        );
    }

    public static bool EstUnNombre(string? texte) => string.IsNullOrWhiteSpace(texte) || Nombre(texte) is not null;

    private static int? Nombre(string? texte) =>
        int.TryParse(
            string.Concat((texte ?? "").Where(c => !char.IsWhiteSpace(c))),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var n
        )
            ? n
            : null;
}

public sealed class CollectiviteSaisieValidator : AbstractValidator<CollectiviteSaisie>
{
    public CollectiviteSaisieValidator()
    {
        RuleFor(f => f.Siren).Must(s => Siren.TryParse(s, out _)).WithMessage("SIREN invalide : vérifiez ses 9 chiffres.");
        RuleFor(f => f.Nom).NotEmpty().WithMessage("Indiquez le nom.").TexteLibre(200);
        RuleFor(f => f.Nature)
            .Must(n => Enum.GetNames<NatureJuridique>().Contains(n, StringComparer.Ordinal))
            .WithMessage("Choisissez la nature.");
        RuleFor(f => f.Departement)
            .Must(d => d?.Trim() is { Length: 2 or 3 } t && t.All(char.IsAsciiLetterOrDigit))
            .WithMessage("Indiquez le code du département, par exemple 68.");
        RuleFor(f => f.Region)
            .Must(r => r?.Trim() is { Length: 2 } t && t.All(char.IsAsciiDigit))
            .WithMessage("Indiquez le code de la région, par exemple 44.");
        RuleFor(f => f.Totale).Must(CollectiviteSaisie.EstUnNombre).WithMessage("Indiquez un nombre d’habitants.");
        RuleFor(f => f.Municipale).Must(CollectiviteSaisie.EstUnNombre).WithMessage("Indiquez un nombre d’habitants.");
        RuleFor(f => f.Annee)
            .Must(a => int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 2000 and <= 2100)
            .WithMessage("Indiquez l’année de référence, par exemple 2018.");
    }
}
