namespace FitnGrants.Web.Tests.Comite;

public sealed class VersionsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Ce_que_le_porteur_recrit_apres_un_a_revoir_n_est_lu_de_personne_avant_son_depot()
    {
        var (numero, point) = await instance.PointAsync("Accueil de quartier", siren: "212900088");
        var (secretaire, porteur) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("porteur.beuzec"));
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point + "/a-revoir"), "main form", [.. SeanceOuverte.Motive, ("Axes[0].Texte", "Un axe")]);
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");

        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/modifier/projet"), "main form", ("Titre", "Titre en chantier"), ("Resume", "Résumé en chantier."));

        Assert.Contains("Titre en chantier", (await porteur.LireAsync($"/dossiers/{numero}")).Texte);
        var agent = await instance.EnTantQueAsync("instructeur.29");
        Assert.DoesNotContain("en chantier", (await agent.LireAsync($"/dossiers/{numero}")).Texte);
        Assert.DoesNotContain("en chantier", (await secretaire.LireAsync(point)).Texte);
        Assert.Equal(HttpStatusCode.OK, (await porteur.LireAsync($"/dossiers/{numero}/recepisse.pdf?version=1")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{numero}/recepisse.pdf?version=2")).Code);
    }
}
