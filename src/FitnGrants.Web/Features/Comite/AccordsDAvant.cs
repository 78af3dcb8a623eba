using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Seances;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Comite;

/// <summary>An accord of another session, as it counted when this one opened.</summary>
/// <param name="Dispositif">Whose envelope it takes from.</param>
/// <param name="Departement">Of its dossier.</param>
/// <param name="Porteur">Its beneficiary.</param>
/// <param name="Montant">Euros it held then.</param>
/// <param name="Connu">False where the reader may not count it: a sum tells an amount by subtraction.</param>
public sealed record AccordDAvant(string Dispositif, string Departement, Beneficiaire? Porteur, Euros Montant, bool Connu);

/// <summary>What a session found when it opened: its papers say the same whenever they are asked for.</summary>
public static class AccordsDAvant
{
    /// <summary>Accords of the other sessions on its envelopes, at its opening; as of now while it is not open.</summary>
    public static async Task<IReadOnlyList<AccordDAvant>> AccordsDAvantAsync(
        this FitnContext db,
        Seance seance,
        Lecteur lecteur,
        CancellationToken arret
    )
    {
        string[] codes = [.. seance.Dispositifs];
        var ouverte = seance.OuverteLe;
        var connus = db.AccordsEnSeancePour(lecteur, db.Decisions.IgnoreQueryFilters());
        var lus = await (
            from d in db.Decisions.IgnoreQueryFilters()
            where
                codes.Contains(d.Dispositif)
                && d.MontantAccorde != null
                && d.SeanceId != seance.Id
                && (ouverte == null || d.EnregistreeLe < ouverte)
                && (d.AnnuleeLe == null || d.AnnuleeLe >= ouverte)
            join x in db.Dossiers on d.DossierId equals x.Id
            select new
            {
                d.Dispositif,
                x.Departement,
                x.Porteur,
                d.MontantAccorde,
                Engagement = db.Engagements.FirstOrDefault(e => e.DecisionId == d.Id),
                Connu = connus.Any(c => c.Id == d.Id),
            }
        ).ToListAsync(arret);
        return
        [
            .. lus.Select(d => new AccordDAvant(
                d.Dispositif,
                d.Departement,
                d.Porteur,
                // One annulled since has no engagement left: what it took was its amount.
                (ouverte is { } instant ? d.Engagement?.MontantAu(instant) : d.Engagement?.Montant) ?? d.MontantAccorde!.Value,
                d.Connu
            )),
        ];
    }

    /// <summary>Sent back by earlier sessions, and told: by dossier, the first one first.</summary>
    public static async Task<ILookup<Guid, Decision>> RenvoisDAvantAsync(
        this FitnContext db,
        Seance seance,
        IReadOnlyCollection<Guid> dossiers,
        CancellationToken arret
    ) =>
        (
            await db
                .Decisions.Where(d =>
                    dossiers.Contains(d.DossierId) && d.Type == TypeDecision.ARevoir && d.SeanceId != seance.Id && d.PriseLe < seance.Jour
                )
                .Where(d => d.NotifieeLe != null)
                .OrderBy(d => d.PriseLe)
                .ToListAsync(arret)
        ).ToLookup(d => d.DossierId);
}
