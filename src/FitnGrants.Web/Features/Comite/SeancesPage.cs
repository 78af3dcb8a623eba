using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The sessions of the actor's région.</summary>
public sealed record SeancesPage(IReadOnlyList<SeancesPage.Ligne> Lignes, DateOnly Aujourdhui, bool PeutPreparer)
{
    public sealed record Ligne(Seance Seance, int Points);

    public static async Task<SeancesPage> ChargerAsync(FitnContext db, Acteur acteur, DateOnly aujourdhui, CancellationToken arret)
    {
        var seances = await db.Seances.AsNoTracking().VisiblesPar(acteur, Droit.LireSeances).OrderBy(s => s.Jour)
            .Select(s => new { Seance = s, Points = s.Points.Count(p => p.Etat != EtatPoint.Retire) }).ToListAsync(arret);
        return new SeancesPage([.. seances.Select(s => new Ligne(s.Seance, s.Points))], aujourdhui, acteur.Peut(Droit.PreparerSeance));
    }
}

/// <summary>One session: agenda, who sits, dossiers ready, envelopes, moves.</summary>
public sealed record SeancePage
{
    public required Seance Seance { get; init; }
    public required IReadOnlyList<Point> Points { get; init; }
    public required IReadOnlyList<Pret> Prets { get; init; }
    public required IReadOnlyList<(Reglement Reglement, Euros Accorde)> Enveloppes { get; init; }

    /// <summary>The next session of the instance, where dossiers past the cut-off go; null when none is planned.</summary>
    public required Seance? Suivante { get; init; }

    /// <summary>Code of the member the reader speaks for; null for none.</summary>
    public required string? Membre { get; init; }
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
        Domain.Seances.Point P, string Numero, string Titre, string Porteur, string Departement, Euros Demande, int Priorites, TypeDecision? Decision, bool Notifiee);

    public sealed record Pret(string Numero, string Titre, string Porteur, string Departement, Euros Demande, int Priorites, DateOnly DeposeLe, DateOnly? Limite)
    {
        public bool HorsDelai => DeposeLe > Limite;
    }

    /// <summary>True when the reader took no part in a point: what the session said of it is hidden until it is told.</summary>
    public bool Cache(Point point) => !PeutDecider && !point.Notifiee && point.P.EstDeporte(Membre);

    public static async Task<SeancePage?> ChargerAsync(
        FitnContext db, RegistreDesReglements reglements, Guid id, Acteur acteur, DateOnly aujourdhui, CancellationToken arret)
    {
        var calendrier = await db.Seances.AsNoTracking().VisiblesPar(acteur, Droit.LireSeances)
            .Where(s => s.Instance == db.Seances.Where(x => x.Id == id).Select(x => x.Instance).FirstOrDefault()).ToListAsync(arret);
        if (calendrier.Find(s => s.Id == id) is not { } seance)
            return null;
        string[] dispositifs = [.. seance.Dispositifs];
        var peutPreparer = acteur.Pour(Droit.PreparerSeance).Any(h => h.Region == seance.Region);
        var accordes = await db.AccordesAsync(dispositifs, arret);
        return new SeancePage
        {
            Seance = seance,
            Points = await PointsAsync(db, id, arret),
            Prets = seance.Etat == EtatSeance.Planifiee && peutPreparer ? await PretsAsync(db, reglements, seance, dispositifs, arret) : [],
            Enveloppes = [.. dispositifs.Select(c => (reglements.Exiger(c), accordes.GetValueOrDefault(c)))],
            Suivante = calendrier.Where(s => s.Etat == EtatSeance.Planifiee && s.Jour > seance.Jour && s.Dispositifs.Intersect(dispositifs).Any()).MinBy(s => s.Jour),
            Membre = seance.MembreDe(acteur, Droit.LireSeances),
            PeutPreparer = peutPreparer,
            PeutDecider = acteur.Pour(Droit.Decider).Any(h => h.Region == seance.Region),
            Aujourdhui = aujourdhui,
        };
    }

    private static async Task<IReadOnlyList<Point>> PointsAsync(FitnContext db, Guid id, CancellationToken arret)
    {
        var points = await (
            from p in db.Set<Domain.Seances.Point>().AsNoTracking()
            where EF.Property<Guid>(p, "SeanceId") == id && p.Etat != EtatPoint.Retire
            join d in db.Dossiers.AsNoTracking() on p.DossierId equals d.Id
            join c in db.Collectivites.AsNoTracking() on d.Siren equals c.Siren
            orderby p.Ordre
            select new
            {
                P = p,
                d.Numero,
                d.Titre,
                c.Nom,
                d.Departement,
                d.MontantDemande,
                Priorites = d.Controles.Count(x => x.Version == d.Version && x.Groupe == GroupeDeRegles.Priorites
                    && x.Propose == ResultatConstat.Conforme && x.Conclusion == Conclusion.Conforme),
                Decision = db.Decisions.Where(x => x.DossierId == d.Id && x.SeanceId == id).Select(x => new { x.Type, x.NotifieeLe }).FirstOrDefault(),
            }).ToListAsync(arret);
        return [.. points.Select(p => new Point(
            p.P, p.Numero!, p.Titre, p.Nom, p.Departement, p.MontantDemande ?? Euros.Zero, p.Priorites, p.Decision?.Type, p.Decision?.NotifieeLe is not null))];
    }

    private static async Task<IReadOnlyList<Pret>> PretsAsync(
        FitnContext db, RegistreDesReglements reglements, Seance seance, string[] dispositifs, CancellationToken arret)
    {
        var prets = await (
            from d in db.Dossiers.AsNoTracking()
            where d.Etat == EtatDossier.Instruit && dispositifs.Contains(d.Dispositif)
            join c in db.Collectivites.AsNoTracking() on d.Siren equals c.Siren
            let priorites = d.Controles.Count(x => x.Version == d.Version && x.Groupe == GroupeDeRegles.Priorites
                && x.Propose == ResultatConstat.Conforme && x.Conclusion == Conclusion.Conforme)
            orderby d.Departement, priorites descending, d.Numero
            select new { d.Numero, d.Titre, c.Nom, d.Departement, d.MontantDemande, d.DernierDepotLe, d.Dispositif, d.VersionReglement, priorites }).Take(200).ToListAsync(arret);
        return [.. prets.Select(p => new Pret(
            p.Numero!, p.Titre, p.Nom, p.Departement, p.MontantDemande ?? Euros.Zero, p.priorites, JourDeParis.De(p.DernierDepotLe!.Value),
            seance.LimiteOrdreDuJour(reglements.DeSaVersion(p.Dispositif, p.VersionReglement).DelaiOrdreDuJourJours)))];
    }
}
