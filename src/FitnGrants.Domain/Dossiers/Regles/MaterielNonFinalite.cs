using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R35: material is not an end in itself: blocked when it is the whole assiette, an alert from a share on (A10).</summary>
public sealed class MaterielNonFinalite : Regle
{
    public override string Nom => "Matériel comme finalité";

    public override string Phrase => "L’achat de matériel n’est pas la finalité du projet.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override ImmutableArray<string> Cles => ["seuilAlerte"];

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            Part(modele, activee.Parametres.Entier("seuilAlerte", 50) - 1),
            Part(modele, activee.Parametres.Entier("seuilAlerte", 50)),
            Part(modele, 100),
        ];

    private static Exemple Part(Modele modele, int part) =>
        modele.Projet($"Le matériel fait {part} % du coût éligible.", p =>
            p with
            {
                Depenses = [Modele.Ligne(new Euros(part * 100m), CategorieDepense.Materiel), Modele.Ligne(new Euros((100 - part) * 100m))],
            }
        );

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Assiette is not { } assiette || examen.Projet.Depenses is not { } depenses)
            return [juge.Inconnu("Indiquez les dépenses du projet.", "depenses")];
        var materiel = Projet.Somme(
            depenses.Where(d => examen.Retenue(d) && d.Categorie is (CategorieDepense.Materiel or CategorieDepense.EquipementAgents)),
            d => d.Montant(examen.Projet.BaseRetenue)
        ) ?? Euros.Zero;
        if (materiel.Sur(assiette) is not { } taux || materiel <= Euros.Zero)
            return [juge.SansObjet("Aucun matériel dans l’assiette.")];
        var seuil = juge.Parametres.Entier("seuilAlerte", 50);
        var part = Francais.Taux(taux, seuil, 100m);
        return [(
                materiel >= assiette
                    ? juge.Manquement(
                        "Le projet n’achète que du matériel : l’achat de matériel ne peut pas être la finalité du projet.",
                        "depenses"
                    )
                : taux.Pourcentage >= seuil
                    ? juge.Alerte($"Le matériel fait {part} du coût éligible : montrez qu’il n’est pas la finalité du projet.", "depenses")
                : juge.Conforme($"le matériel fait {part} du coût éligible.")
            ).Avec("materiel", materiel.ToString()).Avec("part", part)];
    }
}
