using System.Collections.Immutable;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Dossiers.Actes;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
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
    SeancesDeDemonstration seances,
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
            await seances.DonnerUnJourAsync(Acteur("secretaire.grand-est"), arret);
        foreach (var modele in modeles.Where(m => m.Cree < maintenant).OrderBy(m => m.Depose ?? m.Cree))
            await DeroulerAsync(modele, arret);
        if (options.Value.Est("complet") || options.Value.Est("suivi"))
            await seances.TenirAsync(Acteur, arret);
        if (options.Value.Est("suivi"))
            await suite.DeroulerAsync(
                attribuant => Acteur($"gestionnaire.{attribuant switch { "R53" => "bretagne", "R44" => "grand-est", var code => code }}"),
                arret
            );
        if (options.Value.Est("instruction"))
            await RemplirUnServiceAsync(arret);
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
                dossier.Coter(Cotes(dossier, reglement), reglement, agent);
                if (m.Clos is not null)
                    dossier.Clore(
                        new Cloture(agent, clos.ToUniversalTime(), m.Synthese) { Montant = dossier.MontantDemande, Reglement = reglement }
                    );
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

    /// <summary>What the agent rates of what its rule rates: 2 for what holds, 3 for the participative method.</summary>
    private static Dictionary<Guid, int?> Cotes(Dossier dossier, Domain.Dispositifs.Reglement reglement) =>
        dossier
            .Grille.Where(c => c.Propose == ResultatConstat.Conforme && Dossier.SeCote(c, reglement))
            .ToDictionary(c => c.Id, c => (int?)(c.Nom.Contains("articipati", StringComparison.Ordinal) ? 3 : 2));

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
