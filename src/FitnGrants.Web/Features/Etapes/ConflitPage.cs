using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Features.Dossiers;

namespace FitnGrants.Web.Features.Etapes;

/// <summary>Fields that two people changed at once: mine, theirs, and everything else that was typed.</summary>
public sealed record ConflitPage(
    string Adresse,
    Etape Etape,
    string Titre,
    IReadOnlyList<ConflitPage.Champ> Champs,
    IReadOnlyList<KeyValuePair<string, string>> Saisie
)
{
    /// <param name="Cle">The part.</param>
    /// <param name="Nom">Its name.</param>
    /// <param name="Mien">What was typed here.</param>
    /// <param name="Leur">What is saved.</param>
    /// <param name="Lu">Mark of what is saved: chosen between on that, and asked again if it changes once more.</param>
    public sealed record Champ(string Cle, string Nom, IReadOnlyList<string> Mien, IReadOnlyList<string> Leur, string Lu);

    public static ConflitPage De(
        DossierOuvert ouvert,
        string etape,
        ContenuDossier mien,
        ContenuDossier courant,
        Fusion fusion,
        IFormCollection saisie
    ) =>
        new(
            ouvert.Dossier.Adresse,
            EtapesDuDossier.Trouver(etape),
            ouvert.Dossier.Titre.Length == 0 ? "Projet sans titre" : ouvert.Dossier.Titre,
            [.. fusion.Conflits.Select(r => new Champ(r.Cle, r.Nom, r.Lignes(mien), r.Lignes(courant), Fusion.Empreinte(r, courant)))],
            [
                .. saisie
                    .Where(c => !c.Key.StartsWith("__", StringComparison.Ordinal) && !fusion.Conflits.Any(r => c.Key == "Choix." + r.Cle))
                    .SelectMany(c => c.Value.Select(v => KeyValuePair.Create(c.Key, v ?? ""))),
            ]
        );
}
