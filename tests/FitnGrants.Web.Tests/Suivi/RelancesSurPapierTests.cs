using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>A late laureate whom no mail reaches.</summary>
public sealed class RelancesSurPapierTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    private const string Page = "/suivi/relances";

    [Fact]
    public async Task Un_lauréat_que_personne_ne_lit_reçoit_une_lettre_et_non_un_courriel()
    {
        await instance.AlHeureAsync("2021-06-22T10:00:00+02:00");
        var numero = await instance.EnExecutionAsync("porteur.dinan", "Sans compte", 28000m, 20720m, "200068989");
        await instance.SqlAsync($"delete from habilitations where siren = '200068989'");
        await instance.AlHeureAsync("2021-09-23T10:00:00+02:00");
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        var page = await gestion.LireAsync(Page);
        Assert.Contains("Personne n'a de compte ici : lettre de rappel à poster", page.De("main"));
        Assert.Null(page.Document.QuerySelector($"input[value='{numero}']"));
        var lettre = await gestion.LireAsync($"/suivi/{numero}/lettres/etat-des-lieux.pdf");
        Assert.Equal("application/pdf", lettre.Type);
        await gestion.PosterAsync(Page, ("Numeros", numero));
        Assert.Equal(0, await instance.LireAsync(db => db.Journal.CountAsync(l => l.Acte == Domain.Socle.Acte.RelancerUnEtat)));
    }
}
