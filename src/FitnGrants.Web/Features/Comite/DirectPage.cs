using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>The live screen: agenda, the point being decided, spread, envelope. What the room sees.</summary>
public sealed record DirectPage
{
    public required Seance Seance { get; init; }
    public required IReadOnlyList<PointEnDirect> Points { get; init; }
    public required IReadOnlyDictionary<string, Reglement> Reglements { get; init; }
    public required IReadOnlyList<Accorde> Accords { get; init; }

    /// <summary>The point that was called; null between two points.</summary>
    public required PointEnDirect? Courant { get; init; }

    /// <summary>Alerts and breaches that the instruction left on the current point.</summary>
    public required IReadOnlyList<Controle> Constats { get; init; }

    /// <summary>An amount tried by this reader alone; nothing is recorded.</summary>
    public required Euros? Hypothese { get; init; }

    /// <summary>True when what was tried is not an amount.</summary>
    public bool Illisible { get; init; }
    public required bool PeutDecider { get; init; }

    public sealed record PointEnDirect(
        Point P,
        string Numero,
        string Titre,
        string Porteur,
        string Departement,
        int Autres,
        string Dispositif,
        string VersionReglement,
        int Version,
        int? Population,
        Euros? Demande,
        Euros? Retenu,
        Euros? Assiette,
        TypeDecision? Decision,
        Euros? Accorde,
        bool Notifiee
    )
    {
        /// <summary>What silence does to it, for who decides; null where nothing presses.</summary>
        public (bool Presse, string Phrase)? Silence { get; init; }
    }

    /// <summary>An accord of one of the session's dispositifs.</summary>
    public sealed record Accorde(Guid DossierId, string Dispositif, string Departement, int? Population, Euros Montant);

    /// <summary>A bar: what is accorded, what the amount on the table would add.</summary>
    public sealed record Barre(string Nom, Euros Avant, Euros Ajout);

    public string Adresse => Adresses.Seances.Direct(Seance.Id);

    /// <summary>
    /// True when the reader withdrew from the current point: its deliberation is not shown, its decision once it is told.
    /// </summary>
    public bool Cache => Courant is { } c && Savoir.EstDeporte(c.P);

    public Reglement? Reglement => Courant is { } c ? Reglements[c.Dispositif] : null;

    /// <summary>The amount on the table for the current point, and what it is: tried, proposed or asked; null once decided.</summary>
    public (Euros Montant, string Nom)? SurLaTable =>
        Courant is not { Decision: null } c || Cache ? null
        : Hypothese is { } h ? (h, "Ce point, hypothèse")
        : c.P.Proposition is { } p
            ? p.Montant is { } m ? (m, "Ce point, proposé")
                : null
        : c.Retenu is { } r ? (r, r == c.Demande ? "Ce point, demandé" : "Ce point, retenu")
        : null;

    /// <summary>What the reader may know of the points.</summary>
    public required SavoirDeSeance Savoir { get; init; }

    /// <summary>What an envelope has accorded; without what is hidden from the reader, that a subtraction would tell.</summary>
    public Euros AccordeDe(string dispositif) => Euros.Somme(Accords.Where(a => a.Dispositif == dispositif).Select(a => a.Montant));

    public IReadOnlyList<Barre> ParDepartement() =>
        Reglement is not { } r
            ? []
            :
            [
                .. r.Departements.Select(d =>
                    Bar(Domain.Collectivites.Libelles.Departement(d), a => a.Departement == d, c => c.Departement == d)
                ),
            ];

    public IReadOnlyList<Barre> ParTaille()
    {
        if (Reglement is not { } r)
            return [];
        var parametres = r.Regles.FirstOrDefault(x => x.Regle is Domain.Dossiers.Regles.PerequationDesTailles)?.Parametres
            ?? Parametres.Aucun;
        return
        [
            .. new[] { ("petite", "Petites"), ("moyenne", "Moyennes"), ("grande", "Grandes") }.Select(t =>
                Bar(t.Item2, a => Taille(a.Population) == t.Item1, c => Taille(c.Population) == t.Item1)
            ),
        ];

        string? Taille(int? population) => population is { } p ? Domain.Dossiers.Regles.Tailles.De(p, parametres) : null;
    }

    private Barre Bar(string nom, Func<Accorde, bool> deja, Func<PointEnDirect, bool> ici) =>
        new(
            nom,
            Euros.Somme(Accords.Where(a => a.Dispositif == Courant!.Dispositif && deja(a)).Select(a => a.Montant)),
            SurLaTable is { } t && ici(Courant!) ? t.Montant : Euros.Zero
        );

