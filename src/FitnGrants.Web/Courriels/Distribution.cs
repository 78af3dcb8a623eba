using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Courriels;

/// <summary>
/// Empties the outbox: addresses each message to people, then gives it to the server. One process at a time (a lock of
/// the connection, that dies with it), so that each person reads in order what happened in order.
/// </summary>
public sealed class Distribution(
    FitnContext db,
    ServeurSmtp serveur,
    IDocumentsJoints documents,
    LiensDeCompte liens,
    TimeProvider systeme,
    IConfiguration configuration,
    IOptions<OptionsDeCourriel> options,
    ILogger<Distribution> journal
)
{
    /// <summary>Tries after which a message is set aside.</summary>
    public const int EssaisPermis = 8;

    private const long Verrou = 0x434F55525249;
    private const int Lot = 200;
    private static readonly TimeOnly HeureDuGroupement = new(7, 0);
    private static readonly TimeSpan AttenteMaximale = TimeSpan.FromHours(4);

    /// <summary>A server that is down costs no message its life before this.</summary>
    private static readonly TimeSpan PanneToleree = TimeSpan.FromDays(3);

    private DateTimeOffset Maintenant => systeme.GetUtcNow();

    /// <summary>One round. False when the server is down: it is not worth asking again at once.</summary>
    public async Task<bool> FaireUnTourAsync(CancellationToken arret)
    {
        await db.Database.OpenConnectionAsync(arret);
        try
        {
            if (!await db.Database.SqlQuery<bool>($"select pg_try_advisory_lock({Verrou}) as \"Value\"").SingleAsync(arret))
                return true;
            try
            {
                while (await RepartirAsync(arret))
                    db.ChangeTracker.Clear();
                return !options.Value.EstRegle || await EnvoyerAsync(arret);
            }
            finally
            {
                await db.Database.ExecuteSqlAsync($"select pg_advisory_unlock({Verrou})", CancellationToken.None);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Addresses the oldest messages; true when there may be more.</summary>
    private async Task<bool> RepartirAsync(CancellationToken arret)
    {
        var courriels = await db.Courriels.AsTracking().Where(c => c.RepartiLe == null).OrderBy(c => c.Rang).Take(Lot).ToListAsync(arret);
        foreach (var courriel in courriels)
        {
            foreach (var adresse in await Destinataires.AdressesAsync(db, courriel, arret))
                courriel.Envois.Add(
                    new Envoi
                    {
                        Adresse = adresse,
                        DuLe =
                            courriel.Immediat || await VeutAussitotAsync(adresse, arret)
                                ? Maintenant
                                : await TourDuJourAsync(adresse, arret),
                    }
                );
            courriel.RepartiLe = Maintenant;
            // Somebody asked for the password of an account that does not exist: nothing is kept of it.
            if (courriel is { Modele: LiensDeCompte.MotDePasse, Envois.Count: 0 })
                db.Courriels.Remove(courriel);
            await db.SaveChangesAsync(arret);
            await ProduireAsync(courriel, arret);
        }
        return courriels.Count == Lot;
    }

    /// <summary>The document is dated of its act, not of its first reader; what fails here is rendered when it leaves.</summary>
    private async Task ProduireAsync(Courriel courriel, CancellationToken arret)
    {
        try
        {
            await documents.JointAsync(courriel, arret);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // It is asked again when the message leaves.
            journal.LogWarning(e, "Le document joint au courriel {Courriel} n’est pas encore produit", courriel.Id);
        }
    }

    private Task<bool> VeutAussitotAsync(string adresse, CancellationToken arret)
    {
        var cle = adresse.ToUpperInvariant();
        return db.Users.AnyAsync(u => u.NormalizedEmail == cle && u.NouvellesAussitot, arret);
    }

    /// <summary>Now when the person got no grouped message today, else tomorrow morning, with all those of the day.</summary>
    private async Task<DateTimeOffset> TourDuJourAsync(string adresse, CancellationToken arret)
    {
        var prevu = await db
            .Envois.Where(e => e.Adresse == adresse && !e.Courriel.Immediat && e.EcarteLe == null && e.EnvoyeLe == null && e.Essais == 0)
            .MinAsync(e => (DateTimeOffset?)e.DuLe, arret);
        if (prevu > Maintenant)
            return prevu.Value;
        var aujourdhui = JourDeParis.De(Maintenant);
        var debut = JourDeParis.Debut(aujourdhui).ToUniversalTime();
        var servie = await db.Envois.AnyAsync(
            e => e.Adresse == adresse && !e.Courriel.Immediat && e.EcarteLe == null && (e.EnvoyeLe == null || e.EnvoyeLe >= debut),
            arret
        );
        return servie ? JourDeParis.ALHeure(aujourdhui.AddDays(1), HeureDuGroupement).ToUniversalTime() : Maintenant;
    }

    private async Task<bool> EnvoyerAsync(CancellationToken arret)
    {
        var adresses = await db
            .Envois.Where(e => e.EnvoyeLe == null && e.EcarteLe == null && e.DuLe <= Maintenant)
            .GroupBy(e => e.Adresse)
            .OrderBy(g => g.Min(e => e.Id))
            .Select(g => g.Key)
            .ToListAsync(arret);
        foreach (var adresse in adresses)
        {
            db.ChangeTracker.Clear();
            if (!await EnvoyerAsync(adresse, arret))
                return false;
        }
        return true;
    }

    /// <summary>All that is due to one person, in order; false when the server is down.</summary>
    private async Task<bool> EnvoyerAsync(string adresse, CancellationToken arret)
    {
        var enAttente = await db
            .Envois.AsTracking()
            .Include(e => e.Courriel)
            .Where(e => e.Adresse == adresse && e.EnvoyeLe == null && e.EcarteLe == null)
            .OrderBy(e => e.Courriel.Rang)
            .Take(Lot)
            .ToListAsync(arret);
        // One that failed waits its turn, and the others wait behind it.
        while (!enAttente.Any(e => e.Essais > 0 && e.DuLe > Maintenant) && enAttente.Find(e => e.DuLe <= Maintenant) is { } premier)
        {
            var ensemble = EnsembleDe(premier, enAttente);
            var (remise, erreur) = await RemettreAsync(adresse, ensemble, arret);
            ensemble.ForEach(e => Noter(e, remise, erreur));
            // Written even when the process is stopping: what left has left.
            await db.SaveChangesAsync(CancellationToken.None);
            if (remise == Remise.EnPanne)
                return false;
            enAttente.RemoveAll(e => e.EnvoyeLe is not null || e.EcarteLe is not null);
        }
        return true;
    }

    /// <summary>
    /// What leaves in the same message: the grouped news that are due; before an urgent one, what its dossier was waiting to tell.
    /// </summary>
    private List<Envoi> EnsembleDe(Envoi premier, List<Envoi> enAttente) =>
        premier.Courriel.Immediat
            ?
            [
                .. enAttente.Where(e =>
                    e == premier
                    || (e.Courriel.Rang < premier.Courriel.Rang && e.Courriel.DossierId is { } d && d == premier.Courriel.DossierId)
                ),
            ]
            : [.. enAttente.Where(e => !e.Courriel.Immediat && e.DuLe <= Maintenant)];

    private async Task<(Remise Remise, string? Erreur)> RemettreAsync(string adresse, List<Envoi> ensemble, CancellationToken arret)
    {
        try
        {
            var nouvelles = new List<Courriel>();
            foreach (var envoi in ensemble)
                nouvelles.Add(await liens.AvecSonLienAsync(envoi.Courriel));
            var (joints, manque) = await JointsAsync(ensemble, arret);
            if (manque is not null)
                return (Remise.SansDocument, manque);
            using var message = MiseEnPage.Composer(
                options.Value.Expediteur,
                adresse,
                nouvelles,
                configuration["AdressePublique"]?.TrimEnd('/') ?? "",
                joints
            );
            // The same identifier at each try: a reader shows once what a crash made leave twice.
            message.MessageId = $"envoi-{ensemble[^1].Id}.{ensemble[^1].CourrielId:N}@fitngrants";
            return await serveur.RemettreAsync(message, arret);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // One message that cannot be made never holds the others.
            return (Remise.Differee, e.Message);
        }
    }

    /// <summary>The documents joined; why there are none, when the engine is away.</summary>
    private async Task<(IReadOnlyList<(string Nom, byte[] Contenu)> Documents, string? Manque)> JointsAsync(
        List<Envoi> ensemble,
        CancellationToken arret
    )
    {
        try
        {
            var joints = new List<(string, byte[])>();
            foreach (var courriel in ensemble.Select(e => e.Courriel))
                if (await documents.JointAsync(courriel, arret) is var (nom, contenu))
                    joints.Add((nom, contenu));
            return (joints, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ([], e.Message);
        }
    }

    private void Noter(Envoi envoi, Remise remise, string? erreur)
    {
        envoi.Essais++;
        envoi.Erreur = erreur;
        if (remise == Remise.Faite)
            envoi.EnvoyeLe = Maintenant;
        else if (
            remise == Remise.Impossible
            || (envoi.Essais >= EssaisPermis && (remise == Remise.Differee || Maintenant - envoi.Courriel.RepartiLe > PanneToleree))
        )
            envoi.EcarteLe = Maintenant;
        else
            envoi.DuLe = Maintenant + Attente(envoi.Essais);
    }

    /// <summary>One minute, then twice as long each time, four hours at most.</summary>
    private static TimeSpan Attente(int essais) =>
        TimeSpan.FromMinutes(Math.Min(AttenteMaximale.TotalMinutes, 1 << Math.Min(essais - 1, 10)));
}
