using FitnGrants.Domain.Socle;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FitnGrants.Web.Composants;

/// <summary>What a view reads beside its model, which is its form: typed records, one of each type at most.</summary>
public static class DonneesDeVue
{
    /// <summary>Gives a record to the view and to its partials.</summary>
    public static void Porter<T>(this ViewDataDictionary vue, T? donnee)
        where T : class => vue[Cle<T>()] = donnee;

    /// <summary>The record that the view was given.</summary>
    /// <exception cref="InvalidOperationException">It was given none of that type.</exception>
    public static T Lire<T>(this ViewDataDictionary vue)
        where T : class => vue.Trouver<T>() ?? throw new InvalidOperationException($"Cette vue attend {typeof(T).Name}.");

    /// <summary>The record that the view was given; null without one.</summary>
    public static T? Trouver<T>(this ViewDataDictionary vue)
        where T : class => vue[Cle<T>()] as T;

    /// <summary>The same data and one record more, for a partial.</summary>
    public static ViewDataDictionary Avec<T>(this ViewDataDictionary vue, T donnee)
        where T : class => new(vue) { [Cle<T>()] = donnee };

    /// <summary>Title of the page, and where it is: the last step has no address.</summary>
    public static void Titrer(this ViewDataDictionary vue, string titre, params IReadOnlyList<Miette> fil) =>
        vue.Porter(new EnTete(titre, fil));

    /// <summary>What the page holds, in a sentence that a search engine shows.</summary>
    public static void Decrire(this ViewDataDictionary vue, string phrase) => vue.Porter(new DescriptionDePage(phrase));

    private static string Cle<T>() => typeof(T).FullName!;
}

/// <summary>A step of the way to a page.</summary>
/// <param name="Nom">What it is called.</param>
/// <param name="Adresse">Where it is; null for the page itself.</param>
public readonly record struct Miette(string Nom, string? Adresse)
{
    public static implicit operator Miette((string Nom, string? Adresse) miette) => new(miette.Nom, miette.Adresse);
}

/// <summary>What the frame of a page says of it.</summary>
public sealed record EnTete(string Titre, IReadOnlyList<Miette> Fil);

/// <summary>What a page holds, in a sentence.</summary>
public sealed record DescriptionDePage(string Phrase);

/// <summary>How the frame shows a page that is not like the others.</summary>
/// <param name="Accueil">True for the front page: it fills the width.</param>
/// <param name="Public">True for a page that is read without an account, whoever reads it.</param>
public sealed record Cadre(bool Accueil = false, bool Public = false);

/// <summary>What the fields of a form show beside what is typed.</summary>
/// <param name="Constats">Findings, each beside its field.</param>
/// <param name="Ferme">Says which controls may not be written; null when all may.</param>
public sealed record ChampsJuges(IReadOnlyList<Constat> Constats, Func<string, bool>? Ferme = null);

/// <summary>Why an act was refused: each finding beside what would mend it.</summary>
/// <param name="Constats">What blocks.</param>
/// <param name="Cause">What was done before and stands in the way; null for nothing.</param>
public sealed record RefusDActe(IReadOnlyList<Constat> Constats, string? Cause = null)
{
    /// <summary>For the summary: the control and the sentence.</summary>
    public IEnumerable<(string Adresse, string Message)> Lignes =>
        Constats.Select(c => (c.Champ is { } champ ? "#" + char.ToUpperInvariant(champ[0]) + champ[1..] : "#contenu", c.Message));
}
