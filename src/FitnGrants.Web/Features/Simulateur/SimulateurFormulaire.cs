using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;
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
    public string? Methode { get; init; }
    public string? Beneficiaires { get; init; }
    public string? Duree { get; init; }
    public string? Qualite { get; init; }

    /// <summary>« oui » to show every rule, for printing.</summary>
    public string? Detail { get; init; }

    /// <summary>True when nothing was asked yet.</summary>
    public bool EstVide => string.IsNullOrWhiteSpace(Collectivite) && string.IsNullOrWhiteSpace(Siren) && Cout is null;

    /// <summary>The whole simulation as an address: it can be shared, printed, and opened as a draft.</summary>
    public string Adresse(string chemin = Adresses.Simulateur, string? dispositif = null) =>
        chemin
        + QueryString.Create(
            Reponses.Prepend(KeyValuePair.Create("dispositif", dispositif)).Where(p => !string.IsNullOrWhiteSpace(p.Value))
        );

    /// <summary>Every answer by its field's name; those not given are null.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Reponses =>
        [
            new(nameof(Siren), Siren),
            new(nameof(Collectivite), Collectivite),
            new(nameof(Cout), Cout),
            new(nameof(Montant), Montant),
            new(nameof(Thematique), Thematique?.ToString()),
            new(nameof(Appui), Appui?.ToString()),
            new(nameof(Avancement), Avancement?.ToString()),
            new(nameof(Effet), Effet),
            new(nameof(Acte), Acte),
            new(nameof(Urbanisme), Urbanisme),
            new(nameof(Laboratoire), Laboratoire),
            new(nameof(Methode), Methode),
            new(nameof(Beneficiaires), Beneficiaires),
            new(nameof(Duree), Duree),
            new(nameof(Qualite), Qualite),
            new(nameof(Detail), Detail),
        ];

    /// <summary>The project that these answers describe; what is not said stays unknown.</summary>
    public Projet Projet()
    {
        var (cout, montant) = (Saisie.Montant(Cout), Saisie.Montant(Montant));
        return new Projet
        {
            Thematiques = Thematique is { } t ? [t] : null,
            NaturesAppui = Appui is { } a ? [a] : null,
            EtatAvancement = Avancement,
            Urbanisme = Urbanisme switch
            {
                "oui" => true,
                "non" => false,
                _ => null,
            },
            Laboratoire = Laboratoire switch
            {
                "oui" => new Laboratoire("Votre laboratoire", true),
                "non" => new Laboratoire(null, false),
                _ => null,
            },
            MethodeParticipative = Methode switch
            {
                "oui" => ADecrire,
                "non" => "",
                _ => null,
            },
            Indicateurs = Mesures(),
            Depenses = cout is { } c ? [new LigneDepense("Projet", CategorieDepense.Developpement, c, null, true, null)] : null,
            Ressources = montant is { } m ? Ressources(m, cout) : null,
            DateEffetConcret = Saisie.Date(Effet),
            DatePremierActeJuridique = Saisie.Date(Acte),
        };
    }

    /// <summary>What a draft can start from: the answers, without what only a simulation may take as said.</summary>
    public Projet Brouillon()
    {
        var projet = Projet();
        return projet with
        {
            MethodeParticipative = null,
            Indicateurs = projet.Indicateurs is { } i ? i with { Efficacite = null, Animation = null } : null,
            Laboratoire = projet.Laboratoire is { } labo ? labo with { Nom = null } : null,
        };
    }

    private const string ADecrire = "À décrire dans le dossier.";

    private Indicateurs? Mesures()
    {
        var texte = Qualite switch
        {
            "oui" => ADecrire,
            "non" => "",
            _ => (string?)null,
        };
        var (nombre, duree) = (Saisie.Entier(Beneficiaires), Saisie.Entier(Duree));
        return texte is null && nombre is null && duree is null ? null : new Indicateurs(texte, null, nombre, duree, texte);
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
        RuleFor(f => f.Collectivite)
            .Cascade(CascadeMode.Stop)
            .NotEmpty()
            .When(f => string.IsNullOrWhiteSpace(f.Siren))
            .WithMessage("Indiquez votre collectivité : son nom, son code Insee, son SIREN ou son SIRET.")
            .TexteLibre(100);
        RuleFor(f => f.Cout).MontantEnEuros();
        RuleFor(f => f.Cout)
            .Must(c => MontantSaisi.Lire(c).Base != BaseTaxe.TTC)
            .WithMessage("Ce coût est écrit toutes taxes comprises : indiquez-le hors taxes.");
        RuleFor(f => f.Montant).MontantEnEuros();
        RuleFor(f => f.Effet).UneDate();
        RuleFor(f => f.Acte).UneDate();
        RuleFor(f => f.Beneficiaires).NombreEntier();
        RuleFor(f => f.Duree).NombreEntier();
    }
}
