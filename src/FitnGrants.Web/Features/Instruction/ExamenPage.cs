using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Instruction;

/// <summary>The grid of a dossier: one line per rule, what the agent concludes, what is missing to close.</summary>
public sealed record ExamenPage
{
    public required Guid Id { get; init; }
    public required string Numero { get; init; }

    /// <summary>What the list sorts it by.</summary>
    public required DateOnly? Echeance { get; init; }

    /// <summary>The list one comes from; null when one does not.</summary>
    public ListeFiltre? Liste { get; init; }

    /// <summary>Numbers of the dossiers before and after it there.</summary>
    public (string? Avant, string? Apres) Voisins { get; init; }
    public required int Revision { get; init; }
    public required string Titre { get; init; }
    public required string Porteur { get; init; }
    public required EtatDossier Etat { get; init; }
    public required Reglement Reglement { get; init; }
    public required DateTimeOffset DeposeLe { get; init; }
    public required int Version { get; init; }

    /// <summary>True when the last version answers a request, and is no new deposit.</summary>
    public required bool Complete { get; init; }
    public required int? Population { get; init; }
    public required Euros? Assiette { get; init; }
    public required Euros? Demande { get; init; }
    public required string? Synthese { get; init; }

    /// <summary>What was proposed at the last closing.</summary>
    public required Euros? Propose { get; init; }

    /// <summary>The project as it is retained; null before the instruction and once it is the porteur's again.</summary>
    public required Examen? Retenu { get; init; }

    /// <summary>Number of costs set aside.</summary>
    public required int Ecartees { get; init; }

    /// <summary>The closing as typed, when it was refused.</summary>
    public ClotureFormulaire? Cloture { get; init; }
    public required Recapitulation Recapitulation { get; init; }
    public required IReadOnlyList<PieceLue> Pieces { get; init; }
    public required IReadOnlyList<Controle> Grille { get; init; }
    public required Euros Enveloppe { get; init; }
    public required Euros Accorde { get; init; }
    public required bool PeutInstruire { get; init; }
    public required Recevabilite Recevabilite { get; init; }

    /// <summary>Whom it is entrusted to; null for nobody.</summary>
    public required string? Agent { get; init; }

    /// <summary>True when the actor may entrust it to someone.</summary>
    public required bool PeutConfier { get; init; }
    public required string Departement { get; init; }

    /// <summary>The legal delays that still count.</summary>
    public required (DelaiLegal? Recevabilite, DelaiLegal? Decision) Delais { get; init; }

    /// <summary>The opening again that this instruction goes on from.</summary>
    public required Reouverture? Reouverture { get; init; }

    /// <summary>Messages of the porteur and avis received since that closing.</summary>
    public required (int Messages, int Avis) RecusDepuis { get; init; }
    public required DateOnly Aujourdhui { get; init; }
    public required IReadOnlyList<Avis> Avis { get; init; }

    /// <summary>Avis asked outside the service, that were given; empty for who did not ask.</summary>
    public required IReadOnlyList<Consultation> AvisRecus { get; init; }

    /// <summary>Préfectures whose avis is still awaited (volet 2).</summary>
    public required IReadOnlyList<string> AvisAttendus { get; init; }
    public required IReadOnlyList<Demande> Demandes { get; init; }
    public required Issue? Issue { get; init; }

    public IReadOnlyList<Constat> Refus { get; init; } = [];

    /// <summary>The piece shown beside the grid; null for none.</summary>
    public PieceLue? Ouverte { get; init; }

    /// <summary>True when a piece may be shown beside the grid.</summary>
    public bool Affichables => Pieces.Any(p => p.Affichable && p.Etat == EtatPiece.Saine);

    public ConclusionsFormulaire? Saisie { get; init; }

    /// <summary>True where the reader concludes its lines.</summary>
    public bool EstOuverte => Etat == EtatDossier.EnInstruction && PeutInstruire;

    public int Conclues => Grille.Count(c => c.EstConclu);

    /// <summary>True for a line that the agent rates.</summary>
    public bool SeCote(Controle controle) => Dossier.SeCote(controle, Reglement);

    /// <summary>Eligible cost and amount asked, as the instruction retains them.</summary>
    public required (Euros? Assiette, Euros? Demande) Chiffres { get; init; }

    /// <summary>What may be proposed: what is asked, within its ceiling and what is left.</summary>
    public Euros? AProposer =>
        Retenu is { Bornes: { Admettent: true } b, Projet.MontantDemande: { } demande }
            ? Euros.Min(Euros.Min(demande, b.Plafond), Enveloppe.Moins(Accorde))
            : null;

    /// <summary>« 14 sur 24 »: sum of the ratings given, and what they could be; null before the first one.</summary>
    public (int Somme, int Sur)? Cotes =>
        Grille.Where(c => c.Cote is not null).ToList() is { Count: > 0 } cotees
            ? (cotees.Sum(c => c.Cote!.Value), cotees.Count * Dossier.CoteMaximale)
            : null;

