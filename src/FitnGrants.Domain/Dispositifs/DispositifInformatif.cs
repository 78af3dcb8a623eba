using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dispositifs;

/// <summary>A dispositif published for information: its dossiers are filed elsewhere, never here.</summary>
public sealed record DispositifInformatif
{
    /// <summary>Code used everywhere: « NAT-DEMAT ».</summary>
    public required string Code { get; init; }

    /// <summary>Place in lists, from 1.</summary>
    public required int Rang { get; init; }

    /// <summary>Title of the call.</summary>
    public required string Intitule { get; init; }

    /// <summary>« Appel national, démarches ».</summary>
    public required string Nom { get; init; }

    /// <summary>Who, in one sentence.</summary>
    public required string PourQui { get; init; }

    /// <summary>Where dossiers go, since they do not come here: one sentence.</summary>
    public required string Depot { get; init; }

    /// <summary>Two or three facts to read first.</summary>
    public required ImmutableArray<FaitEnBref> EnBref { get; init; }

    /// <summary>What the call is, in paragraphs.</summary>
    public required ImmutableArray<string> Contenu { get; init; }

    /// <summary>Its calendar, in the order it is read.</summary>
    public required ImmutableArray<Echeance> Calendrier { get; init; }

    /// <summary>Services by function; empty when the source names none.</summary>
    public ImmutableArray<ContactFonction> Contacts { get; init; } = [];

    /// <summary>Where to read more (R87).</summary>
    public ImmutableArray<Ressource> Ressources { get; init; } = [];

    /// <summary>Its rules, all for information.</summary>
    public required ImmutableArray<RegleInformative> Regles { get; init; }

    /// <summary>The test that says whether the call is for the reader.</summary>
    public required Orientation Orientation { get; init; }

    /// <summary>The rule of a code that the sheet is known to have.</summary>
    /// <exception cref="InvalidOperationException">The sheet has no such rule.</exception>
    public RegleInformative Regle(string code) => Regles.First(r => r.Code == code);
}

/// <summary>A fact to read first: « Sessions », « Trois, en 2021 et 2022 ».</summary>
public sealed record FaitEnBref(string Libelle, string Valeur);

/// <summary>A line of the calendar.</summary>
/// <param name="Jour">Its Paris day; null when the source gives none.</param>
/// <param name="Texte">The sentence; « {date} » stands for the day.</param>
/// <param name="Avant">The sentence up to that day, inclusive; null when it never changes.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Echeance(DateOnly? Jour, string Texte, string? Avant, Source Source)
{
    /// <summary>The sentence as it stands on a Paris day: « se clôture », then « s’est clôturée » (R79).</summary>
    public string Phrase(DateOnly aujourdhui)
    {
        var texte = Avant is not null && aujourdhui <= Jour ? Avant : Texte;
        return Jour is { } jour ? texte.Replace("{date}", Francais.Date(jour), StringComparison.Ordinal) : texte;
    }
}

/// <summary>Something to read elsewhere.</summary>
/// <param name="Libelle">What it is.</param>
/// <param name="Adresse">Its public address; null when it was not kept.</param>
public sealed record Ressource(string Libelle, string? Adresse);

/// <summary>A rule that a sheet states and that no act here applies.</summary>
/// <param name="Code">« R79 ».</param>
/// <param name="Nom">Short name.</param>
/// <param name="Phrase">The sentence, in plain words.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RegleInformative(string Code, string Nom, string Phrase, Source Source)
{
    /// <summary>This rule's answer to one question, typography applied.</summary>
    public Constat Constat(ResultatConstat resultat, string message) =>
        new()
        {
            Regle = Code,
            Nom = Nom,
            Resultat = resultat,
            Message = Francais.Typographier(message),
            Source = Source,
        };
}

/// <summary>The test of a sheet: over a territory (R16) or over who recruits (R83), never both.</summary>
/// <param name="Regle">Code of the rule that answers.</param>
/// <param name="Seuil">Inhabitants to cover, inclusive; null when the test is over who recruits.</param>
/// <param name="Recruteurs">Whom the call is meant for; empty when the test is over a territory.</param>
/// <param name="Rappels">Codes of the rules to recall beside the answer.</param>
public sealed record Orientation(string Regle, int? Seuil, ImmutableArray<Recruteur> Recruteurs, ImmutableArray<string> Rappels);
