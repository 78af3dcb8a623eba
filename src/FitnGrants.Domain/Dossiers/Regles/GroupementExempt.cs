using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R48: a groupement is two distinct SIREN or more, and is outside R47, any number of times (A4).</summary>
public sealed class GroupementExempt : Regle
{
    public override string Nom => "Groupement";

    public override string Phrase => "Une collectivité peut être lauréate d’autres projets dans le cadre d’un groupement.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Porteur;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Avec("Deux collectivités portent le projet.", c => c with { Membres = [modele.Voisine] }),
            modele.Avec("Une collectivité porte seule le projet.", c => c),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        [
            examen.Candidature.EstGroupement
                ? juge.Conforme("groupement : la limite d’un projet individuel ne s’applique pas.")
                : juge.SansObjet("Le dossier est individuel."),
        ];
}
