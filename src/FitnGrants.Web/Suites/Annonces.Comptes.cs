using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Suites;

/// <summary>Who is told of an act on an account, or on who may act for a collectivité.</summary>
internal static partial class Annonces
{
    public static Task<IEnumerable<Courriel>> DeLInvitation(Survenu s, Moyens moyens, CancellationToken arret) =>
        Task.FromResult<IEnumerable<Courriel>>([
            CourriersDeCompte.InvitationDAgent(s.Db.Users.Local.Single(u => u.Id == s.Fait.Id), s.Par.Fonction, moyens.Systeme.GetUtcNow()),
        ]);

    public static async Task<IEnumerable<Courriel>> DeLAdresse(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var demande = Demande(s);
        var collectivite = await s.Db.Collectivites.Where(c => c.Siren == demande.Siren).Select(c => c.Nom).SingleAsync(arret);
        return [CourriersDeCompte.Adresse(demande, collectivite, s.Instant)];
    }

    /// <summary>An invitation is granted by itself; a request waits for an answer.</summary>
    public static async Task<IEnumerable<Courriel>> AQuiAccepte(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var demande = Demande(s);
        if (demande.InvitePar is not null)
            return [];
        var collectivite = await s.Db.Collectivites.SingleAsync(c => c.Siren == demande.Siren, arret);
        var representee = await s.Db.Habilitations.AnyAsync(h => h.Siren == demande.Siren && h.Role == Role.RepresentantLegal, arret);
        return [CourriersDeCompte.DemandeDAcces(demande, collectivite, representee, s.Instant)];
    }

    /// <summary>Nobody is behind an address that was not proved.</summary>
    public static Task<IEnumerable<Courriel>> DeLAcces(Survenu s, Moyens moyens, CancellationToken arret) =>
        Task.FromResult<IEnumerable<Courriel>>(
            Demande(s) is { ConfirmeeLe: not null } demande ? [CourriersDeCompte.ReponseDAcces(demande, s.Instant)] : []
        );

    public static async Task<IEnumerable<Courriel>> DeLaDelegation(Survenu s, Moyens moyens, CancellationToken arret)
    {
        var delegation = (Delegation)s.Racine!;
        var adresse = await s.Db.Users.Where(u => u.Id == delegation.Delegataire).Select(u => u.Email!).SingleAsync(arret);
        var remplace = await s
            .Db.Users.Where(u => u.Id == delegation.Delegant)
            .Select(u => u.Organisme + ", " + u.Fonction)
            .SingleAsync(arret);
        return [CourriersDeCompte.Delegation(delegation, adresse, remplace, s.Instant)];
    }

    private static DemandeDAcces Demande(Survenu s) => s.Db.DemandesDAcces.Local.Single(d => d.Id == s.Fait.Id);
}
