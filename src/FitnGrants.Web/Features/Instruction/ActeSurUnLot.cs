using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>One dossier of a batch, when its turn comes, or a copy of it when the act is only tried.</summary>
/// <param name="Dossier">The dossier.</param>
/// <param name="Prise">Who acts, when, under which règlement; what lies beyond the dossier, for an act that draws the grid.</param>
public sealed record TourDeLot(Dossier Dossier, PriseEnCharge Prise)
{
    public Acteur Par => Prise.Par;
    public DateTimeOffset Instant => Prise.Instant;
    public Reglement Reglement => Prise.Reglement;

    /// <summary>Whom it is entrusted to, for that act; null for nobody in particular.</summary>
    public Guid? Agent { get; init; }

    /// <summary>Rule that the act rests on, where one is due.</summary>
    public string? Regle { get; init; }

    /// <summary>Reason or synthesis typed for it.</summary>
    public string? Motif { get; init; }
}

/// <summary>An act that may be done to many dossiers at once: under which right, what it asks, its verb, and how it is undone.</summary>
public abstract class ActeSurUnLot
{
    public abstract Droit Droit { get; }

    /// <summary>Tabs of the list where it is offered; a search offers all.</summary>
    public abstract IReadOnlyList<string> Onglets { get; }

    /// <summary>The button of the list.</summary>
    public abstract string Bouton { get; }

    /// <summary>What the page of the batch is about.</summary>
    public abstract string Titre { get; }

    /// <summary>What is worth knowing before it starts; null for nothing.</summary>
    public virtual string? Consigne => null;

    /// <summary>What is written for each dossier; null where nothing is.</summary>
    public virtual string? Ecrit => null;

    /// <summary>Why an empty text is refused; null where it may be empty.</summary>
    public virtual string? EcritManquant => null;

    /// <summary>True where a letter leaves with it: what the letter lacks stops it.</summary>
    public virtual bool EcritAuPorteur => false;

    /// <summary>True where it asks to whom.</summary>
    public virtual bool DemandeQui => false;

    /// <summary>True where what was said of the dossier is to be read again first, and what was already written is shown.</summary>
    public virtual bool FaitRelire => false;

    /// <summary>True where it draws the grid, from what lies beyond the dossier.</summary>
    public virtual bool OuvreLaGrille => false;

    /// <summary>True for what may be undone: no porteur was told of it, and a colleague's mail may still be held back.</summary>
    public virtual bool SeDefait => false;

    /// <summary>The button that starts it.</summary>
    public abstract string Lancer(int nombre);

    /// <summary>The rule that the act rests on for a dossier; null where none is due.</summary>
    public virtual string? Regle(Dossier dossier, Reglement reglement) => null;

    /// <summary>What stands for the answers that are not given yet, so that the verb may be tried.</summary>
    public virtual TourDeLot Supposer(TourDeLot tour) => tour;

    /// <summary>Does it; also on a copy that nobody saves, to say what would be refused.</summary>
    /// <exception cref="ActeImpossibleException">The dossier is not in a state that allows it.</exception>
    public abstract Resultat Faire(TourDeLot tour);

    /// <summary>Why it may not be done, beyond what the verb says; null where it may.</summary>
    public virtual Task<string?> EmpecherAsync(FitnContext db, TourDeLot tour, CancellationToken arret) => Task.FromResult<string?>(null);

    public virtual Task DefaireAsync(FitnContext db, Dossier dossier, LigneDeLot ligne, Acteur par, CancellationToken arret) =>
        throw new ActeImpossibleException("Action impossible : cette action ne s’annule pas.");
}
