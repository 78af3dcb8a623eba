using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A cost as typed; an empty line counts for nothing.</summary>
public sealed record DepenseSaisie
{
    public string? Libelle { get; init; }
    public string? Categorie { get; init; }
    public string? Montant { get; init; }
    public bool Eligible { get; init; }
    public string? PaysEditeur { get; init; }
    public string? JustificationLicence { get; init; }
    public string? Section { get; init; }
    public string? TauxTva { get; init; }
    public string? Motif { get; init; }

    public bool EstVide => string.IsNullOrWhiteSpace(Libelle) && string.IsNullOrWhiteSpace(Montant);
}

/// <summary>A resource as typed; an empty line counts for nothing.</summary>
public sealed record RessourceSaisie
{
    public string? Type { get; init; }
    public string? Financeur { get; init; }
    public string? Montant { get; init; }
    public string? Statut { get; init; }
    public bool Preuve { get; init; }

    public bool EstVide => string.IsNullOrWhiteSpace(Financeur) && string.IsNullOrWhiteSpace(Montant);
}

public sealed record FinancementFormulaire : IFormulaireDEtape
{
    public const int LignesAuPlus = 60;

    public int Revision { get; init; }
    public string? BaseTaxe { get; init; }
    public bool TvaNonRecuperable { get; init; }
    public List<DepenseSaisie> Depenses { get; init; } = [];
    public List<RessourceSaisie> Ressources { get; init; } = [];

    /// <param name="d">The dossier.</param>
    /// <param name="ajouter">« depense » or « ressource »: one more empty line.</param>
    public static FinancementFormulaire De(Dossier d, string? ajouter) => De(d.Contenu.Projet, d.Revision, ajouter);

    /// <inheritdoc cref="De(Dossier, string?)"/>
    public static FinancementFormulaire De(Projet p, int revision, string? ajouter)
    {
        var depenses = (p.Depenses ?? [])
            .Select(x => new DepenseSaisie
            {
                Libelle = x.Libelle,
                Categorie = x.Categorie.ToString(),
                Montant = x.Montant(p.BaseRetenue) is { } m ? Francais.Saisie(m) : null,
                Eligible = x.Eligible,
                PaysEditeur = x.PaysEditeur,
                JustificationLicence = x.JustificationLicence,
                Section = x.Section?.ToString(),
                TauxTva = x.TauxTva?.ToString("0.##", CultureInfo.GetCultureInfo("fr-FR")),
                Motif = x.MotifIneligibilite,
            })
            .ToList();
        var ressources = (p.Ressources ?? [])
            .Select(x => new RessourceSaisie
            {
                Type = x.Type.ToString(),
                Financeur = x.Financeur,
                Montant = x.Montant is { } m ? Francais.Saisie(m) : null,
                Statut = x.Statut?.ToString(),
                Preuve = x.Preuve == true,
            })
            .ToList();
        // Two lines to begin with, as most plans have.
        for (
            var manque =
                depenses.Count == 0 ? 2
                : ajouter == "depense" ? 1
                : 0;
            manque > 0;
            manque--
        )
            depenses.Add(new DepenseSaisie { Eligible = true, Categorie = nameof(CategorieDepense.Prestation) });
        if (ressources.Count == 0)
            ressources.Add(new RessourceSaisie { Type = nameof(TypeRessource.FITN), Statut = nameof(StatutRessource.Sollicite) });
        if (p.Ressources is null or { Length: 0 } || ajouter == "ressource")
            ressources.Add(new RessourceSaisie { Type = nameof(TypeRessource.Autofinancement), Statut = nameof(StatutRessource.Acquis) });
        return new FinancementFormulaire
        {
            Revision = revision,
            BaseTaxe = p.BaseRetenue.ToString(),
            TvaNonRecuperable = p.TvaNonRecuperable == true,
            Depenses = depenses,
            Ressources = ressources,
        };
    }

    public ContenuDossier Appliquer(ContenuDossier contenu)
    {
        // Not sent where it may not be written: it stays.
        var taxe = Enum.TryParse<BaseTaxe>(BaseTaxe, out var dite) ? dite : contenu.Projet.BaseRetenue;
        return contenu with
        {
            Projet = contenu.Projet with
            {
                BaseTaxe = taxe,
                TvaNonRecuperable = TvaNonRecuperable,
                Depenses = [.. Depenses.Where(d => !d.EstVide).Select(d => Ligne(d, taxe))],
                Ressources =
                [
                    .. Ressources
                        .Where(r => !r.EstVide)
                        .Select(r => new LigneRessource(
                            Enum.Parse<TypeRessource>(r.Type!),
                            Saisie.Propre(r.Financeur),
                            Saisie.Montant(r.Montant),
                            r.Statut is { Length: > 0 } s ? Enum.Parse<StatutRessource>(s) : null,
                            r.Preuve
                        )),
                ],
            },
        };
    }

    private static LigneDepense Ligne(DepenseSaisie d, BaseTaxe taxe)
    {
        var (lu, tva) = (MontantSaisi.Lire(d.Montant), Saisie.Part(d.TauxTva));
        // « 12 000 € HT » says its own basis.
        var @base = lu.Base ?? taxe;
        var (ht, ttc) = (
            AutreBase(lu.Montant, tva, @base == Domain.Dossiers.BaseTaxe.HT, versHT: true),
            AutreBase(lu.Montant, tva, @base == Domain.Dossiers.BaseTaxe.TTC, versHT: false)
        );
        var categorie = Enum.Parse<CategorieDepense>(d.Categorie!);
        // A licence alone has an editor: the field stays on the page, hidden, under another nature.
        return new LigneDepense(
            Saisie.Propre(d.Libelle) ?? "",
            categorie,
            ht,
            ttc,
            d.Eligible,
            categorie == CategorieDepense.Licence ? Saisie.Propre(d.PaysEditeur) : null
        )
        {
            Section = d.Section is { Length: > 0 } section ? Enum.Parse<SectionDepense>(section) : null,
            TauxTva = tva,
            MotifIneligibilite = d.Eligible ? null : Saisie.Propre(d.Motif),
            JustificationLicence = categorie == CategorieDepense.Licence ? Saisie.Propre(d.JustificationLicence) : null,
        };
    }

