using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>The letters that a service sends to a porteur.</summary>
public enum NatureDeLettre
{
    Accord,
    ARevoir,
    Refus,
    Irrecevabilite,
    Reorientation,
    Pieces,

    /// <summary>Tells an act that is signed.</summary>
    ActeNotifie,
    Prorogation,

    /// <summary>Asks for observations before a measure.</summary>
    Observations,

    /// <summary>Asks for a report, or reminds it.</summary>
    EtatDesLieux,
    MiseEnDemeure,
}

/// <summary>The days that bound what may be said of a letter.</summary>
/// <param name="Acte">Paris day of what it tells: no letter bears an earlier one.</param>
/// <param name="Notifiee">Paris day on which the téléservice told it; null before.</param>
/// <param name="Aujourdhui">Paris day.</param>
public sealed record JoursDeLettre(DateOnly Acte, DateOnly? Notifiee, DateOnly Aujourdhui);

/// <summary>
/// The path of one letter on paper and on screen: edited, signed, posted, received, opened. A letter of which nothing of this was said
/// has no row.
/// </summary>
public sealed class Lettre : Racine
{
    /// <summary>Days ahead of today that a letter edited for a signature by hand may bear.</summary>
    public const int JoursDAvance = 31;

    private Lettre() { }

    public Guid DossierId { get; private set; }

    public NatureDeLettre Nature { get; private set; }

    /// <summary>What it tells: a decision, a request, the end of an instruction.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>Paris day that it bears when it was edited before its notification; null where it bears that of the notification.</summary>
    public DateOnly? DateeDu { get; private set; }

    /// <summary>How many times it was edited before its notification: each edition is kept.</summary>
    public int Editions { get; private set; }

    /// <summary>Paris day of the signature by hand, as the paper bears it.</summary>
    public DateOnly? SigneeLe { get; private set; }

    /// <summary>The scan of the signed paper, a piece.</summary>
    public Guid? NumeriseeId { get; private set; }

    /// <summary>Paris day on which the paper was posted.</summary>
    public DateOnly? PosteeLe { get; private set; }

    /// <summary>Number of the registered letter; null without one.</summary>
    public string? Recommande { get; private set; }

    /// <summary>Paris day on which the paper was received, by its acknowledgement.</summary>
    public DateOnly? RecueLe { get; private set; }

    /// <summary>When somebody who may write for the collectivité first opened it here.</summary>
    public DateTimeOffset? OuverteLe { get; private set; }

    /// <summary>Its edition in the archive: the first bears the reference alone.</summary>
    public string ReferenceDArchive => Editions <= 1 ? Reference : $"{Reference}/{Editions}";

