using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Consultations;

/// <summary>What others said to the instruction, and how it is written wherever it is read.</summary>
public static class AvisLisibles
{
    /// <summary>Those given on dossiers, by dossier, but for what was promised to stay in the service.</summary>
    public static async Task<ILookup<Guid, Consultation>> AvisLisiblesAsync(
        this FitnContext db,
        IReadOnlyCollection<Guid> dossiers,
        CancellationToken arret
    ) =>
        (
            await db
                .Consultations.Where(c => dossiers.Contains(c.DossierId) && c.RendueLe != null && !c.Confidentielle)
                .OrderBy(c => c.RendueLe)
                .ToListAsync(arret)
        ).ToLookup(c => c.DossierId);

    /// <summary>« Ti Lab : favorable avec réserves. À revoir avec les usagers. »</summary>
    public static string Phrase(this Consultation avis) =>
        $"{avis.Service} : {Choix.SensDAvis.Libelle(avis.Sens.ToString()!).ToLowerInvariant()}. {avis.Texte}";
}
