using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>
/// I1, I20: a groupement names each member once, shares the subsidy to the cent, and carries the certification of each;
/// one person is the operational contact of all.
/// </summary>
public sealed class GroupementConstitue : Regle
{
    public override string Nom => "Groupement constitué";

    public override string Phrase =>
        "Un groupement a un chef de file, des parts dont la somme fait 100 %, l’attestation de chaque membre et un contact opérationnel.";

    public override GroupeDeRegles Groupe => GroupeDeRegles.Porteur;

    public override Moment Moments => Moment.Depot | Moment.Instruction;

    public override IEnumerable<Exemple> Exemples(RegleActivee activee, Modele modele)
    {
        Exemple Parts(string cas, decimal chef, decimal membre) => modele.Avec(cas, c => c with { Membres = [modele.Voisine], Groupement =
                        new Groupement
                        {
                            PartDuChefDeFile = chef,
                            Membres = [new MembreDeGroupement(modele.Voisine.Siren!, membre, Attestation: true)],
                            ContactOperationnel = "Service numérique du chef de file",
                        } });
        return [Parts("Deux membres, 66,67 % et 33,33 %.", 66.67m, 33.33m), Parts("Deux membres, 66,67 % et 33,34 %.", 66.67m, 33.34m)];
    }

    protected override IEnumerable<Constat> Juger(Juge juge, Examen examen)
    {
        if (examen.Candidature.Groupement is not { Membres.Length: > 0 } groupement)
            return [juge.SansObjet("Le dossier est individuel.")];
        var manques = Manques(juge, examen, groupement).ToList();
        return manques.Count > 0
            ? manques
            : [juge.Conforme($"{groupement.Membres.Length + 1} collectivités, parts et attestations complètes.")];
    }

    private static IEnumerable<Constat> Manques(Juge juge, Examen examen, Groupement groupement)
    {
        var vus = new HashSet<string?>(StringComparer.Ordinal) { examen.Candidature.Porteur.Siren };
        for (var i = 0; i < groupement.Membres.Length; i++)
        {
            var membre = groupement.Membres[i];
            if (!vus.Add(membre.Siren))
                yield return juge.Manquement(
                    $"Membre {i + 1} : cette collectivité est déjà dans le groupement.",
                    $"membres[{i}].collectivite"
                );
            if (!membre.Attestation)
                yield return juge.Manquement($"Membre {i + 1} : son représentant légal doit attester.", $"membres[{i}].attestation");
        }
        if (groupement.Parts is not { } parts)
            yield return juge.Manquement("Indiquez la part de chacun, en pour cent.", "partDuChefDeFile");
        else if (parts.Any(p => p <= 0))
            yield return juge.Manquement(
                "Chacun porte une part du projet : qui n’en porte aucune (0 %) n’est pas du groupement.",
                "partDuChefDeFile"
            );
        else if (parts.Sum() != 100m)
            yield return juge.Manquement(
                $"Les parts font {Francais.TauxBref(parts.Sum())} % : leur somme doit faire 100 %.",
                "partDuChefDeFile"
            );
        if (string.IsNullOrWhiteSpace(groupement.ContactOperationnel))
            yield return juge.Manquement("Indiquez le contact opérationnel pour l’ensemble du projet.", "contactOperationnel");
    }
}
