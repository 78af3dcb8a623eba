using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R54: an online service goes further than its paper form: design, accessibility, interfaces. An alert.</summary>
public sealed class PlusValueObjectivee : Regle
{
    public override string Nom => "Plus-value pour les usagers";

    public override string Phrase =>
        "La plus-value pour les usagers est objectivée : un service en ligne va plus loin que le formulaire papier.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override bool SeCote => true;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Un service en ligne décrit sa conception avec les usagers et FranceConnect.", p =>
                p with
                {
                    PlusValue = "Conçu avec les usagers, relié à FranceConnect.",
                }
            ),
            modele.Projet("Un service en ligne n’en dit rien.", p => p with { PlusValue = "" }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        const string demande =
            "Décrivez ce que les usagers y gagnent : conception, accessibilité, intégration (par exemple FranceConnect), au-delà du "
            + "formulaire papier.";
        return
        [
            (examen.Projet.Thematiques, examen.Projet.PlusValue) switch
            {
                (_, { } texte) when !string.IsNullOrWhiteSpace(texte) => juge.Conforme("la plus-value pour les usagers est décrite."),
                (null, _) => juge.Inconnu("Choisissez une thématique : la plus-value se regarde pour un service en ligne.", "thematiques"),
                ({ } themes, _)
                    when !themes.Contains(Thematique.ServiceEnLigneDonneesDematerialisation)
                        && !themes.Contains(Thematique.OffreOmnicanale) => juge.SansObjet(
                    "Le projet n’est ni un site ni un service en ligne."
                ),
                (_, null) => juge.Inconnu(demande, "plusValue"),
                _ => juge.Alerte(demande, "plusValue"),
            },
        ];
    }
}
