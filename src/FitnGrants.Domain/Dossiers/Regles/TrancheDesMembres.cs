using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>A16: the band is that of the leader; a member that alone would have a lower ceiling is an alert.</summary>
public sealed class TrancheDesMembres : Regle
{
    public override string Nom => "Tranche des membres";

    public override string Phrase => "La tranche du groupement est celle de son chef de file.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Tranche is not { } tranche)
            yield break;
        foreach (var membre in examen.Candidature.Membres)
        {
            var sienne = examen.Reglement.TranchePour(membre.Population(examen.Reglement.PopulationReference));
            if (sienne is not null && sienne.Max.Pourcentage < tranche.Max.Pourcentage)
                yield return juge.Alerte(
                        $"{membre.Nom}, seule, relèverait d’une tranche moins favorable ({sienne.Libelle}, "
                        + $"{Francais.TauxBref(sienne.Max.Pourcentage)} % au plus).")
                    .Avec("membre", membre.Nom);
        }
    }
}
