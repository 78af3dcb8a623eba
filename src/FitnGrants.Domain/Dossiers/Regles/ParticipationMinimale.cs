using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>CGCT L.1111-10 III: the owner of an investment bears 20 % of the public money. An alert, never a block (A29).</summary>
public sealed class ParticipationMinimale : Regle
{
    private static readonly Taux Part = new(20);

    /// <summary>What the owner must bear of a plan, in euros; zero for pure fonctionnement.</summary>
    public static Euros ApportMinimal(Projet projet) =>
        projet.Regime == RegimeDepense.Fonctionnement
            ? Euros.Zero
            : (projet.TotalDepenses ?? Euros.Zero)
                .Moins(
                    Projet.Somme(projet.Ressources?.Where(r => r is { Compte: true, Type: TypeRessource.Prive }), r => r.Montant)
                        ?? Euros.Zero
                )
                .Plancher(Part);

    public override string Nom => "Part du maître d’ouvrage";

    public override string Phrase => "Le maître d’ouvrage d’une opération d’investissement apporte au moins 20 % des financements publics.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Plan("La collectivité apporte 4 000,00 € sur 20 000,00 €.", new Euros(20_000m), new Euros(16_000m)),
            modele.Plan("La collectivité apporte 3 999,99 € sur 20 000,00 €.", new Euros(20_000m), new Euros(16_000.01m)),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Projet.Regime == RegimeDepense.Fonctionnement)
            return [juge.SansObjet("Cette règle vise l’investissement.")];
        var lignes = (examen.Projet.Ressources ?? []).Where(r => r.Compte).ToList();
        var propre = Projet.Somme(lignes.Where(r => r.Type == TypeRessource.Autofinancement), r => r.Montant);
        var publics = Projet.Somme(lignes.Where(r => r.Type != TypeRessource.Prive), r => r.Montant);
        if (lignes.Count == 0 || propre is not { } apport || publics is not { } total)
            return [juge.SansObjet("Indiquez les ressources : la part de la collectivité en dépend.")];
        return
        [
            (
                apport >= total.Plancher(Part)
                    ? juge.Conforme($"{apport} sur {total} de financements publics.")
                    : juge.Manquement(
                        $"La collectivité apporte {apport} sur {total} de financements publics, moins de 20 %. "
                            + "Une dérogation du préfet peut être demandée : écrivez à la préfecture par les messages du dossier, une "
                            + "fois déposé."
                    )
            )
                .Avec("apport", apport.ToString())
                .Avec("total", total.ToString()),
        ];
    }
}
