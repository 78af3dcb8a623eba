using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Donnees;

/// <summary>Loads what the rules read beyond the dossier.</summary>
public static class Situations
{
    /// <summary>
    /// What a simulation, a field or a deposit may know: notified decisions only, so that nobody reads a decision in a
    /// finding before its notification.
    /// </summary>
    public static Task<Situation> PourLePorteurAsync(
        this FitnContext db, Reglement reglement, IEnumerable<string> sirens, CancellationToken arret) =>
        ChargerAsync(db, reglement, [.. sirens], d => d.NotifieeLe != null, arret);

    /// <summary>What the session knows: every decision that holds. Call it under the envelope's lock.</summary>
    public static Task<Situation> PourLaSeanceAsync(
        this FitnContext db, Reglement reglement, IEnumerable<string> sirens, CancellationToken arret) =>
        ChargerAsync(db, reglement, [.. sirens], _ => true, arret);

    /// <summary>Locks the envelope's row until the end of the transaction: the sum must be read after (I9).</summary>
    public static async Task VerrouillerEnveloppeAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        await db.Database.ExecuteSqlAsync($"select 1 from enveloppes where dispositif = {dispositif} for update", arret);

    /// <summary>Sum of the accords of a dispositif, in euros.</summary>
    public static async Task<Euros> AccordeAsync(
        this FitnContext db, string dispositif, System.Linq.Expressions.Expression<Func<Decision, bool>>? filtre, CancellationToken arret)
    {
        var accords = db.Decisions.AsNoTracking().Where(d => d.Dispositif == dispositif && d.Type == TypeDecision.Accord);
        if (filtre is not null)
            accords = accords.Where(filtre);
        return new Euros(await accords.SumAsync(d => (decimal?)(object)d.MontantAccorde!, arret) ?? 0m);
    }

    private static async Task<Situation> ChargerAsync(
        FitnContext db, Reglement reglement, string[] sirens, System.Linq.Expressions.Expression<Func<Decision, bool>> connues,
        CancellationToken arret)
    {
        var decisions = await (
            from d in db.Decisions.AsNoTracking().Where(connues)
            join dossier in db.Dossiers.AsNoTracking() on d.DossierId equals dossier.Id
            where sirens.Contains(dossier.Siren) && d.Type != TypeDecision.ARevoir
            select new { d.Type, d.Dispositif, dossier.Siren, dossier.Titre, Numero = dossier.Numero!, d.PriseLe }).ToListAsync(arret);
        var accorde = await db.AccordeAsync(reglement.Code, connues, arret);
        var seances = await db.Seances.AsNoTracking().Where(s => s.Region == reglement.Region).ToListAsync(arret);
        var enveloppe = await db.Enveloppes.AsNoTracking().Where(e => e.Dispositif == reglement.Code).Select(e => e.Montant).SingleAsync(arret);
        return new Situation
        {
            Disponible = enveloppe > accorde ? enveloppe - accorde : Euros.Zero,
            Accords = [.. decisions.Where(d => d.Type == TypeDecision.Accord)
                .Select(d => new AccordActif(d.Dispositif, d.Siren, Individuel: true, d.Titre, d.Numero))],
            Refus = [.. decisions.Where(d => d.Type == TypeDecision.Refus)
                .Select(d => new RefusPrononce(d.Dispositif, d.Numero, d.Titre, [d.Siren], d.PriseLe))],
            LimitesOrdreDuJour = [.. seances.Where(s => s.Dispositifs.Contains(reglement.Code))
                .Select(s => s.LimiteOrdreDuJour(reglement.DelaiOrdreDuJourJours) ?? s.JourDeReference)],
        };
    }
}
