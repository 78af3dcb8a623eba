using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Pieces;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>
/// Costs of a spreadsheet, pasted or of a file: in the columns that its headings say, else supplier, invoice, its day, day of payment,
/// amount, then the poste where it is said.
/// </summary>
internal sealed class LignesDeTableur(IReadOnlyList<string> postes, BaseTaxe taxe)
{
    /// <summary>Rows read at most: a page shows no more.</summary>
    public const int AuPlus = 300;

    /// <summary>Rows among which the headings are looked for.</summary>
    private const int RangeesDeTitre = 10;

    private enum Champ
    {
        Fournisseur,
        Facture,
        FactureLe,
        PayeeLe,
        Montant,
        Poste,
        Siret,
        Mandat,
    }

    /// <summary>What is needed, in the order of the columns where no heading says another.</summary>
    private static readonly Champ[] Dus = [Champ.Fournisseur, Champ.Facture, Champ.FactureLe, Champ.PayeeLe, Champ.Montant];

    private static readonly Dictionary<Champ, int> SansTitres = Dus.Append(Champ.Poste).ToDictionary(c => c, c => (int)c);

    /// <summary>Words by which a heading is known, the first that is found.</summary>
    private static readonly (Champ Champ, string[] Mots)[] Titres =
    [
        (Champ.Siret, ["siret"]),
        (Champ.Mandat, ["mandat"]),
        (Champ.Poste, ["poste"]),
        (
            Champ.PayeeLe,
            [
                "date du paiement",
                "date de paiement",
                "date paiement",
                "date de reglement",
                "date reglement",
                "jour du paiement",
                "payee le",
                "paye le",
                "date de mandatement",
                "date du mandat",
            ]
        ),
        (Champ.FactureLe, ["date de la facture", "date de facture", "date facture", "jour de la facture", "son jour", "date d emission"]),
        (Champ.Montant, ["montant"]),
        (Champ.Facture, ["facture", "reference", "piece"]),
        (Champ.Fournisseur, ["fournisseur", "tiers", "beneficiaire", "prestataire"]),
    ];

    private readonly List<LigneSaisie> lignes = [];
    private readonly List<string> fautes = [];

    /// <summary>Each row, or each bad cell by its line and its column.</summary>
    /// <param name="rangees">Rows, empty ones left out.</param>
    /// <param name="postes">Labels of the cost lines of the plan.</param>
    /// <param name="taxe">Tax basis of the act: of two columns of amounts, its own is read.</param>
    public static (IReadOnlyList<LigneSaisie> Lignes, IReadOnlyList<string> Fautes) Lire(
        IReadOnlyList<Rangee> rangees,
        IReadOnlyList<string> postes,
        BaseTaxe taxe
    )
    {
        var lecture = new LignesDeTableur(postes, taxe);
        lecture.Lire(rangees);
        return (lecture.lignes, lecture.fautes);
    }

    private void Lire(IReadOnlyList<Rangee> rangees)
    {
        var titres = rangees.Take(RangeesDeTitre).FirstOrDefault(r => DesTitres(r) is not null);
        var colonnes = titres is null ? SansTitres : DesTitres(titres)!;
        if (titres is null && rangees.Count > 0 && EstUnTitre(rangees[0]) && ManqueUnTitre(rangees[0]) is { } manque)
        {
            fautes.Add(manque);
            return;
        }
        var suite = titres is null ? rangees.SkipWhile((r, i) => i == 0 && EstUnTitre(r)) : rangees.SkipWhile(r => r.Ligne <= titres.Ligne);
        string Nom(Champ champ) => titres is null ? NomDe(champ) : titres.Cases[colonnes[champ]].Trim();
        foreach (var rangee in suite.Where(r => !EstUnTotal(r, colonnes)))
        {
            if (lignes.Count == AuPlus)
            {
                fautes.Add($"{AuPlus} lignes au plus à la fois : ajoutez la suite après avoir enregistré.");
                return;
            }
            Ajouter(rangee, colonnes, Nom);
        }
    }

