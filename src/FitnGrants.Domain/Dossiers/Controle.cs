using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers;

/// <summary>What the agent concludes of a rule.</summary>
public enum Conclusion
{
    Conforme,
    NonConforme,
    SansObjet,
}

/// <summary>A cost that the agent has set aside.</summary>
/// <param name="Rang">Rank of the line in the plan, from zero.</param>
/// <param name="Ligne">The line as it was: another one there is not concerned.</param>
/// <param name="Motif">Why.</param>
/// <param name="Par">Function of who did.</param>
/// <param name="Le">When.</param>
public sealed record DepenseEcartee(int Rang, LigneDepense Ligne, string Motif, string Par, DateTimeOffset Le);

/// <summary>A line that its rule finds otherwise than at the closing.</summary>
/// <param name="Regle">Code of the rule.</param>
/// <param name="Nom">Its short name.</param>
/// <param name="Avant">What it found at the closing; null for a line that was not there.</param>
public sealed record LigneRejugee(string Regle, string Nom, string? Avant);

/// <summary>A closed instruction that was opened again.</summary>
/// <param name="Le">When.</param>
/// <param name="Par">Function of who did.</param>
/// <param name="CloseLe">When it had been closed; null where that was not kept.</param>
/// <param name="Lignes">What its rules find otherwise.</param>
public sealed record Reouverture(DateTimeOffset Le, string Par, DateTimeOffset? CloseLe, ImmutableArray<LigneRejugee> Lignes);

/// <summary>One line of the grid: what the rule found at the deposit, and what the agent concludes.</summary>
public sealed class Controle
{
    private Controle() { }

    public Guid Id { get; private set; }

    /// <summary>The deposited version it judges.</summary>
    public int Version { get; private set; }

    /// <summary>Rank in the grid.</summary>
    public int Rang { get; private set; }

    public string Regle { get; private set; } = "";

    public string Nom { get; private set; } = "";

    public GroupeDeRegles Groupe { get; private set; }

    /// <summary>What the rule found.</summary>
    public ResultatConstat Propose { get; private set; }

    public string Message { get; private set; } = "";

    /// <summary>Document it comes from.</summary>
    public string Document { get; private set; } = "";

    /// <summary>Verbatim quote; null for a text.</summary>
    public string? Citation { get; private set; }

    /// <summary>What the agent concludes; null until then.</summary>
    public Conclusion? Conclusion { get; private set; }

    /// <summary>Why, where it is asked.</summary>
    public string? Motif { get; private set; }

    /// <summary>Rating of a criterion or of a value, 0 to 3; null until then.</summary>
    public int? Cote { get; private set; }

    /// <summary>Account of the agent.</summary>
    public Guid? Agent { get; private set; }

    public DateTimeOffset? Le { get; private set; }

    /// <summary>One line per rule: several constats of a rule are read together, the gravest leads.</summary>
    internal static IEnumerable<Controle> DepuisExamen(Examen examen, int version)
    {
        var rang = 0;
        foreach (var constats in examen.Constats.GroupBy(c => c.Regle, StringComparer.Ordinal))
        {
            var grave = constats.PlusGrave()!;
            var regle = examen.Reglement.Regles.First(r => r.Code == grave.Activee);
            yield return new Controle
            {
                Id = Guid.CreateVersion7(),
                Version = version,
                Rang = ++rang,
                Regle = grave.Regle,
                Nom = grave.Nom,
                Groupe = regle.Regle.Groupe,
                Propose = grave.Resultat,
                Message = string.Join(' ', constats.Select(c => c.Message).Distinct(StringComparer.Ordinal)),
                Document = grave.Source.Document,
                Citation = grave.Source.Citation,
            };
        }
    }

    /// <summary>
    /// True when a conclusion asks for a reason: where it differs from what was computed, for every non conforme, and to
    /// settle an alert or an « à vérifier ».
    /// </summary>
    public static bool ExigeUnMotif(ResultatConstat propose, Conclusion conclusion) =>
        (propose, conclusion)
            is not (

                (ResultatConstat.Conforme, Dossiers.Conclusion.Conforme)
                or
                (ResultatConstat.NonApplicable, Dossiers.Conclusion.SansObjet)
            );

    /// <summary>True when the rule holds: as the agent concludes, else as it was computed.</summary>
    public bool EstTenue =>
        Conclusion is { } conclusion
            ? conclusion != Dossiers.Conclusion.NonConforme
            : Propose is ResultatConstat.Conforme or ResultatConstat.NonApplicable;

    /// <summary>True when this line is settled.</summary>
    public bool EstConclu => Conclusion is not null;

    /// <summary>Takes the conclusion of the version before, where the rule finds the same.</summary>
    internal void Reprendre(Controle? avant)
    {
        if (avant?.Propose == Propose && avant.Message == Message)
            (Conclusion, Motif, Cote, Agent, Le) = (avant.Conclusion, avant.Motif, avant.Cote, avant.Agent, avant.Le);
    }

    /// <summary>Takes what the rule finds now; a finding that differs is to be concluded again.</summary>
    /// <returns>True when it differs.</returns>
    internal bool Rejuger(Controle nouvelle)
    {
        if (nouvelle.Propose == Propose && nouvelle.Message == Message)
            return false;
        (Propose, Message, Document, Citation) = (nouvelle.Propose, nouvelle.Message, nouvelle.Document, nouvelle.Citation);
        Remettre();
        return true;
    }

    /// <summary>To be concluded again.</summary>
    internal void Remettre() => (Conclusion, Motif, Agent, Le) = (null, null, null, null);

    internal void Coter(int? cote) => Cote = cote;

    internal bool EstDeja(Conclusion conclusion, string? motif) => Conclusion == conclusion && (Motif ?? "") == (motif?.Trim() ?? "");

    internal void Conclure(Conclusion conclusion, string? motif, Guid agent, DateTimeOffset instant)
    {
        (Conclusion, Motif, Agent, Le) = (conclusion, string.IsNullOrWhiteSpace(motif) ? null : motif.Trim(), agent, instant);
    }
}
