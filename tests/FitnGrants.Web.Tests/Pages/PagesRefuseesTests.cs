using System.Net.Http.Headers;
using FitnGrants.Domain.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Pages;

/// <summary>A browser that goes back to a refused form finds it, as it was answered, and is never asked to send it again.</summary>
public sealed class PagesRefuseesTests(Instance instance) : IClassFixture<Instance>
{
    private static HttpRequestMessage Envoi(string adresse, IEnumerable<(string Nom, string? Valeur)> champs)
    {
        var envoi = new HttpRequestMessage(HttpMethod.Post, adresse)
        {
            Content = new FormUrlEncodedContent(champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur ?? ""))),
        };
        envoi.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return envoi;
    }

    private async Task<(Navigateur Porteur, string Adresse, Uri Refus)> RefuserAsync()
    {
        var adresse = await instance.DeroulerAsync(new("213503527", "Refusé") { Jusqua = EtatDossier.Brouillon });
        var porteur = await instance.EnTantQueAsync("porteur.vern");
        var page = await porteur.LireAsync($"/dossiers/{adresse}/modifier/calendrier");
        using var envoi = Envoi(
            $"/dossiers/{adresse}/modifier/calendrier",
            PageLue.Champs(page.Formulaire("main form")).Where(c => c.Nom != "DateFinPrevue").Append(("DateFinPrevue", "bientôt"))
        );
        using var reponse = await porteur.Client.SendAsync(envoi, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, reponse.StatusCode);
        return (porteur, adresse, reponse.Headers.Location!);
    }

    [Fact]
    public async Task Un_formulaire_refuse_a_son_adresse_qui_montre_ce_qui_fut_tape_autant_de_fois_qu_on_y_revient()
    {
        var (porteur, adresse, refus) = await RefuserAsync();

        Assert.StartsWith($"/dossiers/{adresse}/modifier/calendrier?refus=", refus.ToString(), StringComparison.Ordinal);
        for (var fois = 0; fois < 2; fois++)
        {
            var page = await porteur.LireAsync(refus.ToString());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
            Assert.Equal("bientôt", page.Valeur("DateFinPrevue"));
            Assert.Contains("Cette date n'est pas lisible", page.Erreur("DateFinPrevue"));
            Assert.StartsWith("Erreur", page.Document.Title, StringComparison.Ordinal);
        }
        // What is mended from there is saved.
        var corrigee = await porteur.SoumettreAsync(
            await porteur.LireAsync(refus.ToString()),
            "main form",
            ("DateFinPrevue", "31/12/2022")
        );
        Assert.Equal(HttpStatusCode.Redirect, corrigee.Code);
        Assert.Equal(new DateOnly(2022, 12, 31), (await instance.DossierAsync(adresse)).Contenu.Projet.DateFinPrevue);
    }

    [Fact]
    public async Task Ni_un_autre_navigateur_ni_une_autre_personne_ni_plus_tard_ne_la_lisent()
    {
        var (porteur, adresse, refus) = await RefuserAsync();
        var formulaire = $"/dossiers/{adresse}/modifier/calendrier";

        foreach (var autre in new[] { instance.Anonyme(), await instance.EnTantQueAsync("porteur.leguerno") })
            Assert.Equal((HttpStatusCode.Redirect, formulaire), await VersAsync(autre));
        await instance.SqlAsync($"update pages_refusees set expire_le = now() - interval '1 second'");
        Assert.Equal((HttpStatusCode.Redirect, formulaire), await VersAsync(porteur));

        async Task<(HttpStatusCode, string?)> VersAsync(Navigateur qui)
        {
            var lue = await qui.LireAsync(refus.ToString());
            return (lue.Code, lue.Vers);
        }
    }

    [Fact]
    public async Task Aucun_mot_de_passe_n_est_garde_et_un_programme_lit_le_refus_ou_il_l_a_demande()
    {
        var visiteur = instance.Anonyme();
        var page = await visiteur.LireAsync("/compte/connexion");
        (string, string?)[] champs =
        [
            .. PageLue.Champs(page.Formulaire("form[action='/compte/connexion']")).Where(c => c.Nom is not ("Adresse" or "MotDePasse")),
            ("Adresse", "personne@commune.fr"),
            ("MotDePasse", "un secret très secret"),
        ];

        using var envoi = Envoi("/compte/connexion", champs);
        using var reponse = await visiteur.Client.SendAsync(envoi, TestContext.Current.CancellationToken);
        var gardee = await visiteur.LireAsync(reponse.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, gardee.Code);
        Assert.Equal("personne@commune.fr", gardee.Valeur("Adresse"));
        Assert.DoesNotContain("un secret très secret", gardee.Source);

        var avant = await instance.LireAsync(db => db.PagesRefusees.CountAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visiteur.PosterAsync("/compte/connexion", champs)).Code);
        Assert.Equal(avant, await instance.LireAsync(db => db.PagesRefusees.CountAsync()));
    }
}
