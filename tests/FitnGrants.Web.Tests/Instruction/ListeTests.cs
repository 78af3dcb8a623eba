using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Habilitations;
using FitnGrants.Web.Features.Instruction;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Instruction;

public sealed class ListeTests(Instance instance) : IClassFixture<Instance>
{
    [Theory]
    [InlineData("a-prendre", "À prendre 2", "Prise de rendez-vous en ligne", "Signalement des usagers")]
    [InlineData("en-cours", "En cours 1", "Formation des secrétaires de mairie")]
    [InlineData("prets", "Prêts 0")]
    [InlineData("en-seance", "En séance 0")]
    [InlineData("traites", "Traités 0")]
    [InlineData("inconnu", "À prendre 2", "Prise de rendez-vous en ligne", "Signalement des usagers")]
    public async Task Chaque_onglet_montre_ses_dossiers_et_leur_nombre(string onglet, string libelle, params string[] titres)
    {
        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync("/instruction?Onglet=" + onglet);

        Assert.Equal(libelle, page.De(".onglets a[aria-current=page]"));
        Assert.Equal(titres, Titres(page));
        Assert.Equal(titres.Length == 0, page.De(".vide") is not null);
    }

    [Theory]
    [InlineData("colmar")]
    [InlineData("COLMAR")]
    [InlineData("216800664")]
    [InlineData("216 800 664")]
    [InlineData("rendez-vous")]
    [InlineData("FITN-HR-V1-2021-00002")]
    [InlineData("fitn-hr-v1-2021-00002")]
    [InlineData("2021-00002")]
    [InlineData("n° 00002")]
    [InlineData("dossier N°FITN-HR-V1-2021-00002")]
    [InlineData("http://localhost/instruction/FITN-HR-V1-2021-00002?Onglet=a-prendre")]
    [InlineData("SIREN 216800664")]
    [InlineData("SIRET : 216 800 664 00015")]
    public async Task Une_recherche_trouve_par_nom_titre_numero_ou_SIREN(string texte)
    {
        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync("/instruction?Q=" + Uri.EscapeDataString(texte));

        Assert.Equal(["Prise de rendez-vous en ligne"], Titres(page));
    }

    [Theory]
    [InlineData("coumune de colmar")]
    [InlineData("Colmmar")]
    [InlineData("rendé-vous en ligen")]
    public async Task Une_faute_de_frappe_trouve_ce_qui_s_en_approche_et_le_dit(string texte)
    {
        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync("/instruction?Q=" + Uri.EscapeDataString(texte));

        Assert.Equal("Prise de rendez-vous en ligne", Titres(page)[0]);
        Assert.Contains("voici les plus proches", page.Texte);
    }

