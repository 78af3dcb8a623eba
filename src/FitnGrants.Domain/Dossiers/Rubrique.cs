using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitnGrants.Domain.Dossiers;

/// <summary>
/// A part of what the porteur writes: what two deposits are compared by, what two editors choose between, what a request
/// opens again. Every value of a dossier is in one part and one only.
/// </summary>
public sealed class Rubrique
{
    private static readonly JsonSerializerOptions Forme = new() { Converters = { new SansZerosInutiles() } };
    private readonly Func<ContenuDossier, object?> lire;
    private readonly Func<ContenuDossier, ContenuDossier, ContenuDossier> reprendre;

    private Rubrique(string cle, Func<ContenuDossier, object?> lire, Func<ContenuDossier, ContenuDossier, ContenuDossier> reprendre) =>
        (Cle, this.lire, this.reprendre) = (cle, lire, reprendre);

    /// <summary>The field as findings name it: « titre », « depenses », « laboratoire ».</summary>
    public string Cle { get; }

    /// <summary>Every part, in the order of the steps.</summary>
    public static ImmutableArray<Rubrique> Toutes { get; } =
    [
        Identite("siret", i => i.Siret, (i, d) => i with { Siret = d.Siret }),
        Identite("adresse", i => i.Adresse, (i, d) => i with { Adresse = d.Adresse }),
        Identite("representantLegal", i => i.RepresentantLegal, (i, d) => i with { RepresentantLegal = d.RepresentantLegal }),
        Identite("contact", i => i.Contact, (i, d) => i with { Contact = d.Contact }),
        Identite("courriel", i => i.Courriel, (i, d) => i with { Courriel = d.Courriel }),
        Identite("telephone", i => i.Telephone, (i, d) => i with { Telephone = d.Telephone }),
        new("membres", c => c.Groupement, (c, d) => c with { Groupement = d.Groupement }),
        Projet("titre", p => p.Titre, (p, d) => p with { Titre = d.Titre }),
        Projet("resume", p => p.Resume, (p, d) => p with { Resume = d.Resume }),
        Projet("lieux", p => p.Lieux, (p, d) => p with { Lieux = d.Lieux }),
        Projet("thematiques", p => p.Thematiques, (p, d) => p with { Thematiques = d.Thematiques }),
        Projet("naturesAppui", p => p.NaturesAppui, (p, d) => p with { NaturesAppui = d.NaturesAppui }),
        Projet("etatAvancement", p => p.EtatAvancement, (p, d) => p with { EtatAvancement = d.EtatAvancement }),
        Projet("regime", p => p.Regime, (p, d) => p with { Regime = d.Regime }),
        Projet("urbanisme", p => p.Urbanisme, (p, d) => p with { Urbanisme = d.Urbanisme }),
        Projet("laboratoire", p => p.Laboratoire, (p, d) => p with { Laboratoire = d.Laboratoire }),
        Projet("methodeParticipative", p => p.MethodeParticipative, (p, d) => p with { MethodeParticipative = d.MethodeParticipative }),
        Projet("indicateurs", p => p.Indicateurs, (p, d) => p with { Indicateurs = d.Indicateurs }),
        Projet("qpv", p => p.Qpv, (p, d) => p with { Qpv = d.Qpv }),
        Projet("mutualisation", p => p.Mutualisation, (p, d) => p with { Mutualisation = d.Mutualisation }),
        Projet("plusValue", p => p.PlusValue, (p, d) => p with { PlusValue = d.PlusValue }),
        Projet("exclusivite", p => (p.Exclusivite, p.LicenceCode, p.LicenceDocumentation).ToString(), (p, d) => p with { Exclusivite = d.Exclusivite, LicenceCode = d.LicenceCode, LicenceDocumentation = d.LicenceDocumentation }),
        Projet("crte", p => p.Crte, (p, d) => p with { Crte = d.Crte }),
        Projet("devis", p => p.Devis, (p, d) => p with { Devis = d.Devis }),
        Projet("deliberation", p => p.Deliberation, (p, d) => p with { Deliberation = d.Deliberation }),
        Projet("revendications", p => p.Revendications, (p, d) => p with { Revendications = d.Revendications }),
        // The amounts of the lines are on a basis: one is nothing without the other.
        Projet("depenses", p => p is { BaseTaxe: null, TvaNonRecuperable: null, Depenses: null } ? null : new { p.BaseRetenue, p.TvaNonRecuperable, p.Depenses },
            (p, d) => p with { BaseTaxe = d.BaseTaxe, TvaNonRecuperable = d.TvaNonRecuperable, Depenses = d.Depenses }),
        Projet("ressources", p => p.Ressources, (p, d) => p with { Ressources = d.Ressources }),
        Projet("dateDebutPrevue", p => p.DateDebutPrevue, (p, d) => p with { DateDebutPrevue = d.DateDebutPrevue }),
        Projet("dateFinPrevue", p => p.DateFinPrevue, (p, d) => p with { DateFinPrevue = d.DateFinPrevue }),
        Projet("dateEffetConcret", p => p.DateEffetConcret, (p, d) => p with { DateEffetConcret = d.DateEffetConcret }),
        Projet("datePremierActeJuridique", p => p.DatePremierActeJuridique, (p, d) => p with { DatePremierActeJuridique = d.DatePremierActeJuridique }),
    ];

    /// <summary>The part of a key; null without one.</summary>
    public static Rubrique? Trouver(string cle) => Toutes.FirstOrDefault(r => r.Cle == cle);

    /// <summary>The parts that are not the same in two contents.</summary>
    public static ImmutableArray<Rubrique> Differentes(ContenuDossier un, ContenuDossier autre) => [.. Toutes.Where(r => r.Valeur(un) != r.Valeur(autre))];

    /// <summary>Its value in one form: equal exactly when nothing of the part differs; an empty text is no text.</summary>
    public string Valeur(ContenuDossier contenu) => lire(contenu) switch
    {
        null or "" => "",
        string texte => texte,
        { } valeur => JsonSerializer.Serialize(valeur, Forme),
    };

    /// <summary>The part of a field, « depenses[3].eligible », or the piece it asks for, « pieces.Devis »; null without one.</summary>
    public static string? DuChamp(string? champ) => champ?.Split('[', '.')[0] switch
    {
        null => null,
        "pieces" => champ,
        "montant" => "ressources",
        "tvaNonRecuperable" or "baseTaxe" => "depenses",
        "partDuChefDeFile" or "contactOperationnel" => "membres",
        var racine => Trouver(racine)?.Cle,
    };

    /// <summary>A content with this part taken from another one.</summary>
    /// <param name="de">Where it is taken.</param>
    /// <param name="dans">What receives it; unchanged.</param>
    public ContenuDossier Reprendre(ContenuDossier de, ContenuDossier dans) => reprendre(dans, de);

    private static Rubrique Identite(string cle, Func<Identite, object?> lire, Func<Identite, Identite, Identite> reprendre) =>
        new(cle, c => lire(c.Identite), (c, d) => c with { Identite = reprendre(c.Identite, d.Identite) });

    private static Rubrique Projet(string cle, Func<Projet, object?> lire, Func<Projet, Projet, Projet> reprendre) =>
        new(cle, c => lire(c.Projet), (c, d) => c with { Projet = reprendre(c.Projet, d.Projet) });

    /// <summary>50000 and 50000.00 are one amount.</summary>
    private sealed class SansZerosInutiles : JsonConverter<decimal>
    {
        private const decimal Un = 1.0000000000000000000000000000m;

        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / Un);
    }
}
