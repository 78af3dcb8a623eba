using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

/// <summary>Who chaired a session or kept its minutes: one of the three places where a person's name is kept.</summary>
/// <param name="Prenom">First name.</param>
/// <param name="Nom">Name.</param>
/// <param name="Qualite">« secrétaire général pour les affaires régionales », without its article.</param>
/// <param name="Civilite">How the function reads.</param>
public sealed record PersonneDeSeance(string Prenom, string Nom, string Qualite, Civilite Civilite)
{
    /// <summary>« Prénom Nom ».</summary>
    public string NomEntier => $"{Prenom} {Nom}";
}

/// <summary>How a session was held, as its minutes tell it.</summary>
public sealed record Tenue
{
    /// <summary>Day of the convocation.</summary>
    public DateOnly? ConvoqueeLe { get; init; }

    public string? Lieu { get; init; }

    /// <summary>Paris time at which the first point is expected; null while no hour is announced.</summary>
    public TimeOnly? PremierPointA { get; init; }

    /// <summary>Minutes that a point is given.</summary>
    public int? MinutesParPoint { get; init; }

    /// <summary>
    /// Paris time at which a point is expected, from its rank among those that remain, 0 for the first; null without hours.
    /// </summary>
    public TimeOnly? HeureDuPoint(int rang) => PremierPointA is { } debut && MinutesParPoint is { } m ? debut.AddMinutes(rang * m) : null;

    /// <summary>Paris time at which it began, where it is not that of its opening here.</summary>
    public TimeOnly? DebutA { get; init; }

    /// <summary>Paris time at which it ended, where it is not that of its closing here.</summary>
    public TimeOnly? FinA { get; init; }

    public PersonneDeSeance? President { get; init; }

    public PersonneDeSeance? Secretaire { get; init; }

    /// <summary>Members who must be there; null where no text sets a quorum.</summary>
    public int? Quorum { get; init; }

    /// <summary>« règlement intérieur » or « usage »: where the quorum comes from.</summary>
    public string? SourceDuQuorum { get; init; }

    /// <summary>What the minutes say of the members beside their presence.</summary>
    public ImmutableArray<PrecisionDeMembre> Membres { get; init; } = [];

    /// <summary>Who was there and does not sit: rapporteurs, experts, the secretariat.</summary>
    public ImmutableArray<Participant> Participants { get; init; } = [];

    /// <summary>What is said of a member; null where nothing is.</summary>
    public PrecisionDeMembre? De(string membre) => Membres.FirstOrDefault(m => m.Code == membre);
}

/// <summary>A member as the minutes name it.</summary>
/// <param name="Code">« SGAR », « 35 ».</param>
/// <param name="Qualite">« référent transformation numérique »; never a person's name.</param>
/// <param name="MandatA">The member to whom it gave its mandate; null without one.</param>
public sealed record PrecisionDeMembre(string Code, string? Qualite, string? MandatA);

/// <summary>Somebody who is heard, or only listens.</summary>
/// <param name="Organisme">« Direction régionale des finances publiques ».</param>
/// <param name="Qualite">« chargée du contrôle budgétaire ».</param>
/// <param name="SansVoix">True for who is not even heard: the secretariat.</param>
public sealed record Participant(string Organisme, string Qualite, bool SansVoix);

/// <summary>A vote that was held on a point.</summary>
/// <param name="Pour">For what was decided.</param>
/// <param name="Contre">Against it.</param>
/// <param name="Abstentions">Those who took no side.</param>
/// <param name="Desaccord">The disagreement whose mention is asked; null without one.</param>
public sealed record Vote(int Pour, int Contre, int Abstentions, string? Desaccord)
{
    public int Votants => Pour + Contre + Abstentions;
}

/// <summary>What the secretary noted of the discussion of a point.</summary>
/// <param name="Debat">What was said; null when nothing is noted.</param>
/// <param name="Vote">Null where the point was decided by consensus.</param>
public sealed record Deliberation(string? Debat, Vote? Vote);

/// <summary>What the minutes need beside the decisions; completed after the closing too, until they are edited.</summary>
public sealed partial class Seance
{
    /// <summary>How it was held.</summary>
    public Tenue Tenue { get; private set; } = new();

