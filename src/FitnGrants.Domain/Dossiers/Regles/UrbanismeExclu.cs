using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>R31: planning permissions have a scheme of their own. Words alone are only an alert.</summary>
public sealed class UrbanismeExclu : Regle
{
    private const string Renvoi =
        "La dématérialisation des autorisations d’urbanisme relève d’un dispositif dédié : "
        + "https://www.cohesion-territoires.gouv.fr/dematerialisation-des-autorisations-durbanisme";

    public override string Nom => "Autorisations d’urbanisme";

    public override string Phrase => "Le projet ne dématérialise pas les autorisations d’urbanisme.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Projet;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Le projet ne porte pas sur les autorisations d’urbanisme.", p => p with { Urbanisme = false }),
            modele.Projet("Le projet porte sur les autorisations d’urbanisme.", p => p with { Urbanisme = true }),
        ];

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Projet.Urbanisme == true)
            return [juge.Manquement(Renvoi, "urbanisme")];
        if (examen.Projet.Urbanisme is null)
            return [juge.Inconnu("Le projet porte-t-il sur les autorisations d’urbanisme ? Répondez par oui ou par non.", "urbanisme")];
        var mot = MotsCles.Trouver(
            examen.Projet,
            "permis de construire",
            "ADS",
            "AD’AU",
            "ADAU",
            "urbanisme",
            "permis d’aménager",
            "permis de démolir",
            "déclaration préalable"
        );
        return
        [
            mot is null
                ? juge.Conforme("le projet ne porte pas sur les autorisations d’urbanisme.")
                : juge.Alerte($"Le titre ou le résumé cite « {mot} ». {Renvoi}", "titre").Avec("mot", mot),
        ];
    }
}
