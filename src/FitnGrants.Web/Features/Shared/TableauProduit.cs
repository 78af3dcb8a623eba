namespace FitnGrants.Web.Features.Shared;

/// <summary>A list that leaves as a file: texts, decimals, dates and whole numbers, line by line, whatever the format.</summary>
/// <param name="Nom">Of the file, without its extension: « dossiers-2021-06-01 ».</param>
/// <param name="Titres">Of the columns.</param>
/// <param name="Sommables">Those that a total makes sense of.</param>
/// <param name="Lignes">One value a column.</param>
public sealed record TableauProduit(
    string Nom,
    IReadOnlyList<string> Titres,
    IReadOnlyList<string> Sommables,
    IAsyncEnumerable<object?[]> Lignes
)
{
    /// <summary>What a porteur typed is never a formula in a spreadsheet.</summary>
    public static string SansFormule(string texte) =>
        texte.Length > 0 && "=+-@\t\r".Contains(texte[0], StringComparison.Ordinal) ? "'" + texte : texte;
}