    /// <summary>How it was held, as its minutes will tell it.</summary>
    /// <exception cref="ActeImpossibleException">Cancelled.</exception>
    public void DecrireLaTenue(Tenue tenue, Acteur par)
    {
        Exiger(Etat != EtatSeance.Annulee, "la séance est annulée");
        Tenue = tenue;
        Noter(new DecrireLaTenue(par.Fonction, tenue.Quorum));
    }

    /// <summary>What was said on a point, and the vote where there was one.</summary>
    /// <exception cref="ActeImpossibleException">
    /// Not on the agenda, or more voters than members who sit and did not withdraw from it.
    /// </exception>
    public void NoterLaDeliberation(Guid dossier, Deliberation deliberation, Acteur par)
    {
        Exiger(Etat is EtatSeance.Ouverte or EtatSeance.Cloturee, "la séance n’est pas ouverte");
        var point = points.Find(p => p.DossierId == dossier && p.Etat != EtatPoint.Retire);
        Exiger(point is not null, "ce dossier n’est pas à l’ordre du jour");
        var votants = VotantsAuPlus(point!);
        Exiger(
            deliberation.Vote is not { } vote || (vote is { Pour: >= 0, Contre: >= 0, Abstentions: >= 0 } && vote.Votants <= votants),
            $"{votants} membres au plus votent sur ce point"
        );
        point!.Deliberation = deliberation;
        Consigner(
            new NoterLaDeliberation(par.Fonction, dossier, deliberation.Vote is { } v ? $"{v.Pour}/{v.Contre}/{v.Abstentions}" : null)
        );
    }

    /// <summary>Keeps, in the journal, that the signed minutes were joined.</summary>
    /// <param name="empreinte">SHA-256 of the scan.</param>
    /// <param name="par">Who joins it.</param>
    public void SignerLeProcesVerbal(string empreinte, Acteur par) => Consigner(new SignerLeProcesVerbal(par.Fonction, empreinte));

    /// <summary>Members present, at a distance or by mandate.</summary>
    public int Presents => Membres.Count(m => m.Siege);

    /// <summary>True when enough members were there; null where no quorum is set.</summary>
    public bool? QuorumAtteint => Tenue.Quorum is { } minimum ? Presents >= minimum : null;

    /// <summary>Members who sit and did not withdraw from a point.</summary>
    public int VotantsAuPlus(Point point) => Membres.Length - point.Deports.Length;

    /// <summary>Members present who did not withdraw from a point.</summary>
    public int VotantsSur(Point point) => Membres.Count(m => m.Siege && !point.Deports.Any(d => d.Membre == m.Code));

    /// <summary>What keeps the relevé from being edited, as sentences: its chair signs it, and it says who was there.</summary>
    public ImmutableArray<string> ManquesDuReleve =>
        [
            .. Tenue.President is null ? new[] { "qui a présidé la séance" } : [],
            .. Membres.All(m => m.Presence is null) ? new[] { "les présences" } : [],
        ];

    /// <summary>What keeps the minutes from being edited, as sentences: the closing never waits for it.</summary>
    public ImmutableArray<string> ManquesDuProcesVerbal =>
        [
            .. ManquesDuReleve,
            .. Tenue.Secretaire is null ? new[] { "qui a tenu le secrétariat" } : [],
            .. Membres
                .Where(m => m.Presence == Presence.Represente && !Represente(m))
                .Select(m => $"à qui {Francais.Minuscule(m.Nom)} a donné mandat"),
            .. Presents == 0 ? [] : points.Where(p => p.Etat != EtatPoint.Retire).OrderBy(p => p.Ordre).Select(VoteFaux).OfType<string>(),
        ];

    /// <summary>True where its mandate is held by a member who is there, and who holds no other (one mandate each).</summary>
    private bool Represente(Membre membre) =>
        Tenue.De(membre.Code)?.MandatA is { } a
        && Membres.Any(m => m.Code == a && m.Presence is (Presence.Present or Presence.ADistance))
        && Membres.Count(m => m.Presence == Presence.Represente && Tenue.De(m.Code)?.MandatA == a) == 1;

    /// <summary>A vote whose sum is not that of those who voted; null where it is, or where there was none.</summary>
    private string? VoteFaux(Point point) =>
        point.Deliberation?.Vote is { } vote && vote.Votants != VotantsSur(point)
            ? $"le vote du point {point.Ordre} ({Francais.Compte(vote.Votants, "voix", "voix")} pour "
                + $"{Francais.Compte(VotantsSur(point), "votant")})"
            : null;
}
