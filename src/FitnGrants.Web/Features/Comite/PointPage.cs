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

/// <summary>One dossier to decide: synthesis, findings, opinions, envelope before and after.</summary>
public sealed record PointPage
{
    public required Seance Seance { get; init; }
    public required Point P { get; init; }
    public required Dossier Dossier { get; init; }
    public required VersionDeposee Version { get; init; }

    /// <summary>Avis that others gave to the instruction, but for what stays in its service.</summary>
    public required IReadOnlyList<Consultation> Consultes { get; init; }

    /// <summary>Lines of the grid of that version.</summary>
    public required IReadOnlyList<Controle> Grille { get; init; }
    public required Reglement Reglement { get; init; }
    public required Euros Enveloppe { get; init; }
    public required Euros Accorde { get; init; }

    /// <summary>The decision that holds; null before.</summary>
    public required Decision? Decision { get; init; }

    /// <summary>Decisions that were rectified, the last first.</summary>
    public required IReadOnlyList<Decision> Annulees { get; init; }

    /// <summary>Code of the member the reader sits for; null for one who does not sit.</summary>
    public required string? Membre { get; init; }
    public required bool PeutDecider { get; init; }

    /// <summary>True for who withdrew from this point: its deliberation is never shown, its decision once it is told.</summary>
    public required bool Deporte { get; init; }

    /// <summary>State of the dossier, as the reader may know it here.</summary>
    public required EtatDossier Etat { get; init; }

    /// <summary>Numbers of the points before and after it on the agenda; for who reads it, not for a form.</summary>
    public (string? Precedent, string? Suivant) Voisins { get; init; }

    public string Numero => Dossier.Numero!;
    public int Revision => Dossier.Revision;
    public string Titre => Version.Contenu.Projet.Titre ?? Dossier.Titre;
    public string Porteur => Dossier.Porteur!.Nom;
    public Euros? Demande => Version.MontantDemande;

    /// <summary>Cost and amount that the instruction retains of that version.</summary>
    public (Euros? Assiette, Euros? Montant) Retenu => Dossier.RetenuDe(Version);
    public string Adresse => Adresses.Seances.Point(Seance.Id, Numero);
    public AvisDeMembre? MonAvis => P.Avis.FirstOrDefault(a => a.Membre == Membre);
    public bool ADecider =>
        PeutDecider && Seance.Etat == EtatSeance.Ouverte && Decision is null && Dossier.Etat == EtatDossier.InscritSeance;
    public bool ARectifier => PeutDecider && Decision is { NotifieeLe: null } && Seance.Etat is EtatSeance.Ouverte or EtatSeance.Cloturee;

    /// <summary>True while the reader may give an opinion or withdraw.</summary>
    public bool PeutOpiner =>
        Membre is not null
        && P is { Etat: EtatPoint.Inscrit, AppeleLe: null }
        && !P.EstDeporte(Membre)
        && Seance.Etat is EtatSeance.Planifiee or EtatSeance.Ouverte;

    public static async Task<PointPage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        Guid seanceId,
        string numero,
        Acteur acteur,
        CancellationToken arret
    )
    {
        var seance = await db
            .Seances.VisiblesPar(acteur, Droit.LireSeances)
            .Include(s => s.Points)
            .FirstOrDefaultAsync(s => s.Id == seanceId, arret);
        // A decided point keeps showing the version it decided.
        var trouve = await db
            .Dossiers.Where(d => d.Numero == numero)
            .Select(d => new
            {
                Dossier = d,
                Version = d.Versions.FirstOrDefault(v =>
                    v.Version
                    == (
                        db.Decisions.Where(x => x.DossierId == d.Id && x.SeanceId == seanceId)
                            .Select(x => (int?)x.VersionDossier)
                            .FirstOrDefault()
                        ?? d.Version
                    )
                ),
                Avis = db
                    .Consultations.Where(c => c.DossierId == d.Id && c.RendueLe != null && !c.Confidentielle)
                    .OrderBy(c => c.RendueLe)
                    .ToList(),
            })
            .FirstOrDefaultAsync(arret);
        var dossier = trouve?.Dossier;
        var point = seance?.Points.LastOrDefault(p => p.DossierId == dossier?.Id && p.Etat != EtatPoint.Retire);
        if (seance is null || dossier is null || point is null)
            return null;
        var decisions = await db
            .Decisions.IgnoreQueryFilters()
            .Where(d => d.DossierId == dossier.Id && d.SeanceId == seanceId)
            .OrderByDescending(d => d.EnregistreeLe)
            .ToListAsync(arret);
        var decision = decisions.Find(d => d.AnnuleeParId is null);
        var (lecteur, savoir) = (Lecteur.De(acteur), Lecteur.De(acteur).EnSeance(seance));
        var peutDecider = acteur.Pour(Droit.Decider).Any(h => h.Region == seance.Region);
        return new PointPage
        {
            Seance = seance,
            P = point,
            Dossier = dossier,
            Version = trouve!.Version!,
            Consultes = trouve.Avis,
            Grille = await db.Set<Controle>()
                .Where(c => EF.Property<Guid>(c, "DossierId") == dossier.Id && c.Version == trouve.Version!.Version)
                .OrderBy(c => c.Rang)
                .ToListAsync(arret),
            Reglement = await reglements.VersionAsync(db, dossier.VersionReglement, arret),
            // The envelope is that of the version in force, whichever judges the dossier.
            Enveloppe = reglements.Exiger(dossier.Dispositif).Enveloppe,
            Accorde = (await db.SommesAsync(db.AccordsEnSeancePour(lecteur), [dossier.Dispositif], arret)).GetValueOrDefault(
                dossier.Dispositif
            ),
            Decision = decision,
            Annulees = [.. decisions.Where(d => d.AnnuleeParId is not null)],
            Membre = seance.MembreDe(acteur, Droit.Sieger),
            PeutDecider = peutDecider,
            Deporte = savoir.EstDeporte(point),
            // What this session decided is its own to tell; what another one did since is not.
            Etat =
                dossier.NotificationEnAttente && decision is { NotifieeLe: null } && !savoir.EstDeporte(point)
                    ? dossier.Etat
                    : lecteur.EtatDe(dossier),
        };
    }

    /// <summary>The page, with its neighbours on the agenda.</summary>
    public async Task<PointPage> AvecSesVoisinsAsync(FitnContext db, CancellationToken arret)
    {
        Guid? A(int ordre) => Seance.Points.FirstOrDefault(p => p.Etat != EtatPoint.Retire && p.Ordre == ordre)?.DossierId;
        var (avant, apres) = (A(P.Ordre - 1), A(P.Ordre + 1));
        var numeros = await db.Dossiers.Where(d => d.Id == avant || d.Id == apres).ToDictionaryAsync(d => d.Id, d => d.Numero, arret);
        return this with { Voisins = (avant is { } a ? numeros[a] : null, apres is { } b ? numeros[b] : null) };
    }
}

/// <summary>What members say of a point.</summary>
public sealed record AvisDuPoint(Point P, Seance Seance);

/// <summary>A decision, as its règlement words it.</summary>
public sealed record MotivationLue(Decision Decision, Reglement Reglement);

/// <summary>The decision of a point, on its page.</summary>
public sealed record DecisionDuPoint(Decision Decision, PointPage Page);
