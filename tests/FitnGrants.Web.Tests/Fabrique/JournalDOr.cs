using System.Text.Json;
using System.Text.Json.Serialization;
using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Tests.Fabrique;

/// <summary>A journal written before acts were types: one line of each act and of each set of its details, in one chain.</summary>
internal static class JournalDOr
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static IReadOnlyList<LigneDeJournal> Lignes { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Donnees", "journal-d-or.jsonl"))
            .Select(l => JsonSerializer.Deserialize<LigneDeJournal>(l, Options)!),
    ];
}
