using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Features.Comite;
using FitnGrants.Web.Features.Dossiers;
using FitnGrants.Web.Pieces;
using FitnGrants.Web.Reglements;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FitnGrants.Web.Demonstration;

/// <summary>Accounts, and dossiers in every state, made by the real acts at their past instants.</summary>
public sealed class JeuDeDemonstration(
    FitnContext db,
    RegistreDesReglements reglements,
    DossiersDuPorteur dossiers,
    PiecesDuDossier pieces,
    Decisions decisions,
    SuiteDesAccords suite,
    IPasswordHasher<Utilisateur> hachage,
    IOptions<OptionsDemonstration> options
)
{
    private readonly DateTimeOffset maintenant = options.Value.Depart;
    private readonly Dictionary<string, Guid> comptes = new(StringComparer.Ordinal);

    public async Task CreerAsync(CancellationToken arret)
    {
        await CreerLesComptesAsync(arret);
        var modeles =
            options.Value.Est("seance") ? ModelesDeDossiers.PourUneSeance
            : options.Value.Est("suivi") ? ModelesDeDossiers.PourUnSuivi
            : ModelesDeDossiers.Tous;
        if (options.Value.Est("suivi"))
            await DonnerUnJourAsync(arret);
        foreach (var modele in modeles.Where(m => m.Cree < maintenant).OrderBy(m => m.Depose ?? m.Cree))
            await DeroulerAsync(modele, arret);
        if (options.Value.Est("complet") || options.Value.Est("suivi"))
        {
            await DeciderAsync(
                "secretaire.bretagne",
                new DateOnly(2021, 6, 22),
                [TypeDecision.Accord, TypeDecision.ARevoir, TypeDecision.Accord, TypeDecision.Refus],
                arret
            );
            TypeDecision[] accords = [.. Enumerable.Repeat(TypeDecision.Accord, ModelesDeDossiers.PourUnSuivi.Length)];
            await DeciderAsync("secretaire.grand-est", ModelesDeDossiers.SeptembreDansLEst, accords, arret);
            await DeciderAsync("secretaire.bretagne", new DateOnly(2021, 10, 19), accords, arret);
            await AnnulerLesSeancesVidesAsync(arret);
        }
        if (options.Value.Est("suivi"))
            await suite.DeroulerAsync(
                attribuant => Acteur($"gestionnaire.{attribuant switch { "R53" => "bretagne", "R44" => "grand-est", var code => code }}"),
                arret
            );
        if (options.Value.Est("instruction"))
            await RemplirUnServiceAsync(arret);
    }

    /// <summary>The session of September in the Grand Est had a month only: its secretary gives it a day.</summary>
    private async Task DonnerUnJourAsync(CancellationToken arret)
    {
        var (jour, secretaire) = (ModelesDeDossiers.SeptembreDansLEst, Acteur("secretaire.grand-est"));
        var seance = await db
            .Seances.AsTracking()
            .FirstAsync(s => s.Region == "44" && s.AuMois && s.Jour == jour.AddDays(1 - jour.Day), arret);
        var instant = JourDeParis.ALHeure(jour.AddMonths(-1), new TimeOnly(10, 0)).ToUniversalTime();
        await db.ActeAsync(
            secretaire,
            instant,
            Sans(() => seance.Deplacer(jour, auMois: false, "Le jour est fixé.", secretaire, instant)),
            arret
        );
    }

    /// <summary>Three hundred dossiers of Ille-et-Vilaine, of communes that no account speaks for.</summary>
    private async Task RemplirUnServiceAsync(CancellationToken arret)
    {
        string[] connus = [.. ComptesDeDemonstration.Tous.Select(c => c.Siren).OfType<string>()];
        var communes = await db
            .Collectivites.Where(c =>
                c.Departement == "35" && c.Nature == Domain.Collectivites.NatureJuridique.Commune && !connus.Contains(c.Siren)
            )
            .OrderBy(c => c.Siren)
            .Select(c => new { c.Siren, c.Nom })
            .ToListAsync(arret);
        foreach (var modele in ModelesDeDossiers.PourUneInstruction(communes.Select(c => (c.Siren, c.Nom))).Where(m => m.Cree < maintenant))
        {
            await DeroulerAsync(modele, arret);
            db.ChangeTracker.Clear();
        }
    }

    private async Task CreerLesComptesAsync(CancellationToken arret)
    {
        // One hash for all: thirty of them would cost the start two seconds, and the password is public.
        var hash = hachage.HashPassword(new Utilisateur(), ComptesDeDemonstration.MotDePasse);
        foreach (var c in ComptesDeDemonstration.Tous)
        {
            var utilisateur = new Utilisateur
            {
                Id = Guid.CreateVersion7(),
                UserName = c.Adresse,
                NormalizedUserName = c.Adresse.ToUpperInvariant(),
                Email = c.Adresse,
                NormalizedEmail = c.Adresse.ToUpperInvariant(),
                EmailConfirmed = true,
                PasswordHash = hash,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                Agent = c.Siren is null,
                Organisme = c.Organisme,
                Fonction = c.Fonction,
            };
            utilisateur.Habilitations.AddRange(
                c.Habilitations.Select(h => new HabilitationAccordee
                {
                    Role = h.Role,
                    Siren = h.Siren,
                    Departement = h.Departement,
                    Region = h.Region,
                    DepuisLe = options.Value.Depart.ToUniversalTime(),
                    Par = "Démonstration",
                })
            );
            db.Users.Add(utilisateur);
            comptes[c.Cle] = utilisateur.Id;
        }
        await db.SaveChangesAsync(arret);
    }

    private Acteur Acteur(string cle)
    {
        var c = ComptesDeDemonstration.Trouver(cle);
        return new Acteur(comptes[cle], $"{c.Organisme}, {char.ToLowerInvariant(c.Fonction[0])}{c.Fonction[1..]}", [.. c.Habilitations]);
    }

    private async Task DeroulerAsync(ModeleDeDossier m, CancellationToken arret)
    {
        var compte = ComptesDeDemonstration.Tous.Any(c => c.Cle == m.Compte);
        var porteur = compte ? Acteur(m.Compte) : Domain.Habilitations.Acteur.Systeme with { Fonction = "Collectivité, porteur" };
        var reglement = reglements.Exiger(m.Dispositif);
        var siren = compte ? porteur.Habilitations[0].Siren! : m.Compte;
        if (await db.Collectivites.FirstOrDefaultAsync(c => c.Siren == siren, arret) is not { } collectivite)
            return;
        var dossier = Dossier.Creer(reglement, collectivite, porteur, Jetons.Nouveau(), m.Cree.ToUniversalTime());
        dossier.Enregistrer(m.Contenu(collectivite), m.Cree.ToUniversalTime());
        await db.ActeAsync(porteur, m.Cree, () => Task.FromResult(db.Dossiers.Add(dossier)), arret);
        if (m.Depose is not { } depot || depot >= maintenant)
            return;

        if (dossier.Contenu.Projet.Laboratoire is not null)
            await JoindreLaLettreAsync(dossier, porteur, arret);
        var resultat = await dossiers.DeposerAsync(
            await dossiers.CompleterAsync(dossier, reglement, arret),
            certifie: true,
            porteur,
            depot.ToUniversalTime(),
            arret
        );
        Accepter(m, resultat);
        await InstruireAsync(m, dossier, arret);
    }

    /// <summary>Volet 2 asks for the letter of a laboratory (R14).</summary>
    public async Task JoindreLaLettreAsync(Dossier dossier, Acteur porteur, CancellationToken arret)
    {
        using var lettre = new MemoryStream(LettreDEssai.Octets);
        if (
            await pieces.JoindreAsync(dossier, TypePiece.LettreEngagementLaboratoire, "lettre-engagement.pdf", lettre, porteur, arret) is
            { Refus: { } refus }
        )
            throw new InvalidOperationException(refus);
        // Nothing to examine in what this service wrote itself.
        await db.Database.ExecuteSqlAsync($"update pieces set etat = 'Saine' where dossier_id = {dossier.Id}", arret);
        db.ChangeTracker.Clear();
        db.Attach(dossier);
    }

    private async Task InstruireAsync(ModeleDeDossier m, Dossier dossier, CancellationToken arret)
    {
        var reglement = reglements.Exiger(dossier.Dispositif);
        var agent = Acteur(dossier.Volet == 2 ? "instructeur.grand-est" : $"instructeur.{dossier.Departement}");
        if (m.PrisEnCharge is { } prise && prise < maintenant)
        {
            var situation = await db.PourLePorteurAsync(reglement, dossier.Sirens, dossier.Comparaison, arret);
            await db.ActeAsync(
                agent,
                prise,
                Sans(() => dossier.PrendreEnCharge(new PriseEnCharge(agent, prise.ToUniversalTime(), reglement, situation))),
                arret
            );
        }
        if ((m.Clos ?? m.Conclus) is not { } clos || clos >= maintenant || dossier.Etat != EtatDossier.EnInstruction)
            return;
        var saisies = dossier
            .Grille.Select(c => new ConclusionSaisie(
                c.Id,
                c.Propose == ResultatConstat.NonApplicable ? Conclusion.SansObjet : Conclusion.Conforme,
                c.Propose is ResultatConstat.Conforme or ResultatConstat.NonApplicable ? null : "Explication reçue du porteur, sans suite."
            ))
            .ToList();
        await db.ActeAsync(
            agent,
            clos,
            Sans(() =>
            {
                dossier.Conclure(saisies, agent, clos.ToUniversalTime());
                if (m.Clos is not null)
                    dossier.Clore(new Cloture(agent, clos.ToUniversalTime(), m.Synthese));
            }),
            arret
        );
        if (m.Inscrit is { } inscrit && inscrit < maintenant)
        {
            // Volet 2 waits for the avis of the département (R70).
            if (dossier.Volet == 2)
            {
                var prefecture = Acteur($"instructeur.{dossier.Departement}");
                var avis = new RenduDAvis(prefecture, clos.ToUniversalTime(), dossier.Departement, SensAvis.Favorable, null);
                await db.ActeAsync(prefecture, clos, Sans(() => Accepter(m, dossier.RendreAvis(avis))), arret);
            }
            var secretaire = Acteur(dossier.Region == "53" ? "secretaire.bretagne" : "secretaire.grand-est");
            var seance = await db
                .Seances.AsTracking()
                .Include(s => s.Points)
                .FirstAsync(s => s.Region == dossier.Region && s.Jour == m.Seance && !s.AuMois, arret);
            await db.ActeAsync(secretaire, inscrit, Sans(() => Accepter(m, seance.Inscrire(dossier, reglement, secretaire))), arret);
        }
    }

    /// <summary>A session held: each point decided and told, then closed; nothing where nobody was on its agenda.</summary>
    private async Task DeciderAsync(string cle, DateOnly le, IReadOnlyList<TypeDecision> types, CancellationToken arret)
    {
        var jour = JourDeParis.ALHeure(le, new TimeOnly(10, 0)).ToUniversalTime();
        if (jour >= maintenant)
            return;
        var secretaire = Acteur(cle);
        var region = secretaire.Habilitations[0].Region;
        var seance = await db
            .Seances.AsTracking()
            .Include(s => s.Points)
            .FirstOrDefaultAsync(s => s.Region == region && s.Jour == le && !s.AuMois, arret);
        if (seance is null || seance.Points.Count == 0)
            return;
        await db.ActeAsync(secretaire, jour, Sans(() => seance.Ouvrir(secretaire, jour)), arret);
        foreach (var (point, type) in seance.Points.OrderBy(p => p.Ordre).Zip(types).ToList())
        {
            var dossier = await db.Dossiers.AsTracking().FirstAsync(d => d.Id == point.DossierId, arret);
            await decisions.EnregistrerAsync(
                new DemandeDeDecision(seance.Id, dossier.Id, dossier.Revision, Proposition(type, dossier), secretaire, jour),
                arret
            );
            var decision = await db.Decisions.AsTracking().FirstAsync(d => d.DossierId == dossier.Id, arret);
            await db.ActeAsync(
                secretaire,
                jour,
                () => db.NotifierAsync(dossier, decision, reglements.Exiger(dossier.Dispositif), secretaire, jour, arret),
                arret
            );
        }
        await db.ActeAsync(secretaire, jour.AddHours(2), Sans(() => seance.Cloturer(secretaire, jour.AddHours(2))), arret);
    }

    /// <summary>Nobody was ready: each says so before its day, and none of the past stays planned for ever.</summary>
    private async Task AnnulerLesSeancesVidesAsync(CancellationToken arret)
    {
        var passees = await db
            .Seances.AsTracking()
            .Include(s => s.Points)
            .Where(s => s.Etat == EtatSeance.Planifiee && s.Points.Count == 0)
            .ToListAsync(arret);
        foreach (var seance in passees.Where(s => s.JourDeReference < JourDeParis.De(maintenant)))
        {
            var secretaire = Acteur(seance.Region == "53" ? "secretaire.bretagne" : "secretaire.grand-est");
            var veille = JourDeParis.ALHeure(seance.JourDeReference.AddDays(-1), new TimeOnly(16, 0)).ToUniversalTime();
            await db.ActeAsync(
                secretaire,
                veille,
                Sans(() => seance.Annuler([], "Aucun dossier n’était prêt à ce jour.", secretaire)),
                arret
            );
        }
    }

    private static DecisionProposee Proposition(TypeDecision type, Dossier dossier) =>
        new()
        {
            Type = type,
            Motivation = type switch
            {
                TypeDecision.Accord => "Le projet simplifie les démarches et associe les usagers à chaque étape.",
                TypeDecision.ARevoir => "Le projet est utile ; la méthode participative et le suivi des usages restent à préciser.",
                _ => "Le projet achète surtout du matériel et n’apporte pas de service nouveau aux usagers.",
            },
            Fondements = [type == TypeDecision.Refus ? Fondement.Exclusion : Fondement.Critere],
            MontantAccorde = type == TypeDecision.Accord ? SuiteDesAccords.Accorde(dossier) : null,
            Conditions = type == TypeDecision.Accord ? SuiteDesAccords.Condition(dossier) : null,
            Axes =
                type == TypeDecision.ARevoir
                    ? [new("Décrire la méthode participative", "R50"), new("Dire comment les usages seront mesurés", "criteres")]
                    : [],
            Referent = type == TypeDecision.ARevoir ? "Ti Lab" : null,
        };

    private static void Accepter(ModeleDeDossier m, Resultat resultat)
    {
        if (!resultat.EstAccepte)
            throw new InvalidOperationException($"Démonstration, {m.Titre} : {string.Join(' ', resultat.Refus.Select(c => c.Message))}");
    }

    private static Func<Task> Sans(Action acte) =>
        () =>
        {
            acte();
            return Task.CompletedTask;
        };
}
