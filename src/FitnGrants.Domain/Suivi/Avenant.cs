using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Suivi;

public enum EtatAvenant
{
    /// <summary>The beneficiary asks; who manages has not answered.</summary>
    Demande,
    Projet,

    /// <summary>Its paper is frozen.</summary>
    Edite,

    /// <summary>By the State, and by each beneficiary where it amends a convention.</summary>
    Signe,

    /// <summary>Sent, and not received yet.</summary>
    Envoye,

    /// <summary>Received: what it says is in force.</summary>
    Notifie,

    /// <summary>Not followed up.</summary>
    Classe,
}

/// <summary>What an avenant changes; null where the act stays as it is.</summary>
public sealed record Modifications
{
    public static readonly Modifications Aucune = new();

    /// <summary>Planned day of completion.</summary>
    public DateOnly? AchevementPrevu { get; init; }

    /// <summary>Last day to begin.</summary>
    public DateOnly? CommencerAvantLe { get; init; }

    /// <summary>Euros, lower than those in force: more is a decision of the session.</summary>
    public Euros? Montant { get; init; }

    /// <summary>True where costs and resources change without the amount.</summary>
    public bool PlanARevoir { get; init; }

    public string? Objet { get; init; }

    public string? Reversement { get; init; }

    public string? Obligations { get; init; }

    public string? Comptable { get; init; }

    public string? Imputation { get; init; }

    /// <summary>True where a balanced plan goes with it.</summary>
    public bool AvecUnPlan => Montant is not null || PlanARevoir;

    /// <summary>What differs from what is in force, and nothing else.</summary>
    public Modifications Depuis(ValeursDeLActe valeurs) =>
        this with
        {
            AchevementPrevu = AchevementPrevu == valeurs.Termes.AchevementPrevu ? null : AchevementPrevu,
            CommencerAvantLe = CommencerAvantLe == valeurs.CommencerAvantLe ? null : CommencerAvantLe,
            Montant = Montant == valeurs.Montant ? null : Montant,
            Objet = Autre(Objet, valeurs.Termes.Objet),
            Reversement = Autre(Reversement, valeurs.Termes.Reversement),
            Obligations = Autre(Obligations, valeurs.Termes.Obligations),
            Comptable = Autre(Comptable, valeurs.Termes.Comptable),
            Imputation = Autre(Imputation, valeurs.Termes.Imputation),
        };

    /// <summary>The terms once it is in force.</summary>
    public TermesDeLActe Sur(TermesDeLActe termes) =>
        termes with
        {
            AchevementPrevu = AchevementPrevu ?? termes.AchevementPrevu,
            CommencementAuPlusTard = CommencerAvantLe ?? termes.CommencementAuPlusTard,
            Objet = Objet ?? termes.Objet,
            Reversement = Reversement ?? termes.Reversement,
            Obligations = Obligations ?? termes.Obligations,
            Comptable = Comptable ?? termes.Comptable,
            Imputation = Imputation ?? termes.Imputation,
        };

    private static string? Autre(string? propose, string? enVigueur) => propose == enVigueur ? null : propose;
}

/// <summary>What an act says on a day: its avenants change it.</summary>
/// <param name="Montant">Euros granted at most.</param>
/// <param name="Depense">Subsidised cost, in euros.</param>
/// <param name="CommencerAvantLe">Last Paris day to begin.</param>
/// <param name="Termes">The rest.</param>
public sealed record ValeursDeLActe(Euros Montant, Euros Depense, DateOnly? CommencerAvantLe, TermesDeLActe Termes);

/// <summary>What changes a notified act, from its own notification on: never its amount upward.</summary>
/// <param name="Rang">From 2: the act itself is the first.</param>
/// <param name="Numero">« FITN-BZH-V1-2021-00012-A2 ».</param>
public sealed record Avenant(int Rang, string Numero)
{
    public EtatAvenant Etat { get; init; }

    /// <summary>What the beneficiary asks, and why; null where the service began.</summary>
    public string? Demande { get; init; }

    /// <summary>Paris day of that demand.</summary>
    public DateOnly? DemandeLe { get; init; }

    public Modifications Modifications { get; init; } = Modifications.Aucune;

    /// <summary>Why; null while nobody wrote it.</summary>
    public string? Motif { get; init; }

    /// <summary>Why the alerts of the edition are passed over.</summary>
    public string? MotifDesAlertes { get; init; }

    /// <summary>The plan that it annexes.</summary>
    public PlanDeLActe? Plan { get; init; }

    /// <summary>Editions made: each is kept.</summary>
    public int Editions { get; init; }

    public DateTimeOffset? EditeLe { get; init; }

    /// <summary>What was in force at its edition.</summary>
    public ValeursDeLActe? Avant { get; init; }

    /// <summary>What is in force from its notification on.</summary>
    public ValeursDeLActe? Apres { get; init; }

    /// <summary>Paris day of the signature of the State.</summary>
    public DateOnly? SigneLe { get; init; }

    /// <summary>Paris days on which beneficiaries signed it, by SIREN; empty where it amends an arrêté.</summary>
    public ImmutableDictionary<string, DateOnly> Signatures { get; init; } = ImmutableDictionary<string, DateOnly>.Empty;

    /// <summary>The scan of the signed paper, a piece; null without one.</summary>
    public Guid? NumeriseId { get; init; }

    public DateTimeOffset? EnvoyeLe { get; init; }

    /// <summary>Paris day on which the beneficiary received it.</summary>
    public DateOnly? RecuLe { get; init; }

    /// <summary>What proves it.</summary>
    public string? PreuveDeReception { get; init; }

    /// <summary>Why it is not followed up.</summary>
    public string? MotifDeClassement { get; init; }

    public bool EnCours => Etat is not (EtatAvenant.Notifie or EtatAvenant.Classe);

    /// <summary>The last day on which somebody signed.</summary>
    public DateOnly? DerniereSignature => SigneLe is { } le ? Signatures.Values.Append(le).Max() : null;

    /// <summary>Its paper in the archive: each edition under its own.</summary>
    public string ReferenceDArchive => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Numero}/{Editions}");
}
