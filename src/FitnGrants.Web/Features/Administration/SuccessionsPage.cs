using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>The successions recorded, the form, and what would follow.</summary>
public sealed record SuccessionsPage(SuccessionSaisie Formulaire, EffetsDUneSuccession? Effets, IReadOnlyList<LigneDeSuccession> Faites);

public sealed record LigneDeSuccession(
    string DeNom,
    string De,
    string ANom,
    string A,
    DateOnly Le,
    string Arrete,
    string Par,
    DateTimeOffset EnregistreeLe
);

/// <summary>One dossier that would follow.</summary>
public sealed record DossierQuiSuit(string Numero, string Titre, EtatDossier Etat, Euros? Aide);

/// <summary>What would follow a successor.</summary>
/// <param name="De">Name of the dead one.</param>
/// <param name="A">Name of its successor.</param>
/// <param name="Comptes">Accounts that act for it.</param>
/// <param name="Dossiers">Its own, and those of which it is a member.</param>
/// <param name="Laureate">True where the successor is laureate already: one body holds one place.</param>
public sealed record EffetsDUneSuccession(string De, string A, int Comptes, IReadOnlyList<DossierQuiSuit> Dossiers, bool Laureate)
{
    public static async Task<EffetsDUneSuccession> LireAsync(FitnContext db, SuccessionVoulue voulue, CancellationToken arret)
    {
        var noms = await db
            .Collectivites.Where(c => c.Siren == voulue.Ancien || c.Siren == voulue.Nouveau)
            .ToDictionaryAsync(c => c.Siren, c => c.Nom, StringComparer.Ordinal, arret);
        var dossiers = await db
            .Dossiers.Where(d => d.Siren == voulue.Ancien || d.Sirens.Contains(voulue.Ancien!))
            .OrderBy(d => d.CreeLe)
            .Select(d => new DossierQuiSuit(
                d.Numero ?? "brouillon",
                d.Titre,
                d.Etat,
                db.ActesAttributifs.Where(a => a.DossierId == d.Id).Select(a => (Euros?)a.Montant).FirstOrDefault()
            ))
            .ToListAsync(arret);
        return new EffetsDUneSuccession(
            noms[voulue.Ancien!],
            noms[voulue.Nouveau!],
            await db.Habilitations.Where(h => h.Siren == voulue.Ancien).Select(h => h.UtilisateurId).Distinct().CountAsync(arret),
            dossiers,
            await db.Engagements.AnyAsync(e => e.SirenReserve == voulue.Nouveau, arret)
        );
    }
}
