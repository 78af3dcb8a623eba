using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>I5: the assiette is the sum of the eligible costs, and it is above zero.</summary>
public sealed class CoutEligiblePositif : Regle
{
    public override string Nom => "Coût éligible";

    public override string Phrase => "Le coût éligible du projet est supérieur à zéro.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Assiette is not { } assiette)
            return [juge.Inconnu("Indiquez les dépenses du projet et leur montant.", "depenses")];
        return [(assiette > Euros.Zero
                ? juge.Conforme($"{assiette} de dépenses éligibles.")
                : juge.Manquement("Le coût éligible du projet doit être supérieur à zéro.", "depenses"))
            .Avec("assiette", assiette.ToString())];
    }
}
