using System.Diagnostics;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>
/// Two web processes over one envelope that holds twenty of fifty accords, while fifty acts are received, fifty laureates renounce and
/// fifty caducités are stated, some asked twice, one of the processes killed in the middle: whatever room one gives the others take, and
/// the table of engagements is what the states say, to the cent, round after round.
/// </summary>
[Trait("duree", "longue")]
[Collection(Fiabilite.DeuxProcessus)]
public sealed class DeuxProcessusDeSuiviTests(SeanceOuverte instance)
    : DeuxProcessusDuSuivi(instance, [Secretaire, Gestionnaire], ["dossiers", "actes_attributifs", "engagements"]),
        IClassFixture<SeanceOuverte>
{
    private const int Chacun = 50;
    private const int Places = 20;
    private const string Secretaire = "secretaire.bretagne";
    private const string Gestionnaire = "gestionnaire.bretagne";
    private static readonly int Tours = Fiabilite.Tours(1);
    private Guid seance;

    /// <summary>One act asked of one dossier, and the state it brings it to.</summary>
    private sealed record Geste(Guid Dossier, string Compte, string Adresse, int Revision, EtatDossier Vers, (string, string)[] Champs)
        : IGeste;

    public override async ValueTask InitializeAsync()
    {
        seance = await Instance.SeanceAsync("2021-09-14");
        string[] modeles =
        [
            await Instance.DeroulerAsync(new(Instance.Commune(), "À accorder")),
            await Instance.AccorderAsync("À recevoir", 10000m, 5000m),
            await Instance.AccorderAsync("À abandonner", 10000m, 5000m),
            await Instance.AccorderAsync("À dire caduc", 10000m, 5000m),
        ];
        await NotifierAsync(modeles[1], recu: false);
        await NotifierAsync(modeles[2], recu: true);
        await NotifierAsync(modeles[3], recu: true);
        await Instance.AlHeureAsync("2021-07-05T10:00:00+02:00");
        await EntendreAsync(modeles[3]);
        await Instance.AlHeureAsync("2021-09-14T09:30:00+02:00");
        await Instance.OuvrirAsync(seance);
        for (var genre = 0; genre < modeles.Length; genre++)
            await MultiplierAsync(modeles[genre], genre);
        await Instance.SqlAsync(
            $"""
            update enveloppes set montant = {Places * 5000m + 4999.99m} + (select sum(montant) from engagements) where dispositif = 'BZH-V1'
            """
        );
        await GarderAsync();
    }

    [Fact]
    public async Task Deux_cents_actes_a_la_fois_sur_deux_processus_dont_un_est_tue_laissent_l_enveloppe_juste()
    {
        var depart = Stopwatch.GetTimestamp();
        var un = await DemarrerAsync();
        for (var tour = 0; tour < Tours; tour++)
        {
            var autre = await DemarrerAsync();
            await RemettreAZeroAsync(
                "delete from decisions where dossier_id in (select id from dossiers where jeton like 'genre-0%');",
                $"update points set etat = 'Inscrit', appele_le = null where seance_id = '{seance}';"
            );
            var journal = await Instance.LireAsync(db => db.Journal.MaxAsync(l => l.Id));
            var gestes = await GestesAsync();
            Assert.Equal(4 * Chacun, gestes.Count);
            await VerifierAsync(await AgirAsync(un, autre, gestes), journal);
            await autre.DisposeAsync();
        }
        Fiabilite.Noter("deux processus, deux cents actes mêlés", Tours, Tours * 4 * Chacun, Tours, Stopwatch.GetElapsedTime(depart));
    }

    private async Task VerifierAsync(IReadOnlyList<(Geste Geste, int? Code)> reponses, long journal)
    {
        var etats = await Instance.LireAsync(db => db.Dossiers.ToDictionaryAsync(d => d.Id, d => d.Etat));
        var faits = reponses.Select(r => r.Geste).Where(g => etats[g.Dossier] == g.Vers).ToHashSet();
        Assert.All(reponses.Where(r => r.Code is not null), r => Assert.Contains(r.Code!.Value, new[] { 302, 409, 422 }));
        Assert.All(reponses.Where(r => r.Code == 302), r => Assert.Contains(r.Geste, faits));
        Assert.All(reponses.Where(r => r.Code == 302).GroupBy(r => r.Geste.Dossier), r => Assert.Single(r));
        Assert.Contains(reponses, r => r.Code is null);
        // Only the envelope refuses, and only accords.
        Assert.All(reponses.Where(r => r.Code == 422), r => Assert.Equal(EtatDossier.AccordSousReserve, r.Geste.Vers));
        Assert.InRange(faits.Count(g => g.Vers == EtatDossier.AccordSousReserve), Places, Chacun);
        // The table of engagements, against what the decisions and the states say.
        var (faux, somme, enveloppe) = await Instance.LireAsync(async db =>
            (
                await db
                    .Database.SqlQuery<int>(
                        $"""
                        select count(*)::int as "Value" from decisions d join dossiers x on x.id = d.dossier_id
                        full join engagements e on e.decision_id = d.id
                        where d.annulee_par_id is null and d.type = 'Accord' and (
                            e.montant is distinct from case when x.etat in ('Caduc', 'Abandonne') then 0 else d.montant_accorde end
                            or e.siren_reserve is distinct from case when x.etat in ('Caduc', 'Abandonne') then null else x.siren end)
                        """
                    )
                    .SingleAsync(),
                (await db.Engagements.ToListAsync()).Sum(e => e.Montant.Montant),
                (await db.Enveloppes.SingleAsync(e => e.Dispositif == "BZH-V1")).Montant.Montant
            )
        );
        Assert.Equal(0, faux);
        Assert.InRange(somme, 0m, enveloppe);
        // Each act done has its one line, and nothing else has any.
        var lignes = await Instance.LireAsync(db =>
            db.Journal.Where(l =>
                    l.Id > journal
                    && new[] { Acte.Decider, Acte.RecevoirLActe, Acte.RenoncerALAide, Acte.ConstaterLaCaducite }.Contains(l.Acte)
                )
                .Select(l => l.EntiteId)
                .ToListAsync()
        );
        Assert.Equal(faits.Select(g => g.Dossier).Order(), lignes.Order());
        Assert.Equal(0, await Instance.MaillonsRompusAsync());
    }

    /// <summary>What is asked of each copy, mixed.</summary>
    private Task<List<Geste>> GestesAsync() =>
        Instance.LireAsync(async db =>
        {
            var copies = await (
                from d in db.Dossiers
                where d.Jeton.StartsWith("genre-")
                join a in db.ActesAttributifs on d.Id equals a.DossierId into actes
                from a in actes.DefaultIfEmpty()
                select new
                {
                    d.Id,
                    d.Numero,
                    d.Jeton,
                    Revision = a == null ? d.Revision : a.Revision,
                }
            ).ToListAsync();
            return copies
                .OrderBy(c => c.Jeton[8..], StringComparer.Ordinal)
                .Select(c =>
                {
                    var suivi = $"/suivi/{c.Numero}/";
                    Geste Suivre(string page, EtatDossier vers, params (string, string)[] champs) =>
                        new(c.Id, Gestionnaire, suivi + page, c.Revision, vers, champs);
                    return c.Jeton[6] switch
                    {
                        '0' => new Geste(
                            c.Id,
                            Secretaire,
                            $"/comite/seances/{seance}/points/{c.Numero}/accord",
                            c.Revision,
                            EtatDossier.AccordSousReserve,
                            ProcessusWeb.Accord
                        ),
                        '1' => Suivre("acte/reception", EtatDossier.Conventionne, ("RecuLe", "01/07/2021"), ("Preuve", "Accusé postal")),
                        '2' => Suivre("renonciation", EtatDossier.Abandonne, ("Motif", "Le projet ne se fera pas.")),
                        _ => Suivre("caducite", EtatDossier.Caduc, ("Motif", "Le projet n’a pas commencé dans son délai.")),
                    };
                })
                .ToList();
        });

    /// <summary>Brings the act of an accord, by its forms, to its sending, or to its reception that day.</summary>
    private async Task NotifierAsync(string numero, bool recu)
    {
        var gestion = await Instance.EnTantQueAsync(Gestionnaire);
        await Instance.PreparerLActeAsync(numero, ("CommencementAuPlusTard", "02/07/2021"));
        await gestion.FaireAsync(numero, "edition");
        await gestion.SignerLActeAsync(Instance, numero);
        await gestion.FaireAsync(numero, "envoi");
        if (recu)
            await gestion.FaireAsync(numero, "reception", ("RecuLe", "22/06/2021"), ("Preuve", "Accusé postal"));
    }

    private async Task EntendreAsync(string numero)
    {
        var gestion = await Instance.EnTantQueAsync(Gestionnaire);
        var page = $"/suivi/{numero}/caducite";
        const string Motif = "Aucun commencement n’a été déclaré.";
        await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/observations']", ("Motif", Motif));
        await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/reception']", ("RecueLe", "05/07/2021"));
    }

    /// <summary>Fifty copies of a dossier and of what its accord made, each of another commune.</summary>
    private async Task MultiplierAsync(string modele, int genre)
    {
        var sirens = await Instance.SirensLibresAsync(Chacun);
        var (rang, prefixe) = ($"(array['{string.Join("','", sirens)}'])[g]", $"genre-{genre}-");
        await Instance.CopierAsync(
            modele,
            Chacun,
            prefixe,
            $"'numero', 'FITN-BZH-V1-2021-9{genre}' || lpad(g::text, 3, '0'), 'siren', {rang}, 'sirens', array[{rang}]"
        );
        if (genre == 0)
        {
            await BrutAsync(
                $"""
                insert into points (id, dossier_id, ordre, etat, seance_id, deports, avis)
                select gen_random_uuid(), id, row_number() over (order by numero), 'Inscrit', '{seance}', '[]', '[]'
                from dossiers where jeton like '{prefixe}%'
                """
            );
            return;
        }
        var copies = $"select id, numero, siren from dossiers where jeton like '{prefixe}%'";
        var decision = "(select c.id from decisions c where c.dossier_id = d.id)";
        var leModele = $"m.dossier_id = (select id from dossiers where numero = '{modele}')";
        await Instance.CopierDesLignesAsync("decisions", leModele, copies, "'id', gen_random_uuid(), 'dossier_id', d.id");
        await Instance.CopierDesLignesAsync(
            "engagements",
            leModele,
            copies,
            $"'decision_id', {decision}, 'dossier_id', d.id, 'siren_reserve', d.siren"
        );
        await Instance.CopierDesLignesAsync(
            "actes_attributifs",
            leModele,
            copies,
            $"'id', gen_random_uuid(), 'dossier_id', d.id, 'decision_id', {decision}, 'siren', d.siren, 'numero', d.numero || '-A1'"
        );
    }
}
