using System.Collections.Frozen;
using System.Text;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Collectivites;

/// <summary>A name as it is looked for: words in any order, abbreviations, « mairie de », joined or apart, and how it sounds.</summary>
/// <param name="Mots">Its words, abbreviations in full.</param>
/// <param name="Pleins">Those that are not « le », « de », « sur »…; all of them where nothing else is left.</param>
/// <param name="Compact">All of them, joined.</param>
/// <param name="CompactPlein">Those that matter, joined.</param>
/// <param name="Son">How it sounds: « chateaugiron » and « chatogiron » are one.</param>
/// <param name="Natures">What it says of itself: a commune, an agglomeration…; empty for nothing.</param>
public sealed record NomCherche(
    IReadOnlyList<string> Mots,
    IReadOnlyList<string> Pleins,
    string Compact,
    string CompactPlein,
    string Son,
    FrozenSet<NatureJuridique> Natures
)
{
    private static readonly FrozenDictionary<string, string> Abreges = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["st"] = "saint",
        ["ste"] = "sainte",
        ["sts"] = "saints",
        ["stes"] = "saintes",
        ["s"] = "sur",
        ["ss"] = "sous",
        ["lez"] = "les",
        ["gd"] = "grand",
        ["gde"] = "grande",
        ["nd"] = "notre dame",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Vides = FrozenSet.Create(
        StringComparer.Ordinal,
        "le",
        "la",
        "les",
        "l",
        "de",
        "du",
        "des",
        "d",
        "en",
        "et",
        "a",
        "au",
        "aux",
        "sur",
        "sous",
        "pres",
        "dans"
    );

    private static readonly FrozenSet<NatureJuridique> Agglomerations = FrozenSet.Create(
        NatureJuridique.CA,
        NatureJuridique.CU,
        NatureJuridique.Metropole,
        NatureJuridique.Met69
    );

    /// <summary>What says a nature, the longest first.</summary>
    private static readonly (string[] Mots, FrozenSet<NatureJuridique> Natures)[] Dits =
    [
        (["communaute", "de", "communes"], FrozenSet.Create(NatureJuridique.CC)),
        (["communaute", "d", "agglomeration"], FrozenSet.Create(NatureJuridique.CA)),
        (["communaute", "urbaine"], FrozenSet.Create(NatureJuridique.CU)),
        (["com", "com"], FrozenSet.Create(NatureJuridique.CC)),
        (["comcom"], FrozenSet.Create(NatureJuridique.CC)),
        (["agglomeration"], Agglomerations),
        (["agglo"], Agglomerations),
        (["cc"], FrozenSet.Create(NatureJuridique.CC)),
        (["ca"], FrozenSet.Create(NatureJuridique.CA)),
        (["cu"], FrozenSet.Create(NatureJuridique.CU)),
        (["mairie"], FrozenSet.Create(NatureJuridique.Commune)),
        (["commune"], FrozenSet.Create(NatureJuridique.Commune)),
        (["ville"], FrozenSet.Create(NatureJuridique.Commune)),
        (["conseil", "departemental"], FrozenSet.Create(NatureJuridique.Departement)),
        (["conseil", "regional"], FrozenSet.Create(NatureJuridique.Region)),
    ];

    public static NomCherche Lire(string? texte) => Composer(Francais.Normaliser(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    internal static NomCherche Composer(IEnumerable<string> mots)
    {
        var (restants, natures) = SansNature([.. mots]);
        string[] tous = [.. restants.SelectMany(m => Abreges.GetValueOrDefault(m, m).Split(' '))];
        string[] pleins = [.. tous.Where(m => !Vides.Contains(m))];
        if (pleins.Length == 0)
            pleins = tous;
        var compact = string.Concat(tous);
        return new NomCherche(tous, pleins, compact, string.Concat(pleins), LeSon(string.Concat(pleins)), natures);
    }

    /// <summary>« agglo de X » and « X agglomération » are X, of that nature; a name that is nothing else stays.</summary>
    private static (List<string> Mots, FrozenSet<NatureJuridique> Natures) SansNature(List<string> mots)
    {
        foreach (var (dits, natures) in Dits)
        {
            if (mots.Count <= dits.Length)
                continue;
            var debut = mots.Take(dits.Length).SequenceEqual(dits, StringComparer.Ordinal);
            var seul = dits is ["mairie" or "commune" or "ville"];
            if (debut && (!seul || mots[dits.Length] is "de" or "d" or "du" or "des"))
                return (Sans(mots, 0, dits.Length), natures);
            if (!seul && mots.TakeLast(dits.Length).SequenceEqual(dits, StringComparer.Ordinal))
                return (Sans(mots, mots.Count - dits.Length, dits.Length), natures);
        }
        return (mots, FrozenSet<NatureJuridique>.Empty);
    }

    private static List<string> Sans(List<string> mots, int debut, int nombre)
    {
        var restants = mots.ToList();
        restants.RemoveRange(debut, nombre);
        // « mairie de X »
        if (debut == 0 && restants is ["de" or "d" or "du" or "des", _, ..])
            restants.RemoveAt(0);
        return restants;
    }

    /// <summary>Letters that sound the same in French are one; double ones are single; silent ends go.</summary>
    private static string LeSon(string compact)
    {
        var son = new StringBuilder(compact)
            .Replace("eau", "o")
            .Replace("au", "o")
            .Replace("ph", "f")
            .Replace("qu", "k")
            .Replace("ck", "k")
            .Replace("y", "i")
            .Replace("ai", "e")
            .Replace("ei", "e")
            .Replace("z", "s")
            .ToString();
        var net = new StringBuilder(son.Length);
        for (var i = 0; i < son.Length; i++)
        {
            var c = son[i];
            if (c == 'h' && (i == 0 || son[i - 1] is not ('c' or 's')))
                continue;
            if (c == 'c' && (i + 1 == son.Length || son[i + 1] is not ('e' or 'i' or 'h')))
                c = 'k';
            if (net.Length == 0 || net[^1] != c)
                net.Append(c);
        }
        var fin = net.ToString().TrimEnd('s', 't', 'd', 'x', 'e');
        return fin.Length < 3 ? net.ToString() : fin;
    }
}
