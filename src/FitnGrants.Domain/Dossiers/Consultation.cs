using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>
/// An avis asked of someone outside the service: another préfecture, a laboratory, any other service. It is answered by a link,
/// once; it never blocks (that of a préfecture in volet 2, that the agenda waits for, is another thing: R70).
/// </summary>
public sealed class Consultation : Racine
{
    private Consultation() { }

    public Guid DossierId { get; private set; }

    /// <summary>Who is asked, as people read it: « Laboratoire Ti Lab ».</summary>
    public string Service { get; private set; } = "";

    /// <summary>Address it is asked at.</summary>
    public string Adresse { get; private set; } = "";

    public string Question { get; private set; } = "";

    /// <summary>Paris day before which the avis is expected, this day included.</summary>
    public DateOnly AvantLe { get; private set; }

    /// <summary>True when only the service that asks reads the answer; else the session reads it too.</summary>
    public bool Confidentielle { get; private set; }

    /// <summary>Function of who asked.</summary>
    public string Par { get; private set; } = "";

    public DateTimeOffset DemandeeLe { get; private set; }

    /// <summary>When it was last asked again; null for never.</summary>
    public DateTimeOffset? RelanceeLe { get; private set; }

    /// <summary>When it was withdrawn; null otherwise.</summary>
    public DateTimeOffset? RetireeLe { get; private set; }

    /// <summary>When it was answered; null until then.</summary>
    public DateTimeOffset? RendueLe { get; private set; }

    /// <summary>What it says; null until then.</summary>
    public SensAvis? Sens { get; private set; }

    public string? Texte { get; private set; }

    /// <summary>True while an answer is awaited.</summary>
    public bool EstAttendue => RendueLe is null && RetireeLe is null;

    /// <summary>True while a dossier in that state is being instructed: later, an avis serves nothing.</summary>
    public static bool EstPossible(EtatDossier etat) =>
        etat is EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter or EtatDossier.Instruit;

    /// <summary>Asks an avis on a dossier that is being instructed.</summary>
    /// <exception cref="ActeImpossibleException">The dossier is not in instruction, or the day is past.</exception>
    public static Consultation Demander(Dossier dossier, DemandeDAvis demande)
    {
        if (!EstPossible(dossier.Etat))
            throw new ActeImpossibleException("Action impossible : un avis se demande pendant l’instruction.");
        if (demande.AvantLe < JourDeParis.De(demande.Instant))
            throw new ActeImpossibleException("Action impossible : cette date est passée.");
        var consultation = new Consultation
        {
            Id = Guid.CreateVersion7(),
            DossierId = dossier.Id,
            Service = demande.Service.Trim(),
            Adresse = demande.Adresse.Trim(),
            Question = demande.Question.Trim(),
            AvantLe = demande.AvantLe,
            Confidentielle = demande.Confidentielle,
            Par = demande.Par.Fonction,
            DemandeeLe = demande.Instant,
        };
        consultation.Noter(new DemanderUnAvis(demande.Par.Fonction, dossier.Id, consultation.Service, demande.AvantLe));
        return consultation;
    }

    /// <summary>Answers, once.</summary>
    /// <param name="etat">Where the dossier stands.</param>
    /// <param name="sens">What it says.</param>
    /// <param name="texte">Why.</param>
    /// <param name="instant">When.</param>
    /// <exception cref="ActeImpossibleException">It was answered or withdrawn, or the instruction is over.</exception>
    public void Rendre(EtatDossier etat, SensAvis sens, string? texte, DateTimeOffset instant)
    {
        Attendre();
        if (!EstPossible(etat))
            throw new ActeImpossibleException(
                "Action impossible : l’instruction de ce dossier est terminée, votre avis n’est plus attendu."
            );
        (Sens, Texte, RendueLe) = (sens, string.IsNullOrWhiteSpace(texte) ? null : texte.Trim(), instant);
        Noter(new RendreUnAvis(Service, DossierId), null, sens.ToString());
    }

    /// <summary>True on a Paris day when it may be asked again: once a day at most.</summary>
    public bool SeRelanceLe(DateOnly jour) => EstAttendue && JourDeParis.De(RelanceeLe ?? DemandeeLe) < jour;

    /// <summary>Asks again: once a day at most.</summary>
    /// <exception cref="ActeImpossibleException">It was answered or withdrawn, or asked today.</exception>
    public void Relancer(Acteur par, DateTimeOffset instant)
    {
        Attendre();
        if (JourDeParis.De(RelanceeLe ?? DemandeeLe) == JourDeParis.De(instant))
            throw new ActeImpossibleException("Action impossible : ce service a déjà été sollicité aujourd’hui.");
        RelanceeLe = instant;
        Noter(new RelancerUnAvis(par.Fonction, DossierId));
    }

    /// <summary>Expects it no more: its link says so.</summary>
    /// <exception cref="ActeImpossibleException">It was answered or withdrawn.</exception>
    public void Retirer(Acteur par, DateTimeOffset instant)
    {
        Attendre();
        RetireeLe = instant;
        Noter(new RetirerUnAvis(par.Fonction, DossierId));
    }

    private void Attendre()
    {
        if (!EstAttendue)
            throw new ActeImpossibleException(
                RendueLe is null ? "Action impossible : cet avis n’est plus demandé." : "Action impossible : cet avis est déjà rendu."
            );
    }
}

/// <summary>Asking an avis.</summary>
/// <param name="Par">Who asks.</param>
/// <param name="Instant">When.</param>
/// <param name="Service">Whom, as people read it.</param>
/// <param name="Adresse">At which address.</param>
/// <param name="Question">What.</param>
/// <param name="AvantLe">Before which Paris day, included.</param>
/// <param name="Confidentielle">True to keep the answer to the service.</param>
public sealed record DemandeDAvis(
    Acteur Par,
    DateTimeOffset Instant,
    string Service,
    string Adresse,
    string Question,
    DateOnly AvantLe,
    bool Confidentielle
);
