using System.Collections.Frozen;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Collectivites;

/// <summary>A collectivité as it is looked for.</summary>
/// <param name="Taille">Inhabitants: of two that answer alike, the larger comes first.</param>
/// <param name="Du">First day that the referential knows of it; null when it has always been there.</param>
/// <param name="Au">Last day that it was there; null when it still is.</param>
public sealed record Entree(
    string Siren,
    string Nom,
    NatureJuridique Nature,
    string? CodeInsee,
    string Departement,
    IReadOnlyList<string> CodesPostaux,
    int Taille,
    DateOnly? Du,
    DateOnly? Au
)
{
    internal NomCherche Cherche { get; } = NomCherche.Lire(Nom);

    public bool ExisteLe(DateOnly jour) => (Du is not { } du || du <= jour) && (Au is not { } au || au >= jour);
}

/// <summary>What answers to a text.</summary>
/// <param name="Sure">True for the only one that can be meant.</param>
public readonly record struct Trouvaille(Entree Entree, bool Sure);

/// <summary>
/// Finds collectivités by what people type: SIREN, SIRET, code INSEE or postal code, or a name in any order, abbreviated, joined, with its
/// département and one spelling error.
/// </summary>
public sealed class RechercheDeNom(IReadOnlyList<Entree> entrees)
{
    private const int Introuvable = int.MaxValue;

    // What only sounds alike is offered, never taken for what was meant.
    private const int DernierRangSur = 5;
    private const int FauteCourte = 4;
    private const int FauteLongue = 10;

