using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Seances.Regles;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>One session: agenda, who sits, dossiers ready, envelopes, moves.</summary>
public sealed record SeancePage
{
    public required Seance Seance { get; init; }
    public required IReadOnlyList<Point> Points { get; init; }
    public required IReadOnlyList<Pret> Prets { get; init; }
    public required IReadOnlyList<(Reglement Reglement, Euros Accorde)> Enveloppes { get; init; }

    /// <summary>The next session of the instance, where dossiers past the cut-off go; null when none is planned.</summary>
    public required Seance? Suivante { get; init; }

    /// <summary>Quarters that only this session fills (R61).</summary>
    public required IReadOnlyList<string> SeuleDe { get; init; }

    /// <summary>Code of the rule that asks for one each quarter; null where none does.</summary>
    public required string? RegleDesTrimestres { get; init; }

    /// <summary>Editions of the minutes that were kept, when there are several, the first first.</summary>
    public IReadOnlyList<(string Type, int Edition, DateTimeOffset Le)> Editions { get; init; } = [];

    /// <summary>True once the minutes are edited; a draft until then.</summary>
    public bool ProcesVerbalEdite { get; init; }

    public bool ReleveEdite => Editions.Any(e => e.Type == "releve");

    /// <summary>True once the signed minutes are joined.</summary>
    public bool ProcesVerbalSigne { get; init; }

    public required bool PeutPreparer { get; init; }
    public required bool PeutDecider { get; init; }
    public required DateOnly Aujourdhui { get; init; }

    /// <summary>A form that was refused, as typed.</summary>
    public object? Refuse { get; init; }

    /// <summary>True while the reader may order the agenda and say who sits.</summary>
    public bool Reglable => PeutPreparer && Seance.Etat is EtatSeance.Planifiee or EtatSeance.Ouverte;

    public IEnumerable<Point> Inscrits => Points.Where(p => p.P.Etat == EtatPoint.Inscrit);

    /// <summary>Decisions that wait to be told.</summary>
    public int ANotifier => Points.Count(p => p is { Decision: not null, Notifiee: false });

    public sealed record Point(
        Domain.Seances.Point P,
        string Numero,
        string Titre,
        string Porteur,
        string Departement,
        Euros Demande,
        Euros Retenu,
        int Priorites,
        string Dispositif,
        TypeDecision? Decision,
        Euros? Accorde,
        bool Notifiee
    );

    public sealed record Pret(
        string Numero,
        string Titre,
        string Porteur,
        string Departement,
        Euros Demande,
        int Priorites,
        DateOnly DeposeLe,
        DateOnly? Limite
    )
    {
        public bool HorsDelai => DeposeLe > Limite;
    }

    /// <summary>What the reader may know of its points.</summary>
    public required SavoirDeSeance Savoir { get; init; }

    /// <summary>True where what the session said of a point is hidden from the reader, until it is told.</summary>
    public bool Cache(Point point) => !Savoir.Decision(point.P, point.Notifiee);

