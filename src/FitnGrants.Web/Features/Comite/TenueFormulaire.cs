using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;
using FluentValidation;

namespace FitnGrants.Web.Features.Comite;

/// <summary>What the minutes need beside the decisions: how the session was held, and what was said on each point.</summary>
public sealed record TenueFormulaire
{
    public int Revision { get; init; }
    public string? ConvoqueeLe { get; init; }
    public string? Lieu { get; init; }

    public string? PremierPointA { get; init; }
    public string? MinutesParPoint { get; init; }

    /// <summary>« 9 h 05 »; nothing where it began when it was opened here.</summary>
    public string? DebutA { get; init; }
    public string? FinA { get; init; }
    public Civilite? PresidentCivilite { get; init; }
    public string? PresidentPrenom { get; init; }
    public string? PresidentNom { get; init; }
    public string? PresidentQualite { get; init; }
    public Civilite? SecretaireCivilite { get; init; }
    public string? SecretairePrenom { get; init; }
    public string? SecretaireNom { get; init; }
    public string? SecretaireQualite { get; init; }
    public string? Quorum { get; init; }
    public string? SourceDuQuorum { get; init; }
    public Dictionary<string, Presence?> Presences { get; init; } = [];
    public Dictionary<string, MembreSaisi> Membres { get; init; } = [];
    public List<ParticipantSaisi> Participants { get; init; } = [];
    public List<DeliberationSaisie> Points { get; init; } = [];

    /// <summary>Lines for others, beyond those that are filled.</summary>
    private const int LignesLibres = 3;

    public static TenueFormulaire De(Seance seance) =>
        new()
        {
            Revision = seance.Revision,
            ConvoqueeLe = seance.Tenue.ConvoqueeLe is { } le ? Francais.Date(le) : null,
            Lieu = seance.Tenue.Lieu,
            PremierPointA = seance.Tenue.PremierPointA is { } premier ? Francais.Heure(premier) : null,
            MinutesParPoint = Texte(seance.Tenue.MinutesParPoint),
            DebutA = seance.Tenue.DebutA is { } debut ? Francais.Heure(debut) : null,
            FinA = seance.Tenue.FinA is { } fin ? Francais.Heure(fin) : null,
            PresidentCivilite = seance.Tenue.President?.Civilite,
            PresidentPrenom = seance.Tenue.President?.Prenom,
            PresidentNom = seance.Tenue.President?.Nom,
            PresidentQualite = seance.Tenue.President?.Qualite,
            SecretaireCivilite = seance.Tenue.Secretaire?.Civilite,
            SecretairePrenom = seance.Tenue.Secretaire?.Prenom,
            SecretaireNom = seance.Tenue.Secretaire?.Nom,
            SecretaireQualite = seance.Tenue.Secretaire?.Qualite,
            Quorum = seance.Tenue.Quorum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            SourceDuQuorum = seance.Tenue.SourceDuQuorum,
            Membres = seance.Tenue.Membres.ToDictionary(m => m.Code, m => new MembreSaisi { Qualite = m.Qualite, MandatA = m.MandatA }),
            Participants =
            [
                .. seance.Tenue.Participants.Select(p => new ParticipantSaisi
                {
                    Organisme = p.Organisme,
                    Qualite = p.Qualite,
                    SansVoix = p.SansVoix,
                }),
                .. Enumerable.Repeat(new ParticipantSaisi(), LignesLibres),
            ],
            Points =
            [
                .. seance
                    .Points.Where(p => p.Etat != EtatPoint.Retire)
                    .OrderBy(p => p.Ordre)
                    .Select(p => new DeliberationSaisie
                    {
                        Dossier = p.DossierId,
                        Debat = p.Deliberation?.Debat,
                        Pour = Texte(p.Deliberation?.Vote?.Pour),
                        Contre = Texte(p.Deliberation?.Vote?.Contre),
                        Abstentions = Texte(p.Deliberation?.Vote?.Abstentions),
                        Desaccord = p.Deliberation?.Vote?.Desaccord,
                    }),
            ],
        };

    public Tenue Tenue() =>
        new()
        {
            ConvoqueeLe = Saisie.Date(ConvoqueeLe),
            Lieu = Saisie.Propre(Lieu),
            PremierPointA = Saisie.Heure(PremierPointA),
            MinutesParPoint = Saisie.Entier(MinutesParPoint),
            DebutA = Saisie.Heure(DebutA),
            FinA = Saisie.Heure(FinA),
            President = Personne(PresidentCivilite, PresidentPrenom, PresidentNom, PresidentQualite),
            Secretaire = Personne(SecretaireCivilite, SecretairePrenom, SecretaireNom, SecretaireQualite),
            Quorum = Saisie.Entier(Quorum),
            SourceDuQuorum = Saisie.Propre(SourceDuQuorum),
            Membres =
            [
                .. Membres
                    .Select(m => new PrecisionDeMembre(m.Key, Saisie.Propre(m.Value.Qualite), Saisie.Propre(m.Value.MandatA)))
                    .Where(m => m.Qualite is not null || m.MandatA is not null),
            ],
            Participants =
            [
                .. Participants
                    .Where(p => Saisie.Propre(p.Organisme) is not null)
                    .Select(p => new Participant(Saisie.Propre(p.Organisme)!, Saisie.Propre(p.Qualite) ?? "", p.SansVoix)),
            ],
        };

    /// <summary>All four, or nobody: the validator says which is missing.</summary>
    private static PersonneDeSeance? Personne(Civilite? civilite, string? prenom, string? nom, string? qualite) =>
        civilite is { } c && Saisie.Propre(prenom) is { } p && Saisie.Propre(nom) is { } n && Saisie.Propre(qualite) is { } q
            ? new PersonneDeSeance(p, n, Francais.Minuscule(q), c)
            : null;

