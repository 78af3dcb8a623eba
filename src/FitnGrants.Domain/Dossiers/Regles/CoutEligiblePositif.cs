using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>I5: the assiette is the sum of the eligible costs, and it is above zero.</summary>
public sealed class CoutEligiblePositif : Regle
{
    public override string Nom => "Coût éligible";

    public override string Phrase => "Le coût éligible du projet est supérieur à zéro.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Plan("Un centime de dépenses éligibles.", Euros.UnCentime, Euros.UnCentime),
            modele.Projet("Les seules dépenses sont hors de l’assiette.", p =>
                p with
                {
                    Depenses = [Modele.Ligne(new Euros(20_000m), eligible: false)],
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Assiette is not { } assiette)
            return [juge.Inconnu("Indiquez les dépenses du projet et leur montant.", "depenses")];
        var negatives = examen
            .Projet.Depenses!.Value.Select((d, i) => (Ligne: d, Champ: $"depenses[{i}].montant"))
            .Where(l => l.Ligne.Montant(examen.Projet.BaseRetenue) < Euros.Zero)
            .ToList();
        if (negatives.Count > 0)
            return negatives.Select(l =>
                juge.Manquement($"« {l.Ligne.Libelle} » : le montant d’une dépense ne peut pas être négatif.", l.Champ)
            );
        return
        [
            (
                assiette > Euros.Zero
                    ? juge.Conforme($"{assiette} de dépenses éligibles.")
                    : juge.Manquement("Le coût éligible du projet doit être supérieur à zéro.", "depenses")
            ).Avec("assiette", assiette.ToString()),
        ];
    }
}
