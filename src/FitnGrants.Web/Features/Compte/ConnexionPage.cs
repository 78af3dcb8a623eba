using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Compte;

public sealed record ConnexionFormulaire
{
    public string? Adresse
    {
        get;
        init => field = AdresseElectronique.Nette(value);
    }
    public string? MotDePasse { get; init; }
    public string? Retour { get; init; }
}

public sealed class ConnexionValidator : AbstractValidator<ConnexionFormulaire>
{
    public ConnexionValidator()
    {
        RuleFor(f => f.Adresse)
            .NotEmpty()
            .WithMessage("Indiquez votre adresse électronique.")
            .MaximumLength(200)
            .WithMessage("Cette adresse est trop longue.");
        RuleFor(f => f.MotDePasse)
            .NotEmpty()
            .WithMessage("Indiquez votre mot de passe.")
            .MaximumLength(200)
            .WithMessage("Ce mot de passe est trop long.");
    }
}

/// <summary>The form, and in demonstration the accounts, grouped by what people do.</summary>
public sealed record ConnexionPage(ConnexionFormulaire Formulaire, IReadOnlyList<ConnexionPage.Groupe> Groupes)
{
    public sealed record Groupe(string Titre, IReadOnlyList<Compte> Comptes);

    /// <param name="Adresse">Account.</param>
    /// <param name="Nom">What eyes read.</param>
    /// <param name="Suite">What the group's title already says, for ears.</param>
    /// <param name="Note">Second line.</param>
    public sealed record Compte(string Adresse, string Nom, string Suite, string? Note);

    public static async Task<ConnexionPage> ChargerAsync(
        FitnContext db,
        OptionsDemonstration demonstration,
        ConnexionFormulaire formulaire,
        CancellationToken arret
    )
    {
        if (!demonstration.Active)
            return new ConnexionPage(formulaire, []);
        var jour = JourDeParis.De(demonstration.Depart);
        string[] sirens = [.. ComptesDeDemonstration.Tous.Select(c => c.Siren).OfType<string>()];
        var notes = (await db.Collectivites.Where(c => sirens.Contains(c.Siren)).ToListAsync(arret)).ToDictionary(
            c => c.Siren,
            c => $"{c.Departement}, {Francais.Entier(c.PopulationAu(jour)?.Totale ?? 0)}{Francais.Insecable}hab.",
            StringComparer.Ordinal
        );
        return new ConnexionPage(
            formulaire,
            [
                .. ComptesDeDemonstration
                    .Tous.GroupBy(c => c.Groupe)
                    .Select(g => new Groupe(
                        g.Key,
                        [.. g.Select(c => new Compte(c.Adresse, c.Nom, c.Suite, c.Siren is { } s ? notes.GetValueOrDefault(s) : null))]
                    )),
            ]
        );
    }
}
