using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R50: a participative method with the users and agents concerned; the instructor rates it.</summary>
public sealed class MethodeParticipative : Regle
{
    public override string Nom => "Méthode participative";

    public override string Phrase =>
        "Le projet présente une méthode participative centrée sur les usages, avec les usagers et les agents concernés.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override bool SeCote => true;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Le dossier décrit trois ateliers avec des parents et des agents.", p =>
                p with
                {
                    MethodeParticipative = "Trois ateliers avec des parents et des agents.",
                }
            ),
            modele.Projet("Le dossier ne décrit aucune méthode.", p => p with { MethodeParticipative = "" }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        const string demande = "Décrivez la méthode participative : comment les usagers et les agents sont associés.";
        return
        [
            examen.Projet.MethodeParticipative switch
            {
                null => juge.Inconnu(demande, "methodeParticipative"),
                { } texte when string.IsNullOrWhiteSpace(texte) => juge.Manquement(demande, "methodeParticipative"),
                _ => juge.Conforme("une méthode est présentée."),
            },
        ];
    }
}
