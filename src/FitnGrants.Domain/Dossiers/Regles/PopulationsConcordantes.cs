using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>A1: an alert when the two legal figures fall in different bands, or when none was in force that day.</summary>
public sealed class PopulationsConcordantes : Regle
{
    public override string Nom => "Chiffre de population";

    public override string Phrase => "La population retenue est la population totale du millésime en vigueur le jour du dépôt.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Porteur;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Porteur("Le millésime retenu est en vigueur le jour du dépôt.", b => b),
            modele.Porteur("Aucun millésime connu n’est en vigueur le jour du dépôt.", b => b with { MillesimeAnticipe = true }),
            .. modele.Reglement.Tranches.Length == 0
                ? Array.Empty<Exemple>()
                :
                [
                    modele.Porteur("995 habitants en population municipale, 1 015 en population totale.", b =>
                        b with
                        {
                            PopulationMunicipale = 995,
                            PopulationTotale = 1_015,
                        }
                    ),
                ],
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var porteur = examen.Candidature.Porteur;
        if (porteur.MillesimeAnticipe)
            yield return juge.Alerte(
                    "Aucune population légale connue n’était en vigueur ce jour-là : le plus ancien millésime connu, "
                        + $"{porteur.Millesime}, est retenu."
                )
                .Avec("millesime", porteur.Millesime?.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var autre =
            examen.Reglement.PopulationReference == PopulationReference.Totale ? porteur.PopulationMunicipale : porteur.PopulationTotale;
        if (examen.Population is not { } retenue || autre is not { } seconde || examen.Reglement.Tranches.Length == 0)
            yield break;
        if (examen.Reglement.TranchePour(retenue) != examen.Reglement.TranchePour(seconde))
            yield return juge.Alerte(
                    $"Les deux chiffres de population, {Francais.Entier(retenue)} (retenu) et {Francais.Entier(seconde)}, "
                        + "ne tombent pas dans la même tranche."
                )
                .Avec("retenue", Francais.Entier(retenue))
                .Avec("autre", Francais.Entier(seconde));
    }
}
