using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dispositifs;

/// <summary>When a rule is asked.</summary>
[Flags]
public enum Moment
{
    Aucun = 0,
    Simulation = 1,
    Depot = 2,
    Instruction = 4,
    Decision = 8,

    /// <summary>Before the dossier enters an agenda.</summary>
    OrdreDuJour = 16,

    /// <summary>When a laureate reports.</summary>
    Suivi = 32,

    /// <summary>At the edition of the act, and when its plan is balanced again.</summary>
    Acte = 64,
    AvantDecision = Simulation | Depot | Instruction,
    Toujours = AvantDecision | Decision,
}

/// <summary>Which part of the grid a rule belongs to.</summary>
public enum GroupeDeRegles
{
    Porteur,
    Financement,
    Projet,
    Priorites,
    Calendrier,
    Decision,
    Acte,
    Suivi,
}

/// <summary>
/// A rule of the field: one class, one sentence, one mechanism. The dispositif's YAML switches it on under a code,
/// with a mode and parameters. A rule depends on nothing but the <see cref="Examen"/> it is given.
/// </summary>
public abstract class Regle
{
    /// <summary>Short name, as read in the grid.</summary>
    public abstract string Nom { get; }

    /// <summary>The sentence the rule enforces.</summary>
    public abstract string Phrase { get; }

    public abstract GroupeDeRegles Groupe { get; }

    public virtual Moment Moments => Moment.AvantDecision;

    /// <summary>True for a criterion or a value that the agent rates, 0 to 3 (A21).</summary>
    public virtual bool SeCote => false;

    /// <summary>Parameters it accepts: « cle » for a whole number, « cle[] » a list, « cle$ » a text, « cle@ » a date.</summary>
    public virtual ImmutableArray<string> Cles => [];

    /// <summary>True when the rule has nothing to say of a new deposit after « à revoir » (A18).</summary>
    public virtual bool PremierDepotSeulement => false;

    /// <summary>
    /// Examples on each side of the boundary in a dispositif, judged by the rule itself where they are shown; none for a
    /// rule that only informs.
    /// </summary>
    public virtual IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) => [];

    /// <summary>Judges, once per thing judged. Never throws, whatever the amounts and the dates.</summary>
    public IEnumerable<Constat> Examiner(RegleActivee activee, Examen examen)
    {
        var hors =
            activee.Mode == ModeRegle.Inactif
            || (Moments & examen.Moment) == Moment.Aucun
            || (PremierDepotSeulement && !examen.Situation.PremierDepot);
        return hors ? [] : Juger(new Juge(activee, examen), examen);
    }

    protected abstract IEnumerable<Constat> Juger(Juge juge, Examen examen);
}

/// <summary>A rule that informs and judges nothing.</summary>
public abstract class RegleDInformation : Regle
{
    /// <inheritdoc />
    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    /// <inheritdoc />
    public override Moment Moments => Moment.Simulation;

    /// <inheritdoc />
    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) => [juge.SansObjet(juge.Phrase)];
}

/// <summary>Makes the constats of one active rule: the mode decides what a breach does, the moment what a gap does.</summary>
public sealed class Juge(RegleActivee activee, Examen examen)
{
    public Parametres Parametres => activee.Parametres;

    public string Code => activee.Code;

    public string Phrase => activee.Phrase;

    /// <summary>The rule holds.</summary>
    public Constat Conforme(string message, string? champ = null) => Faire(ResultatConstat.Conforme, message, champ);

    /// <summary>Nothing to judge.</summary>
    public Constat SansObjet(string message) => Faire(ResultatConstat.NonApplicable, message, null);

    /// <summary>To be looked at, whatever the mode.</summary>
    public Constat Alerte(string message, string? champ = null) => Faire(ResultatConstat.Alerte, message, champ);

    /// <summary>The rule is broken: the mode says what follows.</summary>
    public Constat Manquement(string message, string? champ = null) =>
        Faire(activee.Mode == ModeRegle.Bloquant ? ResultatConstat.Bloquant : ResultatConstat.Alerte, message, champ);

    /// <summary>A value is missing: to be checked, but a rule that blocks has nothing « à vérifier » at deposit.</summary>
    public Constat Inconnu(string message, string? champ = null) =>
        Faire(
            examen.Moment == Moment.Depot && activee.Mode == ModeRegle.Bloquant ? ResultatConstat.Bloquant : ResultatConstat.AVerifier,
            message,
            champ
        );

    private Constat Faire(ResultatConstat resultat, string message, string? champ) =>
        new()
        {
            Regle = activee.Code,
            Activee = activee.Code,
            Nom = activee.Nom,
            Resultat = resultat,
            Message = Francais.Typographier(message),
            Source = activee.Source,
            Champ = champ,
        };
}

/// <summary>Adds to a constat what a rule knows beyond its sentence.</summary>
public static class ConstatExtensions
{
    /// <summary>With a value used.</summary>
    public static Constat Avec(this Constat constat, string nom, string? valeur) =>
        valeur is null ? constat : constat with { Valeurs = constat.Valeurs.SetItem(nom, valeur) };

    /// <summary>Under the code of a reading (A15, A30…) instead of the rule's own.</summary>
    public static Constat SousLeCode(this Constat constat, string code) => constat with { Regle = code };

    /// <summary>The gravest of several constats, the first of equals; null when there is none.</summary>
    public static Constat? PlusGrave(this IEnumerable<Constat> constats) =>
        constats.MinBy(c =>
            c.Resultat switch
            {
                ResultatConstat.Bloquant => 0,
                ResultatConstat.AVerifier => 1,
                ResultatConstat.Alerte => 2,
                ResultatConstat.Conforme => 3,
                _ => 4,
            }
        );

    /// <summary>Beside a field, unless the rule holds: a member that breaks none has nothing to mend.</summary>
    public static Constat AuChamp(this Constat constat, string? champ) =>
        constat.Resultat == ResultatConstat.Conforme ? constat : constat with { Champ = champ };

    /// <summary>With the amount that would settle it.</summary>
    public static Constat Proposant(this Constat constat, Euros montant) => constat with { Proposition = montant };
}
