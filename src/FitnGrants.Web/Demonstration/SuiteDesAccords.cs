using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Suivi;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Demonstration;

/// <summary>
/// What follows the accords of the demonstration « suivi », each as far as its model says, by the real acts at their instants.
/// </summary>
public sealed partial class SuiteDesAccords(FitnContext db, CadresDeSuivi cadres, PapiersDuSuivi papiers)
{
    private static readonly AttribuantDeLActe Attribuant = new("11000201100044", Signataire: true);

    /// <summary>How far each goes, and from which day its act is written.</summary>
    private static readonly Dictionary<string, (EtapeDeSuivi Jusqua, DateOnly Depuis)> Etapes = new(StringComparer.Ordinal)
    {
        ["Portail des familles"] = (EtapeDeSuivi.EnExecution, new DateOnly(2021, 7, 1)),
        ["Données ouvertes du territoire"] = (EtapeDeSuivi.Termine, new DateOnly(2021, 7, 1)),
        ["Port de plaisance en ligne"] = (EtapeDeSuivi.AEditer, new DateOnly(2021, 12, 1)),
        ["Médiathèque augmentée"] = (EtapeDeSuivi.ASigner, new DateOnly(2021, 12, 6)),
        ["Cantine sans gaspillage"] = (EtapeDeSuivi.ANotifier, new DateOnly(2021, 12, 13)),
        ["Parcours des nouveaux arrivants"] = (EtapeDeSuivi.EnAttenteDeReception, new DateOnly(2021, 11, 15)),
        ["Vie associative"] = (EtapeDeSuivi.ACommencer, new DateOnly(2021, 11, 8)),
        ["Signalements des habitants"] = (EtapeDeSuivi.EnExecution, new DateOnly(2021, 11, 8)),
        ["Guichet des démarches"] = (EtapeDeSuivi.EnExecution, new DateOnly(2021, 10, 25)),
        ["Agenda partagé"] = (EtapeDeSuivi.EnExecution, new DateOnly(2021, 10, 25)),
        ["Accueil sans attente"] = (EtapeDeSuivi.EnExecution, new DateOnly(2021, 10, 25)),
        ["Inscriptions scolaires"] = (EtapeDeSuivi.EnExecution, new DateOnly(2021, 10, 25)),
        ["Formation des secrétaires de mairie"] = (EtapeDeSuivi.EnExecution, new DateOnly(2021, 10, 4)),
        ["Signalement des usagers"] = (EtapeDeSuivi.ASigner, new DateOnly(2021, 12, 1)),
        ["Laboratoire des mobilités"] = (EtapeDeSuivi.ACommencer, new DateOnly(2021, 10, 11)),
    };

    /// <summary>What a session grants of what was asked: all, but for two that have to balance their plan again.</summary>
    public static Euros Accorde(Dossier dossier) =>
        dossier.Titre switch
        {
            "Bus des démarches" => new Euros(30_000m),
            "Prise de rendez-vous en ligne" => new Euros(20_000m),
            _ => dossier.MontantDemande!.Value,
        };

    public static string? Condition(Dossier dossier) =>
        dossier.Titre == "Port de plaisance en ligne" ? "Joindre la délibération du conseil portuaire" : null;

    /// <param name="gestion">Who manages, from the code of the service that attributes.</param>
    /// <param name="arret">Cancellation.</param>
    public async Task DeroulerAsync(Func<string, Acteur> gestion, CancellationToken arret)
    {
        foreach (var acte in await db.ActesAttributifs.AsTracking().OrderBy(a => a.Numero).ToListAsync(arret))
        {
            var dossier = await db.Dossiers.AsTracking().Include(d => d.Versions).SingleAsync(d => d.Id == acte.DossierId, arret);
            var engagement = await db.Engagements.AsTracking().SingleAsync(e => e.DecisionId == acte.DecisionId, arret);
            if (Etapes.TryGetValue(dossier.Titre, out var etape))
                await DeroulerUnAsync(new Suivi(dossier, acte, engagement, etape.Jusqua, etape.Depuis), gestion(acte.Attribuant), arret);
        }
    }

    private sealed record Suivi(Dossier Dossier, ActeAttributif Acte, Engagement Engagement, EtapeDeSuivi Jusqua, DateOnly Depuis)
    {
        /// <summary>Its requests of payment, the first first.</summary>
        public List<DemandeDeVersement> Versements { get; } = [];

        public List<EtatDesLieux> Etats { get; } = [];

        public Acteur Porteur { get; } = new(Guid.Empty, $"{Dossier.Porteur!.Nom}, représentant légal", []);

        public DateOnly Le(int jours) => Depuis.AddDays(jours);

        public Dictionary<string, T> DuPorteur<T>(T valeur) => new(StringComparer.Ordinal) { [Dossier.Siren] = valeur };
    }