    private void Ajouter(Rangee rangee, IReadOnlyDictionary<Champ, int> colonnes, Func<Champ, string> nom)
    {
        var avant = fautes.Count;
        if (rangee.Cases.Count <= Dus.Max(c => colonnes[c]))
        {
            fautes.Add(
                $"Ligne {rangee.Ligne} : {Francais.Compte(rangee.Cases.Count, "colonne")}, il en faut cinq : "
                    + $"{string.Join(", ", Dus.Select(NomDe))}."
            );
            return;
        }
        string? Brut(Champ champ) =>
            colonnes.TryGetValue(champ, out var rang) ? CelluleLue.Texte(rangee.Cases.ElementAtOrDefault(rang)) : null;
        void Faute(Champ champ, string quoi) => fautes.Add($"Ligne {rangee.Ligne}, « {nom(champ)} » : « {Brut(champ)} » {quoi}.");
        var (jour, paye, montant) = (
            CelluleLue.Jour(Brut(Champ.FactureLe)),
            CelluleLue.Jour(Brut(Champ.PayeeLe)),
            CelluleLue.Montant(Brut(Champ.Montant))
        );
        if (Brut(Champ.Fournisseur) is null)
            Faute(Champ.Fournisseur, "ne dit pas de fournisseur");
        if (Brut(Champ.Facture) is null)
            Faute(Champ.Facture, "ne dit pas de référence");
        if (jour is null)
            Faute(Champ.FactureLe, "n’est pas un jour");
        if (paye is null)
            Faute(Champ.PayeeLe, "n’est pas un jour");
        if (montant is null)
            Faute(Champ.Montant, "n’est pas un montant");
        if (Brut(Champ.Siret) is { } siret && !Siret.TryParse(siret, out _))
            Faute(Champ.Siret, "n’est pas un SIRET");
        var poste = Rang(Brut(Champ.Poste));
        if (poste is null)
            fautes.Add($"Ligne {rangee.Ligne}, « Poste » : « {Brut(Champ.Poste)} » n’est pas un poste du plan.");
        if (fautes.Count == avant)
            lignes.Add(
                new LigneSaisie
                {
                    Fournisseur = Brut(Champ.Fournisseur),
                    Siret = Brut(Champ.Siret),
                    Facture = Brut(Champ.Facture),
                    FactureLe = Saisie.Texte(jour),
                    PayeeLe = Saisie.Texte(paye),
                    Montant = MontantSigne.Texte(montant!.Value),
                    Mandat = Brut(Champ.Mandat),
                    Poste = $"{poste}",
                }
            );
    }

    /// <summary>Where each value is, where a row names all that is needed; null elsewhere.</summary>
    private Dictionary<Champ, int>? DesTitres(Rangee rangee)
    {
        var colonnes = Reconnues(rangee);
        return Dus.All(colonnes.ContainsKey) ? colonnes : null;
    }

    /// <summary>Headings of which some are known and one that is needed is not: read by their rank, columns would be mixed up.</summary>
    private string? ManqueUnTitre(Rangee rangee)
    {
        var connues = Reconnues(rangee);
        // Where what is known stands at its rank, the rest does too.
        return
            connues.Any(c => SansTitres.GetValueOrDefault(c.Key, c.Value) != c.Value)
            && Dus.Where(c => !connues.ContainsKey(c)).ToList() is { Count: > 0 } manquent
            ? $"Ligne {rangee.Ligne} : aucune colonne ne s’appelle {string.Join(" ni ", manquent.Select(c => $"« {NomDe(c)} »"))}. "
                + "Nommez-les ainsi, et rien ne sera lu de travers."
            : null;
    }

    private Dictionary<Champ, int> Reconnues(Rangee rangee)
    {
        var colonnes = new Dictionary<Champ, int>();
        for (var i = 0; i < rangee.Cases.Count; i++)
        {
            var titre = Francais.Normaliser(rangee.Cases[i]);
            if (Titres.FirstOrDefault(t => t.Mots.Any(m => titre.Contains(m, StringComparison.Ordinal))) is { Mots: not null } trouve)
                if (trouve.Champ == Champ.Montant && EstDeLaTaxe(titre))
                    colonnes[Champ.Montant] = i;
                else
                    colonnes.TryAdd(trouve.Champ, i);
        }
        return colonnes;
    }

    /// <summary>« Montant HT » for an act without tax, « Montant TTC » for one with it.</summary>
    private bool EstDeLaTaxe(string titre) => titre.Split(' ').Contains(taxe == BaseTaxe.HT ? "ht" : "ttc", StringComparer.Ordinal);

    /// <summary>A first row that holds neither day nor amount where they are due.</summary>
    private static bool EstUnTitre(Rangee rangee) =>
        rangee.Cases.Count >= Dus.Length && CelluleLue.Jour(rangee.Cases[2]) is null && CelluleLue.Montant(rangee.Cases[4]) is null;

    /// <summary>« Total », below the costs.</summary>
    private static bool EstUnTotal(Rangee rangee, IReadOnlyDictionary<Champ, int> colonnes) =>
        rangee.Cases.Any(c => Francais.Normaliser(c).StartsWith("total", StringComparison.Ordinal))
        && new[] { Champ.Facture, Champ.FactureLe, Champ.PayeeLe }.All(c =>
            CelluleLue.Texte(rangee.Cases.ElementAtOrDefault(colonnes[c])) is null or ['t' or 'T', ..]
        );

    private static string NomDe(Champ champ) =>
        champ switch
        {
            Champ.FactureLe => "Jour de la facture",
            Champ.PayeeLe => "Jour du paiement",
            Champ.Siret => "SIRET",
            _ => $"{champ}",
        };

    /// <summary>By its number from 1, or by its label; the first where nothing is said; null for another.</summary>
    private int? Rang(string? poste)
    {
        if (poste is null)
            return 0;
        if (int.TryParse(poste, System.Globalization.CultureInfo.InvariantCulture, out var numero))
            return numero >= 1 && numero <= postes.Count ? numero - 1 : null;
        var net = Francais.Normaliser(poste);
        var rang = postes.ToList().FindIndex(p => Francais.Normaliser(p) == net);
        return rang < 0 ? null : rang;
    }
}
