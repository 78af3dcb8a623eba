using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Features.Shared;
using FluentValidation;

namespace FitnGrants.Web.Features.Simulateur;

/// <summary>What the simulator asks. Everything but the collectivité may be left out.</summary>
public sealed record SimulateurFormulaire
{
    public string? Collectivite { get; init; }
    public string? Siren { get; init; }
    public string? Cout { get; init; }
    public string? Montant { get; init; }
    public Thematique? Thematique { get; init; }
    public NatureAppui? Appui { get; init; }
    public EtatAvancement? Avancement { get; init; }
    public string? Effet { get; init; }
    public string? Acte { get; init; }
    public string? Urbanisme { get; init; }
    public string? Laboratoire { get; init; }

    /// <summary>True when nothing was asked yet.</summary>
    public bool EstVide => string.IsNullOrWhiteSpace(Collectivite) && string.IsNullOrWhiteSpace(Siren) && Cout is null;

    /// <summary>The project that these answers describe; what is not said stays unknown.</summary>
    public Projet Projet()
    {
        var (cout, montant) = (Saisie.Montant(Cout), Saisie.Montant(Montant));
        return new Projet
        {
            Thematiques = Thematique is { } t ? [t] : null,
            NaturesAppui = Appui is { } a ? [a] : null,
            EtatAvancement = Avancement,
            Urbanisme = Urbanisme switch { "oui" => true, "non" => false, _ => null },
            Laboratoire = Laboratoire switch { "oui" => new Laboratoire("Votre laboratoire", true), "non" => new Laboratoire(null, false), _ => null },
            Depenses = cout is { } c ? [new LigneDepense("Projet", CategorieDepense.Developpement, c, null, true, null)] : null,
            Ressources = montant is { } m ? Ressources(m, cout) : null,
            DateEffetConcret = Saisie.Date(Effet),
            DatePremierActeJuridique = Saisie.Date(Acte),
        };
    }

    private static System.Collections.Immutable.ImmutableArray<LigneRessource> Ressources(Euros montant, Euros? cout)
    {
        var fonds = new LigneRessource(TypeRessource.FITN, null, montant, StatutRessource.Sollicite, null);
        return cout > montant
            ? [fonds, new LigneRessource(TypeRessource.Autofinancement, null, cout.Value - montant, StatutRessource.Acquis, null)]
            : [fonds];
    }
}

public sealed class SimulateurValidator : AbstractValidator<SimulateurFormulaire>
{
    public SimulateurValidator()
    {
        RuleFor(f => f.Collectivite).Cascade(CascadeMode.Stop).NotEmpty().When(f => string.IsNullOrWhiteSpace(f.Siren))
            .WithMessage("Indiquez votre collectivité : son nom, son code Insee, son SIREN ou son SIRET.").TexteLibre(100);
        RuleFor(f => f.Cout).MontantEnEuros();
        RuleFor(f => f.Montant).MontantEnEuros();
        RuleFor(f => f.Effet).UneDate();
        RuleFor(f => f.Acte).UneDate();
    }
}
