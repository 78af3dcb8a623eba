using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>
/// Kills and volumes: a few rounds before each landing, as many as one likes with scripts/fiabilite, which prints what each came to.
/// </summary>
public static class Fiabilite
{
    /// <summary>One after the other: four processes at once would want more connections than the server has.</summary>
    public const string DeuxProcessus = "Deux processus";

    private const string Variable = "FITN_FIABILITE";
    private const string Fichier = "FITN_FIABILITE_TABLE";

    /// <summary>Rounds of a test.</summary>
    public static int Tours(int ordinaire) =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var tours)
        && tours > 0
            ? tours
            : ordinaire;

    /// <summary>One row of the table.</summary>
    public static void Noter(string essai, int tours, int actes, int morts, TimeSpan duree)
    {
        if (Environment.GetEnvironmentVariable(Fichier) is { Length: > 0 } fichier)
            File.AppendAllText(
                fichier,
                string.Create(CultureInfo.InvariantCulture, $"{essai}\t{tours}\t{actes}\t{morts}\t{duree.TotalSeconds:0}\n")
            );
    }

    /// <summary>Links of the journal that do not hold to the one before: none, ever.</summary>
    public static Task<int> MaillonsRompusAsync(this Instance instance) =>
        instance.LireAsync(db =>
            db.Database.SqlQuery<int>(
                    $"""
                    select count(*)::int as "Value" from (select precedent, lag(empreinte) over (order by id) as avant from journal) j
                    where avant is not null and precedent <> avant
                    """
                )
                .SingleAsync()
        );
}
