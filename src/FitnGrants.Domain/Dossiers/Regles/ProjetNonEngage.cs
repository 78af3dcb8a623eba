using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R28: no legal act before the day of reception; after it, an alert to be answered (décret n° 2018-514, art. 5).</summary>
public sealed class ProjetNonEngage : Regle
{
    public override string Nom => "Projet non engagé";

    public override string Phrase => "Aucun acte juridique n’engage le projet avant la réception du dossier.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override ImmutableArray<string> Cles => ["exclusion"];

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Devis signé le jour de la réception du dossier.", p =>
                p with
                {
                    DatePremierActeJuridique = modele.Candidature.Jour,
                }
            ),
            modele.Projet("Devis signé la veille.", p => p with { DatePremierActeJuridique = modele.Candidature.Jour.AddDays(-1) }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Projet.DatePremierActeJuridique is not { } acte)
            return [juge.Conforme("aucun acte juridique à ce jour.")];
        var reception = JourDeParis.De(examen.Situation.ReceptionLe ?? examen.Candidature.Instant);
        const string champ = "datePremierActeJuridique";
        return [(
                acte < reception ? juge.Manquement(DejaEngage(juge.Parametres, acte), champ)
                : acte == reception ? juge.Conforme($"premier acte juridique du {Francais.Date(acte)}, jour de la réception.")
                : juge.Alerte(
                    $"Premier acte juridique du {Francais.Date(acte)}, après la réception et avant la décision : expliquez-le.",
                    champ
                )
            ).Avec("acte", Francais.Date(acte)).Avec("reception", Francais.Date(reception))];
    }

    /// <summary>
    /// Where the source excludes a project already engaged, its sentence; elsewhere that of the décret, for the part to be aided (A6).
    /// </summary>
    private static string DejaEngage(Parametres parametres, DateOnly acte) =>
        parametres.Entier("exclusion", 0) == 1
            ? $"Un projet déjà engagé ne peut pas être retenu (premier acte juridique du {Francais.Date(acte)})."
            : $"Premier acte juridique du {Francais.Date(acte)}, avant la réception : si cet acte engage ce que l’aide doit financer, elle "
                + "ne peut pas l’être (décret n° 2018-514, article 5). Un lot nouveau, qui n’est pas engagé, peut être aidé : "
                + "l’instructeur le dira.";
}
