using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Service;

/// <summary>Delegations that an agent gave or received, or of the agents it heads; whom it may name.</summary>
public sealed record DelegationsPage(
    IReadOnlyList<DelegationsPage.Ligne> Lignes,
    IReadOnlyList<Reponse> Remplaces,
    IReadOnlyList<Reponse> Candidats,
    DateOnly Aujourdhui
)
{
    private const int Montrees = 50;

    /// <summary>Nobody is replaced by who does another work.</summary>
    private static readonly Role[][] Metiers =
    [
        [Role.InstructeurDep, Role.InstructeurReg, Role.ChefDeService],
        [Role.Secretaire],
        [Role.Gestionnaire],
    ];

    public sealed record Ligne(
        Guid Id,
        string Remplace,
        string Remplacant,
        DateOnly Du,
        DateOnly Au,
        MotifDelegation Motif,
        DateTimeOffset? CloseLe,
        bool PeutFinir
    );

    /// <summary>Those whose replacement an actor may decide: itself, and for a head of service the agents of the service.</summary>
    public static IQueryable<Utilisateur> Remplacables(FitnContext db, Acteur acteur)
    {
        // Its own roles alone: what was received by delegation never passes on.
        var propre = acteur with { Habilitations = [.. acteur.Habilitations.Where(h => h.PourLeCompteDe is null)] };
        return propre.Peut(Droit.Encadrer)
            ? db.Users.AgentsDe(propre, Droit.Encadrer).Union(db.Users.Where(u => u.Id == acteur.Id))
            : db.Users.Where(u => u.Id == acteur.Id);
    }

    /// <summary>Those who may replace them: agents of the same work, in the same région.</summary>
    public static IQueryable<Utilisateur> Remplacants(FitnContext db, Acteur acteur)
    {
        var propres = acteur.Pour(Droit.Deleguer).Where(h => h.PourLeCompteDe is null).Select(h => h.Role).ToList();
        Role[] roles = [.. Metiers.Where(m => propres.Exists(m.Contains)).SelectMany(m => m)];
        string[] regions = [.. acteur.Pour(Droit.Deleguer).Where(h => h.PourLeCompteDe is null).Select(h => h.Region).OfType<string>()];
        return db
            .Users.Ouverts()
            .Where(u => u.EmailConfirmed && u.Habilitations.Any(h => roles.Contains(h.Role) && regions.Contains(h.Region)));
    }

    public static async Task<DelegationsPage> ChargerAsync(FitnContext db, Acteur acteur, DateOnly aujourdhui, CancellationToken arret)
    {
        var remplaces = await LireAsync(Remplacables(db, acteur), acteur, arret);
        Guid[] miens = [.. remplaces.Select(r => Guid.Parse(r.Valeur))];
        var lignes = await (
            from d in db.Delegations
            where miens.Contains(d.Delegant) || d.Delegataire == acteur.Id
            join de in db.Users on d.Delegant equals de.Id
            join a in db.Users on d.Delegataire equals a.Id
            orderby d.Au descending, d.Id
            select new Ligne(
                d.Id,
                de.Organisme + ", " + de.Fonction,
                a.Organisme + ", " + a.Fonction,
                d.Du,
                d.Au,
                d.Motif,
                d.CloseLe,
                miens.Contains(d.Delegant) && d.CloseLe == null && d.Au >= aujourdhui
            )
        )
            .Take(Montrees)
            .ToListAsync(arret);
        return new DelegationsPage(
            lignes,
            remplaces,
            await LireAsync(Remplacants(db, acteur).Where(u => u.Id != acteur.Id || remplaces.Count > 1), acteur, arret),
            aujourdhui
        );
    }

    private static async Task<List<Reponse>> LireAsync(IQueryable<Utilisateur> qui, Acteur acteur, CancellationToken arret)
    {
        var lus = await qui.OrderBy(u => u.Organisme)
            .ThenBy(u => u.Fonction)
            .ThenBy(u => u.Email)
            .Select(u => new
            {
                u.Id,
                u.Organisme,
                u.Fonction,
                u.Email,
            })
            .ToListAsync(arret);
        var noms = NomsDesAgents.Nommer([.. lus.Select(u => (u.Id, $"{u.Organisme}, {u.Fonction}", u.Email))]);
        return [.. lus.Select(u => new Reponse($"{u.Id}", u.Id == acteur.Id ? "Moi" : noms[u.Id]))];
    }
}
