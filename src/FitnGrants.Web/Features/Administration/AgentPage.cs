using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>One agent: its roles, since when and by whom, where its account stands, and what was done to it.</summary>
public sealed record AgentPage(
    Guid Id,
    string Adresse,
    int Revision,
    SituationDAgent Situation,
    DateTimeOffset? EtatDepuis,
    bool ADeuxFacteurs,
    FonctionFormulaire Fonction,
    RoleFormulaire Role,
    IReadOnlyList<AgentPage.RoleDonne> Roles,
    IReadOnlyList<LigneDeJournal> Histoire
)
{
    private const int Montrees = 50;

    public sealed record RoleDonne(int Id, Habilitation Habilitation, DateTimeOffset? DepuisLe, string? Par);

    public static async Task<AgentPage?> ChargerAsync(FitnContext db, Guid id, CancellationToken arret)
    {
        var lu = await db
            .Users.Where(u => u.Agent && u.Id == id)
            .Select(u => new
            {
                u.Email,
                u.Revision,
                u.Etat,
                u.EtatDepuis,
                u.TwoFactorEnabled,
                u.Fonction,
                u.Organisme,
                Invite = u.PasswordHash == null,
                Roles = u.Habilitations.OrderBy(h => h.Id).ToList(),
            })
            .FirstOrDefaultAsync(arret);
        if (lu is null)
            return null;
        var histoire = await db.Journal.Where(l => l.EntiteId == id).OrderByDescending(l => l.Id).Take(Montrees).ToListAsync(arret);
        return new AgentPage(
            id,
            lu.Email!,
            lu.Revision,
            AgentsPage.Situation(lu.Etat, lu.Invite),
            lu.EtatDepuis,
            lu.TwoFactorEnabled,
            new FonctionFormulaire
            {
                Fonction = lu.Fonction,
                Service = lu.Organisme,
                Revision = lu.Revision,
            },
            new RoleFormulaire { Revision = lu.Revision },
            [.. lu.Roles.Select(h => new RoleDonne(h.Id, h.Lue(), h.DepuisLe, h.Par))],
            histoire
        );
    }
}

/// <summary>Where an account stands; without a code where it needs one.</summary>
public sealed record EtatMontre(SituationDAgent Situation, bool SansCode);
