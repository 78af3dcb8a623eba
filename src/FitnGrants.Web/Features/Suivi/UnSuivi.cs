using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.Regles;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Suites;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What follows one accord, as each of those concerned reads it.</summary>
public sealed record UnSuivi
{
    public required ActeAttributif Acte { get; init; }
    public required Dossier Dossier { get; init; }
    public required Decision Accord { get; init; }
    public required Reglement Reglement { get; init; }
    public required string Porteur { get; init; }

    /// <summary>True for who manages it; for its porteur; for who engages the collectivité.</summary>
    public required bool Gere { get; init; }
    public required bool Execute { get; init; }
    public required bool Engage { get; init; }

    /// <summary>True for one of the collectivité: « vous » is it.</summary>
    public required bool DuPorteur { get; init; }

    /// <summary>False while no account reads for the beneficiary: papers go by post.</summary>
    public required bool LuIci { get; init; }
    public required DateOnly Aujourdhui { get; init; }

    /// <summary>Its requests of payment; none is read before the commencement.</summary>
    public required IReadOnlyList<DemandeDeVersement> Versements { get; init; }

    /// <summary>What is due and what was paid; null before the edition.</summary>
    public Liquidation? Liquidation => Acte.Depense is null ? null : Acte.Liquider(Versements);
    public required IReadOnlyList<(LigneDHistoire Ligne, DateTimeOffset Quand, string Qui)> Histoire { get; init; }

    public string Numero => Dossier.Numero!;

    public string Service => ServicesDesReglements.NomDuService(Acte.Attribuant);

    /// <summary>True while what was granted leaves the plan unbalanced.</summary>
    public bool PlanARefaire =>
        Acte.Etape == EtapeDeSuivi.AEditer && Acte.Plan is null or { Retour: not null } && Acte.ProjetDeLActe(Dossier, Reglement) is null;

    public bool Lisible => Gere || !DuPorteur || Acte.EnvoyeLe is not null;

    /// <summary>True where who reads may open the paper of an avenant: who manages any draft, its beneficiary what was sent.</summary>
    public bool Lit(Avenant avenant) =>
        avenant is not ({ Etat: EtatAvenant.Demande } or { Etat: EtatAvenant.Classe, Editions: 0 })
        && (Gere || avenant.EnvoyeLe is not null || (!DuPorteur && avenant is { Editions: > 0, Etat: not EtatAvenant.Projet }));

