using System.Collections.Immutable;
using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Dispositifs;

/// <summary>Where a dispositif stands; derived from its dates, never typed (R6).</summary>
public enum StatutDispositif
{
    EnPreparation,
    Ouvert,
    Clos,
    Archive,
}

/// <summary>A dispositif in one version of its règlement: everything that differs between two territories is here.</summary>
public sealed record Reglement
{
    /// <summary>Code used everywhere: « HR-V1 ».</summary>
    public required string Code { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal: the version's identity.</summary>
    public required string Version { get; init; }

    /// <summary>Title of the call.</summary>
    public required string Intitule { get; init; }

    /// <summary>« Haut-Rhin, volet 1 ».</summary>
    public required string Nom { get; init; }

    /// <summary>1 or 2: who instructs (R69, R70).</summary>
    public required int Volet { get; init; }

    /// <summary>INSEE code of the région.</summary>
    public required string Region { get; init; }

    /// <summary>Départements whose collectivités may apply (R2).</summary>
    public required ImmutableArray<string> Departements { get; init; }

    /// <summary>First Paris day of the call.</summary>
    public required DateOnly OuvertLe { get; init; }

    /// <summary>Last Paris day of deposit, inclusive; null without a limit (A11).</summary>
    public DateOnly? LimiteDepot { get; init; }

    /// <summary>First Paris day of the archive; null while none is decided.</summary>
    public DateOnly? ArchiveLe { get; init; }

    /// <summary>Days between an agenda's cut-off and its session; null where there is none (A11).</summary>
    public int? DelaiOrdreDuJourJours { get; init; }

    /// <summary>The budget, in euros.</summary>
    public required Euros Enveloppe { get; init; }

    /// <summary>« Bretagne », as in « Enveloppe de la Bretagne ».</summary>
    public required string NomEnveloppe { get; init; }

    /// <summary>The legal figure looked at (A1).</summary>
    public required PopulationReference PopulationReference { get; init; }

    /// <summary>Rate bands, in order, never overlapping; empty where the rate is free.</summary>
    public required ImmutableArray<Tranche> Tranches { get; init; }

    /// <summary>Active rules, in the order of the catalogue.</summary>
    public required ImmutableArray<RegleActivee> Regles { get; init; }

    /// <summary>The body that decides.</summary>
    public required Instance Instance { get; init; }

    /// <summary>The administrative court that appeal routes name.</summary>
    public required string Tribunal { get; init; }

    /// <summary>Who helps a porteur whose dossier is « à revoir » (R66).</summary>
    public required string Accompagnement { get; init; }

    /// <summary>The service that instructs; null where it is the préfecture of the porteur's département.</summary>
    public string? ServiceInstructeur { get; init; }

    /// <summary>Code of the service that attributes, and signs its decisions: « R53 », « 68 ».</summary>
    public required string Attribuant { get; init; }

    /// <summary>The sessions of the calendar as published.</summary>
    public required ImmutableArray<SeancePrevue> Seances { get; init; }

    /// <summary>The sheet people read.</summary>
    public required Fiche Fiche { get; init; }

    /// <summary>Where the call stands at an instant (R6).</summary>
    public StatutDispositif Statut(DateTimeOffset instant)
    {
        var jour = JourDeParis.De(instant);
        if (jour >= ArchiveLe)
            return StatutDispositif.Archive;
        if (jour < OuvertLe)
            return StatutDispositif.EnPreparation;
        return jour > LimiteDepot ? StatutDispositif.Clos : StatutDispositif.Ouvert;
    }

    /// <summary>Last Paris day of deposit; null where none is set yet.</summary>
    public DateOnly? DernierJour => LimiteDepot ?? ArchiveLe?.AddDays(-1);

    /// <summary>True once nothing may be deposited any more.</summary>
    public bool DepotFini(DateOnly jour) => DernierJour < jour;

    /// <summary>The band of a population; null where there is none.</summary>
    public Tranche? TranchePour(int? population) => population is { } p ? Tranches.FirstOrDefault(t => t.Contient(p)) : null;

    /// <summary>The service that instructs the dossiers of a département.</summary>
    public string Service(string departement) => ServiceInstructeur ?? Libelles.Prefecture(departement);

    /// <summary>Code of the service that instructs the dossiers of a département.</summary>
    public string CodeDuService(string departement) => ServiceInstructeur is null ? departement : Secretariat;

    /// <summary>Code of the service that keeps the sessions of its instance.</summary>
    public string Secretariat => ServiceEmetteur.DeRegion(Region);

    /// <summary>The first active rule of this class; null where none is. A code is another dispositif's.</summary>
    public RegleActivee? Trouver<T>()
        where T : Regle => Regles.FirstOrDefault(r => r.Regle is T);

    /// <summary>True when one of the active rules is of this class.</summary>
    public bool Applique<T>()
        where T : Regle => Trouver<T>() is not null;

    /// <summary>True when a breach of a rule of this class blocks.</summary>
    public bool Exige<T>()
        where T : Regle => Regles.Any(r => r.Regle is T && r.Mode == ModeRegle.Bloquant);
}

/// <summary>A rate band.</summary>
/// <param name="Code">Code of its rule (R20 to R22).</param>
/// <param name="BorneInf">Inhabitants, inclusive.</param>
/// <param name="BorneSup">Inhabitants, exclusive; null without an upper bound (A3).</param>
/// <param name="Min">Lowest rate; null: anything above zero (A23).</param>
/// <param name="Max">Highest rate.</param>
public sealed record Tranche(string Code, int BorneInf, int? BorneSup, Taux? Min, Taux Max)
{
    /// <summary>True when a population falls in the band.</summary>
    public bool Contient(int population) => population >= BorneInf && (BorneSup is null || population < BorneSup);

