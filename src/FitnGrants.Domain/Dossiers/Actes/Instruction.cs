using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Actes;

/// <summary>An agent takes charge of a dossier: the grid is drawn from the règlement.</summary>
public sealed record PriseEnCharge(Acteur Par, DateTimeOffset Instant, Reglement Reglement, Situation Situation)
{
    /// <summary>What the pieces of the deposit that still count prove; null where they are not judged.</summary>
    public ImmutableArray<TypePiece>? Pieces { get; init; }
}

/// <summary>Entrusting a dossier.</summary>
/// <param name="Par">Who entrusts it.</param>
/// <param name="Agent">Account that has to instruct it; null for nobody in particular.</param>
public sealed record Attribution(Acteur Par, Guid? Agent);

/// <summary>What an agent concludes of one rule.</summary>
public sealed record ConclusionSaisie(Guid Controle, Conclusion Conclusion, string? Motif);

/// <summary>Asking the porteur for pieces and corrections.</summary>
/// <param name="Par">Who asks.</param>
/// <param name="Instant">When.</param>
/// <param name="AvantLe">Day by which an answer is expected; null when it was not said.</param>
/// <param name="Points">What is asked.</param>
public sealed record DemandeDeComplements(Acteur Par, DateTimeOffset Instant, DateOnly? AvantLe, ImmutableArray<PointDemande> Points);

public sealed record Cloture(Acteur Par, DateTimeOffset Instant, string? Synthese)
{
    /// <summary>What is proposed to the session, in euros; null for nothing.</summary>
    public Euros? Montant { get; init; }

    /// <summary>The règlement that bounds it; needed with an amount.</summary>
    public Reglement? Reglement { get; init; }

    /// <summary>What is left of the envelope, in euros; null where it is not looked at.</summary>
    public Euros? Disponible { get; init; }
}

/// <summary>Setting a cost aside.</summary>
/// <param name="Rang">Rank of the line in the plan, from zero.</param>
/// <param name="Motif">Why.</param>
/// <param name="Contexte">Who, when, and what the grid is judged with again.</param>
public sealed record MiseALEcart(int Rang, string? Motif, PriseEnCharge Contexte);

/// <summary>Declaring a dossier irrecevable: the rule it breaks and why; irrecevable is not a refusal (art. 4).</summary>
public sealed record Irrecevabilite(Acteur Par, DateTimeOffset Instant, Reglement Reglement, string? Regle, string? Motivation);

/// <summary>Orienting a dossier to another axis of the ITN7 (R31, R32): not a refusal (A14).</summary>
public sealed record Reorientation(Acteur Par, DateTimeOffset Instant, Reglement Reglement, string? Regle, string? Axe, string? Motivation)
{
    /// <summary>Address and deadline of where it is oriented.</summary>
    public string? Coordonnees { get; init; }
}

/// <summary>Ruling on a refused project that looks like this one (A5).</summary>
public sealed record JugementDeSimilitude(
    Acteur Par,
    DateTimeOffset Instant,
    Reglement Reglement,
    string Numero,
    bool? Identique,
    string? Motif
)
{
    /// <summary>False for a project that is not refused: the ruling is kept, and no line of the grid follows it.</summary>
    public bool Refuse { get; init; } = true;

    /// <summary>Every refused dossier of the same dispositif that looks like this one: the grid waits for the last ruling.</summary>
    public IReadOnlyCollection<string> AJuger { get; init; } = [];
}

/// <summary>Giving the avis of a département (R70).</summary>
public sealed record RenduDAvis(Acteur Par, DateTimeOffset Instant, string Departement, SensAvis? Sens, string? Texte);
