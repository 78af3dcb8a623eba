using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>Figures held for a year: since when they are in force, of how many collectivités.</summary>
public sealed record MillesimeTenu(int Annee, DateOnly EnVigueurLe, int Collectivites);

/// <summary>The millésimes held, and the two forms, as typed.</summary>
public sealed record ReferentielPage
{
    public required IReadOnlyList<MillesimeTenu> Millesimes { get; init; }

    /// <summary>Year of the figures that judge today; null when none is in force.</summary>
    public int? EnVigueur { get; init; }

    public CollectiviteSaisie Collectivite { get; init; } = new() { Annee = "2018" };

    public ImportFormulaire Import { get; init; } = new();

    /// <summary>Why the file was refused.</summary>
    public LectureDeFichier? Refusee { get; init; }

    public static async Task<ReferentielPage> LireAsync(FitnContext db, DateOnly jour, CancellationToken arret)
    {
        var lignes = await db
            .Collectivites.SelectMany(c => c.Populations)
            .GroupBy(p => new { p.Annee, p.EnVigueurLe })
            .Select(g => new
            {
                g.Key.Annee,
                g.Key.EnVigueurLe,
                Nombre = g.Count(),
            })
            .ToListAsync(arret);
        List<MillesimeTenu> millesimes =
        [
            .. lignes
                .OrderByDescending(l => l.EnVigueurLe)
                .ThenByDescending(l => l.Annee)
                .Select(l => new MillesimeTenu(l.Annee, l.EnVigueurLe, l.Nombre)),
        ];
        return new ReferentielPage { Millesimes = millesimes, EnVigueur = millesimes.Find(m => m.EnVigueurLe <= jour)?.Annee };
    }
}
