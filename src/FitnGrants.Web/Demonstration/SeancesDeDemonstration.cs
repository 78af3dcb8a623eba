using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Comite;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Demonstration;

/// <summary>
/// The past sessions of the demonstration, held by the real acts: prepared, decided, told, closed. No person is named in them.
/// </summary>
public sealed class SeancesDeDemonstration(
    FitnContext db,
    RegistreDesReglements reglements,
    Decisions decisions,
    IOptions<OptionsDemonstration> options
)
{
    private readonly DateTimeOffset maintenant = options.Value.Depart;

    /// <param name="acteur">Who acts, from the key of its account.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task TenirAsync(Func<string, Acteur> acteur, CancellationToken arret)
    {
        TypeDecision[] accords = [.. Enumerable.Repeat(TypeDecision.Accord, ModelesDeDossiers.PourUnSuivi.Length)];
        TypeDecision[] juin = [TypeDecision.Accord, TypeDecision.ARevoir, TypeDecision.Accord, TypeDecision.Refus];
        await TenirAsync(acteur("secretaire.bretagne"), new DateOnly(2021, 6, 22), juin, arret);
        await TenirAsync(acteur("secretaire.grand-est"), ModelesDeDossiers.SeptembreDansLEst, accords, arret);
        await TenirAsync(acteur("secretaire.bretagne"), new DateOnly(2021, 10, 19), accords, arret);
        await AnnulerLesSeancesVidesAsync(acteur, arret);
    }

    /// <summary>The session of September in the Grand Est had a month only: its secretary gives it a day.</summary>
    public async Task DonnerUnJourAsync(Acteur secretaire, CancellationToken arret)
    {
        var jour = ModelesDeDossiers.SeptembreDansLEst;
        var seance = await db
            .Seances.AsTracking()
            .FirstAsync(s => s.Region == "44" && s.AuMois && s.Jour == jour.AddDays(1 - jour.Day), arret);
        var instant = JourDeParis.ALHeure(jour.AddMonths(-1), new TimeOnly(10, 0)).ToUniversalTime();
        await ActeAsync(secretaire, instant, () => seance.Deplacer(jour, auMois: false, "Le jour est fixé.", secretaire, instant), arret);
    }

    /// <summary>A session held: each point decided and told, then closed; nothing where nobody was on its agenda.</summary>
    private async Task TenirAsync(Acteur secretaire, DateOnly le, IReadOnlyList<TypeDecision> types, CancellationToken arret)
    {
        var jour = JourDeParis.ALHeure(le, new TimeOnly(10, 0)).ToUniversalTime();
        if (jour >= maintenant)
            return;
        var region = secretaire.Habilitations[0].Region;
        var seance = await db
            .Seances.AsTracking()
            .Include(s => s.Points)
            .FirstOrDefaultAsync(s => s.Region == region && s.Jour == le && !s.AuMois, arret);
        if (seance is null || seance.Points.Count == 0)
            return;
        await PreparerAsync(seance, secretaire, arret);
        await ActeAsync(secretaire, jour, () => seance.Ouvrir(secretaire, jour), arret);
        foreach (var (point, type) in seance.Points.OrderBy(p => p.Ordre).Zip(types).ToList())
            await DeciderAsync(seance, point, type, (secretaire, jour), arret);
        await ActeAsync(secretaire, jour.AddHours(2), () => seance.Cloturer(secretaire, jour.AddHours(2)), arret);
    }

    /// <summary>Convened a fortnight before, with its hours, its place, who chairs it, who reports; then who came.</summary>
    private async Task PreparerAsync(Seance seance, Acteur secretaire, CancellationToken arret)
    {
        var convocation = seance.Jour.AddDays(-14);
        var (tous, reste) = (seance.Membres.Select(m => m.Code).ToList(), seance.Points.OrderBy(p => p.Ordre).ToList());
        Guid[] ids = [.. reste.Select(p => p.DossierId)];
        var departements = await db.Dossiers.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Departement, arret);
        var instant = JourDeParis.ALHeure(convocation, new TimeOnly(9, 0)).ToUniversalTime();
        await ActeAsync(
            secretaire,
            instant,
            () =>
            {
                seance.DecrireLaTenue(Tenue(convocation, tous), secretaire);
                foreach (var point in reste)
                {
                    var rapporteur = tous.Find(m => m == departements[point.DossierId]) ?? tous[0];
                    seance.ConfierLeRapport(point.DossierId, rapporteur, secretaire);
                    seance.Opiner(point.DossierId, rapporteur, SensAvis.Favorable, null, secretaire, instant);
                }
                seance.Pointer(tous.ToDictionary(c => c, c => (Presence?)Presence.Present, StringComparer.Ordinal), secretaire);
            },
            arret
        );
    }

    private static Tenue Tenue(DateOnly convocation, IReadOnlyList<string> membres)
    {
        PersonneDeSeance Personne(string qualite, Civilite civilite) => new("[Prénom", "Nom]", qualite, civilite);
        return new Tenue
        {
            ConvoqueeLe = convocation,
            Lieu = "Préfecture de région, salle des conférences",
            PremierPointA = new TimeOnly(10, 0),
            MinutesParPoint = 15,
            DebutA = new TimeOnly(10, 0),
            FinA = new TimeOnly(12, 0),
            President = Personne("secrétaire général pour les affaires régionales", Civilite.Monsieur),
            Secretaire = Personne("chargée de mission numérique", Civilite.Madame),
            Quorum = (membres.Count + 1) / 2,
            SourceDuQuorum = "usage",
            Membres = [.. membres.Select(m => new PrecisionDeMembre(m, Qualite(m), null))],
        };
    }

    private static string Qualite(string membre) =>
        membre == Membre.Sgar ? "chargé de mission transformation numérique" : "référente transformation numérique des territoires";

    private async Task DeciderAsync(
        Seance seance,
        Point point,
        TypeDecision type,
        (Acteur Par, DateTimeOffset Le) qui,
        CancellationToken arret
    )
    {
        var (secretaire, jour) = qui;
        var dossier = await db.Dossiers.AsTracking().FirstAsync(d => d.Id == point.DossierId, arret);
        var reglement = reglements.Exiger(dossier.Dispositif);
        await decisions.EnregistrerAsync(
            new DemandeDeDecision(seance.Id, dossier.Id, dossier.Revision, Proposition(type, dossier, reglement), secretaire, jour),
            arret
        );
        var deliberation = type == TypeDecision.Refus ? Partagee(seance, point) : new Deliberation(null, null);
        await ActeAsync(secretaire, jour, () => seance.NoterLaDeliberation(dossier.Id, deliberation, secretaire), arret);
        var decision = await db.Decisions.AsTracking().FirstAsync(d => d.DossierId == dossier.Id, arret);
        await db.ActeAsync(secretaire, jour, () => db.NotifierAsync(dossier, decision, reglement, secretaire, jour, arret), arret);
    }

    /// <summary>A refusal is voted, one member taking no side.</summary>
    private static Deliberation Partagee(Seance seance, Point point) =>
        new(
            "Les membres demandent ce que le projet change pour les usagers au-delà de l’équipement ; le dossier ne le dit pas.",
            new Vote(seance.VotantsSur(point) - 1, 0, 1, null)
        );

    /// <summary>Nobody was ready: each says so before its day, and none of the past stays planned for ever.</summary>
    private async Task AnnulerLesSeancesVidesAsync(Func<string, Acteur> acteur, CancellationToken arret)
    {
        var passees = await db
            .Seances.AsTracking()
            .Include(s => s.Points)
            .Where(s => s.Etat == EtatSeance.Planifiee && s.Points.Count == 0)
            .ToListAsync(arret);
        foreach (var seance in passees.Where(s => s.JourDeReference < JourDeParis.De(maintenant)))
        {
            var secretaire = acteur(seance.Region == "53" ? "secretaire.bretagne" : "secretaire.grand-est");
            var veille = JourDeParis.ALHeure(seance.JourDeReference.AddDays(-1), new TimeOnly(16, 0)).ToUniversalTime();
            await ActeAsync(secretaire, veille, () => seance.Annuler([], "Aucun dossier n’était prêt à ce jour.", secretaire), arret);
        }
    }

    private static DecisionProposee Proposition(TypeDecision type, Dossier dossier, Domain.Dispositifs.Reglement reglement) =>
        new()
        {
            Type = type,
            Motivation = type switch
            {
                TypeDecision.Accord => "Le projet simplifie les démarches et associe les usagers à chaque étape.",
                TypeDecision.ARevoir => "Le projet est utile ; la méthode participative et le suivi des usages restent à préciser.",
                _ => "Le projet achète surtout du matériel et n’apporte pas de service nouveau aux usagers.",
            },
            Motifs = [.. Fondes(type).Where(c => Motifs.Offerts(reglement).Any(m => m.Code == c))],
            MontantAccorde = type == TypeDecision.Accord ? SuiteDesAccords.Accorde(dossier) : null,
            Conditions = type == TypeDecision.Accord ? SuiteDesAccords.Condition(dossier) : null,
            Axes =
                type == TypeDecision.ARevoir
                    ? [new("Décrire la méthode participative", "R50"), new("Dire comment les usages seront mesurés", "criteres")]
                    : [],
            Referent = type == TypeDecision.ARevoir ? "Ti Lab" : null,
        };

    /// <summary>Codes of the rules that such a decision rests on.</summary>
    private static string[] Fondes(TypeDecision type) =>
        type switch
        {
            TypeDecision.Accord => ["R50", "R54", "R41", "R30", "R45", "R14"],
            TypeDecision.ARevoir => ["R50", "R52", "R30"],
            _ => ["R35"],
        };

    private Task ActeAsync(Acteur par, DateTimeOffset instant, Action acte, CancellationToken arret) =>
        db.ActeAsync(
            par,
            instant,
            () =>
            {
                acte();
                return Task.CompletedTask;
            },
            arret
        );
}
