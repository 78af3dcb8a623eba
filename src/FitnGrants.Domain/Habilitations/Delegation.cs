using FitnGrants.Domain.Habilitations.Traces;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Habilitations;

public enum MotifDelegation
{
    Absence,
    Signature,
}

/// <summary>An agent acts for another between two Paris days; it begins and ends by itself, and may be ended before.</summary>
public sealed class Delegation : Racine
{
    /// <summary>Longest delegation, in days, both ends included.</summary>
    public const int JoursAuPlus = 366;

    private Delegation() { }

    /// <summary>Account that is replaced.</summary>
    public Guid Delegant { get; private set; }

    /// <summary>Account that replaces it.</summary>
    public Guid Delegataire { get; private set; }

    /// <summary>First Paris day, from midnight.</summary>
    public DateOnly Du { get; private set; }

    /// <summary>Last Paris day, to midnight.</summary>
    public DateOnly Au { get; private set; }

    public MotifDelegation Motif { get; private set; }

    /// <summary>Function of who gave it: the agent, or its head of service.</summary>
    public string Par { get; private set; } = "";

    public DateTimeOffset CreeLe { get; private set; }

    /// <summary>When it was ended before its last day; null otherwise.</summary>
    public DateTimeOffset? CloseLe { get; private set; }

    /// <summary>Roles that pass to the other agent; what was received never passes on.</summary>
    public static bool Passe(Role role) =>
        role is Role.InstructeurDep or Role.InstructeurReg or Role.ChefDeService or Role.Secretaire or Role.Gestionnaire;

    /// <summary>A delegation.</summary>
    /// <exception cref="ActeImpossibleException">To oneself, or days that make no sense at that instant.</exception>
    public static Delegation Donner(
        Guid delegant,
        Guid delegataire,
        (DateOnly Du, DateOnly Au) jours,
        MotifDelegation motif,
        Acteur par,
        DateTimeOffset instant
    )
    {
        if (delegant == delegataire)
            throw new ActeImpossibleException("Action impossible : on ne se délègue rien à soi-même.");
        if (jours.Du > jours.Au || jours.Au < JourDeParis.De(instant) || jours.Au.DayNumber - jours.Du.DayNumber >= JoursAuPlus)
            throw new ActeImpossibleException(
                "Action impossible : une délégation finit après son début, pas avant aujourd’hui, et dure un an au plus."
            );
        var delegation = new Delegation
        {
            Id = Guid.CreateVersion7(),
            Delegant = delegant,
            Delegataire = delegataire,
            Du = jours.Du,
            Au = jours.Au,
            Motif = motif,
            Par = par.Fonction,
            CreeLe = instant,
        };
        delegation.Noter(new Deleguer(par.Fonction, delegant, delegataire, jours.Du, jours.Au, motif));
        return delegation;
    }

    /// <summary>Ends it now.</summary>
    /// <exception cref="ActeImpossibleException">It has ended.</exception>
    public void Clore(Acteur par, DateTimeOffset instant)
    {
        if (CloseLe is not null || JourDeParis.De(instant) > Au)
            throw new ActeImpossibleException("Action impossible : cette délégation a déjà pris fin.");
        CloseLe = instant;
        Noter(new CloreLaDelegation(par.Fonction));
    }

    /// <summary>True when an instant is in two Paris days or between them.</summary>
    public static bool Couvre(DateOnly du, DateOnly au, DateTimeOffset instant) =>
        JourDeParis.De(instant) is var jour && jour >= du && jour <= au;
}
