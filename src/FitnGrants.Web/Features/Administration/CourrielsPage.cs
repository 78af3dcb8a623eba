using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

public enum EtatCourriel
{
    EnAttente,
    Envoye,
    Ecarte,
}

/// <summary>A message to one person, as an administrator reads it.</summary>
public sealed record EnvoiLu(
    string Adresse,
    DateTimeOffset DuLe,
    int Essais,
    string? Erreur,
    DateTimeOffset? EnvoyeLe,
    DateTimeOffset? EcarteLe
);

/// <summary>A message of the outbox and those it goes to.</summary>
public sealed record CourrielLu(
    Guid Id,
    long Rang,
    string Objet,
    string Texte,
    string? Joint,
    string? Numero,
    string Destinataire,
    DateTimeOffset CreeLe,
    DateTimeOffset? RepartiLe,
    IReadOnlyList<EnvoiLu> Envois
)
{
    public EtatCourriel Etat =>
        RepartiLe is not null && (Envois.Count == 0 || Envois.Any(e => e.EcarteLe is not null)) ? EtatCourriel.Ecarte
        : RepartiLe is not null && Envois.All(e => e.EnvoyeLe is not null) ? EtatCourriel.Envoye
        : EtatCourriel.EnAttente;
}

/// <summary>The outbox, newest first; texts are read in demonstration only, as nothing leaves then.</summary>
public sealed record CourrielsPage(
    string Onglet,
    IReadOnlyList<CourrielLu> Lignes,
    IReadOnlyDictionary<string, string> Noms,
    long? Suivants,
    bool Part,
    bool Demonstration
)
{
    private const int Taille = 50;

    /// <summary>Where the message leads; null outside demonstration.</summary>
    public string? Lien { get; init; }

    public static readonly (string Cle, string Nom)[] Onglets = [("tous", "Tous"), ("attente", "En attente"), ("ecartes", "Écartés")];

    /// <summary>« Commune de Vern-sur-Seiche », « Préfecture du Finistère », « Gestion, Bretagne », an address.</summary>
    public string Pour(CourrielLu courriel) =>
        Noms.GetValueOrDefault(courriel.Destinataire)
        ?? courriel.Destinataire.Split('@', '/') switch
        {
            ["service", _] => "Le service qui instruit le dossier",
            ["prefecture", var departement] => $"Instruction, {Libelles.Departement(departement)}",
            ["gestion", ['R', .. var region]] => $"Gestion, {Libelles.Region(region)}",
            ["gestion", var departement] => $"Gestion, {Libelles.Departement(departement)}",
            [{ Length: <= 4 } membre, { Length: 2 }] => Membre.NomDe(membre),
            _ => courriel.Destinataire,
        };

    public static async Task<CourrielsPage> ChargerAsync(
        FitnContext db,
        string? onglet,
        long? avant,
        OptionsDeCourriel options,
        OptionsDemonstration demonstration,
        CancellationToken arret
    )
    {
        var cle = Array.Exists(Onglets, o => o.Cle == onglet) ? onglet! : Onglets[0].Cle;
        var choisis = cle switch
        {
            "attente" => db.Courriels.Where(c => c.RepartiLe == null || c.Envois.Any(e => e.EnvoyeLe == null && e.EcarteLe == null)),
            "ecartes" => db.Courriels.Where(c => c.RepartiLe != null && (!c.Envois.Any() || c.Envois.Any(e => e.EcarteLe != null))),
            _ => db.Courriels,
        };
        var lignes = await Lire(db, choisis.Where(c => avant == null || c.Rang < avant).OrderByDescending(c => c.Rang).Take(Taille + 1))
            .ToListAsync(arret);
        long? suivants = lignes.Count > Taille ? lignes[Taille - 1].Rang : null;
        lignes = [.. lignes.Take(Taille)];
        return new CourrielsPage(cle, lignes, await NomsAsync(db, lignes, arret), suivants, options.EstRegle, demonstration.Active);
    }

    public static async Task<CourrielsPage?> ChargerAsync(
        FitnContext db,
        Guid id,
        OptionsDeCourriel options,
        OptionsDemonstration demonstration,
        CancellationToken arret
    ) =>
        await Lire(db, db.Courriels.Where(c => c.Id == id)).FirstOrDefaultAsync(arret) is { } courriel
            ? new CourrielsPage("", [courriel], await NomsAsync(db, [courriel], arret), null, options.EstRegle, demonstration.Active)
            : null;

    private static IQueryable<CourrielLu> Lire(FitnContext db, IQueryable<Courriel> courriels) =>
        courriels.Select(c => new CourrielLu(
            c.Id,
            c.Rang,
            c.Objet,
            c.Texte,
            c.Joint,
            db.Dossiers.Where(d => d.Id == c.DossierId).Select(d => d.Numero).FirstOrDefault(),
            c.Destinataire,
            c.CreeLe,
            c.RepartiLe,
            c.Envois.OrderBy(e => e.Adresse)
                .Select(e => new EnvoiLu(e.Adresse, e.DuLe, e.Essais, e.Erreur, e.EnvoyeLe, e.EcarteLe))
                .ToList()
        ));

    private static async Task<Dictionary<string, string>> NomsAsync(
        FitnContext db,
        IReadOnlyList<CourrielLu> lignes,
        CancellationToken arret
    )
    {
        string[] sirens = [.. lignes.Select(l => l.Destinataire).Where(d => d.Length == 9).Distinct(StringComparer.Ordinal)];
        return await db
            .Collectivites.Where(c => sirens.Contains(c.Siren))
            .ToDictionaryAsync(c => c.Siren, c => c.Nom, StringComparer.Ordinal, arret);
    }
}
