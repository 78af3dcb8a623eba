using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R15: volet 2 pays at most what the collectivités bear: eligible cost less what others have granted.</summary>
public sealed class PartALaChargeDesCollectivites : Regle
{
    public override string Nom => "Part à assumer";

    public override string Phrase => "La subvention ne dépasse pas la part que les collectivités ont à assumer.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.Toujours | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [Demande(modele, new Euros(12_000m)), Demande(modele, new Euros(12_000.01m))];

    private static Exemple Demande(Modele modele, Euros montant) =>
        modele.Projet($"Coût éligible de 20 000,00 €, 8 000,00 € acquis de la région, {montant} demandés.", p =>
            p with
            {
                Depenses = [Modele.Ligne(new Euros(20_000m))],
                Ressources =
                [
                    new LigneRessource(TypeRessource.FITN, null, montant, StatutRessource.Sollicite, Preuve: null),
                    new LigneRessource(TypeRessource.Region, null, new Euros(8_000m), StatutRessource.Acquis, Preuve: true),
                ],
            }
        );

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.PartDesCollectivites is not { } part || examen.Montant is not { } montant)
            return [juge.Inconnu("Indiquez les dépenses et les ressources du projet.", "depenses")];
        var depasse = juge.Manquement($"Le volet 2 ne finance que la part à assumer par la ou les collectivités ({part}).", "montant");
        return [(
                montant <= part ? juge.Conforme($"{montant}, dans la part à assumer par les collectivités ({part}).")
                : part > Euros.Zero ? depasse.Proposant(part)
                : depasse
            ).Avec("part", part.ToString()).Avec("montant", montant.ToString())];
    }
}
