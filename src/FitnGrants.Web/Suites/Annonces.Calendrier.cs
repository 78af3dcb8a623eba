using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Traces;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Suites;

/// <summary>One message per porteur on the agenda, one per member.</summary>
internal static partial class Annonces
{
    public static async Task<IEnumerable<Courriel>> DuDeplacement(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var seance = (Seance)s.Racine!;
        Guid[] ids = [.. seance.Points.Where(p => p.Etat == EtatPoint.Inscrit).Select(p => p.DossierId)];
        var inscrits = await s.Db.Dossiers.Where(d => ids.Contains(d.Id)).ToListAsync(arret);
        return Tous(seance, inscrits, d => CourriersDeSeance.Deplacee(seance, seance.Deplacements[^1].Du, d, s.Instant));
    }

    /// <summary>Those that the act has just taken off the agenda.</summary>
    public static Task<IEnumerable<Courriel>> DeLAnnulation(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var seance = (Seance)s.Racine!;
        var sortis = s.Db.Dossiers.Local.Where(d => d.Faits.Any(f => f.Trace is Retirer r && r.Seance == seance.Id));
        return Task.FromResult(Tous(seance, sortis, d => CourriersDeSeance.Annulee(seance, seance.MotifAnnulation!, d, s.Instant)));
    }

    private static IEnumerable<Courriel> Tous(Seance seance, IEnumerable<Dossier> dossiers, Func<Dossier?, Courriel> courriel) =>
        [.. dossiers.Select(courriel), .. seance.Membres.Select(m => CourriersDeSeance.PourLeMembre(courriel(null), m, seance))];
}
