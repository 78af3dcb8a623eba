using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Dossiers;

/// <summary>The whole dossier: who has the ball, progress, decisions, project, plan, timeline.</summary>
public sealed record DossierPage
{
    public required Guid Id { get; init; }
    public required string Siren { get; init; }
    public required string Adresse { get; init; }
    public required string Titre { get; init; }
    public required string Service { get; init; }
    public required string? Numero { get; init; }
    public required Reglement Reglement { get; init; }
    public required string Collectivite { get; init; }
    public required EtatDossier Etat { get; init; }
    public required ContenuDossier Contenu { get; init; }
    public required Recapitulation Recapitulation { get; init; }
    public required Euros? Assiette { get; init; }
    public required Euros? Demande { get; init; }

    /// <summary>Words of the dossiers to connect with, by number.</summary>
    public required IReadOnlyDictionary<string, string> Proches { get; init; }
    public required Balle? Balle { get; init; }
    public required IReadOnlyList<Stade> Progression { get; init; }
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>References of the letters whose signed paper can be opened.</summary>
    public required IReadOnlyList<string> Signees { get; init; }

    /// <summary>References of the letters that the collectivité has opened.</summary>
    public required IReadOnlyList<string> Ouvertes { get; init; }
    public required IReadOnlyList<Evenement> Chronologie { get; init; }
    public required bool PeutModifier { get; init; }
    public required bool PeutCopier { get; init; }
    public required bool PeutRetirer { get; init; }
    public required bool PeutSupprimer { get; init; }
    public required IReadOnlyList<PieceLue> Pieces { get; init; }
    public required IReadOnlyList<Demande> Demandes { get; init; }
    public required ATraiter? ATraiter { get; init; }
    public required IReadOnlyList<Note> Notes { get; init; }
    public required bool PeutEchanger { get; init; }

    /// <summary>True where what follows its accord may be read.</summary>
    public required bool Suivi { get; init; }

    /// <summary>True for who reads it as a service, whatever else it writes.</summary>
    public required bool Agent { get; init; }
    public required int Versions { get; init; }
    public required Issue? Issue { get; init; }

    /// <summary>Day since which silence is a rejection; null while it is not one (A28).</summary>
    public required DateOnly? RejetImplicite { get; init; }

    /// <summary>One of the six stages.</summary>
    public sealed record Stade(string Nom, string Classe, string Date);

    /// <summary>A reading of the journal.</summary>
    public sealed record Evenement(string Quoi, DateTimeOffset Quand, string Qui, string? Detail, int? Version);