    /// <summary>The amount on a basis: as typed, or through the rate of VAT where one is given.</summary>
    private static Euros? AutreBase(Euros? montant, decimal? tva, bool saisi, bool versHT)
    {
        if (saisi || montant is not { } m)
            return montant;
        if (tva is not { } taux)
            return null;
        var facteur = 1m + taux / 100m;
        return Euros.Arrondir(versHT ? m.Montant / facteur : Math.Min(m.Montant * facteur, Euros.Maximum));
    }
}

public sealed class FinancementValidator : AbstractValidator<FinancementFormulaire>
{
    public FinancementValidator()
    {
        RuleFor(f => f.BaseTaxe)
            .Must(b => b is "HT" or "TTC")
            .WithMessage("Dites si les montants sont hors taxes ou toutes taxes comprises.");
        RuleFor(f => f.Depenses)
            .Must(d => d.Count <= FinancementFormulaire.LignesAuPlus)
            .WithMessage($"Un plan a {FinancementFormulaire.LignesAuPlus} lignes de dépenses au plus.");
        RuleFor(f => f.Ressources)
            .Must(d => d.Count <= FinancementFormulaire.LignesAuPlus)
            .WithMessage($"Un plan a {FinancementFormulaire.LignesAuPlus} lignes de ressources au plus.");
        RuleFor(f => f).Custom(DireLaBase);
        RuleForEach(f => f.Depenses).SetValidator(new DepenseValidator());
        RuleForEach(f => f.Ressources).SetValidator(new RessourceValidator());
    }

    /// <summary>An amount written on the other basis is converted by the VAT of its line; without it, it is asked.</summary>
    private static void DireLaBase(FinancementFormulaire formulaire, ValidationContext<FinancementFormulaire> contexte)
    {
        if (!Enum.TryParse<BaseTaxe>(formulaire.BaseTaxe, out var duPlan))
            return;
        foreach (var (depense, rang) in formulaire.Depenses.Select((d, i) => (d, i)).Where(d => !d.d.EstVide))
            if (MontantSaisi.Lire(depense.Montant).Base is { } dite && dite != duPlan && Saisie.Part(depense.TauxTva) is null)
                contexte.AddFailure(
                    $"Depenses[{rang}].Montant",
                    $"Ce montant est écrit {Mots(dite)}, et le plan est {Mots(duPlan)} : donnez le taux de TVA de la ligne, "
                        + $"ou le montant {Mots(duPlan)}."
                );
    }

    private static string Mots(BaseTaxe taxe) => taxe == BaseTaxe.HT ? "hors taxes" : "toutes taxes comprises";

    private sealed class DepenseValidator : AbstractValidator<DepenseSaisie>
    {
        public DepenseValidator()
        {
            When(
                d => !d.EstVide,
                () =>
                {
                    RuleFor(d => d.Libelle).NotEmpty().WithMessage("Dites ce que paie cette dépense.").TexteLibre(200);
                    RuleFor(d => d.Montant).NotEmpty().WithMessage("Indiquez le montant de cette dépense.").MontantEnEuros();
                    RuleFor(d => d.Categorie)
                        .IsEnumName(typeof(CategorieDepense))
                        .WithMessage("Choisissez la nature de la dépense.")
                        .NotEmpty()
                        .WithMessage("Choisissez la nature de la dépense.");
                    RuleFor(d => d.PaysEditeur)
                        .Must(p => string.IsNullOrEmpty(p) || Pays.Noms.ContainsKey(p))
                        .WithMessage("Choisissez un pays de la liste.");
                    RuleFor(d => d.Section)
                        .Must(x => string.IsNullOrEmpty(x) || Enum.GetNames<SectionDepense>().Contains(x, StringComparer.Ordinal))
                        .WithMessage("Choisissez investissement ou fonctionnement.");
                    RuleFor(d => d.TauxTva)
                        .PartEnPourCent("Indiquez un taux de TVA entre 0 et 100, avec deux décimales au plus : par exemple 20.");
                    RuleFor(d => d.Motif).TexteLibre(500);
                    RuleFor(d => d.JustificationLicence).TexteLibre(500);
                }
            );
        }
    }

    private sealed class RessourceValidator : AbstractValidator<RessourceSaisie>
    {
        public RessourceValidator()
        {
            When(
                r => !r.EstVide,
                () =>
                {
                    RuleFor(r => r.Type)
                        .IsEnumName(typeof(TypeRessource))
                        .WithMessage("Choisissez l’origine de la ressource.")
                        .NotEmpty()
                        .WithMessage("Choisissez l’origine de la ressource.");
                    RuleFor(r => r.Financeur).TexteLibre(200);
                    RuleFor(r => r.Montant).NotEmpty().WithMessage("Indiquez le montant de cette ressource.").MontantEnEuros();
                    RuleFor(r => r.Statut)
                        .Must(s => string.IsNullOrEmpty(s) || Enum.GetNames<StatutRessource>().Contains(s, StringComparer.Ordinal))
                        .WithMessage("Choisissez le statut de la ressource.");
                }
            );
        }
    }
}