    private static readonly FrozenDictionary<string, string> DepartementsParNom = Departements
        .Noms.SelectMany(d =>
            new[] { Francais.Normaliser(d.Value), SansArticle(Francais.Normaliser(d.Value)) }.Select(n => (Nom: n, d.Key))
        )
        .DistinctBy(d => d.Nom, StringComparer.Ordinal)
        .ToFrozenDictionary(d => d.Nom, d => d.Key, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Codes = Departements
        .Noms.Keys.Select(c => c.ToLowerInvariant())
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly ILookup<string, string> memesCommunes = entrees
        .Where(e => e.CodeInsee is not null)
        .GroupBy(e => e.CodeInsee!, StringComparer.Ordinal)
        .Where(g => g.Skip(1).Any())
        .SelectMany(g => g.SelectMany(e => g.Where(a => a.Siren != e.Siren).Select(a => (De: e.Siren, Autre: a.Siren))))
        .ToLookup(p => p.De, p => p.Autre, StringComparer.Ordinal);

    /// <summary>The other SIREN of the same communes, each with the one it was asked for.</summary>
    public IReadOnlyDictionary<string, string> Places(IReadOnlyCollection<string> sirens) =>
        sirens
            .SelectMany(s => memesCommunes[s].Where(a => !sirens.Contains(a)).Select(a => (Autre: a, Siren: s)))
            .DistinctBy(p => p.Autre, StringComparer.Ordinal)
            .ToDictionary(p => p.Autre, p => p.Siren, StringComparer.Ordinal);

    /// <summary>
    /// The one SIREN that stands for a body under all of its own: the first it had (those of communes nouvelles are of a lower series).
    /// </summary>
    public string Place(string siren) => memesCommunes[siren].Append(siren).Max(StringComparer.Ordinal)!;

    /// <summary>What answers best, first; those that exist on the day before those that do not.</summary>
    public IReadOnlyList<Trouvaille> Chercher(string? texte, DateOnly jour, int maximum)
    {
        var net = TexteSaisi.Nettoyer(texte ?? "").Trim();
        if (net.Length is 0 or > 100)
            return [];
        if (Siren.TryParse(net, out var siren))
            return [.. entrees.Where(e => e.Siren == siren.Valeur).Select(e => new Trouvaille(e, Sure: true))];
        if (Lire(net) is not { Count: > 0 } lectures)
            return [];
        var rangees = entrees
            .Select(e => (Entree: e, Rang: lectures.Min(l => l.Rang(e))))
            .Where(e => e.Rang != Introuvable)
            .OrderBy(e => e.Rang)
            .ThenByDescending(e => e.Entree.ExisteLe(jour))
            .ThenByDescending(e => e.Entree.Taille)
            .ThenBy(e => e.Entree.Siren, StringComparer.Ordinal)
            .Take(Math.Max(2, maximum))
            .ToList();
        // Alone at its rank among those that exist: nobody else is meant.
        var premiers = rangees.Where(r => r.Rang == rangees[0].Rang && r.Entree.ExisteLe(jour)).ToList();
        var sure = premiers is [var seule] && seule.Rang <= DernierRangSur ? seule.Entree : null;
        return [.. rangees.Take(maximum).Select(r => new Trouvaille(r.Entree, r.Entree == sure))];
    }

    /// <summary>Each way to read it: as a whole, and as a name before its département or its code.</summary>
    private List<Lecture> Lire(string texte)
    {
        string[] mots = Francais.Normaliser(texte).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (mots.Length == 0)
            return [];
        var lectures = new List<Lecture> { new(NomCherche.Composer(mots), null, null) };
        if (EstUnCode(mots[^1]))
            lectures.Add(new Lecture(NomCherche.Composer(mots[..^1]), null, mots[^1].ToUpperInvariant()));
        if (EstUnCode(mots[0]) && mots.Length > 1)
            lectures.Add(new Lecture(NomCherche.Composer(mots[1..]), null, mots[0].ToUpperInvariant()));
        if (Codes.Contains(mots[^1]) && mots.Length > 1)
            lectures.Add(new Lecture(NomCherche.Composer(mots[..^1]), mots[^1].ToUpperInvariant(), null));
        for (var n = 1; n < Math.Min(mots.Length, 6); n++)
            if (DepartementsParNom.TryGetValue(string.Join(' ', mots[^n..]), out var code))
                lectures.Add(new Lecture(NomCherche.Composer(mots[..^n]), code, null));
        return lectures;
    }

    private static string SansArticle(string nom) => nom.StartsWith("la ", StringComparison.Ordinal) ? nom[3..] : nom;

    /// <summary>A postal code or an INSEE one.</summary>
    private static bool EstUnCode(string mot) =>
        mot.Length == 5
        && char.IsAsciiDigit(mot[0])
        && (char.IsAsciiDigit(mot[1]) || mot[1] is 'a' or 'b')
        && mot.Skip(2).All(char.IsAsciiDigit);

    /// <param name="Nom">What is left once the place is read.</param>
    /// <param name="Departement">Where it must be; null for anywhere.</param>
    /// <param name="Code">Its postal code or its INSEE one; null for none.</param>
    private sealed record Lecture(NomCherche Nom, string? Departement, string? Code)
    {
        private bool EstTresCourt => Nom.Compact.Length < 2;

        /// <summary>The lower the nearer; out of reach when it does not answer.</summary>
        public int Rang(Entree e)
        {
            if (Departement is not null && e.Departement != Departement)
                return Introuvable;
            if (Code is not null && e.CodeInsee != Code && !e.CodesPostaux.Contains(Code))
                return Introuvable;
            if (Nom.Natures.Count > 0 && !Nom.Natures.Contains(e.Nature))
                return Introuvable;
            // A code alone: the INSEE one names a single commune.
            if (Nom.Mots.Count == 0)
                return Code is null ? Introuvable
                    : e.CodeInsee == Code ? 0
                    : 10;
            var rang = RangDuNom(e.Cherche);
            // A place that was said and is right makes a sure answer.
            return rang == Introuvable ? rang : rang * 2 + (Departement is null && Code is null ? 1 : 0);
        }

        private int RangDuNom(NomCherche nom)
        {
            if (Nom.Compact == nom.Compact)
                return 0;
            if (EstTresCourt)
                return Introuvable;
            if (Nom.CompactPlein == nom.CompactPlein)
                return 1;
            if (
                Nom.Pleins.Count == nom.Pleins.Count
                && Nom.Pleins.Order(StringComparer.Ordinal).SequenceEqual(nom.Pleins.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            )
                return 2;
            if (Nom.Compact.Length > 3 && Nom.Son == nom.Son)
                return 3;
            if (
                nom.Compact.StartsWith(Nom.Compact, StringComparison.Ordinal)
                || nom.CompactPlein.StartsWith(Nom.CompactPlein, StringComparison.Ordinal)
            )
                return Nom.Compact.Length < FauteCourte ? 4 : 5;
            if (Nom.Compact.Length >= FauteCourte && Fautes(nom) is { } fautes)
                return 4 + fautes;
            if (ContientLesMots(nom))
                return 7;
            return Nom.Compact.Length > 2 && nom.Compact.Contains(Nom.Compact, StringComparison.Ordinal) ? 8 : Introuvable;
        }

        /// <summary>One error; two where the name is long; null for more.</summary>
        private int? Fautes(NomCherche nom)
        {
            var permises = Nom.Compact.Length >= FauteLongue ? 2 : 1;
            var distance = Math.Min(
                Distance.Entre(Nom.Compact, nom.Compact, permises),
                Distance.Entre(Nom.CompactPlein, nom.CompactPlein, permises)
            );
            return distance <= permises ? distance : null;
        }

        /// <summary>Each word begins one of the name, in any order.</summary>
        private bool ContientLesMots(NomCherche nom)
        {
            var restants = nom.Mots.ToList();
            foreach (var mot in Nom.Pleins)
            {
                var trouve = restants.FindIndex(m => m.StartsWith(mot, StringComparison.Ordinal));
                if (trouve < 0)
                    return false;
                restants.RemoveAt(trouve);
            }
            return true;
        }
    }
}

/// <summary>How many letters differ: one too many, missing, other, or two in each other's place.</summary>
public static class Distance
{
    /// <summary>The distance, or one more than <paramref name="plafond"/> as soon as it is over it.</summary>
    public static int Entre(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int plafond)
    {
        if (Math.Abs(a.Length - b.Length) > plafond || a.Length > 100 || b.Length > 100)
            return plafond + 1;
        Span<int> avant = stackalloc int[b.Length + 1];
        Span<int> hier = stackalloc int[b.Length + 1];
        Span<int> ligne = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            hier[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            ligne[0] = i;
            var moindre = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cout = a[i - 1] == b[j - 1] ? 0 : 1;
                ligne[j] = Math.Min(Math.Min(hier[j] + 1, ligne[j - 1] + 1), hier[j - 1] + cout);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    ligne[j] = Math.Min(ligne[j], avant[j - 2] + 1);
                moindre = Math.Min(moindre, ligne[j]);
            }
            if (moindre > plafond)
                return plafond + 1;
            hier.CopyTo(avant);
            ligne.CopyTo(hier);
        }
        return hier[b.Length];
    }
}
