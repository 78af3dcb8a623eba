using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Services;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Documents;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>
/// The minutes, from the session's facts alone. A rectification after the closing makes another edition: those before it stay
/// as they were given.
/// </summary>
public sealed partial class Minutes(FitnContext db, RegistreDesReglements reglements, Papiers papiers)
{
    /// <summary>One point as the minutes tell it.</summary>
    private sealed record Ligne(
        Point P,
        Dossier Dossier,
        VersionDeposee Version,
        Decision? Decision,
        IReadOnlyList<Decision> Rectifiees,
        bool Masquee
    )
    {
        /// <summary>What this copy may tell of the decision: nothing before its notification to who withdrew.</summary>
        public Decision? Montree => Masquee && Decision?.NotifieeLe is null ? null : Decision;

        public string Issue =>
            Masquee && Decision?.NotifieeLe is null ? "non communiquée"
            : Montree is { } d ? Francais.Majuscule(MotsDesDecisions.Decision(d.Type))
            : "à décider";
    }

    private sealed record Faits(
        Seance Seance,
        IReadOnlyList<Ligne> Lignes,
        IReadOnlyList<(Point P, Dossier Dossier)> Retires,
        IReadOnlyList<EnveloppeTenue> Enveloppes,
        int Edition,
        string Dispositifs,
        string? Numero
    )
    {
        public Euros Demande => Euros.Somme(Lignes.Select(l => l.Version.MontantDemande ?? Euros.Zero));

        /// <summary>What this copy may tell of what was proposed.</summary>
        public Euros Propose => Euros.Somme(Lignes.Select(l => l.Montree?.MontantAccorde ?? Euros.Zero));

        public bool Masques => Lignes.Any(l => l.Masquee);

        /// <summary>What has to be noted before anybody may sign: until then they are a draft.</summary>
        public IReadOnlyList<string> Manques { get; init; } = [];

        /// <summary>True for the paper that everyone may read: the only one that is kept.</summary>
        public bool Entiers => !Masques && Enveloppes.All(e => e.Entiere);
    }

    /// <summary>
    /// An envelope, with what other sessions had accorded on it when this one opened; not whole where the reader may not count it all.
    /// </summary>
    private sealed record EnveloppeTenue(string Nom, Euros Montant, Euros Avant, Euros Ici, bool Entiere)
    {
        public object EnReperes =>
            new
            {
                nom = Francais.Typographier($"Enveloppe {Nom} à l’issue de la séance"),
                reperes = new[]
                {
                    new[] { "Enveloppe", $"{Montant}" },
                    ["Réservé avant la séance", $"{Avant}"],
                    ["Proposé ce jour", $"{Ici}"],
                    ["Disponible ensuite", $"{Donnees.Enveloppes.Reste(Montant, Avant + Ici)}"],
                },
            };
    }

