using System.Globalization;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Echeancier;
using FitnGrants.Web.Tests.Comite;
using FitnGrants.Web.Tests.Suivi;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.TableauxDeBord;

/// <summary>
/// A year of quarters, by the forms and the clock: twelve laureates, one always late, one that gives up, one that ends early, one of a
/// groupement. At each quarter every figure of the three dashboards is computed again over raw rows.
/// </summary>
[Trait("duree", "longue")]
public sealed class UneAnneeDeTrimestresTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const int Laureats = 12;
    private const int Retardataire = 0;
    private const int Renoncant = 1;
    private const int Precoce = 2;
    private const int EnGroupement = 3;

    private static readonly string[] Sieges = ["35", "29", "75", "99", "56"];

    private readonly List<string> numeros = [];

    [Fact]
    public async Task Douze_lauréats_rendent_compte_un_an_et_chaque_chiffre_se_retrouve_ligne_à_ligne()
    {
        var porteur = await DebuterAsync();
        DateOnly[] echeances = [new(2021, 9, 22), new(2021, 12, 22), new(2022, 3, 22), new(2022, 6, 22)];
        for (var q = 0; q < echeances.Length; q++)
        {
            await AuAsync(echeances[q].AddDays(-2));
            for (var i = 0; i < Laureats; i++)
                if (i != Retardataire && (i != Renoncant || q == 0) && (i != Precoce || q < 3))
                    await RendreAsync(porteur, i, q);
            if (q == 0)
                await RenoncerAsync(porteur);
            if (q == 1)
                await AcheverAsync(porteur);
            await AuAsync(echeances[q].AddDays(10));
            await VerifierAsync(echeances[q].AddDays(10));
            // Late, reminded, and at last there: three weeks after everyone.
            await AuAsync(echeances[q].AddDays(21));
            await RendreAsync(porteur, Retardataire, q);
        }
        await AuAsync(new DateOnly(2022, 7, 20));
        await VerifierAsync(new DateOnly(2022, 7, 20));
        var acheve = await instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == numeros[Precoce] + "-A1"));
        Assert.Equal((true, (DateOnly?)null), (acheve.EtatFinalRendu, acheve.EtatAttenduLe));
        // Each quarter, whoever follows it is told twice: once it is late, then two weeks after. The others, never.
        Assert.Equal((0, 8), await RetardsAsync());
    }

    /// <summary>Twelve accords of the same session, their acts signed and received, their projects begun; one porteur for all.</summary>
    private async Task<Navigateur> DebuterAsync()
    {
        var sirens = Enumerable.Range(0, Laureats + 1).Select(_ => instance.Commune()).ToList();
        await instance.SqlAsync(
            $"""
            insert into habilitations (utilisateur_id, role, siren) select id, 'RepresentantLegal', s from utilisateurs,
            unnest({sirens.ToArray()}) s where email = 'porteur.vern@demo.example'
            """
        );
        for (var i = 0; i < Laureats; i++)
            numeros.Add(
                await instance.EnExecutionAsync(
                    "porteur.vern",
                    $"Année {i}",
                    10_000m + (i * 1_234.56m),
                    4_000m + (i * 345.67m),
                    sirens[i],
                    i != EnGroupement
                        ? null
                        : new Groupement
                        {
                            PartDuChefDeFile = 60m,
                            Membres = [new MembreDeGroupement(sirens[Laureats], 40m, true)],
                            ContactOperationnel = "Numérique",
                        }
                )
            );
        return await instance.EnTantQueAsync("porteur.vern");
    }

    /// <summary>Costs that grow by a fifth a quarter, forecasts for half of them, companies for two thirds.</summary>
    private async Task RendreAsync(Navigateur porteur, int i, int q)
    {
        var cout = 10_000m + (i * 1_234.56m);
        var payees = decimal.Round(cout * (q + 1) / 5m, 2);
        var prochain = await porteur.LireAsync($"/suivi/{numeros[i]}/etats-des-lieux/prochain");
        List<(string, string?)> dit =
        [
            ("Statut", "EnCours"),
            ("AvancementPct", $"{20 * (q + 1)}"),
            ("Avancement", $"Trimestre {q + 1} du projet {i}."),
            ("DepensesPayees", Dire(payees)),
            ("action", "transmettre"),
        ];
        if (i % 2 == 0)
            dit.Add(("Previsions[0].Montant", Dire(decimal.Round((cout - payees) / 3m, 2))));
        if (i % 3 == 0)
            dit.Add(("AucuneEntreprise", "true"));
        else
            dit.AddRange([
                ("Entreprises[0].Nom", $"Atelier {i}"),
                ("Entreprises[0].Departement", Sieges[i % Sieges.Length]),
                ("Entreprises[0].Montant", Dire(payees / 2m)),
            ]);
        var envoi = await porteur.SoumettreAsync(prochain, "main form", [.. dit]);
        Assert.True(envoi.Code == HttpStatusCode.Redirect, $"{i}, {q} : {envoi.De("main")}");
    }

    private async Task RenoncerAsync(Navigateur porteur)
    {
        var page = await porteur.LireAsync($"/suivi/{numeros[Renoncant]}/renonciation");
        Assert.Equal(HttpStatusCode.Redirect, (await porteur.SoumettreAsync(page, "main form", ("Motif", "Plus d’agent."))).Code);
    }

    /// <summary>Completed before its day: its next report is the last one that is due.</summary>
    private async Task AcheverAsync(Navigateur porteur)
    {
        var numero = numeros[Precoce];
        var page = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/suivi/{numero}/achevement"),
            "main form",
            ("action", "coller"),
            ("Colle", $"Atelier;F-1;15/10/2021;20/10/2021;{Dire(10_000m + (Precoce * 1_234.56m))};1")
        );
        var declare = await porteur.SoumettreAsync(
            page,
            "main form",
            ("action", "declarer"),
            ("AcheveLe", "15/12/2021"),
            ("AutresAides", "0")
        );
        Assert.True(declare.Code == HttpStatusCode.Redirect, declare.De("main"));
    }

    private async Task AuAsync(DateOnly jour)
    {
        await instance.AlHeureAsync(jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T10:00:00Z");
        await instance.FaireAsync(s => s.GetRequiredService<RappelsDuSuivi>().TraiterAsync(default));
    }

    private async Task VerifierAsync(DateOnly aujourdhui)
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await instance.ComparerAsync(await secretaire.LireAsync("/tableaux-de-bord/consommation"), aujourdhui);
        await EntreprisesAsync(secretaire);
        await TerritoiresAsync(secretaire);
        // The late ones hold what their acts say, and the page of reminders says the same.
        var tenu = (await instance.LireAsync(db => db.ActesAttributifs.Where(a => a.EtatAttenduLe < aujourdhui).ToListAsync())).Sum(a =>
            a.Montant.Montant
        );
        var relances = await secretaire.LireAsync("/suivi/relances");
        if (tenu > 0)
            Assert.Equal(tenu, ActesRecalcules.Montant(relances.De(".chapeau strong:nth-of-type(2)")!));
        else
            Assert.Contains("Aucun état des lieux en retard", relances.De("main"));
    }

    private async Task EntreprisesAsync(Navigateur secretaire)
    {
        var etats = await instance.LireAsync(db => db.EtatsDesLieux.ToListAsync());
        var dites = etats
            .Where(e => e.Transmissions.Length > 0)
            .GroupBy(e => e.ActeId)
            .SelectMany(g => g.MaxBy(e => e.Rang)!.Transmissions[^1].Contenu.Entreprises)
            .ToList();
        var csv = (await secretaire.LireAsync("/tableaux-de-bord/entreprises.csv")).Source;
        var lignes = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim('\r').Split(';')).ToList();
        Assert.Equal(dites.Count, lignes.Count);
        Assert.Equal(dites.Sum(e => e.Montant!.Value.Montant), lignes.Sum(l => ActesRecalcules.Montant(l[5])));
        var page = await secretaire.LireAsync("/tableaux-de-bord/entreprises");
        Assert.StartsWith(
            $"{dites.Count} commande",
            page.De(".phrase-ouverte")!.Replace(" ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private async Task TerritoiresAsync(Navigateur secretaire)
    {
        var (accords, dossiers) = await instance.LireAsync(async db =>
            (
                await db.Decisions.Where(x => x.NotifieeLe != null && x.MontantAccorde != null && x.Dispositif == "BZH-V1").ToListAsync(),
                await db.Dossiers.ToDictionaryAsync(d => d.Id)
            )
        );
        var engages = await instance.LireAsync(db => db.Engagements.ToDictionaryAsync(e => e.DecisionId));
        var page = await secretaire.LireAsync("/tableaux-de-bord/territoires?dispositif=BZH-V1");
        foreach (var (code, nom) in new[] { ("22", "Côtes-d'Armor"), ("29", "Finistère"), ("35", "Ille-et-Vilaine"), ("56", "Morbihan") })
        {
            var siens = accords.Where(x => dossiers[x.DossierId].Departement == code && engages[x.Id].LibereLe is null).ToList();
            var ligne = page
                .Document.QuerySelectorAll("main table")[0]
                .QuerySelectorAll("tbody tr")
                .Select(r => r.QuerySelectorAll("th, td").Select(c => PageLue.Plat(c.TextContent).Trim()).ToList())
                .Single(c => c[0].StartsWith(nom, StringComparison.Ordinal));
            Assert.Equal((nom, $"{siens.Count}"), (nom, ligne[2]));
            Assert.Equal(siens.Sum(x => engages[x.Id].Montant.Montant), ActesRecalcules.Montant(ligne[5]));
        }
    }

    /// <summary>How many messages said that a report was late: of the others, then of the one that always is.</summary>
    private async Task<(int DesAutres, int DuRetardataire)> RetardsAsync()
    {
        var objets = await instance.LireAsync(db =>
            (
                from c in db.Courriels
                join d in db.Dossiers on c.DossierId equals d.Id
                where EF.Functions.Like(c.Objet, "Un état des lieux est en retard%") && numeros.Contains(d.Numero!)
                select d.Numero
            ).ToListAsync()
        );
        return (objets.Count(n => n != numeros[Retardataire]), objets.Count(n => n == numeros[Retardataire]));
    }

    private static string Dire(decimal montant) => decimal.Round(montant, 2).ToString("0.00", CultureInfo.GetCultureInfo("fr-FR"));
}
