using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R14: volet 2 asks for a laboratory and its letter of commitment.</summary>
public sealed class AppuiDUnLaboratoire : Regle
{
    public override string Nom => "Laboratoire";

    public override string Phrase => "Le projet s’appuie sur un laboratoire d’innovation territoriale qui s’y engage par lettre.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Un laboratoire s’engage par lettre.", p => p),
            modele.Projet("Un laboratoire est nommé, sans lettre.", p =>
                p with
                {
                    Laboratoire = new Laboratoire("Laboratoire d’exemple", Lettre: false),
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        const string message =
            "Le volet 2 exige l’appui d’un laboratoire d’innovation territoriale : indiquez-le et joignez sa lettre d’engagement.";
        var labo = examen.Projet.Laboratoire;
        if (labo is null)
            return [juge.Inconnu(message, "laboratoire.nom")];
        if (string.IsNullOrWhiteSpace(labo.Nom))
            return [juge.Manquement(message, "laboratoire.nom")];
        return
        [
            (
                labo.Lettre switch
                {
                    null => juge.Inconnu(message, "laboratoire.lettre"),
                    false => juge.Manquement(message, "laboratoire.lettre"),
                    true when !examen.Candidature.Joint(TypePiece.LettreEngagementLaboratoire) => juge.Inconnu(
                        "Joignez la lettre d’engagement du laboratoire.",
                        "pieces.LettreEngagementLaboratoire"
                    ),
                    true => juge.Conforme(
                        $"{labo.Nom}, lettre d’engagement {(examen.Candidature.Pieces is null ? "déclarée" : "jointe")}."
                    ),
                }
            ).Avec("laboratoire", labo.Nom),
        ];
    }
}