    public static async Task<SeancePage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Guid id,
        Acteur acteur,
        DateOnly aujourdhui,
        CancellationToken arret
    )
    {
        var calendrier = await db
            .Seances.VisiblesPar(acteur, Droit.LireSeances)
            .Where(s => s.Instance == db.Seances.Where(x => x.Id == id).Select(x => x.Instance).FirstOrDefault())
            .ToListAsync(arret);
        if (calendrier.Find(s => s.Id == id) is not { } seance)
            return null;
        string[] dispositifs = [.. seance.Dispositifs];
        var peutPreparer = acteur.Pour(Droit.PreparerSeance).Any(h => h.Region == seance.Region);
        var (lecteur, savoir) = (Lecteur.De(acteur), Lecteur.De(acteur).EnSeance(seance));
        var accordes = await db.SommesAsync(db.AccordsEnSeancePour(lecteur), dispositifs, arret);
        var gardes = seance.Etat == EtatSeance.Cloturee ? await EditionsAsync(db, id, arret) : ([], false, false);
        return new SeancePage
        {
            Seance = seance,
            Points = await PointsAsync(db, id, savoir, arret),
            Savoir = savoir,
            Prets = seance.Etat == EtatSeance.Planifiee && peutPreparer ? await PretsAsync(db, reglements, seance, dispositifs, arret) : [],
            // A sum tells an amount by subtraction: who withdrew from a point, here or elsewhere, reads it without that one until it is
            // told.
            Enveloppes = [.. dispositifs.Select(c => (reglements.Exiger(c), accordes.GetValueOrDefault(c)))],
            Suivante = calendrier
                .Where(s =>
                    s.Etat == EtatSeance.Planifiee
                    && s.Jour > seance.Jour
                    && s.JourDeReference >= aujourdhui
                    && s.Dispositifs.Intersect(dispositifs).Any()
                )
                .MinBy(s => s.Jour),
            SeuleDe =
            [
                .. dispositifs
                    .Select(reglements.Exiger)
                    .SelectMany(r =>
                        SeancesPage
                            .TrimestresSansSeance(r, calendrier.Where(s => s.Id != id))
                            .Except(SeancesPage.TrimestresSansSeance(r, calendrier), StringComparer.Ordinal)
                    )
                    .Distinct(StringComparer.Ordinal),
            ],
            RegleDesTrimestres = dispositifs
                .Select(d => reglements.Exiger(d).Trouver<SeanceChaqueTrimestre>()?.Code)
                .FirstOrDefault(c => c is not null),
            Editions = gardes.Editions,
            ProcesVerbalEdite = gardes.Edite,
            ProcesVerbalSigne = gardes.Signe,
            PeutPreparer = peutPreparer,
            PeutDecider = acteur.Pour(Droit.Decider).Any(h => h.Region == seance.Region),
            Aujourdhui = aujourdhui,
        };
    }

    private static async Task<(
        IReadOnlyList<(string Type, int Edition, DateTimeOffset Le)> Editions,
        bool Edite,
        bool Signe
    )> EditionsAsync(FitnContext db, Guid id, CancellationToken arret)
    {
        const string Prefixe = "edition-";
        var gardees = await db
            .Documents.Where(d => d.ObjetId == id && (d.Reference.StartsWith(Prefixe) || d.Type == MinutesController.Signe))
            .OrderBy(d => d.CreeLe)
            .Select(d => new
            {
                d.Type,
                d.Reference,
                d.CreeLe,
            })
            .ToListAsync(arret);
        var signe = gardees.RemoveAll(d => d.Type == MinutesController.Signe) > 0;
        var edite = gardees.Exists(d => d.Type == "proces-verbal");
        return gardees.TrueForAll(d => d.Reference == Prefixe + "1")
            ? ([], edite, signe)
            : (
                [
                    .. gardees.Select(d =>
                        (d.Type, int.Parse(d.Reference[Prefixe.Length..], System.Globalization.CultureInfo.InvariantCulture), d.CreeLe)
                    ),
                ],
                edite,
                signe
            );
    }

    private static async Task<IReadOnlyList<Point>> PointsAsync(FitnContext db, Guid id, SavoirDeSeance savoir, CancellationToken arret)
    {
        var points = await (
            from p in db.Set<Domain.Seances.Point>()
            where EF.Property<Guid>(p, "SeanceId") == id && p.Etat != EtatPoint.Retire
            join d in db.Dossiers on p.DossierId equals d.Id
            join c in db.Collectivites on d.Siren equals c.Siren
            let decision = db
                .Decisions.Where(x => x.DossierId == d.Id && x.SeanceId == id)
                .Select(x => new
                {
                    x.Type,
                    x.MontantAccorde,
                    x.NotifieeLe,
                    x.VersionDossier,
                })
                .FirstOrDefault()
            // A decided point keeps showing the version it decided.
            join v in db.Set<VersionDeposee>()
                on new { d.Id, Version = decision == null ? d.Version : decision.VersionDossier } equals new
                {
                    Id = EF.Property<Guid>(v, "DossierId"),
                    v.Version,
                }
            orderby p.Ordre
            select new
            {
                P = p,
                d.Numero,
                v.Titre,
                c.Nom,
                d.Departement,
                d.Dispositif,
                v.MontantDemande,
                Retenu = v.Version == d.Version ? d.MontantPropose ?? d.MontantRamene : v.MontantDemande,
                Priorites = d.Controles.Count(x =>
                    x.Version == v.Version
                    && x.Groupe == GroupeDeRegles.Priorites
                    && x.Propose == ResultatConstat.Conforme
                    && x.Conclusion == Conclusion.Conforme
                ),
                Decision = decision,
            }
        ).ToListAsync(arret);
        return
        [
            .. points
                .Select(p => (Lu: p, Decision: savoir.Decision(p.P, p.Decision?.NotifieeLe is not null) ? p.Decision : null))
                .Select(p => new Point(
                    p.Lu.P,
                    p.Lu.Numero!,
                    p.Lu.Titre,
                    p.Lu.Nom,
                    p.Lu.Departement,
                    p.Lu.MontantDemande ?? Euros.Zero,
                    p.Lu.Retenu ?? Euros.Zero,
                    p.Lu.Priorites,
                    p.Lu.Dispositif,
                    p.Decision?.Type,
                    p.Decision?.MontantAccorde,
                    p.Decision?.NotifieeLe is not null
                )),
        ];
    }

    private static async Task<IReadOnlyList<Pret>> PretsAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Seance seance,
        string[] dispositifs,
        CancellationToken arret
    )
    {
        var prets = await (
            from d in db.Dossiers
            where d.Etat == EtatDossier.Instruit && dispositifs.Contains(d.Dispositif)
            join c in db.Collectivites on d.Siren equals c.Siren
            let priorites = d.Controles.Count(x =>
                x.Version == d.Version
                && x.Groupe == GroupeDeRegles.Priorites
                && x.Propose == ResultatConstat.Conforme
                && x.Conclusion == Conclusion.Conforme
            )
            orderby d.Departement, priorites descending, d.Numero
            select new
            {
                d.Numero,
                d.Titre,
                c.Nom,
                d.Departement,
                d.MontantDemande,
                d.DernierDepotLe,
                d.Dispositif,
                d.VersionReglement,
                priorites,
            }
        )
            .Take(200)
            .ToListAsync(arret);
        return
        [
            .. prets.Select(p => new Pret(
                p.Numero!,
                p.Titre,
                p.Nom,
                p.Departement,
                p.MontantDemande ?? Euros.Zero,
                p.priorites,
                JourDeParis.De(p.DernierDepotLe!.Value),
                seance.LimiteOrdreDuJour(reglements.DeSaVersion(p.Dispositif, p.VersionReglement).DelaiOrdreDuJourJours)
            )),
        ];
    }
}
