using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi.EtatsDesLieux;

namespace FitnGrants.Domain.Suivi.Regles;

/// <summary>R78: the report lists the companies, with the département of their registered office.</summary>
public sealed class EntreprisesAttributaires : Regle
{
    public override string Nom => "Entreprises attributaires";

    public override string Phrase =>
        "L’état des lieux liste les entreprises bénéficiaires de la commande, avec le département de leur siège social.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Suivi;

    public override Moment Moments => Moment.Suivi;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        Exemple Avec(string cas, string? departement) =>
            modele.Rapporter(cas, e =>
                e with
                {
                    Entreprises = [new EntrepriseAttributaire("Entreprise d’exemple", departement, new Euros(12_000m))],
                }
            );
        return
        [
            Avec("Une entreprise dont le siège est dans le Haut-Rhin (68).", "68"),
            Avec("Une entreprise sans département de siège.", null),
        ];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.EtatDesLieux is not { } etat)
            return [];
        if (etat.Entreprises is not { } entreprises)
            return [juge.Manquement("Donnez la liste des entreprises, ou dites qu’il n’y en a pas encore.", "entreprises")];
        var sans = entreprises.Where(e => string.IsNullOrWhiteSpace(e.DepartementSiege)).ToList();
        return sans.Count == 0
            ? [juge.Conforme($"{Francais.Compte(entreprises.Length, "entreprise déclarée", "entreprises déclarées")}.")]
            : sans.Select(e =>
                juge.Manquement(
                        $"« {e.Nom} » : indiquez le département de son siège social, 99 pour une entreprise étrangère.",
                        "entreprises"
                    )
                    .Avec("entreprise", e.Nom)
            );
    }
}
