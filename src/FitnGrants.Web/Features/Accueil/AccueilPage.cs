using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Seances;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Accueil;

/// <summary>The open calls and the sessions to come.</summary>
public sealed record AccueilPage(
    IReadOnlyList<(Reglement Reglement, Seance? Prochaine)> Ouverts,
    IReadOnlyList<(Reglement Reglement, IReadOnlyList<Seance> Seances)> Calendriers,
    DateOnly Aujourdhui
)
{
    public static async Task<AccueilPage> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Horloge horloge,
        CancellationToken arret
    )
    {
        var seances = await db.Seances.Where(s => s.Etat != EtatSeance.Annulee).OrderBy(s => s.Jour).ToListAsync(arret);
        var aujourdhui = horloge.Aujourdhui;
        var ouverts = reglements
            .EnVigueur.Where(r => r.Statut(horloge.Maintenant) == StatutDispositif.Ouvert)
            .Select(r => (r, seances.Find(s => s.Dispositifs.Contains(r.Code) && s.JourDeReference >= aujourdhui)))
            .ToList();
        var calendriers = reglements
            .EnVigueur.Where(r => r.DelaiOrdreDuJourJours is not null)
            .Select(r => (r, (IReadOnlyList<Seance>)[.. seances.Where(s => s.Dispositifs.Contains(r.Code))]))
            .ToList();
        return new AccueilPage(ouverts, calendriers, aujourdhui);
    }
}
