using System.Globalization;
using FitnGrants.Domain.Socle;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace FitnGrants.Web.Reglements;

/// <summary>A YAML node that knows its file and its line.</summary>
internal sealed class Noeud(string fichier, YamlNode yaml)
{
    public static Noeud Charger(string fichier, string contenu)
    {
        try
        {
            var flux = new YamlStream();
            flux.Load(new StringReader(contenu));
            return flux.Documents.Count == 1
                ? new Noeud(fichier, flux.Documents[0].RootNode)
                : throw new ReglementInvalideException(fichier, 1, "le fichier doit contenir un document");
        }
        catch (YamlException e)
        {
            throw new ReglementInvalideException(fichier, e.Start.Line, e.Message);
        }
        catch (InvalidOperationException)
        {
            // The parser gives no line for a list or an object that never ends: it ends with the file.
            throw new ReglementInvalideException(fichier, contenu.Count(c => c == '\n') + 1, "une liste ou un objet n’est pas fermé");
        }
    }

    public ReglementInvalideException Erreur(string message) => new(fichier, yaml.Start.Line, message);

    public Noeud Objet(params string[] cles)
    {
        foreach (var (cle, valeur) in Table())
            if (!cles.Contains(cle))
                throw valeur.Erreur($"clé inconnue : {cle}");
        return this;
    }

    public Dictionary<string, Noeud> Table() =>
        yaml is YamlMappingNode mapping
            ? mapping.Children.ToDictionary(
                p => ((YamlScalarNode)p.Key).Value ?? "",
                p => new Noeud(fichier, p.Value),
                StringComparer.Ordinal
            )
            : throw Erreur("un objet est attendu");

    public Noeud? Option(string cle) => Table().GetValueOrDefault(cle);

    public Noeud Champ(string cle) => Option(cle) ?? throw Erreur($"clé absente : {cle}");

    public IEnumerable<Noeud> Liste() =>
        yaml is YamlSequenceNode suite ? suite.Children.Select(n => new Noeud(fichier, n)) : throw Erreur("une liste est attendue");

    public string Texte() => yaml is YamlScalarNode { Value: { Length: > 0 } valeur } ? valeur : throw Erreur("un texte est attendu");

    public string Phrase() => Francais.Typographier(Texte());

    public int Entier() =>
        int.TryParse(Texte(), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : throw Erreur($"un nombre entier est attendu : {Texte()}");

    public Euros Euros() =>
        decimal.TryParse(Texte(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var m) && decimal.Round(m, 2) == m
            ? new Euros(m)
            : throw Erreur($"un montant est attendu : {Texte()}");

    public DateOnly Date() =>
        DateOnly.TryParseExact(Texte(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d)
            ? d
            : throw Erreur($"une date AAAA-MM-JJ est attendue : {Texte()}");

    public DateOnly Mois() =>
        DateOnly.TryParseExact(Texte() + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d)
            ? d
            : throw Erreur($"un mois AAAA-MM est attendu : {Texte()}");

    public T Enumere<T>()
        where T : struct, Enum =>
        Enum.TryParse<T>(Texte(), out var v) && Enum.IsDefined(v)
            ? v
            : throw Erreur($"valeur inconnue : {Texte()} (attendu : {string.Join(", ", Enum.GetNames<T>())})");
}
