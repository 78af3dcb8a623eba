using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>
/// Equipment « à l’exclusion du simple renouvellement » (décret n° 2018-514, art. 2): words give an alert, the instructor concludes.
/// </summary>
public sealed class SimpleRenouvellement : Regle
{
    private const string Mot = "renouvellement";

    public override string Nom => "Simple renouvellement";

    public override string Phrase => "L’aide ne finance pas le simple renouvellement d’un équipement.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Financement;

    public override Moment Moments => Moment.AvantDecision | Moment.Acte;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele) =>
        [
            modele.Projet("Une borne nouvelle.", p => p with { Depenses = [Ligne("Borne d’accueil")] }),
            modele.Projet("Le renouvellement du parc d’écrans.", p => p with { Depenses = [Ligne("Renouvellement des écrans")] }),
        ];

    private static LigneDepense Ligne(string libelle) =>
        Modele.Ligne(new Euros(5_000m), CategorieDepense.Materiel) with
        {
            Libelle = libelle,
        };

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        var alertes = (examen.Projet.Depenses ?? [])
            .Select((d, i) => (Ligne: d, Champ: $"depenses[{i}].libelle"))
            .Where(l => l.Ligne.Eligible && MotsCles.Contient(l.Ligne.Libelle, Mot))
            .Select(l => Alerte(juge, $"« {l.Ligne.Libelle} »", l.Champ))
            .ToList();
        if (alertes.Count == 0 && MotsCles.Trouver(examen.Projet, Mot) is not null)
            alertes.Add(Alerte(juge, "Le titre ou le résumé cite « renouvellement »", "titre"));
        return alertes.Count > 0 ? alertes : [juge.Conforme("rien ne dit renouveler un équipement.")];
    }

    private static Constat Alerte(Juge juge, string quoi, string champ) =>
        juge.Alerte($"{quoi} : le simple renouvellement d’un équipement n’est pas aidé. Dites ce que le projet apporte de nouveau.", champ);
}
