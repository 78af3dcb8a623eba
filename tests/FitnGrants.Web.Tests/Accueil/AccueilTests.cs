using FitnGrants.Web.Features.Dossiers;

namespace FitnGrants.Web.Tests.Accueil;

public sealed class AccueilTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task L_accueil_annonce_autant_d_etapes_qu_un_dossier_en_a()
    {
        var accueil = await instance.Anonyme().LireAsync("/");

        Assert.Contains($"{EtapesDuDossier.Toutes.Length} étapes enregistrées au fur et à mesure", accueil.Texte);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("porteur.vern", true)]
    [InlineData("instructeur.35", false)]
    [InlineData("secretaire.bretagne", false)]
    public async Task Seul_qui_peut_ecrire_un_dossier_ou_n_est_pas_connecte_lit_le_lien_pour_en_commencer_un(string? compte, bool propose)
    {
        var page = await (compte is null ? instance.Anonyme() : await instance.EnTantQueAsync(compte)).LireAsync("/dispositifs/BZH-V1");

        Assert.Equal(propose, page.Document.QuerySelector("a[href^='/dossiers/nouveau']") is not null);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("porteur.vern", false)]
    [InlineData("tilab", false)]
    [InlineData("secretaire.bretagne", true)]
    [InlineData("instructeur.35", true)]
    public async Task Le_plan_du_site_montre_les_seances_a_qui_les_lit(string? compte, bool montre)
    {
        var page = await (compte is null ? instance.Anonyme() : await instance.EnTantQueAsync(compte)).LireAsync("/plan-du-site");

        Assert.Equal(montre, page.Document.QuerySelector("main a[href='/comite/seances']") is not null);
    }
}
