using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Web.Documents.Lettres;

/// <summary>A value that a template may name between braces.</summary>
/// <param name="Nom">As templates write it: « de l’instance ».</param>
/// <param name="Libelle">What it is, as the sentence that names a missing one says it.</param>
/// <param name="Valeur">The value; null or empty when there is none.</param>
/// <param name="Facultatif">True where its absence is an answer: it stops no edition.</param>
public sealed record ChampDeLettre(string Nom, string Libelle, ValeurDeLettre? Valeur, bool Facultatif = false)
{
    public bool EstVide => Valeur is null or { EstVide: true };
}

/// <summary>What a field holds: it is data, whatever its signs.</summary>
public abstract record ValeurDeLettre
{
    public abstract bool EstVide { get; }

    /// <summary>Words within a sentence; its own lines begin paragraphs.</summary>
    public sealed record Texte(string? Contenu) : ValeurDeLettre
    {
        public override bool EstVide => string.IsNullOrWhiteSpace(Contenu);
    }

    /// <summary>Lines, each with its dash or its number; alone in its paragraph.</summary>
    public sealed record Liste(IReadOnlyList<string> Lignes, bool Numerotee = false) : ValeurDeLettre
    {
        public override bool EstVide => Lignes.Count == 0;
    }

    /// <summary>Rows under their heads; alone in its paragraph.</summary>
    public sealed record Tableau(IReadOnlyList<string> Tetes, IReadOnlyList<string[]> Lignes) : ValeurDeLettre
    {
        public override bool EstVide => Lignes.Count == 0;
    }

    /// <summary>Two to four labelled figures in a row; alone in its paragraph.</summary>
    public sealed record Reperes(IReadOnlyList<(string Nom, string Valeur)> Paires) : ValeurDeLettre
    {
        public override bool EstVide => Paires.Count == 0;
    }
}

/// <summary>A template that cannot be used: the sentence says why.</summary>
public sealed class ModeleInvalideException(string message) : Exception(Francais.Typographier(message));

/// <summary>What a template makes of its fields.</summary>
/// <param name="Objet">Under « Objet ».</param>
/// <param name="Reference">Under « Réf. ».</param>
/// <param name="Corps">Paragraphs, lists and figures, as lettre.typ draws them.</param>
/// <param name="Manquants">Fields without a value: nothing is edited while there is one.</param>
public sealed record LettreComposee(
    string Objet,
    string Reference,
    IReadOnlyList<BlocDeLettre> Corps,
    IReadOnlyList<ChampDeLettre> Manquants
);

/// <summary>A part of a letter's body.</summary>
/// <param name="Genre">As lettre.typ reads it.</param>
public abstract record BlocDeLettre(string Genre)
{
    public sealed record Paragraphe(IReadOnlyList<Morceau> Texte) : BlocDeLettre("paragraphe");

    public sealed record Liste(IReadOnlyList<string> Lignes, bool Numerotee) : BlocDeLettre(Numerotee ? "numeros" : "liste");

    public sealed record Reperes(IReadOnlyList<string[]> Paires) : BlocDeLettre("reperes");

    public sealed record Tableau(IReadOnlyList<string> Tetes, IReadOnlyList<string[]> Lignes) : BlocDeLettre("tableau");

    /// <summary>Words of a paragraph.</summary>
    public sealed record Morceau(bool Gras, string Texte);

    /// <summary>All its words, to tell two apart.</summary>
    public string EnClair =>
        this switch
        {
            Paragraphe p => string.Concat(p.Texte.Select(m => m.Texte)),
            Liste l => string.Join('\n', l.Lignes),
            Reperes r => string.Join('\n', r.Paires.Select(x => string.Join(' ', x))),
            Tableau t => string.Join('\n', t.Lignes.Select(x => string.Join(' ', x))),
            _ => "",
        };
}

/// <summary>
/// French text with fields between braces, never code: « Objet : » and « Réf. : », then paragraphs apart by an empty line. « *…* » opens
/// a paragraph in bold; « [champ] » at its head keeps it only where that field has a value.
/// </summary>
public sealed partial class ModeleDeLettre
{
    private readonly string objet;
    private readonly string reference;
    private readonly IReadOnlyList<Paragraphe> corps;

