using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Securite;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Securite;

/// <summary>Counts the hashes that are compared, as costly for nobody's address as for somebody's.</summary>
public sealed class HachageCompte : PasswordHasher<Utilisateur>
{
    public int Verifications { get; set; }

    public override PasswordVerificationResult VerifyHashedPassword(Utilisateur user, string hashedPassword, string providedPassword)
    {
        Verifications++;
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

public sealed class UneInstanceAuxPortes(Serveur serveur) : Instance(serveur)
{
    public HachageCompte Hachage { get; } = new();

    protected override void Ajouter(IServiceCollection services) => services.AddSingleton<IPasswordHasher<Utilisateur>>(Hachage);
}

/// <summary>Doors tried from outside: a session that ended, an address that one guesses, an answer that a cache would keep.</summary>
[Trait("duree", "longue")]
public sealed class PortesTests(UneInstanceAuxPortes instance) : IClassFixture<UneInstanceAuxPortes>
{
    private const string Refus = "Erreur : Adresse ou mot de passe incorrect.";
    private const string Trop = "Erreur : Trop d'essais depuis cet endroit";

    [Fact]
    public async Task Un_cookie_garde_n_ouvre_plus_rien_apres_la_deconnexion()
    {
        var cookies = new CookieContainer();
        var porteur = instance.Anonyme(cookies);
        await porteur.SeConnecterAsync("porteur.vern");
        var voleur = instance.Anonyme(Copier(cookies));
        var autre = await instance.NouvelleSessionAsync("porteur.vern");
        Assert.Equal(HttpStatusCode.OK, (await voleur.LireAsync("/mes-dossiers")).Code);

        await porteur.PosterAsync("/compte/deconnexion");

        Assert.Equal(HttpStatusCode.Redirect, (await voleur.LireAsync("/mes-dossiers")).Code);
        // Her other screens go on.
        Assert.Equal(HttpStatusCode.OK, (await autre.LireAsync("/mes-dossiers")).Code);
    }

    [Fact]
    public async Task La_session_close_l_est_aussi_pour_un_autre_processus()
    {
        var cookies = new CookieContainer();
        var porteur = instance.Anonyme(cookies);
        await porteur.SeConnecterAsync("porteur.colmar");
        var garde = Copier(cookies);
        await porteur.PosterAsync("/compte/deconnexion");
        await using var second = Construction.Construire(instance.Connexion, new Dictionary<string, string?>(StringComparer.Ordinal));
        second.UtiliserFitn();
        await second.StartAsync(TestContext.Current.CancellationToken);
        using var handler = new Microsoft.AspNetCore.Mvc.Testing.Handlers.CookieContainerHandler(garde)
        {
            InnerHandler = second.GetTestServer().CreateHandler(),
        };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://localhost") };

        using var reponse = await client.GetAsync("/mes-dossiers", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
    }

    [Fact]
    public async Task Une_adresse_connue_ou_non_coute_les_memes_commandes_et_la_meme_empreinte()
    {
        var visiteur = instance.Anonyme("192.0.2.9");
        var compteur = instance.Services.GetRequiredService<CompteurSql>();
        var couts = new List<(int Empreintes, string Commandes)>();
        foreach (var adresse in new[] { "porteur.mulhouse@demo.example", "personne@ailleurs.example" })
        {
            await EssayerAsync(visiteur, adresse, "faux");
            compteur.Oublier();
            instance.Hachage.Verifications = 0;
            Assert.Equal(Refus, (await EssayerAsync(visiteur, adresse, "faux")).Erreur("Adresse"));
            couts.Add((instance.Hachage.Verifications, string.Join('\n', compteur.Commandes)));
        }

        Assert.Equal(1, couts[0].Empreintes);
        Assert.Equal(couts[0], couts[1]);
    }

    [Theory]
    [InlineData("porteur.feldkirch@demo.example", true)]
    [InlineData("inconnue@ailleurs.example", false)]
    public async Task Dix_faux_essais_arretent_qui_essaie_et_jamais_la_personne(string adresse, bool existe)
    {
        var attaquant = instance.Anonyme("198.51.100.7");
        for (var i = 0; i < Essais.Permis; i++)
            Assert.Equal(Refus, (await EssayerAsync(attaquant, adresse, $"faux-{i}")).Erreur("Adresse"));

        Assert.StartsWith(Trop, (await EssayerAsync(attaquant, adresse, "encore")).Erreur("Adresse"));
        Assert.StartsWith(Trop, (await EssayerAsync(attaquant, adresse, ComptesDeDemonstration.MotDePasse)).Erreur("Adresse"));
        // From elsewhere: the owner comes in, and nobody is told of anything.
        var ailleurs = instance.Anonyme("203.0.113.5");
        Assert.Equal(Refus, (await EssayerAsync(ailleurs, adresse, "faux")).Erreur("Adresse"));
        Assert.Equal(
            existe ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity,
            (await EssayerAsync(ailleurs, adresse, ComptesDeDemonstration.MotDePasse)).Code
        );
        // Another account, from where it was guessed.
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await EssayerAsync(attaquant, "porteur.saint-louis@demo.example", ComptesDeDemonstration.MotDePasse)).Code
        );
        // A quarter of an hour later.
        await instance.SqlAsync($"update essais_de_connexion set depuis = depuis - interval '15 minutes'");
        Assert.Equal(
            existe ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity,
            (await EssayerAsync(attaquant, adresse, ComptesDeDemonstration.MotDePasse)).Code
        );
    }

    [Fact]
    public async Task Trente_essais_a_la_fois_comptent_pour_trente()
    {
        var attaquant = instance.Anonyme("198.51.100.30");
        var page = await attaquant.LireAsync("/compte/connexion");

        var refus = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(i =>
                    attaquant.SoumettreAsync(
                        page,
                        "form[action='/compte/connexion']",
                        ("Adresse", "porteur.riquewihr@demo.example"),
                        ("MotDePasse", $"faux-{i}")
                    )
                )
        );

        Assert.Equal(Essais.Permis, refus.Count(r => r.Erreur("Adresse") == Refus));
    }

