using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dispositifs;

/// <summary>A dispositif as people read it.</summary>
public sealed record FichePage(Reglement Reglement, StatutDispositif Statut, IReadOnlyList<Seance> Seances, DateOnly Aujourdhui)
{
    public static async Task<FichePage> ChargerAsync(FitnContext db, Reglement reglement, Horloge horloge, CancellationToken arret)
    {
        var seances = await db.Seances.Where(s => s.Region == reglement.Region).OrderBy(s => s.Jour).ToListAsync(arret);
        return new FichePage(
            reglement,
            reglement.Statut(horloge.Maintenant),
            [.. seances.Where(s => s.Dispositifs.Contains(reglement.Code))],
            horloge.Aujourdhui
        );
    }
}
