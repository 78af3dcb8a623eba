using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Features.TableauxDeBord;

/// <summary>What one act comes to at the end of a quarter, in euros; cumulative.</summary>
/// <param name="ActeId">The act.</param>
/// <param name="Fin">Last Paris day of the quarter.</param>
/// <param name="Accorde">Granted, and told by then.</param>
/// <param name="Acte">In force, where it is received by then.</param>
/// <param name="Paye">Paid and not given back by then.</param>
/// <param name="Consomme">Declared by the last report sent by then, or with the completion.</param>
/// <param name="Prevu">What that report forecasts until then, beyond what it declares.</param>
/// <param name="Estime">Spread over the calendar of the act, where no report forecasts.</param>
public sealed record MontantsDUnActe(
    Guid ActeId,
    DateOnly Fin,
    decimal Accorde,
    decimal Acte,
    decimal Paye,
    decimal Consomme,
    decimal Prevu,
    decimal Estime
);

/// <summary>The same, summed.</summary>
public sealed record MontantsDUnTrimestre(
    Trimestre Trimestre,
    Euros Accorde,
    Euros Acte,
    Euros Paye,
    Euros Consomme,
    Euros Prevu,
    Euros Estime
)
{
    public Euros Total => Consomme + Prevu + Estime;
}

/// <summary>What came back to envelopes for one cause.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Nombre">How many times.</param>
/// <param name="Rendu">Euros, net.</param>
/// <param name="Dernier">Paris day of the last one.</param>
public sealed record RetourDEnveloppe(CauseDeMouvement Cause, int Nombre, decimal Rendu, DateOnly Dernier)
{
    public string Nom =>
        Cause switch
        {
            CauseDeMouvement.Abandon => "Renonciations",
            CauseDeMouvement.Caducite => "Caducités, rejets implicites",
            CauseDeMouvement.Retrait => "Retraits",
            CauseDeMouvement.Avenant => "Avenants à la baisse",
            CauseDeMouvement.Solde => "Soldes sous l’accord",
            _ => "Écarts de versement",
        };
}

/// <summary>A laureate whose report is late, and what its act holds.</summary>
public sealed record LaureatEnRetard(
    string Numero,
    string Titre,
    string Porteur,
    DateOnly Attendu,
    Euros Montant,
    Euros Estime,
    bool Lisible
);

/// <summary>Sums of what acts consume, by quarter: in SQL, an act at a time and never a dossier in memory.</summary>
public sealed class ConsommationDesActes(FitnContext db, Acteur acteur, DateOnly aujourdhui)
{
    /// <summary>Acts that may be summed, of one dispositif or of all.</summary>
    public IQueryable<ActeAttributif> Actes(string? dispositif) =>
        db.ActesAttributifs.VisiblesPar(acteur, Droit.LireTableaux).Where(a => dispositif == null || a.Dispositif == dispositif);

    /// <summary>Dispositifs that have an act, in the reader's perimeter.</summary>
    public Task<List<string>> DispositifsAsync(CancellationToken arret) =>
        Actes(null).Select(a => a.Dispositif).Distinct().OrderBy(d => d).ToListAsync(arret);

    /// <summary>Each quarter's sums. What is not known yet of a quarter to come is what is known today.</summary>
    public async Task<IReadOnlyList<MontantsDUnTrimestre>> ParTrimestreAsync(
        string? dispositif,
        IReadOnlyList<Trimestre> trimestres,
        CancellationToken arret
    )
    {
        var sommes = await (
            from m in Montants([.. trimestres.Select(t => t.Fin)])
            join a in Actes(dispositif) on m.ActeId equals a.Id
            group m by m.Fin into g
            select new
            {
                Fin = g.Key,
                Accorde = g.Sum(m => m.Accorde),
                Acte = g.Sum(m => m.Acte),
                Paye = g.Sum(m => m.Paye),
                Consomme = g.Sum(m => m.Consomme),
                Prevu = g.Sum(m => m.Prevu),
                Estime = g.Sum(m => m.Estime),
            }
        ).ToDictionaryAsync(x => x.Fin, arret);
        return
        [
            .. trimestres.Select(t =>
            {
                var s = sommes.GetValueOrDefault(t.Fin);
                return new MontantsDUnTrimestre(
                    t,
                    new Euros(s?.Accorde ?? 0m),
                    new Euros(s?.Acte ?? 0m),
                    new Euros(s?.Paye ?? 0m),
                    new Euros(s?.Consomme ?? 0m),
                    new Euros(s?.Prevu ?? 0m),
                    new Euros(s?.Estime ?? 0m)
                );
            }),
        ];
    }

