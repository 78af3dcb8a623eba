using FitnGrants.Domain.Dispositifs;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.Administration;

/// <summary>Where a published version stands today.</summary>
public enum MomentDeVersion
{
    AVenir,
    EnVigueur,
    Passee,
}

/// <summary>A published version, and how many deposited dossiers it judges.</summary>
public sealed record VersionPubliee(Publication Publication, MomentDeVersion Moment, int Deposes);

/// <summary>A dispositif, its versions the last in force first, and the drafts that the one in force judges.</summary>
public sealed record DispositifPage(Reglement Reglement, IReadOnlyList<VersionPubliee> Versions, int Brouillons)
{
    public VersionPubliee EnVigueur => Versions.First(v => v.Moment == MomentDeVersion.EnVigueur);

    /// <summary>Null for an unknown code.</summary>
    public static async Task<DispositifPage?> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        string code,
        DateOnly aujourdhui,
        CancellationToken arret
    ) => reglements.Trouver(code) is { } reglement ? (await ChargerAsync(db, reglements, [reglement], aujourdhui, arret))[0] : null;

    /// <summary>Every dispositif.</summary>
    public static async Task<List<DispositifPage>> ChargerAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        IReadOnlyCollection<Reglement> voulus,
        DateOnly aujourdhui,
        CancellationToken arret
    )
    {
        string[] codes = [.. voulus.Select(r => r.Code)];
        var deposes = await db
            .Dossiers.Where(d => d.Numero != null && codes.Contains(d.Dispositif))
            .GroupBy(d => d.VersionReglement)
            .Select(g => new { g.Key, N = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.N, StringComparer.Ordinal, arret);
        var brouillons = await db
            .Dossiers.Where(d => d.Etat == EtatDossier.Brouillon && codes.Contains(d.Dispositif))
            .GroupBy(d => d.Dispositif)
            .Select(g => new { g.Key, N = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.N, StringComparer.Ordinal, arret);
        return
        [
            .. voulus.Select(r => new DispositifPage(
                r,
                [
                    .. reglements
                        .Publications.Where(p => p.Code == r.Code)
                        .Reverse()
                        .Select(p => new VersionPubliee(p, Moment(p, r, aujourdhui), deposes.GetValueOrDefault(p.Version))),
                ],
                brouillons.GetValueOrDefault(r.Code)
            )),
        ];
    }

    /// <summary>Where a version stands beside the one in force.</summary>
    public static MomentDeVersion Moment(Publication publication, Reglement enVigueur, DateOnly aujourdhui) =>
        publication.Version == enVigueur.Version ? MomentDeVersion.EnVigueur
        : publication.EnVigueurLe > aujourdhui ? MomentDeVersion.AVenir
        : MomentDeVersion.Passee;
}
