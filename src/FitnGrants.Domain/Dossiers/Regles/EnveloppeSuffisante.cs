using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R3, R4, R5: the sum of active accords never passes the envelope. Equality is allowed.</summary>
public sealed class EnveloppeSuffisante : Regle
{
    public override string Nom => "Enveloppe";

    public override string Phrase => "La somme des accords ne dépasse jamais l’enveloppe du dispositif.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.Simulation | Moment.Decision;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Decider("Il reste 16 000,00 €, l’accord est de 16 000,00 €.", modele.Accord, s =>
                s with
                {
                    Disponible = new Euros(16_000m),
                }
            ),
            modele.Decider("Il reste 15 999,99 €, l’accord est de 16 000,00 €.", modele.Accord, s =>
                s with
                {
                    Disponible = new Euros(15_999.99m),
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen is { Moment: Moment.Decision, Decision.Type: Seances.TypeDecision.Accord, Situation.Disponible: null })
            return [juge.Manquement("Enveloppe non vérifiée : l’accord ne peut pas être enregistré.", "montant")];
        if (examen.Situation.Disponible is not { } disponible || !examen.Candidature.Porteur.EstReel || examen.Montant is not { } montant)
            return [juge.SansObjet($"Enveloppe de {examen.Reglement.Enveloppe}, vérifiée au moment de l’accord.")];

        var manque = $"Enveloppe insuffisante : disponible {disponible}, demandé {montant}.";
        var constat =
            montant <= disponible ? juge.Conforme($"disponible {disponible}, demandé {montant}.")
            : examen.Moment == Moment.Decision ? juge.Manquement(manque, "montant")
            : juge.Alerte(manque);
        return [constat.Avec("disponible", disponible.ToString()).Avec("demande", montant.ToString())];
    }
}
