using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R27: one of the three stages of the sheet.</summary>
public sealed class EtatDAvancementDeclare : Regle
{
    public override string Nom => "État d’avancement";

    public override string Phrase => "L’état d’avancement du projet est l’un des trois que la fiche admet.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Le projet est en conception.", p => p),
            modele.Projet("L’avancement n’est pas dit.", p => p with { EtatAvancement = null }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        [
            examen.Projet.EtatAvancement is { } etat
                ? juge.Conforme(
                    etat switch
                    {
                        EtatAvancement.Conception => "Réflexion, conception.",
                        EtatAvancement.Realisation => "Mise en œuvre, réalisation.",
                        _ => "Usage, valorisation.",
                    }
                )
                : juge.Inconnu("Indiquez l’état d’avancement du projet.", "etatAvancement"),
        ];
}
