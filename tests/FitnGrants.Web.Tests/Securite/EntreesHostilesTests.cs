namespace FitnGrants.Web.Tests.Securite;

public sealed class EntreesHostilesTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Un_caractere_nul_dans_un_formulaire_est_une_demande_illisible()
    {
        var porteur = await instance.EnTantQueAsync("porteur.riquewihr");
        using var corps = new StringContent("Titre=a%00b&Revision=1", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        using var reponse = await porteur.Client.PostAsync(
            "/dossiers/nouveau?dispositif=HR-V1",
            corps,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Contains(
            "Demande incomplète",
            await reponse.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/nulle-part")]
    [InlineData("/dossiers")]
    [InlineData("/erreur")]
    public async Task Une_adresse_inconnue_est_une_page_404_en_francais(string adresse)
    {
        var page = await instance.Anonyme().LireAsync(adresse);

        Assert.Equal(HttpStatusCode.NotFound, page.Code);
        Assert.Equal("Page introuvable", page.De("h1"));
    }
}
