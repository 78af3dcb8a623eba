using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances.Regles;

/// <summary>R66: « à revoir » says what to improve and who helps; the dossier goes back to its porteur.</summary>
public sealed class ARevoirAccompagne : Regle
{
    public override string Nom => "À revoir accompagné";

    public override string Phrase => "Un dossier à revoir repart avec les points à améliorer et un référent.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Decision;

    public override Moment Moments => Moment.Decision;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            ARevoir(modele, "Deux points à améliorer, un référent."),
            ARevoir(modele, "Aucun point à améliorer.") with
            {
                Decision = ARevoir(modele, "").Decision! with { Axes = [] },
            },
        ];

    private static Exemple ARevoir(Modele modele, string cas) =>
        modele.Decider(
            cas,
            modele.Accord with
            {
                Type = TypeDecision.ARevoir,
                MontantAccorde = null,
                Axes = [new("Associer les usagers", "projet"), new("Préciser le coût", "financement")],
                Referent = "Référent du laboratoire",
            }
        );

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Decision is not { Type: TypeDecision.ARevoir } decision)
            yield break;
        if (decision.Axes.IsDefaultOrEmpty || decision.Axes.All(a => string.IsNullOrWhiteSpace(a.Texte)))
            yield return juge.Manquement("Indiquez au moins un point à améliorer.", "axes");
        if (string.IsNullOrWhiteSpace(decision.Referent))
            yield return juge.Manquement("Indiquez le référent qui accompagne le porteur.", "referent");
        var situation = examen.Situation;
        if (situation.NombreARevoir > 0)
            yield return juge.Alerte($"Ce dossier a déjà été mis à revoir {Francais.Compte(situation.NombreARevoir, "fois", "fois")}.")
                .SousLeCode("A17");
        if (
            situation.DateSeance is { } jour
            && situation.Seances.Length > 0
            && situation.Seances.All(s => s <= jour)
            && !decision.SansSeanceUlterieure
        )
            yield return juge.Manquement(
                    "Aucune séance ultérieure n’est prévue : confirmez que le dossier est mis à revoir malgré cela.",
                    "sansSeanceUlterieure"
                )
                .SousLeCode("A17");
    }
}
