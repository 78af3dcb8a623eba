using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Suivi;

/// <summary>What is under every tab of the desk: what falls due within a month, what was paid otherwise than ordered.</summary>
/// <param name="Jusquau">Paris day until which it looks.</param>
/// <param name="Echeances">The nearest first.</param>
/// <param name="Ecarts">The oldest first.</param>
public sealed record PiedDuBureau(
    DateOnly Jusquau,
    IReadOnlyList<PiedDuBureau.Echeance> Echeances,
    IReadOnlyList<PiedDuBureau.Ecart> Ecarts
)
{
    private const int AuPlus = 5;

    /// <summary>An act whose day comes.</summary>
    public sealed record Echeance(string Numero, string Porteur, string Titre, DateOnly Le, EtapeDeSuivi Etape);

    /// <summary>A payment of another amount than ordered.</summary>
    public sealed record Ecart(string Numero, int Rang, string Porteur, Euros Ordonnance, Euros Paye, DateOnly Le);

    public static async Task<PiedDuBureau> ChargerAsync(FitnContext db, Acteur acteur, DateOnly aujourdhui, CancellationToken arret)
    {
        var (actes, jusquau) = (db.ActesAttributifs.VisiblesPar(acteur, Droit.LireListeDeSuivi), aujourdhui.AddMonths(1));
        var echeances = await (
            from a in actes.Where(a => a.EcheanceLe >= aujourdhui && a.EcheanceLe <= jusquau)
            orderby a.EcheanceLe, a.Id
            join d in db.Dossiers on a.DossierId equals d.Id
            join c in db.Collectivites on a.Siren equals c.Siren
            select new Echeance(d.Numero!, c.Nom, d.Titre, a.EcheanceLe!.Value, a.Etape)
        )
            .Take(AuPlus)
            .ToListAsync(arret);
        var ecarts = await (
            from a in actes.Where(a => a.VersementAttend == EtapeDeVersement.EcartARegler)
            orderby a.VersementDepuis, a.Id
            join v in db.Versements.Where(v => v.Etat == EtatDeVersement.Payee && v.Paye != v.Montant && v.EcartRegle == null)
                on a.Id equals v.ActeId
            join d in db.Dossiers on a.DossierId equals d.Id
            join c in db.Collectivites on a.Siren equals c.Siren
            select new Ecart(d.Numero!, v.Rang, c.Nom, v.Montant!.Value, v.Paye!.Value, v.PayeeLe!.Value)
        )
            .Take(AuPlus)
            .ToListAsync(arret);
        return new PiedDuBureau(jusquau, [.. echeances.OrderBy(e => e.Le)], [.. ecarts.OrderBy(e => e.Le)]);
    }
}