    public static async Task<DossierPage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string adresse,
        Acteur acteur,
        DateTimeOffset instant,
        CancellationToken arret
    )
    {
        var trouve = await (
            from d in db.Dossiers.Include(x => x.Versions).VisiblesPar(acteur, Droit.LireDossier).ParAdresse(adresse)
            join c in db.Collectivites on d.Siren equals c.Siren
            select new
            {
                Dossier = d,
                c.Nom,
                Echange = db.Dossiers.EchangesDe(acteur).Any(x => x.Id == d.Id),
                Signees = db
                    .Lettres.Where(l => l.DossierId == d.Id && db.Pieces.Any(p => p.Id == l.NumeriseeId && p.Etat == EtatPiece.Saine))
                    .Select(l => l.Reference)
                    .ToList(),
                Ouvertes = db.Lettres.Where(l => l.DossierId == d.Id && l.OuverteLe != null).Select(l => l.Reference).ToList(),
                Suivi = db.ActesAttributifs.VisiblesPar(acteur, Droit.LireSuivi).FirstOrDefault(a => a.DossierId == d.Id),
                Travail = db.Dossiers.VisiblesPar(acteur, Droit.LireListeDeTravail).Any(x => x.Id == d.Id),
            }
        ).FirstOrDefaultAsync(arret);
        if (trouve is null)
            return null;
        var dossier = trouve.Dossier;
        var lecteur = Lecteur.De(acteur);
        var agent = !lecteur.EstDeLaCollectivite(dossier.Siren);
        var reglement = dossier.Numero is null
            ? reglements.Exiger(dossier.Dispositif)
            : await reglements.VersionAsync(db, dossier.VersionReglement, arret);
        var decisions = await db
            .Decisions.Where(d => d.DossierId == dossier.Id && d.NotifieeLe != null)
            .OrderByDescending(d => d.EnregistreeLe)
            .ToListAsync(arret);
        var lignes = await db.Journal.Where(l => l.EntiteId == dossier.Id).OrderByDescending(l => l.Id).ToListAsync(arret);
        // Once sent back, a dossier is on no agenda until the next one.
        var decide = dossier.NotificationEnAttente || Etats.Decides.Contains(dossier.Etat);
        var seance = await (
            from p in db.Set<Point>()
            where p.DossierId == dossier.Id && (p.Etat == EtatPoint.Inscrit || (decide && p.Etat == EtatPoint.Traite))
            join s in db.Seances on EF.Property<Guid>(p, "SeanceId") equals s.Id
            orderby s.Jour descending
            select s
        ).FirstOrDefaultAsync(arret);
        // A member may have withdrawn from the point, and its préfecture with it: like the porteur, they read a decision once it is told.
        var etat = lecteur.EtatDe(dossier);
        // What the porteur is still writing is not for the others: they read what was deposited.
        var contenu = lecteur.Contenu(dossier);
        var pieces = await db.Pieces.Where(Piece.DuDossier).Where(p => p.DossierId == dossier.Id).ToListAsync(arret);
        var ouvert = reglements.Exiger(dossier.Dispositif).Statut(instant) == StatutDispositif.Ouvert;
        // Who works for a service may also write for a collectivité, another one.
        var ecrit = !agent && acteur.Peut(Droit.EcrireDossier) && dossier.EstModifiable;
        return new DossierPage
        {
            Id = dossier.Id,
            Siren = dossier.Siren,
            Adresse = dossier.Adresse,
            Agent = agent,
            Titre = contenu.Projet.Titre?.Trim() is { Length: > 0 } titre ? titre : "Projet sans titre",
            Service = reglement.Service(dossier.Departement),
            Numero = dossier.Numero,
            Reglement = reglement,
            Collectivite = trouve.Nom,
            Etat = etat,
            Contenu = contenu,
            Recapitulation = Recapitulation.De(contenu, (trouve.Nom, dossier.Siren), await MembresAsync(db, contenu, arret)),
            Assiette = dossier.Assiette,
            Demande = dossier.MontantDemande,
            Proches = await db.ProchesAsync([.. decisions.SelectMany(d => d.Similaires)], arret),
            Balle =
                agent ? null
                : trouve.Suivi is { } suivi
                    ? Balle.ApresLAccord(suivi, dossier.MontantDemande, trouve.Nom, dossier.Numero!, JourDeParis.De(instant))
                : Balle.PourLePorteur(
                    etat,
                    reglement,
                    dossier.Departement,
                    trouve.Nom,
                    dossier.Adresse,
                    Balle.Echeances.De(
                        JourDeParis.De(instant),
                        (dossier.Recevabilite, dossier.RecevabiliteAvantLe),
                        dossier.RejetImpliciteLe,
                        dossier.EcheanceLe
                    ),
                    seance?.Du,
                    deposable: false
                ),
            Progression = Recit.Stades(etat, lignes, seance),
            Decisions = decisions,
            Signees = trouve.Signees,
            Ouvertes = trouve.Ouvertes,
            Chronologie = Recit.Evenements(
                lignes,
                new(
                    trouve.Travail || acteur.Pour(Droit.Sieger).Any(h => h.Region == dossier.Region),
                    lecteur.SaitAvantNotification(dossier.Region),
                    decisions
                )
            ),
            PeutModifier = ecrit,
            PeutCopier = !agent && acteur.Peut(Droit.Deposer) && dossier.Numero is not null && etat != EtatDossier.Refuse && ouvert,
            // A session that has begun keeps it, whether it has decided or not.
            PeutRetirer =
                !agent
                && acteur.Peut(Droit.Deposer)
                && dossier.EstRetirable
                && (dossier.Etat != EtatDossier.InscritSeance || seance?.Etat == EtatSeance.Planifiee),
            PeutSupprimer = !agent && acteur.Peut(Droit.EcrireDossier) && dossier.EstSupprimable,
            Pieces = agent ? PieceLue.Deposees(pieces, dossier.Versions.MaxBy(v => v.Version)) : PieceLue.Courantes(pieces),
            Demandes = dossier.Demandes,
            ATraiter = ecrit
                ? ATraiter.Pour(
                    dossier,
                    dossier.Versions.MaxBy(v => v.Version),
                    decisions.Find(d => d.VersionDossier == dossier.Version && d.Type == TypeDecision.ARevoir),
                    [.. pieces.Where(p => p.RetireeLe is null)],
                    reglement
                )
                : null,
            Notes =
                dossier.NombreARevoir == 0
                    ? []
                    : await db.Notes.Where(n => n.DossierId == dossier.Id).OrderBy(n => n.Le).ToListAsync(arret),
            Suivi = trouve.Suivi is not null,
            PeutEchanger = dossier.Numero is not null && acteur.Peut(Droit.Echanger) && (!agent || trouve.Echange),
            Versions = dossier.Version,
            Issue = dossier.Issue,
            RejetImplicite =
                dossier.RejetImpliciteLe is { } rejet && rejet < JourDeParis.De(instant) && AttendUneDecision(etat) ? rejet : null,
        };
    }

    private static async Task<IEnumerable<(string Siren, string Nom)>> MembresAsync(
        FitnContext db,
        ContenuDossier contenu,
        CancellationToken arret
    )
    {
        if (contenu.Groupement is not { Membres.Length: > 0 } groupement)
            return [];
        string[] sirens = [.. groupement.Membres.Select(m => m.Siren)];
        return (await db.Collectivites.Where(c => sirens.Contains(c.Siren)).Select(c => new { c.Siren, c.Nom }).ToListAsync(arret)).Select(
            c => (c.Siren, c.Nom)
        );
    }

    private static bool AttendUneDecision(EtatDossier etat) =>
        etat is EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.Instruit or EtatDossier.InscritSeance;
}

/// <summary>A decision, on the page of its dossier.</summary>
public sealed record DecisionSurSonDossier(Decision Decision, DossierPage Page);
