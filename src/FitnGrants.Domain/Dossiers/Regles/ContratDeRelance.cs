using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R75: the CRTE is the preferred contract; without one, an alert, never a block.</summary>
public sealed class ContratDeRelance : Regle
{
    public override string Nom => "CRTE";

    public override string Phrase => "Le projet s’inscrit de préférence dans un contrat de relance et de transition écologique.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Le projet est inscrit dans le CRTE du territoire.", p =>
                p with
                {
                    Crte = new Crte("CRTE du territoire", Inscrit: true),
                }
            ),
            modele.Projet("Le projet n’est inscrit dans aucun CRTE.", p => p with { Crte = new Crte(null, Inscrit: false) }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        [
            examen.Projet.Crte?.Inscrit switch
            {
                null => juge.Inconnu(
                    "Le projet est-il inscrit dans un contrat de relance et de transition écologique (CRTE) ?",
                    "crte.inscrit"
                ),
                true => juge.Conforme(
                    $"inscrit dans {(string.IsNullOrWhiteSpace(examen.Projet.Crte!.Nom) ? "un CRTE" : examen.Projet.Crte.Nom)}."
                ),
                false => juge.Alerte(
                    "Aucun CRTE : c’est le modèle de contractualisation privilégié. Le dossier reste recevable.",
                    "crte.inscrit"
                ),
            },
        ];
}
