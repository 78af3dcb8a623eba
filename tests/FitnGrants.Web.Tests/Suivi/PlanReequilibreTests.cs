using FitnGrants.Domain.Socle;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>Scenario 2: less was granted than asked; the porteur balances its plan again, who manages accepts it (A13).</summary>
public sealed class PlanReequilibreTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Vern = "213503527";

    [Fact]
    public async Task Moins_que_demandé_le_plan_se_rééquilibre_au_centime_et_le_service_voit_les_deux_taux()
    {
        var (gestion, porteur) = (await instance.EnTantQueAsync("gestionnaire.bretagne"), await instance.EnTantQueAsync("porteur.vern"));
        var (numero, point) = await instance.PointAsync("Moins que demandé", 28000m, 20720m, Vern);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        var accord = await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/accord"),
            "main form",
            [.. SeanceOuverte.Motive, ("Montant", "14000")]
        );
        Assert.True(accord.Code == HttpStatusCode.Redirect, accord.De("main"));
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        await instance.PreparerLActeAsync(numero);

        Assert.Contains("Rééquilibrez votre plan", (await porteur.LireAsync("/mes-dossiers")).De("main"));
        var refus = await gestion.LireAsync($"/suivi/{numero}/acte");
        Assert.Contains("ne s'équilibre pas", refus.De("main"));
        Assert.Null(refus.Document.QuerySelector("form[action$='/edition']"));

        var plan = await porteur.LireAsync($"/suivi/{numero}/plan");
        var propres = Enumerable.Range(0, 9).Single(i => plan.Valeur($"Ressources[{i}].Type") == "Autofinancement");
        // The difference is on its own money, in the line that it has already.
        Assert.Equal("1400000", string.Concat(plan.Valeur($"Ressources[{propres}].Montant")!.Where(char.IsAsciiDigit)));
        (string, string?)[] Vingt(string depense) => [("Depenses[0].Montant", depense), ($"Ressources[{propres}].Montant", "6000")];
        var faux = await porteur.SoumettreAsync(plan, "main form", [.. Vingt("20000,01"), ("action", "transmettre")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "20000,01"), (faux.Code, faux.Valeur("Depenses[0].Montant")));
        var transmis = await porteur.SoumettreAsync(faux, "main form", [.. Vingt("20000"), ("action", "transmettre")]);
        Assert.True(transmis.Code == HttpStatusCode.Redirect, transmis.De("main"));

        var attend = await gestion.LireAsync($"/suivi/{numero}/acte");
        var taux = attend.Document.QuerySelectorAll("td[data-titre=Taux]").Select(t => t.TextContent.Trim()).ToList();
        Assert.Equal(["50,00", "70,00"], taux.Select(t => t[..5]));
        var sansMotif = await gestion.SoumettreAsync(attend, "form[action$='/plan/accord']", ("Motif", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sansMotif.Code);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await gestion.SoumettreAsync(attend, "form[action$='/plan/accord']", ("Motif", "Le périmètre est réduit."))).Code
        );

        await gestion.FaireAsync(numero, "edition");
        var acte = await instance.LireAsync(db => db.ActesAttributifs.SingleAsync(a => a.Numero == numero + "-A1"));
        Assert.Equal((new Euros(14_000m), new Euros(20_000m)), (acte.Montant, acte.Depense!.Value));
        Assert.Equal(28_000m, (await instance.DossierAsync(numero)).ContenuDepose.Projet.TotalDepenses!.Value.Montant);
    }
}
