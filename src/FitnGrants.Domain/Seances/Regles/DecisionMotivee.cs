using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances.Regles;

/// <summary>R64: a motivation and at least one ground among criteria, values, priorities and exclusions.</summary>
public sealed class DecisionMotivee : Regle
{
    public override string Nom => "Décision motivée";

    public override string Phrase => "La décision est motivée au vu des critères, valeurs, priorités ou exclusions.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Decision;

    public override Moment Moments => Moment.Decision;

    public override ImmutableArray<string> Cles => ["longueurMinimale"];

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [Motiver(modele, activee, 0), Motiver(modele, activee, -1)];

    private static Exemple Motiver(Modele modele, RegleActivee activee, int ecart)
    {
        var longueur = activee.Parametres.Entier("longueurMinimale", 20) + ecart;
        return modele.Decider(
            $"La motivation a {Francais.Compte(longueur, "caractère")}.",
            modele.Accord with
            {
                Motivation = new string('x', Math.Max(0, longueur)),
            }
        );
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Decision is not { } decision)
            yield break;
        var longueur = decision.Motivation?.Trim().Length ?? 0;
        var minimum = juge.Parametres.Entier("longueurMinimale", 20);
        if (longueur < minimum)
            yield return juge.Manquement(
                    $"La décision doit être motivée au vu des critères, valeurs, priorités ou exclusions : écrivez au moins {minimum} "
                        + "caractères.",
                    "motivation"
                )
                .Avec("longueur", longueur.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (decision.Fondements.IsDefaultOrEmpty)
            yield return juge.Manquement(
                "La décision doit être motivée au vu des critères, valeurs, priorités ou exclusions : cochez au moins un fondement.",
                "fondements"
            );
        if (longueur >= minimum && !decision.Fondements.IsDefaultOrEmpty)
            yield return juge.Conforme("décision motivée.");
    }
}