    public static async Task<DirectPage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Guid id,
        Acteur acteur,
        Euros? hypothese,
        CancellationToken arret
    )
    {
        var seance = await db.Seances.VisiblesPar(acteur, Droit.LireSeances).FirstOrDefaultAsync(s => s.Id == id, arret);
        if (seance is null)
            return null;
        string[] codes = [.. seance.Dispositifs];
        var (lecteur, savoir) = (Lecteur.De(acteur), Lecteur.De(acteur).EnSeance(seance));
        var actuels = codes.ToDictionary(c => c, reglements.Exiger, StringComparer.Ordinal);
        var points = await PointsAsync(db, (id, seance.Jour), actuels, savoir, arret);
        var accords = await (
            from d in db.AccordsEnSeancePour(lecteur)
            where codes.Contains(d.Dispositif)
            join e in db.Engagements on d.Id equals e.DecisionId
            join x in db.Dossiers on d.DossierId equals x.Id
            select new
            {
                d.DossierId,
                d.Dispositif,
                x.Departement,
                x.Porteur,
                e.Montant,
            }
        ).ToListAsync(arret);
        var courant = points.FirstOrDefault(p => p.P.DossierId == seance.PointCourant);
        var constats = courant is null
            ? []
            : await db.Set<Controle>()
                .Where(c =>
                    EF.Property<Guid>(c, "DossierId") == courant.P.DossierId
                    && c.Version == courant.Version
                    && (c.Propose == ResultatConstat.Alerte || c.Conclusion == Conclusion.NonConforme)
                )
                .OrderBy(c => c.Rang)
                .ToListAsync(arret);
        return new DirectPage
        {
            Seance = seance,
            Savoir = savoir,
            Points = points,
            Reglements = actuels,
            Accords =
            [
                .. accords.Select(a => new Accorde(
                    a.DossierId,
                    a.Dispositif,
                    a.Departement,
                    a.Porteur!.Population(actuels[a.Dispositif].PopulationReference),
                    a.Montant
                )),
            ],
            Courant = courant,
            Constats = constats,
            Hypothese = hypothese,
            PeutDecider = acteur.Pour(Droit.Decider).Any(h => h.Region == seance.Region),
        };
    }

    private static async Task<IReadOnlyList<PointEnDirect>> PointsAsync(
        FitnContext db,
        (Guid Id, DateOnly Jour) seance,
        Dictionary<string, Reglement> reglements,
        SavoirDeSeance savoir,
        CancellationToken arret
    )
    {
        var points = await (
            from p in db.Set<Point>()
            where EF.Property<Guid>(p, "SeanceId") == seance.Id && p.Etat != EtatPoint.Retire
            join d in db.Dossiers on p.DossierId equals d.Id
            let decision = db
                .Decisions.Where(x => x.DossierId == d.Id && x.SeanceId == seance.Id)
                .Select(x => new
                {
                    x.Type,
                    x.MontantAccorde,
                    x.NotifieeLe,
                    x.VersionDossier,
                })
                .FirstOrDefault()
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
                d.Porteur,
                d.Departement,
                Autres = d.Sirens.Length - 1,
                d.Dispositif,
                d.VersionReglement,
                v.Version,
                v.MontantDemande,
                Retenu = v.Version == d.Version ? d.MontantPropose ?? d.MontantRamene : v.MontantDemande,
                Assiette = v.Version == d.Version ? d.AssietteRetenue : v.Assiette,
                Decision = decision,
                d.RejetImpliciteLe,
                d.Recevabilite,
                d.RecevabiliteAvantLe,
            }
        ).ToListAsync(arret);
        return
        [
            .. points
                .Select(p => (Lu: p, Decision: savoir.Decision(p.P, p.Decision?.NotifieeLe is not null) ? p.Decision : null))
                .Select(p => new PointEnDirect(
                    p.Lu.P,
                    p.Lu.Numero!,
                    p.Lu.Titre,
                    p.Lu.Porteur!.Nom,
                    p.Lu.Departement,
                    p.Lu.Autres,
                    p.Lu.Dispositif,
                    p.Lu.VersionReglement,
                    p.Lu.Version,
                    p.Lu.Porteur.Population(reglements[p.Lu.Dispositif].PopulationReference),
                    p.Lu.MontantDemande,
                    p.Lu.Retenu,
                    p.Lu.Assiette,
                    p.Decision?.Type,
                    p.Decision?.MontantAccorde,
                    p.Decision?.NotifieeLe is not null
                )
                {
                    Silence = MotsDuSilence.PourDecider(p.Lu.RejetImpliciteLe, p.Lu.Recevabilite, p.Lu.RecevabiliteAvantLe, seance.Jour),
                }),
        ];
    }
}

/// <summary>A point in the agenda of the live screen.</summary>
public sealed record LigneDOrdre(DirectPage.PointEnDirect Point, DirectPage Page, bool Courant);

public sealed record RepartitionEnDirect(string Titre, IReadOnlyList<DirectPage.Barre> Barres);
