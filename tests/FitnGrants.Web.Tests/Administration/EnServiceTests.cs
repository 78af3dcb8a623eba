using System.Text.RegularExpressions;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Tests.Compte;
using FitnGrants.Web.Tests.Courriels;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>A real service on an empty database, with a mail server: nobody in it.</summary>
public sealed class UnServiceVide(Serveur serveur) : UneDistribution(serveur)
{
    protected override string Environnement => "Production";

    protected override IReadOnlyDictionary<string, string?> Reglages =>
        new Dictionary<string, string?>(base.Reglages, StringComparer.Ordinal)
        {
            ["Antivirus:Absent"] = "true",
            ["Courriels:Expediteur"] = "service@fitn.example",
        };

    protected override Task<string> CreerLaBaseAsync(Serveur serveur) => serveur.CreerVideAsync();
}

/// <summary>From an empty production database, through the pages alone, one person of each role works.</summary>
[Trait("duree", "longue")]
public sealed partial class EnServiceTests(UnServiceVide instance) : IClassFixture<UnServiceVide>
{
    private const string MotDePasse = "Une-Phrase-Longue-2026";
    private const string Commune = "213503527";

    private static readonly (Role Role, string Perimetre, string Accueil)[] Agents =
    [
        (Role.InstructeurDep, "53/35", "/instruction"),
        (Role.InstructeurReg, "44", "/instruction"),
        (Role.ChefDeService, "53/35", "/instruction"),
        (Role.MembreCommunaute, "53/29", "/comite/seances"),
        (Role.Secretaire, "53", "/comite/seances"),
        (Role.Labo, "53", "/accompagnement"),
        (Role.Gestionnaire, "44/68", "/suivi"),
        (Role.Auditeur, "tout", "/instruction"),
        (Role.Admin, "tout", "/administration/agents"),
    ];