    private static string? Texte(int? nombre) => nombre?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A member, beside its presence.</summary>
public sealed record MembreSaisi
{
    public string? Qualite { get; init; }
    public string? MandatA { get; init; }
}

/// <summary>Somebody who was there and does not sit.</summary>
public sealed record ParticipantSaisi
{
    public string? Organisme { get; init; }
    public string? Qualite { get; init; }
    public bool SansVoix { get; init; }
}

/// <summary>What was said on a point.</summary>
public sealed record DeliberationSaisie
{
    public Guid Dossier { get; init; }
    public string? Debat { get; init; }
    public string? Pour { get; init; }
    public string? Contre { get; init; }
    public string? Abstentions { get; init; }
    public string? Desaccord { get; init; }

    /// <summary>Null where nothing is noted; without a figure, there was no vote.</summary>
    public Deliberation? Lire()
    {
        var vote =
            Saisie.Entier(Pour) is null && Saisie.Entier(Contre) is null && Saisie.Entier(Abstentions) is null
                ? null
                : new Vote(Saisie.Entier(Pour) ?? 0, Saisie.Entier(Contre) ?? 0, Saisie.Entier(Abstentions) ?? 0, Saisie.Propre(Desaccord));
        return Saisie.Propre(Debat) is null && vote is null ? null : new Deliberation(Saisie.Propre(Debat), vote);
    }
}

public sealed class TenueValidator : AbstractValidator<TenueFormulaire>
{
    public TenueValidator()
    {
        RuleFor(f => f.ConvoqueeLe).UneDate();
        RuleFor(f => f.Lieu).TexteLibre(160);
        RuleFor(f => f.PremierPointA).UneHeure();
        RuleFor(f => f.MinutesParPoint)
            .Must(m => string.IsNullOrWhiteSpace(m) || Saisie.Entier(m) is >= 1 and <= 240)
            .WithMessage("Indiquez un nombre de minutes, de 1 à 240.");
        RuleFor(f => f.MinutesParPoint)
            .NotEmpty()
            .When(f => Dit(f.PremierPointA))
            .WithMessage("Indiquez combien de minutes vous donnez à chaque point.");
        RuleFor(f => f.DebutA).UneHeure();
        RuleFor(f => f.FinA).UneHeure();
        RuleFor(f => f.PresidentQualite).TexteLibre(160);
        RuleFor(f => f.SecretaireQualite).TexteLibre(160);
        RuleFor(f => f.PresidentPrenom).TexteLibre(80);
        RuleFor(f => f.PresidentNom).TexteLibre(80);
        RuleFor(f => f.SecretairePrenom).TexteLibre(80);
        RuleFor(f => f.SecretaireNom).TexteLibre(80);
        RuleFor(f => f.SourceDuQuorum).TexteLibre(80);
        RuleFor(f => f.Quorum).NombreEntier();
        When(
            f => f.PresidentCivilite is not null || Dit(f.PresidentPrenom) || Dit(f.PresidentNom) || Dit(f.PresidentQualite),
            () =>
            {
                RuleFor(f => f.PresidentCivilite).NotNull().WithMessage("Choisissez Madame ou Monsieur.");
                RuleFor(f => f.PresidentPrenom).NotEmpty().WithMessage("Indiquez le prénom de qui a présidé.");
                RuleFor(f => f.PresidentNom).NotEmpty().WithMessage("Indiquez le nom de qui a présidé.");
                RuleFor(f => f.PresidentQualite).NotEmpty().WithMessage("Indiquez la fonction de qui a présidé.");
            }
        );
        When(
            f => f.SecretaireCivilite is not null || Dit(f.SecretairePrenom) || Dit(f.SecretaireNom) || Dit(f.SecretaireQualite),
            () =>
            {
                RuleFor(f => f.SecretaireCivilite).NotNull().WithMessage("Choisissez Madame ou Monsieur.");
                RuleFor(f => f.SecretairePrenom).NotEmpty().WithMessage("Indiquez le prénom de qui a tenu le secrétariat.");
                RuleFor(f => f.SecretaireNom).NotEmpty().WithMessage("Indiquez le nom de qui a tenu le secrétariat.");
                RuleFor(f => f.SecretaireQualite).NotEmpty().WithMessage("Indiquez la fonction de qui a tenu le secrétariat.");
            }
        );
        RuleForEach(f => f.Points).SetValidator(new DeliberationValidator());
        RuleFor(f => f.Participants).Must(p => p.Count <= 40).WithMessage("Quarante participants au plus.");
        RuleForEach(f => f.Participants)
            .ChildRules(p =>
            {
                p.RuleFor(x => x.Organisme).TexteLibre(160);
                p.RuleFor(x => x.Qualite).TexteLibre(160);
                p.RuleFor(x => x.Organisme)
                    .NotEmpty()
                    .When(x => !string.IsNullOrWhiteSpace(x.Qualite))
                    .WithMessage("Indiquez l’organisme de cette personne.");
            });
        RuleForEach(f => f.Membres).ChildRules(m => m.RuleFor(x => x.Value.Qualite).TexteLibre(160));
    }

    private static bool Dit(string? texte) => !string.IsNullOrWhiteSpace(texte);
}

public sealed class DeliberationValidator : AbstractValidator<DeliberationSaisie>
{
    public DeliberationValidator()
    {
        RuleFor(p => p.Debat).TexteLibre(2000);
        RuleFor(p => p.Desaccord).TexteLibre(500);
        RuleFor(p => p.Pour).NombreEntier();
        RuleFor(p => p.Contre).NombreEntier();
        RuleFor(p => p.Abstentions).NombreEntier();
    }
}
