using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Administration;

/// <summary>What a service says of itself, from a day on.</summary>
public sealed record FicheDeServiceFormulaire
{
    public int Revision { get; init; }
    public string? Nom { get; init; }
    public string? Direction { get; init; }

    /// <summary>Lines of the postal address, before its postcode.</summary>
    public string? Lignes { get; init; }
    public string? CodePostal { get; init; }
    public string? Ville { get; init; }
    public string? Telephone { get; init; }
    public string? Courriel
    {
        get;
        init => field = AdresseElectronique.Nette(value);
    }
    public string? Suivi { get; init; }
    public string? Lieu { get; init; }
    public string? Siret { get; init; }
    public string? Territoire { get; init; }
    public string? SecondTitre { get; init; }
    public string? Tribunal { get; init; }
    public string? AdresseDuTribunal { get; init; }
    public string? Ministre { get; init; }
    public string? Comptable { get; init; }
    public string? Imputation { get; init; }
    public bool EnteteImprime { get; init; }
    public bool LettresALaMain { get; init; }

    /// <summary>First day on which it is so.</summary>
    public string? Du { get; init; }

    public static FicheDeServiceFormulaire De(ServiceEmetteur? service, string nom, DateOnly jour)
    {
        var fiche = service?.Au(jour) ?? new FicheDeService { Nom = nom };
        return new()
        {
            Revision = service?.Revision ?? 0,
            Nom = fiche.Nom,
            Direction = fiche.Direction,
            Lignes = string.Join('\n', fiche.Lignes),
            CodePostal = fiche.CodePostal,
            Ville = fiche.Ville,
            Telephone = fiche.Telephone,
            Courriel = fiche.Courriel,
            Suivi = fiche.Suivi,
            Lieu = fiche.Lieu,
            Siret = fiche.Siret,
            Territoire = fiche.Territoire,
            SecondTitre = fiche.SecondTitre,
            Tribunal = fiche.Tribunal,
            AdresseDuTribunal = fiche.AdresseDuTribunal,
            Ministre = fiche.Ministre,
            Comptable = fiche.Comptable,
            Imputation = fiche.Imputation,
            EnteteImprime = fiche.EnteteImprime,
            LettresALaMain = fiche.LettresALaMain,
            Du = Francais.Date(jour),
        };
    }

