using System.Collections.Immutable;
using System.Text;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace FitnGrants.Web.Reglements;

/// <summary>A fault of a text, at its line.</summary>
public sealed record ErreurDeReglement(long Ligne, string Message, string Extrait)
{
    /// <summary>« ligne 42 : règle inconnue : X »</summary>
    public string Phrase => Francais.Typographier($"ligne {Ligne} : {Message}");
}

/// <summary>What a text that a person sends is worth: a règlement, or its faults.</summary>
public sealed record VerificationDeReglement(string Contenu, Reglement? Reglement, ImmutableArray<ErreurDeReglement> Erreurs)
{
    /// <summary>Largest text, in bytes.</summary>
    public const int Maximum = 200 * 1024;

    private const int ProfondeurMaximale = 12;
    private const int ErreursMaximales = 20;

    /// <summary>The text as it is kept: the same one has the same hash, whoever typed it and on which system.</summary>
    public static string Normaliser(string? texte) => (texte ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd() + "\n";

    /// <summary>True when a text is longer than what is accepted.</summary>
    public static bool EstTropLong(string contenu) => Encoding.UTF8.GetByteCount(contenu) > Maximum;

    /// <summary>
    /// Reads a text meant for a dispositif. The reader stops at a first fault: the part at fault is then put aside, or
    /// replaced by that of the version in force, and the rest is read again, without moving a line.
    /// </summary>
    public static VerificationDeReglement Faire(string code, string contenu, string enVigueur)
    {
        var lignes = contenu.Split('\n').ToList();
        if (Illisible(contenu) is var (ligne, message))
            return new VerificationDeReglement(contenu, null, [Erreur(lignes, ligne, message)]);
        var (erreurs, reste) = (new List<ErreurDeReglement>(), new TexteAReprendre(lignes, enVigueur));
        Reglement? lu = null;
        while (erreurs.Count < ErreursMaximales)
        {
            try
            {
                lu = LecteurDeReglement.Lire(code, reste.Texte);
                break;
            }
            catch (ReglementInvalideException e)
            {
                if (e.Ligne > lignes.Count || erreurs.Exists(x => x.Ligne == e.Ligne && x.Message == e.Faute))
                    break;
                erreurs.Add(Erreur(lignes, e.Ligne, e.Faute));
                if (!reste.Ecarter(e))
                    break;
            }
        }
        if (lu is not null)
        {
            erreurs.AddRange(
                Coherence(code, lu).Select(f => Erreur(lignes, reste.LigneDe(f.Cle), f.Faute)).Where(e => e.Ligne <= lignes.Count)
            );
            // Bands follow one another: once one is put aside, what is left of them proves nothing.
            if (lu.Tranches.Select(t => t.Code).SequenceEqual(reste.Tranches.Select(t => t.Code), StringComparer.Ordinal))
                erreurs.AddRange(Tranches(lu).Select(f => Erreur(lignes, reste.Tranches.First(t => t.Code == f.Code).Ligne, f.Faute)));
        }
        return new VerificationDeReglement(contenu, erreurs.Count == 0 ? lu : null, [.. erreurs.OrderBy(e => e.Ligne)]);
    }

    /// <summary>What the reader lets pass because the files of the product never do it.</summary>
    private static IEnumerable<(string Cle, string Faute)> Coherence(string code, Reglement lu)
    {
        if (lu.Code != code)
            yield return ("code", $"le code est {lu.Code}, celui de cette page est {code}");
        if (lu.Enveloppe > new Euros(Euros.Maximum))
            yield return ("enveloppe", "l’enveloppe dépasse ce que le service sait compter");
        if (lu.Volet is not (1 or 2))
            yield return ("volet", "le volet est 1 ou 2");
        if (lu.Departements.IsEmpty)
            yield return ("departements", "au moins un département est attendu");
        if (lu.DelaiOrdreDuJourJours > 365)
            yield return ("delaiOrdreDuJourJours", "le délai est de 365 jours au plus");
        if (
            new[] { lu.OuvertLe, lu.LimiteDepot, lu.ArchiveLe }
                .Concat(lu.Seances.Select(s => (DateOnly?)s.Jour))
                .Any(d => d?.Year is < 2000 or > 2100)
        )
            yield return ("ouvertLe", "les dates vont de 2000 à 2100");
        if (lu.Regles.IsEmpty)
            yield return ("regles", "au moins une règle est attendue");
        if (lu.Tranches.DistinctBy(t => t.Code, StringComparer.Ordinal).Count() < lu.Tranches.Length)
            yield return ("tranches", "deux tranches portent le même code");
        if (lu.Regles.FirstOrDefault(r => r.Code.Length > 40 || !TexteSaisi.EstPropre(r.Code)) is not null)
            yield return ("regles", "un code de règle a 40 caractères au plus, tous visibles");
    }

    /// <summary>A rate goes from 0 to 100 %, and bands leave no population without a rate between the first and the last.</summary>
    private static IEnumerable<(string Code, string Faute)> Tranches(Reglement lu)
    {
        foreach (var t in lu.Tranches.Where(t => t.Max.Pourcentage > 100m))
            yield return (
                t.Code,
                $"la tranche {t.Code} va jusqu’à {Francais.TauxBref(t.Max.Pourcentage)} % : un taux est de 100 % au plus"
            );
        var suite = lu.Tranches.OrderBy(t => t.BorneInf).ToList();
        foreach (var (basse, haute) in suite.Zip(suite.Skip(1)).Where(p => p.First.BorneSup < p.Second.BorneInf))
            yield return (
                haute.Code,
                $"la tranche {haute.Code} commence à {Francais.Entier(haute.BorneInf)} habitants, la tranche {basse.Code} "
                    + $"s’arrête avant {Francais.Entier(basse.BorneSup!.Value)} : entre les deux, aucune tranche"
            );
    }

    private static ErreurDeReglement Erreur(List<string> lignes, long ligne, string message)
    {
        var extrait = ligne >= 1 && ligne <= lignes.Count ? lignes[(int)ligne - 1].Trim() : "";
        return new ErreurDeReglement(ligne, message, extrait.Length > 120 ? extrait[..120] + "…" : extrait);
    }

    /// <summary>A text that cannot be read as YAML at all, or that hides or repeats parts of itself.</summary>
    private static (long, string)? Illisible(string contenu)
    {
        var cachee = contenu.Split('\n').ToList().FindIndex(l => !TexteSaisi.EstPropre(l.TrimEnd('\r')));
        if (cachee >= 0)
            return (cachee + 1, "cette ligne contient des caractères invisibles qui ne sont pas admis");
        try
        {
            return Parcourir(new Parser(new StringReader(contenu))) ?? Structure(contenu);
        }
        catch (YamlException e)
        {
            return (
                e.Start.Line,
                e.Message.Contains("uplicate key", StringComparison.Ordinal)
                    ? "cette clé est donnée deux fois"
                    : "ce n’est pas du YAML : vérifiez ici l’indentation, les deux-points, les guillemets et les crochets"
            );
        }
        catch (InvalidOperationException)
        {
            return (contenu.Count(c => c == '\n'), "une liste ou un objet n’est pas fermé");
        }
    }

    /// <summary>Depth is bounded before anything recursive reads the text.</summary>
    private static (long, string)? Parcourir(Parser lecteur)
    {
        var profondeur = 0;
        while (lecteur.MoveNext())
        {
            var evenement = lecteur.Current!;
            profondeur += evenement.NestingIncrease;
            if (profondeur > ProfondeurMaximale)
                return (evenement.Start.Line, "trop de niveaux imbriqués");
            if (evenement is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                return (evenement.Start.Line, "les ancres (&) et les renvois (*) ne sont pas admis");
            if (evenement is DocumentEnd { IsImplicit: false })
                return (evenement.Start.Line, "la marque de fin (…) n’est pas admise");
        }
        return null;
    }

    private static (long, string)? Structure(string contenu)
    {
        var flux = new YamlStream();
        flux.Load(new StringReader(contenu));
        if (flux.Documents.Count != 1)
            return (1, "le texte doit contenir un règlement, et un seul");
        foreach (var objet in flux.Documents[0].AllNodes.OfType<YamlMappingNode>())
        {
            if (objet.Children.Keys.FirstOrDefault(k => k is not YamlScalarNode) is { } complexe)
                return (complexe.Start.Line, "une clé doit être un mot");
            var doublee = objet
                .Children.Keys.Cast<YamlScalarNode>()
                .GroupBy(k => k.Value, StringComparer.Ordinal)
                .FirstOrDefault(g => g.Count() > 1);
            if (doublee is not null)
                return (doublee.Last().Start.Line, "cette clé est donnée deux fois");
        }
        return flux.Documents[0].RootNode is YamlMappingNode ? null : (1, "un règlement est une suite de clés : code, intitule, nom…");
    }
}