    /// <summary>A letter of which nothing was said yet.</summary>
    public static Lettre De(Guid dossier, NatureDeLettre nature, string reference) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            DossierId = dossier,
            Nature = nature,
            Reference = reference,
        };

    /// <summary>Freezes it for a signature by hand, before its notification; edited again, the former paper is worth nothing.</summary>
    /// <param name="jour">Paris day that it bears.</param>
    /// <param name="jours">Bounds.</param>
    /// <param name="par">Who edits it.</param>
    /// <exception cref="ActeImpossibleException">Signed or notified already, or the day is out of bounds.</exception>
    public void Editer(DateOnly jour, JoursDeLettre jours, Acteur par)
    {
        Exiger(jours.Notifiee is null, "cette lettre est déjà notifiée");
        Exiger(SigneeLe is null, "cette lettre est déjà signée");
        Exiger(jour >= jours.Acte, $"une lettre ne porte pas un jour antérieur à la décision, prise le {Francais.Date(jours.Acte)}");
        Exiger(jour <= jours.Aujourdhui.AddDays(JoursDAvance), "une lettre porte un jour proche, un mois au plus");
        (DateeDu, Editions) = (jour, Editions + 1);
        Noter(new EditerUneLettre(par.Fonction, DossierId, Nature, Reference, jour));
    }

    /// <summary>
    /// Keeps the scan of the signed paper, that people open from now on. Another one replaces it until the letter is told: from then on
    /// what was read is what stays, unless the antivirus took it away.
    /// </summary>
    /// <param name="jour">Paris day of the signature.</param>
    /// <param name="fichier">The scan, already in its store.</param>
    /// <param name="jours">Bounds.</param>
    /// <param name="par">Who joins it.</param>
    /// <param name="instant">When.</param>
    /// <param name="perdue">True where the antivirus refused the former scan.</param>
    /// <returns>The piece that holds it.</returns>
    /// <exception cref="ActeImpossibleException">The letter exists nowhere yet, or the day is out of bounds.</exception>
    public Piece Signer(DateOnly jour, FichierRecu fichier, JoursDeLettre jours, Acteur par, DateTimeOffset instant, bool perdue = false)
    {
        Exiger(
            NumeriseeId is null || jours.Notifiee is null || perdue,
            "cette lettre est notifiée, le papier signé que le porteur a lu ne se remplace plus"
        );
        Exiger(jours.Notifiee is not null || DateeDu is not null, "éditez d’abord cette lettre");
        Exiger(jour <= jours.Aujourdhui, "une signature ne se note pas d’avance");
        Exiger(jour >= jours.Acte, $"la signature suit la décision, prise le {Francais.Date(jours.Acte)}");
        Exiger(
            DateeDu is not { } datee || jour >= datee,
            $"cette lettre est datée du {Francais.Date(DateeDu ?? jour)}, elle ne se signe pas avant"
        );
        Exiger(PosteeLe is not { } postee || jour <= postee, "une lettre se signe avant son envoi");
        var piece = Piece.Numeriser(this, fichier, par, instant);
        (SigneeLe, NumeriseeId) = (jour, piece.Id);
        Noter(new SignerUneLettre(par.Fonction, DossierId, Reference, jour, fichier.Sha256));
        return piece;
    }

    /// <summary>Says when the paper was posted. Said again, it corrects.</summary>
    /// <param name="jour">Paris day.</param>
    /// <param name="recommande">Number of the registered letter; null without one.</param>
    /// <param name="jours">Bounds.</param>
    /// <param name="par">Who says it.</param>
    /// <exception cref="ActeImpossibleException">Not notified, received already, or the day is out of bounds.</exception>
    public void Poster(DateOnly jour, string? recommande, JoursDeLettre jours, Acteur par)
    {
        Exiger(jours.Notifiee is not null, "notifiez d’abord cette lettre");
        Exiger(RecueLe is null, "cette lettre est déjà reçue");
        Exiger(jour <= jours.Aujourdhui, "un envoi ne se note pas d’avance");
        Exiger(jour >= (SigneeLe ?? jours.Acte), "une lettre part après sa signature");
        (PosteeLe, Recommande) = (jour, recommande);
        Noter(new PosterUneLettre(par.Fonction, DossierId, Reference, jour, recommande));
    }

    /// <summary>Says when the paper was received, or first presented. Said again, it corrects.</summary>
    /// <exception cref="ActeImpossibleException">Not posted, or the day is out of bounds.</exception>
    public void Recevoir(DateOnly jour, JoursDeLettre jours, Acteur par)
    {
        Exiger(PosteeLe is not null, "notez d’abord l’envoi de cette lettre");
        Exiger(jour <= jours.Aujourdhui, "une réception ne se note pas d’avance");
        Exiger(jour >= PosteeLe, $"une lettre se reçoit après son envoi, le {Francais.Date(PosteeLe!.Value)}");
        RecueLe = jour;
        Noter(new RecevoirUneLettre(par.Fonction, DossierId, Reference, jour));
    }

    /// <summary>Keeps the first opening by the collectivité; the next ones say nothing.</summary>
    public void Ouvrir(Acteur par, DateTimeOffset instant)
    {
        if (OuverteLe is not null)
            return;
        OuverteLe = instant;
        Noter(new OuvrirUneLettre(par.Fonction, DossierId, Reference));
    }

    private static void Exiger(bool condition, string raison)
    {
        if (!condition)
            throw new ActeImpossibleException(Francais.Typographier($"Action impossible : {raison}."));
    }
}
