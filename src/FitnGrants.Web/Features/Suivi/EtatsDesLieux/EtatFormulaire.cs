using System.Globalization;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Suivi.EtatsDesLieux;

/// <summary>A report, as typed.</summary>
public sealed record EtatFormulaire
{
    public int Revision { get; init; }

    /// <summary>Which report the page showed, and what it said: « 2 statut:1a2b3c4d … ».</summary>
    public string? Origine { get; init; }

    /// <summary>This very page, 32 hexadecimal digits.</summary>
    public string? Page { get; init; }
    public StatutDeProjet? Statut { get; init; }
    public string? AvancementPct { get; init; }
    public string? Avancement { get; init; }
    public string? Difficultes { get; init; }
    public string? DepensesPayees { get; init; }
    public string? MotifDeBaisse { get; init; }
    public List<PrevisionSaisie> Previsions { get; init; } = [];
    public List<EcheanceSaisie> Echeances { get; init; } = [];
    public List<EntrepriseSaisie> Entreprises { get; init; } = [];
    public bool AucuneEntreprise { get; init; }

    /// <summary>What a report says, as its form shows it: one field for each quarter to forecast.</summary>
    public static EtatFormulaire De(ContenuDEtat contenu, IReadOnlyList<Trimestre> trimestres, int revision) =>
        new()
        {
            Revision = revision,
            Page = Guid.NewGuid().ToString("N"),
            Statut = contenu.Statut,
            AvancementPct = contenu.AvancementPct?.ToString(CultureInfo.InvariantCulture),
            Avancement = contenu.Avancement,
            Difficultes = contenu.Difficultes,
            DepensesPayees = contenu.DepensesPayees is { } d ? Francais.Saisie(d) : null,
            MotifDeBaisse = contenu.MotifDeBaisse,
            Previsions =
            [
                .. trimestres
                    .Union(contenu.Previsions.Select(p => p.Trimestre))
                    .Order()
                    .Select(t => new PrevisionSaisie
                    {
                        Annee = t.Annee,
                        Rang = t.Rang,
                        Montant = contenu.Previsions.Where(p => p.Trimestre == t).Select(p => Francais.Saisie(p.Montant)).FirstOrDefault(),
                    }),
            ],
            Echeances =
            [
                .. contenu.Echeances.Select(e => new EcheanceSaisie
                {
                    Libelle = e.Libelle,
                    PrevueLe = Saisie.Texte(e.PrevueLe),
                    FaiteLe = Saisie.Texte(e.FaiteLe),
                }),
            ],
            Entreprises =
            [
                .. contenu.Entreprises.Select(e => new EntrepriseSaisie
                {
                    Nom = e.Nom,
                    Siren = e.Siren,
                    Departement = e.DepartementSiege,
                    Objet = e.Objet,
                    Montant = e.Montant is { } m ? Francais.Saisie(m) : null,
                    NotifieLe = Saisie.Texte(e.NotifieLe),
                }),
            ],
            AucuneEntreprise = contenu.AucuneEntreprise,
        };

    public ContenuDEtat Lu() =>
        new()
        {
            Statut = Statut,
            AvancementPct = Saisie.Entier(AvancementPct),
            Avancement = Saisie.Propre(Avancement),
            Difficultes = Saisie.Propre(Difficultes),
            DepensesPayees = Saisie.Montant(DepensesPayees),
            MotifDeBaisse = Saisie.Propre(MotifDeBaisse),
            Previsions =
            [
                .. Previsions
                    .Where(p => Saisie.Montant(p.Montant) is not null && p.EstUnTrimestre)
                    .Select(p => new Prevision(new Trimestre(p.Annee, p.Rang), Saisie.Montant(p.Montant)!.Value)),
            ],
            Echeances = [.. Echeances.Where(e => !e.EstVide).Select(e => e.Lue())],
            Entreprises = [.. Entreprises.Where(e => !e.EstVide).Select(e => e.Lue())],
            AucuneEntreprise = AucuneEntreprise,
        };