    public IEnumerable<Controle> AConclure => Grille.Where(c => !c.EstConclu);

    public static async Task<ExamenPage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string numero,
        Acteur acteur,
        DateOnly aujourdhui,
        CancellationToken arret
    )
    {
        var d = await db
            .Dossiers.Include(x => x.Controles)
            .VisiblesPar(acteur, Droit.LireListeDeTravail)
            .Where(x => x.Numero == numero)
            .FirstOrDefaultAsync(arret);
        if (d is null)
            return null;
        var reglement = await reglements.VersionAsync(db, d.VersionReglement, arret);
        var lecteur = Lecteur.De(acteur);
        var etat = lecteur.EtatDe(d);
        // What the porteur is writing again is not for the agents: they read what was deposited.
        var depose = await db.Set<VersionDeposee>()
            .Where(v => EF.Property<Guid>(v, "DossierId") == d.Id && v.Version == d.Version)
            .SingleAsync(arret);
        var pieces = await db.Pieces.Where(p => p.DossierId == d.Id && p.Version != null).ToListAsync(arret);
        var depuis = d.Reouverture?.CloseLe;
        var droits = await db
            .Dossiers.Where(x => x.Id == d.Id)
            .Select(x => new
            {
                Instruire = db.Dossiers.InstruitsPar(acteur).Any(y => y.Id == x.Id),
                Confier = db.Dossiers.DuServiceDe(acteur, Droit.Confier).Any(y => y.Id == x.Id),
                Agent = db.Users.Where(u => u.Id == x.Instructeur).Select(u => u.Fonction).FirstOrDefault(),
                Messages = db.Messages.Count(m => m.DossierId == x.Id && !m.DuService && m.Le > depuis),
                Avis = db.Consultations.Where(c => c.DossierId == x.Id && c.RendueLe != null).OrderBy(c => c.RendueLe).ToList(),
            })
            .SingleAsync(arret);
        return new ExamenPage
        {
            Id = d.Id,
            Numero = numero,
            Echeance = d.ReponseAttendueDepuis ?? d.EcheanceLe,
            Revision = d.Revision,
            Titre = d.Titre,
            Porteur = d.Porteur!.Nom,
            Etat = etat,
            Reglement = reglement,
            DeposeLe = depose.DeposeeLe,
            Complete = d.Version > 1 && depose.DeposeeLe > d.DernierDepotLe,
            Version = d.Version,
            Population = d.Porteur.Population(reglement.PopulationReference),
            Assiette = d.Assiette,
            Chiffres = (d.AssietteRetenue, d.MontantRamene),
            Demande = d.MontantDemande,
            Synthese = d.Synthese,
            Propose = d.MontantPropose,
            // While its porteur may not write again, what is retained is what was deposited.
            Retenu = etat is EtatDossier.EnInstruction or EtatDossier.Instruit or EtatDossier.InscritSeance ? d.Evaluer(reglement) : null,
            Ecartees = d.EcarteesEnVigueur.Count(),
            Recapitulation = Recapitulation.De(d, depose.Contenu),
            Pieces = PieceLue.Deposees(pieces, depose),
            Grille = [.. d.Grille],
            // The envelope is that of the version in force, whichever judges the dossier.
            Enveloppe = reglements.Exiger(d.Dispositif).Enveloppe,
            Accorde = (await db.SommesAsync(db.AccordsDitsA(lecteur), [d.Dispositif], arret)).GetValueOrDefault(d.Dispositif),
            PeutInstruire = droits.Instruire,
            Agent =
                d.Instructeur is { } qui && acteur.Comptes.Contains(qui)
                    ? qui == acteur.Id
                        ? "vous"
                        : $"vous, en remplacement de {droits.Agent}"
                    : droits.Agent,
            PeutConfier =
                droits.Confier
                && d.Etat is (EtatDossier.Depose or EtatDossier.EnInstruction or EtatDossier.ACompleter or EtatDossier.Instruit),
            Recevabilite = d.Recevabilite,
            Departement = d.Departement,
            Delais = (
                DelaiLegal.DeRecevabilite(etat, d.Recevabilite, d.RecevabiliteAvantLe, d.SuspenduDepuis),
                DelaiLegal.DeDecision(etat, d.RejetImpliciteLe, d.SuspenduDepuis)
            ),
            Reouverture = d.Etat == EtatDossier.EnInstruction ? d.Reouverture : null,
            RecusDepuis = droits.Instruire ? (droits.Messages, droits.Avis.Count(c => c.RendueLe > depuis)) : default,
            // Those who ask read them: the answer may be confidential.
            AvisRecus = droits.Instruire ? droits.Avis : [],
            Aujourdhui = aujourdhui,
            Avis = d.Avis,
            AvisAttendus =
                d.Volet == 2
                    ? [.. d.Departements.Except(d.AvisRendus, StringComparer.Ordinal).Where(x => reglement.Departements.Contains(x))]
                    : [],
            Demandes = d.Demandes,
            Issue = d.Issue,
        };
    }
}
