using FitnGrants.Web.Donnees;
using FitnGrants.Web.Tests.Comite;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Suivi;

/// <summary>Who reads an act: its collectivité, who manages, who instructs, a secretariat, an audit; nobody else (suivi.md, 9).</summary>
public sealed class PerimetresDeSuiviTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Theory]
    [InlineData("gestionnaire.bretagne", true)]
    [InlineData("gestionnaire.bretagne-2", true)]
    [InlineData("gestionnaire.68", false)]
    [InlineData("gestionnaire.grand-est", false)]
    [InlineData("secretaire.bretagne", true)]
    [InlineData("secretaire.grand-est", false)]
    [InlineData("instructeur.35", true)]
    [InlineData("instructeur.29", false)]
    [InlineData("instructeur.68", false)]
    [InlineData("chef.35", true)]
    [InlineData("auditeur", true)]
    [InlineData("porteur.vern", true)]
    [InlineData("porteur.colmar", false)]
    [InlineData("membre.29", null)]
    [InlineData("membre.35", null)]
    [InlineData("admin", null)]
    [InlineData("tilab", null)]
    public async Task Chacun_ne_lit_que_le_suivi_qui_le_regarde(string compte, bool? lit)
    {
        var numero = await NumeroAsync();
        var navigateur = await instance.EnTantQueAsync(compte);

        // Without the right at all, the address is refused; with it and outside the perimeter, it does not exist.
        Assert.Equal(
            lit switch
            {
                true => HttpStatusCode.OK,
                false => HttpStatusCode.NotFound,
                null => HttpStatusCode.Forbidden,
            },
            (await navigateur.LireAsync($"/suivi/{numero}")).Code
        );
    }

    private async Task<string> NumeroAsync()
    {
        const string titre = "Portail à suivre";
        if (
            await instance.LireAsync(db => db.Dossiers.Where(d => d.Titre == titre).Select(d => d.Numero).FirstOrDefaultAsync()) is
            { } connu
        )
            return connu;
        var (numero, point) = await instance.PointAsync(titre, 28000m, 20720m, "213503527");
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/accord"), "main form", SeanceOuverte.Motive);
        Assert.Equal(HttpStatusCode.NotFound, (await secretaire.LireAsync($"/suivi/{numero}")).Code);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");
        return numero;
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
