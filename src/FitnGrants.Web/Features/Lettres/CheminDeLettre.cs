using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Lettres;

/// <summary>One letter and where it stands: edited, signed, told, posted, received, opened.</summary>
public sealed record CheminDeLettre
{
    public required Guid DossierId { get; init; }

    /// <summary>The session whose decision it tells; null for any other letter.</summary>
    public Guid? SeanceId { get; init; }
    public required string Numero { get; init; }
    public required string Titre { get; init; }
    public required string Porteur { get; init; }
    public required NatureDeLettre Nature { get; init; }
    public required string Reference { get; init; }

    /// <summary>Paris day of what it tells.</summary>
    public required DateOnly Acte { get; init; }
    public required DateTimeOffset? NotifieeLe { get; init; }

    /// <summary>What was said of its path; null when nothing was.</summary>
    public required Lettre? Lettre { get; init; }

    /// <summary>What the antivirus says of the signed paper; null without one.</summary>
    public EtatPiece? Numerisee { get; init; }

    /// <summary>How many accounts of the collectivité read it here.</summary>
    public required int Comptes { get; init; }

    /// <summary>True when its message could reach nobody.</summary>
    public bool CourrielEcarte { get; init; }

    public JoursDeLettre Jours(DateOnly aujourdhui) => new(Acte, NotifieeLe is { } le ? JourDeParis.De(le) : null, aujourdhui);

    /// <summary>What a page showed of its editions.</summary>
    public string Vue => $"{Reference}:{Lettre?.Editions ?? 0}";

    public bool EstUneDecision => TypesDeLettre.De(Nature) == TypesDeLettre.Decision;

    public bool EstSignee => Numerisee is not null;

    /// <summary>True where a signed paper may be joined: it exists, and nobody has read another one.</summary>
    public bool PeutSeSigner => NotifieeLe is null ? Lettre?.DateeDu is not null : Numerisee is null or EtatPiece.Refusee;

    /// <summary>Why its paper has to be posted; null where it was, or where the téléservice is enough.</summary>
    public string? APosterCar =>
        NotifieeLe is null || Lettre is { PosteeLe: not null } or { OuverteLe: not null } ? null
        : Comptes == 0 ? "personne n’a de compte dans cette collectivité"
        : CourrielEcarte ? "son courriel n’a pu être remis à personne"
        : null;

    /// <summary>Where it is read; what is not told yet is read from its session.</summary>
    public string Adresse(Guid? seance = null) =>
        Nature switch
        {
            NatureDeLettre.Irrecevabilite or NatureDeLettre.Reorientation => Adresses.Dossiers.Notification(Numero),
            NatureDeLettre.Pieces => Adresses.Dossiers.LettreDeDemande(Numero, Reference),
            _ when NotifieeLe is null && seance is { } s => Adresses.Seances.Lettre(s, Reference),
            _ => Adresses.Dossiers.Lettre(Numero, Guid.Parse(Reference)),
        };

    /// <summary>The letters of the decisions of a session, those that were rectified left out.</summary>
    public static async Task<IReadOnlyList<CheminDeLettre>> DeLaSeanceAsync(FitnContext db, Guid seance, CancellationToken arret) =>
        await DesDecisionsAsync(db, db.Decisions.Where(d => d.SeanceId == seance && d.AnnuleeParId == null), arret);