    private async Task DeroulerUnAsync(Suivi s, Acteur gestion, CancellationToken arret)
    {
        var (a, jusqua) = (s.Acte, s.Jusqua);
        await ActeAsync(
            s,
            s.Porteur,
            1,
            c => a.SaisirLesSirets(s.DuPorteur<string?>(Siret.SiegePlausible(s.Dossier.Siren).Valeur), c.Par),
            arret
        );
        if (jusqua == EtapeDeSuivi.AEditer)
            return;
        await ActeAsync(s, gestion, 2, c => Ecrire(s, c), arret);
        if (jusqua == EtapeDeSuivi.Termine)
        {
            await ActeAsync(
                s,
                s.Porteur,
                60,
                c => a.Renoncer("Le projet est repris dans un programme de la région.", c, s.Engagement),
                arret
            );
            return;
        }
        await ActeAsync(s, gestion, 5, c => a.Editer(c, Attribuant), arret);
        await papiers.FigerAsync(s.Dossier, a, s.Le(5), arret);
        if (jusqua == EtapeDeSuivi.ASigner)
            return;
        await ActeAsync(s, gestion, 7, c => a.Signer(s.Le(6), s.DuPorteur(s.Le(7)), null, c.Par, c.Instant).Resultat, arret);
        if (jusqua == EtapeDeSuivi.ANotifier)
            return;
        await ActeAsync(s, gestion, 8, c => a.Envoyer(s.Dossier.RejetImpliciteLe, null, c.Par, c.Instant), arret);
        if (jusqua == EtapeDeSuivi.EnAttenteDeReception)
            return;
        await ActeAsync(s, s.Porteur, 11, c => Ouvrir(a.Ouvrir(c, s.Engagement)), arret);
        if (jusqua == EtapeDeSuivi.ACommencer)
            return;
        await ActeAsync(s, s.Porteur, 19, c => a.DeclarerLeCommencement(s.Le(19), surLHonneur: false, c), arret);
        await AvenirAsync(s, gestion, arret);
        if (s.Dossier.Titre is "Portail des familles" or "Inscriptions scolaires" or "Accueil sans attente")
            await EtatAsync(s, gestion, arret);
        await ArgentAsync(s, gestion, arret);
        if (s.Dossier.Titre == "Portail des familles")
            await EtatSuivantAsync(s, gestion, arret);
    }

    /// <summary>Two ask for more time: one has it, the other waits for its answer.</summary>
    private async Task AvenirAsync(Suivi s, Acteur gestion, CancellationToken arret)
    {
        if (s.Dossier.Titre is not ("Signalements des habitants" or "Formation des secrétaires de mairie"))
            return;
        var (a, prevu) = (s.Acte, s.Acte.Termes!.AchevementPrevu!.Value);
        const string Raison = "Le prestataire a perdu deux développeurs et livre trois mois plus tard.";
        await ActeAsync(s, s.Porteur, 90, c => a.DemanderUnAvenant(Raison, prevu.AddMonths(3), c), arret);
        if (s.Dossier.Titre != "Signalements des habitants")
            return;
        await ActeAsync(s, gestion, 92, c => a.EcrireUnAvenant(a.AvenantEnCours!.Modifications, (Raison, null), null, c), arret);
        await ActeAsync(s, gestion, 93, c => a.EditerLAvenant(c, Attribuant), arret);
        await papiers.FigerLAvenantAsync(s.Dossier, a, s.Le(93), arret);
        await ActeAsync(s, gestion, 95, c => a.SignerLAvenant(s.Le(94), s.DuPorteur(s.Le(95)), null, c).Resultat, arret);
        await ActeAsync(s, gestion, 95, c => a.EnvoyerLAvenant(c), arret);
        await ActeAsync(s, s.Porteur, 97, c => Ouvrir(a.OuvrirLAvenant(c, s.Engagement)), arret);
    }

    private static Resultat Ecrire(Suivi s, CadreDeLActe cadre)
    {
        s.Acte.ConfirmerLesSirets(cadre.Par);
        s.Acte.Ecrire(
            s.Acte.TermesProposes(s.Dossier, cadre.Reglement) with
            {
                Imputation = ServicesDeDemonstration.Imputation,
                Comptable = ServicesDeDemonstration.Comptable(s.Dossier.Region == "53"),
                Ej = ["2103456789"],
                MotifDesAlertes = "Projet connu du service, alertes examinées en instruction.",
            },
            s.DuPorteur(new DeliberationDuBeneficiaire(s.Le(-2), "2021-42")),
            cadre.Par
        );
        return Resultat.De([]);
    }

    private static Resultat Ouvrir(bool recu) =>
        recu ? Resultat.De([]) : throw new InvalidOperationException("Démonstration : ce papier n’était pas envoyé.");

    private async Task ActeAsync(Suivi s, Acteur par, int jours, Func<CadreDeLActe, Resultat> verbe, CancellationToken arret)
    {
        var instant = JourDeParis.ALHeure(s.Le(jours), new TimeOnly(10, 0));
        var cadre = await cadres.DeAsync(s.Dossier, par, instant, arret) with { Versements = s.Versements };
        var resultat = await db.ActeAsync(par, instant, () => Task.FromResult(verbe(cadre)), arret);
        if (!resultat.EstAccepte)
            throw new InvalidOperationException(
                $"Démonstration, {s.Dossier.Titre} : {string.Join(' ', resultat.Refus.Select(c => c.Message))}"
            );
    }
}
