using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Simulateur;
using FitnGrants.Web.Mots;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>A member as typed: a name or a SIREN, and what a proposal filled.</summary>
public sealed record MembreSaisi
{
    public string? Collectivite { get; init; }
    public string? Siren { get; init; }
    public string? Part { get; init; }
    public bool Attestation { get; init; }

    public bool EstVide => string.IsNullOrWhiteSpace(Collectivite);
}

/// <summary>The groupement: its members, their shares, their certifications, one contact.</summary>
public sealed record GroupementFormulaire : IFormulaireDEtape
{
    public const int MembresAuPlus = 100;

    public int Revision { get; init; }
    public string? EnGroupement { get; init; }
    public string? PartDuChefDeFile { get; init; }
    public string? ContactOperationnel { get; init; }
    public List<MembreSaisi> Membres { get; init; } = [];

    /// <param name="ouvert">The dossier and its members.</param>
    /// <param name="ajouter">« membre »: one more empty line.</param>
    public static GroupementFormulaire De(DossierOuvert ouvert, string? ajouter)
    {
        var groupement = ouvert.Dossier.Contenu.Groupement;
        var membres = (groupement?.Membres ?? [])
            .Select(m => new MembreSaisi
            {
                Collectivite = ouvert.Membres.FirstOrDefault(c => c.Siren == m.Siren)?.Nom ?? m.Siren,
                Siren = m.Siren,
                Part = Texte(m.Part),
                Attestation = m.Attestation,
            })
            .ToList();
        if (membres.Count == 0 || ajouter == "membre")
            membres.Add(new MembreSaisi());
        return new GroupementFormulaire
        {
            Revision = ouvert.Dossier.Revision,
            EnGroupement = groupement is not null || ajouter == "membre" ? "oui" : "non",
            PartDuChefDeFile = Texte(groupement?.PartDuChefDeFile),
            ContactOperationnel = groupement?.ContactOperationnel,
            Membres = membres,
        };
    }

    /// <summary>True when a groupement is said; a member typed in an individual dossier says it too: nothing typed is lost.</summary>
    private bool EstDit(bool individuel) => EnGroupement == "oui" || (individuel && Membres.Exists(m => !m.EstVide));

    /// <summary>
    /// Finds each member in the referential: by the SIREN that a proposal filled while its name is still there, else by what
    /// is typed, where one collectivité alone answers to it. An emptied name removes its line.
    /// </summary>
    public async Task<GroupementFormulaire> ResoudreAsync(
        string chefDeFile,
        FitnContext db,
        ModelStateDictionary etat,
        CancellationToken arret
    )
    {
        string[] sirens = [.. Membres.Select(m => m.Siren).OfType<string>().Distinct(StringComparer.Ordinal)];
        var connues = await db
            .Collectivites.Where(c => sirens.Contains(c.Siren))
            .Select(c => new { c.Siren, c.Nom })
            .ToDictionaryAsync(c => c.Siren, c => c.Nom, arret);
        var resolus = new List<(MembreSaisi Membre, int Rang)>();
        foreach (var (membre, rang) in Membres.Select((m, i) => (m, i)).Where(x => !x.m.EstVide))
        {
            if (
                membre.Siren is { Length: > 0 } siren
                && connues.TryGetValue(siren, out var nom)
                && RechercheDeCollectivites.EstLeNom(nom, membre.Collectivite)
            )
                resolus.Add((membre with { Collectivite = nom }, rang));
            else if (await ChercherAsync(db, membre, rang, etat, arret) is { } trouvee)
                resolus.Add((membre with { Siren = trouvee.Siren, Collectivite = trouvee.Nom }, rang));
        }
        await RefuserLesMemesAsync(resolus, chefDeFile, db, etat, arret);
        return this with { Membres = [.. resolus.Select(r => r.Membre)] };
    }