    /// <summary>« 1 000 à 79 999 habitants », « moins de 1 000 habitants ».</summary>
    public string Libelle =>
        BorneSup switch
        {
            null => $"à partir de {Francais.Entier(BorneInf)} habitants",
            { } sup when BorneInf == 0 => $"moins de {Francais.Entier(sup)} habitants",
            { } sup => $"{Francais.Entier(BorneInf)} à {Francais.Entier(sup - 1)} habitants",
        };
}

/// <summary>The body that decides, by its function.</summary>
/// <param name="Code">Sessions of two dispositifs under one code are the same sessions.</param>
/// <param name="Article">« la » or « le ».</param>
/// <param name="Nom">« communauté interdépartementale de sélection ».</param>
public sealed record Instance(string Code, string Article, string Nom)
{
    /// <summary>« La communauté… », « Le comité… ».</summary>
    public string Le => char.ToUpperInvariant(Article[0]) + Article[1..] + " " + Nom;

    /// <summary>« À la communauté… », « Au comité… ».</summary>
    public string Au => (Article == "le" ? "Au " : "À la ") + Nom;
}

/// <summary>A session as the calendar publishes it.</summary>
/// <param name="Jour">The day, or the first of the month.</param>
/// <param name="AuMois">True when only the month is known (R69, A25).</param>
/// <param name="Initiale">The day first announced, when it moved (R63).</param>
/// <param name="Motif">Why it moved.</param>
public sealed record SeancePrevue(DateOnly Jour, bool AuMois, DateOnly? Initiale, string? Motif);

/// <summary>The published sheet: what people read before they apply. Texts only, no rule.</summary>
public sealed record Fiche
{
    /// <summary>Who, in one sentence.</summary>
    public required string PourQui { get; init; }

    /// <summary>« Jusqu’à 100 % ».</summary>
    public required string Taux { get; init; }

    /// <summary>What the call funds.</summary>
    public required ImmutableArray<string> Finance { get; init; }

    /// <summary>Criteria, as the source lists them.</summary>
    public ImmutableArray<string> Criteres { get; init; } = [];

    public ImmutableArray<string> Priorites { get; init; } = [];

    public ImmutableArray<string> Valeurs { get; init; } = [];

    public ImmutableArray<string> Exclusions { get; init; } = [];

    /// <summary>Contacts by function; no person is ever named.</summary>
    public ImmutableArray<ContactFonction> Contacts { get; init; } = [];

    /// <summary>Where the source sends for more, as it stood.</summary>
    public ImmutableArray<Ressource> Ressources { get; init; } = [];
}

/// <summary>A service to write to.</summary>
/// <param name="Fonction">« Préfecture du Finistère – référent transformation numérique ».</param>
/// <param name="Courriel">A functional mailbox, or null.</param>
public sealed record ContactFonction(string Fonction, string? Courriel);