    /// <summary>What may be read of it while a field is half typed.</summary>
    public ContenuDEtat SansFautes() =>
        (
            this with
            {
                Echeances = [.. Echeances.Where(e => Saisie.Propre(e.Libelle) is not null && Saisie.Date(e.PrevueLe) is not null)],
                Entreprises = [.. Entreprises.Where(e => Saisie.Propre(e.Nom) is not null)],
            }
        ).Lu();

    /// <summary>Without a line that its button takes away.</summary>
    /// <param name="quoi">« echeance », « entreprise ».</param>
    /// <param name="rang">From 0.</param>
    public EtatFormulaire Sans(string quoi, int rang) =>
        quoi == "echeance"
            ? this with
            {
                Echeances = [.. Echeances.Where((_, i) => i != rang)],
            }
            : this with
            {
                Entreprises = [.. Entreprises.Where((_, i) => i != rang)],
            };

    /// <summary>With one more empty line.</summary>
    public EtatFormulaire Avec(string? quoi) =>
        quoi switch
        {
            "echeance" => this with { Echeances = [.. Echeances, new EcheanceSaisie()] },
            "entreprise" => this with { Entreprises = [.. Entreprises, new EntrepriseSaisie()] },
            _ => this,
        };
}

public sealed record PrevisionSaisie
{
    public int Annee { get; init; }
    public int Rang { get; init; }
    public string? Montant { get; init; }

    public bool EstUnTrimestre => Rang is >= 1 and <= 4 && Annee is >= 2000 and <= 2100;
}

public sealed record EcheanceSaisie
{
    public string? Libelle { get; init; }
    public string? PrevueLe { get; init; }
    public string? FaiteLe { get; init; }

    public bool EstVide => string.IsNullOrWhiteSpace(Libelle + PrevueLe + FaiteLe);

    public EcheanceDeProjet Lue() => new(Saisie.Propre(Libelle)!, Saisie.Date(PrevueLe)!.Value, Saisie.Date(FaiteLe));
}

public sealed record EntrepriseSaisie
{
    public string? Nom { get; init; }
    public string? Siren { get; init; }
    public string? Departement { get; init; }
    public string? Objet { get; init; }
    public string? Montant { get; init; }
    public string? NotifieLe { get; init; }

    public bool EstVide => string.IsNullOrWhiteSpace(Nom + Siren + Departement + Objet + Montant + NotifieLe);

    /// <summary>Nine digits; null where they are not.</summary>
    public string? LeSiren => Domain.Socle.Siren.TryParse(Siren, out var siren) ? siren.Valeur : null;

    public EntrepriseAttributaire Lue() =>
        new(Saisie.Propre(Nom)!, Saisie.Propre(Departement), Saisie.Montant(Montant))
        {
            Siren = LeSiren,
            Objet = Saisie.Propre(Objet),
            NotifieLe = Saisie.Date(NotifieLe),
        };
}

public sealed class EtatValidator : AbstractValidator<EtatFormulaire>
{
    private const int TexteAuPlus = 2000;

