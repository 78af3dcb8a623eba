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
    public async Task Une_commune_qui_n_existe_plus_ne_commence_rien_et_sait_qui_lui_succede()
    {
        var porteur = await instance.EnTantQueAsync("porteur.riquewihr");
        var siren = await instance.LireAsync(db => db.Collectivites.Where(c => c.Nom == "Riquewihr").Select(c => c.Siren).SingleAsync());
        await instance.SqlAsync($"update collectivites set existe_au = date '2021-01-31' where siren = {siren}");
        await instance.SqlAsync(
            $"""
            insert into collectivites (siren, nom, nature, code_insee, departement, region, taille, codes_postaux, existe_du)
            select '200099990', 'Riquewihr-Neuve', nature, code_insee, departement, region, taille, codes_postaux, date '2021-02-01'
            from collectivites where siren = {siren}
            """
        );
        var avant = await NombreAsync(siren);

        var page = await porteur.LireAsync("/dossiers/nouveau?dispositif=HR-V1");
        var refus = await porteur.PosterAsync("/dossiers/nouveau", ("dispositif", "HR-V1"));

        Assert.Contains("n'existe plus depuis le 1er février 2021 : Riquewihr-Neuve (200099990) dépose à sa place.", page.Texte);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, avant), (refus.Code, await NombreAsync(siren)));
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
