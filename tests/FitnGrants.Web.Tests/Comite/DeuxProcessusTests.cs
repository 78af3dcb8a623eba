using System.Diagnostics;
using FitnGrants.Domain.Seances;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Comite;

/// <summary>
/// Two web processes over one PostgreSQL, two hundred decisions at once in two sessions that share an envelope which holds sixty,
/// some asked twice, one of the processes killed in the middle: the law of the session, round after round.
/// </summary>
[Trait("duree", "longue")]
[Collection(Fiabilite.DeuxProcessus)]
public sealed class DeuxProcessusTests(Instance instance) : IClassFixture<Instance>, IAsyncLifetime
{
    private const int Points = 200;
    private const int Places = 60;
    private static readonly int Tours = Fiabilite.Tours(1);
    private readonly List<ProcessusWeb> processus = [];
    private Guid[] seances = [];

    public async ValueTask InitializeAsync()
    {
        // Two sessions, so that their own locks do not do the work of the envelope's.
        seances = [await instance.SeanceAsync(), await instance.SeanceAsync("2021-09-14")];
        await instance.AlHeureAsync("2021-09-14T09:30:00+02:00");
        var modele = await instance.DeroulerAsync(new((await instance.CommunesBretonnesAsync(1))[0], "Modèle"));
        foreach (var seance in seances)
            await instance.OuvrirAsync(seance);
        await MultiplierAsync(modele);
        await instance.SqlAsync($"update enveloppes set montant = {Places * 5000m + 4999.99m} where dispositif = 'BZH-V1'");
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var p in processus)
            await p.DisposeAsync();
    }

    [Fact]
    public async Task Deux_cents_accords_a_la_fois_sur_deux_processus_dont_un_est_tue_ne_passent_jamais_l_enveloppe()
    {
        var depart = Stopwatch.GetTimestamp();
        var un = await DemarrerAsync();
        for (var tour = 0; tour < Tours; tour++)
        {
            var autre = await DemarrerAsync();
            var dossiers = await RemettreAZeroAsync();
            var reponses = await DeciderAsync(un, autre, dossiers);
            Assert.False(reponses.Any(r => r.Code >= 500), $"{un.Sortie}\n{autre.Sortie}");
            await VerifierAsync(reponses);
            await autre.DisposeAsync();
        }
        Fiabilite.Noter("deux processus, deux cents accords", Tours, Tours * Points, Tours, Stopwatch.GetElapsedTime(depart));
    }

    private async Task<ProcessusWeb> DemarrerAsync()
    {
        var p = new ProcessusWeb(instance.Connexion);
        processus.Add(p);
        await p.AttendreAsync();
        await p.SeConnecterAsync("secretaire.bretagne");
        return p;
    }

    /// <summary>Half of the accords to each process; the second one dies once some of its own are answered.</summary>
    private async Task<IReadOnlyList<(Guid Dossier, int? Code)>> DeciderAsync(
        ProcessusWeb un,
        ProcessusWeb autre,
        IReadOnlyList<(Guid Id, string Numero, int Revision, Guid Seance)> dossiers
    )
    {
        var repondus = 0;
        using var assez = new SemaphoreSlim(0, 1);
        async Task<(Guid, int?)> EnvoyerAsync((Guid Id, string Numero, int Revision, Guid Seance) d, ProcessusWeb p)
        {
            var code = await p.PosterAsync(
                "secretaire.bretagne",
                $"/comite/seances/{d.Seance}/points/{d.Numero}/accord",
                d.Revision,
                ProcessusWeb.Accord
            );
            if (p == autre && code is not null && Interlocked.Increment(ref repondus) == 10)
                assez.Release();
            return (d.Id, code);
        }

        // One in ten is asked twice: a double click, or a retry.
        var envois = dossiers
            .SelectMany((d, i) => Enumerable.Repeat(d, i % 10 == 0 ? 2 : 1))
            .Select((d, i) => EnvoyerAsync(d, i % 2 == 0 ? un : autre))
            .ToList();
        await Task.WhenAny(assez.WaitAsync(TestContext.Current.CancellationToken), Task.WhenAll(envois));
        autre.Tuer();
        return await Task.WhenAll(envois);
    }

    private async Task VerifierAsync(IReadOnlyList<(Guid Dossier, int? Code)> reponses)
    {
        var decisions = await instance.LireAsync(db =>
            db.Decisions.IgnoreQueryFilters().AsNoTracking().Where(d => seances.Contains(d.SeanceId)).ToListAsync()
        );
        var decides = decisions.Select(d => d.DossierId).ToHashSet();
        Assert.Equal(Places, decisions.Count);
        Assert.Equal(decisions.Count, decides.Count);
        Assert.Equal(Places * 5000m, decisions.Sum(d => d.MontantAccorde!.Value.Montant));
        // The table of engagements says the same, row by row, as an independent sum of decisions.
        var engagements = await instance.LireAsync(db => db.Engagements.Where(e => decides.Contains(e.DossierId)).ToListAsync());
        Assert.Equal(
            decisions.Select(d => (d.Id, d.MontantAccorde!.Value)).Order(),
            engagements.Select(e => (Id: e.DecisionId, Value: e.Montant)).Order()
        );
        // What was answered as done is done; the survivor answered the rest with a sentence, never with a failure.
        Assert.All(reponses.Where(r => r.Code == 302), r => Assert.Contains(r.Dossier, decides));
        Assert.All(reponses.Where(r => r.Code is not null), r => Assert.Contains(r.Code!.Value, new[] { 302, 409, 422 }));
        Assert.All(reponses.Where(r => r.Code == 302).GroupBy(r => r.Dossier), r => Assert.Single(r));
        Assert.All(reponses.Where(r => r.Code == 409), r => Assert.Contains(r.Dossier, decides));
        Assert.Equal(2, decisions.Select(d => d.SeanceId).Distinct().Count());
        Assert.All(reponses.Where(r => r.Code == 422), r => Assert.DoesNotContain(r.Dossier, decides));
        Assert.Contains(reponses, r => r.Code is null);
        // No half decision: the decision, the dossier, its point and the journal say the same.
        var coherents = await instance.LireAsync(db =>
            db.Database.SqlQuery<int>(
                    $"""
                    select count(*)::int as "Value" from dossiers x join points p on p.dossier_id = x.id and p.seance_id = any({seances})
                    where (exists (select 1 from decisions d where d.dossier_id = x.id)) = (x.etat = 'AccordSousReserve')
                      and (x.etat = 'AccordSousReserve') = (p.etat = 'Traite') and
                      (x.etat = 'AccordSousReserve') = x.notification_en_attente
                      and (select count(*) from decisions d where d.dossier_id = x.id)
                        = (select count(*) from journal j where j.entite_id = x.id and j.acte = 'Decider'
                        and j.details::jsonb->>'decision' in (select d.id::text from decisions d))
                    """
                )
                .SingleAsync()
        );
        Assert.Equal(Points, coherents);
        Assert.Equal(0, await instance.MaillonsRompusAsync());
    }

    /// <summary>The session as before its first decision. None of these statements is one that the product has.</summary>
    private Task<List<(Guid Id, string Numero, int Revision, Guid Seance)>> RemettreAZeroAsync() =>
        instance.LireAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                delete from actes_attributifs;
                delete from engagements;
                alter table decisions disable trigger decisions_immuables;
                delete from decisions;
                alter table decisions enable trigger decisions_immuables;
                """
            );
            await db.Database.ExecuteSqlAsync($"update points set etat = 'Inscrit', appele_le = null where seance_id = any({seances})");
            await db.Database.ExecuteSqlAsync(
                $"""
                update dossiers set etat = 'InscritSeance', notification_en_attente = false where id in (select dossier_id
                from points where seance_id = any({seances}))
                """
            );
            var dossiers = await (
                from p in db.Set<Point>()
                where seances.Contains(EF.Property<Guid>(p, "SeanceId"))
                join d in db.Dossiers on p.DossierId equals d.Id
                orderby d.Numero
                select new
                {
                    d.Id,
                    d.Numero,
                    d.Revision,
                    Seance = EF.Property<Guid>(p, "SeanceId"),
                }
            ).ToListAsync();
            return dossiers.Select(d => (d.Id, d.Numero!, d.Revision, d.Seance)).ToList();
        });

    /// <summary>Copies of one dossier that the real acts made, each of another commune.</summary>
    private async Task MultiplierAsync(string modele)
    {
        var sirens = await instance.LireAsync(db =>
            db.Collectivites.AsNoTracking()
                .Where(c => !db.Dossiers.Any(d => d.Siren == c.Siren))
                .OrderBy(c => c.Siren)
                .Select(c => c.Siren)
                .Take(Points)
                .ToArrayAsync()
        );
        Assert.Equal(Points, sirens.Length);
        var rang = $"(array['{string.Join("','", sirens)}'])[g]";
        await instance.CopierAsync(
            modele,
            Points,
            "essai-",
            $"'numero', 'FITN-BZH-V1-2021-9' || lpad(g::text, 4, '0'), 'siren', {rang}, 'sirens', array[{rang}]"
        );
        await instance.SqlAsync($"delete from points where seance_id = any({seances})");
        await instance.SqlAsync(
            $"""
            insert into points (id, dossier_id, ordre, etat, seance_id, deports, avis)
            select gen_random_uuid(), id, row_number() over (order by numero), 'Inscrit', ({seances}::uuid[])[1 + right(jeton, 1)::int % 2],
            '[]', '[]' from dossiers where jeton like 'essai-%'
            """
        );
    }
}
