using System.Collections.Immutable;
using System.Linq.Expressions;
using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FitnGrants.Web.Donnees;

/// <summary>Loads what the rules read beyond the dossier.</summary>
public static class Situations
{
    /// <summary>
    /// What a simulation, a field or a deposit may know: notified decisions only, so that nobody reads a decision in a
    /// finding before its notification.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="reglement">The règlement that judges.</param>
    /// <param name="sirens">Porteur and members.</param>
    /// <param name="texte">Title and summary, to find refused projects that look alike; null when not said.</param>
    /// <param name="arret">Cancellation.</param>
    public static async Task<Situation> PourLePorteurAsync(
        this FitnContext db,
        Reglement reglement,
        IEnumerable<string> sirens,
        string? texte,
        CancellationToken arret
    ) => (await db.PourLePorteurAsync([reglement], sirens, texte, arret))[reglement.Code];

    /// <summary>The same for several dispositifs at once, in as many queries as for one.</summary>
    public static Task<Dictionary<string, Situation>> PourLePorteurAsync(
        this FitnContext db,
        IReadOnlyCollection<Reglement> reglements,
        IEnumerable<string> sirens,
        string? texte,
        CancellationToken arret
    ) => ChargerAsync(db, reglements, [.. sirens], texte, d => d.NotifieeLe != null, arret);

    /// <summary>
    /// What the session knows: every decision that holds, but for one that is being rectified. Call it under the envelope's lock.
    /// </summary>
    public static async Task<Situation> PourLaSeanceAsync(
        this FitnContext db,
        Reglement reglement,
        Dossier dossier,
        CancellationToken arret,
        Guid? sauf = null
    )
    {
        var situation = (await ChargerAsync(db, [reglement], dossier.Sirens, dossier.Comparaison, d => d.Id != sauf, arret))[
            reglement.Code
        ];
        var laureats = await (
            from d in db.Decisions
            where d.Dispositif == reglement.Code && d.Type == TypeDecision.Accord && d.Id != sauf
            join e in db.Engagements on d.Id equals e.DecisionId
            where e.LibereLe == null
            join x in db.Dossiers on d.DossierId equals x.Id
            group x by x.Departement into g
            select new { g.Key, N = g.Count() }
        ).ToListAsync(arret);
        return situation with
        {
            LaureatsParDepartement = laureats.ToImmutableDictionary(l => l.Key, l => l.N, StringComparer.Ordinal),
            Place = await db.GetService<IndexDesCollectivites>().PlaceAsync(db, dossier.Siren, arret),
        };
    }

    private static async Task<Dictionary<string, Situation>> ChargerAsync(
        FitnContext db,
        IReadOnlyCollection<Reglement> reglements,
        string[] sirens,
        string? texte,
        Expression<Func<Decision, bool>> connues,
        CancellationToken arret
    )
    {
        var compare = texte ?? "";
        var places = await db.GetService<IndexDesCollectivites>().PlacesAsync(db, sirens, arret);
        string[] connus = [.. sirens, .. places.Keys];
        var lignes = await (
            from d in db.Decisions.Where(connues)
            join dossier in db.Dossiers on d.DossierId equals dossier.Id
            where
                dossier.Sirens.Any(s => connus.Contains(s))
                && d.Type != TypeDecision.ARevoir
                // An accord that ended without a project makes nobody a laureate any more (A22).
                && !db.Engagements.Any(e => e.DecisionId == d.Id && e.LibereLe != null)
            select new Rendue(
                d.Type,
                d.Dispositif,
                dossier.Siren,
                dossier.Sirens,
                dossier.Individuel,
                dossier.Titre,
                dossier.Numero!,
                d.PriseLe,
                d.Type == TypeDecision.Refus && compare != "" ? EF.Functions.TrigramsSimilarity(dossier.Comparaison, compare) : 0
            )
        ).ToListAsync(arret);
        string[] codes = [.. reglements.Select(r => r.Code)];
        string[] regions = [.. reglements.Select(r => r.Region)];
        var accords = db.Decisions.Where(connues).Where(d => d.Type == TypeDecision.Accord);
        var enveloppes = await db
            .Enveloppes.Where(e => codes.Contains(e.Dispositif))
            .Select(e => new
            {
                e.Dispositif,
                e.Montant,
                Accorde = db
                    .Engagements.Where(x => x.Dispositif == e.Dispositif && accords.Any(d => d.Id == x.DecisionId))
                    .Sum(x => (decimal)(object)x.Montant),
            })
            .ToDictionaryAsync(e => e.Dispositif, e => Enveloppes.Reste(e.Montant, new Euros(e.Accorde)), arret);
        var seances = await db.Seances.Where(s => regions.Contains(s.Region) && s.Etat != EtatSeance.Annulee).ToListAsync(arret);
        return reglements.ToDictionary(
            r => r.Code,
            r =>
                Situation(
                    r,
                    [.. lignes.Select(l => l.Sous(places))],
                    enveloppes[r.Code],
                    [.. seances.Where(s => s.Dispositifs.Contains(r.Code))]
                )
        );
    }

    private static Situation Situation(Reglement reglement, List<Rendue> rendues, Euros reste, List<Seance> seances) =>
        new()
        {
            Disponible = reste,
            Accords =
            [
                .. rendues
                    .Where(d => d.Type == TypeDecision.Accord)
                    .Select(d => new AccordActif(d.Dispositif, d.Siren, d.Individuel, d.Titre, d.Numero)),
            ],
            Refus =
            [
                .. rendues
                    .Where(d => d.Type == TypeDecision.Refus)
                    .Select(d => new RefusPrononce(d.Dispositif, d.Numero, d.Titre, [.. d.Sirens], d.PriseLe)),
            ],
            Semblables =
            [
                .. rendues
                    .Where(d => d.Similarite >= SeuilDeSimilarite)
                    .OrderByDescending(d => d.Similarite)
                    .Select(d => new ProjetSemblable(d.Numero, d.Titre, d.Dispositif, (int)Math.Floor(d.Similarite * 100))),
            ],
            LimitesOrdreDuJour = [.. seances.Select(s => s.LimiteOrdreDuJour(reglement.DelaiOrdreDuJourJours) ?? s.JourDeReference)],
            Seances = [.. seances.Select(s => s.JourDeReference)],
        };

    /// <summary>From this share of common trigrams on, two texts look alike (A5, 3).</summary>
    private const double SeuilDeSimilarite = 0.6;

    private sealed record Rendue(
        TypeDecision Type,
        string Dispositif,
        string Siren,
        string[] Sirens,
        bool Individuel,
        string Titre,
        string Numero,
        DateOnly PriseLe,
        double Similarite
    )
    {
        /// <summary>The same, named after those who ask where the body that it names is theirs under another SIREN.</summary>
        public Rendue Sous(IReadOnlyDictionary<string, string> places) =>
            this with
            {
                Siren = places.GetValueOrDefault(Siren, Siren),
                Sirens = [.. Sirens.Select(s => places.GetValueOrDefault(s, s)).Distinct(StringComparer.Ordinal)],
            };
    }
}
