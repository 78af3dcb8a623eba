using FitnGrants.Domain.Habilitations;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Comptes;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Mots;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>An administrator keeps the accounts of agents; the database, the journal and the page say the same.</summary>
public sealed class AgentsTests(Instance instance) : IClassFixture<Instance>
{
    private const string Liste = "/administration/agents";

    [Fact]
    public async Task La_liste_se_cherche_se_trie_par_etat_et_compte()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var page = await admin.LireAsync(Liste + "?q=pr%C3%A9fecture+du+finist%C3%A8re");

        Assert.Equal(
            ["instructeur.29@demo.example", "membre.29@demo.example"],
            page.Document.QuerySelectorAll("tbody td:first-child a").Select(a => a.TextContent)
        );
        Assert.Equal("Instructeur, volet 1, Finistère", page.De("tbody tr:first-child td:nth-child(2)"));
        Assert.Equal("Tous 2", page.De(".onglets a[aria-current]"));
        Assert.Contains("Aucun agent ne répond", (await admin.LireAsync(Liste + "?q=%25")).Texte, StringComparison.Ordinal);
        // No collectivité is there.
        Assert.DoesNotContain("porteur.", (await admin.LireAsync(Liste)).Texte, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.LireAsync($"{Liste}/{await CompteAsync("porteur.vern")}")).Code);
    }

    [Fact]
    public async Task Plus_d_une_page_se_lit_jusqu_au_bout_sans_doublon()
    {
        await instance.LireAsync(async db =>
        {
            for (var i = 0; i < 60; i++)
                db.Users.Add(
                    new Utilisateur
                    {
                        Id = Guid.CreateVersion7(),
                        Email = $"a{i:00}@page.example",
                        NormalizedEmail = $"A{i:00}@PAGE.EXAMPLE",
                        UserName = $"a{i:00}@page.example",
                        NormalizedUserName = $"A{i:00}@PAGE.EXAMPLE",
                        Agent = true,
                        Fonction = "Essai",
                        Organisme = "Page",
                    }
                );
            return await db.SaveChangesAsync();
        });
        var admin = await instance.EnTantQueAsync("admin");
        var lues = new List<string>();
        for (var adresse = Liste + "?q=page.example"; adresse is not null; )
        {
            var page = await admin.LireAsync(adresse);
            lues.AddRange(page.Document.QuerySelectorAll("tbody td:first-child a").Select(a => a.TextContent));
            adresse = page.Document.QuerySelector(".pagination a")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"a{i:00}@page.example"), lues);
    }

    [Theory]
    [InlineData("", "Instruction", "InstructeurDep", "53/35", "Adresse", "Indiquez l'adresse")]
    [InlineData("pas une adresse", "Instruction", "InstructeurDep", "53/35", "Adresse", "n'a pas d'espace")]
    [InlineData("hélène@pref.example", "Instruction", "InstructeurDep", "53/35", "Adresse", "lettre accentuée avant l'arobase")]
    [InlineData("instructeur.35@demo.example", "Instruction", "InstructeurDep", "53/35", "Adresse", "Un compte existe déjà")]
    [InlineData("Porteur.Vern@demo.example", "Instruction", "InstructeurDep", "53/35", "Adresse", "Un compte existe déjà")]
    [InlineData("n@pref.example", " ", "InstructeurDep", "53/35", "Fonction", "Indiquez la fonction")]
    [InlineData("n@pref.example", "Instruction", "", "53/35", "Role", "Choisissez un rôle")]
    [InlineData("n@pref.example", "Instruction", "Porteur", "53/35", "Role", "Ce rôle est celui d'une collectivité")]
    [InlineData("n@pref.example", "Instruction", "InstructeurDep", "", "Perimetre", "Choisissez un périmètre")]
    [InlineData("n@pref.example", "Instruction", "InstructeurDep", "53", "Perimetre", "se donne dans un département")]
    [InlineData("n@pref.example", "Instruction", "InstructeurDep", "53/75", "Perimetre", "Choisissez un périmètre")]
    [InlineData("n@pref.example", "Instruction", "Secretaire", "53/35", "Perimetre", "se donne dans une région")]
    [InlineData("n@pref.example", "Instruction", "Admin", "53", "Perimetre", "Un administrateur l'est partout")]
    [InlineData("n@pref.example", "Instruction", "Auditeur", "53/35", "Perimetre", "dans une région, ou dans toutes")]
    [InlineData("n@pref.example", "Instruction", "Gestionnaire", "tout", "Perimetre", "une région ou un département")]
    public async Task Une_invitation_fausse_est_refusee_a_cote_de_son_champ(
        string adresse,
        string fonction,
        string role,
        string perimetre,
        string champ,
        string attendu
    )
    {
        var admin = await instance.EnTantQueAsync("admin");
        var comptes = await instance.LireAsync(db => db.Users.CountAsync());

        var refus = await admin.SoumettreAsync(
            await admin.LireAsync(Liste),
            $"form[action='{Liste}'][method=post]",
            ("Adresse", adresse),
            ("Fonction", fonction),
            ("Role", role),
            ("Perimetre", perimetre)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains(attendu, refus.Erreur(champ), StringComparison.Ordinal);
        Assert.Equal((adresse, fonction), (refus.Valeur("Adresse"), refus.Valeur("Fonction")));
        Assert.Equal(comptes, await instance.LireAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Un_agent_est_invite_renvoye_change_suspendu_ferme_et_rouvert_et_tout_est_au_journal()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var invite = await admin.SoumettreAsync(
            await admin.LireAsync(Liste),
            $"form[action='{Liste}'][method=post]",
            ("Adresse", " Nouvelle@Prefecture.example "),
            ("Fonction", "Instruction"),
            ("Role", "InstructeurDep"),
            ("Perimetre", "53/35")
        );
        var adresse = invite.Vers!;
        var id = Guid.Parse(adresse.Split('/')[^1]);
        var page = await admin.LireAsync(adresse);
        var agent = await instance.LireAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == id));
        Assert.Equal(
            ("nouvelle@prefecture.example", "Préfecture d’Ille-et-Vilaine", true, null),
            (agent.Email, agent.Organisme, agent.Agent, agent.PasswordHash)
        );
        Assert.StartsWith(
            "Instructeur, volet 1 Ille-et-Vilaine 1 juin 2021 Administration, administrateur",
            page.De("tbody tr")!.Replace("1er", "1", StringComparison.Ordinal)
        );
        Assert.Equal(1, await CourrielsAsync());

        await FaireAsync("form[action$='/renvoi']");
        Assert.Equal(2, await CourrielsAsync());
        await FaireAsync("form[action$='/roles']", ("Role", "DonneAuHasard"));
        await FaireAsync("form[action$='/roles']", ("Role", "ChefDeService"), ("Perimetre", "53/35"));
        await FaireAsync("form[action$='/fonction']", ("Fonction", "Cheffe de service"), ("Service", "Préfecture d’Ille-et-Vilaine"));
        await FaireAsync(
            "form[action$='/retrait']",
            "/roles/"
                + (await instance.LireAsync(db => db.Habilitations.Where(h => h.UtilisateurId == id).Select(h => h.Id).ToListAsync())).Min()
                + "/retrait"
        );
        await FaireAsync("form[action$='/suspension']", "/suspension");
        await FaireAsync("form[action$='/reouverture']");
        await FaireAsync("form[action$='/fermeture']", "/fermeture");

        var fin = await admin.LireAsync(adresse);
        Assert.Contains("Fermé", fin.De(".titre-agent"), StringComparison.Ordinal);
        Assert.Equal(["Chef de service"], fin.Document.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()));
        Acte[] actes =
        [
            Acte.InviterUnAgent,
            Acte.RenvoyerLInvitation,
            Acte.AccorderUnRole,
            Acte.ChangerDeFonction,
            Acte.RetirerUnRole,
            Acte.SuspendreLeCompte,
            Acte.RouvrirLeCompte,
            Acte.FermerLeCompte,
        ];
        Assert.Equal(
            actes,
            await instance.LireAsync(db => db.Journal.Where(l => l.EntiteId == id).OrderBy(l => l.Id).Select(l => l.Acte).ToListAsync())
        );
        Assert.Equal(actes.Length, fin.Document.QuerySelectorAll(".histoire-agent li").Length);
        Assert.DoesNotContain("odification enregistrée", fin.Texte, StringComparison.Ordinal);

        async Task FaireAsync(string formulaire, params object[] suite)
        {
            var ou = adresse + (suite.OfType<string>().FirstOrDefault() ?? "");
            await admin.SoumettreAsync(
                await admin.LireAsync(ou),
                formulaire,
                [.. suite.OfType<(string, string)>().Select(c => (c.Item1, (string?)c.Item2))]
            );
        }

        Task<int> CourrielsAsync() =>
            instance.LireAsync(db =>
                db.Courriels.CountAsync(c =>
                    c.Destinataire == "nouvelle@prefecture.example" && c.Modele == "invitation" && !c.Texte.Contains("jeton")
                )
            );
    }

    [Fact]
    public async Task Une_personne_suspendue_ne_se_connecte_plus_et_ses_ecrans_se_ferment()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var id = await CompteAsync("collegue.68");
        var timbre = await TimbreAsync("collegue.68");

        await admin.SoumettreAsync(await admin.LireAsync($"{Liste}/{id}/suspension"), "main form");

        var refus = await EntrerAsync("collegue.68", ComptesDeDemonstration.MotDePasse);
        Assert.Contains("Ce compte est suspendu ou fermé", refus.Erreur("Adresse"), StringComparison.Ordinal);
        // Who does not know the password learns nothing of it.
        Assert.Equal("Erreur : Adresse ou mot de passe incorrect.", (await EntrerAsync("collegue.68", "faux")).Erreur("Adresse"));
        // The stamp of open screens is no longer that of the account: each is refused at its next check.
        Assert.NotEqual(timbre, await TimbreAsync("collegue.68"));
        await admin.SoumettreAsync(await admin.LireAsync($"{Liste}/{id}"), "form[action$='/reouverture']");
        Assert.Equal(HttpStatusCode.Redirect, (await EntrerAsync("collegue.68", ComptesDeDemonstration.MotDePasse)).Code);
    }

    [Fact]
    public async Task Un_administrateur_ne_se_donne_rien_et_le_dernier_reste()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var moi = await CompteAsync("admin");
        var page = await admin.LireAsync($"{Liste}/{moi}");
        var avant = await instance.LireAsync(db => db.Journal.CountAsync(l => l.EntiteId == moi));

        var role = await admin.SoumettreAsync(page, "form[action$='/roles']", ("Role", "Secretaire"), ("Perimetre", "53"));
        var fermeture = await admin.SoumettreAsync(await admin.LireAsync($"{Liste}/{moi}/fermeture"), "main form");
        var suspension = await admin.SoumettreAsync(await admin.LireAsync($"{Liste}/{moi}/suspension"), "main form");
        var retrait = await admin.SoumettreAsync(
            await admin.LireAsync(page.Document.QuerySelector("a[href$='/retrait']")!.GetAttribute("href")!),
            "main form"
        );

        Assert.Equal(
            [HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict],
            [role.Code, fermeture.Code, suspension.Code, retrait.Code]
        );
        Assert.Contains("ne se donne aucun rôle", role.Texte, StringComparison.Ordinal);
        Assert.Contains("le dernier qui administre", fermeture.Texte, StringComparison.Ordinal);
        Assert.Equal(avant, await instance.LireAsync(db => db.Journal.CountAsync(l => l.EntiteId == moi)));
    }

    [Fact]
    public async Task Deux_administrateurs_qui_se_ferment_au_meme_instant_en_laissent_un()
    {
        var second = await instance.LireAsync(async db =>
        {
            var hash = await db.Users.Select(u => u.PasswordHash).FirstAsync();
            var utilisateur = new Utilisateur
            {
                Id = Guid.CreateVersion7(),
                Email = "second@demo.example",
                NormalizedEmail = "SECOND@DEMO.EXAMPLE",
                UserName = "second@demo.example",
                NormalizedUserName = "SECOND@DEMO.EXAMPLE",
                PasswordHash = hash,
                SecurityStamp = "x",
                Agent = true,
                EmailConfirmed = true,
                Organisme = "Administration",
                Fonction = "Administrateur",
            };
            utilisateur.Habilitations.Add(new HabilitationAccordee { Role = Role.Admin });
            db.Users.Add(utilisateur);
            await db.SaveChangesAsync();
            return utilisateur.Id;
        });
        var premier = await CompteAsync("admin");
        var (a, b) = (await instance.NouvelleSessionAsync("admin"), await instance.NouvelleSessionAsync("second"));
        var (pa, pb) = (await a.LireAsync($"{Liste}/{second}/fermeture"), await b.LireAsync($"{Liste}/{premier}/fermeture"));

        var reponses = await Task.WhenAll(a.SoumettreAsync(pa, "main form"), b.SoumettreAsync(pb, "main form"));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], reponses.Select(r => r.Code).Order());
        Assert.Equal(
            1,
            await instance.LireAsync(db =>
                db.Users.CountAsync(u => u.Etat == EtatDeCompte.Ouvert && u.Habilitations.Any(h => h.Role == Role.Admin))
            )
        );
        await instance.SqlAsync($"update utilisateurs set etat = 'Ouvert' where id = {premier}");
        await instance.SqlAsync($"delete from utilisateurs where id = {second}");
    }

    [Fact]
    public async Task Une_page_perimee_ne_change_rien()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var id = await CompteAsync("membre.56");
        var ancienne = await admin.LireAsync($"{Liste}/{id}");
        await admin.SoumettreAsync(ancienne, "form[action$='/fonction']", ("Fonction", "Membre"), ("Service", "Préfecture du Morbihan"));

        Assert.Equal(
            HttpStatusCode.Conflict,
            (await admin.SoumettreAsync(ancienne, "form[action$='/roles']", ("Role", "ChefDeService"), ("Perimetre", "53/56"))).Code
        );
        Assert.Equal(1, await instance.LireAsync(db => db.Habilitations.CountAsync(h => h.UtilisateurId == id)));
    }

    [Fact]
    public async Task La_matrice_est_celle_du_code()
    {
        var page = await (await instance.EnTantQueAsync("admin")).LireAsync("/administration/habilitations/matrice");
        var roles = Enum.GetValues<Role>();
        var lignes = page.Document.QuerySelectorAll("tbody tr").ToList();

        Assert.Equal(
            Enum.GetValues<Droit>().Select(d => PageLue.Plat(d.Mot())),
            lignes.Select(l => PageLue.Plat(l.QuerySelector("th")!.TextContent)),
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var (droit, ligne) in Enum.GetValues<Droit>().Zip(lignes))
            Assert.Equal(
                roles.Select(r => Matrice.Accorde(r, droit) ? "oui" : "non"),
                ligne.QuerySelectorAll("td .govuk-visually-hidden").Select(e => e.TextContent)
            );
    }

    private Task<Guid> CompteAsync(string cle) =>
        instance.LireAsync(db => db.Users.Where(u => u.Email == cle + "@demo.example").Select(u => u.Id).SingleAsync());

    private Task<string> TimbreAsync(string cle) =>
        instance.LireAsync(db => db.Users.Where(u => u.Email == cle + "@demo.example").Select(u => u.SecurityStamp!).SingleAsync());

    private async Task<PageLue> EntrerAsync(string cle, string motDePasse)
    {
        var visiteur = instance.Anonyme();
        return await visiteur.SoumettreAsync(
            await visiteur.LireAsync("/compte/connexion"),
            "form[action='/compte/connexion']",
            ("Adresse", cle + "@demo.example"),
            ("MotDePasse", motDePasse)
        );
    }
}
