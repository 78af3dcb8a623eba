using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Courriels;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Compte;

/// <summary>An application where a right that is taken is taken at the next request.</summary>
public sealed class UneInstanceVigilante(Serveur serveur) : Instance(serveur)
{
    private int dernier;

    protected override IReadOnlyDictionary<string, string?> Reglages { get; } =
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["Comptes:VerificationSecondes"] = "0" };

    public string UneAdresse() => $"agent{Interlocked.Increment(ref dernier)}@commune.example";

    /// <summary>A commune of Ille-et-Vilaine that nobody speaks for.</summary>
    public Task<string> UneCommuneAsync() =>
        LireAsync(db =>
            db.Collectivites.AsNoTracking()
                .Where(c =>
                    c.Departement == "35"
                    && c.CodeInsee != null
                    && !db.Habilitations.Any(h => h.Siren == c.Siren)
                    && !db.DemandesDAcces.Any(d => d.Siren == c.Siren)
                )
                .OrderBy(c => c.Siren)
                .Select(c => c.Siren)
                .FirstAsync()
        );

    /// <summary>The link that the message of the last request of an address carries.</summary>
    public Task<string> LienAsync(string adresse) =>
        FaireAsync(async s =>
        {
            var demande = await s.GetRequiredService<FitnContext>()
                .DemandesDAcces.AsNoTracking()
                .Where(d => d.Adresse == adresse)
                .OrderByDescending(d => d.CreeLe)
                .FirstAsync();
            return s.GetRequiredService<LiensDeCompte>().PourAcces(demande.Id);
        });

    public Task<List<Role>> RolesAsync(string adresse) =>
        LireAsync(db =>
            (
                from h in db.Habilitations
                join u in db.Users on h.UtilisateurId equals u.Id
                where u.Email == adresse
                orderby h.Role
                select h.Role
            ).ToListAsync()
        );
}

public sealed class AccesTests(UneInstanceVigilante instance) : IClassFixture<UneInstanceVigilante>
{
    private const string MotDePasse = "Une-Phrase-Longue-2021";

