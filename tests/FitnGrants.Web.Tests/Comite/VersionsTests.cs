namespace FitnGrants.Web.Tests.Comite;

public sealed class VersionsTests(SeanceOuverte instance) : IClassFixture<SeanceOuverte>
{
    [Fact]
    public async Task Ce_que_le_porteur_recrit_apres_un_a_revoir_n_est_lu_de_personne_avant_son_depot()
    {
        var (numero, point) = await instance.PointAsync("Accueil de quartier", siren: "212900088");
        var (secretaire, porteur) = (await instance.EnTantQueAsync("secretaire.bretagne"), await instance.EnTantQueAsync("porteur.beuzec"));
        await secretaire.SoumettreAsync(
            await secretaire.LireAsync(point + "/a-revoir"),
            "main form",
            [.. SeanceOuverte.Motive, ("Axes[0].Texte", "Un axe"), ("Axes[0].Cible", "projet")]
        );
        await secretaire.SoumettreAsync(await secretaire.LireAsync(point), "form[action$='/notification']");

        await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{numero}/modifier/projet"),
            "main form",
            ("Titre", "Titre en chantier"),
            ("Resume", "Résumé en chantier.")
        );

        Assert.Contains("Titre en chantier", (await porteur.LireAsync($"/dossiers/{numero}")).Texte);
        var agent = await instance.EnTantQueAsync("instructeur.29");
        Assert.DoesNotContain("en chantier", (await agent.LireAsync($"/dossiers/{numero}")).Texte);
        foreach (
            var (lecteur, adresse) in new[]
            {
                (secretaire, point),
                (secretaire, $"/comite/seances/{instance.Seance}"),
                (secretaire, $"/comite/seances/{instance.Seance}/direct"),
                (secretaire, $"/comite/seances/{instance.Seance}/notification"),
                (agent, $"/instruction/{numero}"),
                (agent, "/instruction?Onglet=chez-le-porteur"),
                (agent, "/instruction?Q=chantier"),
            }
        )
            Assert.DoesNotContain("Titre en chantier", (await lecteur.LireAsync(adresse)).Texte);
        Assert.DoesNotContain("Résumé en chantier", (await agent.LireAsync($"/instruction/{numero}")).Texte);
        Assert.Contains("Accueil de quartier", (await agent.LireAsync("/instruction?Onglet=chez-le-porteur")).Texte);
        Assert.Equal(HttpStatusCode.OK, (await porteur.LireAsync($"/dossiers/{numero}/recepisse.pdf?version=1")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await porteur.LireAsync($"/dossiers/{numero}/recepisse.pdf?version=2")).Code);
    }
}
