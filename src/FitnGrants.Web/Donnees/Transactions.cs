using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>A form that carries another revision than the row: nothing was written.</summary>
/// <param name="entite">What changed, so that the page says who did what; null when it is not known.</param>
public sealed class PagePerimeeException(Guid? entite = null) : Exception("Cette page n’est plus à jour.")
{
    public Guid? Entite { get; } = entite;
}

/// <summary>One transaction per act: state and outbox first, then the journal's lock and its lines, last of all.</summary>
public static class Transactions
{
    private const long VerrouDuJournal = 0x4A4F55524E414C;

    /// <summary>Runs an act in one transaction, then journals what its aggregates noted.</summary>
    public static async Task<T> ActeAsync<T>(
        this FitnContext db, Acteur par, DateTimeOffset instant, Func<Task<T>> acte, CancellationToken arret = default, Domain.Socle.Fait? fait = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, arret);
        var resultat = await acte();
        // Before the save: what it deletes is no longer tracked after it.
        var racines = db.ChangeTracker.Entries<Domain.Socle.Racine>().Select(e => e.Entity).Where(r => r.Faits.Count > 0).ToList();
        try
        {
            await db.SaveChangesAsync(arret);
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new PagePerimeeException((e.Entries.FirstOrDefault()?.Entity as Racine)?.Id);
        }
        Domain.Socle.Fait[] faits = [.. racines.SelectMany(r => r.Faits), .. fait is null ? [] : new[] { fait }];
        if (faits.Length > 0)
            await JournaliserAsync(db, par, instant, faits, arret);
        // Once asked, it is waited for: a caller who left must not make it doubtful.
        await transaction.CommitAsync(CancellationToken.None);
        racines.ForEach(r => r.OublierLesFaits());
        return resultat;
    }

    /// <summary>An act without a result.</summary>
    public static Task ActeAsync(this FitnContext db, Acteur par, DateTimeOffset instant, Func<Task> acte, CancellationToken arret = default) =>
        db.ActeAsync(par, instant, async () =>
        {
            await acte();
            return true;
        }, arret);

    /// <summary>Hash of a line: its own values and the hash before it.</summary>
    public static string Empreinte(LigneDeJournal l) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', l.Precedent, l.Instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), l.Utilisateur, l.Acte, l.Entite, l.EntiteId,
        l.Avant, l.Apres, l.Details, l.Adresse))));

    private static async Task JournaliserAsync(
        FitnContext db, Acteur par, DateTimeOffset instant, IEnumerable<Fait> faits, CancellationToken arret)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({VerrouDuJournal})", arret);
        var precedent = await db.Journal.AsNoTracking().OrderByDescending(l => l.Id).Select(l => l.Empreinte).FirstOrDefaultAsync(arret) ?? "";
        // PostgreSQL keeps microseconds: the hash must be computed on what will be read back.
        var arrondi = new DateTimeOffset(instant.UtcTicks / 10 * 10, TimeSpan.Zero);
        // Who acts also has the roles of these accounts that day.
        var remplaces = string.Join(' ', par.Comptes.Skip(1));
        foreach (var fait in faits)
        {
            var ligne = new LigneDeJournal
            {
                Instant = arrondi,
                Utilisateur = par.Id == Guid.Empty ? null : par.Id,
                Acte = fait.Acte,
                Entite = fait.Entite,
                EntiteId = fait.Id,
                Avant = fait.Avant,
                Apres = fait.Apres,
                Details = JsonSerializer.Serialize(remplaces.Length == 0 ? fait.Details : fait.Details.SetItem("remplace", remplaces)),
                Precedent = precedent,
            };
            ligne.Empreinte = precedent = Empreinte(ligne);
            db.Journal.Add(ligne);
            // One at a time: identifiers must follow the order of the chain.
            await db.SaveChangesAsync(arret);
        }
    }
}
