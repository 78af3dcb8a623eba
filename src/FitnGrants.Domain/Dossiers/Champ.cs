using System.Collections.Immutable;

namespace FitnGrants.Domain.Dossiers;

/// <summary>The steps of a dossier, in order.</summary>
public enum EtapeDuDossier
{
    Collectivite,
    Groupement,
    Projet,
    Criteres,
    Financement,
    Calendrier,
    Pieces,
    Recapitulatif,
}

/// <summary>How what is typed in a field is read.</summary>
public abstract record Lecture
{
    /// <summary>A line or a page of text.</summary>
    /// <param name="maximum">Characters at most.</param>
    public static Lecture Texte(int maximum) => new DeTexte(maximum);

    /// <summary>« oui » or « non ».</summary>
    public static Lecture OuiNon { get; } = new DOuiNon();

    /// <summary>A whole number, zero or more.</summary>
    public static Lecture Entier { get; } = new DEntier();

    /// <summary>A day.</summary>
    public static Lecture Jour { get; } = new DeJour();

    /// <summary>A share, in percent.</summary>
    public static Lecture Part { get; } = new DePart();

    /// <summary>Its form reads it as nothing else is read: a list, an amount, a number with a key.</summary>
    public static Lecture Propre { get; } = new ParSonFormulaire();

    /// <summary>One of the answers that are offered.</summary>
    /// <param name="sinon">What is said of any other.</param>
    public static Lecture Une<T>(string sinon)
        where T : struct, Enum => new DeReponses([.. Enum.GetNames<T>()], Plusieurs: false, sinon);

    /// <summary>Some of them.</summary>
    /// <param name="sinon">What is said of any other.</param>
    public static Lecture Plusieurs<T>(string sinon)
        where T : struct, Enum => new DeReponses([.. Enum.GetNames<T>()], Plusieurs: true, sinon);

    public sealed record DeTexte(int Maximum) : Lecture;

    public sealed record DOuiNon : Lecture;

    public sealed record DEntier : Lecture;

    public sealed record DeJour : Lecture;

    public sealed record DePart : Lecture;

    public sealed record ParSonFormulaire : Lecture;

    public sealed record DeReponses(ImmutableArray<string> Valeurs, bool Plusieurs, string Sinon) : Lecture;
}

/// <summary>One value of a part of a dossier.</summary>
/// <param name="Nom">As findings and the interface name it: « indicateurs.nbAgents ».</param>
/// <param name="Controle">The first control that writes it: « NbAgents », « Depenses[0].Libelle »; null where it follows from
/// others.</param>
/// <param name="Lecture">How what is typed there is read.</param>
public sealed record Champ(string Nom, string? Controle, Lecture Lecture)
{
    /// <summary>« indicateurs » of « indicateurs.nbAgents ».</summary>
    public string Racine => RacineDe(Nom);

    /// <summary>What stands before the first rank or dot of a name.</summary>
    public static string RacineDe(string nom) => nom.Split('[', '.')[0];
}
