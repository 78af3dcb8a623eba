using FitnGrants.Domain.Collectivites.Traces;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;

namespace FitnGrants.Domain.Collectivites;

/// <summary>
/// A collectivité that takes the place of another: « la commune nouvelle est substituée dans tous les droits et obligations » (CGCT,
/// art. L. 2113-5).
/// </summary>
public sealed class Succession : Racine
{
    private Succession() { }

    /// <summary>SIREN that is dead: it has one successor.</summary>
    public string Ancien { get; private set; } = "";

    /// <summary>SIREN that takes its place.</summary>
    public string Nouveau { get; private set; } = "";

    /// <summary>Paris day from which it does.</summary>
    public DateOnly Le { get; private set; }

    /// <summary>The arrêté that says so.</summary>
    public string Arrete { get; private set; } = "";

    /// <summary>Function of who recorded it.</summary>
    public string Par { get; private set; } = "";

    public DateTimeOffset EnregistreeLe { get; private set; }

    /// <summary>Records it; every reason that refuses it at once.</summary>
    /// <param name="ancien">The dead one; null where the référentiel does not know it.</param>
    /// <param name="nouveau">Its successor; null where the référentiel does not know it.</param>
    /// <param name="le">Paris day.</param>
    /// <param name="arrete">Reference of the arrêté.</param>
    /// <param name="connues">Those recorded already.</param>
    /// <param name="par">Who administers.</param>
    /// <param name="instant">When.</param>
    /// <returns>The succession; null where it is refused.</returns>
    public static (Succession? Succession, Resultat Resultat) Enregistrer(
        Collectivite? ancien,
        Collectivite? nouveau,
        DateOnly? le,
        string? arrete,
        IReadOnlyCollection<Succession> connues,
        Acteur par,
        DateTimeOffset instant
    )
    {
        var resultat = Resultat.De(Manques(ancien, nouveau, le, arrete, connues, JourDeParis.De(instant)));
        if (!resultat.EstAccepte)
            return (null, resultat);
        var succession = new Succession
        {
            Id = Guid.CreateVersion7(),
            Ancien = ancien!.Siren,
            Nouveau = nouveau!.Siren,
            Le = le!.Value,
            Arrete = arrete!.Trim(),
            Par = par.Fonction,
            EnregistreeLe = instant.ToUniversalTime(),
        };
        succession.Noter(
            new EnregistrerUneSuccession(par.Fonction, succession.Ancien, succession.Nouveau, succession.Le, succession.Arrete)
        );
        return (succession, resultat);
    }

    private static IEnumerable<Constat> Manques(
        Collectivite? ancien,
        Collectivite? nouveau,
        DateOnly? le,
        string? arrete,
        IReadOnlyCollection<Succession> connues,
        DateOnly aujourdhui
    )
    {
        if (ancien is null)
            yield return Manque("Cette collectivité n’est pas au référentiel.", "ancien");
        else if (connues.FirstOrDefault(s => s.Ancien == ancien.Siren) is { } faite)
            yield return Manque($"Un successeur de {ancien.Nom} est déjà enregistré : SIREN {faite.Nouveau}.", "ancien");
        if (nouveau is null)
            yield return Manque("Cette collectivité n’est pas au référentiel : ajoutez-la d’abord.", "nouveau");
        else if (nouveau.Siren == ancien?.Siren)
            yield return Manque("Une collectivité ne se succède pas à elle-même.", "nouveau");
        else if (connues.Any(s => s.Ancien == nouveau.Siren))
            yield return Manque($"{nouveau.Nom} a elle-même un successeur : indiquez-le.", "nouveau");
        else if (ancien is not null && (ancien.Nature == NatureJuridique.Commune) != (nouveau.Nature == NatureJuridique.Commune))
            yield return Manque("Une commune succède à une commune, un groupement à un groupement.", "nouveau");
        if (le is null)
            yield return Manque("Indiquez le jour où la nouvelle collectivité prend la place de l’ancienne.", "le");
        else if (le > aujourdhui)
            yield return Manque("Une succession ne s’enregistre pas d’avance : attendez ce jour.", "le");
        if (string.IsNullOrWhiteSpace(arrete))
            yield return Manque("Indiquez l’arrêté : numéro et jour.", "arrete");
    }

    private static Constat Manque(string message, string champ) =>
        new()
        {
            Regle = "",
            Nom = "Succession",
            Resultat = ResultatConstat.Bloquant,
            Message = Francais.Typographier(message),
            Source = Source.Aucune,
            Champ = champ,
        };
}
