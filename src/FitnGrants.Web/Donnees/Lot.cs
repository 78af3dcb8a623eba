namespace FitnGrants.Web.Donnees;

/// <summary>What may be done to many dossiers at once.</summary>
public enum ActeEnLot
{
    PrendreEnCharge,
    Confier,
    Clore,
    DeclarerIrrecevable,
}

/// <summary>Where a line of a batch stands: set aside by the preflight, to do, done, refused when its turn came, undone.</summary>
public enum EtatDeLigne
{
    Ecartee,
    Prevue,
    Faite,
    Refusee,
    Defaite,
}

/// <summary>The same act asked on many dossiers by one agent.</summary>
public sealed class Lot
{
    public Guid Id { get; set; }
    public ActeEnLot Acte { get; set; }
    public Guid Par { get; set; }
    public DateTimeOffset CreeLe { get; set; }

    /// <summary>When the agent confirmed it; null while only checked.</summary>
    public DateTimeOffset? LanceLe { get; set; }

    /// <summary>The list it comes from: « ?Onglet=en-cours ».</summary>
    public string Liste { get; set; } = "";

    /// <summary>Whom the dossiers are entrusted to, for that act.</summary>
    public Guid? Agent { get; set; }
    public List<LigneDeLot> Lignes { get; } = [];
}

/// <summary>One dossier of a batch.</summary>
public sealed class LigneDeLot
{
    public Guid LotId { get; set; }
    public int Rang { get; set; }
    public Guid DossierId { get; set; }
    public EtatDeLigne Etat { get; set; }

    /// <summary>Reason or synthesis typed for this dossier.</summary>
    public string? Motif { get; set; }

    /// <summary>Rule the act rests on, where one is due.</summary>
    public string? Regle { get; set; }

    /// <summary>Why it was set aside or refused.</summary>
    public string? Message { get; set; }

    /// <summary>Revision of the dossier as it was announced, then once it was done: another one forbids to act, then to undo.</summary>
    public int? Revision { get; set; }

    /// <summary>Whether it could still be said irrecevable before.</summary>
    public Domain.Dossiers.Recevabilite? Recevabilite { get; set; }

    /// <summary>Who had the dossier before.</summary>
    public Guid? Avant { get; set; }
}