    private sealed record Paragraphe(string? Condition, string? EnGras, string Texte);

    private ModeleDeLettre(string objet, string reference, IReadOnlyList<Paragraphe> corps) =>
        (this.objet, this.reference, this.corps) = (objet, reference, corps);

    /// <summary>Reads a template.</summary>
    /// <param name="texte">As it was written.</param>
    /// <param name="connus">Names that it may use.</param>
    /// <exception cref="ModeleInvalideException">A head is missing, a brace is alone, or a field does not exist.</exception>
    public static ModeleDeLettre Lire(string texte, IReadOnlySet<string> connus)
    {
        var morceaux = texte
            .ReplaceLineEndings("\n")
            .Trim()
            .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var tete = morceaux.Length == 0 ? [] : morceaux[0].Split('\n', StringSplitOptions.TrimEntries);
        var modele = new ModeleDeLettre(
            Tete(tete, "Objet :"),
            Tete(tete, "Réf. :"),
            [.. morceaux.Skip(1).Select(m => LireUnParagraphe(m.Replace('\n', ' ')))]
        );
        if (modele.corps.Count == 0)
            throw new ModeleInvalideException("Ce modèle n’a pas de texte : laissez une ligne vide après « Objet : » et « Réf. : ».");
        foreach (var partie in modele.corps.Select(p => p.Texte + p.EnGras).Append(modele.objet).Append(modele.reference))
            if (Champ().Replace(partie, "").AsSpan().IndexOfAny('{', '}') >= 0)
                throw new ModeleInvalideException($"Une accolade n’est pas refermée : « {Debut(partie)} ».");
        if (modele.corps.FirstOrDefault(p => p.Condition is null && p.Texte.StartsWith('[')) is { } ouvert)
            throw new ModeleInvalideException(
                $"Un crochet ouvre une condition et n’est pas refermé, ou ne l’est pas sur un champ : « {Debut(ouvert.Texte)} »."
            );
        foreach (var nom in modele.Noms)
            if (!connus.Contains(nom))
                throw new ModeleInvalideException($"Le champ « {nom} » n’existe pas dans cette lettre.");
        if (modele.corps.All(p => p.Condition is not null))
            throw new ModeleInvalideException("Ce modèle n’a que des paragraphes sous condition : écrivez-en un qui soit toujours là.");
        return modele;
    }

    /// <summary>Names of the fields that it uses.</summary>
    public IEnumerable<string> Noms =>
        corps
            .SelectMany(p => Champ().Matches(p.EnGras + p.Texte).Select(m => m.Groups["nom"].Value).Concat(p.Condition is { } c ? [c] : []))
            .Concat(Champ().Matches(objet + reference).Select(m => m.Groups["nom"].Value))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Names of the fields that it prints whenever they have a value.</summary>
    public IEnumerable<string> Dits =>
        corps
            .SelectMany(p =>
                Champ().Matches(p.EnGras + p.Texte).Select(m => m.Groups["nom"].Value).Where(n => p.Condition is null || p.Condition == n)
            )
            .Concat(Champ().Matches(objet + reference).Select(m => m.Groups["nom"].Value))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Fields that a sentence prints with or without a value: within words, under no condition of their own.</summary>
    public IEnumerable<string> Exposes =>
        corps
            .Where(p => p.EnGras is not null || !Seul().IsMatch(p.Texte))
            .SelectMany(p => Champ().Matches(p.EnGras + p.Texte).Select(m => m.Groups["nom"].Value).Where(n => n != p.Condition))
            .Concat(Champ().Matches(objet + reference).Select(m => m.Groups["nom"].Value))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Puts the values in. What is missing is named, not printed.</summary>
    public LettreComposee Composer(IReadOnlyDictionary<string, ChampDeLettre> champs)
    {
        var gardes = corps.Where(p => p.Condition is not { } c || !champs[c].EstVide).ToList();
        var manquants = gardes
            .SelectMany(p => Champ().Matches(p.EnGras + p.Texte))
            .Concat(Champ().Matches(objet + reference))
            .Select(m => champs[m.Groups["nom"].Value])
            .Where(c => c is { EstVide: true, Facultatif: false })
            .DistinctBy(c => c.Nom, StringComparer.Ordinal);
        return new LettreComposee(
            Remplacer(objet, champs),
            Remplacer(reference, champs),
            [.. gardes.SelectMany(p => Blocs(p, champs))],
            [.. manquants]
        );
    }

