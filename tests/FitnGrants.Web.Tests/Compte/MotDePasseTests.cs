using System.Text.RegularExpressions;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Tests.Courriels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Compte;

/// <summary>A forgotten password, from the page to the mail and back.</summary>
public sealed partial class MotDePasseTests(UneDistribution instance) : IClassFixture<UneDistribution>, IAsyncLifetime
{
    private const string Nouveau = "Un-Autre-2022-Secret";

    public ValueTask InitializeAsync() => new(instance.ViderAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Le_lien_recu_change_le_mot_de_passe_une_seule_fois()
    {
        var lien = await DemanderAsync("Porteur.Riquewihr@demo.example ");
        var visiteur = instance.Anonyme();
        var page = await visiteur.LireAsync(lien);

        var faible = await visiteur.SoumettreAsync(page, "main form", ("MotDePasse", "court"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faible.Code);
        Assert.Contains("au moins 12 caractères", faible.Erreur("MotDePasse"));
        Assert.Contains("une lettre majuscule", faible.Erreur("MotDePasse"));
        Assert.True(string.IsNullOrEmpty(faible.Valeur("MotDePasse")));
        var change = await visiteur.SoumettreAsync(page, "main form", ("MotDePasse", Nouveau));

        Assert.Equal((HttpStatusCode.Redirect, "/compte/connexion"), (change.Code, change.Vers));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConnecterAsync(Web.Comptes.ComptesDeDemonstration.MotDePasse)).Code);
        Assert.Equal(
            (HttpStatusCode.Redirect, "/mes-dossiers"),
            ((await ConnecterAsync(Nouveau)).Code, (await ConnecterAsync(Nouveau)).Vers)
        );
        Assert.Equal(
            1,
            await instance.LireAsync(db =>
                db.Journal.CountAsync(l =>
                    l.Acte == Acte.ChangerMotDePasse && db.Users.Any(u => u.Id == l.EntiteId && u.Email == "porteur.riquewihr@demo.example")
                )
            )
        );
        var encore = await visiteur.SoumettreAsync(page, "main form", ("MotDePasse", "Encore-Un-2023-Autre"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, encore.Code);
        Assert.Contains("Ce lien n'est plus valable", encore.Erreur("MotDePasse"));
        Assert.Equal(HttpStatusCode.Redirect, (await ConnecterAsync(Nouveau)).Code);
    }

    /// <summary>
    /// At an open screen too, the one of before is asked; this screen goes on, the other sign-ins end. Its account is of this test only.
    /// </summary>
    [Fact]
    public async Task Le_mot_de_passe_se_change_en_disant_celui_d_avant()
    {
        const string Formulaire = "form[action$='/mot-de-passe']";
        var (ici, ailleurs) = (
            await instance.NouvelleSessionAsync("porteur.saint-louis"),
            await instance.NouvelleSessionAsync("porteur.saint-louis")
        );
        var page = await ici.LireAsync("/compte/securite");
        var faux = await ici.SoumettreAsync(page, Formulaire, ("Ancien", "Pas-Celui-Ci-2021"), ("Nouveau", Nouveau));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faux.Code);
        Assert.Contains("Ce n'est pas votre mot de passe actuel", faux.De("main"));
        var actuel = Web.Comptes.ComptesDeDemonstration.MotDePasse;
        var faible = await ici.SoumettreAsync(page, Formulaire, ("Ancien", actuel), ("Nouveau", "court"));
        Assert.Contains("au moins 12 caractères", faible.De("main"));
        var change = await ici.SoumettreAsync(page, Formulaire, ("Ancien", actuel), ("Nouveau", Nouveau));
        Assert.Equal((HttpStatusCode.Redirect, "/compte/securite"), (change.Code, change.Vers));
        Assert.Contains("Mot de passe changé", (await ici.LireAsync("/compte/securite")).Texte);
        Assert.Equal(
            1,
            await instance.LireAsync(db =>
                db.Journal.CountAsync(l =>
                    l.Acte == Acte.ChangerMotDePasse
                    && db.Users.Any(u => u.Id == l.EntiteId && u.Email == "porteur.saint-louis@demo.example")
                )
            )
        );
        var perime = await ailleurs.SoumettreAsync(
            await ailleurs.LireAsync("/compte/securite"),
            Formulaire,
            ("Ancien", actuel),
            ("Nouveau", "Encore-Un-2023-Autre")
        );
        Assert.NotEqual("/compte/securite", perime.Vers);
    }

    [Fact]
    public async Task Une_adresse_sans_compte_recoit_la_meme_reponse_par_les_memes_requetes_et_rien_d_autre()
    {
        var compteur = instance.Services.GetRequiredService<CompteurSql>();
        var reponses = new List<(HttpStatusCode, string?, string, IReadOnlyList<string>)>();
        foreach (var adresse in new[] { "porteur.colmar@demo.example", "personne@nulle-part.example" })
        {
            var visiteur = instance.Anonyme();
            var page = await visiteur.LireAsync("/compte/mot-de-passe-oublie");
            compteur.Oublier();
            var reponse = await visiteur.SoumettreAsync(page, "main form", ("Adresse", adresse));
            reponses.Add(
                (reponse.Code, reponse.Vers, (await visiteur.LireAsync(reponse.Vers!)).De("main")!, [.. compteur.Commandes.Take(2)])
            );
        }

        Assert.Equal(reponses[0].Item1, reponses[1].Item1);
        Assert.Equal((reponses[0].Item2, reponses[0].Item3), (reponses[1].Item2, reponses[1].Item3));
        Assert.Equal(reponses[0].Item4, reponses[1].Item4);
        await instance.TourAsync();
        Assert.Equal("porteur.colmar@demo.example", Assert.Single(await instance.Smtp.RecusAsync(1)).Pour);
        Assert.Equal(1, await instance.LireAsync(db => db.Courriels.CountAsync()));
    }

