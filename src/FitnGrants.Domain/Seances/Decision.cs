using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances;

/// <summary>A decision of the instance on one version of a dossier. Append-only: only its notification is added.</summary>
public sealed class Decision
{
    private Decision() { }

    public Guid Id { get; private set; }

    public Guid SeanceId { get; private set; }

    public Guid DossierId { get; private set; }

    /// <summary>Version decided: one decision each (I10).</summary>
    public int VersionDossier { get; private set; }

    /// <summary>Dispositif whose envelope it draws on.</summary>
    public string Dispositif { get; private set; } = "";

    /// <summary>Accord, à revoir or refus.</summary>
    public TypeDecision Type { get; private set; }

    public string Motivation { get; private set; } = "";

    public ImmutableArray<Fondement> Fondements { get; private set; } = [];

    /// <summary>Euros granted; null unless it is an accord.</summary>
    public Euros? MontantAccorde { get; private set; }

    /// <summary>What the accord depends on; null without a condition.</summary>
    public string? Conditions { get; private set; }

    /// <summary>Rules of the règlement it rests on, as they read on that day.</summary>
    public ImmutableArray<MotifDeDecision> Motifs { get; private set; } = [];

    /// <summary>What to improve, each tied to a part of the dossier or to a rule.</summary>
    public ImmutableArray<AxeDAmelioration> Axes { get; private set; } = [];

    /// <summary>Numbers of dossiers to connect with (R66).</summary>
    public ImmutableArray<string> Similaires { get; private set; } = [];

    public string? Referent { get; private set; }

    /// <summary>Paris day of the session: the date of the decision.</summary>
    public DateOnly PriseLe { get; private set; }

    public DateTimeOffset EnregistreeLe { get; private set; }

    /// <summary>Function of who recorded it.</summary>
    public string EnregistreePar { get; private set; } = "";

    /// <summary>When the porteur was told; null until then.</summary>
    public DateTimeOffset? NotifieeLe { get; private set; }

    /// <summary>The decision that replaced it before it was told; null while it holds.</summary>
    public Guid? AnnuleeParId { get; private set; }

    public DateTimeOffset? AnnuleeLe { get; private set; }

    /// <summary>Why it replaces a former one; null for a first decision.</summary>
    public string? MotifRectification { get; private set; }

    internal static Decision Enregistrer(
        Seance seance,
        Dossiers.Dossier dossier,
        DecisionProposee proposee,
        CadreDeDecision cadre,
        string? rectification
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            SeanceId = seance.Id,
            DossierId = dossier.Id,
            VersionDossier = dossier.Version,
            Dispositif = dossier.Dispositif,
            Type = proposee.Type,
            Motivation = proposee.Motivation!.Trim(),
            Fondements = proposee.Fondements,
            MontantAccorde = proposee.Type == TypeDecision.Accord ? proposee.MontantAccorde : null,
            Conditions =
                proposee.Type == TypeDecision.Accord && !string.IsNullOrWhiteSpace(proposee.Conditions) ? proposee.Conditions.Trim() : null,
            Motifs = Seances.Motifs.De(proposee.Motifs, cadre.Reglement),
            Axes = proposee.Type == TypeDecision.ARevoir ? [.. proposee.Axes.Where(a => !string.IsNullOrWhiteSpace(a.Texte))] : [],
            Similaires = proposee.Type == TypeDecision.ARevoir ? proposee.Similaires : [],
            Referent = proposee.Type == TypeDecision.ARevoir ? proposee.Referent?.Trim() : null,
            PriseLe = seance.Jour,
            EnregistreeLe = cadre.Instant,
            EnregistreePar = cadre.Par.Fonction,
            MotifRectification = rectification,
        };

    internal void EtreAnnulee(Decision suivante) => (AnnuleeParId, AnnuleeLe) = (suivante.Id, suivante.EnregistreeLe);

    internal void EtreNotifiee(DateTimeOffset instant) => NotifieeLe = instant;
}
