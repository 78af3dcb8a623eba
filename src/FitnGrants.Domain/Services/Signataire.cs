using System.Collections.Immutable;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Services;

/// <summary>In whose name a person signs (documents.md 4).</summary>
public enum ModeDeSignature
{
    Titulaire,
    Delegation,
    Subdelegation,
    Interim,
    Suppleance,
}

/// <summary>What a person may sign.</summary>
public enum NatureDeSignature
{
    Lettres,
    Actes,
    Argent,
}

/// <summary>The arrêté that gives the signature.</summary>
/// <param name="Numero">As its recueil numbers it.</param>
/// <param name="Date">Day of the arrêté.</param>
/// <param name="Recueil">Where it was published; null when it is not said.</param>
public sealed record TexteDeDelegation(string Numero, DateOnly Date, string? Recueil = null);

/// <summary>Who holds the signature of a service, from a day to another. One of the three places where a person's name is kept.</summary>
public sealed record Signataire
{
    public required Guid Id { get; init; }

    public required Civilite Civilite { get; init; }

    public required string Prenom { get; init; }

    public required string Nom { get; init; }

    /// <summary>
    /// « secrétaire général pour les affaires régionales », without its article; « préfet » or « préfète » for a titulaire.
    /// </summary>
    public required string Qualite { get; init; }

    public required ModeDeSignature Mode { get; init; }

    /// <summary>Null for a titulaire, an interim or a suppléant.</summary>
    public TexteDeDelegation? Texte { get; init; }

    public required ImmutableArray<NatureDeSignature> Natures { get; init; }

    /// <summary>Euros at most, included; null without a limit.</summary>
    public Euros? Plafond { get; init; }

    /// <summary>First Paris day.</summary>
    public required DateOnly Du { get; init; }

    /// <summary>Last Paris day; null while no end is known.</summary>
    public DateOnly? Au { get; init; }

    /// <summary>« Prénom Nom ».</summary>
    public string NomEntier => $"{Prenom} {Nom}";

    /// <summary>True where an arrêté is needed.</summary>
    public static bool VeutUnTexte(ModeDeSignature mode) => mode is ModeDeSignature.Delegation or ModeDeSignature.Subdelegation;

    public bool EnFonction(DateOnly jour) => Du <= jour && (Au is not { } au || jour <= au);

    /// <summary>True when this person may sign that, that day, for that amount.</summary>
    /// <param name="nature">What is signed.</param>
    /// <param name="jour">Paris day.</param>
    /// <param name="montant">Euros engaged; null where there is none.</param>
    public bool PeutSigner(NatureDeSignature nature, DateOnly jour, Euros? montant) =>
        EnFonction(jour) && Natures.Contains(nature) && (Plafond is not { } plafond || montant is not { } m || m <= plafond);

    /// <summary>Authority, then quality, a line each, as they stand above the signature.</summary>
    /// <param name="territoire">« de la région Bretagne ».</param>
    /// <param name="secondTitre">« d’Ille-et-Vilaine »; null without one.</param>
    /// <param name="prefet">Civility of the préfet in person that day; null when it is not known.</param>
    public ImmutableArray<string> Formule(string territoire, string? secondTitre, Civilite? prefet)
    {
        var (elle, elu) = (Civilite == Civilite.Madame, prefet == Civilite.Madame);
        var lePrefet = $"{(elu ? "la préfète" : "le préfet")} {territoire}";
        var qualite = $"{Francais.LeOuLa(Qualite, elle)},";
        return Mode switch
        {
            ModeDeSignature.Titulaire =>
            [
                $"{(elle ? "La préfète" : "Le préfet")} {territoire},",
                .. secondTitre is { Length: > 0 } ? [$"{(elle ? "préfète" : "préfet")} {secondTitre},"] : ImmutableArray<string>.Empty,
            ],
            ModeDeSignature.Delegation => [$"Pour {lePrefet}", "et par délégation,", qualite],
            ModeDeSignature.Subdelegation => [$"Pour {lePrefet}", "et par subdélégation,", qualite],
            ModeDeSignature.Interim => [$"{(elle ? "La préfète" : "Le préfet")} {territoire} par intérim,"],
            _ =>
            [
                $"Pour {lePrefet} {(elu ? "empêchée" : "empêché")},",
                $"{Francais.LeOuLa(Qualite, elle)}, {(elle ? "suppléante" : "suppléant")},",
            ],
        };
    }
}