    [Fact]
    public async Task Au_dela_de_trois_demandes_par_heure_une_adresse_n_en_recoit_plus()
    {
        for (var i = 0; i < 5; i++)
        {
            var visiteur = instance.Anonyme();
            Assert.Equal(
                HttpStatusCode.Redirect,
                (
                    await visiteur.SoumettreAsync(
                        await visiteur.LireAsync("/compte/mot-de-passe-oublie"),
                        "main form",
                        ("Adresse", "porteur.mulhouse@demo.example")
                    )
                ).Code
            );
        }

        await instance.TourAsync();

        Assert.Equal(3, (await instance.Smtp.RecusAsync(3)).Count);
    }

    [Theory]
    [InlineData("", "Indiquez votre adresse électronique.")]
    [InlineData("mairie", "Indiquez une adresse électronique complète")]
    [InlineData("a@b\r\nBcc: c@d.fr", "Indiquez une seule adresse")]
    public async Task Une_adresse_mal_tapee_se_dit_a_cote_du_champ_et_n_ecrit_rien(string adresse, string erreur)
    {
        var visiteur = instance.Anonyme();
        var reponse = await visiteur.SoumettreAsync(
            await visiteur.LireAsync("/compte/mot-de-passe-oublie"),
            "main form",
            ("Adresse", adresse)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Contains(erreur, reponse.Erreur("Adresse"));
        Assert.Equal(0, await instance.LireAsync(db => db.Courriels.CountAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%%%")]
    [InlineData("AAAA")]
    public async Task Un_lien_abime_ne_change_rien(string jeton)
    {
        var id = await instance.LireAsync(db =>
            db.Users.Where(u => u.Email == "porteur.feldkirch@demo.example").Select(u => u.Id).SingleAsync()
        );
        var visiteur = instance.Anonyme();
        var page = await visiteur.LireAsync($"/compte/nouveau-mot-de-passe?compte={id}&jeton={Uri.EscapeDataString(jeton)}");

        var reponse = await visiteur.SoumettreAsync(page, "main form", ("MotDePasse", Nouveau));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reponse.Code);
        Assert.Contains("Ce lien n'est plus valable", reponse.Erreur("MotDePasse"));
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await ConnecterAsync(Web.Comptes.ComptesDeDemonstration.MotDePasse, "porteur.feldkirch@demo.example")).Code
        );
    }

    [Fact]
    public async Task Le_premier_administrateur_se_cree_en_une_commande_et_choisit_son_mot_de_passe()
    {
        var configuration = instance.Services.GetRequiredService<IConfiguration>();
        string[] commande = ["admin", "creer", "chef@prefecture.example"];
        var lien = await CommandeAdmin.ExecuterAsync(instance.Services, configuration, commande);
        await Assert.ThrowsAsync<ReglageInvalideException>(() => CommandeAdmin.ExecuterAsync(instance.Services, configuration, commande));
        await Assert.ThrowsAsync<ReglageInvalideException>(() =>
            CommandeAdmin.ExecuterAsync(instance.Services, configuration, ["admin", "creer", "personne"])
        );

        Assert.StartsWith("https://fitn.example/compte/nouveau-mot-de-passe?", lien, StringComparison.Ordinal);
        var visiteur = instance.Anonyme();
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await visiteur.SoumettreAsync(await visiteur.LireAsync(new Uri(lien).PathAndQuery), "main form", ("MotDePasse", Nouveau))).Code
        );
        Assert.Equal(HttpStatusCode.Redirect, (await ConnecterAsync(Nouveau, "chef@prefecture.example", visiteur)).Code);
        Assert.Equal(HttpStatusCode.OK, (await visiteur.LireAsync("/administration/courriels")).Code);
        Assert.Equal(1, await instance.LireAsync(db => db.Journal.CountAsync(l => l.Acte == Acte.CreerAdministrateur)));
    }

    private async Task<string> DemanderAsync(string adresse)
    {
        var visiteur = instance.Anonyme();
        await visiteur.SoumettreAsync(await visiteur.LireAsync("/compte/mot-de-passe-oublie"), "main form", ("Adresse", adresse));
        await instance.TourAsync();
        var texte = Assert.Single(await instance.Smtp.RecusAsync(1)).Partie("text/plain");
        Assert.DoesNotContain(
            "jeton",
            await instance.LireAsync(db => db.Courriels.Select(c => c.Texte + c.Lien).SingleAsync()),
            StringComparison.Ordinal
        );
        return new Uri(Lien().Match(texte).Value).PathAndQuery;
    }

    private async Task<PageLue> ConnecterAsync(
        string motDePasse,
        string adresse = "porteur.riquewihr@demo.example",
        Navigateur? navigateur = null
    )
    {
        var visiteur = navigateur ?? instance.Anonyme();
        return await visiteur.SoumettreAsync(
            await visiteur.LireAsync("/compte/connexion"),
            "form[action='/compte/connexion']",
            ("Adresse", adresse),
            ("MotDePasse", motDePasse)
        );
    }

    [GeneratedRegex(@"https://fitn\.example/compte/nouveau-mot-de-passe\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lien();
}
