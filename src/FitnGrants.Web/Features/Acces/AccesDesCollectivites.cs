using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Habilitations.Traces;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Acces;

/// <summary>Who acts for a collectivité: asked for, offered, granted, given up. One act at a time for each collectivité.</summary>
public sealed class AccesDesCollectivites(FitnContext db, UserManager<Utilisateur> utilisateurs, Horloge horloge)
{
    private const int ParHeure = 3;
    private const string Entite = nameof(DemandeDAcces);

    /// <summary>
    /// Writes a request or an invitation, and the message that proves the address. Beyond three requests an hour for one address, nothing:
    /// nobody floods a colleague.
    /// </summary>
    public async Task DemanderAsync(string adresse, string siren, string fonction, Role role, Acteur? invitePar, CancellationToken arret)
    {
        var (cle, instant) = (adresse.Trim().ToLowerInvariant(), horloge.Maintenant.ToUniversalTime());
        if (
            invitePar is null
            && await db.DemandesDAcces.CountAsync(d => d.Adresse == cle && d.InvitePar == null && d.CreeLe > instant.AddHours(-1), arret)
                >= ParHeure
        )
            return;
        var demande = new DemandeDAcces
        {
            Id = Guid.CreateVersion7(),
            Adresse = cle,
            Siren = siren,
            Fonction = fonction,
            Role = role,
            InvitePar = invitePar?.Fonction,
            CreeLe = instant,
        };
        await db.ActeAsync(
            invitePar ?? Acteur.Systeme,
            horloge.Maintenant,
            () => Task.FromResult(db.DemandesDAcces.Add(demande)),
            arret,
            Fait(demande.Id, invitePar is null ? new DemanderAcces(siren, role) : new Inviter(invitePar.Fonction, siren, role))
        );
    }

    /// <summary>
    /// The address is proved: an invitation is granted, a request goes to who may accept it. Why the password was refused; null once done.
    /// </summary>
    public async Task<string?> ConfirmerAsync(DemandeDAcces demande, string? motDePasse, CancellationToken arret)
    {
        var refus = IdentityResult.Success;
        try
        {
            await db.ActeAsync(
                Acteur.Systeme,
                horloge.Maintenant,
                async () =>
                {
                    await VerrouillerAsync(demande.Siren, arret);
                    await db.Entry(demande).ReloadAsync(arret);
                    if (demande.ConfirmeeLe is not null || demande.CloseLe is not null)
                        throw new ActeImpossibleException("Action impossible : ce lien a déjà servi. Connectez-vous.");
                    var compte = await utilisateurs.FindByEmailAsync(demande.Adresse);
                    if (compte is null)
                    {
                        compte = await CreerAsync(demande, arret);
                        refus = await utilisateurs.CreateAsync(compte, motDePasse ?? "");
                        if (!refus.Succeeded)
                            throw new RefusDeMotDePasse();
                    }
                    compte.EmailConfirmed = true;
                    (demande.ConfirmeeLe, demande.UtilisateurId) = (horloge.Maintenant.ToUniversalTime(), compte.Id);
                    if (demande.InvitePar is { } par)
                        await AppliquerAsync(demande, par, arret);
                },
                arret,
                Fait(demande.Id, new ConfirmerAcces(demande.Siren, demande.Role))
            );
            return null;
        }
        catch (RefusDeMotDePasse)
        {
            return string.Join(' ', refus.Errors.Select(e => e.Description));
        }
    }

