using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R18: resources equal costs to the cent; each resource has an origin, an amount, a status, a proof.</summary>
public sealed class PlanEquilibre : Regle
{
    public override string Nom => "Plan équilibré";

    public override string Phrase => "Les ressources égalent les dépenses au centime ; chaque ressource est définie.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Dépenses 20 000,00 €, ressources 20 000,00 €.", p =>
                p with
                {
                    Ressources = Modele.Ressources(new Euros(20_000m), new Euros(16_000m)),
                }
            ),
            modele.Projet("Dépenses 20 000,00 €, ressources 20 000,01 €.", p =>
                p with
                {
                    Ressources = Modele.Ressources(new Euros(20_000.01m), new Euros(16_000m)),
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        yield return Equilibre(juge, examen.Projet);
        var ressources = examen.Projet.Ressources ?? [];
        for (var i = 0; i < ressources.Length; i++)
        {
            if (ressources[i].Statut is null)
                yield return juge.Inconnu(
                    $"Ressource {i + 1} : indiquez son statut, sollicité, acquis ou refusé.",
                    $"ressources[{i}].statut"
                );
            var acquise = ressources[i] is { Statut: StatutRessource.Acquis, Type: not TypeRessource.Autofinancement };
            var sansPreuve = ressources[i].Preuve == false || (ressources[i].Preuve is null && examen.Moment == Moment.Depot);
            if (acquise && sansPreuve)
                yield return juge.Manquement(
                    $"Ressource {i + 1} : une ressource acquise s’accompagne de sa preuve, décision ou convention.",
                    $"ressources[{i}].preuve"
                );
            else if (acquise && !examen.Candidature.Joint(TypePiece.PreuveDeFinancement))
                yield return juge.Inconnu(
                    $"Ressource {i + 1} : joignez la preuve de cette ressource acquise, décision ou convention.",
                    "pieces.PreuveDeFinancement"
                );
        }
    }

    private static Constat Equilibre(Juge juge, Projet projet)
    {
        if (projet.TotalDepenses is not { } depenses || projet.TotalRessources is not { } ressources)
            return juge.Inconnu("Indiquez les dépenses et les ressources du projet.", projet.Depenses is null ? "depenses" : "ressources");
        return (
            depenses == ressources
                ? juge.Conforme($"dépenses et ressources équilibrées, {depenses}.")
                : juge.Manquement(
                    $"Le plan de financement n’est pas équilibré : dépenses {depenses}, ressources {ressources}.",
                    "ressources"
                )
        )
            .Avec("depenses", depenses.ToString())
            .Avec("ressources", ressources.ToString());
    }
}
