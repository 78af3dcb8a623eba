using FitnGrants.Web.Donnees;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>A gestionnaire reads the accords of its perimeter, once they are told.</summary>
public sealed class AccordsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Un_accord_est_lu_dans_son_perimetre_une_fois_notifie()
    {
        var gestion = await instance.EnTantQueAsync("gestionnaire.bretagne");
        Assert.Contains("Aucun accord dans votre périmètre", (await gestion.LireAsync("/suivi")).Texte, StringComparison.Ordinal);
        var (numero, point) = await instance.PointAsync("Portail à suivre", 28000m, 20720m);
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        Assert.DoesNotContain(numero, (await gestion.LireAsync("/suivi")).Texte, StringComparison.Ordinal);

        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");

        var page = await gestion.LireAsync("/suivi");
        Assert.Equal($"Portail à suivre{numero}", page.De("tbody td:first-child"));
        Assert.Equal("20 720,00 €", page.De("tbody .nombre"));
        Assert.Equal(["1", "20 720,00 €"], page.Document.QuerySelectorAll(".reperes dd").Select(d => PageLue.Plat(d.TextContent)));
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Contains(
            "Aucun accord dans votre périmètre",
            (await (await instance.EnTantQueAsync("gestionnaire.68")).LireAsync("/suivi")).Texte,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Un_auditeur_d_une_region_ne_lit_que_la_sienne()
    {
        var numero = await instance.NumeroAsync("Prise de rendez-vous en ligne");
        var auditeur = await instance.NouvelleSessionAsync("auditeur");
        Assert.Equal(HttpStatusCode.OK, (await auditeur.LireAsync($"/dossiers/{numero}")).Code);
        await instance.SqlAsync($"update habilitations set region = '53' where role = 'Auditeur'");
        auditeur = await instance.NouvelleSessionAsync("auditeur");

        Assert.Equal(HttpStatusCode.NotFound, (await auditeur.LireAsync($"/dossiers/{numero}")).Code);
        Assert.Equal(HttpStatusCode.OK, (await auditeur.LireAsync($"/dossiers/{await instance.NumeroAsync("Portail des familles")}")).Code);
        Assert.Equal(
            1,
            await instance.LireAsync(db =>
                db.Seances.VisiblesPar(
                        new(Guid.Empty, "", [new(Domain.Habilitations.Role.Auditeur, Region: "53")]),
                        Domain.Habilitations.Droit.LireSeances
                    )
                    .Select(s => s.Region)
                    .Distinct()
                    .CountAsync()
            )
        );
    }
}
