using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace FitnGrants.Web.Features.Statistiques;

/// <summary>One dispositif, or all of them, in figures that everyone may read.</summary>
/// <param name="Nom">« Bretagne, volet 1 », « Ensemble ».</param>
/// <param name="Deposes">Dossiers deposited.</param>
/// <param name="Accords">Accords told to their porteur.</param>
/// <param name="Refus">Refusals told to their porteur.</param>
/// <param name="Accorde">Euros of those accords.</param>
/// <param name="Decision">Days from the deposit to the notification of the decision, half of them sooner; null while there is none.</param>
/// <param name="Acte">Days from that notification to the reception of the act, half of them sooner; null while there is none.</param>
public sealed record LigneDeStatistiques(string Nom, int Deposes, int Accords, int Refus, Euros Accorde, int? Decision, int? Acte)
{
    /// <summary>Share of accords among what was decided: « 93,8 % »; null while nothing was.</summary>
    public string? Reussite =>
        Accords + Refus == 0 ? null : Francais.Typographier($"{Math.Round(100m * Accords / (Accords + Refus), 1):0.#} %");
}

/// <summary>What is filed, decided, and how long it took: for everyone, of what was told only.</summary>
public sealed record StatistiquesPubliques(IReadOnlyList<LigneDeStatistiques> Lignes, LigneDeStatistiques Ensemble)
{
    /// <summary>As SQL makes it; the dispositif is null for all of them.</summary>
    public sealed record Lue(string? Dispositif, int Deposes, int Accords, int Refus, decimal Accorde, int? Decision, int? Acte);

    /// <summary>What nothing has changed since is not counted again.</summary>
    public static async Task<StatistiquesPubliques> LireAsync(
        FitnContext db,
        RegistreDesReglements reglements,
        IMemoryCache memoire,
        CancellationToken arret
    )
    {
        var lues = (await memoire.GetOrCreateAsync((typeof(StatistiquesPubliques), await db.EmpreinteAsync(arret)), entree =>
            {
                entree.SlidingExpiration = TimeSpan.FromMinutes(10);
                return CompterAsync(db, arret);
            }))!;
        LigneDeStatistiques Ligne(Lue l, string nom) => new(nom, l.Deposes, l.Accords, l.Refus, new Euros(l.Accorde), l.Decision, l.Acte);
        return new StatistiquesPubliques(
            [
                .. reglements
                    .EnVigueur.Select(r => (r.Nom, Lue: lues.Find(l => l.Dispositif == r.Code)))
                    .Select(x => x.Lue is { } l ? Ligne(l, x.Nom) : new LigneDeStatistiques(x.Nom, 0, 0, 0, Euros.Zero, null, null)),
            ],
            lues.Find(l => l.Dispositif is null) is { } tout
                ? Ligne(tout, "Ensemble")
                : new LigneDeStatistiques("Ensemble", 0, 0, 0, Euros.Zero, null, null)
        );
    }

    private static Task<List<Lue>> CompterAsync(FitnContext db, CancellationToken arret) =>
        db
            .Database.SqlQuery<Lue>(
                $"""
                select d.dispositif, count(distinct d.id)::int as deposes,
                    count(*) filter (where x.type = 'Accord')::int as accords,
                    count(*) filter (where x.type = 'Refus')::int as refus,
                    coalesce(sum(x.montant_accorde) filter (where x.type = 'Accord'), 0) as accorde,
                    percentile_disc(0.5) within group (order by
                        (x.notifiee_le at time zone 'Europe/Paris')::date - (d.depose_le at time zone 'Europe/Paris')::date)
                        filter (where x.type in ('Accord', 'Refus')) as decision,
                    percentile_disc(0.5) within group (order by a.recu_le - (x.notifiee_le at time zone 'Europe/Paris')::date)
                        filter (where a.recu_le is not null) as acte
                from dossiers d
                left join decisions x on x.dossier_id = d.id and x.notifiee_le is not null and x.annulee_par_id is null
                left join actes_attributifs a on a.dossier_id = d.id and a.decision_id = x.id
                where d.depose_le is not null
                group by grouping sets ((d.dispositif), ())
                """
            )
            .ToListAsync(arret);
}
