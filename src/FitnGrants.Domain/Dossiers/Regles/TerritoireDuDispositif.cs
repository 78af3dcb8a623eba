using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R2: the siège is in the territory. A member outside it is an alert (A15).</summary>
public sealed class TerritoireDuDispositif : Regle
{
    public override string Nom => "Territoire";

    public override string Phrase => "Le siège du porteur est dans le territoire du dispositif.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Porteur;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Porteur($"Une commune dont le siège est {Libelles.DansDepartement(modele.Reglement.Departements[^1])}.", b =>
                b with
                {
                    Departement = modele.Reglement.Departements[^1],
                }
            ),
            modele.Porteur("Une commune dont le siège est à Paris.", b => b with { Departement = "75" }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var territoire = examen.Reglement.Departements;
        var porteur = examen.Candidature.Porteur;
        yield return (
            territoire.Contains(porteur.Departement)
                ? juge.Conforme($"{porteur.Nom} a son siège {Libelles.DansDepartement(porteur.Departement)}.")
                : juge.Manquement(
                    "Ce dispositif est réservé aux collectivités dont le siège est dans "
                        + $"{Francais.Liste([.. territoire.Select(Libelles.LeDepartement)], "ou")}."
                )
        ).Avec("departement", porteur.Departement);

        foreach (var membre in examen.Candidature.Membres.Where(m => !territoire.Contains(m.Departement)))
            yield return juge.Alerte(
                    $"{membre.Nom}, membre du groupement, a son siège hors du territoire du dispositif "
                        + $"({Libelles.DansDepartement(membre.Departement)}).",
                    examen.Candidature.ChampDe(membre)
                )
                .SousLeCode("A15")
                .Avec("membre", membre.Nom)
                .Avec("departement", membre.Departement);
    }
}