    [Fact]
    public async Task De_la_base_vide_a_une_personne_de_chaque_role_au_travail()
    {
        Assert.Equal(0, await instance.LireAsync(db => db.Users.CountAsync(u => !u.Email!.StartsWith("sans-code"))));
        var lien = await CommandeAdmin.ExecuterAsync(
            instance.Services,
            instance.Services.GetRequiredService<IConfiguration>(),
            ["admin", "creer", "premier@service.example"]
        );
        var admin = await EntrerAsync("premier@service.example", new Uri(lien).PathAndQuery, "/administration/agents", agent: true);

        var navigateurs = new Dictionary<Role, Navigateur>();
        foreach (var (role, perimetre, accueil) in Agents)
        {
            var adresse = $"{role}@service.example".ToLowerInvariant();
            var liste = await admin.LireAsync("/administration/agents");
            var invite = await admin.SoumettreAsync(
                liste,
                "form[action='/administration/agents'][method=post]",
                ("Adresse", adresse),
                ("Fonction", "Essai"),
                ("Role", $"{role}"),
                ("Perimetre", perimetre)
            );
            Assert.True(invite.Code == HttpStatusCode.Redirect, $"{role} : {invite.De(".erreurs")}");
            navigateurs[role] = await EntrerAsync(adresse, await LienRecuAsync(adresse), accueil, agent: true);
        }
        // The first collectivité: it asks, the préfecture accepts, it invites.
        var representant = await InscrireAsync("maire@commune.example", Role.RepresentantLegal);
        var attente = await navigateurs[Role.InstructeurDep].LireAsync("/instruction/acces");
        await navigateurs[Role.InstructeurDep].SoumettreAsync(attente, "form[action$='/accord']");
        await TravaillerAsync(representant, "maire@commune.example", "/mes-dossiers");
        foreach (var role in new[] { Role.Porteur, Role.Lecteur })
        {
            var adresse = $"{role}@commune.example".ToLowerInvariant();
            await representant.SoumettreAsync(
                await representant.LireAsync("/compte/acces"),
                "form[action='/compte/acces/invitation']",
                ("Adresse", adresse),
                ("Fonction", "Essai"),
                ("Role", $"{role}")
            );
            var invitee = instance.Anonyme();
            await invitee.SoumettreAsync(await invitee.LireAsync(await LienRecuAsync(adresse)), "main form", ("MotDePasse", MotDePasse));
            await TravaillerAsync(invitee, adresse, "/mes-dossiers");
        }

        Assert.Equal(
            Enum.GetValues<Role>(),
            await instance.LireAsync(db => db.Habilitations.Select(h => h.Role).Distinct().ToListAsync()) is { } roles ? roles.Order() : []
        );
        // A telephone is lost: the password alone leads to another code, and to nothing else.
        var instructeur = await instance.LireAsync(db =>
            db.Users.Where(u => u.Email == "instructeurdep@service.example").Select(u => u.Id).SingleAsync()
        );
        await admin.SoumettreAsync(await admin.LireAsync($"/administration/agents/{instructeur}/code"), "main form");
        var sans = instance.Anonyme();
        Assert.Equal(
            "/instruction",
            (
                await sans.SoumettreAsync(
                    await sans.LireAsync("/compte/connexion"),
                    "form[action='/compte/connexion']",
                    ("Adresse", "instructeurdep@service.example"),
                    ("MotDePasse", MotDePasse)
                )
            ).Vers
        );
        Assert.Equal("/compte/securite", (await sans.LireAsync("/instruction")).Vers);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await admin.PosterAsync($"/administration/agents/{instructeur}/code", ("Revision", "1"))).Code
        );
        // A link serves once; its message is in no table with it.
        Assert.DoesNotContain(
            "jeton",
            await instance.LireAsync(async db => string.Join('\n', await db.Courriels.Select(c => c.Texte + c.Lien).ToListAsync())),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task En_clair_un_service_reel_dit_pourquoi_il_ne_repond_pas()
    {
        using var client = new HttpClient(instance.Application.GetTestServer().CreateHandler())
        {
            BaseAddress = new Uri("http://localhost"),
        };

        using var connexion = await client.GetAsync("/compte/connexion", TestContext.Current.CancellationToken);
        using var sante = await client.GetAsync("/sante/pret", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (connexion.StatusCode, sante.StatusCode));
        Assert.StartsWith(
            "Ce service ne répond qu’en https.",
            await connexion.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sans_second_facteur_un_agent_invite_n_ouvre_rien()
    {
        const string Adresse = "sans-code@service.example";
        var lien = await CommandeAdmin.ExecuterAsync(
            instance.Services,
            instance.Services.GetRequiredService<IConfiguration>(),
            ["admin", "creer", Adresse]
        );
        var agent = instance.Anonyme();
        await agent.SoumettreAsync(await agent.LireAsync(new Uri(lien).PathAndQuery), "main form", ("MotDePasse", MotDePasse));
        await agent.SoumettreAsync(
            await agent.LireAsync("/compte/connexion"),
            "form[action='/compte/connexion']",
            ("Adresse", Adresse),
            ("MotDePasse", MotDePasse)
        );

        Assert.Equal("/compte/securite", (await agent.LireAsync("/administration/agents")).Vers);
    }

    /// <summary>Chooses a password by a link, signs in, sets the code up when an agent must, and arrives at work.</summary>
    private async Task<Navigateur> EntrerAsync(string adresse, string lien, string accueil, bool agent)
    {
        var navigateur = instance.Anonyme();
        var choix = await navigateur.SoumettreAsync(await navigateur.LireAsync(lien), "main form", ("MotDePasse", MotDePasse));
        Assert.Equal("/compte/connexion", choix.Vers);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await navigateur.SoumettreAsync(await navigateur.LireAsync(lien), "main form", ("MotDePasse", MotDePasse + "-2"))).Code
        );
        var entree = await navigateur.SoumettreAsync(
            await navigateur.LireAsync("/compte/connexion"),
            "form[action='/compte/connexion']",
            ("Adresse", adresse),
            ("MotDePasse", MotDePasse)
        );
        Assert.Equal((adresse, accueil), (adresse, entree.Vers));
        if (agent)
        {
            Assert.Equal("/compte/securite", (await navigateur.LireAsync(accueil)).Vers);
            var securite = await navigateur.LireAsync("/compte/securite");
            await navigateur.SoumettreAsync(securite, "form[action$='/code']", ("Code", DoubleFacteurTests.Totp(securite.De("code")!)));
        }
        Assert.Equal((adresse, HttpStatusCode.OK), (adresse, (await navigateur.LireAsync(accueil)).Code));
        return navigateur;
    }

    private async Task<Navigateur> InscrireAsync(string adresse, Role role)
    {
        var visiteur = instance.Anonyme();
        await visiteur.SoumettreAsync(
            await visiteur.LireAsync("/compte/inscription"),
            "main form",
            ("Adresse", adresse),
            ("Collectivite", Commune),
            ("Fonction", "Maire"),
            ("Role", $"{role}")
        );
        await visiteur.SoumettreAsync(await visiteur.LireAsync(await LienRecuAsync(adresse)), "main form", ("MotDePasse", MotDePasse));
        return visiteur;
    }

    private async Task TravaillerAsync(Navigateur navigateur, string adresse, string accueil)
    {
        var entree = await navigateur.SoumettreAsync(
            await navigateur.LireAsync("/compte/connexion"),
            "form[action='/compte/connexion']",
            ("Adresse", adresse),
            ("MotDePasse", MotDePasse)
        );
        Assert.Equal(accueil, entree.Vers);
        Assert.Equal(HttpStatusCode.OK, (await navigateur.LireAsync(accueil)).Code);
    }

    /// <summary>The link that the last message to an address carries.</summary>
    private async Task<string> LienRecuAsync(string adresse)
    {
        instance.Smtp.Oublier();
        await instance.TourAsync();
        var recus = await instance.Smtp.RecusAsync(1, r => r.Pour == adresse);
        return new Uri(Lien().Match(recus[^1].Partie("text/plain")).Value).PathAndQuery;
    }

    [GeneratedRegex(@"https://fitn\.example/\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lien();
}
