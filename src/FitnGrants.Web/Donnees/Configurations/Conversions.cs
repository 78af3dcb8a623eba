using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FitnGrants.Web.Donnees.Configurations;

/// <summary>Euros as numeric(14,2): sums run in SQL.</summary>
public sealed class EurosConverter() : ValueConverter<Euros, decimal>(e => e.Montant, m => new Euros(m));

/// <summary>JSON of the records that are stored whole.</summary>
public static class Json
{
    /// <summary>One form for the database and for hashes: names as written, enums as words, amounts as numbers.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(), new EurosJson() },
    };

    /// <summary>A record in a jsonb column.</summary>
    public static PropertyBuilder<T> EnJson<T>(this PropertyBuilder<T> propriete) =>
        propriete
            .HasColumnType("jsonb")
            .HasConversion(
                v => JsonSerializer.Serialize(v, Options),
                v => JsonSerializer.Deserialize<T>(v, Options)!,
                new ValueComparer<T>(
                    (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
                    v => JsonSerializer.Serialize(v, Options).GetHashCode(StringComparison.Ordinal),
                    v => v
                )
            );

    /// <summary>A list of texts in a text[] column.</summary>
    public static PropertyBuilder<ImmutableArray<string>> EnListe(this PropertyBuilder<ImmutableArray<string>> propriete) =>
        propriete
            .HasColumnType("text[]")
            .HasConversion(
                v => v.ToArray(),
                v => ImmutableArray.Create(v),
                new ValueComparer<ImmutableArray<string>>((a, b) => a.SequenceEqual(b), v => v.Length, v => v)
            );

    /// <summary>A list of enums in a text[] column.</summary>
    public static PropertyBuilder<ImmutableArray<T>> EnListe<T>(this PropertyBuilder<ImmutableArray<T>> propriete)
        where T : struct, Enum =>
        propriete
            .HasColumnType("text[]")
            .HasConversion(
                v => v.Select(e => e.ToString()).ToArray(),
                v => v.Select(e => Enum.Parse<T>(e)).ToImmutableArray(),
                new ValueComparer<ImmutableArray<T>>((a, b) => a.SequenceEqual(b), v => v.Length, v => v)
            );

    private sealed class EurosJson : JsonConverter<Euros>
    {
        public override Euros Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, Euros value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.Montant);
    }
}
