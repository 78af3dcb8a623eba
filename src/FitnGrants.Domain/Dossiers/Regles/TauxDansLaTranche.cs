using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>
/// R20, R21, R22: the amount stands between the floor and the ceiling of the band of the porteur's population.
/// Amounts are compared in cents, never rounded rates. One activation per band: the others have nothing to judge.
/// </summary>
public sealed class TauxDansLaTranche : Regle
{
    public override string Nom => "Taux d’intervention";

    public override string Phrase => "Le montant respecte le minimum et le maximum de la tranche de population.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.Toujours | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        modele.Reglement.Tranches.FirstOrDefault(t => t.Code == activee.Code) is not { } tranche
            ? []
            :
            [
                .. tranche.Min is { } min
                    ? [Demande(modele, tranche, Assiette.Plancher(min)), Demande(modele, tranche, Assiette.Plancher(min) - Euros.UnCentime)]
                    : Array.Empty<Exemple>(),
                Demande(modele, tranche, Assiette.Plafond(tranche.Max)),
                Demande(modele, tranche, Assiette.Plafond(tranche.Max) + Euros.UnCentime),
            ];

    private static readonly Euros Assiette = new(20_000m);

    private static Exemple Demande(Modele modele, Tranche tranche, Euros montant)
    {
        var population = Math.Max(tranche.BorneInf, 1);
        var plan = modele.Plan(
            $"{Libelles.Habitants(population)}, {montant} demandés pour {Assiette} de coût éligible.",
            Assiette,
            montant
        );
        return plan with
        {
            Candidature = plan.Candidature with
            {
                Porteur = plan.Candidature.Porteur with { PopulationTotale = population, PopulationMunicipale = population },
            },
        };
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) => [JugerTranche(juge, examen)];

    private static Constat JugerTranche(Juge juge, Examen examen)
    {
        var tranche = examen.Reglement.Tranches.FirstOrDefault(t => t.Code == juge.Code);
        if (tranche is null || examen.Tranche != tranche || !Porteur.EstAdmis(examen))
            return juge.SansObjet($"Tranche de {tranche?.Libelle} : elle ne concerne pas votre collectivité.");
        if (examen.Montant is not { } montant)
            return juge.Inconnu("Indiquez le montant demandé au fonds.", "ressources");
        if (montant <= Euros.Zero)
            return juge.Manquement("La subvention demandée doit être supérieure à zéro.", "montant");
        if (examen.Bornes is not { } bornes || examen.Assiette is not { } assiette)
            return juge.Inconnu("Indiquez les dépenses du projet : le taux en dépend.", "depenses");
        if (assiette <= Euros.Zero)
            return juge.SansObjet("Le taux se calcule sur un coût éligible supérieur à zéro.");

        return Comparer(juge, examen, tranche, montant, bornes, assiette)
            .Avec("population", Francais.Entier(examen.Population ?? 0))
            .Avec("taux", Lire(examen, montant, assiette))
            .Avec("plancher", bornes.Plancher.ToString())
            .Avec("plafond", bornes.Plafond.ToString());
    }

    private static string? Lire(Examen examen, Euros montant, Euros assiette) =>
        montant.Sur(assiette) is { } taux ? Francais.Taux(taux, examen.TauxBornes.AsSpan()) : null;

    private static Constat Comparer(Juge juge, Examen examen, Tranche tranche, Euros montant, Bornes bornes, Euros assiette)
    {
        var taux = Lire(examen, montant, assiette);
        var max = Francais.TauxBref(tranche.Max.Pourcentage);
        var mot = examen.Decision is null ? "demandé" : "accordé";
        if (!bornes.Admettent)
            return juge.Manquement("Le coût éligible est trop faible : aucun montant ne respecte le taux de votre tranche.", "depenses");
        if (montant < bornes.Plancher)
            return juge.Manquement(
                    $"Taux {mot} {taux} : inférieur au minimum de {Francais.TauxBref(tranche.Min?.Pourcentage ?? 0)} % prévu pour votre "
                        + $"tranche de population. Le plus bas montant possible est {bornes.Plancher}.",
                    "montant"
                )
                .Proposant(bornes.Plancher);
        if (montant > bornes.Plafond)
            return juge.Manquement(
                    $"Taux {mot} {taux} : supérieur au maximum de {max} % prévu pour votre tranche "
                        + $"({Libelles.Habitants(examen.Population ?? 0)}). Le plus haut montant possible est {bornes.Plafond}.",
                    "montant"
                )
                .Proposant(bornes.Plafond);
        return juge.Conforme(
            tranche.Min is { } min ? $"{taux}, entre {Francais.TauxBref(min.Pourcentage)} et {max} %." : $"{taux}, {max} % au plus.",
            "montant"
        );
    }
}
