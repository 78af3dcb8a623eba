using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R36: computers for agents are never eligible; equipment for users is an alert.</summary>
public sealed class EquipementsDesAgentsExclus : Regle, IExclutUneCategorie
{
    public CategorieDepense Categorie => CategorieDepense.EquipementAgents;

    public override string Nom => "Équipement des agents";

    public override string Phrase => "Les équipements informatiques des agents sont exclus de l’assiette.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        LignesExclues.Exemples(modele, Categorie, "Des ordinateurs pour les agents");

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var lignes = LignesExclues
            .Juger(juge, examen, Categorie, "Les équipements informatiques pour les agents sont exclus de ces financements.")
            .ToList();
        var materiels = (examen.Projet.Depenses ?? [])
            .Select((d, i) => (Ligne: d, Index: i))
            .Where(l => l.Ligne is { Categorie: CategorieDepense.Materiel, Eligible: true })
            .Select(l =>
                juge.Alerte(
                        $"« {l.Ligne.Libelle} » : le matériel est admis pour les usagers seulement. Précisez qu’il ne sert pas aux agents.",
                        $"depenses[{l.Index}].categorie"
                    )
                    .Avec("ligne", l.Ligne.Libelle)
            )
            .ToList();
        return materiels.Count > 0 && lignes is [{ Resultat: ResultatConstat.NonApplicable }] ? materiels : [.. lignes, .. materiels];
    }
}
