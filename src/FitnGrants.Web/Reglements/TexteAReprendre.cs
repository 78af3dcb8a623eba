using YamlDotNet.RepresentationModel;

namespace FitnGrants.Web.Reglements;

/// <summary>A text of which the parts at fault are put aside one by one. Lines keep their numbers: what is added goes to the end.</summary>
internal sealed class TexteAReprendre
{
    private const string CleAbsente = "clé absente : ";
    private static readonly string[] Listes = ["regles", "tranches", "seances"];

    private readonly List<string> lignes;
    private readonly string[] enVigueur;

    public TexteAReprendre(IEnumerable<string> lignes, string enVigueur)
    {
        (this.lignes, this.enVigueur) = ([.. lignes], enVigueur.Split('\n'));
        Tranches =
            Lire(Texte).Children.TryGetValue(new YamlScalarNode("tranches"), out var liste) && liste is YamlSequenceNode tranches
                ? [.. tranches.Children.Select(t => (Code(t) ?? "", t.Start.Line))]
                : [];
    }

    /// <summary>Each rate band of the text as sent, and its line.</summary>
    public IReadOnlyList<(string Code, long Ligne)> Tranches { get; }

    public string Texte => string.Join('\n', lignes);

    /// <summary>Line of a key of the root.</summary>
    public long LigneDe(string cle) => Entrees(Lire(Texte), lignes.Count).FirstOrDefault(e => e.Cle == cle)?.Debut ?? 1;

    /// <summary>Puts aside what is at fault; false when the rest would no longer make sense.</summary>
    public bool Ecarter(ReglementInvalideException faute)
    {
        var racine = Lire(Texte);
        var entrees = Entrees(racine, lignes.Count);
        if (
            faute.Ligne == racine.Start.Line
            && faute.Faute.StartsWith(CleAbsente, StringComparison.Ordinal)
            && faute.Faute[CleAbsente.Length..] is var absente
            && !entrees.Exists(e => e.Cle == absente)
        )
            return Reprendre(absente);
        if (entrees.FindLast(e => e.Debut <= faute.Ligne) is not { Cle: not "documents" } entree)
            return false;
        if (
            Listes.Contains(entree.Cle)
            && entree.Valeur is YamlSequenceNode { Children.Count: > 1 } liste
            && Elements(liste, entree.Fin) is { } elements
            && elements.FindLast(e => e.Debut <= faute.Ligne) is { } element
        )
            return EcarterUnElement(element, entrees);
        Effacer(entree);
        Reprendre(entree.Cle);
        return true;
    }

    /// <summary>A rate band goes with the rule of its code: alone, it would be at fault for nothing.</summary>
    private bool EcarterUnElement(Partie element, List<Partie> entrees)
    {
        var code = Code(element);
        Effacer(element);
        if (entrees.Find(e => e.Cle == "tranches") is not { Valeur: YamlSequenceNode tranches } bandes || code is null)
            return true;
        if (Elements(tranches, bandes.Fin) is not { } toutes || toutes.TrueForAll(t => Code(t) == code))
            return false;
        toutes.Where(t => Code(t) == code).ToList().ForEach(Effacer);
        return true;
    }

    /// <summary>Takes an entry from the version in force; false when it has none.</summary>
    private bool Reprendre(string cle)
    {
        if (Entrees(Lire(string.Join('\n', enVigueur)), enVigueur.Length).Find(e => e.Cle == cle) is not { } entree)
            return false;
        lignes.AddRange(enVigueur.Skip(entree.Debut - 1).Take(entree.Fin - entree.Debut + 1));
        return true;
    }

    private void Effacer(Partie partie)
    {
        for (var i = partie.Debut; i <= partie.Fin; i++)
            lignes[i - 1] = "";
        // A dash may stand alone on the line before.
        for (var i = partie.Debut - 1; i >= 1 && lignes[i - 1].Trim() == "-"; i--)
            lignes[i - 1] = "";
    }

    private static string? Code(Partie partie) => Code(partie.Valeur);

    private static string? Code(YamlNode valeur) =>
        valeur is YamlMappingNode objet && objet.Children.TryGetValue(new YamlScalarNode("code"), out var code)
            ? (code as YamlScalarNode)?.Value
            : null;

    private static YamlMappingNode Lire(string texte)
    {
        var flux = new YamlStream();
        flux.Load(new StringReader(texte));
        return (YamlMappingNode)flux.Documents[0].RootNode;
    }

    private static List<Partie> Entrees(YamlMappingNode racine, int derniere) =>
        Decouper([.. racine.Children.Select(c => (((YamlScalarNode)c.Key).Value ?? "", (int)c.Key.Start.Line, c.Value))], derniere) ?? [];

    private static List<Partie>? Elements(YamlSequenceNode liste, int derniere) =>
        Decouper([.. liste.Children.Select(n => ("", (int)n.Start.Line, n))], derniere);

    /// <summary>Each part runs to the line before the next one; null when two share a line.</summary>
    private static List<Partie>? Decouper(List<(string Cle, int Debut, YamlNode Valeur)> parties, int derniere)
    {
        var resultat = parties
            .Select((p, i) => new Partie(p.Cle, p.Debut, i + 1 < parties.Count ? parties[i + 1].Debut - 1 : derniere, p.Valeur))
            .ToList();
        return resultat.TrueForAll(p => p.Fin >= p.Debut) ? resultat : null;
    }

    private sealed record Partie(string Cle, int Debut, int Fin, YamlNode Valeur);
}