    private static IEnumerable<BlocDeLettre> Blocs(Paragraphe p, IReadOnlyDictionary<string, ChampDeLettre> champs)
    {
        if (p.EnGras is null && Seul().Match(p.Texte) is { Success: true } seul)
        {
            var valeur = champs[seul.Groups["nom"].Value].Valeur;
            if (valeur is null or { EstVide: true })
                yield break;
            if (Bloc(valeur) is { } bloc)
            {
                yield return bloc;
                yield break;
            }
        }
        var lignes = Remplacer(p.Texte, champs).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < Math.Max(lignes.Length, p.EnGras is null ? 0 : 1); i++)
            yield return new BlocDeLettre.Paragraphe([
                .. new BlocDeLettre.Morceau[]
                {
                    new(true, i == 0 && p.EnGras is { } gras ? Remplacer(gras, champs) + " " : ""),
                    new(false, lignes.ElementAtOrDefault(i) ?? ""),
                }.Where(m => m.Texte.Length > 0),
            ]);
    }

    /// <summary>A value that stands alone in its paragraph; null for words.</summary>
    private static BlocDeLettre? Bloc(ValeurDeLettre valeur) =>
        valeur switch
        {
            ValeurDeLettre.Liste l => new BlocDeLettre.Liste([.. l.Lignes.Select(Francais.Typographier)], l.Numerotee),
            ValeurDeLettre.Reperes r => new BlocDeLettre.Reperes([
                .. r.Paires.Select(x => (string[])[Francais.Typographier(x.Nom), Francais.Typographier(x.Valeur)]),
            ]),
            ValeurDeLettre.Tableau t => new BlocDeLettre.Tableau(
                [.. t.Tetes.Select(Francais.Typographier)],
                [.. t.Lignes.Select(l => (string[])[.. l.Select(Francais.Typographier)])]
            ),
            _ => null,
        };

    /// <summary>A list within a sentence reads « a, b et c ».</summary>
    private static string Remplacer(string texte, IReadOnlyDictionary<string, ChampDeLettre> champs) =>
        Francais.Typographier(
            Champ()
                .Replace(texte, m => champs[m.Groups["nom"].Value].Valeur switch
                    {
                        ValeurDeLettre.Texte t => t.Contenu ?? "",
                        ValeurDeLettre.Liste l => Francais.Liste(l.Lignes),
                        ValeurDeLettre.Tableau t => Francais.Liste([.. t.Lignes.Select(x => string.Join(", ", x))]),
                        ValeurDeLettre.Reperes r => Francais.Liste([.. r.Paires.Select(x => $"{x.Nom} : {x.Valeur}")]),
                        _ => "",
                    })
        );

    private static string Tete(string[] lignes, string nom) =>
        Array.Find(lignes, l => l.StartsWith(nom, StringComparison.Ordinal)) is { } ligne
        && ligne[nom.Length..].Trim() is { Length: > 0 } valeur
            ? valeur
            : throw new ModeleInvalideException($"Il manque la ligne « {nom} », en tête du modèle.");

    private static Paragraphe LireUnParagraphe(string texte)
    {
        var lu = Forme().Match(texte);
        return new Paragraphe(
            lu.Groups["condition"] is { Success: true } c ? c.Value : null,
            lu.Groups["gras"] is { Success: true } g ? g.Value : null,
            lu.Groups["texte"].Value
        );
    }

    private static string Debut(string texte) => texte.Length > 60 ? texte[..60] + "…" : texte;

    [GeneratedRegex(@"\{(?<nom>[^{}\n]{1,60})\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Champ();

    [GeneratedRegex(@"^\{(?<nom>[^{}\n]{1,60})\}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seul();

    [GeneratedRegex(
        @"^(\[(?<condition>[^\]\n]{1,60})\] *)?(\*(?<gras>[^*\n]{1,200})\* *)?(?<texte>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Forme();
}
