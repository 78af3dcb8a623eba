using FitnGrants.Web.Composants;

namespace FitnGrants.Web.Features.Shared;

/// <summary>Fields that two people changed at once: mine, theirs, and everything else that was typed.</summary>
/// <param name="Surtitre">What is being written.</param>
/// <param name="Garde">What keeps the choice: « le dossier ».</param>
/// <param name="Fil">The way to this page, for its title.</param>
/// <param name="Action">What saves the choice, and does nothing else.</param>
public sealed record ConflitPage(string Surtitre, string Garde, IReadOnlyList<Miette> Fil, string Action)
{
    public required IReadOnlyList<Champ> Champs { get; init; }

    /// <summary>Everything else that was typed, sent again with the choice.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Saisie { get; init; }

    /// <param name="Cle">The part.</param>
    /// <param name="Nom">Its name.</param>
    /// <param name="Mien">What was typed here.</param>
    /// <param name="Leur">What is saved.</param>
    /// <param name="Lu">Mark of what is saved: chosen between on that, and asked again if it changes once more.</param>
    public sealed record Champ(string Cle, string Nom, IReadOnlyList<string> Mien, IReadOnlyList<string> Leur, string Lu);

    public static ConflitPage De<T>(
        (string Surtitre, string Garde, IReadOnlyList<Miette> Fil, string Action) page,
        T mien,
        T courant,
        Fusion<T> fusion,
        IFormCollection saisie
    ) =>
        new(page.Surtitre, page.Garde, page.Fil, page.Action)
        {
            Champs = [.. fusion.Conflits.Select(p => new Champ(p.Cle, p.Nom, p.Lignes(mien), p.Lignes(courant), p.Empreinte(courant)))],
            Saisie =
            [
                .. saisie
                    .Where(c =>
                        c.Key != "action"
                        && !c.Key.StartsWith("__", StringComparison.Ordinal)
                        && fusion.Conflits.All(p => c.Key != "Choix." + p.Cle)
                    )
                    .SelectMany(c => c.Value.Select(v => KeyValuePair.Create(c.Key, v ?? ""))),
            ],
        };
}
