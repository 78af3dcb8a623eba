using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace FitnGrants.Web.Features.Laureats;

/// <summary>What the laureates of one département come to.</summary>
/// <param name="Code">« 35 ».</param>
/// <param name="Nombre">Projects that work there, members included.</param>
/// <param name="Montant">Euros that go to its beneficiaries.</param>
public sealed record SommeDeDepartement(string Code, int Nombre, Euros Montant)
{
    public string Nom => Libelles.Departement(Code);
}

/// <summary>The laureates in figures: a project on two départements is in both, and once in the whole.</summary>
/// <param name="Nombre">All of them.</param>
/// <param name="Attribuees">Those whose act is received.</param>
/// <param name="Montant">Euros, to the cent the sum of <paramref name="Departements"/>.</param>
/// <param name="Departements">The largest amount first.</param>
public sealed record SommesDesLaureats(int Nombre, int Attribuees, Euros Montant, IReadOnlyList<SommeDeDepartement> Departements)
{
    /// <summary>A sum as SQL makes it.</summary>
    public sealed record Lue(string? Departement, int Nombre, int Attribuees, decimal Montant, bool Partagee);

    /// <summary>What nothing has changed since is not summed again: every act writes the journal, in its own transaction.</summary>
    public static async Task<SommesDesLaureats> LireAsync(FitnContext db, IMemoryCache memoire, CancellationToken arret)
    {
        var empreinte = await db.EmpreinteAsync(arret);
        return (await memoire.GetOrCreateAsync((typeof(SommesDesLaureats), empreinte), entree =>
            {
                entree.SlidingExpiration = TimeSpan.FromMinutes(10);
                return SommerAsync(db, arret);
            }))!;
    }

    private static async Task<SommesDesLaureats> SommerAsync(FitnContext db, CancellationToken arret)
    {
        var lues = await Requete(db).ToListAsync(arret);
        var uniques = lues.Where(l => !l.Partagee || l.Departement is null).ToList();
        return new SommesDesLaureats(
            uniques.Sum(l => l.Nombre),
            uniques.Sum(l => l.Attribuees),
            new Euros(lues.Sum(l => l.Montant)),
            [
                .. lues.Where(l => l.Departement is not null)
                    .GroupBy(l => l.Departement!, StringComparer.Ordinal)
                    .Select(g => new SommeDeDepartement(g.Key, g.Sum(l => l.Nombre), new Euros(g.Sum(l => l.Montant))))
                    .OrderByDescending(s => s.Montant)
                    .ThenBy(s => s.Code, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>Projects of one département are summed from their index alone; the few others by their parts, then counted once.</summary>
    public static IQueryable<Lue> Requete(FitnContext db) =>
        db.Database.SqlQuery<Lue>(
            $"""
            select departement, count(*)::int as nombre, count(recu_le)::int as attribuees, sum(montant) as montant, false as partagee
            from actes_attributifs
            where etat_public in ('Accord', 'Attribuee') and cardinality(departements_servis) = 1 group by departement
            union all
            select l ->> 'Departement', count(*)::int, 0, sum((l ->> 'Montant')::numeric), true
            from actes_attributifs, jsonb_array_elements(lieux) l
            where etat_public in ('Accord', 'Attribuee') and cardinality(departements_servis) > 1 group by l ->> 'Departement'
            union all
            select null, count(*)::int, count(recu_le)::int, 0, true
            from actes_attributifs where etat_public in ('Accord', 'Attribuee') and cardinality(departements_servis) > 1
            """
        );
}
