using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>Locks of rows, held until the end of the transaction; taken in one order: session, envelope, dossier, act, number, journal.
/// Those of a dossier let the rows that
/// only name it be written meanwhile: messages, pieces, avis.</summary>
public static class Verrous
{
    /// <summary>Locks the session's row: its acts follow each other, whoever makes them.</summary>
    public static async Task VerrouillerSeanceAsync(this FitnContext db, Guid seance, CancellationToken arret) =>
        await db.Database.ExecuteSqlAsync($"select 1 from seances where id = {seance} for update", arret);

    /// <summary>Locks the dossier's row: its deposit, its pieces and its answers follow each other.</summary>
    public static async Task VerrouillerDossierAsync(this FitnContext db, Guid dossier, CancellationToken arret) =>
        await db.Database.ExecuteSqlAsync($"select 1 from dossiers where id = {dossier} for no key update", arret);

    /// <summary>Locks the envelope's row: the sum must be read after (I9).</summary>
    public static async Task VerrouillerEnveloppeAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        await db.Database.ExecuteSqlAsync($"select 1 from enveloppes where dispositif = {dispositif} for update", arret);

    /// <summary>The same, by its number or its draft identifier.</summary>
    public static async Task VerrouillerDossierAsync(this FitnContext db, string adresse, CancellationToken arret) =>
        await db.Database.ExecuteSqlAsync($"select 1 from dossiers where numero = {adresse} or jeton = {adresse} for no key update", arret);
}
