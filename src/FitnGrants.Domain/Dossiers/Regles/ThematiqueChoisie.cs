using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R24: at least one of the three themes.</summary>
public sealed class ThematiqueChoisie : Regle
{
    public override string Nom => "Thématique";

    public override string Phrase => "Le projet relève d’au moins une des trois thématiques du fonds.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Une thématique est choisie.", p => p),
            modele.Projet("Aucune thématique n’est choisie.", p => p with { Thematiques = [] }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        [
            examen.Projet.Thematiques switch
            {
                null => juge.Inconnu("Choisissez au moins une thématique.", "thematiques"),
                { Length: 0 } => juge.Manquement("Choisissez au moins une thématique.", "thematiques"),
                { } choix => juge.Conforme($"{Francais.Compte(choix.Length, "thématique choisie", "thématiques choisies")}."),
            },
        ];
}