    [Theory]
    [InlineData("Onglet=en-cours&Qui=moi", 1)]
    [InlineData("Onglet=en-cours&Qui=collegue", 0)]
    [InlineData("Onglet=en-cours&Qui=moi&Qui=collegue", 1)]
    [InlineData("Onglet=en-cours&Qui=personne", 0)]
    [InlineData("Onglet=a-prendre&Qui=personne", 2)]
    [InlineData("Onglet=a-prendre&Natures=epci", 1)]
    [InlineData("Onglet=a-prendre&Natures=commune", 1)]
    [InlineData("Onglet=a-prendre&Natures=autre", 0)]
    [InlineData("Onglet=a-prendre&Montants=petit&Montants=moyen", 1)]
    [InlineData("Onglet=a-prendre&Montants=grand", 1)]
    [InlineData("Onglet=a-prendre&Constats=conformes", 0)]
    [InlineData("Onglet=en-cours&Constats=bloquants", 0)]
    [InlineData("Onglet=en-cours&Constats=bloquants&Constats=alertes&Constats=a-verifier&Constats=conformes", 1)]
    [InlineData("Onglet=en-cours&Constats=conformes", 0)]
    [InlineData("Onglet=a-prendre&Montants=inconnu&Qui=%00", 2)]
    public async Task Les_cases_cochees_restreignent_la_liste_et_restent_dans_l_adresse(string adresse, int nombre)
    {
        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync("/instruction?" + adresse);

        Assert.Equal(nombre, Titres(page).Length);
        Assert.Equal(
            adresse
                .Split('&')
                .Skip(1)
                .Where(c => !c.Contains("inconnu", StringComparison.Ordinal) && !c.Contains('%', StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            page.Document.QuerySelectorAll(".filtres input:checked")
                .Select(e => $"{e.GetAttribute("name")}={e.GetAttribute("value")}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task On_va_d_un_dossier_au_suivant_dans_la_liste_d_ou_l_on_vient()
    {
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var liste = await agent.LireAsync("/instruction?Onglet=a-prendre&Qui=personne");
        var premier = await agent.LireAsync(liste.Document.QuerySelector("td[data-titre=Dossier] a")!.GetAttribute("href")!);
        Assert.Null(premier.Document.QuerySelector("a[rel=prev]"));

        var second = await agent.LireAsync(premier.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Contains(Titres(liste)[1], second.De("h1")!);
        Assert.Null(second.Document.QuerySelector("a[rel=next]"));
        Assert.Equal(
            premier.De("h1"),
            (await agent.LireAsync(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)).De("h1")
        );
        Assert.Equal("/instruction?Onglet=a-prendre&Qui=personne", second.Document.QuerySelector(".retour a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task L_export_dit_ce_que_la_liste_montre_et_aucun_titre_n_y_devient_une_formule()
    {
        var agent = await instance.EnTantQueAsync("instructeur.35");
        await instance.DeroulerAsync(
            new("213503527", "=HYPERLINK(\"http://mal.example\";\"clic\")", 28000m, 20720.50m) { Jusqua = EtatDossier.Depose }
        );
        using var reponse = await agent.Client.GetAsync("/instruction/export.csv?Q=hyperlink", TestContext.Current.CancellationToken);

        var octets = await reponse.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lignes = System.Text.Encoding.UTF8.GetString(octets[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            ("text/csv", "attachment; filename=\"dossiers-2021-06-01.csv\""),
            (reponse.Content.Headers.ContentType!.MediaType, reponse.Content.Headers.ContentDisposition!.ToString())
        );
        Assert.Equal([0xEF, 0xBB, 0xBF], octets[..3]);
        Assert.Equal(2, lignes.Length);
        Assert.StartsWith("Numéro;Dispositif;Titre;Porteur;SIREN;", lignes[0]);
        Assert.Contains(
            ";\"'=HYPERLINK(\"\"http://mal.example\"\";\"\"clic\"\")\";Vern-sur-Seiche;213503527;commune;35;Déposé;",
            lignes[1]
        );
        Assert.EndsWith(";28000,00;28000,00;20720,50;20720,50;;;74,00;0;0;0;0;0;0;0", lignes[1]);
        Assert.DoesNotContain(
            "HYPERLINK",
            await (await instance.EnTantQueAsync("instructeur.68")).Client.GetStringAsync(
                "/instruction/export.csv?Q=hyperlink",
                TestContext.Current.CancellationToken
            )
        );
    }

    [Theory]
    [InlineData("/instruction?Dispositif=%00")]
    [InlineData("/instruction?Q=%00col%00mar")]
    [InlineData("/instruction?Onglet=%00&Apres=%00")]
    public async Task Un_caractere_nul_dans_l_adresse_ne_casse_rien(string adresse) =>
        Assert.Equal(HttpStatusCode.OK, (await (await instance.EnTantQueAsync("instructeur.68")).LireAsync(adresse)).Code);

    [Theory]
    [InlineData("vern")]
    [InlineData("%")]
    [InlineData("__")]
    [InlineData("' or 1=1 --")]
    public async Task Une_recherche_ne_sort_pas_du_perimetre(string texte)
    {
        var page = await (await instance.EnTantQueAsync("instructeur.68")).LireAsync("/instruction?Q=" + Uri.EscapeDataString(texte));

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.DoesNotContain("Portail des familles", page.Texte);
    }

    [Theory]
    [InlineData("n'importe quoi")]
    [InlineData("2021-13-45_xyz")]
    [InlineData("2021-06-01_pas-un-guid")]
    [InlineData("_")]
    [InlineData("")]
    public async Task Un_curseur_mal_forme_est_la_premiere_page(string curseur)
    {
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var attendue = await agent.LireAsync("/instruction?Onglet=a-prendre");

        var page = await agent.LireAsync("/instruction?Onglet=a-prendre&Apres=" + Uri.EscapeDataString(curseur));

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Equal(Titres(attendue), Titres(page));
    }

    private static string[] Titres(PageLue page) =>
        [.. page.Document.QuerySelectorAll("tbody td[data-titre=Dossier] a").Select(a => a.TextContent)];
}

/// <summary>Sixty dossiers on one tab.</summary>
public sealed class PagesDeLaListeTests(Instance instance) : IClassFixture<Instance>
{
    [Fact]
    public async Task La_liste_se_lit_par_pages_de_cinquante_sans_trou_ni_double()
    {
        for (var i = 0; i < 55; i++)
            await instance.DeroulerAsync(new("216802777", $"Projet {i}") { Dispositif = "HR-V1", Jusqua = EtatDossier.Depose });
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var premiere = await agent.LireAsync("/instruction?Onglet=a-prendre");
        var seconde = await agent.LireAsync(premiere.Document.QuerySelector(".pagination a")!.GetAttribute("href")!);

        string[] titres = [.. Numeros(premiere), .. Numeros(seconde)];
        Assert.Equal((50, 57, 57), (Numeros(premiere).Length, titres.Length, titres.Distinct(StringComparer.Ordinal).Count()));
        Assert.Null(seconde.Document.QuerySelector(".pagination a"));
    }

    private static string[] Numeros(PageLue page) =>
        [.. page.Document.QuerySelectorAll("tbody td[data-titre=Dossier] a").Select(a => a.GetAttribute("href")!)];
}

/// <summary>Ten thousand dossiers in forty départements, half of them ended: they wait for no day.</summary>
public sealed class UneGrandeListe(Serveur serveur) : Instance(serveur)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var modele = await this.DeroulerAsync(new("216802777", "Modèle") { Dispositif = "HR-V1", Jusqua = EtatDossier.Depose });
        await this.CopierAsync(
            modele,
            5000,
            "FITN-HR-V1-2020-",
            "'departement', case when g % 40 = 0 then '68' else (g % 40)::text end, 'echeance_le', date '2021-07-01' + g % 400, "
                + "'recherche', 'commune de ville' || g || ' projet ' || g * 7"
        );
        await this.CopierAsync(
            modele,
            5000,
            "FITN-HR-V1-2019-",
            "'departement', case when g % 20 = 0 then '68' else (g % 20)::text end, 'etat', 'Retire', 'echeance_le', null, "
                + "'recherche', 'commune de bourg' || g || ' projet ' || g * 7"
        );
    }
}

public sealed class GrandeListeTests(UneGrandeListe instance) : IClassFixture<UneGrandeListe>
{
    public static TheoryData<string> Adresses =>
        [
            "/instruction?Onglet=a-prendre",
            "/instruction?Onglet=traites",
            "/instruction?Q=colmar",
            "/instruction?Q=coumune+de+colmarr",
            "/instruction?Onglet=a-prendre&Qui=personne&Montants=petit&Natures=commune",
        ];

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task Dix_mille_dossiers_se_lisent_en_six_commandes_et_aucune_ne_les_parcourt_tous(string adresse)
    {
        var agent = await instance.EnTantQueAsync("instructeur.68");
        await agent.LireAsync(adresse);
        var compteur = instance.Services.GetRequiredService<CompteurSql>();
        compteur.Oublier();

        Assert.Equal(HttpStatusCode.OK, (await agent.LireAsync(adresse)).Code);

        Assert.InRange(compteur.Commandes.Count, 1, 6);
    }

    [Theory]
    [InlineData("a-prendre", "")]
    [InlineData("traites", "")]
    [InlineData("en-cours", "colmar")]
    public async Task Une_page_ne_parcourt_pas_la_table(string onglet, string q)
    {
        var plan = await PlanAsync(l => l.Choisir(new ListeFiltre { Onglet = onglet, Q = q }).Ranger().Take(51));

        Assert.DoesNotContain("Seq Scan on dossiers", plan);
    }

    [Fact]
    public async Task Une_recherche_approchee_ne_parcourt_pas_la_table() =>
        Assert.DoesNotContain(
            "Seq Scan on dossiers",
            await PlanAsync(l => l.Approcher(new ListeFiltre { Q = "coumune de lannion" }).Take(50))
        );

    [Fact]
    public async Task Ce_qui_n_attend_aucun_jour_se_lit_aussi_par_pages_sans_trou_ni_double()
    {
        var agent = await instance.EnTantQueAsync("instructeur.68");
        var numeros = new List<string>();
        var page = await agent.LireAsync("/instruction?Onglet=traites");
        for (var i = 0; i < 3; i++)
        {
            numeros.AddRange(page.Document.QuerySelectorAll("tbody td[data-titre=Dossier] a").Select(a => a.GetAttribute("href")!));
            page = await agent.LireAsync(page.Document.QuerySelector(".pagination a")!.GetAttribute("href")!);
        }

        Assert.Equal((150, 150), (numeros.Count, numeros.Distinct(StringComparer.Ordinal).Count()));
    }

    private Task<string> PlanAsync(Func<ListeDeTravail, IQueryable<Dossier>> requete) =>
        instance.ExpliquerAsync(db =>
        {
            var agent = new Acteur(
                Guid.CreateVersion7(),
                "Agent",
                [new Habilitation(Role.InstructeurDep, Departement: "68", Region: "44")]
            );
            return requete(new ListeDeTravail(db, agent)).Select(d => d.Numero);
        });
}