    /// <summary>What came back to envelopes, by cause, the largest first: they sum to what may be granted again.</summary>
    public async Task<IReadOnlyList<RetourDEnveloppe>> RetoursAsync(string? dispositif, CancellationToken arret)
    {
        var lus = await (
            from m in Mouvements
            join a in Actes(dispositif) on m.DecisionId equals a.DecisionId
            group m by m.Cause into g
            select new
            {
                g.Key,
                Nombre = g.Count(),
                Rendu = g.Sum(m => m.Rendu),
                Dernier = g.Max(m => m.Le),
            }
        ).ToListAsync(arret);
        return
        [
            .. lus.Select(g => new RetourDEnveloppe(Enum.Parse<CauseDeMouvement>(g.Key), g.Nombre, g.Rendu, g.Dernier))
                .OrderByDescending(r => r.Rendu),
        ];
    }

    /// <summary>A change of what an accord takes.</summary>
    /// <param name="DecisionId">The accord.</param>
    /// <param name="Cause">Name of its cause.</param>
    /// <param name="Rendu">Euros given back; negative where more is taken.</param>
    /// <param name="Le">Paris day.</param>
    public sealed record MouvementRendu(Guid DecisionId, string Cause, decimal Rendu, DateOnly Le);

    private IQueryable<MouvementRendu> Mouvements =>
        db.Database.SqlQuery<MouvementRendu>(
            $"""
            select decision_id, cause, avant - montant as rendu, le from (
                select e.decision_id, m.v ->> 'Cause' as cause, (m.v ->> 'Montant')::numeric as montant,
                    lag((m.v ->> 'Montant')::numeric) over (partition by e.decision_id order by m.n) as avant,
                    ((m.v ->> 'Le')::timestamptz at time zone 'Europe/Paris')::date as le
                from engagements e, jsonb_array_elements(e.mouvements) with ordinality m(v, n)
            ) x where avant is distinct from montant and avant is not null
            """
        );

    /// <summary>Each act at the end of one quarter: what the sums are made of.</summary>
    public IQueryable<LigneDeConsommation> ParActe(string? dispositif, Trimestre trimestre) =>
        from m in Montants([trimestre.Fin])
        join a in Actes(dispositif) on m.ActeId equals a.Id
        join d in db.Dossiers on a.DossierId equals d.Id
        join c in db.Collectivites on a.Siren equals c.Siren
        orderby d.Numero
        select new LigneDeConsommation(
            d.Numero!,
            d.Titre,
            c.Nom,
            a.Dispositif,
            db.Engagements.Where(e => e.DecisionId == a.DecisionId).Select(e => e.Exercice).FirstOrDefault(),
            m.Acte,
            m.Paye,
            m.Consomme,
            m.Prevu,
            m.Estime
        );

    /// <summary>Laureates whose report is late, the latest first; a name for who may read the act alone.</summary>
    public Task<List<LaureatEnRetard>> EnRetardAsync(string? dispositif, Trimestre trimestre, CancellationToken arret) =>
        (
            from m in Montants([trimestre.Fin])
            join a in Actes(dispositif) on m.ActeId equals a.Id
            where a.EtatAttenduLe < aujourdhui
            join d in db.Dossiers on a.DossierId equals d.Id
            join c in db.Collectivites on a.Siren equals c.Siren
            orderby a.EtatAttenduLe, a.Id
            select new LaureatEnRetard(
                d.Numero!,
                d.Titre,
                c.Nom,
                a.EtatAttenduLe!.Value,
                a.Montant,
                new Euros(m.Estime),
                db.ActesAttributifs.VisiblesPar(acteur, Droit.LireSuivi).Any(x => x.Id == a.Id)
            )
        ).ToListAsync(arret);