    /// <summary>Accepts or refuses a confirmed request.</summary>
    /// <exception cref="ActeImpossibleException">It is over.</exception>
    public Task TrancherAsync(DemandeDAcces demande, bool accorde, string? motif, Acteur par, CancellationToken arret) =>
        db.ActeAsync(
            par,
            horloge.Maintenant,
            async () =>
            {
                await VerrouillerAsync(demande.Siren, arret);
                await db.Entry(demande).ReloadAsync(arret);
                if (demande.CloseLe is not null)
                    throw new ActeImpossibleException("Action impossible : quelqu’un a déjà répondu à cette demande.");
                if (accorde)
                    await AppliquerAsync(demande, par.Fonction, arret);
                else
                    (demande.CloseLe, demande.ClosePar, demande.Motif) = (horloge.Maintenant.ToUniversalTime(), par.Fonction, motif);
            },
            arret,
            Fait(
                demande.Id,
                accorde
                    ? new AccorderAcces(par.Fonction, demande.Siren, demande.Role, motif)
                    : new RefuserAcces(par.Fonction, demande.Siren, demande.Role, motif)
            )
        );

    /// <summary>Gives a person of a collectivité another role; takes every one when it is null.</summary>
    /// <exception cref="ActeImpossibleException">It would be without a legal representative.</exception>
    public Task ChangerAsync(string siren, Guid compte, Role? role, Acteur par, CancellationToken arret) =>
        db.ActeAsync(
            par,
            horloge.Maintenant,
            async () =>
            {
                var avant = await EquipeAsync(siren, arret);
                await EcrireAsync(avant, role is { } r ? avant.Accorder(compte, r) : avant.Retirer(compte), compte, arret);
            },
            arret,
            Fait(compte, role is null ? new RetirerAcces(par.Fonction, siren) : new ChangerDeRole(par.Fonction, siren, role))
        );

    private async Task AppliquerAsync(DemandeDAcces demande, string par, CancellationToken arret)
    {
        var equipe = await EquipeAsync(demande.Siren, arret);
        await EcrireAsync(equipe, equipe.Accorder(demande.UtilisateurId!.Value, demande.Role), demande.UtilisateurId.Value, arret);
        (demande.CloseLe, demande.Accordee, demande.ClosePar) = (horloge.Maintenant.ToUniversalTime(), true, par);
    }

    /// <summary>Read under the lock of the collectivité: two departures at once are one after the other.</summary>
    private async Task<Equipe> EquipeAsync(string siren, CancellationToken arret)
    {
        await VerrouillerAsync(siren, arret);
        var lignes = await db.Habilitations.Where(h => h.Siren == siren).Select(h => new { h.UtilisateurId, h.Role }).ToListAsync(arret);
        return new Equipe(
            siren,
            [.. lignes.GroupBy(l => l.UtilisateurId).Select(g => new Equipier(g.Key, Equipe.Roles.First(r => g.Any(l => l.Role == r))))]
        );
    }

    private async Task EcrireAsync(Equipe avant, Equipe apres, Guid compte, CancellationToken arret)
    {
        await db.Habilitations.Where(h => h.Siren == avant.Siren && h.UtilisateurId == compte).ExecuteDeleteAsync(arret);
        if (apres.Membres.FirstOrDefault(m => m.Compte == compte) is { } membre)
            db.Habilitations.Add(
                new HabilitationAccordee
                {
                    UtilisateurId = compte,
                    Role = membre.Role,
                    Siren = avant.Siren,
                }
            );
        // Its screens learn it at their next minute, without signing out.
        await db.SaveChangesAsync(arret);
    }

    private Task<int> VerrouillerAsync(string siren, CancellationToken arret) =>
        db.Database.ExecuteSqlAsync($"select 1 from collectivites where siren = {siren} for update", arret);

    private async Task<Utilisateur> CreerAsync(DemandeDAcces demande, CancellationToken arret) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserName = demande.Adresse,
            Email = demande.Adresse,
            Organisme = await db.Collectivites.Where(c => c.Siren == demande.Siren).Select(c => c.Nom).SingleAsync(arret),
            Fonction = demande.Fonction,
        };

    private static Fait Fait(Guid id, Trace trace) => new(trace, Entite, id);

    /// <summary>Leaves the transaction without a trace.</summary>
    private sealed class RefusDeMotDePasse : Exception;
}