    public static async Task<UnSuivi?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string numero,
        (Acteur Acteur, DateOnly Aujourdhui) qui,
        CancellationToken arret,
        Droit droit = Droit.LireSuivi
    )
    {
        var (acteur, visibles) = (qui.Acteur, db.ActesAttributifs.VisiblesPar(qui.Acteur, droit));
        var lu = await (
            from d in db.Dossiers.Include(x => x.Versions)
            where d.Numero == numero
            join a in visibles on d.Id equals a.DossierId
            join x in db.Decisions on a.DecisionId equals x.Id
            join c in db.Collectivites on d.Siren equals c.Siren
            select new
            {
                Dossier = d,
                Acte = a,
                Accord = x,
                c.Nom,
                Gere = db.ActesAttributifs.VisiblesPar(acteur, Droit.GererSuivi).Any(y => y.Id == a.Id),
                Execute = db.ActesAttributifs.VisiblesPar(acteur, Droit.ExecuterLeProjet).Any(y => y.Id == a.Id),
                LuIci = db.Habilitations.Any(h => h.Siren == a.Siren && (h.Role == Role.Porteur || h.Role == Role.RepresentantLegal)),
                Engage = db.ActesAttributifs.VisiblesPar(acteur, Droit.EngagerLaCollectivite).Any(y => y.Id == a.Id),
            }
        ).FirstOrDefaultAsync(arret);
        if (lu is null)
            return null;
        var (lecteur, reglement) = (Lecteur.De(acteur), await CadresDeSuivi.DuSuiviAsync(db, reglements, lu.Dossier, arret));
        var duPorteur = lecteur.EstDeLaCollectivite(lu.Dossier.Siren);
        var lignes = await db
            .Journal.Where(l => l.EntiteId == lu.Acte.Id || (l.EntiteId == lu.Dossier.Id && l.Instant >= lu.Accord.NotifieeLe))
            .OrderByDescending(l => l.Id)
            .ToListAsync(arret);
        var quiLit = new LecteurDHistoire(!duPorteur, AvantNotification: false, [lu.Accord]);
        return new UnSuivi
        {
            Acte = lu.Acte,
            Dossier = lu.Dossier,
            Accord = lu.Accord,
            Reglement = reglement,
            Porteur = lu.Nom,
            Gere = lu.Gere,
            Execute = lu.Execute,
            Engage = lu.Engage,
            DuPorteur = duPorteur,
            LuIci = lu.LuIci,
            Aujourdhui = qui.Aujourdhui,
            Versements = lu.Acte.Commencement is null
                ? []
                : await db.Versements.Where(v => v.ActeId == lu.Acte.Id).OrderBy(v => v.Rang).ToListAsync(arret),
            Histoire =
            [
                .. lignes
                    .Select(l => (Trace: l.Lire(), l.Instant, Suite: SuitesDesActes.De(l.Acte)))
                    .Select(l => (Ligne: l.Suite.Histoire(l.Trace, quiLit), l.Instant, l.Trace.Par))
                    .Where(l => l.Ligne is not null)
                    .Select(l => (l.Ligne!, l.Instant, l.Par ?? "Système")),
            ],
        };
    }

    /// <summary>The steps of the money, each with its amount and its day.</summary>
    public IReadOnlyList<Pas> Chemin
    {
        get
        {
            var a = Acte;
            var rang = a.Etape switch
            {
                EtapeDeSuivi.AEditer => 1,
                EtapeDeSuivi.ASigner => 2,
                EtapeDeSuivi.ANotifier or EtapeDeSuivi.EnAttenteDeReception => 3,
                EtapeDeSuivi.ACommencer => 4,
                EtapeDeSuivi.EnExecution => 5,
                EtapeDeSuivi.ASolder => 6,
                _ => 0,
            };
            string? Le(DateOnly? jour) => jour is { } j ? Francais.Date(j) : null;
            (string Nom, string? Fait, string Suite)[] pas =
            [
                ("Accordé", Le(Accord.PriseLe), ""),
                ("Acte édité", Le(a.EditeLe is { } e ? JourDeParis.De(e) : null), "par le service"),
                (
                    "Acte signé",
                    Le(a.DerniereSignature),
                    a.Termes?.Type switch
                    {
                        TypeActe.Convention => "par les deux parties",
                        TypeActe.Arrete => "par le préfet",
                        _ => "à signer",
                    }
                ),
                ("Acte reçu", Le(a.RecuLe), "les délais du projet en partent"),
                (
                    "Projet commencé",
                    Le(a.Commencement?.Le),
                    a.CommencerAvantLe is { } c ? $"avant le {Francais.Date(c.AddDays(1))}" : "à déclarer"
                ),
                ("Projet achevé", Le(a.AcheveLe), a.Termes?.AchevementPrevu is { } f ? $"prévu le {Francais.Date(f)}" : "à déclarer"),
                ("Aide soldée", a.Fin is { Etat: EtatDossier.Solde } fin ? Le(JourDeParis.De(fin.Le)) : null, "après le contrôle du solde"),
            ];
            var fini = a.Fin is not null;
            return
            [
                .. pas.Select(
                    (p, i) =>
                        new Pas(
                            p.Nom,
                            fini ? (p.Fait is null ? "avenir" : "fait")
                                : i < rang ? "fait"
                                : i == rang ? "courant"
                                : "avenir",
                            fini ? p.Fait ?? ""
                                : i < rang ? p.Fait ?? ""
                                : i == rang && i < pas.Length - 1 ? $"depuis le {Francais.Date(JourDeParis.De(a.EtapeDepuis))}"
                                : p.Suite
                        )
                ),
            ];
        }
    }

    /// <summary>One line of clocks, each with the act that stops it.</summary>
    public IReadOnlyList<Horloge> Horloges
    {
        get
        {
            var a = Acte;
            var terme = Dossier.RejetImpliciteLe;
            Horloge Une(string nom, DateOnly? avant, DateOnly? arrete, string par, bool court, string sans) =>
                new(
                    nom,
                    avant is { } jour ? $"jusqu’au {Francais.Date(jour)}" : sans,
                    arrete is { } j ? $"arrêté le {Francais.Date(j)} {par}"
                        : court && avant is { } fin ? Reste(fin)
                        : par,
                    arrete is not null ? "arretee"
                        : court && avant < Aujourdhui ? "passee"
                        : court ? "court"
                        : "avenir"
                );
            var vit = a.Fin is null;
            return
            [
                Une("Recevoir l’acte", terme, a.RecuLe, "par sa réception", vit && a.RecuLe is null, "sans terme"),
                Une(
                    "Commencer",
                    a.CommencerAvantLe,
                    a.Commencement is { } debut ? JourDeParis.De(debut.DeclareLe) : null,
                    "par la déclaration de commencement",
                    vit && a.Etape == EtapeDeSuivi.ACommencer,
                    $"{DelaiDeCommencement.Mois(Reglement)} mois après la réception de l’acte"
                ),
                Une(
                    "Achever",
                    a.Termes?.AchevementPrevu ?? Dossier.ContenuDepose.Projet.DateFinPrevue,
                    a.AcheveLe,
                    "par la déclaration d’achèvement",
                    vit && a.Etape == EtapeDeSuivi.EnExecution,
                    "au jour que dira l’acte"
                ),
                Une(
                    "Demander le solde",
                    (a.Termes?.AchevementPrevu ?? Dossier.ContenuDepose.Projet.DateFinPrevue)?.AddMonths(12),
                    a.AcheveLe,
                    "par la déclaration d’achèvement",
                    court: false,
                    "douze mois après l’achèvement prévu"
                ),
            ];
        }
    }

    private string Reste(DateOnly fin) =>
        fin < Aujourdhui ? $"passé depuis {Francais.Compte(Aujourdhui.DayNumber - fin.DayNumber, "jour")}"
        : fin == Aujourdhui ? "dernier jour"
        : $"dans {Francais.Compte(fin.DayNumber - Aujourdhui.DayNumber, "jour")}";

    /// <summary>One step.</summary>
    public sealed record Pas(string Nom, string Classe, string Detail);

    /// <summary>One clock: until when, what stops it, and whether it runs.</summary>
    public sealed record Horloge(string Nom, string Avant, string Arret, string Classe);

    /// <summary>Letters and arrêtés that leave with each event, the first first.</summary>
    public IReadOnlyList<(string Adresse, string Nom)> Papiers =>
        [
            .. Dossier.Prorogations.Select(
                (p, i) => (Adresses.Suivi.LettreDeProrogation(Numero, i + 1), $"Prorogation au {Francais.Date(p.Au)}")
            ),
            .. Acte.EnvoyeLe is null ? [] : new[] { (Adresses.Suivi.LettreDeNotification(Numero), "Lettre de notification") },
            .. Acte.Observations.Select(
                (o, i) =>
                    (
                        Adresses.Suivi.LettreDObservations(Numero, i + 1),
                        $"Demande d’observations du {Francais.Date(JourDeParis.De(o.DemandeesLe))}"
                    )
            ),
            .. DuPorteur
                ? []
                : Acte.EditionsRemplacees.Select(e => (Adresses.Suivi.PapierRemplace(Numero, e), $"Édition {e} de l’acte, remplacée")),
            .. Acte.Reversements.Select(r =>
                (
                    Adresses.Suivi.LettreDeReversement(Numero, r.Rang),
                    $"Demande d’observations avant reversement, {Francais.Date(JourDeParis.De(r.DemandeLe))}"
                )
            ),
            .. Acte
                .Reversements.Where(r => r.DecideLe is not null)
                .Select(r =>
                    (Adresses.Suivi.ArreteDeReversement(Numero, r.Rang), $"Arrêté de reversement du {Francais.Date(r.DecideLe!.Value)}")
                ),
            .. Versements.Any(d => d is { Nature: NatureDeVersement.Solde, EstControlee: true })
                ? new[] { (Adresses.Suivi.Decompte(Numero), "Décompte définitif") }
                : [],
            .. Acte.Fin is { Etat: EtatDossier.Caduc or EtatDossier.Retiree }
                ? new[] { (Adresses.Suivi.ArreteDeFin(Numero), "Décision qui y met fin") }
                : [],
        ];

    /// <summary>What is expected, in the order of the steps: mine first where it is the turn of who reads.</summary>
    public IReadOnlyList<Attendu> Attendus => [.. AttendusDe(this)];

    /// <summary>One thing that is expected.</summary>
    public sealed record Attendu(string Quoi, string DeQui, DateOnly? Avant, bool Mien);

    private static IEnumerable<Attendu> AttendusDe(UnSuivi s)
    {
        var (a, terme) = (s.Acte, s.Dossier.RejetImpliciteLe);
        if (a.Fin is not null)
            yield break;
        Attendu Porteur(string quoi, DateOnly? avant) => new(quoi, s.DuPorteur ? "Vous" : s.Porteur, avant, s.DuPorteur);
        Attendu Service(string quoi, DateOnly? avant) => new(quoi, s.Gere ? "Vous" : s.Service, avant, s.Gere);
        if (s.Acte.ARepondre is { } demande)
            yield return Porteur("Observations sur la mesure envisagée", a.PossibleLe(demande.Objet, s.Reglement)?.AddDays(-1));
        if (s.PlanARefaire)
            yield return Porteur("Plan de financement rééquilibré", terme);
        if (a.PlanAAccepter)
            yield return Service("Accord sur le plan rééquilibré", a.Etat == EtatActe.Projet ? terme : null);
        if (a.PlanDAvenantARefaire)
            yield return Porteur("Plan de financement rééquilibré, pour l’avenant", null);
        if (a.AvenantEnCours is { } avenant)
            yield return avenant.Etat == EtatAvenant.Envoye
                ? Porteur("Réception de l’avenant", null)
                : Service(
                    avenant.Etat switch
                    {
                        EtatAvenant.Demande => "Réponse à la demande d’avenant",
                        EtatAvenant.Projet => "Édition de l’avenant",
                        EtatAvenant.Edite => "Signature de l’avenant",
                        _ => "Envoi de l’avenant",
                    },
                    null
                );
        if (s.Acte.SiretASaisir)
            yield return Porteur("SIRET de chaque bénéficiaire", a.Etat == EtatActe.Projet ? terme : null);
        if (a.Etape == EtapeDeSuivi.AEditer)
            yield return Service("Édition de l’acte", terme);
        if (a.Etape <= EtapeDeSuivi.ASigner)
            yield return Service("Signature de l’acte", terme);
        if (a.Etape <= EtapeDeSuivi.ANotifier)
            yield return Service("Envoi de l’acte", terme);
        if (a.Etape <= EtapeDeSuivi.EnAttenteDeReception)
            yield return Porteur("Réception de l’acte", terme < s.Aujourdhui ? null : terme);
        if (a.Etape <= EtapeDeSuivi.ACommencer)
            yield return Porteur("Déclaration de commencement", a.CommencerAvantLe);
        foreach (var d in s.Versements)
        {
            var nom = MotsDesVersements.Nom(d, s.Versements);
            if (d.Etat == EtatDeVersement.ACompleter)
                yield return Porteur($"{nom} à compléter", null);
            else if (d.Etat == EtatDeVersement.Transmise)
                yield return Service($"Contrôle : {Francais.Minuscule(nom)}", null);
            else if (d.Etat == EtatDeVersement.Controlee && d.Montant > Euros.Zero)
                yield return Service($"Ordonnancement : {Francais.Minuscule(nom)}, {d.Montant}", null);
            else if (d.Etat == EtatDeVersement.Ordonnancee)
                yield return new($"Paiement : {Francais.Minuscule(nom)}, {d.Montant}", "Le comptable public", null, Mien: false);
        }
        foreach (var r in a.Reversements.Where(r => r.Ouvert))
            yield return r.Etat == EtatDeReversement.Decide
                ? Porteur($"Reversement de {r.Reste}", null)
                : Porteur(
                    $"Observations sur un reversement de {r.Montant}",
                    r.RecuLe?.AddDays(ObservationsPrealables.Jours(s.Reglement) - 1)
                );
        if (a.Etape == EtapeDeSuivi.ASolder)
        {
            yield return Service("Solder l’aide", null);
            yield break;
        }
        yield return Porteur("Déclaration d’achèvement", a.Termes?.AchevementPrevu ?? s.Dossier.ContenuDepose.Projet.DateFinPrevue);
    }

    /// <summary>Who must do what, and before when.</summary>
    public Balle Balle => BallesDuSuivi.De(this);
}