    [Fact]
    public async Task De_l_inscription_au_premier_dossier_la_prefecture_accorde_le_premier_acces()
    {
        var (siren, adresse, visiteur) = (await instance.UneCommuneAsync(), instance.UneAdresse(), instance.Anonyme());
        Assert.Equal("/compte/inscription/envoye", (await InscrireAsync(visiteur, adresse, siren)).Vers);
        // Nothing exists before the link is followed.
        Assert.False(await instance.LireAsync(db => db.Users.AnyAsync(u => u.Email == adresse)));
        var agent = await instance.EnTantQueAsync("instructeur.35");
        Assert.DoesNotContain(adresse, (await agent.LireAsync("/instruction/acces")).Texte);

        var lien = await instance.LienAsync(adresse);
        var confirmation = await visiteur.LireAsync(lien);
        var refus = await visiteur.SoumettreAsync(confirmation, "main form", ("MotDePasse", "court"));
        Assert.Contains("Le mot de passe compte au moins 12 caractères.", refus.Erreur("MotDePasse"));
        Assert.False(await instance.LireAsync(db => db.Users.AnyAsync(u => u.Email == adresse)));
        Assert.Equal("/compte/attente", (await visiteur.SoumettreAsync(refus, "main form", ("MotDePasse", MotDePasse))).Vers);
        Assert.Contains("Demande transmise", (await visiteur.LireAsync("/compte/attente")).Texte);
        Assert.Equal(HttpStatusCode.Forbidden, (await visiteur.LireAsync("/mes-dossiers")).Code);
        Assert.Contains("Ce lien n'est plus valable", (await visiteur.LireAsync(lien)).Texte);

        Assert.DoesNotContain(adresse, (await (await instance.EnTantQueAsync("instructeur.29")).LireAsync("/instruction/acces")).Texte);
        var liste = await agent.LireAsync("/instruction/acces");
        Assert.Contains($"Secrétaire de mairie, {adresse}", liste.Texte);
        var id = await instance.LireAsync(db => db.DemandesDAcces.Where(d => d.Adresse == adresse).Select(d => d.Id).SingleAsync());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("instructeur.29")).PosterAsync($"/instruction/acces/{id}/accord")).Code
        );
        await agent.SoumettreAsync(liste, $"form[action='/instruction/acces/{id}/accord']");
        Assert.Equal(HttpStatusCode.NotFound, (await agent.PosterAsync($"/instruction/acces/{id}/accord")).Code);

        Assert.Equal([Role.RepresentantLegal], await instance.RolesAsync(adresse));
        var autre = instance.Anonyme();
        Assert.Equal(
            "/mes-dossiers",
            (
                await autre.SoumettreAsync(
                    await autre.LireAsync("/compte/connexion"),
                    "form[action='/compte/connexion']",
                    ("Adresse", adresse),
                    ("MotDePasse", MotDePasse)
                )
            ).Vers
        );
        Assert.Contains("Secrétaire de mairie", (await autre.LireAsync("/dossiers/nouveau?dispositif=BZH-V1")).Texte);
        Assert.Equal(
            [Acte.DemanderAcces, Acte.ConfirmerAcces, Acte.AccorderAcces],
            await instance.LireAsync(db => db.Journal.Where(l => l.EntiteId == id).OrderBy(l => l.Id).Select(l => l.Acte).ToListAsync())
        );
    }

    [Fact]
    public async Task Un_agent_suspendu_sort_de_ses_ecrans_et_un_role_donne_s_y_lit_sans_les_fermer()
    {
        var admin = await instance.NouvelleSessionAsync("admin");
        var agent = await instance.NouvelleSessionAsync("membre.22");
        var id = await instance.LireAsync(db => db.Users.Where(u => u.Email == "membre.22@demo.example").Select(u => u.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.LireAsync("/instruction/charge")).Code);

        await admin.SoumettreAsync(
            await admin.LireAsync($"/administration/agents/{id}"),
            "form[action$='/roles']",
            ("Role", "ChefDeService"),
            ("Perimetre", "53/22")
        );
        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync("/instruction/charge")).Code);
        await admin.SoumettreAsync(await admin.LireAsync($"/administration/agents/{id}/suspension"), "main form");

        // A minute is long for an answer that would never come.
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await agent.LireAsync("/instruction/charge").WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).Code
        );
        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync("/")).Code);
        // Nothing is written to who left.
        Assert.DoesNotContain(
            "membre.22@demo.example",
            await instance.LireAsync(db =>
                Destinataires.AdressesAsync(db, new Courriel { Destinataire = "22@53" }, TestContext.Current.CancellationToken)
            )
        );
        Assert.Empty(
            await instance.LireAsync(db =>
                Destinataires.AdressesAsync(
                    db,
                    new Courriel { Modele = LiensDeCompte.MotDePasse, Destinataire = "membre.22@demo.example" },
                    TestContext.Current.CancellationToken
                )
            )
        );
        await admin.SoumettreAsync(await admin.LireAsync($"/administration/agents/{id}"), "form[action$='/reouverture']");
    }

    [Fact]
    public async Task Une_invitation_d_un_compte_ferme_depuis_n_ouvre_rien()
    {
        var admin = await instance.NouvelleSessionAsync("admin");
        var adresse = instance.UneAdresse();
        var invite = await admin.SoumettreAsync(
            await admin.LireAsync("/administration/agents"),
            "form[action='/administration/agents'][method=post]",
            ("Adresse", adresse),
            ("Fonction", "Essai"),
            ("Role", "Auditeur"),
            ("Perimetre", "tout")
        );
        var lien = await instance.FaireAsync(async s =>
            (
                await s.GetRequiredService<LiensDeCompte>()
                    .AvecSonLienAsync(await s.GetRequiredService<FitnContext>().Courriels.SingleAsync(c => c.Destinataire == adresse))
            ).Lien
        );
        await admin.SoumettreAsync(await admin.LireAsync(invite.Vers + "/fermeture"), "main form");
        var visiteur = instance.Anonyme();

        var refus = await visiteur.SoumettreAsync(await visiteur.LireAsync(lien), "main form", ("MotDePasse", MotDePasse));

        Assert.Contains("Ce lien n'est plus valable", refus.Erreur("MotDePasse"), StringComparison.Ordinal);
        Assert.Null(await instance.LireAsync(db => db.Users.Where(u => u.Email == adresse).Select(u => u.PasswordHash).SingleAsync()));
    }

    [Fact]
    public async Task Une_adresse_connue_ou_inconnue_recoit_la_meme_reponse_et_trois_messages_au_plus()
    {
        var (siren, inconnue) = (await instance.UneCommuneAsync(), instance.UneAdresse());
        var visiteur = instance.Anonyme();
        var reponses = new List<(HttpStatusCode, string?)>();
        foreach (var adresse in new[] { inconnue, "porteur.vern@demo.example", inconnue, inconnue, inconnue })
        {
            var page = await InscrireAsync(visiteur, adresse, siren);
            reponses.Add((page.Code, page.Vers));
        }
        Assert.Single(reponses.Distinct());
        Assert.Equal(
            3,
            await instance.LireAsync(db => db.Courriels.CountAsync(c => c.Modele == LiensDeCompte.Acces && c.Destinataire == inconnue))
        );
        // The table holds no link that opens anything.
        Assert.All(
            await instance.LireAsync(db => db.Courriels.Where(c => c.Modele == LiensDeCompte.Acces).Select(c => c.Lien).ToListAsync()),
            l => Assert.True(Guid.TryParse(l, out _))
        );
    }

    [Theory]
    [InlineData("Collectivite", "", "Indiquez votre collectivité, par son nom ou son SIREN.")]
    [InlineData("Collectivite", "213503528", "Aucune collectivité connue ne correspond")]
    [InlineData("Collectivite", "732829320", "Aucune collectivité connue ne correspond")]
    [InlineData("Collectivite", "sai", "Plusieurs collectivités répondent : ajoutez le département")]
    [InlineData("Adresse", "mairie", "Indiquez une adresse électronique complète, par exemple mairie@commune.fr.")]
    [InlineData("Fonction", "", "Indiquez votre fonction, par exemple secrétaire de mairie.")]
    [InlineData("Role", "Admin", "Dites ce que vous ferez ici.")]
    public async Task Une_inscription_fausse_dit_pourquoi_et_garde_le_reste(string champ, string valeur, string phrase)
    {
        var visiteur = instance.Anonyme();
        var page = await visiteur.LireAsync("/compte/inscription");
        var champs = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Adresse"] = "a@commune.fr",
            ["Collectivite"] = "213 503 527",
            ["Fonction"] = "Secrétaire",
            ["Role"] = "Porteur",
            [champ] = valeur,
        };

        var refus = await visiteur.SoumettreAsync(page, "main form", [.. champs.Select(c => (c.Key, c.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.StartsWith("Erreur : " + phrase, refus.Erreur(champ), StringComparison.Ordinal);
        Assert.Equal(champ == "Fonction" ? "a@commune.fr" : "Secrétaire", refus.Valeur(champ == "Fonction" ? "Adresse" : "Fonction"));
    }

    [Fact]
    public async Task Le_collegue_invite_reprend_et_qui_part_n_entre_plus()
    {
        var (siren, maire) = await RepresentantAsync();
        var adresse = instance.UneAdresse();
        var equipe = await maire.LireAsync("/compte/acces");
        await maire.SoumettreAsync(
            equipe,
            "form[action$='/invitation']",
            ("Adresse", adresse),
            ("Fonction", "Directrice"),
            ("Role", "Porteur")
        );
        var collegue = instance.Anonyme();
        Assert.Equal(
            "/mes-dossiers",
            (
                await collegue.SoumettreAsync(
                    await collegue.LireAsync(await instance.LienAsync(adresse)),
                    "main form",
                    ("MotDePasse", MotDePasse)
                )
            ).Vers
        );
        Assert.Equal(HttpStatusCode.OK, (await collegue.LireAsync("/mes-dossiers")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await collegue.LireAsync("/compte/acces")).Code);
        var compte = await instance.LireAsync(db => db.Users.Where(u => u.Email == adresse).Select(u => u.Id).SingleAsync());

        // The last one who represents cannot go before another one does.
        var moi = await instance.LireAsync(db =>
            db.Habilitations.Where(h => h.Siren == siren && h.Role == Role.RepresentantLegal).Select(h => h.UtilisateurId).SingleAsync()
        );
        var seul = await maire.PosterAsync($"/compte/acces/{siren}/{moi}/retrait");
        Assert.Equal(HttpStatusCode.Conflict, seul.Code);
        Assert.Contains("n'aurait plus de représentant légal", seul.Texte);
        await maire.PosterAsync($"/compte/acces/{siren}/{compte}/role", ("role", "RepresentantLegal"));
        Assert.Equal(HttpStatusCode.OK, (await collegue.LireAsync("/compte/acces")).Code);
        Assert.Equal("/", (await maire.PosterAsync($"/compte/acces/{siren}/{moi}/retrait")).Vers);

        Assert.Equal(HttpStatusCode.Forbidden, (await maire.LireAsync("/mes-dossiers")).Code);
        Assert.Equal([Role.RepresentantLegal], await instance.RolesAsync(adresse));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await collegue.PosterAsync($"/compte/acces/213503527/{compte}/role", ("role", "Lecteur"))).Code
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await collegue.PosterAsync(
                    "/compte/acces/invitation",
                    ("Siren", "213503527"),
                    ("Adresse", "x@y.fr"),
                    ("Fonction", "x"),
                    ("Role", "Porteur")
                )
            ).Code
        );
    }

    [Fact]
    public async Task Deux_departs_a_la_fois_laissent_toujours_un_representant()
    {
        var (siren, maire) = await RepresentantAsync();
        var adresse = instance.UneAdresse();
        await maire.SoumettreAsync(
            await maire.LireAsync("/compte/acces"),
            "form[action$='/invitation']",
            ("Adresse", adresse),
            ("Fonction", "Adjointe"),
            ("Role", "RepresentantLegal")
        );
        var adjointe = instance.Anonyme();
        await adjointe.SoumettreAsync(await adjointe.LireAsync(await instance.LienAsync(adresse)), "main form", ("MotDePasse", MotDePasse));
        await adjointe.LireAsync("/compte/acces");
        var comptes = await instance.LireAsync(db =>
            db.Habilitations.Where(h => h.Siren == siren).OrderBy(h => h.Id).Select(h => h.UtilisateurId).ToListAsync()
        );

        var reponses = await Task.WhenAll(
            maire.PosterAsync($"/compte/acces/{siren}/{comptes[0]}/retrait"),
            adjointe.PosterAsync($"/compte/acces/{siren}/{comptes[1]}/retrait")
        );

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], reponses.Select(r => r.Code).Order());
        Assert.Equal(
            1,
            await instance.LireAsync(db => db.Habilitations.CountAsync(h => h.Siren == siren && h.Role == Role.RepresentantLegal))
        );
    }

    [Fact]
    public async Task Le_representant_repond_aux_demandes_de_sa_collectivite_et_un_refus_a_un_motif()
    {
        var (siren, maire) = await RepresentantAsync();
        var (adresse, visiteur) = (instance.UneAdresse(), instance.Anonyme());
        await InscrireAsync(visiteur, adresse, siren, "Porteur");
        await visiteur.SoumettreAsync(await visiteur.LireAsync(await instance.LienAsync(adresse)), "main form", ("MotDePasse", MotDePasse));
        var id = await instance.LireAsync(db => db.DemandesDAcces.Where(d => d.Adresse == adresse).Select(d => d.Id).SingleAsync());
        Assert.Contains(adresse, (await maire.LireAsync("/compte/acces")).Texte);

        var sansMotif = await maire.PosterAsync($"/compte/acces/demandes/{id}/refus");
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "Erreur : Dites pourquoi : la personne lira ce motif."),
            (sansMotif.Code, sansMotif.Erreur("Motif"))
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await instance.EnTantQueAsync("porteur.vern")).PosterAsync($"/compte/acces/demandes/{id}/accord")).Code
        );
        await maire.PosterAsync($"/compte/acces/demandes/{id}/refus", ("Motif", "Nous ne vous connaissons pas."));

        Assert.Contains("Nous ne vous connaissons pas.", (await visiteur.LireAsync("/compte/attente")).Texte);
        Assert.Empty(await instance.RolesAsync(adresse));
        Assert.Contains(
            "Nous ne vous connaissons pas.",
            await instance.LireAsync(db =>
                db.Courriels.Where(c => c.Destinataire == adresse && c.Modele == "acces-reponse").Select(c => c.Texte).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Un_lien_falsifie_n_ouvre_rien()
    {
        var visiteur = instance.Anonyme();
        foreach (var jeton in new[] { "", "x", Guid.NewGuid().ToString("N"), new string('a', 500) })
        {
            Assert.Contains(
                "Ce lien n'est plus valable",
                (await visiteur.LireAsync($"/compte/inscription/confirmation?jeton={jeton}")).Texte
            );
            await visiteur.LireAsync("/compte/inscription");
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity,
                (await visiteur.PosterAsync("/compte/inscription/confirmation", ("Jeton", jeton), ("MotDePasse", MotDePasse))).Code
            );
        }
    }

    private static async Task<PageLue> InscrireAsync(
        Navigateur visiteur,
        string adresse,
        string siren,
        string role = "RepresentantLegal"
    ) =>
        await visiteur.SoumettreAsync(
            await visiteur.LireAsync("/compte/inscription"),
            "main form",
            ("Adresse", adresse),
            ("Collectivite", siren),
            ("Fonction", "Secrétaire de mairie"),
            ("Role", role)
        );

    /// <summary>A commune and its only legal representative, signed in.</summary>
    private async Task<(string Siren, Navigateur Maire)> RepresentantAsync()
    {
        var (siren, adresse, maire) = (await instance.UneCommuneAsync(), instance.UneAdresse(), instance.Anonyme());
        await InscrireAsync(maire, adresse, siren);
        await maire.SoumettreAsync(await maire.LireAsync(await instance.LienAsync(adresse)), "main form", ("MotDePasse", MotDePasse));
        var id = await instance.LireAsync(db => db.DemandesDAcces.Where(d => d.Adresse == adresse).Select(d => d.Id).SingleAsync());
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await (await instance.EnTantQueAsync("instructeur.35")).PosterAsync($"/instruction/acces/{id}/accord")).Code
        );
        await maire.SoumettreAsync(
            await maire.LireAsync("/compte/connexion"),
            "form[action='/compte/connexion']",
            ("Adresse", adresse),
            ("MotDePasse", MotDePasse)
        );
        await maire.LireAsync("/plan-du-site");
        return (siren, maire);
    }
}
