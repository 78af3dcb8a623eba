using System.Collections.Immutable;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Temps;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Acces;

/// <summary>Who acts for a collectivité: asked for, offered, granted, given up. One act at a time for each collectivité.</summary>
public sealed class AccesDesCollectivites(FitnContext db, UserManager<Utilisateur> utilisateurs, Horloge horloge, TimeProvider systeme)
{
    private const int ParHeure = 3;
    private const string Entite = nameof(DemandeDAcces);

    /// <summary>Writes a request or an invitation, and the message that proves the address. Beyond three requests an hour for one address, nothing: nobody floods a colleague.</summary>
    public async Task DemanderAsync(string adresse, string siren, string fonction, Role role, Acteur? invitePar, CancellationToken arret)
    {
        var (cle, instant) = (adresse.Trim().ToLowerInvariant(), systeme.GetUtcNow());
        if (invitePar is null && await db.DemandesDAcces.CountAsync(d => d.Adresse == cle && d.InvitePar == null && d.CreeLe > instant.AddHours(-1), arret) >= ParHeure)
            return;
        var collectivite = await db.Collectivites.AsNoTracking().SingleAsync(c => c.Siren == siren, arret);
        var demande = new DemandeDAcces { Id = Guid.CreateVersion7(), Adresse = cle, Siren = siren, Fonction = fonction, Role = role, InvitePar = invitePar?.Fonction, CreeLe = instant };
        await db.ActeAsync(invitePar ?? Acteur.Systeme, horloge.Maintenant, () =>
        {
            db.DemandesDAcces.Add(demande);
            db.Courriels.Add(Message(demande, collectivite.Nom));
            return Task.FromResult(true);
        }, arret, Fait(invitePar is null ? "DemanderAcces" : "Inviter", demande.Id, ("siren", siren), ("role", $"{role}"), ("par", invitePar?.Fonction)));
    }

