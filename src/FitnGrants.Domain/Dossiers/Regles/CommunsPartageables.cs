using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R59: shareable commons, no exclusivity; open licences are valued. An exclusive right is an alert.</summary>
public sealed class CommunsPartageables : Regle
{
    public override string Nom => "Communs partageables";

    public override string Phrase => "Le projet crée ou soutient des communs partageables, sans exclusivité, sous licences ouvertes.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Priorites;

    public override bool SeCote => true;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Personne ne garde d’exclusivité ; le code est sous licence libre.", p =>
                p with
                {
                    Exclusivite = false,
                    LicenceCode = "EUPL 1.2",
                }
            ),
            modele.Projet("Un prestataire garde l’exclusivité du résultat.", p => p with { Exclusivite = true }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var p = examen.Projet;
        string[] licences = [.. new[] { p.LicenceCode, p.LicenceDocumentation }.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => l!)];
        return
        [
            p.Exclusivite switch
            {
                null => juge.Inconnu("Quelqu’un garde-t-il l’exclusivité du résultat ? Répondez par oui ou par non.", "exclusivite"),
                true => juge.Alerte(
                    "Une exclusivité est prévue : le fonds attend la création de communs, sans exclusivité.",
                    "exclusivite"
                ),
                false => juge.Conforme(
                    licences.Length > 0 ? $"sans exclusivité, sous licence {Francais.Liste(licences)}." : "sans exclusivité."
                ),
            },
        ];
    }
}
