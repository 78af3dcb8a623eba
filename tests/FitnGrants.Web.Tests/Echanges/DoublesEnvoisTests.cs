using FitnGrants.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Echanges;

/// <summary>What a button creates is created once, without script too, however often it is pressed.</summary>
public sealed class DoublesEnvoisTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task Huit_envois_a_la_fois_font_un_message_et_le_meme_texte_plus_tard_en_fait_un_autre()
    {
        var adresse = $"/dossiers/{await DeposeAsync("Huit fois")}/messages";
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        await porteur.LireAsync(adresse);
        Task<PageLue> EcrireAsync(string texte) => porteur.PosterAsync(adresse, ("Texte", texte));

        var reponses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => EcrireAsync("Bonjour,\r\noù en êtes-vous ?")));

        Assert.All(reponses, r => Assert.Equal((HttpStatusCode.Redirect, adresse), (r.Code, r.Vers)));
        Assert.Equal(1, await NombreAsync("Huit fois"));
        await EcrireAsync("Une autre question.");
        Assert.Equal(2, await NombreAsync("Huit fois"));
        await instance.SqlAsync($"update formulaires_recus set le = le - interval '11 seconds'");
        await EcrireAsync("Une autre question.");
        Assert.Equal(3, await NombreAsync("Huit fois"));
    }

    [Fact]
    public async Task Un_refus_ne_retient_rien_et_deux_personnes_ne_se_genent_pas()
    {
        var adresse = $"/dossiers/{await DeposeAsync("Deux personnes")}/messages";
        var (porteur, agent) = (await instance.EnTantQueAsync("porteur.vern"), await instance.EnTantQueAsync("instructeur.35"));
        foreach (var lecteur in new[] { porteur, agent })
            await lecteur.LireAsync(adresse);

        foreach (var code in new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity })
            Assert.Equal(code, (await porteur.PosterAsync(adresse, ("Texte", " "))).Code);
        await porteur.PosterAsync(adresse, ("Texte", "Bien reçu."));
        await agent.PosterAsync(adresse, ("Texte", "Bien reçu."));

        Assert.Equal(2, await NombreAsync("Deux personnes"));
    }

    [Fact]
    public async Task Une_note_du_service_envoyee_deux_fois_est_ecrite_une_fois()
    {
        var numero = await instance.DeroulerAsync(new("213503527", "Deux notes") { Jusqua = EtatDossier.EnInstruction });
        var agent = await instance.EnTantQueAsync("instructeur.35");
        await agent.LireAsync($"/instruction/{numero}/notes");

        for (var fois = 0; fois < 2; fois++)
            await agent.PosterAsync($"/instruction/{numero}/notes", ("Texte", "À rapprocher de Betton."));

        Assert.Equal(1, await instance.LireAsync(db => db.NotesInternes.CountAsync(n => n.Texte == "À rapprocher de Betton.")));
    }

    private Task<string> DeposeAsync(string titre) => instance.DeroulerAsync(new("213503527", titre) { Jusqua = EtatDossier.Depose });

    private Task<int> NombreAsync(string titre) =>
        instance.LireAsync(db =>
            (from m in db.Messages join d in db.Dossiers on m.DossierId equals d.Id where d.Titre == titre select m).CountAsync()
        );
}
