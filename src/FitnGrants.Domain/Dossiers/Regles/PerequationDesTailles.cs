using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R57: balance between sizes of collectivités; a value of the instance, read on its dashboard, never a quota.</summary>
public sealed class PerequationDesTailles : Regle
{
    public override string Nom => "Péréquation entre tailles";

    public override string Phrase => "L’instance veille à l’équilibre entre tailles et échelles de collectivités.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override ImmutableArray<string> Cles => Tailles.Cles;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.DePopulation(activee.Parametres.Entier("moyenne", 3_500) - 1),
            modele.DePopulation(activee.Parametres.Entier("moyenne", 3_500)),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        examen.Population is { } population
            ?
            [
                juge.Conforme($"{Tailles.De(population, juge.Parametres)} collectivité, {Libelles.Habitants(population)}.")
                    .Avec("taille", Tailles.De(population, juge.Parametres)),
            ]
            : [juge.Inconnu("Population inconnue : la taille de la collectivité ne peut pas être regardée.")];
}
