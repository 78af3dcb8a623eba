using FitnGrants.Web.Features.Dossiers;

namespace FitnGrants.Web.Tests.Accueil;

public sealed class AccueilTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task L_accueil_annonce_autant_d_etapes_qu_un_dossier_en_a()
    {
        var accueil = await instance.Anonyme().LireAsync("/");

        Assert.Contains($"{Etapes.Toutes.Length} étapes enregistrées au fur et à mesure", accueil.Texte);
    }
}
