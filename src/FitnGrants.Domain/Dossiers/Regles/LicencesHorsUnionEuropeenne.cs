using System.Collections.Frozen;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R37: licences of publishers outside the EU-27 are to be avoided: an alert, never a block.</summary>
public sealed class LicencesHorsUnionEuropeenne : Regle
{
    private static readonly FrozenSet<string> Union = FrozenSet.ToFrozenSet(
        [
            "AT",
            "BE",
            "BG",
            "CY",
            "CZ",
            "DE",
            "DK",
            "EE",
            "ES",
            "FI",
            "FR",
            "GR",
            "HR",
            "HU",
            "IE",
            "IT",
            "LT",
            "LU",
            "LV",
            "MT",
            "NL",
            "PL",
            "PT",
            "RO",
            "SE",
            "SI",
            "SK",
            // Parts of the Union that have a code of their own: Åland, and the French outermost regions (TFEU, art. 355).
            "AX",
            "GF",
            "GP",
            "MF",
            "MQ",
            "RE",
            "YT",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public override string Nom => "Licence hors Union européenne";

    public override string Phrase => "Les licences d’éditeurs hors de l’Union européenne sont à éviter.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Une licence d’un éditeur allemand.", p =>
                p with
                {
                    Depenses = [Modele.Ligne(new Euros(5_000m), CategorieDepense.Licence, pays: "DE")],
                }
            ),
            modele.Projet("Une licence d’un éditeur suisse.", p =>
                p with
                {
                    Depenses = [Modele.Ligne(new Euros(5_000m), CategorieDepense.Licence, pays: "CH")],
                }
            ),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var licences = (examen.Projet.Depenses ?? [])
            .Select((d, i) => (Ligne: d, Champ: $"depenses[{i}].paysEditeur"))
            .Where(l => l.Ligne is { Categorie: CategorieDepense.Licence, Eligible: true })
            .ToList();
        return licences.Count == 0
            ? [juge.SansObjet("Aucune licence dans l’assiette.")]
            : licences.Select(l =>
                JugerLicence(juge, l.Ligne, l.Champ)
                    .Avec("ligne", l.Ligne.Libelle)
                    .Avec("pays", l.Ligne.PaysEditeur is { } p ? Pays.Nom(p) : null)
            );
    }

    private static Constat JugerLicence(Juge juge, LigneDepense ligne, string champ) =>
        ligne.PaysEditeur switch
        {
            null or "" => juge.Inconnu($"« {ligne.Libelle} » : indiquez le pays de l’éditeur.", champ),
            { } pays when Union.Contains(pays) => juge.Conforme($"éditeur de l’Union européenne ({Pays.Nom(pays)})."),
            { } pays => juge.Alerte(
                $"Licence d’un éditeur hors Union européenne ({Pays.Nom(pays)}) : à éviter. "
                    + (
                        ligne.JustificationLicence is { } pourquoi
                            ? $"Ce que dit le porteur : {Francais.Phrase(pourquoi)}"
                            : "Justifiez l’absence d’alternative."
                    ),
                champ
            ),
        };
}