    public EtatValidator()
    {
        RuleFor(f => f.Page).Must(p => p is null || (p.Length == 32 && p.All(char.IsAsciiHexDigit)));
        RuleFor(f => f.AvancementPct)
            .Must(t => string.IsNullOrWhiteSpace(t) || Saisie.Entier(t) is >= 0 and <= 100)
            .WithMessage("Indiquez un nombre entier de 0 à 100.");
        RuleFor(f => f.Avancement).TexteLibre(TexteAuPlus);
        RuleFor(f => f.Difficultes).TexteLibre(TexteAuPlus);
        RuleFor(f => f.MotifDeBaisse).TexteLibre(400);
        RuleFor(f => f.DepensesPayees).MontantEnEuros();
        RuleForEach(f => f.Previsions).ChildRules(p => p.RuleFor(x => x.Montant).MontantEnEuros());
        RuleForEach(f => f.Echeances)
            .ChildRules(e =>
            {
                e.RuleFor(x => x.Libelle).TexteLibre(120);
                e.RuleFor(x => x.PrevueLe).UneDate();
                e.RuleFor(x => x.FaiteLe).UneDate();
                e.RuleFor(x => x.Libelle).NotEmpty().When(x => !x.EstVide).WithMessage("Dites ce qui est prévu ce jour-là.");
                e.RuleFor(x => x.PrevueLe).NotEmpty().When(x => !x.EstVide).WithMessage("Indiquez le jour prévu.");
            });
        RuleForEach(f => f.Entreprises)
            .ChildRules(e =>
            {
                e.RuleFor(x => x.Nom).TexteLibre(120);
                e.RuleFor(x => x.Objet).TexteLibre(200);
                e.RuleFor(x => x.Montant).MontantEnEuros();
                e.RuleFor(x => x.NotifieLe).UneDate();
                e.RuleFor(x => x.Siren)
                    .Must((x, s) => string.IsNullOrWhiteSpace(s) || x.LeSiren is not null)
                    .WithMessage("Ce n’est pas un SIREN : vérifiez les neuf chiffres. Laissez vide pour une entreprise étrangère.");
                e.RuleFor(x => x.Departement)
                    .Must(d => string.IsNullOrEmpty(d) || d == EntrepriseAttributaire.Etranger || Departements.Noms.ContainsKey(d))
                    .WithMessage("Choisissez un département de la liste.");
                e.RuleFor(x => x.Nom).NotEmpty().When(x => !x.EstVide && x.LeSiren is null).WithMessage("Indiquez le nom de l’entreprise.");
            });
    }
}

/// <summary>What who reads a report does of it.</summary>
public sealed record LectureFormulaire
{
    public int Revision { get; init; }
    public List<PointSaisi> Points { get; init; } = [];

    /// <summary>Something else to correct.</summary>
    public string? Autre { get; init; }

    /// <summary>Of a finding that is set aside.</summary>
    public string? Constat { get; init; }
    public Dictionary<string, string?> Motifs { get; init; } = [];

    /// <summary>What was ticked and written of a finding.</summary>
    public PointSaisi? De(string code) => Points.Find(p => p.Code == code);

    public IReadOnlyList<PointACorriger> LesPoints() =>
        [
            // What is written is meant, ticked or not.
            .. Points
                .Where(p => p.Coche || Saisie.Propre(p.Texte) is not null)
                .Select(p => new PointACorriger(Saisie.Propre(p.Champ), Saisie.Propre(p.Texte) ?? "")),
            .. Saisie.Propre(Autre) is { } autre ? new[] { new PointACorriger(null, autre) } : [],
        ];
}

/// <summary>One more report, asked beside the calendar.</summary>
public sealed record DemandeDEtatFormulaire
{
    public int Revision { get; init; }
    public string? AvantLe { get; init; }
    public string? Motif { get; init; }
}

public sealed class DemandeDEtatValidator : AbstractValidator<DemandeDEtatFormulaire>
{
    public DemandeDEtatValidator()
    {
        RuleFor(f => f.AvantLe).UneDate();
        RuleFor(f => f.Motif).TexteLibre(MotifValidator.Maximum);
    }
}

public sealed record PointSaisi
{
    public bool Coche { get; init; }

    /// <summary>Of its finding: the others move when one is set aside.</summary>
    public string? Code { get; init; }
    public string? Champ { get; init; }
    public string? Texte { get; init; }
}

public sealed class LectureValidator : AbstractValidator<LectureFormulaire>
{
    public LectureValidator()
    {
        RuleFor(f => f.Autre).TexteLibre(MotifValidator.Maximum);
        RuleForEach(f => f.Motifs.Values).TexteLibre(MotifValidator.Maximum).OverridePropertyName("Motifs");
        RuleForEach(f => f.Points)
            .ChildRules(p =>
            {
                p.RuleFor(x => x.Champ).TexteLibre(40);
                p.RuleFor(x => x.Code).TexteLibre(4);
                p.RuleFor(x => x.Texte).TexteLibre(400);
                p.RuleFor(x => x.Texte).NotEmpty().When(x => x.Coche).WithMessage("Dites ce qui est à corriger.");
            });
    }
}
