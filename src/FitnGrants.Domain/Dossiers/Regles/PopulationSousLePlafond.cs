using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R11: fewer inhabitants than the ceiling (strictly), for the porteur and each member.</summary>
public sealed class PopulationSousLePlafond : Regle, IFiltreLePorteur
{
    public override string Nom => "Population";

    public override string Phrase => "La population INSEE de la collectivité est strictement inférieure au plafond.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Porteur;

    public override ImmutableArray<string> Cles => ["plafond"];

    public bool Admet(Beneficiaire beneficiaire, Parametres parametres, Reglement reglement) =>
        beneficiaire.Population(reglement.PopulationReference) is { } p && p < Plafond(parametres);

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [modele.DePopulation(Plafond(activee.Parametres) - 1), modele.DePopulation(Plafond(activee.Parametres))];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen) =>
        examen.Candidature.Tous.Select(b =>
        {
            var plafond = Plafond(juge.Parametres);
            if (b.Population(examen.Reglement.PopulationReference) is not { } p)
                return juge.Inconnu("Population INSEE inconnue : contactez la préfecture.", examen.Candidature.ChampDe(b))
                    .Avec("beneficiaire", b.Nom);
            var qui = b == examen.Candidature.Porteur ? "Votre collectivité" : $"{b.Nom}, membre du groupement,";
            return (
                p < plafond
                    ? juge.Conforme($"{Libelles.Habitants(p)}, moins de {Francais.Entier(plafond)}.")
                    : juge.Manquement(
                        $"{qui} compte {Libelles.Habitants(p)} : le volet 1 est réservé aux collectivités de moins de "
                            + $"{Libelles.Habitants(plafond)}. Voir le volet 2.",
                        examen.Candidature.ChampDe(b)
                    )
            )
                .Avec("beneficiaire", b.Nom)
                .Avec("population", Francais.Entier(p))
                .Avec("plafond", Francais.Entier(plafond));
        });

    private static int Plafond(Parametres parametres) => parametres.Entier("plafond", int.MaxValue);
}
