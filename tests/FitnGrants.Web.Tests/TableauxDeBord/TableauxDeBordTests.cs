using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Features.TableauxDeBord;

namespace FitnGrants.Web.Tests.TableauxDeBord;

public sealed class TableauxDeBordTests(Instance instance) : IClassFixture<Instance>
{
    [Theory]
    [InlineData("", null, null)]
    [InlineData("7", 7, 7)]
    [InlineData("1 2", 1, 2)]
    [InlineData("5 1 3", 3, 5)]
    [InlineData("1 2 3 4 5 6 7 8 9 10", 5, 9)]
    [InlineData("10 10 10 10 10 10 10 10 10 10 90", 10, 10)]
    public void La_mediane_et_neuf_sur_dix_sont_des_valeurs_vues(string jours, int? mediane, int? neuf)
    {
        var delai = Delai.De(
            "Essai",
            jours
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(j => (int?)int.Parse(j, System.Globalization.CultureInfo.InvariantCulture))
                .Append(null)
        );

        Assert.Equal((mediane, neuf), (delai.Mediane, delai.NeufSurDix));
    }

    [Fact]
    public async Task Les_chiffres_sont_ceux_des_dossiers_que_l_on_peut_lire()
    {
        var agent = await instance.EnTantQueAsync("instructeur.35");
        var avant = await agent.LireAsync("/tableaux-de-bord");
        await instance.DeroulerAsync(new("213503527", "Compté une fois", 10000m, 5000m) { Jusqua = EtatDossier.Depose });
        var apres = await agent.LireAsync("/tableaux-de-bord");

        Assert.Equal(Nombre(avant, "Ille-et-Vilaine") + 1, Nombre(apres, "Ille-et-Vilaine"));
        Assert.Equal(Nombre(avant, "Déposé") + 1, Nombre(apres, "Déposé"));
        Assert.Contains("Du dépôt à la prise en charge", apres.Texte);
        Assert.DoesNotContain("Haut-Rhin", apres.Texte);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await instance.EnTantQueAsync("porteur.vern")).LireAsync("/tableaux-de-bord")).Code);
    }

    private static int Nombre(PageLue page, string ligne) =>
        page
            .Document.QuerySelectorAll("tbody tr")
            .Where(l => l.QuerySelector("th")!.TextContent.Contains(ligne, StringComparison.Ordinal))
            .Select(l => int.Parse(l.QuerySelector("td")!.TextContent, System.Globalization.CultureInfo.InvariantCulture))
            .FirstOrDefault();
}
