using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Echeancier;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>Delays of an act and measures against its beneficiary, through the forms, on each side of their days.</summary>
public sealed class MesuresTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Motif = "Le motif est dit en toutes lettres, en droit et en fait.";

    /// <summary>Scenario 4: deposited on 10 May 2021, the term is 10 January 2022; accepted that day, refused on the 11th.</summary>
    [Fact]
    public async Task Le_rejet_implicite_se_proroge_jusqu_au_dernier_jour_puis_se_constate_une_fois_le_porteur_entendu()
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var (premier, second) = (await AccorderAsync("À proroger", 5000m), await AccorderAsync("À rejeter", 6000m));
        var terme = (await instance.DossierAsync(premier)).RejetImpliciteLe!.Value;
        await instance.AlHeureAsync($"{terme:yyyy-MM-dd}T23:30:00+01:00");
        Assert.Contains("au-delà, le silence vaut rejet", (await gestion.LireAsync($"/suivi/{premier}")).De(".balle"));
        var proroger = await gestion.LireAsync($"/suivi/{premier}/prorogation");
        var tot = await gestion.SoumettreAsync(proroger, "main form", ("Au", $"{terme:dd/MM/yyyy}"), ("Motif", "court"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tot.Code);
        Assert.Equal("court", tot.Valeur("Motif"));
        Assert.NotNull(tot.Erreur("Au"));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await gestion.SoumettreAsync(proroger, "main form", ("Au", $"{terme.AddMonths(3):dd/MM/yyyy}"), ("Motif", Motif))).Code
        );
        Assert.Contains(
            "J'ai décidé de proroger ce délai",
            PdfLu.Lire((await gestion.LireAsync($"/suivi/{premier}/lettres/prorogation-1.pdf")).Octets).Texte,
            StringComparison.Ordinal
        );

        await instance.AlHeureAsync($"{terme.AddDays(1):yyyy-MM-dd}T08:00:00+01:00");
        Assert.Contains("il ne se proroge plus", (await gestion.LireAsync($"/suivi/{second}/prorogation")).De("main"));
        Assert.Contains("L'acte peut être notifié jusqu'au", (await gestion.LireAsync($"/suivi/{premier}/caducite")).De("main"));
        var (avant, page) = (await EnveloppeAsync(), $"/suivi/{second}/caducite");
        await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/observations']", ("Motif", Motif));
        Assert.Contains(
            "Procédure contradictoire préalable",
            PdfLu.Lire((await gestion.LireAsync($"/suivi/{second}/lettres/observations-1.pdf")).Octets).Texte,
            StringComparison.Ordinal
        );
        var hier = await gestion.SoumettreAsync(
            await gestion.LireAsync(page),
            "form[action$='/reception']",
            ("RecueLe", $"{terme:dd/MM/yyyy}")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hier.Code);
        Assert.Contains("elle se reçoit ensuite", hier.Erreur("RecueLe"));
        var recue = $"{terme.AddDays(1):dd/MM/yyyy}";
        await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/reception']", ("RecueLe", recue));
        await instance.AlHeureAsync($"{terme.AddDays(15):yyyy-MM-dd}T23:30:00+01:00");
        Assert.Null((await gestion.LireAsync(page)).Document.QuerySelector("form[action$='/caducite']"));
        await instance.AlHeureAsync($"{terme.AddDays(16):yyyy-MM-dd}T00:30:00+01:00");
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/caducite']", ("Motif", Motif))).Code
        );
        Assert.Equal(EtatDossier.Caduc, (await instance.DossierAsync(second)).Etat);
        Assert.Equal(avant - 6000m, await EnveloppeAsync());
        var arrete = PdfLu.Lire((await gestion.LireAsync($"/suivi/{second}/lettres/fin.pdf")).Octets).Texte;
        Assert.Contains("Décision constatant le rejet implicite", arrete, StringComparison.Ordinal);
        Assert.Contains("www.telerecours.fr", arrete, StringComparison.Ordinal);
    }

    /// <summary>Scenario 5: the last day to begin is open, the next one may be stated once the beneficiary had its fifteen days.</summary>
    [Fact]
    public async Task Sans_commencement_la_caducité_se_constate_après_le_délai_et_quinze_jours()
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var siren = instance.Commune();
        var numero = await AccorderAsync("À dire caduc", 9000m, siren);
        await instance.PreparerLActeAsync(numero);
        await gestion.FaireAsync(numero, "edition");
        await gestion.SignerLActeAsync(instance, numero);
        await gestion.FaireAsync(numero, "envoi");
        await gestion.FaireAsync(numero, "reception", ("RecuLe", "22/06/2021"), ("Preuve", "Accusé postal"));
        var (page, avant) = ($"/suivi/{numero}/caducite", await EnveloppeAsync());

        await instance.AlHeureAsync("2023-06-22T23:30:00+02:00");
        Assert.Null((await gestion.LireAsync(page)).Document.QuerySelector("form[action$='/observations']"));
        await instance.AlHeureAsync("2023-06-23T00:30:00+02:00");
        await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/observations']", ("Motif", Motif));
        await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/reception']", ("RecueLe", "23/06/2023"));
        await instance.AlHeureAsync("2023-07-07T23:30:00+02:00");
        Assert.Null((await gestion.LireAsync(page)).Document.QuerySelector("form[action$='/caducite']"));
        await instance.AlHeureAsync("2023-07-08T00:30:00+02:00");
        var constat = await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/caducite']", ("Motif", Motif));
        Assert.True(constat.Code == HttpStatusCode.Redirect, constat.De("main"));

        Assert.Equal(EtatDossier.Caduc, (await instance.DossierAsync(numero)).Etat);
        Assert.Equal(avant - 9000m, await EnveloppeAsync());
        // The place of laureate is free.
        await AccorderAsync("Un second projet", 1000m, siren);
    }

    [Fact]
    public async Task Renoncer_rend_l_enveloppe_et_la_place_de_lauréat()
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var siren = instance.Commune();
        var numero = await AccorderAsync("À abandonner", 7000m, siren);
        var (page, avant) = (await gestion.LireAsync($"/suivi/{numero}/renonciation"), await EnveloppeAsync());
        var vide = await gestion.SoumettreAsync(page, "main form", ("Motif", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vide.Code);
        Assert.Contains("Dites pourquoi", vide.De("main"));
        Assert.Equal(avant, await EnveloppeAsync());
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await gestion.SoumettreAsync(page, "main form", ("Motif", "Le maire renonce par courrier."))).Code
        );
        Assert.Equal(avant - 7000m, await EnveloppeAsync());
        // Twice, or on a stale page: said, and nothing changes.
        Assert.Equal(HttpStatusCode.Conflict, (await gestion.SoumettreAsync(page, "main form", ("Motif", "Encore."))).Code);
        // The place is free: another individual project of the same commune may be granted.
        await AccorderAsync("Un autre projet", 8000m, siren);
        Assert.Equal(avant + 1000m, await EnveloppeAsync());
    }

    [Fact]
    public async Task Une_mesure_se_lit_une_fois_ouverte_puis_s_abandonne()
    {
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.bretagne"), await instance.EnTantQueAsync("porteur.vern"));
        var numero = await AccorderAsync("Mesure abandonnée", 5000m, "213503527");
        var (suivi, page) = ($"/suivi/{numero}", $"/suivi/{numero}/retrait");
        var sans = await gestion.SoumettreAsync(await gestion.LireAsync(page), "form[action$='/observations']", ("Motif", Motif));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Motif), (sans.Code, sans.Valeur("Motif")));
        Assert.Contains("Choisissez sur quoi se fonderait le retrait", sans.De("main"));
        await gestion.SoumettreAsync(
            await gestion.LireAsync(page),
            "form[action$='/observations']",
            ("Fondement", "Illegalite"),
            ("Motif", Motif)
        );
        var avant = await porteur.LireAsync(suivi);
        Assert.Contains("Présentez vos observations", avant.De(".balle"));
        Assert.DoesNotContain(Motif, avant.Texte);
        Assert.Contains("Présentez vos observations", (await porteur.LireAsync("/mes-dossiers")).De("main"));
        Assert.Contains("Noter la réception", (await gestion.LireAsync(page)).De("main"));

        var lettre = PdfLu.Lire((await porteur.LireAsync(suivi + "/lettres/observations-1.pdf")).Octets).Texte;
        foreach (
            var dit in new[]
            {
                "J'envisage de retirer l'aide. Le projet « Mesure abandonnée » a reçu un accord sous réserve de 5 000,00 €",
                "l'article L. 242-1 du code des relations entre le public et l'administration",
                "dans les quatre mois, soit jusqu'au 22 octobre 2021.",
                "Pièces. Elle s'appuie sur votre demande reçue le",
            }
        )
            Assert.Contains(dit, lettre, StringComparison.Ordinal);
        Assert.DoesNotContain("L. 242-2", lettre, StringComparison.Ordinal);
        Assert.Contains(Motif, (await porteur.LireAsync(suivi)).Texte);
        var ouverte = await gestion.LireAsync(page);
        Assert.DoesNotContain("Noter la réception", ouverte.De("main"));
        Assert.Contains("La décision est illégale.", ouverte.De("main"));
        var vide = await gestion.SoumettreAsync(ouverte, "form[action$='/abandon']", ("Motif", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vide.Code);
        Assert.Contains("Dites pourquoi la mesure est abandonnée", vide.De("main"));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await gestion.SoumettreAsync(vide, "form[action$='/abandon']", ("Motif", "Le fait est réparé."))).Code
        );

        var apres = await porteur.LireAsync(suivi);
        Assert.DoesNotContain("Présentez vos observations", apres.De(".balle"));
        Assert.Contains("Sans suite depuis le 22 juin 2021", apres.De("main"));
        Assert.Contains("Rien ne vous est demandé", (await porteur.LireAsync(suivi + "/observations")).De("main"));
        Assert.NotNull((await gestion.LireAsync(page)).Document.QuerySelector("form[action$='/observations']"));
    }

    [Fact]
    public async Task Chaque_niveau_d_une_échéance_se_rappelle_une_fois_le_dernier_seul_après_un_saut()
    {
        var numero = await AccorderAsync("À rappeler", 5000m);
        var terme = (await instance.DossierAsync(numero)).RejetImpliciteLe!.Value;
        await instance.AlHeureAsync($"{terme.AddDays(-61):yyyy-MM-dd}T10:00:00+01:00");
        Assert.Equal(0, await RappelerAsync(numero));
        await instance.AlHeureAsync($"{terme.AddDays(-60):yyyy-MM-dd}T10:00:00+01:00");
        Assert.Equal(1, await RappelerAsync(numero));
        Assert.Equal(1, await RappelerAsync(numero));
        await instance.AlHeureAsync($"{terme.AddDays(2):yyyy-MM-dd}T10:00:00+01:00");
        Assert.Equal(2, await RappelerAsync(numero));
        Assert.Equal(2, await RappelerAsync(numero));
    }

    /// <summary>Runs what is due; how many reminders a dossier has had in all.</summary>
    private async Task<int> RappelerAsync(string numero)
    {
        await instance.FaireAsync(s => s.GetRequiredService<RappelsDuSuivi>().TraiterAsync(default));
        return await instance.LireAsync(db =>
            db.Courriels.CountAsync(c => c.Modele == "suivi" && db.Dossiers.Any(d => d.Id == c.DossierId && d.Numero == numero))
        );
    }

    private Task<decimal> EnveloppeAsync() =>
        instance.LireAsync(async db => (await db.Engagements.ToListAsync()).Sum(e => e.Montant.Montant));

    private async Task<string> AccorderAsync(string titre, decimal montant, string? siren = null)
    {
        await instance.AlHeureAsync("2021-06-22T10:00:00+02:00");
        return await instance.AccorderAsync(titre, montant * 2, montant, siren);
    }
}
