using FitnGrants.Parcours.Tests.Fabrique;

namespace FitnGrants.Parcours.Tests;

/// <summary>What people paste without a space stays in the page, on a telephone as on a desk.</summary>
public sealed class MotsSansFinTests(ServicePrive service)
{
    private static readonly string Mot = string.Concat(Enumerable.Repeat("interministérialité", 7));

    [Fact]
    public async Task Un_mot_sans_fin_n_elargit_aucune_page()
    {
        await using var v = await Visite.OuvrirAsync(service);
        await v.ConnecterAsync("porteur.rennes-metropole");
        await v.Page.GotoAsync("/dossiers/nouveau?dispositif=BZH-V1");
        await v.CliquerAsync("Commencer le dossier");
        await v.ArriverAsync("**/modifier/collectivite*");
        var dossier = v.Page.Url[..v.Page.Url.LastIndexOf("/modifier", StringComparison.Ordinal)];
        await v.Page.FillAsync("#RepresentantLegal", Mot);
        await v.CliquerAsync("Continuer");
        await v.ArriverAsync("**/modifier/groupement*");
        await v.Page.CheckAsync("#EnGroupement-2");
        await v.Page.FillAsync("#PartDuChefDeFile", "50");
        await v.Page.FillAsync("#Membres_0__Collectivite", "215600776");
        await v.Page.FillAsync("#Membres_0__Part", "49");
        await v.Page.FillAsync("#ContactOperationnel", Mot);
        await v.CliquerAsync("Continuer");
        await v.ArriverAsync("**/modifier/projet*");
        await v.Page.FillAsync("#Titre", Mot);
        await v.Page.FillAsync("#Resume", Mot + Mot);
        await v.Page.FillAsync("#Lieux", Mot);
        await v.CliquerAsync("Continuer");
        await v.ArriverAsync("**/modifier/criteres*");
        await v.Page.GotoAsync(dossier + "/modifier/financement");
        await v.Page.FillAsync("#Depenses_0__Libelle", Mot);
        await v.Page.FillAsync("#Depenses_0__Montant", "28 000");
        await v.Page.FillAsync("#Ressources_0__Montant", "28 000");
        await v.CliquerAsync("Continuer");
        await v.ArriverAsync("**/modifier/calendrier*");

        foreach (var page in new[] { "", "/modifier/groupement", "/modifier/projet", "/modifier/financement", "/modifier/recapitulatif" })
        {
            await v.Page.GotoAsync(dossier + page);
            await v.RegarderAsync("mot-sans-fin" + page.Replace('/', '-'));
        }
        await v.Page.GotoAsync("/mes-dossiers");
        await v.RegarderAsync("mot-sans-fin-mes-dossiers");
        Assert.Empty(v.Defauts);
        Assert.Empty(v.Erreurs);
    }
}
