using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R7: a project that starts in time helps the consumption of credits to be reported; later, an alert.</summary>
public sealed class DemarrageAvantLaRemontee : Regle
{
    public override string Nom => "Démarrage proche";

    public override string Phrase => "Un projet qui démarre avant la remontée de la consommation des crédits est prioritaire.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override ImmutableArray<string> Cles => ["limite@"];

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        var limite = activee.Parametres.Date("limite", DateOnly.MaxValue.AddDays(-1));
        return
        [
            modele.Projet($"Le projet démarre le {Francais.Date(limite)}.", p => p with { DateDebutPrevue = limite }),
            modele.Projet($"Le projet démarre le {Francais.Date(limite.AddDays(1))}.", p => p with { DateDebutPrevue = limite.AddDays(1) }),
        ];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        const string champ = "dateDebutPrevue";
        if (examen.Projet.DateDebutPrevue is not { } debut)
            return [juge.Inconnu("Indiquez la date de début prévue : un démarrage proche est une priorité.", champ)];
        var limite = juge.Parametres.Date("limite", DateOnly.MaxValue);
        return
        [
            (
                debut <= limite
                    ? juge.Conforme($"démarrage le {Francais.Date(debut)}, prêt à démarrer.", champ)
                    : juge.Alerte(
                        $"Démarrage après le {Francais.Date(limite)} : le projet ne contribue pas à la remontée de consommation du 3e "
                            + "trimestre.",
                        champ
                    )
            )
                .Avec("debut", Francais.Date(debut))
                .Avec("limite", Francais.Date(limite)),
        ];
    }
}
