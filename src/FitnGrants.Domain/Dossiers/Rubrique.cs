using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitnGrants.Domain.Dossiers;

/// <summary>
/// A part of what the porteur writes: what two deposits are compared by, what two editors choose between, what a request
/// opens again. Every value of a dossier is in one part and one only. All that is known of a part is said in <see cref="Toutes"/>:
/// its name, its step, its fields and how they are read, how it reads, which rules speak of it.
/// </summary>
public sealed partial class Rubrique
{
    private static readonly JsonSerializerOptions Forme = new() { Converters = { new SansZerosInutiles() } };

    /// <summary>As findings name it: « titre », « depenses », « laboratoire ».</summary>
    public required string Cle { get; init; }

    /// <summary>As people call it.</summary>
    public required string Nom { get; init; }

    /// <summary>Where it is written.</summary>
    public required EtapeDuDossier Etape { get; init; }

    /// <summary>Its values, in the order of their controls.</summary>
    public required ImmutableArray<Champ> Champs { get; init; }

    /// <summary>Its classes of rules: those whose findings are beside one of its fields.</summary>
    public ImmutableArray<Type> Regles { get; init; } = [];

    private Func<ContenuDossier, object?> Lire { get; init; } = null!;

    private Func<ContenuDossier, ContenuDossier, ContenuDossier> Prendre { get; init; } = null!;

    private Func<ContenuDossier, IEnumerable<string?>> EnLignes { get; init; } = null!;

    /// <summary>The part of a key; null without one.</summary>
    public static Rubrique? Trouver(string cle) => Toutes.FirstOrDefault(r => r.Cle == cle);

    /// <summary>The parts that are not the same in two contents.</summary>
    public static ImmutableArray<Rubrique> Differentes(ContenuDossier un, ContenuDossier autre) =>
        [.. Toutes.Where(r => r.Valeur(un) != r.Valeur(autre))];

    /// <summary>Its value in one form: equal exactly when nothing of the part differs; an empty text is no text.</summary>
    public string Valeur(ContenuDossier contenu) =>
        Lire(contenu) switch
        {
            null or "" => "",
            string texte => texte,
            { } valeur => JsonSerializer.Serialize(valeur, Forme),
        };

    /// <summary>As people read it, line by line; none when nothing is written.</summary>
    public IReadOnlyList<string> Lignes(ContenuDossier contenu) =>
        [.. EnLignes(contenu).Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => Socle.Francais.Typographier(l!))];

    /// <summary>The part of a field, « depenses[3].eligible », or the piece it asks for, « pieces.Devis »; null without one.</summary>
    public static string? DuChamp(string? champ) =>
        champ is null
            ? null
            : Champ.RacineDe(champ) switch
            {
                "pieces" => champ,
                var racine => Toutes.FirstOrDefault(r => r.Cle == racine || r.Champs.Any(c => c.Racine == racine))?.Cle,
            };

    /// <summary>
    /// The part that a control writes: « Depenses[0].Libelle » is of « depenses », « Efficacite » of « indicateurs »; null for none.
    /// </summary>
    public static Rubrique? DuControle(string nom)
    {
        var racine = Champ.RacineDe(nom);
        return Toutes.FirstOrDefault(r => r.Champs.Any(c => c.Controle is { } controle && Champ.RacineDe(controle) == racine));
    }

    /// <summary>A content with this part taken from another one.</summary>
    /// <param name="de">Where it is taken.</param>
    /// <param name="dans">What receives it; unchanged.</param>
    public ContenuDossier Reprendre(ContenuDossier de, ContenuDossier dans) => Prendre(dans, de);

    /// <summary>50000 and 50000.00 are one amount.</summary>
    private sealed class SansZerosInutiles : JsonConverter<decimal>
    {
        private const decimal Un = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / Un);
    }
}
