using FitnGrants.Domain.Socle;
using FitnGrants.Web.Pieces;

namespace FitnGrants.Web.Features.Suivi.Chorus;

/// <summary>What a line of an extract says of a payment.</summary>
public enum ChampDeChorus
{
    Dp,
    PosteDp,
    Ej,
    PosteEj,
    Montant,
    Le,
    Fournisseur,
}

/// <summary>Where each value is in an extract: known headings are found, others are chosen once and kept.</summary>
public static class ColonnesDeChorus
{
    /// <summary>Rows among which the headings are looked for: titles come first.</summary>
    private const int RangeesDeTitre = 30;

    /// <summary>Headings seen in extracts, the most frequent first, as they are compared.</summary>
    private static readonly Dictionary<ChampDeChorus, string[]> Connus = new()
    {
        [ChampDeChorus.Dp] = ["N° DP", "Numéro DP", "N° de DP", "Demande de paiement", "N° demande de paiement", "N° DP CODE"],
        [ChampDeChorus.PosteDp] = ["N° poste DP", "Poste DP", "N° poste DP CODE"],
        [ChampDeChorus.Ej] = ["N° EJ", "Numéro EJ", "N° d’EJ", "Engagement juridique", "N° engagement juridique", "N° EJ CODE"],
        [ChampDeChorus.PosteEj] = ["N° poste EJ", "Poste EJ", "N° poste EJ CODE"],
        [ChampDeChorus.Montant] = ["Montant payé", "Montant payé TTC", "EUR", "Montant"],
        [ChampDeChorus.Le] = ["Date de dernière opération sur la DP", "Date de paiement", "Date de règlement", "Date"],
        [ChampDeChorus.Fournisseur] = ["Fournisseur payé (DP)", "Fournisseur payé", "Fournisseur", "Tiers"],
    };

    public static readonly IReadOnlyList<ChampDeChorus> Tous = [.. Connus.Keys];

    /// <summary>Name that a person reads.</summary>
    public static string Nom(ChampDeChorus champ) =>
        champ switch
        {
            ChampDeChorus.Dp => "Demande de paiement (n° DP)",
            ChampDeChorus.PosteDp => "Poste de la demande de paiement",
            ChampDeChorus.Ej => "Engagement juridique (n° EJ)",
            ChampDeChorus.PosteEj => "Poste de l’engagement",
            ChampDeChorus.Montant => "Montant payé",
            ChampDeChorus.Le => "Jour du paiement",
            _ => "Fournisseur",
        };

    /// <summary>True where an extract cannot be read without it.</summary>
    public static bool EstDu(ChampDeChorus champ) => champ is ChampDeChorus.Montant or ChampDeChorus.Le;

    /// <summary>The row of headings: the one that says most of what is known; the first of several cells where none does.</summary>
    public static Rangee EnTete(IReadOnlyList<Rangee> rangees, IReadOnlyDictionary<ChampDeChorus, string> gardes)
    {
        var debut = rangees.Take(RangeesDeTitre).ToList();
        var meilleure = debut.MaxBy(r => Trouver(r, gardes).Count)!;
        return Trouver(meilleure, gardes).Count > 1 ? meilleure : debut.MaxBy(r => r.Cases.Count(c => CelluleLue.Texte(c) is not null))!;
    }

    /// <summary>Rank of the column of each value that is found.</summary>
    /// <param name="enTete">The row of headings.</param>
    /// <param name="gardes">Headings that the service chose.</param>
    public static IReadOnlyDictionary<ChampDeChorus, int> Trouver(Rangee enTete, IReadOnlyDictionary<ChampDeChorus, string> gardes)
    {
        var titres = enTete.Cases.Select(Cle).ToList();
        return Tous.Select(champ =>
                (
                    champ,
                    Rang: (gardes.TryGetValue(champ, out var garde) ? Connus[champ].Prepend(garde) : Connus[champ])
                        .Select(titre => titres.IndexOf(Cle(titre)))
                        .FirstOrDefault(rang => rang >= 0, -1)
                )
            )
            .Where(x => x.Rang >= 0)
            .ToDictionary(x => x.champ, x => x.Rang);
    }

    /// <summary>True where a payment can be read: its day, its amount, and what tells it.</summary>
    public static bool Suffisent(IReadOnlyDictionary<ChampDeChorus, int> colonnes) =>
        Tous.Where(EstDu).All(colonnes.ContainsKey) && (colonnes.ContainsKey(ChampDeChorus.Dp) || colonnes.ContainsKey(ChampDeChorus.Ej));

    /// <summary>A heading as it is compared: without accents, signs, line ends.</summary>
    private static string Cle(string titre) =>
        string.Join(' ', Francais.Normaliser(titre.ReplaceLineEndings(" ")).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
