using FitnGrants.Web.Tests.Comite;
using FitnGrants.Web.Tests.Suivi;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>The letters that follow an accord are worded by their service too.</summary>
public sealed class ModelesDuSuiviTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Le_rappel_se_reformule_et_se_relit_sur_un_projet_laureat()
    {
        await instance.AlHeureAsync("2021-06-22T10:00:00+02:00");
        var (chef, agent) = (await instance.EnTantQueAsync("chef.35"), await instance.EnTantQueAsync("instructeur.35"));
        var numero = await instance.EnExecutionAsync("porteur.vern", "Portail, rappels", 28000m, 20720m, "213503527");
        await instance.AlHeureAsync("2021-10-02T10:00:00+02:00");
        const string rappel = "/administration/services/35/modeles/EtatDesLieux";
        var page = await chef.LireAsync(rappel);
        Assert.Contains("Portail, rappels", page.De("select[name=Dossier]"));
        Assert.Contains("était attendu le 22 septembre 2021", page.De("main"));
        var texte = page.Valeur("Texte")! + "\n\nMerci de votre {quoi}.";
        var essai = await chef.SoumettreAsync(page, "main form", ("Texte", texte), ("Action", "essayer"));
        Assert.Contains("Merci de votre Rappel.", essai.De("main"));
        await chef.SoumettreAsync(essai, "main form", ("Action", "enregistrer"));
        var lettre = PdfLu.Lire((await agent.LireAsync($"/suivi/{numero}/lettres/etat-des-lieux.pdf")).Octets).Texte;
        Assert.Contains("Merci de votre Rappel.", lettre, StringComparison.Ordinal);
        Assert.Contains("Il a 10 jours de retard", lettre, StringComparison.Ordinal);
        // Every letter that follows an act finds its dossiers.
        foreach (var nature in new[] { "Prorogation", "MiseEnDemeure" })
            Assert.Null(
                (await chef.LireAsync($"/administration/services/35/modeles/{nature}")).Document.QuerySelector("select[name=Dossier]")
            );
        Assert.Equal(HttpStatusCode.NotFound, (await chef.LireAsync("/administration/services/35/modeles/Observations")).Code);
    }
}