    /// <summary>« releve » or « proces-verbal » of a session opened or closed, and whether it is the one that everyone may read.</summary>
    /// <param name="seance">The session, with its points.</param>
    /// <param name="type">Which of the two.</param>
    /// <param name="lecteur">Who reads it: a copy for who withdrew from a point is its own, and is not kept.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task<(DocumentAProduire Document, bool Entier)> ProduireAsync(
        Seance seance,
        string type,
        Lecteur lecteur,
        CancellationToken arret
    )
    {
        var faits = (await LireAsync(seance, lecteur, arret)) with { Manques = ManquesDe(seance, type) };
        var jour = seance.ClotureeLe is { } close ? JourDeParis.De(close) : seance.Jour;
        var emetteur = await papiers.EmetteurAsync(ServiceEmetteur.DeRegion(seance.Region), jour, arret);
        return (
            new DocumentAProduire(
                type,
                $"edition-{faits.Edition}",
                type,
                code => type == "releve" ? Releve(faits, emetteur, code) : ProcesVerbal(faits, emetteur, code),
                "a-2a"
            ),
            faits.Entiers
        );
    }

    /// <summary>What has to be noted before that paper is edited: it is a draft until then.</summary>
    public static IReadOnlyList<string> ManquesDe(Seance seance, string type) =>
        type == "releve" ? seance.ManquesDuReleve : seance.ManquesDuProcesVerbal;

    private async Task<Faits> LireAsync(Seance seance, Lecteur lecteur, CancellationToken arret)
    {
        var savoir = lecteur.EnSeance(seance);
        Guid[] ids = [.. seance.Points.Select(p => p.DossierId)];
        var dossiers = await db.Dossiers.Include(d => d.Versions).Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, arret);
        var decisions = await db
            .Decisions.IgnoreQueryFilters()
            .Where(d => d.SeanceId == seance.Id)
            .OrderBy(d => d.EnregistreeLe)
            .ToListAsync(arret);
        var lignes = seance
            .Points.Where(p => p.Etat != EtatPoint.Retire)
            .OrderBy(p => p.Ordre)
            .Select(p =>
            {
                var (dossier, rendues) = (dossiers[p.DossierId], decisions.Where(d => d.DossierId == p.DossierId).ToList());
                var decision = rendues.Find(d => d.AnnuleeParId is null);
                return new Ligne(
                    p,
                    dossier,
                    dossier.Versions.First(v => v.Version == (decision?.VersionDossier ?? dossier.Version)),
                    decision,
                    [.. rendues.Where(d => d.AnnuleeParId is not null)],
                    savoir.EstDeporte(p)
                );
            })
            .ToList();
        return new Faits(
            seance,
            lignes,
            [
                .. seance
                    .Points.Where(p => p.Etat == EtatPoint.Retire && !lignes.Exists(l => l.P.DossierId == p.DossierId))
                    .Select(p => (p, dossiers[p.DossierId])),
            ],
            await EnveloppesAsync(seance, lecteur, [.. lignes.Select(l => l.Montree).OfType<Decision>()], arret),
            1 + decisions.Count(d => d.EnregistreeLe > seance.ClotureeLe),
            string.Join(" ; ", seance.Dispositifs.Select(reglements.Exiger).Select(r => $"{r.Intitule} ({r.Nom})")),
            await NumeroAsync(seance, arret)
        );
    }

    /// <summary>« 2021-01 »: the rank among the sessions that the instance closed for that year; null while it is not closed.</summary>
    private async Task<string?> NumeroAsync(Seance seance, CancellationToken arret)
    {
        if (seance.ClotureeLe is not { } close)
            return null;
        var rang = await db.Seances.CountAsync(
            s => s.Instance == seance.Instance && s.Jour.Year == seance.Jour.Year && s.ClotureeLe <= close,
            arret
        );
        return $"{seance.Jour.Year}-{rang:00}";
    }

    private async Task<IReadOnlyList<EnveloppeTenue>> EnveloppesAsync(
        Seance seance,
        Lecteur lecteur,
        IReadOnlyCollection<Decision> rendues,
        CancellationToken arret
    )
    {
        // What other sessions accord since is theirs to tell.
        var avant = (await db.AccordsDAvantAsync(seance, lecteur, arret)).ToLookup(d => d.Dispositif, StringComparer.Ordinal);
        return
        [
            .. seance.Dispositifs.Select(code =>
            {
                var reglement = reglements.Exiger(code);
                return new EnveloppeTenue(
                    reglement.NomEnveloppe,
                    reglement.Enveloppe,
                    Avant: Euros.Somme(avant[code].Where(d => d.Connu).Select(d => d.Montant)),
                    Ici: Euros.Somme(rendues.Where(d => d.Dispositif == code).Select(d => d.MontantAccorde ?? Euros.Zero)),
                    Entiere: avant[code].All(d => d.Connu)
                );
            }),
        ];
    }

    /// <summary>A decision that another replaced, and why.</summary>
    private static string Rectification(Ligne l, Decision x)
    {
        var motif = l.Rectifiees.Append(l.Decision).FirstOrDefault(n => n?.Id == x.AnnuleeParId)?.MotifRectification;
        return Francais.Typographier(
            $"{MotsDesDecisions.Decision(x.Type)}{(x.MontantAccorde is { } montant ? $", {montant}" : "")}, "
                + $"enregistrée le {Francais.DateEtHeure(x.EnregistreeLe)}, rectifiée le {Francais.DateEtHeure(x.AnnuleeLe!.Value)}"
                + (motif is null ? "" : $" : {motif}")
        );
    }

    /// <summary>« Procès-verbal », then « Procès-verbal rectificatif n° 1 » once a decision was rectified after the closing.</summary>
    private static string Nature(Faits f, string premier, string rectificatif) =>
        Francais.Typographier(EstRectificatif(f) ? $"{rectificatif} n° {f.Edition - 1}" : premier);

    /// <summary>What this copy is, or which paper it replaces; null for the first one.</summary>
    private static string? Edition(Faits f, string premier, string rectificatif) =>
        f.Masques
            ? "Exemplaire d’un membre déporté : la délibération des points dont il s’est déporté n’y figure pas, ni une décision "
                + "avant sa notification."
        : f.Seance.Etat != EtatSeance.Cloturee ? "Projet : la séance n’est pas clôturée."
        : f.Manques.Count > 0 ? $"Projet : il reste à noter {Francais.Liste(f.Manques)}."
        : !EstRectificatif(f) ? null
        : Francais.Typographier(
            $"Il remplace {(f.Edition == 2 ? premier : $"{rectificatif} n° {f.Edition - 2}")} de cette séance, qui est conservé, et tient "
                + "compte des rectifications faites après la clôture."
        );

    private static bool EstRectificatif(Faits f) => f.Edition > 1 && f.Seance.Etat == EtatSeance.Cloturee;

    private static IEnumerable<string> Retires(Faits f) =>
        f.Retires.Select(r =>
            Francais.Typographier(
                $"{r.Dossier.Porteur!.Nom}, {r.Dossier.Titre} ({r.Dossier.Numero}) : "
                    + $"{Francais.Phrase(r.P.MotifRetrait!)}{(r.P.Deports.Length == 0 ? "" : " Déports : " + Deports(r.P) + ".")}"
            )
        );

    private static string Deports(Point p) => string.Join(" ; ", p.Deports.Select(x => $"{Membre.OrganismeDe(x.Membre)} : {x.Motif}"));

    internal static string Sens(SensAvis sens) => Choix.SensDAvis.Libelle(sens.ToString()).ToLowerInvariant();
}
