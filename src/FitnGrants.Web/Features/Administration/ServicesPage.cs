using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Services;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The services that issue documents, and what each lacks.</summary>
public sealed record ServicesPage(IReadOnlyList<ServicesPage.Ligne> Lignes)
{
    /// <param name="Code">« R53 », « 68 ».</param>
    /// <param name="Nom">As its documents say it.</param>
    /// <param name="Adresse">Where to write to it; null while it is not said.</param>
    /// <param name="Signe">Who signs its letters today, by function; null when nobody may.</param>
    /// <param name="Manques">What its letters lack.</param>
    public sealed record Ligne(string Code, string Nom, string? Adresse, string? Signe, IReadOnlyList<Manque> Manques);

    /// <summary>Codes that an actor keeps: all of them, or that of its own service.</summary>
    public static IReadOnlyList<(string Code, string Nom)> Tenus(RegistreDesReglements reglements, Acteur acteur)
    {
        var habilitations = acteur.Pour(Droit.TenirServices);
        string[] siens =
        [
            .. habilitations
                .Where(h => h.Role == Role.ChefDeService)
                .Select(h => h.Departement ?? (h.Region is { } r ? ServiceEmetteur.DeRegion(r) : ""))
                .Where(c => c.Length > 0),
        ];
        return [.. reglements.Services().Where(s => habilitations.Any(h => h.Role == Role.Admin) || siens.Contains(s.Code))];
    }

    public static async Task<ServicesPage> ChargerAsync(
        FitnContext db,
        Papiers papiers,
        RegistreDesReglements reglements,
        Acteur acteur,
        DateOnly jour,
        CancellationToken arret
    )
    {
        var tenus = Tenus(reglements, acteur);
        string[] codes = [.. tenus.Select(t => t.Code)];
        var connus = await db.Services.Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, arret);
        return new ServicesPage([
            .. tenus.Select(t =>
            {
                var emetteur = papiers.De(connus.GetValueOrDefault(t.Code) ?? ServiceEmetteur.Creer(t.Code), jour);
                return new Ligne(
                    t.Code,
                    emetteur.Fiche.Nom!,
                    emetteur.Fiche.Adresse,
                    emetteur.Signataire?.Qualite,
                    [.. emetteur.Manques(recours: true)]
                );
            }),
        ]);
    }
}

/// <summary>One service: its sheet, who signs, what its letters lack.</summary>
public sealed record ServicePage(
    string Code,
    string Nom,
    DateOnly Aujourdhui,
    int Revision,
    IReadOnlyList<FicheDatee> Fiches,
    IReadOnlyList<Signataire> Signataires,
    IReadOnlyList<string> Formule,
    IReadOnlyList<Manque> Manques,
    bool Demonstration
)
{
    /// <summary>Letters that it issues, each with its template.</summary>
    public IReadOnlyList<Domain.Dossiers.NatureDeLettre> Natures { get; init; } = [];

    public FicheDeServiceFormulaire Fiche { get; init; } = new();

    public SignataireFormulaire Signataire { get; init; } = new();

    /// <summary>The page; null outside what the actor keeps.</summary>
    public static async Task<ServicePage?> ChargerAsync(
        FitnContext db,
        Papiers papiers,
        RegistreDesReglements reglements,
        Acteur acteur,
        string code,
        DateOnly jour,
        CancellationToken arret
    )
    {
        if (!ServicesPage.Tenus(reglements, acteur).Any(t => t.Code == code))
            return null;
        var connu = await db.Services.FirstOrDefaultAsync(s => s.Code == code, arret);
        var emetteur = papiers.De(connu ?? ServiceEmetteur.Creer(code), jour);
        return new ServicePage(
            code,
            ServicesDesReglements.NomDuService(code),
            jour,
            connu?.Revision ?? 0,
            [.. emetteur.Service.Fiches.Reverse()],
            [.. emetteur.Service.Signataires.OrderByDescending(s => s.Du).ThenByDescending(s => s.Id)],
            emetteur.Signataire is { } s ? [.. emetteur.Service.Formule(s, emetteur.Fiche, jour), s.NomEntier] : [],
            [.. emetteur.Manques(recours: true)],
            emetteur.Demonstration
        )
        {
            Natures = [.. ModelePage.NaturesDe(reglements, code)],
            Fiche = FicheDeServiceFormulaire.De(connu, ServicesDesReglements.NomDuService(code), jour),
            Signataire = new SignataireFormulaire { Revision = connu?.Revision ?? 0, Natures = [NatureDeSignature.Lettres] },
        };
    }
}