    public FicheDeService Fiche() =>
        new()
        {
            Nom = Saisie.Propre(Nom),
            Direction = Saisie.Propre(Direction),
            Lignes = [.. (Saisie.Propre(Lignes) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            CodePostal = Saisie.Propre(CodePostal),
            Ville = Saisie.Propre(Ville),
            Telephone = Saisie.Propre(Telephone),
            Courriel = Saisie.Propre(Courriel),
            Suivi = Saisie.Propre(Suivi),
            Lieu = Saisie.Propre(Lieu),
            Siret = Domain.Socle.Siret.TryParse(Siret, out var siret) ? siret.Valeur : null,
            Territoire = Saisie.Propre(Territoire),
            SecondTitre = Saisie.Propre(SecondTitre),
            Tribunal = Saisie.Propre(Tribunal),
            AdresseDuTribunal = Saisie.Propre(AdresseDuTribunal),
            Ministre = Saisie.Propre(Ministre),
            Comptable = Saisie.Propre(Comptable),
            Imputation = Saisie.Propre(Imputation),
            EnteteImprime = EnteteImprime,
            LettresALaMain = LettresALaMain,
        };
}

public sealed class FicheDeServiceValidator : AbstractValidator<FicheDeServiceFormulaire>
{
    private const int LignesAuPlus = 4;

    public FicheDeServiceValidator()
    {
        RuleFor(f => f.Nom).NotEmpty().WithMessage("Indiquez le nom du service.").TexteLibre(120);
        RuleFor(f => f.Direction).TexteLibre(160);
        RuleFor(f => f.Lignes).TexteLibre(300);
        RuleFor(f => f.Lignes)
            .Must(l => (l ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length <= LignesAuPlus)
            .WithMessage($"L’adresse a {LignesAuPlus} lignes au plus, avant le code postal.");
        RuleFor(f => f.CodePostal)
            .Must(c => string.IsNullOrWhiteSpace(c) || (c.Trim() is { Length: 5 } t && t.All(char.IsAsciiDigit)))
            .WithMessage("Un code postal a cinq chiffres.");
        RuleFor(f => f.Ville).TexteLibre(80);
        RuleFor(f => f.Telephone).TexteLibre(60);
        RuleFor(f => f.Courriel).UneAdresse();
        RuleFor(f => f.Suivi).TexteLibre(160);
        RuleFor(f => f.Lieu).TexteLibre(60);
        RuleFor(f => f.Siret)
            .Must(s => string.IsNullOrWhiteSpace(s) || Siret.TryParse(s, out _))
            .WithMessage("SIRET invalide : vérifiez ses 14 chiffres.");
        RuleFor(f => f.Territoire).TexteLibre(80);
        RuleFor(f => f.SecondTitre).TexteLibre(80);
        RuleFor(f => f.Tribunal).TexteLibre(120);
        RuleFor(f => f.AdresseDuTribunal).TexteLibre(200);
        RuleFor(f => f.Ministre).TexteLibre(120);
        RuleFor(f => f.Comptable).TexteLibre(200);
        RuleFor(f => f.Imputation).TexteLibre(200);
        RuleFor(f => f.Du).NotEmpty().WithMessage("Indiquez le premier jour.").UneDate();
    }
}

/// <summary>Who signs, in whose name, from a day to another.</summary>
public sealed record SignataireFormulaire
{
    public int Revision { get; init; }
    public Civilite? Civilite { get; init; }
    public string? Prenom { get; init; }
    public string? NomDeFamille { get; init; }
    public string? Qualite { get; init; }
    public ModeDeSignature? Mode { get; init; }
    public string? Numero { get; init; }
    public string? DateDuTexte { get; init; }
    public string? Recueil { get; init; }
    public List<NatureDeSignature> Natures { get; init; } = [];
    public string? Plafond { get; init; }
    public string? SigneDu { get; init; }
    public string? SigneAu { get; init; }

    public Signataire Signataire() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Civilite = Civilite!.Value,
            Prenom = Saisie.Propre(Prenom)!,
            Nom = Saisie.Propre(NomDeFamille)!,
            Qualite =
                Saisie.Propre(Qualite) is { } dite ? Francais.Minuscule(dite)
                : Civilite == Domain.Socle.Civilite.Madame ? "préfète"
                : "préfet",
            Mode = Mode!.Value,
            Texte = Domain.Services.Signataire.VeutUnTexte(Mode.Value)
                ? new TexteDeDelegation(Saisie.Propre(Numero)!, Saisie.Date(DateDuTexte)!.Value, Saisie.Propre(Recueil))
                : null,
            Natures = [.. Natures.Distinct()],
            Plafond = Saisie.Montant(Plafond),
            Du = Saisie.Date(SigneDu)!.Value,
            Au = Saisie.Date(SigneAu),
        };
}

public sealed class SignataireValidator : AbstractValidator<SignataireFormulaire>
{
    public SignataireValidator()
    {
        RuleFor(f => f.Civilite).NotNull().IsInEnum().WithMessage("Choisissez Madame ou Monsieur.");
        RuleFor(f => f.Prenom).NotEmpty().WithMessage("Indiquez le prénom.").TexteLibre(80);
        RuleFor(f => f.NomDeFamille).NotEmpty().WithMessage("Indiquez le nom.").TexteLibre(80);
        RuleFor(f => f.Mode).NotNull().IsInEnum().WithMessage("Choisissez au nom de qui cette personne signe.");
        RuleFor(f => f.Qualite).TexteLibre(160);
        RuleFor(f => f.Qualite)
            .NotEmpty()
            .When(f => f.Mode is not (null or ModeDeSignature.Titulaire or ModeDeSignature.Interim))
            .WithMessage("Indiquez la fonction, par exemple « secrétaire général ».");
        When(
            f => f.Mode is { } mode && Signataire.VeutUnTexte(mode),
            () =>
            {
                RuleFor(f => f.Numero).NotEmpty().WithMessage("Indiquez le numéro de l’arrêté.").TexteLibre(80);
                RuleFor(f => f.DateDuTexte).NotEmpty().WithMessage("Indiquez le jour de l’arrêté.").UneDate();
                RuleFor(f => f.Recueil).TexteLibre(160);
                RuleFor(f => f.SigneDu)
                    .Must((f, du) => !(Saisie.Date(f.DateDuTexte) > Saisie.Date(du)))
                    .WithMessage("Une délégation commence au plus tôt le jour de l’arrêté qui la donne.");
            }
        );
        RuleFor(f => f.Natures).NotEmpty().WithMessage("Choisissez ce que cette personne signe.");
        RuleForEach(f => f.Natures).IsInEnum();
        RuleFor(f => f.Plafond).MontantEnEuros();
        RuleFor(f => f.SigneDu).NotEmpty().WithMessage("Indiquez le premier jour.").UneDate();
        RuleFor(f => f.SigneAu).UneDate();
        RuleFor(f => f.SigneAu)
            .Must((f, au) => !(Saisie.Date(au) < Saisie.Date(f.SigneDu)))
            .WithMessage("Le dernier jour vient après le premier.");
    }
}

/// <summary>The last day of a signature.</summary>
public sealed record FinDeSignatureFormulaire
{
    public int Revision { get; init; }
    public string? Au { get; init; }
}

public sealed class FinDeSignatureValidator : AbstractValidator<FinDeSignatureFormulaire>
{
    public FinDeSignatureValidator() => RuleFor(f => f.Au).NotEmpty().WithMessage("Indiquez le dernier jour.").UneDate();
}