    /// <summary>The address is proved: an invitation is granted, a request goes to who may accept it. Why the password was refused; null once done.</summary>
    public async Task<string?> ConfirmerAsync(DemandeDAcces demande, string? motDePasse, CancellationToken arret)
    {
        var refus = IdentityResult.Success;
        try
        {
            await db.ActeAsync(Acteur.Systeme, horloge.Maintenant, async () =>
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
                (demande.ConfirmeeLe, demande.UtilisateurId) = (systeme.GetUtcNow(), compte.Id);
                if (demande.InvitePar is { } par)
                    await AppliquerAsync(demande, par, arret);
                else
                    await PrevenirAsync(demande, arret);
                return true;
            }, arret, Fait("ConfirmerAcces", demande.Id, ("siren", demande.Siren), ("role", $"{demande.Role}")));
            return null;
        }
        catch (RefusDeMotDePasse)
        {
            return string.Join(' ', refus.Errors.Select(e => e.Description));
        }
    }

    /// <summary>Accepts or refuses a confirmed request.</summary>
    /// <exception cref="ActeImpossibleException">It is over.</exception>
    public Task TrancherAsync(DemandeDAcces demande, bool accorde, string? motif, Acteur par, CancellationToken arret) => db.ActeAsync(par, horloge.Maintenant, async () =>
    {
        await VerrouillerAsync(demande.Siren, arret);
        await db.Entry(demande).ReloadAsync(arret);
        if (demande.CloseLe is not null)
            throw new ActeImpossibleException("Action impossible : quelqu’un a déjà répondu à cette demande.");
        if (accorde)
            await AppliquerAsync(demande, par.Fonction, arret);
        else
            (demande.CloseLe, demande.ClosePar, demande.Motif) = (systeme.GetUtcNow(), par.Fonction, motif);
        if (demande.ConfirmeeLe is not null)
            db.Courriels.Add(Reponse(demande));
        return true;
    }, arret, Fait(accorde ? "AccorderAcces" : "RefuserAcces", demande.Id, ("siren", demande.Siren), ("role", $"{demande.Role}"), ("par", par.Fonction), ("motif", motif)));

    /// <summary>Gives a person of a collectivité another role; takes every one when it is null.</summary>
    /// <exception cref="ActeImpossibleException">It would be without a legal representative.</exception>
    public Task ChangerAsync(string siren, Guid compte, Role? role, Acteur par, CancellationToken arret) => db.ActeAsync(par, horloge.Maintenant, async () =>
    {
        var avant = await EquipeAsync(siren, arret);
        await EcrireAsync(avant, role is { } r ? avant.Accorder(compte, r) : avant.Retirer(compte), compte, arret);
        return true;
    }, arret, Fait(role is null ? "RetirerAcces" : "ChangerDeRole", compte, ("siren", siren), ("role", role?.ToString()), ("par", par.Fonction)));

    private async Task AppliquerAsync(DemandeDAcces demande, string par, CancellationToken arret)
    {
        var equipe = await EquipeAsync(demande.Siren, arret);
        await EcrireAsync(equipe, equipe.Accorder(demande.UtilisateurId!.Value, demande.Role), demande.UtilisateurId.Value, arret);
        (demande.CloseLe, demande.Accordee, demande.ClosePar) = (systeme.GetUtcNow(), true, par);
    }

    /// <summary>Read under the lock of the collectivité: two departures at once are one after the other.</summary>
    private async Task<Equipe> EquipeAsync(string siren, CancellationToken arret)
    {
        await VerrouillerAsync(siren, arret);
        var lignes = await db.Habilitations.AsNoTracking().Where(h => h.Siren == siren).Select(h => new { h.UtilisateurId, h.Role }).ToListAsync(arret);
        return new Equipe(siren, [.. lignes.GroupBy(l => l.UtilisateurId).Select(g => new Equipier(g.Key, Equipe.Roles.First(r => g.Any(l => l.Role == r))))]);
    }

    private async Task EcrireAsync(Equipe avant, Equipe apres, Guid compte, CancellationToken arret)
    {
        await db.Habilitations.Where(h => h.Siren == avant.Siren && h.UtilisateurId == compte).ExecuteDeleteAsync(arret);
        if (apres.Membres.FirstOrDefault(m => m.Compte == compte) is { } membre)
            db.Habilitations.Add(new HabilitationAccordee { UtilisateurId = compte, Role = membre.Role, Siren = avant.Siren });
        // Its screens learn it at their next minute, without signing out.
        await db.SaveChangesAsync(arret);
    }

    private Task<int> VerrouillerAsync(string siren, CancellationToken arret) =>
        db.Database.ExecuteSqlAsync($"select 1 from collectivites where siren = {siren} for update", arret);

    private async Task<Utilisateur> CreerAsync(DemandeDAcces demande, CancellationToken arret) => new()
    {
        Id = Guid.CreateVersion7(),
        UserName = demande.Adresse,
        Email = demande.Adresse,
        Organisme = await db.Collectivites.Where(c => c.Siren == demande.Siren).Select(c => c.Nom).SingleAsync(arret),
        Fonction = demande.Fonction,
    };

    /// <summary>Its legal representatives when it has some, else the préfecture of its département.</summary>
    private async Task PrevenirAsync(DemandeDAcces demande, CancellationToken arret)
    {
        var collectivite = await db.Collectivites.AsNoTracking().SingleAsync(c => c.Siren == demande.Siren, arret);
        var representee = await db.Habilitations.AnyAsync(h => h.Siren == demande.Siren && h.Role == Role.RepresentantLegal, arret);
        db.Courriels.Add(new Courriel
        {
            Id = Guid.CreateVersion7(),
            Modele = "acces-demande",
            Destinataire = representee ? demande.Siren : Destinataires.Prefecture + collectivite.Departement,
            Objet = Francais.Typographier($"Une demande d’accès pour {collectivite.Nom}"),
            Texte = Francais.Typographier($"{demande.Fonction}, {demande.Adresse}, demande à agir pour {collectivite.Nom} (SIREN {collectivite.Siren}). Vérifiez qui c’est, puis répondez."),
            Lien = representee ? "/compte/acces" : "/instruction/acces",
            CreeLe = horloge.Maintenant.ToUniversalTime(),
        });
    }

    private Courriel Message(DemandeDAcces demande, string collectivite) => new()
    {
        Id = Guid.CreateVersion7(),
        Modele = LiensDeCompte.Acces,
        Destinataire = demande.Adresse,
        Objet = Francais.Typographier(demande.InvitePar is null ? "Confirmez votre adresse" : $"{demande.InvitePar} vous invite à rejoindre {collectivite}"),
        Texte = Francais.Typographier(demande.InvitePar is null
            ? $"Quelqu’un, vous sans doute, demande à agir pour {collectivite} sur FitnGrants. Le lien qui suit confirme votre adresse ; il est valable sept jours. Si ce n’est pas vous, ne faites rien."
            : $"Vous êtes invité à agir pour {collectivite} sur FitnGrants. Le lien qui suit ouvre votre accès ; il est valable sept jours."),
        // The link itself is made when the message leaves: the table holds no secret.
        Lien = demande.Id.ToString(),
        Immediat = true,
        CreeLe = horloge.Maintenant.ToUniversalTime(),
    };

    private Courriel Reponse(DemandeDAcces demande) => new()
    {
        Id = Guid.CreateVersion7(),
        Modele = "acces-reponse",
        Destinataire = demande.Adresse,
        Objet = demande.Accordee ? "Votre accès est ouvert" : "Votre demande d’accès est refusée",
        Texte = Francais.Typographier(demande.Accordee
            ? $"{demande.ClosePar} a accepté votre demande. Connectez-vous : les dossiers de votre collectivité sont dans votre espace."
            : $"{demande.ClosePar} a refusé votre demande : {demande.Motif}"),
        Lien = demande.Accordee ? "/mes-dossiers" : "/compte/attente",
        Immediat = true,
        CreeLe = horloge.Maintenant.ToUniversalTime(),
    };

    private static Fait Fait(string acte, Guid id, params (string Cle, string? Valeur)[] details) => new(
        acte, Entite, id, null, null, details.Where(d => d.Valeur is not null).ToImmutableSortedDictionary(d => d.Cle, d => d.Valeur!, StringComparer.Ordinal));

    /// <summary>Leaves the transaction without a trace.</summary>
    private sealed class RefusDeMotDePasse : Exception;
}
