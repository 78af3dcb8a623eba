using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The order an agenda takes: one point moved by a rank, or all by département then by confirmed priorities.</summary>
public static class NouvelOrdre
{
    public static async Task<IReadOnlyList<Guid>> CalculerAsync(
        FitnContext db,
        Seance seance,
        Guid? dossier,
        string? sens,
        CancellationToken arret
    )
    {
        var ordre = seance.Points.Where(p => p.Etat != EtatPoint.Retire).OrderBy(p => p.Ordre).Select(p => p.DossierId).ToList();
        if (sens == "trier")
            return await db
                .Dossiers.Where(d => ordre.Contains(d.Id))
                .OrderBy(d => d.Departement)
                .ThenByDescending(d =>
                    d.Controles.Count(c =>
                        c.Version == d.Version
                        && c.Groupe == GroupeDeRegles.Priorites
                        && c.Propose == ResultatConstat.Conforme
                        && c.Conclusion == Conclusion.Conforme
                    )
                )
                .ThenBy(d => d.Numero)
                .Select(d => d.Id)
                .ToListAsync(arret);
        var rang = dossier is { } id ? ordre.IndexOf(id) : -1;
        var vers = sens == "descendre" ? rang + 1 : rang - 1;
        if (rang >= 0 && vers >= 0 && vers < ordre.Count)
            (ordre[rang], ordre[vers]) = (ordre[vers], ordre[rang]);
        return ordre;
    }
}
