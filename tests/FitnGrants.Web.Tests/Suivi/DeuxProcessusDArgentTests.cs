using System.Diagnostics;
using FitnGrants.Domain.Socle;
using FitnGrants.Domain.Suivi;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>
/// Two web processes on ten acts of 20 720 euros, eight thousand of them controlled: a hundred ordonnancements of 800, and a hundred
/// controls of 2 000 of which four fit on each act, some asked twice, one process killed in the middle, round after round.
/// </summary>
[Trait("duree", "longue")]
[Collection(Fiabilite.DeuxProcessus)]
public sealed class DeuxProcessusDArgentTests(SeanceOuverte instance)
    : DeuxProcessusDuSuivi(instance, [Gestionnaire], ["dossiers", "actes_attributifs", "engagements", "versements"]),
        IClassFixture<SeanceOuverte>
{
    private const int NombreDActes = 10;
    private const int Chacun = 10;
    private const int ControlesQuiTiennent = 4;
    private const string Gestionnaire = "gestionnaire.bretagne";
    private const string Vern = "213503527";
    private const string Beuzec = "212900088";
    private static readonly int Tours = Fiabilite.Tours(1);

    /// <summary>Of scenario 6, for each round.</summary>
    private const int Repetitions = 5;
    private string deux = "";

    private sealed record Geste(Guid Versement, string Adresse, int Revision, (string, string)[] Champs) : IGeste
    {
        public string Compte => Gestionnaire;
    }

    public override async ValueTask InitializeAsync()
    {
        var modele = await Instance.EnExecutionAsync("porteur.vern", "Argent à deux", 28_000m, 20_720m, Vern);
        await DemanderAsync("porteur.vern", modele, 1, "2000");
        await DemanderAsync("porteur.vern", modele, 2, "2000");
        deux = await Instance.EnExecutionAsync("porteur.beuzec", "Un seul tient", 28_000m, 20_720m, Beuzec);
        await DemanderAsync("porteur.beuzec", deux, 1, "11486,49");
        await DemanderAsync("porteur.beuzec", deux, 2, "11486,49");
        await (await Instance.EnTantQueAsync(Gestionnaire)).FaireSurAsync(
            $"/suivi/{modele}/versements/1",
            "controle",
            ("Montant", "800"),
            ("Motif", "Le reste viendra.")
        );
        await MultiplierAsync(modele);
        await GarderAsync();
    }

    [Fact]
    public async Task Deux_cents_contrôles_et_ordonnancements_sur_deux_processus_dont_un_est_tué_ne_dépassent_jamais_d_un_centime()
    {
        var depart = Stopwatch.GetTimestamp();
        var un = await DemarrerAsync();
        for (var tour = 0; tour < Tours; tour++)
        {
            var autre = await DemarrerAsync();
            await RemettreAZeroAsync();
            var journal = await Instance.LireAsync(db => db.Journal.MaxAsync(l => l.Id));
            var gestes = await GestesAsync();
            Assert.Equal(2 * NombreDActes * Chacun, gestes.Count);
            await VerifierAsync(await AgirAsync(un, autre, gestes), journal);
            await autre.DisposeAsync();
        }
        await UnSeulTientAsync(un);
        Fiabilite.Noter(
            "deux processus, contrôles et ordonnancements",
            Tours,
            Tours * 2 * NombreDActes * Chacun,
            Tours,
            Stopwatch.GetElapsedTime(depart)
        );
    }

    /// <summary>Scenario 6: two controls of 8 500 at once, one on each process, where one fits: exactly one.</summary>
    private async Task UnSeulTientAsync(ProcessusWeb un)
    {
        var autre = await DemarrerAsync();
        for (var fois = 0; fois < Tours * Repetitions; fois++)
        {
            await RemettreAZeroAsync();
            var reponses = await Task.WhenAll(
                new[] { un, autre }.Select(
                    (p, i) =>
                        p.PosterAsync(Gestionnaire, $"/suivi/{deux}/versements/{i + 1}/controle", 0, ("Montant", "8500"), ("Motif", "Vu."))
                )
            );
            Assert.Equal([302, 422], reponses.Order());
            var controles = await Instance.LireAsync(db =>
                db.Versements.CountAsync(v =>
                    v.Etat == EtatDeVersement.Controlee && db.ActesAttributifs.Any(a => a.Id == v.ActeId && a.Numero == deux + "-A1")
                )
            );
            Assert.Equal(1, controles);
        }
    }

    private async Task VerifierAsync(IReadOnlyList<(Geste Geste, int? Code)> reponses, long journal)
    {
        var versements = await Instance.LireAsync(db =>
            db.Versements.Where(v => db.ActesAttributifs.Any(a => a.Id == v.ActeId && a.Numero.StartsWith("FITN-BZH-V1-2021-6")))
                .ToListAsync()
        );
        // What each act may be: whole.
        Assert.All(versements, v =>
        {
            Assert.Equal(v.EstControlee, v.Controle is not null && v.Montant is not null);
            Assert.Equal(v.Etat == EtatDeVersement.Ordonnancee, v.Ordonnancement is not null && v.NumeroDp is not null);
        });
        var faits = versements
            .Where(v => v.Etat == EtatDeVersement.Ordonnancee || (v.Etat == EtatDeVersement.Controlee && v.Rang > Chacun))
            .Select(v => v.Id)
            .ToHashSet();
        Assert.All(reponses.Where(r => r.Code is not null), r => Assert.Contains(r.Code!.Value, new[] { 302, 409, 422 }));
        Assert.All(reponses.Where(r => r.Code == 302), r => Assert.Contains(r.Geste.Versement, faits));
        Assert.All(reponses.Where(r => r.Code == 302).GroupBy(r => r.Geste.Versement), r => Assert.Single(r));
        Assert.Contains(reponses, r => r.Code is null);
        // Eighty per cent of 20 720 is 16 576: four controls of 2 000 fit on the 8 000, and not one cent more. One is refused only there.
        var refuses = reponses.Where(r => r.Code == 422).Select(r => r.Geste.Versement).ToHashSet();
        Assert.NotEmpty(refuses);
        Assert.All(versements.GroupBy(v => v.ActeId), acte =>
        {
            var engage = acte.Where(v => v.EstControlee).Sum(v => v.Montant!.Value.Montant);
            var controles = acte.Count(v => v.Rang > Chacun && v.EstControlee);
            Assert.Equal(Chacun * 800m + controles * 2_000m, engage);
            Assert.InRange(controles, acte.Any(v => refuses.Contains(v.Id)) ? ControlesQuiTiennent : 0, ControlesQuiTiennent);
        });
        var lignes = await Instance.LireAsync(db =>
            db.Journal.CountAsync(l => l.Id > journal && (l.Acte == Acte.ControlerUnVersement || l.Acte == Acte.OrdonnancerUnVersement))
        );
        Assert.Equal(faits.Count, lignes);
        Assert.Equal(0, await Instance.MaillonsRompusAsync());
    }

    /// <summary>Mixed: the first of each act, then the second of each.</summary>
    private Task<List<Geste>> GestesAsync() =>
        Instance.LireAsync(async db =>
        {
            var lus = await (
                from v in db.Versements
                join a in db.ActesAttributifs on v.ActeId equals a.Id
                join d in db.Dossiers on a.DossierId equals d.Id
                where d.Numero!.StartsWith("FITN-BZH-V1-2021-6")
                orderby v.Rang % Chacun, v.Id
                select new
                {
                    v.Id,
                    v.Rang,
                    d.Numero,
                    a.Revision,
                }
            ).ToListAsync();
            return lus.ConvertAll(v => new Geste(
                v.Id,
                $"/suivi/{v.Numero}/versements/{v.Rang}/{(v.Rang > Chacun ? "controle" : "ordonnancement")}",
                v.Revision,
                v.Rang > Chacun ? [("Montant", "2000"), ("Motif", "Vu.")] : [("NumeroDp", $"{100_000_000 + v.Rang}")]
            ));
        });

    private async Task DemanderAsync(string compte, string numero, int rang, string montant)
    {
        var porteur = await Instance.EnTantQueAsync(compte);
        var (versements, page) = ($"/suivi/{numero}/versements", $"/suivi/{numero}/versements/{rang}");
        await porteur.FaireSurAsync(versements, "versements", ("Nature", "Acompte"));
        var saisie = await porteur.SoumettreAsync(
            await porteur.LireAsync(page),
            "main form",
            ("Lignes[0].Fournisseur", "Atelier"),
            ("Lignes[0].Facture", $"F-{rang}"),
            ("Lignes[0].FactureLe", "22/06/2021"),
            ("Lignes[0].PayeeLe", "22/06/2021"),
            ("Lignes[0].Montant", montant),
            ("Lignes[0].Poste", "0"),
            ("action", "enregistrer")
        );
        Assert.Equal(HttpStatusCode.Redirect, saisie.Code);
        await porteur.TransmettreAsync(page);
    }

    private async Task MultiplierAsync(string modele)
    {
        var sirens = await Instance.SirensLibresAsync(NombreDActes);
        await Instance.CopierLeSuiviAsync(modele, sirens, "argent-", "FITN-BZH-V1-2021-6");
        var actes = "select id from actes_attributifs where numero like 'FITN-BZH-V1-2021-6%'";
        foreach (var (rang, decalage) in new[] { (1, 0), (2, Chacun) })
            await Instance.CopierDesLignesAsync(
                "versements",
                $"m.rang = {rang} and m.acte_id = (select id from actes_attributifs where numero = '{modele}-A1')",
                $"select a.id, g from ({actes}) a cross join generate_series(1, {Chacun}) g",
                $"'id', gen_random_uuid(), 'acte_id', d.id, 'rang', d.g + {decalage}"
            );
    }
}
