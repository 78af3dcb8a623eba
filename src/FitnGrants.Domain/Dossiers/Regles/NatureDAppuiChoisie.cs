using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R25: engineering, deployment, support or training: at least one.</summary>
public sealed class NatureDAppuiChoisie : Regle
{
    public override string Nom => "Nature de l’appui";

    public override string Phrase => "Le projet relève de l’ingénierie, du déploiement, de l’accompagnement ou de la formation.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Une nature d’appui est choisie.", p => p),
            modele.Projet("Aucune nature d’appui n’est choisie.", p => p with { NaturesAppui = [] }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        [
            examen.Projet.NaturesAppui switch
            {
                null => juge.Inconnu("Choisissez au moins une nature d’appui.", "naturesAppui"),
                { Length: 0 } => juge.Manquement("Choisissez au moins une nature d’appui.", "naturesAppui"),
                { } choix => juge.Conforme($"{Francais.Compte(choix.Length, "nature d’appui choisie", "natures d’appui choisies")}."),
            },
        ];
}
