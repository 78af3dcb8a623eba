using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FluentValidation;

namespace FitnGrants.Web.Features.Administration;

/// <summary>A text to verify, typed or sent as a file; the file wins.</summary>
public sealed record NouvelleVersionFormulaire
{
    public string? Texte { get; init; }
    public IFormFile? Fichier { get; init; }

    /// <summary>The text sent; null when the file is too long to be read.</summary>
    public async Task<string?> ContenuAsync(CancellationToken arret)
    {
        if (Fichier is not { Length: > 0 })
            return VerificationDeReglement.Normaliser(Texte);
        if (Fichier.Length > VerificationDeReglement.Maximum)
            return null;
        using var lecteur = new StreamReader(Fichier.OpenReadStream());
        return VerificationDeReglement.Normaliser(await lecteur.ReadToEndAsync(arret));
    }
}

/// <summary>A verified text to publish: it comes back with the form, and is verified again.</summary>
public sealed record PublicationFormulaire
{
    public string? Texte { get; init; }
    public string? Le { get; init; }
    public bool Confirme { get; init; }

    /// <summary>Version in force when the preview was made.</summary>
    public string? Precedente { get; init; }
}

public sealed class PublicationValidator : AbstractValidator<PublicationFormulaire>
{
    public PublicationValidator()
    {
        RuleFor(f => f.Le)
            .Cascade(CascadeMode.Stop)
            .NotEmpty()
            .WithMessage("Indiquez le jour à partir duquel cette version juge.")
            .UneDate();
    }
}

/// <summary>The text to correct, with its faults.</summary>
public sealed record NouvelleVersionPage(Reglement EnVigueur, string? Texte, ImmutableArray<ErreurDeReglement> Erreurs);

/// <summary>What publishing would do. Nothing is stored: the text goes with the page.</summary>
public sealed record ApercuPage(
    Reglement EnVigueur,
    VerificationDeReglement Verifie,
    ImmutableArray<Difference> Differences,
    Effets Effets,
    IReadOnlyList<Publication> AVenir,
    PublicationFormulaire Formulaire
)
{
    /// <summary>« 12 dossiers changeraient de constat »</summary>
    public string Titre =>
        Effets.Total switch
        {
            0 => "Aucun dossier ne changerait de constat",
            1 => "1 dossier changerait de constat",
            _ => Francais.Entier(Effets.Total) + " dossiers changeraient de constat",
        };
}
