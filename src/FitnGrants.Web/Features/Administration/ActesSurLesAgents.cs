using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Habilitations.Traces;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>
/// What an administrator does to the accounts of agents; one act at a time, so that two administrators never close each other.
/// </summary>
public sealed class ActesSurLesAgents(FitnContext db, UserManager<Utilisateur> utilisateurs, Horloge horloge)
{
    private const long Verrou = 0x4147454E5453;

    /// <summary>Opens an account and writes the message that invites; null where the address has an account already.</summary>
    public async Task<Guid?> InviterAsync(InvitationDAgentFormulaire formulaire, Acteur par, CancellationToken arret)
    {
        var (adresse, h, instant) = (formulaire.Adresse!.Trim().ToLowerInvariant(), formulaire.Habilitation!, horloge.Maintenant);
        var agent = new Utilisateur
        {
            Id = Guid.CreateVersion7(),
            UserName = adresse,
            Email = adresse,
            Agent = true,
            Organisme = Saisie.Propre(formulaire.Service) ?? ServiceDe(h),
            Fonction = Saisie.Propre(formulaire.Fonction)!,
        };
        agent.Habilitations.Add(Accordee(h, par, instant));
        try
        {
            await db.ActeAsync(
                par,
                instant,
                async () =>
                {
                    await VerrouillerAsync(arret);
                    if (await utilisateurs.FindByEmailAsync(adresse) is not null || !(await utilisateurs.CreateAsync(agent)).Succeeded)
                        throw new AdresseConnueException();
                    return true;
                },
                arret,
                Fait(agent.Id, new InviterUnAgent(par.Fonction, h.Role, h.Departement, h.Region))
            );
            return agent.Id;
        }
        catch (AdresseConnueException)
        {
            return null;
        }
    }

    public Task AccorderAsync(Guid id, int revision, Habilitation h, Acteur par, CancellationToken arret) =>
        FaireAsync(id, revision, par, new AccorderUnRole(par.Fonction, h.Role, h.Departement, h.Region), c => c.Accorder(h, par), arret);

    public async Task RetirerAsync(Guid id, int revision, int habilitation, Acteur par, CancellationToken arret)
    {
        var ligne = await db.Habilitations.FirstOrDefaultAsync(x => x.Id == habilitation && x.UtilisateurId == id, arret)
            ?? throw new ActeImpossibleException("Action impossible : cette personne n’a plus ce rôle.");
        var h = ligne.Lue();
        await FaireAsync(id, revision, par, new RetirerUnRole(par.Fonction, h.Role, h.Departement, h.Region), c => c.Retirer(h), arret);
    }

    public Task SuspendreAsync(Guid id, int revision, Acteur par, CancellationToken arret) =>
        FaireAsync(id, revision, par, new SuspendreLeCompte(par.Fonction), c => c.Suspendre(), arret);

    public Task FermerAsync(Guid id, int revision, Acteur par, CancellationToken arret) =>
        FaireAsync(id, revision, par, new FermerLeCompte(par.Fonction), c => c.Fermer(), arret);

    public Task RouvrirAsync(Guid id, int revision, Acteur par, CancellationToken arret) =>
        FaireAsync(id, revision, par, new RouvrirLeCompte(par.Fonction), c => c.Rouvrir(), arret);

    /// <summary>How others read the account.</summary>
    public Task ChangerLaFonctionAsync(Guid id, FonctionFormulaire formulaire, Acteur par, CancellationToken arret)
    {
        var (fonction, service) = (Saisie.Propre(formulaire.Fonction)!, Saisie.Propre(formulaire.Service)!);
        return db.ActeAsync(
            par,
            horloge.Maintenant,
            async () =>
            {
                var agent = await OuvrirAsync(id, formulaire.Revision, arret);
                (agent.Fonction, agent.Organisme) = (fonction, service);
            },
            arret,
            Fait(id, new ChangerDeFonction(par.Fonction, fonction, service))
        );
    }

    /// <summary>The invitation again: the former link stays good as long as it was.</summary>
    /// <exception cref="ActeImpossibleException">It was accepted, or the account is not open.</exception>
    public Task RenvoyerAsync(Guid id, int revision, Acteur par, CancellationToken arret) =>
        db.ActeAsync(
            par,
            horloge.Maintenant,
            async () =>
            {
                var agent = await OuvrirAsync(id, revision, arret);
                if (agent.PasswordHash is not null || !agent.EstOuvert)
                    throw new ActeImpossibleException("Action impossible : cette invitation n’attend plus de réponse.");
            },
            arret,
            Fait(id, new RenvoyerLInvitation(par.Fonction))
        );

