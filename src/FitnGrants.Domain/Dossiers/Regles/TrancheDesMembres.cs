using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>A16: the band is that of the leader; a member that alone would have a lower ceiling is an alert.</summary>
public sealed class TrancheDesMembres : Regle
{
    public override string Nom => "Tranche des membres";

    public override string Phrase => "La tranche du groupement est celle de son chef de file.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        modele.Reglement.Tranches.Length < 2
            ? []
            : [Membre(modele, modele.Reglement.Tranches[0].BorneSup - 1 ?? 1), Membre(modele, modele.Reglement.Tranches[^1].BorneInf)];

    private static Exemple Membre(Modele modele, int population) =>
        modele.Avec(
            $"Le chef de file compte {Libelles.Habitants(modele.Candidature.Porteur.PopulationTotale ?? 0)}, l’autre membre "
                + $"{Libelles.Habitants(population)}.",
            c => c with { Membres = [modele.Voisine with { PopulationTotale = population, PopulationMunicipale = population }] }
        );

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Tranche is not { } tranche)
            yield break;
        foreach (var membre in examen.Candidature.Membres)
        {
            var sienne = examen.Reglement.TranchePour(membre.Population(examen.Reglement.PopulationReference));
            if (sienne is not null && sienne.Max.Pourcentage < tranche.Max.Pourcentage)
                yield return juge.Alerte(
                        $"à elle seule, la collectivité {membre.Nom} relèverait d’une tranche moins favorable ({sienne.Libelle}, "
                            + $"{Francais.TauxBref(sienne.Max.Pourcentage)} % au plus).",
                        examen.Candidature.ChampDe(membre)
                    )
                    .Avec("membre", membre.Nom);
        }
    }
}
