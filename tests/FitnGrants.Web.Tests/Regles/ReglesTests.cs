using FitnGrants.Domain.Dispositifs;
using FitnGrants.Web.Reglements;
using Microsoft.Extensions.DependencyInjection;
using Instance = FitnGrants.Web.Tests.Fabrique.Instance;

namespace FitnGrants.Web.Tests.Regles;

public sealed class ReglesTests(Instance instance) : IClassFixture<Instance>
{
    private IEnumerable<Reglement> Reglements => instance.Services.GetRequiredService<RegistreDesReglements>().EnVigueur;

    [Fact]
    public async Task Chaque_regle_de_chaque_dispositif_a_sa_page_avec_sa_phrase_et_sa_source()
    {
        var visiteur = instance.Anonyme();
        foreach (var groupe in Reglements.SelectMany(r => r.Regles).GroupBy(r => r.Code))
        {
            var page = await visiteur.LireAsync($"/regles/{groupe.Key}");
            Assert.Equal(HttpStatusCode.OK, page.Code);
            foreach (var regle in groupe)
            {
                Assert.Contains(PageLue.Plat(regle.Phrase), page.Texte);
                Assert.Contains(PageLue.Plat(regle.Source.Citation ?? regle.Source.Document), page.Texte);
            }
        }
    }

    [Theory]
    [InlineData("BZH-V1")]
    [InlineData("HR-V1")]
    [InlineData("GE-V2")]
    public async Task Le_reglement_montre_chaque_regle_active_et_un_exemple_de_chaque_cote(string code)
    {
        var page = await instance.Anonyme().LireAsync($"/dispositifs/{code}/reglement");

        Assert.Equal(HttpStatusCode.OK, page.Code);
        foreach (var regle in Reglements.Single(r => r.Code == code).Regles.Where(r => r.Mode != ModeRegle.Inactif))
        {
            var fiche = page.Document.GetElementById(regle.Code);
            Assert.NotNull(fiche);
            if (regle.Regle is not RegleDInformation)
                Assert.True(fiche.QuerySelectorAll(".exemples li").Length >= 2, $"{code} {regle.Code} : deux exemples au moins.");
        }
    }

    [Fact]
    public void Chaque_exemple_change_la_reponse_de_sa_regle() =>
        Assert.All(
            Reglements.SelectMany(r => r.Regles.Select(x => (Reglement: r, Regle: x))).Where(x => x.Regle.Regle is not RegleDInformation),
            x =>
                Assert.True(
                    x.Regle.Regle.Exemples(x.Regle, new Modele(x.Reglement))
                        .Select(e => e.Juger(x.Reglement, x.Regle)?.Message)
                        .Distinct()
                        .Count() > 1,
                    $"{x.Reglement.Code} {x.Regle.Code} : les exemples donnent tous la même réponse."
                )
        );

    [Theory]
    [InlineData("R999")]
    [InlineData("%3Cscript%3E")]
    public async Task Une_regle_inconnue_est_introuvable(string code) =>
        Assert.Equal(HttpStatusCode.NotFound, (await instance.Anonyme().LireAsync($"/regles/{code}")).Code);

    [Fact]
    public async Task La_casse_du_code_ne_compte_pas() =>
        Assert.Equal(HttpStatusCode.OK, (await instance.Anonyme().LireAsync("/regles/r11")).Code);

    [Theory]
    [InlineData("R11", "Une commune de 99 999 habitants.", "Une commune de 100 000 habitants.")]
    [InlineData("R22", "20 000,00 € de coût éligible", "4 000,01 € demandés")]
    public async Task L_exemple_dit_la_limite(string code, string dedans, string dehors)
    {
        var page = await instance.Anonyme().LireAsync($"/regles/{code}");
        Assert.Contains(dedans, page.Texte);
        Assert.Contains(dehors, page.Texte);
    }
}