    /// <summary>For who lost the telephone and the spare codes: the next sign-in sets another code up, the password stays needed.</summary>
    /// <exception cref="ActeImpossibleException">There is no code.</exception>
    public Task RetirerLeCodeAsync(Guid id, int revision, Acteur par, CancellationToken arret) =>
        db.ActeAsync(
            par,
            horloge.Maintenant,
            async () =>
            {
                var agent = await OuvrirAsync(id, revision, arret);
                if (!agent.TwoFactorEnabled)
                    throw new ActeImpossibleException("Action impossible : cette personne n’a pas de code de connexion.");
                agent.TwoFactorEnabled = false;
                agent.SecurityStamp = Guid.NewGuid().ToString("N");
                db.UserTokens.RemoveRange(await db.UserTokens.AsTracking().Where(t => t.UserId == id).ToListAsync(arret));
            },
            arret,
            Fait(id, new RetirerLeCode(par.Fonction))
        );

    private Task FaireAsync(Guid id, int revision, Acteur par, Trace trace, Func<CompteDAgent, CompteDAgent> verbe, CancellationToken arret)
    {
        var instant = horloge.Maintenant;
        return db.ActeAsync(
            par,
            instant,
            async () =>
            {
                var agent = await OuvrirAsync(id, revision, arret);
                var autre = await db.Users.AnyAsync(
                    u =>
                        u.Id != id
                        && u.Etat == EtatDeCompte.Ouvert
                        && u.PasswordHash != null
                        && u.Habilitations.Any(h => h.Role == Role.Admin),
                    arret
                );
                var avant = new CompteDAgent(id, agent.Etat, [.. agent.Habilitations.Select(h => h.Lue())], autre);
                Ecrire(agent, avant, verbe(avant), par, instant);
            },
            arret,
            Fait(id, trace)
        );
    }

    /// <summary>The account, once no other act on agents is under way; the caller's page must be the last.</summary>
    private async Task<Utilisateur> OuvrirAsync(Guid id, int revision, CancellationToken arret)
    {
        await VerrouillerAsync(arret);
        var agent = await db.Users.AsTracking().Include(u => u.Habilitations).SingleAsync(u => u.Id == id, arret);
        if (agent.Revision != revision)
            throw new PagePerimeeException(id);
        agent.Revision++;
        return agent;
    }

    private Task VerrouillerAsync(CancellationToken arret) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Verrou})", arret);

    private void Ecrire(Utilisateur agent, CompteDAgent avant, CompteDAgent apres, Acteur par, DateTimeOffset instant)
    {
        agent.Habilitations.AddRange(apres.Habilitations.Except(avant.Habilitations).Select(h => Accordee(h, par, instant)));
        foreach (var h in agent.Habilitations.Where(h => !apres.Habilitations.Contains(h.Lue())).ToList())
        {
            agent.Habilitations.Remove(h);
            db.Habilitations.Remove(h);
        }
        if (apres.Etat == avant.Etat)
            return;
        (agent.Etat, agent.EtatDepuis) = (apres.Etat, instant.ToUniversalTime());
        // Its screens close at their next check, within a minute, and its links open nothing. Roles alone are read again, and nothing is
        // lost.
        agent.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    private static HabilitationAccordee Accordee(Habilitation h, Acteur par, DateTimeOffset instant) =>
        new()
        {
            Role = h.Role,
            Departement = h.Departement,
            Region = h.Region,
            DepuisLe = instant.ToUniversalTime(),
            Par = par.Fonction,
        };

    private static string ServiceDe(Habilitation h) =>
        h switch
        {
            { Departement: { } d } => Libelles.Prefecture(d),
            { Region: { } r } => $"Préfecture de la région {Libelles.Region(r)}",
            { Role: Role.Auditeur } => "Audit",
            _ => "Administration",
        };

    private static Fait Fait(Guid id, Trace trace) => new(trace, nameof(Utilisateur), id);

    /// <summary>Leaves the transaction without a trace.</summary>
    private sealed class AdresseConnueException : Exception;
}
