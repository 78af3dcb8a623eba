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

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Decision is not { Type: TypeDecision.ARevoir } decision)
            yield break;
        if (decision.Axes.IsDefaultOrEmpty || decision.Axes.All(string.IsNullOrWhiteSpace))
            yield return juge.Manquement("Indiquez au moins un point à améliorer.", "axes");
        if (string.IsNullOrWhiteSpace(decision.Referent))
            yield return juge.Manquement("Indiquez le référent qui accompagne le porteur.", "referent");
    }
}
