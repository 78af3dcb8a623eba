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

    /// <summary>Tries after which a message leaves without its document, with where to open it.</summary>
    public const int EssaisDuDocument = 3;

    private const string DocumentImpossible =
        "Ce message ou son document n’a pas pu être préparé : il attend un peu, puis part avec l’adresse de la page qui donne le document.";

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
        while (Premier(enAttente) is { } premier)
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
    /// The next that may leave. A mailbox that refused waits its turn, and all that is for it; a message that failed by itself holds only
    /// what its dossier says next.
    /// </summary>
    private Envoi? Premier(List<Envoi> enAttente) =>
        enAttente.Any(e => e.Essais > 0 && !e.Seul && e.DuLe > Maintenant)
            ? null
            : enAttente.Find(e => e.DuLe <= Maintenant && !EstRetenu(e, enAttente));

    private bool EstRetenu(Envoi envoi, List<Envoi> enAttente) =>
        envoi.Courriel.DossierId is { } dossier
        && enAttente.Any(e => e.Seul && e.DuLe > Maintenant && e.Courriel.DossierId == dossier && e.Courriel.Rang < envoi.Courriel.Rang);

    /// <summary>
    /// What leaves in the same message: the grouped news that are due; before an urgent one, what its dossier was waiting to tell.
    /// </summary>
    private List<Envoi> EnsembleDe(Envoi premier, List<Envoi> enAttente) =>
        // What failed by itself is tried by itself.
        premier.Seul
            ? [premier]
        : premier.Courriel.Immediat
            ?
            [
                .. enAttente.Where(e =>
                    e == premier
                    || (e.Courriel.Rang < premier.Courriel.Rang && e.Courriel.DossierId is { } d && d == premier.Courriel.DossierId)
                ),
            ]
        : [.. enAttente.Where(e => !e.Courriel.Immediat && !e.Seul && e.DuLe <= Maintenant && !EstRetenu(e, enAttente))];

    /// <summary>Gives to the server what of a set can be given; what cannot leaves the set, noted, and waits alone.</summary>
    private async Task<(Remise Remise, string? Erreur)> RemettreAsync(string adresse, List<Envoi> ensemble, CancellationToken arret)
    {
        var contenu = new List<(Courriel Nouvelle, (string, byte[])? Joint)>();
        foreach (var envoi in ensemble.ToList())
            if (ensemble.Contains(envoi))
                try
                {
                    var (nouvelle, joint) = (await liens.AvecSonLienAsync(envoi.Courriel), await JointAsync(envoi, arret));
                    contenu.Add((joint is null && nouvelle.Joint is not null ? MiseEnPage.SansDocument(nouvelle) : nouvelle, joint));
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    journal.LogWarning(e, "Le courriel {Courriel} ne peut pas être préparé", envoi.CourrielId);
                    Noter(envoi, Remise.Seule, DocumentImpossible);
                    // What follows of the same dossier is told after it.
                    ensemble.RemoveAll(x => x == envoi || (x.Courriel.Rang > envoi.Courriel.Rang && EstRetenu(x, [envoi])));
                }
        return ensemble.Count == 0 ? (Remise.Faite, null) : await ComposerAsync(adresse, ensemble[^1], contenu, arret);
    }

    private async Task<(Remise Remise, string? Erreur)> ComposerAsync(
        string adresse,
        Envoi dernier,
        List<(Courriel Nouvelle, (string, byte[])? Joint)> contenu,
        CancellationToken arret
    )
    {
        try
        {
            using var message = MiseEnPage.Composer(
                options.Value.Expediteur,
                adresse,
                [.. contenu.Select(c => c.Nouvelle)],
                configuration["AdressePublique"]?.TrimEnd('/') ?? "",
                [.. contenu.Select(c => c.Joint).OfType<(string, byte[])>()]
            );
            // The same identifier at each try: a reader shows once what a crash made leave twice.
            message.MessageId = $"envoi-{dernier.Id}.{dernier.CourrielId:N}@fitngrants";
            return await serveur.RemettreAsync(message, arret);
        }
        catch (FormatException e)
        {
            return (Remise.Impossible, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            journal.LogError(e, "Le courriel {Courriel} ne peut pas être composé", dernier.CourrielId);
            return (Remise.Seule, "Ce message ne peut pas être composé : l’exploitant en lit la raison dans ses journaux.");
        }
    }

    /// <summary>What a message carries; nothing where that could not be made after some tries: the page of its link has it.</summary>
    private async Task<(string Nom, byte[] Contenu)?> JointAsync(Envoi envoi, CancellationToken arret)
    {
        try
        {
            return await documents.JointAsync(envoi.Courriel, arret);
        }
        catch (Exception e) when (e is not OperationCanceledException && envoi is { Seul: true, Essais: >= EssaisDuDocument })
        {
            journal.LogError(e, "Le courriel {Courriel} part sans son document", envoi.CourrielId);
            return null;
        }
    }

    private void Noter(Envoi envoi, Remise remise, string? erreur)
    {
        envoi.Essais++;
        envoi.Erreur = erreur;
        envoi.Seul = remise == Remise.Seule;
        if (remise == Remise.Faite)
            envoi.EnvoyeLe = Maintenant;
        else if (
            remise == Remise.Impossible
            || (
                envoi.Essais >= EssaisPermis
                && (remise is Remise.Differee or Remise.Seule || Maintenant - envoi.Courriel.RepartiLe > PanneToleree)
            )
        )
            envoi.EcarteLe = Maintenant;
        else
            envoi.DuLe = Maintenant + Attente(envoi.Essais);
    }

    /// <summary>One minute, then twice as long each time, four hours at most.</summary>
    private static TimeSpan Attente(int essais) =>
        TimeSpan.FromMinutes(Math.Min(AttenteMaximale.TotalMinutes, 1 << Math.Min(essais - 1, 10)));
}