    /// <summary>
    /// An act at the end of each quarter. du(R) is M × R ÷ D rounded down to the cent, M at most (suivi.md, 3); an act that ended counts
    /// what was paid; one that is completed, at least what its requests declare.
    /// </summary>
    private IQueryable<MontantsDUnActe> Montants(DateOnly[] fins) =>
        db.Database.SqlQuery<MontantsDUnActe>(
            $"""
            select x.acte_id, x.fin, x.accorde, x.acte, x.paye, x.consomme, x.prevu,
                case when x.estimable then greatest(0, x.repandu - x.consomme) else 0 end as estime
            from (
                select a.id as acte_id, q.fin,
                    coalesce((select montant_accorde from decisions
                        where id = a.decision_id and (notifiee_le at time zone 'Europe/Paris')::date <= q.fin), 0) as accorde,
                    case when a.recu_le is null or a.recu_le > q.fin then 0 when a.fin is null then a.montant else p.paye end as acte,
                    p.paye,
                    k.consomme,
                    case when a.fin is not null or e.id is null or a.depense is null then 0 else greatest(0,
                        least(a.montant, trunc(a.montant * (coalesce(e.depenses_payees, 0) + v.prevu) / a.depense, 2))
                        - k.consomme) end as prevu,
                    a.fin is null and a.recu_le <= q.fin and coalesce(v.lignes, 0) = 0 and a.acheve_le is null as estimable,
                    trunc(a.montant * least(1, greatest(0, (q.fin - coalesce((a.commencement ->> 'Le')::date, a.recu_le))::numeric
                        / greatest(1, coalesce((a.termes ->> 'AchevementPrevu')::date, q.fin)
                            - coalesce((a.commencement ->> 'Le')::date, a.recu_le)))), 2) as repandu
                from actes_attributifs a
                cross join unnest({fins}) as q(fin)
                left join lateral (
                    select id, credits_consommes, depenses_payees, transmissions -> -1 -> 'Contenu' -> 'Previsions' as previsions
                    from etats_des_lieux where acte_id = a.id and transmis_le <= q.fin order by rang desc limit 1
                ) e on true
                cross join lateral (
                    select coalesce(sum((l ->> 'Montant')::numeric) filter (
                        where make_date((l -> 'Trimestre' ->> 'Annee')::int, 3 * (l -> 'Trimestre' ->> 'Rang')::int - 2, 1) <= q.fin
                    ), 0) as prevu, count(*) as lignes
                    from jsonb_array_elements(coalesce(e.previsions, '[]'::jsonb)) l
                ) v
                cross join lateral (
                    select coalesce((select sum(paye) from versements where acte_id = a.id and payee_le <= q.fin and etat = 'Payee'), 0)
                        - coalesce((select sum((x ->> 'Montant')::numeric) from jsonb_array_elements(a.reversements) r,
                            jsonb_array_elements(r -> 'Recouvrements') x where (x ->> 'Le')::date <= q.fin), 0) as paye
                ) p
                left join lateral (
                    select sum(coalesce((l ->> 'Retenu')::numeric, (l ->> 'Montant')::numeric)) as depenses
                    from versements d, jsonb_array_elements(d.lignes) l
                    where d.acte_id = a.id and d.etat in ('Transmise', 'Controlee', 'Ordonnancee', 'Payee')
                ) s on a.acheve_le <= q.fin
                cross join lateral (
                    select case when a.fin is not null then p.paye
                        else greatest(coalesce(e.credits_consommes, 0),
                            case when s.depenses is null or a.depense is null then 0
                                else least(a.montant, trunc(a.montant * s.depenses / a.depense, 2)) end) end as consomme
                ) k
            ) x
            """
        );
}

/// <summary>An act of the sums.</summary>
public sealed record LigneDeConsommation(
    string Numero,
    string Titre,
    string Porteur,
    string Dispositif,
    int? Exercice,
    decimal Acte,
    decimal Paye,
    decimal Consomme,
    decimal Prevu,
    decimal Estime
);
