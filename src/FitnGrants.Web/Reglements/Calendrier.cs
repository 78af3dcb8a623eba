using FitnGrants.Domain.Seances;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Reglements;

/// <summary>Sessions as the règlements publish them; two dispositifs of one instance share theirs.</summary>
public static class Calendrier
{
    public static async Task PlanifierAsync(FitnContext db, RegistreDesReglements reglements, CancellationToken arret)
    {
        if (await db.Seances.AnyAsync(arret))
            return;
        foreach (var instance in reglements.EnVigueur.GroupBy(r => r.Instance.Code, StringComparer.Ordinal))
        foreach (var prevue in instance.SelectMany(r => r.Seances).Distinct())
        {
            var dispositifs = instance.Where(r => r.Seances.Contains(prevue)).Select(r => r.Code);
            db.Seances.Add(
                Seance.Planifier(
                    instance.First().Instance,
                    instance.First().Region,
                    [.. dispositifs],
                    instance.SelectMany(r => r.Departements),
                    prevue
                )
            );
        }
    }
}
