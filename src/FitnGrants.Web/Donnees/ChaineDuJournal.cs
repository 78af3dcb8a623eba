using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>
/// The journal: one line an act, each with the hash of the one before. What is written here is never written otherwise: hashes that exist
/// must hold.
/// </summary>
public static class ChaineDuJournal
{
    private const long Verrou = 0x4A4F55524E414C;

    private static readonly FrozenDictionary<Acte, Type> Traces = typeof(Trace)
        .Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Trace)))
        .ToFrozenDictionary(t => Enum.Parse<Acte>(t.Name));

    private static readonly JsonSerializerOptions Lecture = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter(), new EurosEnTexte() },
    };

    /// <summary>Hash of a line: its own values and the hash before it.</summary>
    public static string Empreinte(LigneDeJournal l) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        l.Precedent,
                        l.Instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                        l.Utilisateur,
                        l.Acte,
                        l.Entite,
                        l.EntiteId,
                        l.Avant,
                        l.Apres,
                        l.Details,
                        l.Adresse
                    )
                )
            )
        );

    /// <summary>Details of an act, as a line keeps them.</summary>
    /// <param name="trace">The act.</param>
    /// <param name="remplaces">Accounts whose roles who acts also has that day; empty for none.</param>
    public static string Details(Trace trace, string remplaces = "") =>
        JsonSerializer.Serialize(remplaces.Length == 0 ? trace.Valeurs() : trace.Valeurs().SetItem("remplace", remplaces));

    /// <summary>The act of a line and its details, as they were written.</summary>
    public static Trace Lire(this LigneDeJournal ligne) => (Trace)JsonSerializer.Deserialize(ligne.Details, Traces[ligne.Acte], Lecture)!;

    /// <summary>Writes lines at the end, the last thing of their transaction.</summary>
    internal static async Task JournaliserAsync(
        this FitnContext db,
        Acteur par,
        DateTimeOffset instant,
        IEnumerable<Fait> faits,
        CancellationToken arret
    )
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Verrou})", arret);
        var precedent = await db.Journal.OrderByDescending(l => l.Id).Select(l => l.Empreinte).FirstOrDefaultAsync(arret) ?? "";
        // PostgreSQL keeps microseconds: the hash must be computed on what will be read back.
        var arrondi = new DateTimeOffset(instant.UtcTicks / 10 * 10, TimeSpan.Zero);
        var remplaces = string.Join(' ', par.Comptes.Skip(1));
        foreach (var fait in faits)
        {
            var ligne = new LigneDeJournal
            {
                Instant = arrondi,
                Utilisateur = par.Id == Guid.Empty ? null : par.Id,
                Acte = fait.Acte,
                Entite = fait.Entite,
                EntiteId = fait.Id,
                Avant = fait.Avant,
                Apres = fait.Apres,
                Details = Details(fait.Trace, remplaces),
                Precedent = precedent,
            };
            ligne.Empreinte = precedent = Empreinte(ligne);
            db.Journal.Add(ligne);
            // One at a time: identifiers must follow the order of the chain.
            await db.SaveChangesAsync(arret);
        }
    }

    /// <summary>Every value of a line is a text.</summary>
    private sealed class EurosEnTexte : JsonConverter<Euros>
    {
        public override Euros Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(decimal.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Euros value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