    /// <summary>A commune nouvelle and the one before it are one body: together they make no groupement (R48).</summary>
    private static async Task RefuserLesMemesAsync(
        List<(MembreSaisi Membre, int Rang)> membres,
        string chefDeFile,
        FitnContext db,
        ModelStateDictionary etat,
        CancellationToken arret
    )
    {
        string[] tous = [chefDeFile, .. membres.Select(m => m.Membre.Siren!)];
        var communes = await db
            .Collectivites.Where(c => tous.Contains(c.Siren) && c.CodeInsee != null)
            .Select(c => new
            {
                c.Siren,
                c.CodeInsee,
                c.Nom,
            })
            .ToListAsync(arret);
        foreach (var ((membre, rang), place) in membres.Select((m, i) => (m, i)))
            if (
                communes.Find(c => c.Siren == membre.Siren) is { } une
                && communes.Find(c => c.Siren != une.Siren && c.CodeInsee == une.CodeInsee && Array.IndexOf(tous, c.Siren) < place + 1)
                    is { } autre
            )
                etat.AddModelError(
                    $"Membres[{rang}].Collectivite",
                    $"{une.Nom} ({une.Siren}) et {autre.Nom} ({autre.Siren}) sont la même commune, avant et après "
                        + "sa fusion : elles ne forment pas un groupement."
                );
    }

    public ContenuDossier Appliquer(ContenuDossier contenu) =>
        contenu with
        {
            Groupement = !EstDit(individuel: contenu.Groupement is null)
                ? null
                : new Groupement
                {
                    PartDuChefDeFile = Saisie.Part(PartDuChefDeFile),
                    Membres =
                    [
                        .. Membres.Where(m => !m.EstVide).Select(m => new MembreDeGroupement(m.Siren!, Saisie.Part(m.Part), m.Attestation)),
                    ],
                    ContactOperationnel = Saisie.Propre(ContactOperationnel),
                },
        };

    private static async Task<SuggestionDeCollectivite?> ChercherAsync(
        FitnContext db,
        MembreSaisi membre,
        int rang,
        ModelStateDictionary etat,
        CancellationToken arret
    )
    {
        var trouvees = await db.ChercherAsync(membre.Collectivite, 6, arret);
        if (trouvees.Find(t => t.Sure) is { } sure)
            return sure;
        etat.AddModelError(
            $"Membres[{rang}].Collectivite",
            trouvees.Count == 0 ? "Aucune collectivité ne correspond : vérifiez l’orthographe, ou donnez son SIREN."
                : trouvees.Count == 1
                    ? $"Aucune ne porte tout à fait ce nom : s’il s’agit de {trouvees[0].Nom} ({trouvees[0].Precision}), "
                        + $"tapez son SIREN, {trouvees[0].Siren}."
                : "Plusieurs collectivités portent ce nom, ou presque : donnez son SIREN, par exemple "
                    + string.Join(" ou ", trouvees.Take(3).Select(t => $"{t.Siren} ({t.Nom}, {t.Precision})"))
                    + "."
        );
        return null;
    }

    private static string? Texte(decimal? part) => part?.ToString("0.##", CultureInfo.GetCultureInfo("fr-FR"));
}

public sealed class GroupementValidator : ValidateurDEtape<GroupementFormulaire>
{
    public GroupementValidator()
        : base(EtapeDuDossier.Groupement)
    {
        RuleFor(f => f.Membres)
            .Must(m => m.Count <= GroupementFormulaire.MembresAuPlus)
            .WithMessage($"Un groupement a {GroupementFormulaire.MembresAuPlus} membres au plus.");
        RuleForEach(f => f.Membres).SetValidator(new MembreValidator());
    }

    private sealed class MembreValidator : AbstractValidator<MembreSaisi>
    {
        public MembreValidator()
        {
            RuleFor(m => m.Collectivite).TexteLibre(200);
            RuleFor(m => m.Part).PartEnPourCent();
        }
    }
}
