using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;

namespace FitnGrants.Web.Reglements;

/// <summary>A rule of the sheets, and the codes of the sheets that state it.</summary>
public sealed record RegleDesFiches(RegleInformative Regle, ImmutableArray<string> Fiches);

/// <summary>The sheets of the dispositifs that take no deposit here, read from the files at start.</summary>
public sealed class FichesInformatives
{
    /// <exception cref="ReglementInvalideException">A file does not hold: the start stops.</exception>
    public FichesInformatives(string dossier)
    {
        var lues = new List<DispositifInformatif>();
        foreach (var fichier in Directory.EnumerateFiles(dossier, "*.yaml").Order(StringComparer.Ordinal))
        {
            var nom = Path.GetFileName(fichier);
            var fiche = LecteurDeFiche.Lire(nom, File.ReadAllText(fichier), lues.SelectMany(f => f.Regles));
            if (lues.Exists(f => f.Code == fiche.Code))
                throw new ReglementInvalideException(nom, 1, $"le code {fiche.Code} est celui d’une autre fiche");
            lues.Add(fiche);
        }
        Toutes = [.. lues.OrderBy(f => f.Rang).ThenBy(f => f.Code, StringComparer.Ordinal)];
        Regles =
        [
            .. Toutes
                .SelectMany(f => f.Regles.Select(r => (r, f.Code)))
                .GroupBy(p => p.r.Code, StringComparer.Ordinal)
                .Select(g => new RegleDesFiches(g.First().r, [.. g.Select(p => p.Code)])),
        ];
    }

    /// <summary>In the order people read them.</summary>
    public ImmutableArray<DispositifInformatif> Toutes { get; }

    /// <summary>Every rule of the sheets, once.</summary>
    public ImmutableArray<RegleDesFiches> Regles { get; }

    /// <summary>The sheet of a code; null for an unknown one.</summary>
    public DispositifInformatif? Trouver(string? code) => Toutes.FirstOrDefault(f => f.Code == code);
}
