using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>Inhabitants from which a collectivité is medium, then large (A9).</summary>
public sealed record SeuilsDeTaille(int Moyenne, int Grande);

/// <summary>What was deposited and granted, of one département or of one size.</summary>
/// <param name="Cle">« 35 »; « 0 » to « 2 » for a size, the smallest first, « 3 » where the population is unknown.</param>
/// <param name="Deposes">Dossiers deposited.</param>
/// <param name="Demande">Euros asked.</param>
/// <param name="Accords">Accords told to their porteur, that hold.</param>
/// <param name="Accorde">Euros of those.</param>
public sealed record SommeDeTerritoire(string Cle, int Deposes, decimal Demande, int Accords, decimal Accorde);

/// <summary>A laureate of the file.</summary>
public sealed record LigneDeTerritoire(
    string Numero,
    string Titre,
    string Porteur,
    string Departement,
    int? Population,
    decimal? Demande,
    decimal Accorde
);

/// <summary>Accords over départements and sizes (R55, R57), in SQL: an amount counts for the leader's département (A15).</summary>
public sealed class TerritoiresDesLaureats(FitnContext db, Acteur acteur, string dispositif)
{
    /// <summary>Population of a porteur at its first deposit.</summary>
    public sealed record Habitants(Guid DossierId, int? Population);

    private IQueryable<Domain.Dossiers.Dossier> Dossiers => db.Dossiers.ComptesPour(acteur).Where(d => d.Dispositif == dispositif);

    private IQueryable<ActeAttributif> Accords =>
        db
            .ActesAttributifs.VisiblesPar(acteur, Droit.LireTableaux)
            .Where(a => a.Dispositif == dispositif && (a.EtatPublic == EtatPublic.Accord || a.EtatPublic == EtatPublic.Attribuee));

    private IQueryable<Habitants> Populations =>
        db.Database.SqlQuery<Habitants>(
            $"""
            select id as dossier_id,
                coalesce((porteur ->> 'PopulationTotale')::int, (porteur ->> 'PopulationMunicipale')::int) as population
            from dossiers where porteur is not null
            """
        );

    public async Task<IReadOnlyList<SommeDeTerritoire>> ParDepartementAsync(CancellationToken arret)
    {
        var deposes = await Dossiers
            .GroupBy(d => d.Departement)
            .Select(g => new
            {
                Cle = g.Key,
                Nombre = g.Count(),
                Demande = g.Sum(d => (decimal?)(object?)d.MontantDemande) ?? 0m,
            })
            .ToListAsync(arret);
        var accords = await Accords
            .GroupBy(a => a.Departement)
            .Select(g => new
            {
                Cle = g.Key,
                Nombre = g.Count(),
                Accorde = g.Sum(a => (decimal)(object)a.Montant),
            })
            .ToListAsync(arret);
        return Joindre([.. deposes.Select(d => (d.Cle, d.Nombre, d.Demande))], [.. accords.Select(a => (a.Cle, a.Nombre, a.Accorde))]);
    }

    public async Task<IReadOnlyList<SommeDeTerritoire>> ParTailleAsync(SeuilsDeTaille seuils, CancellationToken arret)
    {
        var (moyenne, grande) = (seuils.Moyenne, seuils.Grande);
        var deposes = await (
            from d in Dossiers
            join p in Populations on d.Id equals p.DossierId
            group (decimal?)(object?)d.MontantDemande by p.Population == null ? "3"
            : p.Population < moyenne ? "0"
            : p.Population < grande ? "1"
            : "2" into g
            select new
            {
                Cle = g.Key,
                Nombre = g.Count(),
                Demande = g.Sum() ?? 0m,
            }
        ).ToListAsync(arret);
        var accords = await (
            from a in Accords
            join p in Populations on a.DossierId equals p.DossierId
            group (decimal)(object)a.Montant by p.Population == null ? "3"
            : p.Population < moyenne ? "0"
            : p.Population < grande ? "1"
            : "2" into g
            select new
            {
                Cle = g.Key,
                Nombre = g.Count(),
                Accorde = g.Sum(),
            }
        ).ToListAsync(arret);
        return Joindre([.. deposes.Select(d => (d.Cle, d.Nombre, d.Demande))], [.. accords.Select(a => (a.Cle, a.Nombre, a.Accorde))]);
    }

    /// <summary>Inhabitants of each département: total populations of its communes, of the first year of the referential.</summary>
    public async Task<(int Annee, IReadOnlyDictionary<string, int> Habitants)> HabitantsAsync(
        string[] departements,
        CancellationToken arret
    )
    {
        var lus = await (
            from c in db.Collectivites
            where departements.Contains(c.Departement) && c.Nature == Domain.Collectivites.NatureJuridique.Commune
            from p in c.Populations
            where p.Totale != null
            group p.Totale by new { c.Departement, p.Annee } into g
            select new
            {
                g.Key.Departement,
                g.Key.Annee,
                Somme = g.Sum() ?? 0,
            }
        ).ToListAsync(arret);
        var annee = lus.Count == 0 ? 0 : lus.Min(l => l.Annee);
        return (annee, lus.Where(l => l.Annee == annee).ToDictionary(l => l.Departement, l => l.Somme, StringComparer.Ordinal));
    }

    /// <summary>The laureates that the sums are made of.</summary>
    public IQueryable<LigneDeTerritoire> Lignes =>
        from a in Accords
        join d in db.Dossiers on a.DossierId equals d.Id
        join c in db.Collectivites on a.Siren equals c.Siren
        join p in Populations on a.DossierId equals p.DossierId
        orderby a.Departement, d.Numero
        select new LigneDeTerritoire(
            d.Numero!,
            d.Titre,
            c.Nom,
            a.Departement,
            p.Population,
            (decimal?)(object?)d.MontantDemande,
            (decimal)(object)a.Montant
        );

    private static IReadOnlyList<SommeDeTerritoire> Joindre(
        IReadOnlyList<(string Cle, int Nombre, decimal Montant)> deposes,
        IReadOnlyList<(string Cle, int Nombre, decimal Montant)> accords
    ) =>
        [
            .. deposes
                .Select(d => d.Cle)
                .Union(accords.Select(a => a.Cle), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(cle =>
                {
                    var (d, a) = (deposes.FirstOrDefault(x => x.Cle == cle), accords.FirstOrDefault(x => x.Cle == cle));
                    return new SommeDeTerritoire(cle, d.Nombre, d.Montant, a.Nombre, a.Montant);
                }),
        ];
}
