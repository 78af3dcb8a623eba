using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Comite;

/// <summary>A calendar follows the sessions of its owner at an address that nobody guesses, and that he closes.</summary>
public sealed class AgendaTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Une_adresse_se_lit_sans_session_se_remplace_et_se_ferme()
    {
        var membre = await instance.EnTantQueAsync("membre.35");
        await membre.SoumettreAsync(await membre.LireAsync("/comite/agenda"), "main form");
        var premiere = await AdresseAsync(membre);
        var agenda = instance.Anonyme();

        var lue = await agenda.LireAsync(premiere);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (lue.Code, lue.Type));
        Assert.Contains("BEGIN:VEVENT", lue.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "UID:" + await instance.LireAsync(db => db.Seances.Where(s => s.Region != "53").Select(s => s.Id).FirstAsync()),
            lue.Source,
            StringComparison.Ordinal
        );

        await membre.SoumettreAsync(await membre.LireAsync("/comite/agenda"), "form[action='/comite/agenda']");
        var seconde = await AdresseAsync(membre);
        Assert.NotEqual(premiere, seconde);
        Assert.Equal(HttpStatusCode.NotFound, (await agenda.LireAsync(premiere)).Code);
        Assert.Equal(HttpStatusCode.OK, (await agenda.LireAsync(seconde)).Code);

        await membre.SoumettreAsync(await membre.LireAsync("/comite/agenda"), "form[action$='/fermeture']");
        Assert.Equal(HttpStatusCode.NotFound, (await agenda.LireAsync(seconde)).Code);
        await membre.SoumettreAsync(await membre.LireAsync("/comite/agenda"), "main form");
        Assert.DoesNotContain(await AdresseAsync(membre), new[] { premiere, seconde });
    }

    [Theory]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Une_adresse_inventee_n_ouvre_rien(string jeton) =>
        Assert.Equal(HttpStatusCode.NotFound, (await instance.Anonyme().LireAsync($"/agenda/{jeton}.ics")).Code);

    private static async Task<string> AdresseAsync(Navigateur qui) =>
        new Uri((await qui.LireAsync("/comite/agenda")).Document.QuerySelector("#adresse")!.GetAttribute("value")!).AbsolutePath;
}
