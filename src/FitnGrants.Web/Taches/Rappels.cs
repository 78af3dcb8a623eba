using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Temps;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Taches;

/// <summary>A draft that nobody deposited yet, two days before its dispositif closes: its collectivité is told, once.</summary>
public sealed class Rappels(FitnContext db, RegistreDesReglements reglements, Horloge horloge)
{
    private const long Verrou = 0x52415050454C;
    private const int Lot = 200;
    private static readonly TimeSpan Avance = TimeSpan.FromHours(48);

    /// <summary>Writes what is due now; says how many messages. Safe to run twice, or by two processes at once.</summary>
    public async Task<int> TraiterAsync(CancellationToken arret)
    {
        var total = 0;
        foreach (var reglement in reglements.EnVigueur.Where(EstPourBientot))
            while (await TraiterUnLotAsync(reglement, arret) is > 0 and var ecrits)
                total += ecrits;
        return total;
    }

    private bool EstPourBientot(Reglement reglement) => reglement.LimiteDepot is { } limite
        && JourDeParis.Fin(limite) is var fin && horloge.Maintenant >= fin - Avance && horloge.Maintenant < fin;

    private Task<int> TraiterUnLotAsync(Reglement reglement, CancellationToken arret)
    {
        db.ChangeTracker.Clear();
        return db.ActeAsync(Acteur.Systeme, horloge.Maintenant, async () =>
        {
            // One process at a time: the next one reads what this one wrote.
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Verrou})", arret);
            var brouillons = await db.Dossiers.AsNoTracking()
                .Where(d => d.Etat == EtatDossier.Brouillon && d.Dispositif == reglement.Code && !db.Courriels.Any(c => c.DossierId == d.Id && c.Modele == Courriers.ModeleDeRappel))
                .OrderBy(d => d.Id).Take(Lot).ToListAsync(arret);
            db.Courriels.AddRange(brouillons.Select(d => Courriers.Rappel(d, reglement, horloge.Maintenant)));
            return brouillons.Count;
        }, arret);
    }
}
