using System.Text.Json;
using FitnGrants.Domain.Dossiers;

namespace FitnGrants.Web.Tests.Dossiers;

/// <summary>What a page saves by itself: the same rules as its button, and an answer for a program.</summary>
public sealed class EnregistrementAutomatiqueTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Ce_qui_est_tape_est_enregistre_et_la_page_peut_continuer()
    {
        var (porteur, adresse, page) = await BrouillonAsync();
        var trace = await instance.TraceAsync(adresse);

        var premier = await EnregistrerAsync(porteur, page, ("Titre", "Portail en cours"));
        var second = await EnregistrerAsync(
            porteur,
            page,
            ("Titre", "Portail des familles de Vern"),
            ("Revision", $"{premier.GetProperty("revision").GetInt32()}"),
            ("Origine", premier.GetProperty("origine").GetString())
        );

        Assert.Matches("^Enregistré à 9 h 0[0-9]$", PageLue.Plat(second.GetProperty("phrase").GetString()!));
        Assert.Equal("Portail des familles de Vern", (await instance.DossierAsync(adresse)).Contenu.Projet.Titre);
        Assert.Equal(
            (trace.Revision + 2, trace.Journal),
            ((await instance.TraceAsync(adresse)).Revision, (await instance.TraceAsync(adresse)).Journal)
        );
    }

    [Fact]
    public async Task Une_saisie_refusee_dit_pourquoi_et_ne_change_rien()
    {
        var (porteur, adresse, page) = await BrouillonAsync();
        var trace = await instance.TraceAsync(adresse);

        var reponse = await EnregistrerAsync(porteur, page, HttpStatusCode.UnprocessableEntity, ("Titre", new string('a', 151)));

        Assert.Equal(
            "Pas encore enregistré : Ce texte est trop long : 150 caractères au plus, il en a 151.",
            PageLue.Plat(reponse.GetProperty("phrase").GetString()!)
        );
        Assert.Equal(trace, await instance.TraceAsync(adresse));
    }

    [Fact]
    public async Task Une_page_perimee_une_autre_collectivite_un_dossier_depose_n_enregistrent_rien()
    {
        var (porteur, adresse, page) = await BrouillonAsync();
        await EnregistrerAsync(porteur, page, ("Titre", "Premier"));
        Assert.Equal(HttpStatusCode.Conflict, (await PosterAsync(porteur, page, ("Titre", "Second"), ("Page", null))).Code);
        Assert.Equal("Premier", (await instance.DossierAsync(adresse)).Contenu.Projet.Titre);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await PosterAsync(await instance.EnTantQueAsync("porteur.leguerno"), page, ("Titre", "Autre"))).Code
        );
        var numero = await instance.NumeroAsync("Portail des familles");
        var champs = PageLue
            .Champs(page.Formulaire("main form"))
            .Where(c => c.Nom != "Revision")
            .Append(("Revision", $"{(await instance.DossierAsync(numero)).Revision}"));
        Assert.Equal(HttpStatusCode.Conflict, (await porteur.AutomatiqueAsync($"/dossiers/{numero}/modifier/projet", champs)).Code);
    }

    private async Task<(Navigateur Porteur, string Adresse, PageLue Page)> BrouillonAsync()
    {
        var adresse = await instance.DeroulerAsync(new("213503527", "Au fil de la saisie") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        return (porteur, adresse, await porteur.LireAsync($"/dossiers/{adresse}/modifier/projet"));
    }

    private static Task<JsonElement> EnregistrerAsync(Navigateur navigateur, PageLue page, params (string Nom, string? Valeur)[] champs) =>
        EnregistrerAsync(navigateur, page, HttpStatusCode.OK, champs);

    private static async Task<JsonElement> EnregistrerAsync(
        Navigateur navigateur,
        PageLue page,
        HttpStatusCode attendu,
        params (string Nom, string? Valeur)[] champs
    )
    {
        var reponse = await PosterAsync(navigateur, page, champs);
        Assert.Equal((attendu, "application/json"), (reponse.Code, reponse.Type));
        using var lu = JsonDocument.Parse(reponse.Source);
        return lu.RootElement.Clone();
    }

    private static Task<PageLue> PosterAsync(Navigateur navigateur, PageLue page, params (string Nom, string? Valeur)[] champs) =>
        navigateur.AutomatiqueAsync(
            page.Adresse,
            PageLue.Champs(page.Formulaire("main form")).Where(c => champs.All(x => x.Nom != c.Nom)).Concat(champs)
        );
}
