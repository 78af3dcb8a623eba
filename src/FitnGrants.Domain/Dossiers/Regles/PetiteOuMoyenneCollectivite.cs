using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R9, R39: small and medium collectivités, or a groupement that has one, come first. Ranking only (A9).</summary>
public sealed class PetiteOuMoyenneCollectivite : Regle
{
    public override string Nom => "Petite ou moyenne collectivité";

    public override string Phrase =>
        "Les petites et moyennes collectivités, ou un groupement les intégrant, sont regardées avec bienveillance.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override ImmutableArray<string> Cles => Tailles.Cles;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var seuil = activee.Parametres.Entier("grande", 50_000);
        return [modele.DePopulation(seuil - 1), modele.DePopulation(seuil)];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var reference = examen.Reglement.PopulationReference;
        var connues = examen.Candidature.Tous.Where(b => b.Population(reference) is not null).ToList();
        if (connues.MinBy(b => b.Population(reference)) is not { } plusPetite)
            return [juge.Inconnu("Population inconnue : la taille de la collectivité ne peut pas être regardée.")];
        var population = plusPetite.Population(reference)!.Value;
        var taille = Tailles.De(population, juge.Parametres);
        return
        [
            (
                taille == "grande"
                    ? juge.SansObjet($"{plusPetite.Nom} compte {Libelles.Habitants(population)} : cette priorité ne joue pas.")
                    : juge.Conforme($"{plusPetite.Nom}, {Libelles.Habitants(population)} : {taille} collectivité.")
            )
                .Avec("taille", taille)
                .Avec("population", Francais.Entier(population)),
        ];
    }
}
