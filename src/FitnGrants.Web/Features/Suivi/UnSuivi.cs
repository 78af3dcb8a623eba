using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Domain.Suivi.Regles;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Shared;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Suites;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What follows one accord, as each of those concerned reads it.</summary>
public sealed partial record UnSuivi
{
    public required ActeAttributif Acte { get; init; }
    public required Dossier Dossier { get; init; }
    public required Decision Accord { get; init; }
    public required Reglement Reglement { get; init; }
    public required string Porteur { get; init; }

    /// <summary>True for who manages it; for its porteur; for who engages the collectivité.</summary>
    public required bool Gere { get; init; }

    /// <summary>True for who reads its reports, and controls what it declares.</summary>
    public required bool Controle { get; init; }
    public required bool Execute { get; init; }
    public required bool Engage { get; init; }

    /// <summary>True for one of the collectivité: « vous » is it.</summary>
    public required bool DuPorteur { get; init; }

    /// <summary>False while no account reads for the beneficiary: papers go by post.</summary>
    public required bool LuIci { get; init; }
    public required DateOnly Aujourdhui { get; init; }

    /// <summary>Its requests of payment; none is read before the commencement.</summary>
    public required IReadOnlyList<DemandeDeVersement> Versements { get; init; }

    /// <summary>Its reports, the first first; none is read before the reception.</summary>
    public required IReadOnlyList<EtatDesLieux> EtatsDesLieux { get; init; }

    /// <summary>What is due and what was paid; null before the edition.</summary>
    public Liquidation? Liquidation => Acte.Depense is null ? null : Acte.Liquider(Versements);

    /// <summary>Euros asked and not paid yet: what controls said, else the most that requests may give together.</summary>
    public Euros EnDemande =>
        Liquidation is { } l ? l.EnCours + l.DemandeAuPlus([.. Versements.Where(d => d.Etat == EtatDeVersement.Transmise)]) : Euros.Zero;

    /// <summary>What happened, the last first; read for the page that shows it.</summary>
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
        Droit droit = Droit.LireSuivi,
        bool histoire = false
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
                Controle = db.ActesAttributifs.VisiblesPar(acteur, Droit.ControlerLExecution).Any(y => y.Id == a.Id),
                Execute = db.ActesAttributifs.VisiblesPar(acteur, Droit.ExecuterLeProjet).Any(y => y.Id == a.Id),
                LuIci = db.SirensLus().Contains(a.Siren),
                Engage = db.ActesAttributifs.VisiblesPar(acteur, Droit.EngagerLaCollectivite).Any(y => y.Id == a.Id),
            }
        ).FirstOrDefaultAsync(arret);
        if (lu is null)
            return null;
        var (lecteur, reglement) = (Lecteur.De(acteur), await CadresDeSuivi.DuSuiviAsync(db, reglements, lu.Dossier, arret));
        var duPorteur = lecteur.EstDeLaCollectivite(lu.Dossier.Siren);
        var lignes = !histoire
            ? []
            : await db
                .Journal.Where(l => l.EntiteId == lu.Acte.Id || (l.EntiteId == lu.Dossier.Id && l.Instant >= lu.Accord.NotifieeLe))
                .OrderByDescending(l => l.Instant)
                .ThenByDescending(l => l.Id)
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
            Controle = lu.Controle,
            Execute = lu.Execute,
            Engage = lu.Engage,
            DuPorteur = duPorteur,
            LuIci = lu.LuIci,
            Aujourdhui = qui.Aujourdhui,
            Versements = lu.Acte.Commencement is null
                ? []
                : await db.Versements.Where(v => v.ActeId == lu.Acte.Id).OrderBy(v => v.Rang).ToListAsync(arret),
            EtatsDesLieux = lu.Acte.RecuLe is null
                ? []
                : await db.EtatsDesLieux.Where(e => e.ActeId == lu.Acte.Id).OrderBy(e => e.Rang).ToListAsync(arret),
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
    /// <summary>The nearest day first; what has none comes last.</summary>
    public IReadOnlyList<Attendu> Attendus => [.. AttendusDe(this).OrderBy(t => t.Avant ?? DateOnly.MaxValue)];

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
            if (d.EcartOuvert)
                yield return Service($"Écart de paiement à régler : {Francais.Minuscule(nom)}", null);
            if (d.Etat == EtatDeVersement.ACompleter)
                yield return Porteur($"{nom} à compléter", null);
            else if (d.Etat == EtatDeVersement.Transmise)
                yield return new($"Contrôle : {Francais.Minuscule(nom)}", s.Controle ? "Vous" : s.Service, null, s.Controle);
            else if (d.Etat == EtatDeVersement.Controlee && d.Montant > Euros.Zero)
                yield return Service($"Ordonnancement : {Francais.Minuscule(nom)}, {d.Montant}", null);
            else if (d.Etat == EtatDeVersement.Ordonnancee)
                yield return new($"Paiement : {Francais.Minuscule(nom)}, {d.Montant}", "Le comptable public", null, Mien: false);
        }
        foreach (var r in a.Reversements.Where(r => r.Ouvert))
            yield return r.Etat == EtatDeReversement.Decide ? Porteur($"Reversement de {r.Reste}", null)
            : r.RecuLe?.AddDays(ObservationsPrealables.Jours(s.Reglement)) <= s.Aujourdhui
                ? Service($"Décision sur un reversement de {r.Montant}", null)
            : Porteur($"Observations sur un reversement de {r.Montant}", r.RecuLe?.AddDays(ObservationsPrealables.Jours(s.Reglement) - 1));
        if (a.Etape == EtapeDeSuivi.ASolder)
        {
            yield return Service("Solder l’aide", null);
        }
        if (s.EtatsDesLieux.FirstOrDefault(e => e.Stade == StadeDEtat.ACorriger) is { } aCorriger)
            yield return Porteur($"État des lieux n° {aCorriger.Rang} à corriger", null);
        foreach (var aLire in s.EtatsDesLieux.Where(e => e.Stade == StadeDEtat.Transmis))
            yield return new(
                $"Lecture de l’état des lieux n° {aLire.Rang}",
                s.Controle ? "Vous" : "Le service qui suit le projet",
                null,
                s.Controle
            );
        if (a.EtatAttenduLe is { } attendu)
            yield return Porteur("État des lieux", attendu);
        if (a.AcheveLe is not null)
            yield break;
        yield return Porteur("Achèvement prévu", a.Termes?.AchevementPrevu ?? s.Dossier.ContenuDepose.Projet.DateFinPrevue);
    }

    /// <summary>Who must do what, and before when.</summary>
    public Balle Balle => BallesDuSuivi.De(this);
}
