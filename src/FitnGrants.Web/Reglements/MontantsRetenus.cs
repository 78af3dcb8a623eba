using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Reglements;

/// <summary>
/// What an installed base retained before that was kept: its migration copies the deposit where nothing is set aside, the rest is
/// computed here by the règlement of each dossier, once.
/// </summary>
public static class MontantsRetenus
{
    private const string Cle = "montants-retenus";

    public static async Task ReprendreAsync(FitnContext db, RegistreDesReglements reglements, CancellationToken arret)
    {
        if (await db.Parametres.AnyAsync(p => p.Cle == Cle, arret))
            return;
        foreach (var dossier in await db.Dossiers.AsTracking().Where(d => d.Numero != null && d.AssietteRetenue == null).ToListAsync(arret))
            dossier.Retenir(await reglements.VersionAsync(db, dossier.VersionReglement, arret));
        db.Parametres.Add(new Parametre { Cle = Cle, Valeur = "oui" });
        await db.SaveChangesAsync(arret);
    }
}
