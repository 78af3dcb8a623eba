using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Seances.Regles;

/// <summary>R65, A13: an accord grants an amount above zero and never more than was asked.</summary>
public sealed class AccordDansLaDemande : Regle
{
    public override string Nom => "Montant accordé";

    public override string Phrase =>
        "L’accord, sous réserve du conventionnement financier, porte sur un montant au plus égal à celui demandé.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Decision;

    public override Moment Moments => Moment.Decision;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Decider("16 000,00 € accordés sur 16 000,00 € demandés.", modele.Accord),
            modele.Decider("16 000,01 € accordés sur 16 000,00 € demandés.", modele.Accord with { MontantAccorde = new Euros(16_000.01m) }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Decision is not { Type: TypeDecision.Accord } decision)
            return [];
        if (decision.MontantAccorde is not { } accorde || accorde <= Euros.Zero)
            return [juge.Manquement("Indiquez le montant accordé, supérieur à zéro.", "montant")];
        var demande = examen.Projet.MontantDemande ?? Euros.Zero;
        return [(
                accorde > demande
                    ? juge.Manquement($"Le montant accordé ({accorde}) dépasse le montant demandé ({demande}).", "montant")
                        .Proposant(demande)
                : accorde < demande
                    ? juge.Alerte($"Montant accordé inférieur au montant demandé ({demande}) : le plan sera à rééquilibrer.")
                        .SousLeCode("A13")
                : juge.Conforme("montant accordé égal au montant demandé.")
            ).Avec("accorde", accorde.ToString()).Avec("demande", demande.ToString())];
    }
}
