using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Dispositifs;

/// <summary>What the test of a sheet asks; all of it is in the address.</summary>
public sealed record OrientationFormulaire
{
    /// <summary>Collectivités that a list may hold: more would not fit an address.</summary>
    public const int Maximum = 200;

    /// <summary>The collectivité to add, as typed.</summary>
    public string? Collectivite { get; init; }

    /// <summary>The collectivité to add, as chosen among the suggestions.</summary>
    public string? Siren { get; init; }

    /// <summary>The collectivités already in the list: « 216800664-213502388 ».</summary>
    public string? Sirens { get; init; }

    /// <summary>« oui » or « non »: does the project cover a whole département?</summary>
    public string? Departement { get; init; }

    public Recruteur? Structure { get; init; }

    /// <summary>The SIREN of the list, in order; what is not one is left out.</summary>
    public ImmutableArray<string> Liste =>
        [.. (Sirens ?? "").Split('-').Where(s => s.Length == 9 && s.All(char.IsAsciiDigit)).Distinct(StringComparer.Ordinal).Take(Maximum)];

    /// <summary>The answer about the département; null when there is none.</summary>
    public bool? CouvreUnDepartement =>
        Departement switch
        {
            "oui" => true,
            "non" => false,
            _ => null,
        };

    /// <summary>True when a collectivité is to be added.</summary>
    public bool Ajoute => !string.IsNullOrWhiteSpace(Collectivite) || !string.IsNullOrWhiteSpace(Siren);

    /// <summary>The address of the same test over another list.</summary>
    public string Adresse(string code, IEnumerable<string> sirens) =>
        Adresses.Dispositifs.Un(code)
        + QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["sirens"] = string.Join('-', sirens),
                ["departement"] = Departement,
            }.Where(p => !string.IsNullOrEmpty(p.Value))
        )
        + "#orientation";
}

public sealed class OrientationValidator : AbstractValidator<OrientationFormulaire>
{
    public OrientationValidator()
    {
        RuleFor(f => f.Collectivite).TexteLibre(100);
        RuleFor(f => f.Siren).TexteLibre(100).OverridePropertyName(nameof(OrientationFormulaire.Collectivite));
        RuleFor(f => f.Departement).Must(d => d is null or "" or "oui" or "non").WithMessage("Répondez par oui ou par non.");
    }
}
