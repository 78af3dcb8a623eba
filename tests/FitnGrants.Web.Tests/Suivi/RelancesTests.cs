using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>The late ones reminded together: what would leave is said first, leaves once, and to those of one's perimeter alone.</summary>
public sealed class RelancesTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Page = "/suivi/relances";

    [Fact]
    public async Task Les_lauréats_en_retard_se_relancent_ensemble_une_fois_par_jour()
    {
        await instance.AlHeureAsync("2021-06-22T10:00:00+02:00");
        var vern = await instance.EnExecutionAsync("porteur.vern", "Premier en retard", 28000m, 20720m, "213503527");
        var beuzec = await instance.EnExecutionAsync("porteur.beuzec", "Second en retard", 28000m, 20000m, "212900088");
        // Due on 22 September: late the day after, and not before.
        await instance.AlHeureAsync("2021-09-22T10:00:00+02:00");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        Assert.Contains("Aucun état des lieux en retard", (await secretaire.LireAsync(Page)).De("main"));
        await instance.AlHeureAsync("2021-09-23T10:00:00+02:00");
        var page = await secretaire.LireAsync(Page);
        Assert.Contains("2 lauréats en retard tiennent 40 720,00 €. Chacun peut être relancé.", page.De("main"));
        Assert.Contains("Relancer ensemble", (await secretaire.LireAsync("/suivi?Onglet=etats-en-retard")).De("main"));
        Assert.Contains("Relancer ensemble", (await secretaire.LireAsync("/tableaux-de-bord/consommation")).De("main"));

        // Nobody ticked: what was typed is kept, nothing leaves.
        var vide = await secretaire.PosterAsync(Page, ("Mot", "Avant la conférence."));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Avant la conférence."), (vide.Code, vide.Valeur("Mot")));
        Assert.Contains("Cochez au moins un lauréat", vide.De(".erreurs"));
        Assert.Empty(await RelancesAsync(vern));

        // One by one, another perimeter, and who only reads.
        await secretaire.PosterAsync(Page, ("Mot", "Avant la conférence."), ("Numeros", vern));
        Assert.Contains("Avant la conférence.", Assert.Single(await RelancesAsync(vern)), StringComparison.Ordinal);
        Assert.Empty(await RelancesAsync(beuzec));
        var ailleurs = await instance.EnTantQueAsync("gestionnaire.68");
        await ailleurs.PosterAsync(Page, ("Numeros", beuzec));
        Assert.Empty(await RelancesAsync(beuzec));
        foreach (var lecteur in new[] { "auditeur", "membre.35", "porteur.vern" })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await instance.EnTantQueAsync(lecteur)).LireAsync(Page)).Code);

        // Said on the page and in its history; a page of before sends nothing twice.
        var instructeur = await instance.EnTantQueAsync("instructeur.35");
        Assert.Contains("Déjà relancé aujourd'hui", (await instructeur.LireAsync(Page)).De("main"));
        Assert.DoesNotContain("Second en retard", (await instructeur.LireAsync(Page)).De("main"));
        await secretaire.SoumettreAsync(page, "main form");
        Assert.Single(await RelancesAsync(vern));
        Assert.Single(await RelancesAsync(beuzec));
        Assert.Contains("relance envoyée", (await secretaire.LireAsync($"/suivi/{vern}")).De("main"));

        // The day after again; and nothing is kept of it once the report is there.
        await instance.AlHeureAsync("2021-09-24T10:00:00+02:00");
        var demain = await secretaire.LireAsync(Page);
        Assert.Contains("dernière le 23 septembre 2021", demain.De("main"));
        Assert.Equal(HttpStatusCode.Redirect, (await secretaire.SoumettreAsync(demain, "main form")).Code);
        Assert.Equal(2, (await RelancesAsync(vern)).Count);
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var prochain = $"/suivi/{vern}/etats-des-lieux/prochain";
        var transmis = await porteur.SoumettreAsync(
            await porteur.LireAsync(prochain),
            "main form",
            ("action", "transmettre"),
            ("Statut", "EnCours"),
            ("AvancementPct", "40"),
            ("Avancement", "Le portail est en essai."),
            ("DepensesPayees", "9 000"),
            ("AucuneEntreprise", "true")
        );
        Assert.True(transmis.Code == HttpStatusCode.Redirect, transmis.De("main"));
        Assert.DoesNotContain("Premier en retard", (await secretaire.LireAsync(Page)).De("main"));
        Assert.Null((await instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == vern + "-A1"))).EtatRelanceLe);
    }

    private Task<List<string>> RelancesAsync(string numero) =>
        instance.LireAsync(db =>
            db.Courriels.Where(c =>
                    db.Dossiers.Any(d => d.Id == c.DossierId && d.Numero == numero) && c.Objet.StartsWith("Votre état des lieux")
                )
                .Select(c => c.Texte)
                .ToListAsync()
        );
}