    /// <summary>The letters of a dossier, the last first; those of decisions that are not told are for who may know them.</summary>
    public static async Task<IReadOnlyList<CheminDeLettre>> DuDossierAsync(
        FitnContext db,
        Dossier dossier,
        Lecteur lecteur,
        CancellationToken arret
    )
    {
        var sait = lecteur.SaitAvantNotification(dossier.Region);
        var decisions = await DesDecisionsAsync(
            db,
            db.Decisions.Where(d => d.DossierId == dossier.Id && d.AnnuleeParId == null && (sait || d.NotifieeLe != null)),
            arret
        );
        if (dossier.Issue is null && dossier.Demandes.IsEmpty)
            return [.. decisions.OrderByDescending(l => l.Acte)];
        var reste = await db
            .Dossiers.Where(d => d.Id == dossier.Id)
            .Select(d => new
            {
                Suivies = db
                    .Lettres.Where(l => l.DossierId == d.Id)
                    .Select(l => new
                    {
                        Lettre = l,
                        Etat = db.Pieces.Where(p => p.Id == l.NumeriseeId).Select(p => (EtatPiece?)p.Etat).FirstOrDefault(),
                    })
                    .ToList(),
                Comptes = db.Habilitations.Where(h => h.Siren == d.Siren).Select(h => h.UtilisateurId).Distinct().Count(),
                Ecartes = db
                    .Courriels.Where(c =>
                        c.DossierId == d.Id
                        && c.Joint != null
                        && c.Envois.Any(e => e.EcarteLe != null)
                        && !c.Envois.Any(e => e.EnvoyeLe != null)
                    )
                    .Select(c => c.Joint!)
                    .ToList(),
            })
            .SingleAsync(arret);
        CheminDeLettre Du(NatureDeLettre nature, string reference, DateTimeOffset le, string joint)
        {
            var suivie = reste.Suivies.Find(l => l.Lettre.Reference == reference);
            return new()
            {
                DossierId = dossier.Id,
                Numero = dossier.Numero!,
                Titre = dossier.Titre,
                Porteur = dossier.PorteurActuel!.Nom,
                Nature = nature,
                Reference = reference,
                Acte = JourDeParis.De(le),
                NotifieeLe = le,
                Lettre = suivie?.Lettre,
                Numerisee = suivie?.Etat,
                Comptes = reste.Comptes,
                CourrielEcarte = reste.Ecartes.Contains(joint),
            };
        }
        return
        [
            .. decisions
                .Concat(
                    dossier.Issue is { } issue
                        ? [Du(TypesDeLettre.Nature(issue), TypesDeLettre.Reference(issue), issue.Le, $"{TypesDeLettre.Issue}/")]
                        : []
                )
                .Concat(dossier.Demandes.Select(d => Du(NatureDeLettre.Pieces, $"{d.Id}", d.Le, $"{TypesDeLettre.Demande}/{d.Id}")))
                .OrderByDescending(l => l.Acte),
        ];
    }

    private static async Task<List<CheminDeLettre>> DesDecisionsAsync(
        FitnContext db,
        IQueryable<Decision> decisions,
        CancellationToken arret
    )
    {
        var lues = await (
            from d in decisions
            join x in db.Dossiers on d.DossierId equals x.Id
            join c in db.Collectivites on x.Siren equals c.Siren
            orderby db.Set<Point>()
                .Where(p => EF.Property<Guid>(p, "SeanceId") == d.SeanceId && p.DossierId == x.Id && p.Etat != EtatPoint.Retire)
                .Select(p => p.Ordre)
                .FirstOrDefault(), d.EnregistreeLe
            select new
            {
                Decision = d,
                Numero = x.Numero!,
                x.Titre,
                c.Nom,
                Lettre = db.Lettres.FirstOrDefault(l => l.DossierId == x.Id && l.Reference == d.Id.ToString()),
                Numerisee = db
                    .Pieces.Where(p => db.Lettres.Any(l => l.DossierId == x.Id && l.Reference == d.Id.ToString() && l.NumeriseeId == p.Id))
                    .Select(p => (EtatPiece?)p.Etat)
                    .FirstOrDefault(),
                Comptes = db.Habilitations.Where(h => h.Siren == x.Siren).Select(h => h.UtilisateurId).Distinct().Count(),
                Ecarte = db.Courriels.Any(m =>
                    m.DossierId == x.Id
                    && m.Joint == TypesDeLettre.Decision + "/" + d.Id.ToString()
                    && m.Envois.Any(e => e.EcarteLe != null)
                    && !m.Envois.Any(e => e.EnvoyeLe != null)
                ),
            }
        ).ToListAsync(arret);
        return
        [
            .. lues.Select(l => new CheminDeLettre
            {
                DossierId = l.Decision.DossierId,
                SeanceId = l.Decision.SeanceId,
                Numero = l.Numero,
                Titre = l.Titre,
                Porteur = l.Nom,
                Nature = TypesDeLettre.Nature(l.Decision.Type),
                Reference = $"{l.Decision.Id}",
                Acte = l.Decision.PriseLe,
                NotifieeLe = l.Decision.NotifieeLe,
                Lettre = l.Lettre,
                Numerisee = l.Numerisee,
                Comptes = l.Comptes,
                CourrielEcarte = l.Ecarte,
            }),
        ];
    }
}
