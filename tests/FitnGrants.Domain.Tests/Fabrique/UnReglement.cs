using System.Collections.Immutable;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Reglements;

namespace FitnGrants.Domain.Tests.Fabrique;

/// <summary>
/// The three règlements as published: their rules, modes, numbers, bands, dates and envelopes are those of the files that are served. Words
/// that
/// only readers need are the same for all, so that tests may name them; those of each source are tested with its file.
/// </summary>
internal static class UnReglement
{
    public static readonly Reglement Bretagne = Publie("BZH-V1");

    public static readonly Reglement HautRhin = Publie("HR-V1");

    public static readonly Reglement GrandEst = Publie("GE-V2");

    /// <summary>One a file: a dispositif added tomorrow is tried with the others.</summary>
    public static ImmutableArray<Reglement> Tous { get; } =
    [
        Bretagne,
        HautRhin,
        GrandEst,
        .. Directory
            .EnumerateFiles(Dossier, "*.yaml")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Except([Bretagne.Code, HautRhin.Code, GrandEst.Code], StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(Publie),
    ];

    private static string Dossier => Path.Combine(AppContext.BaseDirectory, "Reglements");

    /// <summary>The same règlement, where one rule has another number.</summary>
    public static Reglement Reglant(this Reglement reglement, string code, string cle, int valeur) =>
        reglement with
        {
            Regles =
            [
                .. reglement.Regles.Select(r =>
                    r.Code != code ? r : r with { Parametres = new Parametres(r.Parametres.Valeurs.SetItem(cle, [$"{valeur}"])) }
                ),
            ],
        };

    private static Reglement Publie(string code)
    {
        var fichier = Path.Combine(Dossier, code + ".yaml");
        var publie = LecteurDeReglement.Lire(fichier, File.ReadAllText(fichier));
        return publie with
        {
            Version = "version-" + code,
            Fiche = new Fiche
            {
                PourQui = "Les collectivités.",
                Taux = "Jusqu’à 100 %",
                Finance = [],
            },
            Regles = [.. publie.Regles.Select(r => r with { Source = new Source($"Source de {r.Code}", $"citation de {r.Code}", [1]) })],
        };
    }
}
