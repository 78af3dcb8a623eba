using System.Collections.Immutable;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

/// <summary>Why an accord takes another amount from its envelope than before.</summary>
public enum CauseDeMouvement
{
    Accord,
    Avenant,
    Abandon,
    Caducite,
    Retrait,
    Solde,

    /// <summary>More left the bank than the aid, or what had left is corrected.</summary>
    Versement,
}

/// <summary>What an accord takes from its envelope from an instant on.</summary>
/// <param name="Le">From when.</param>
/// <param name="Montant">Euros counted from then on.</param>
/// <param name="Cause">Why.</param>
public sealed record Mouvement(DateTimeOffset Le, Euros Montant, CauseDeMouvement Cause);

/// <summary>
/// What one accord takes from its envelope, and whether it holds the one individual place of a collectivité: the only thing that is summed
/// (suivi.md, 2). Decisions are never changed; this is, from the accord to the end of its act.
/// </summary>
public sealed class Engagement
{
    private Engagement() { }

    /// <summary>The accord that it is born of: one row each.</summary>
    public Guid DecisionId { get; private set; }

    public Guid DossierId { get; private set; }

    /// <summary>Dispositif whose envelope it draws on.</summary>
    public string Dispositif { get; private set; } = "";

    /// <summary>Budget year: that of the accord, then that of the act.</summary>
    public int Exercice { get; private set; }

    /// <summary>Euros counted in the envelope.</summary>
    public Euros Montant { get; private set; }

    /// <summary>
    /// The SIREN whose one individual slot it takes (I8); null where R47 does not block, for a groupement, and once freed.
    /// </summary>
    public string? SirenReserve { get; private set; }

    /// <summary>When its accord ended without a project: it makes nobody a laureate any more (A22); null while it holds.</summary>
    public DateTimeOffset? LibereLe { get; private set; }

    /// <summary>Each amount that it took, the first first.</summary>
    public ImmutableArray<Mouvement> Mouvements { get; private set; } = [];

    internal static Engagement De(Decision accord, string? sirenReserve) =>
        new()
        {
            DecisionId = accord.Id,
            DossierId = accord.DossierId,
            Dispositif = accord.Dispositif,
            Exercice = accord.PriseLe.Year,
            Montant = accord.MontantAccorde!.Value,
            SirenReserve = sirenReserve,
            Mouvements = [new Mouvement(accord.EnregistreeLe, accord.MontantAccorde.Value, CauseDeMouvement.Accord)],
        };

    /// <summary>Imputes it on the budget year of its act.</summary>
    internal void Imputer(int exercice) => Exercice = exercice;

    /// <summary>Follows a successor.</summary>
    /// <param name="place">SIREN that stands for it; null where it already holds a place by another accord: one body has one.</param>
    public void Suivre(string? place) => SirenReserve = place;

    /// <summary>Gives back at once what an avenant takes off (A35).</summary>
    internal void Reduire(Euros montant, DateTimeOffset instant)
    {
        Montant = montant;
        Mouvements = [.. Mouvements, new Mouvement(instant, montant, CauseDeMouvement.Avenant)];
    }

    /// <summary>Gives back what was not spent, and the place of laureate with it (A22, A35).</summary>
    /// <param name="depense">Euros paid and not given back.</param>
    /// <param name="cause">Why.</param>
    /// <param name="instant">When.</param>
    internal void Liberer(Euros depense, CauseDeMouvement cause, DateTimeOffset instant)
    {
        (SirenReserve, LibereLe) = (null, instant);
        Arreter(depense, cause, instant);
    }

    /// <summary>Counts what was really spent, and nothing more: the rest is back in the envelope.</summary>
    /// <param name="depense">Euros paid and not given back.</param>
    /// <param name="cause">Why.</param>
    /// <param name="instant">When.</param>
    internal void Arreter(Euros depense, CauseDeMouvement cause, DateTimeOffset instant)
    {
        Montant = depense;
        Mouvements = [.. Mouvements, new Mouvement(instant, depense, cause)];
    }

    /// <summary>What it counted at an instant; zero before its accord.</summary>
    public Euros MontantAu(DateTimeOffset instant) => Mouvements.LastOrDefault(m => m.Le <= instant)?.Montant ?? Euros.Zero;
}
