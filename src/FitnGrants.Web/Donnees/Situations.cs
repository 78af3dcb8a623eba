using System.Linq.Expressions;
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
    public static async Task<Situation> PourLePorteurAsync(
        this FitnContext db, Reglement reglement, IEnumerable<string> sirens, CancellationToken arret) =>
        (await db.PourLePorteurAsync([reglement], sirens, arret))[reglement.Code];

    /// <summary>The same for several dispositifs at once, in as many queries as for one.</summary>
    public static Task<Dictionary<string, Situation>> PourLePorteurAsync(
        this FitnContext db, IReadOnlyCollection<Reglement> reglements, IEnumerable<string> sirens, CancellationToken arret) =>
        ChargerAsync(db, reglements, [.. sirens], d => d.NotifieeLe != null, arret);

    /// <summary>What the session knows: every decision that holds. Call it under the envelope's lock.</summary>
    public static async Task<Situation> PourLaSeanceAsync(
        this FitnContext db, Reglement reglement, IEnumerable<string> sirens, CancellationToken arret) =>
        (await ChargerAsync(db, [reglement], [.. sirens], _ => true, arret))[reglement.Code];

    /// <summary>Locks the envelope's row until the end of the transaction: the sum must be read after (I9).</summary>
    public static async Task VerrouillerEnveloppeAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        await db.Database.ExecuteSqlAsync($"select 1 from enveloppes where dispositif = {dispositif} for update", arret);

    /// <summary>
    /// Gives each envelope the amount of the version in force on a Paris day, once. One statement, and never back to an
    /// older version: any number of processes may ask, whatever they know. An act that holds one envelope asks for that one.
    /// </summary>
    public static async Task SuivreLesEnveloppesAsync(this FitnContext db, DateOnly jour, CancellationToken arret, string? dispositif = null) =>
        await db.Database.ExecuteSqlAsync($"""
            update enveloppes e set montant = v.enveloppe, version = v.version
            from (select distinct on (code) code, version, enveloppe, en_vigueur_le, publiee_le from versions_de_reglement
                  where en_vigueur_le <= {jour} and enveloppe is not null order by code, en_vigueur_le desc, publiee_le desc) v
            where v.code = e.dispositif and e.version is distinct from v.version and ({dispositif}::text is null or e.dispositif = {dispositif})
              and not exists (select 1 from versions_de_reglement s
                              where s.version = e.version and (s.en_vigueur_le, s.publiee_le) > (v.en_vigueur_le, v.publiee_le))
            """, arret);

    /// <summary>Sum of the accords of a dispositif, in euros.</summary>
    public static async Task<Euros> AccordeAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        (await SommesAsync(db.Decisions.Where(d => d.Dispositif == dispositif), arret)).GetValueOrDefault(dispositif);

    /// <summary>The same, of those that were notified: what a simulation may know.</summary>
    public static async Task<Euros> AccordeEtNotifieAsync(this FitnContext db, string dispositif, CancellationToken arret) =>
        (await SommesAsync(db.Decisions.Where(d => d.Dispositif == dispositif && d.NotifieeLe != null), arret)).GetValueOrDefault(dispositif);

    private static async Task<Dictionary<string, Euros>> SommesAsync(IQueryable<Decision> decisions, CancellationToken arret) =>
        await decisions.Where(d => d.Type == TypeDecision.Accord).GroupBy(d => d.Dispositif)
            .Select(g => new { g.Key, Somme = g.Sum(d => (decimal)(object)d.MontantAccorde!) })
            .ToDictionaryAsync(g => g.Key, g => new Euros(g.Somme), arret);

    private static async Task<Dictionary<string, Situation>> ChargerAsync(
        FitnContext db, IReadOnlyCollection<Reglement> reglements, string[] sirens, Expression<Func<Decision, bool>> connues, CancellationToken arret)
    {
        var lignes = await (
            from d in db.Decisions.AsNoTracking().Where(connues)
            join dossier in db.Dossiers.AsNoTracking() on d.DossierId equals dossier.Id
            where sirens.Contains(dossier.Siren) && d.Type != TypeDecision.ARevoir
            select new { d.Type, d.Dispositif, dossier.Siren, dossier.Titre, Numero = dossier.Numero!, d.PriseLe }).ToListAsync(arret);
        string[] codes = [.. reglements.Select(r => r.Code)];
        string[] regions = [.. reglements.Select(r => r.Region)];
        var sommes = await SommesAsync(db.Decisions.Where(connues).Where(d => codes.Contains(d.Dispositif)), arret);
        var enveloppes = await db.Enveloppes.AsNoTracking().Where(e => codes.Contains(e.Dispositif)).ToDictionaryAsync(e => e.Dispositif, e => e.Montant, arret);
        var seances = await db.Seances.AsNoTracking().Where(s => regions.Contains(s.Region)).ToListAsync(arret);
        return reglements.ToDictionary(r => r.Code, r => new Situation
        {
            Disponible = Reste(enveloppes[r.Code], sommes.GetValueOrDefault(r.Code)),
            Accords = [.. lignes.Where(d => d.Type == TypeDecision.Accord)
                .Select(d => new AccordActif(d.Dispositif, d.Siren, Individuel: true, d.Titre, d.Numero))],
            Refus = [.. lignes.Where(d => d.Type == TypeDecision.Refus)
                .Select(d => new RefusPrononce(d.Dispositif, d.Numero, d.Titre, [d.Siren], d.PriseLe))],
            LimitesOrdreDuJour = [.. seances.Where(s => s.Dispositifs.Contains(r.Code))
                .Select(s => s.LimiteOrdreDuJour(r.DelaiOrdreDuJourJours) ?? s.JourDeReference)],
        });
    }

    /// <summary>What an envelope leaves, never below zero.</summary>
    public static Euros Reste(Euros enveloppe, Euros accorde) => enveloppe > accorde ? enveloppe - accorde : Euros.Zero;
}
