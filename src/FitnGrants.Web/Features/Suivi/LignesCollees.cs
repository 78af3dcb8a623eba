using FitnGrants.Web.Mots;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>Rows copied from a spreadsheet: supplier, invoice, its day, day of payment, amount, then the poste where it is said.</summary>
internal static class LignesCollees
{
    /// <summary>Rows read at most: a page shows no more.</summary>
    public const int AuPlus = 300;

    private static readonly string[] Colonnes = ["Fournisseur", "Facture", "Jour de la facture", "Jour du paiement", "Montant"];

    /// <summary>Each row, or each bad cell by its line and its column; a heading is passed over.</summary>
    /// <param name="texte">As pasted: tabs or semicolons.</param>
    /// <param name="postes">Labels of the cost lines of the plan.</param>
    public static (IReadOnlyList<LigneSaisie> Lignes, IReadOnlyList<string> Fautes) Lire(string? texte, IReadOnlyList<string> postes)
    {
        var (lignes, fautes) = (new List<LigneSaisie>(), new List<string>());
        var rangees = (texte ?? "").Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        for (var i = 0; i < rangees.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(rangees[i]))
                continue;
            string[] cases =
            [
                .. rangees[i]
                    .Split(rangees[i].Contains('\t', StringComparison.Ordinal) ? '\t' : ';')
                    .Select(c => Saisie.Propre(c.Trim().Trim('"')) ?? ""),
            ];
            if (i == 0 && cases.Length >= Colonnes.Length && MontantSigne.Lire(cases[4]) is null && Saisie.Date(cases[2]) is null)
                continue;
            if (lignes.Count == AuPlus)
            {
                fautes.Add($"{AuPlus} lignes au plus à la fois : collez la suite après avoir enregistré.");
                break;
            }
            var trouvees = Fautes(cases, i + 1, postes).ToList();
            fautes.AddRange(trouvees);
            if (trouvees.Count == 0)
                lignes.Add(
                    new LigneSaisie
                    {
                        Fournisseur = cases[0],
                        Facture = cases[1],
                        FactureLe = cases[2],
                        PayeeLe = cases[3],
                        Montant = cases[4],
                        Poste = $"{Rang(cases.ElementAtOrDefault(5), postes)}",
                    }
                );
        }
        return (lignes, fautes);
    }

    private static IEnumerable<string> Fautes(string[] cases, int ligne, IReadOnlyList<string> postes)
    {
        if (cases.Length < Colonnes.Length)
        {
            yield return $"Ligne {ligne} : {cases.Length} colonnes, il en faut cinq : {string.Join(", ", Colonnes)}.";
            yield break;
        }
        string Mauvaise(int colonne, string quoi) => $"Ligne {ligne}, « {Colonnes[colonne]} » : « {cases[colonne]} » {quoi}.";
        if (cases[0].Length == 0)
            yield return Mauvaise(0, "ne dit pas de fournisseur");
        if (cases[1].Length == 0)
            yield return Mauvaise(1, "ne dit pas de référence");
        if (Saisie.Date(cases[2]) is null)
            yield return Mauvaise(2, "n’est pas un jour");
        if (Saisie.Date(cases[3]) is null)
            yield return Mauvaise(3, "n’est pas un jour");
        if (MontantSigne.Lire(cases[4]) is null)
            yield return Mauvaise(4, "n’est pas un montant");
        if (cases.ElementAtOrDefault(5) is { Length: > 0 } poste && Rang(poste, postes) is null)
            yield return $"Ligne {ligne}, « Poste » : « {poste} » n’est pas un poste du plan.";
    }

    /// <summary>By its number from 1, or by its label; the first where nothing is said.</summary>
    private static int? Rang(string? poste, IReadOnlyList<string> postes)
    {
        if (string.IsNullOrWhiteSpace(poste))
            return 0;
        if (int.TryParse(poste, System.Globalization.CultureInfo.InvariantCulture, out var numero))
            return numero >= 1 && numero <= postes.Count ? numero - 1 : null;
        var net = Domain.Socle.Francais.Normaliser(poste);
        var rang = postes.ToList().FindIndex(p => Domain.Socle.Francais.Normaliser(p) == net);
        return rang < 0 ? null : rang;
    }
}
