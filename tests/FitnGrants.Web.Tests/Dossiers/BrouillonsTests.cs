using FitnGrants.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Dossiers;

/// <summary>A button that is pressed twice, or eight times at once, makes one draft.</summary>
public sealed class BrouillonsTests(Instance instance) : IClassFixture<Instance>
{
    private Task<int> NombreAsync(string siren) =>
        instance.LireAsync(db => db.Dossiers.CountAsync(d => d.Siren == siren && d.Numero == null));

    [Fact]
    public async Task Commencer_plusieurs_fois_a_la_fois_fait_un_brouillon_et_en_refaire_un_quand_il_est_ecrit()
    {
        var porteur = await instance.EnTantQueAsync("porteur.leguerno");
        await porteur.LireAsync("/dossiers/nouveau?dispositif=BZH-V1");
        var avant = await NombreAsync("215600776");

        var reponses = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => porteur.PosterAsync("/dossiers/nouveau", ("dispositif", "BZH-V1")))
        );

        Assert.Equal(avant + 1, await NombreAsync("215600776"));
        var adresse = Assert.Single(reponses.Select(r => r.Vers).Distinct(StringComparer.Ordinal))!;
        Assert.Contains("déjà commencé", (await porteur.LireAsync(adresse)).Texte);
        var projet = adresse.Replace("collectivite", "projet", StringComparison.Ordinal);
        await porteur.SoumettreAsync(await porteur.LireAsync(projet), "main form", ("Titre", "Un vrai projet"));
        await porteur.PosterAsync("/dossiers/nouveau", ("dispositif", "BZH-V1"));
        Assert.Equal(avant + 2, await NombreAsync("215600776"));
    }

    [Fact]
    public async Task Copier_deux_fois_fait_une_copie()
    {
        var numero = await instance.DeroulerAsync(new("213503527", "À copier") { Jusqua = EtatDossier.Depose });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        await porteur.LireAsync($"/dossiers/{numero}");

        var premiere = await porteur.PosterAsync($"/dossiers/{numero}/copier");
        var seconde = await porteur.PosterAsync($"/dossiers/{numero}/copier");

        Assert.Equal((HttpStatusCode.Redirect, premiere.Vers), (seconde.Code, seconde.Vers));
        Assert.Contains("est déjà commencée", (await porteur.LireAsync(seconde.Vers!)).Texte);
    }
}