    [Fact]
    public async Task Changer_d_adresse_dans_son_reseau_ou_de_signe_dans_le_nom_ne_rend_pas_d_essais()
    {
        const string Compte = "porteur.mulhouse.k@demo.example";
        for (var i = 0; i < Essais.Permis; i++)
            Assert.Equal(
                Refus,
                (
                    await EssayerAsync(
                        instance.Anonyme($"2001:db8:1:2::{i + 1}"),
                        i % 2 == 0 ? Compte : Compte.Replace('k', '\u212A'),
                        "faux"
                    )
                ).Erreur("Adresse")
            );

        Assert.StartsWith(Trop, (await EssayerAsync(instance.Anonyme("2001:db8:1:2:ffff::1"), Compte, "faux")).Erreur("Adresse"));
        Assert.Equal(Refus, (await EssayerAsync(instance.Anonyme("2001:db8:1:3::1"), Compte, "faux")).Erreur("Adresse"));
        // The same old address, said in two ways.
        Assert.Equal(Reseau.Provenance(IPAddress.Parse("192.0.2.1")), Reseau.Provenance(IPAddress.Parse("::ffff:192.0.2.1")));
    }

    [Fact]
    public async Task Une_reussite_efface_les_essais()
    {
        var distrait = instance.Anonyme("198.51.100.40");
        for (var tour = 0; tour < 3; tour++)
        {
            for (var i = 0; i < Essais.Permis - 1; i++)
                Assert.Equal(Refus, (await EssayerAsync(distrait, "porteur.leguerno@demo.example", "faux")).Erreur("Adresse"));
            Assert.Equal(
                HttpStatusCode.Redirect,
                (await EssayerAsync(distrait, "porteur.leguerno@demo.example", ComptesDeDemonstration.MotDePasse)).Code
            );
        }
    }

