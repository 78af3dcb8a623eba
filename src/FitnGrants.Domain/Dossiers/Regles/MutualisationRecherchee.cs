using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R46: sharing and rising skills are sought; an empty answer is an alert where the règlement says so.</summary>
public sealed class MutualisationRecherchee : Regle
{
    public override string Nom => "Mutualisation";

    public override string Phrase => "Le projet recherche la montée en compétences des collectivités et la mutualisation des initiatives.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override bool SeCote => true;

    public override ImmutableArray<string> Cles => ["alerteSiVide"];

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Le dossier dit ce qui est mutualisé.", p =>
                p with
                {
                    Mutualisation = "Le portail et sa documentation sont offerts aux communes voisines.",
                }
            ),
            modele.Projet("Le dossier n’en dit rien.", p => p with { Mutualisation = "" }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        const string champ = "mutualisation";
        const string demande = "Dites ce que le projet met en commun ou apprend à d’autres collectivités.";
        return
        [
            examen.Projet.Mutualisation switch
            {
                null => juge.Inconnu(demande, champ),
                { } texte when !string.IsNullOrWhiteSpace(texte) => juge.Conforme("la mutualisation est décrite."),
                _ when juge.Parametres.Entier("alerteSiVide", 0) > 0 => juge.Alerte(demande, champ),
                _ => juge.SansObjet("Rien n’est dit de la mutualisation : cette priorité ne joue pas."),
            },
        ];
    }
}
