using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>
/// R38, R40 to R45, R51 to R53, R58, R76: a priority, a criterion or a value that the porteur may claim with a
/// justification, and that the instructor confirms. It never blocks and never decides (A21).
/// </summary>
public sealed class PrioriteRevendiquee : Regle
{
    public override string Nom => "Priorité";

    public override string Phrase => "Une priorité revendiquée est justifiée ; l’instruction la confirme ou non.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override bool SeCote => true;

    public override ImmutableArray<string> Cles => ["priorite$"];

    /// <summary>The priority that an activation speaks of; null when its parameter is not one.</summary>
    public static Priorite? De(Parametres parametres) =>
        Enum.TryParse<Priorite>(parametres.Texte("priorite", ""), out var p) && Enum.IsDefined(p) ? p : null;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        if (De(activee.Parametres) is not { } priorite)
            return [];
        Exemple Dire(string cas, string? justification) =>
            modele.Projet(cas, p => p with { Revendications = [new Revendication(priorite, Oui: true, justification)] });
        return
        [
            Dire("La priorité est revendiquée et justifiée.", "Deux ateliers avec les habitants, puis un point d’accueil."),
            Dire("La priorité est revendiquée sans justification.", null),
        ];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (De(juge.Parametres) is not { } priorite)
            return [juge.SansObjet(juge.Phrase)];
        var champ = $"revendications.{priorite}";
        if (examen.Projet.Revendications is null)
            return [juge.Inconnu("Le projet répond-il à cette priorité ? Rien n’est encore dit.", champ)];
        return
        [
            examen.Projet.Revendication(priorite) switch
            {
                null or { Oui: false } => juge.SansObjet("Cette priorité n’est pas revendiquée."),
                { Justification: var j } when string.IsNullOrWhiteSpace(j) => juge.Alerte(
                    "Cette priorité est revendiquée sans justification : dites en une phrase comment le projet y répond.",
                    champ
                ),
                _ => juge.Conforme("revendiquée et justifiée ; l’instruction la confirmera.", champ),
            },
        ];
    }
}