    [Fact]
    public async Task Une_reponse_privee_ne_reste_dans_aucun_cache()
    {
        var vern = await instance.NumeroAsync("Portail des familles");
        foreach (
            var (compte, adresse) in new[]
            {
                ("porteur.vern", $"/dossiers/{vern}"),
                ("porteur.vern", $"/dossiers/{vern}/recepisse.pdf"),
                ("porteur.vern", $"/dossiers/{vern}/dossier.pdf"),
                ("porteur.vern", "/mes-dossiers"),
                ("porteur.vern", "/"),
                ("instructeur.35", $"/instruction/{vern}/synthese.pdf"),
                ("instructeur.35", "/instruction/export.csv"),
                ("instructeur.35", "/instruction/export.xlsx"),
                ("admin", "/administration/agents"),
            }
        )
        {
            using var reponse = await (await instance.EnTantQueAsync(compte)).Client.GetAsync(
                new Uri(adresse, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
            Assert.True(reponse.Headers.CacheControl!.NoStore, $"{adresse} : {reponse.Headers.CacheControl}");
        }
        foreach (
            var secrete in new[]
            {
                "/compte/nouveau-mot-de-passe?jeton=x",
                "/compte/inscription/confirmation?jeton=x",
                "/avis/x",
                "/mes-dossiers",
            }
        )
        {
            using var reponse = await instance
                .Anonyme()
                .Client.GetAsync(new Uri(secrete, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(reponse.Headers.CacheControl!.NoStore, $"{secrete} : {reponse.Headers.CacheControl}");
        }
        using var publique = await instance.Anonyme().Client.GetAsync("/dispositifs", TestContext.Current.CancellationToken);
        Assert.Equal("no-cache", publique.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task HEAD_repond_comme_GET_sans_corps()
    {
        var vern = await instance.NumeroAsync("Portail des familles");
        foreach (
            var (compte, adresse) in new[]
            {
                (null, "/"),
                (null, "/dispositifs/BZH-V1"),
                (null, "/nulle-part"),
                (null, "/mes-dossiers"),
                (null, "/sante/pret"),
                (null, "/api/v1/openapi.json"),
                (null, "/compte/deconnexion"),
                ("porteur.vern", $"/dossiers/{vern}"),
                ("porteur.vern", $"/dossiers/{vern}/recepisse.pdf"),
                ("porteur.vern", "/instruction"),
                ("instructeur.35", "/instruction/export.csv"),
            }
        )
        {
            var client = (compte is null ? instance.Anonyme() : await instance.EnTantQueAsync(compte)).Client;
            using var get = await client.GetAsync(new Uri(adresse, UriKind.Relative), TestContext.Current.CancellationToken);
            using var demande = new HttpRequestMessage(HttpMethod.Head, adresse);
            using var head = await client.SendAsync(demande, TestContext.Current.CancellationToken);
            Assert.Equal(
                (adresse, get.StatusCode, get.Content.Headers.ContentType, get.Headers.Location),
                (adresse, head.StatusCode, head.Content.Headers.ContentType, head.Headers.Location)
            );
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("instructeur.35", "/instruction")]
    [InlineData("instructeur.grand-est", "/instruction")]
    [InlineData("chef.35", "/instruction")]
    [InlineData("secretaire.bretagne", "/comite/seances")]
    [InlineData("membre.29", "/comite/seances")]
    [InlineData("tilab", "/accompagnement")]
    [InlineData("gestionnaire.bretagne", "/suivi")]
    [InlineData("gestionnaire.68", "/suivi")]
    [InlineData("auditeur", "/instruction")]
    [InlineData("admin", "/administration/agents")]
    [InlineData("porteur.vern", "/mes-dossiers")]
    public async Task Chacun_arrive_sur_son_travail(string compte, string attendue)
    {
        var navigateur = instance.Anonyme();
        var entree = await navigateur.SoumettreAsync(
            await navigateur.LireAsync("/compte/connexion"),
            "form[action='/compte/demonstration']",
            ("compte", compte + "@demo.example")
        );

        Assert.Equal(attendue, entree.Vers);
        Assert.Equal(HttpStatusCode.OK, (await navigateur.LireAsync(attendue)).Code);
    }

    private static async Task<PageLue> EssayerAsync(Navigateur navigateur, string adresse, string motDePasse) =>
        await navigateur.SoumettreAsync(
            await navigateur.LireAsync("/compte/connexion"),
            "form[action='/compte/connexion']",
            ("Adresse", adresse),
            ("MotDePasse", motDePasse)
        );

    private static CookieContainer Copier(CookieContainer cookies)
    {
        var copie = new CookieContainer();
        copie.Add(cookies.GetAllCookies());
        return copie;
    }
}
