using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dossiers.Regles;

/// <summary>What the rules that exclude a category have in common: one constat per line of the category.</summary>
internal static class LignesExclues
{
    internal static IEnumerable<Constat> Juger(Juge juge, Examen examen, CategorieDepense categorie, string message)
    {
        if (examen.Projet.Depenses is not { } depenses)
            return [juge.Inconnu("Indiquez les dépenses du projet.", "depenses")];
        var lignes = depenses.Select((d, i) => (Ligne: d, Index: i)).Where(l => l.Ligne.Categorie == categorie).ToList();
        return lignes.Count == 0
            ? [juge.SansObjet("Aucune dépense de cette nature.")]
            : lignes.Select(l =>
                (
                    l.Ligne.Eligible
                        ? juge.Manquement($"{message} Décochez « Éligible » pour « {l.Ligne.Libelle} ».", $"depenses[{l.Index}].eligible")
                        : juge.Conforme($"« {l.Ligne.Libelle} », hors de l’assiette.")
                )
                    .Avec("ligne", l.Ligne.Libelle)
                    .Avec("montant", l.Ligne.Montant(examen.Projet.BaseRetenue)?.ToString())
            );
    }

    /// <summary>The same line, out of the assiette then in it.</summary>
    internal static IEnumerable<Exemple> Exemples(Modele modele, CategorieDepense categorie, string quoi)
    {
        Exemple Avec(string cas, bool eligible) =>
            modele.Projet($"{quoi}, {cas}.", p =>
                p with
                {
                    Depenses = [Modele.Ligne(new Euros(10_000m)), Modele.Ligne(new Euros(18_000m), categorie, eligible)],
                }
            );
        return [Avec("hors de l’assiette", eligible: false), Avec("dans l’assiette", eligible: true)];
    }
}
