using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Domain.Suivi.EtatsDesLieux;
using FitnGrants.Web.Composants;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>A company of the last report of an act.</summary>
/// <param name="ActeId">The act.</param>
/// <param name="Nom">Its name.</param>
/// <param name="Siren">Nine digits; null where it is not said.</param>
/// <param name="Siege">Département of its registered office; null where it is not said.</param>
/// <param name="Montant">Euros of the order; zero where it is not said.</param>
public sealed record EntrepriseDUnActe(Guid ActeId, string Nom, string? Siren, string? Siege, decimal Montant);

/// <summary>Where a registered office is, seen from the laureate.</summary>
public enum Proximite
{
    Departement,
    Region,
    Ailleurs,
    Etranger,
    NonDit,
}

/// <summary>Companies of one registered office, for laureates of one département.</summary>
public sealed record SiegeDEntreprises(string Laureat, string Region, string? Siege, int Nombre, decimal Montant);

/// <summary>A line of the file.</summary>
public sealed record LigneDEntreprise(string Numero, string Porteur, string Nom, string? Siren, string? Siege, decimal Montant);

/// <summary>« La liste des entreprises, qui bénéficieront de la commande » (S1:26, R78): of the last report of each act, in SQL.</summary>
public sealed class EntreprisesDesActes(FitnContext db, Acteur acteur)
{
    private IQueryable<ActeAttributif> Actes => db.ActesAttributifs.VisiblesPar(acteur, Droit.LireTableaux);

    public Task<List<SiegeDEntreprises>> ParSiegeAsync(CancellationToken arret) =>
        (
            from e in Dites
            join a in Actes on e.ActeId equals a.Id
            group e by new
            {
                a.Departement,
                a.Region,
                e.Siege,
            } into g
            select new SiegeDEntreprises(g.Key.Departement, g.Key.Region, g.Key.Siege, g.Count(), g.Sum(e => e.Montant))
        ).ToListAsync(arret);

    /// <summary>Acts that name a company.</summary>
    public Task<int> LaureatsAsync(CancellationToken arret) =>
        (from e in Dites join a in Actes on e.ActeId equals a.Id select a.Id)
            .Distinct()
            .CountAsync(arret);

    public IQueryable<LigneDEntreprise> Lignes =>
        from e in Dites
        join a in Actes on e.ActeId equals a.Id
        join d in db.Dossiers on a.DossierId equals d.Id
        join c in db.Collectivites on a.Siren equals c.Siren
        orderby d.Numero, e.Nom
        select new LigneDEntreprise(d.Numero!, c.Nom, e.Nom, e.Siren, e.Siege, e.Montant);

    private IQueryable<EntrepriseDUnActe> Dites =>
        db.Database.SqlQuery<EntrepriseDUnActe>(
            $"""
            select e.acte_id, l ->> 'Nom' as nom, l ->> 'Siren' as siren, l ->> 'DepartementSiege' as siege,
                coalesce((l ->> 'Montant')::numeric, 0) as montant
            from (
                select distinct on (acte_id) acte_id, transmissions -> -1 -> 'Contenu' -> 'Entreprises' as dites
                from etats_des_lieux where transmis_le is not null order by acte_id, rang desc
            ) e, jsonb_array_elements(coalesce(e.dites, '[]'::jsonb)) l
            """
        );
}

/// <summary>Companies by département of their registered office: near, in the région, elsewhere, abroad.</summary>
/// <param name="Laureats">Acts that name a company.</param>
/// <param name="Sieges">By registered office, the largest amount first.</param>
/// <param name="Proximites">Number and euros, seen from each laureate.</param>
public sealed record EntreprisesPage(
    int Laureats,
    IReadOnlyList<EntreprisesPage.Ligne> Sieges,
    IReadOnlyList<(Proximite Ou, int Nombre, Euros Montant)> Proximites
)
{
    /// <summary>One registered office.</summary>
    public sealed record Ligne(string? Siege, int Nombre, Euros Montant);

    public int Nombre => Sieges.Sum(s => s.Nombre);

    public Euros Montant => Euros.Somme(Sieges.Select(s => s.Montant));

    /// <summary>The country, darker where more of the order goes; seats abroad and overseas are in the table alone.</summary>
    public CarteDesDepartements Carte(string titre)
    {
        var plus = Sieges.Select(s => s.Montant.Montant).DefaultIfEmpty().Max();
        return new CarteDesDepartements(
            titre,
            [
                .. Sieges
                    .Where(s => s.Siege is not null)
                    .Select(s => new ZoneDeCarte(
                        s.Siege!,
                        Francais.Typographier(
                            $"{Francais.Majuscule(MotsDesEtats.Departement(s.Siege))} : "
                                + $"{Francais.Compte(s.Nombre, "commande")}, {s.Montant}"
                        ),
                        s.Montant.Montant * 2 > plus ? 3
                            : s.Montant.Montant * 10 > plus ? 2
                            : 1,
                        $"{s.Nombre}"
                    )),
            ]
        );
    }

    /// <param name="sieges">As SQL summed them.</param>
    /// <param name="laureats">Acts that name a company.</param>
    /// <param name="regions">Départements of each région.</param>
    public static EntreprisesPage De(IReadOnlyList<SiegeDEntreprises> sieges, int laureats, ILookup<string, string> regions) =>
        new(
            laureats,
            [
                .. sieges
                    .GroupBy(s => s.Siege, StringComparer.Ordinal)
                    .Select(g => new Ligne(g.Key, g.Sum(s => s.Nombre), new Euros(g.Sum(s => s.Montant))))
                    .OrderByDescending(l => l.Montant)
                    .ThenBy(l => l.Siege, StringComparer.Ordinal),
            ],
            [
                .. Enum.GetValues<Proximite>()
                    .Select(p => (p, sieges.Where(s => Ou(s, regions) == p).ToList()))
                    .Select(x => (x.p, x.Item2.Sum(s => s.Nombre), new Euros(x.Item2.Sum(s => s.Montant)))),
            ]
        );

    private static Proximite Ou(SiegeDEntreprises s, ILookup<string, string> regions) =>
        s.Siege switch
        {
            null => Proximite.NonDit,
            EntrepriseAttributaire.Etranger => Proximite.Etranger,
            var siege when siege == s.Laureat => Proximite.Departement,
            var siege when regions[s.Region].Contains(siege, StringComparer.Ordinal) => Proximite.Region,
            _ => Proximite.Ailleurs,
        };
}
