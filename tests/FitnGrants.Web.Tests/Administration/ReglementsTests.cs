using System.Text;
using FitnGrants.Domain.Dossiers;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Tests.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>What Admin reads of the règlements, and what a text sent to be verified answers. Nothing is published here.</summary>
public sealed class ReglementsTests(Instance instance) : IClassFixture<Instance>
{
    private const string Nouvelle = "/administration/reglements/HR-V1/nouvelle";

    private string Abrege(string code) => instance.Services.GetRequiredService<RegistreDesReglements>().PublicationEnVigueur(code)!.Abrege;

    [Theory]
    [InlineData("/administration/reglements")]
    [InlineData("/administration/reglements/HR-V1")]
    [InlineData("/administration/reglements/HR-V1/0123456789ab")]
    [InlineData(Nouvelle)]
    public async Task Qui_ne_tient_pas_les_reglements_ne_lit_pas_leurs_versions(string adresse)
    {
        var secretaire = await instance.EnTantQueAsync("secretaire.bretagne");

        Assert.Equal(HttpStatusCode.Forbidden, (await secretaire.LireAsync(adresse)).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretaire.PosterAsync(Nouvelle, ("Texte", TextesDEssai.Lire("HR-V1")))).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretaire.PosterAsync(Nouvelle + "/publication", ("Le", "01/06/2021"))).Code);
        Assert.DoesNotContain("/administration/reglements", (await secretaire.LireAsync("/comite/seances")).Source);
    }

    [Theory]
    [InlineData("/administration/reglements/XX-V9")]
    [InlineData("/administration/reglements/XX-V9/nouvelle")]
    [InlineData("/administration/reglements/HR-V1/0123456789ab")]
    [InlineData("/administration/reglements/HR-V1/abc")]
    public async Task Un_code_ou_une_version_inconnus_sont_introuvables(string adresse)
    {
        var admin = await instance.EnTantQueAsync("admin");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.LireAsync(adresse)).Code);
    }

    [Fact]
    public async Task La_version_d_un_autre_dispositif_est_introuvable_et_un_envoi_a_un_code_inconnu_aussi()
    {
        var admin = await instance.EnTantQueAsync("admin");

        Assert.Equal(HttpStatusCode.NotFound, (await admin.LireAsync($"/administration/reglements/BZH-V1/{Abrege("HR-V1")}")).Code);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await admin.PosterAsync("/administration/reglements/XX-V9/nouvelle", ("Texte", "a: b"))).Code
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await admin.PosterAsync("/administration/reglements/XX-V9/nouvelle/publication", ("Texte", "a: b"))).Code
        );
    }

    [Fact]
    public async Task La_liste_dit_la_version_en_vigueur_et_ce_qu_elle_juge()
    {
        var page = await (await instance.EnTantQueAsync("admin")).LireAsync("/administration/reglements");

        Assert.Equal("page", page.Document.QuerySelector("nav a[href='/administration/reglements']")!.GetAttribute("aria-current"));
        var (deposes, brouillons) = (await CompterAsync("HR-V1", brouillon: false), await CompterAsync("HR-V1", brouillon: true));
        Assert.True(deposes > 0 && brouillons > 0);
        var ligne = page.Document.QuerySelectorAll("tbody tr").Single(l => l.TextContent.Contains("HR-V1", StringComparison.Ordinal));
        Assert.Equal(
            $"Haut-Rhin, volet 1HR-V1 {Abrege("HR-V1")}depuis le 1er juin 2021, {deposes} dossiers déposés aucune aucune {deposes} "
                + $"{brouillons}",
            PageLue.Plat(ligne.TextContent)
        );
    }

    [Fact]
    public async Task Un_dispositif_montre_ses_versions_depuis_quand_et_par_qui()
    {
        var page = await (await instance.EnTantQueAsync("admin")).LireAsync("/administration/reglements/HR-V1");

        var ligne = PageLue.Plat(Assert.Single(page.Document.QuerySelectorAll("tbody tr")).TextContent);
        Assert.StartsWith($"{Abrege("HR-V1")} En vigueur 1er juin 2021 Système", ligne);
        Assert.EndsWith(
            $"{await CompterAsync("HR-V1", brouillon: false)} déposés {await CompterAsync("HR-V1", brouillon: true)} brouillon",
            ligne
        );
    }

    [Fact]
    public async Task Une_version_montre_ses_regles_son_texte_et_ses_dossiers_sans_rien_de_personnel()
    {
        var page = await (await instance.EnTantQueAsync("admin")).LireAsync($"/administration/reglements/HR-V1/{Abrege("HR-V1")}");

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Contains("plafond : 100 000", page.Texte);
        Assert.Contains("tranche R21de 20 à 80 % pour 1 000 à 79 999 habitants", page.Texte);
        Assert.Equal(TextesDEssai.Lire("HR-V1"), page.Document.QuerySelector("pre")!.TextContent);
        var (colmar, feldkirch) = (
            await instance.NumeroAsync("Prise de rendez-vous en ligne"),
            await instance.NumeroAsync("Formation des secrétaires de mairie")
        );
        Assert.Contains($"{colmar} Déposé à la prise en charge", page.De("section[aria-labelledby=juges]"));
        Assert.Matches($"{feldkirch} En instruction [0-9]+ Conforme", page.De("section[aria-labelledby=juges]"));
        Assert.DoesNotContain("Colmar", page.Texte);
        Assert.DoesNotContain("Prise de rendez-vous", page.Texte);
        Assert.Null(page.Document.QuerySelector($"a[href*='{colmar}']"));
        Assert.DoesNotContain("BZH", page.De("section[aria-labelledby=juges]"));
    }

    [Fact]
    public async Task Un_curseur_faux_ou_une_comparaison_inconnue_ne_changent_rien()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var adresse = $"/administration/reglements/HR-V1/{Abrege("HR-V1")}";

        var page = await admin.LireAsync(adresse + "?avec=0123456789ab&apres=");

        Assert.Equal((HttpStatusCode.OK, (await admin.LireAsync(adresse)).Texte), (page.Code, page.Texte));
        Assert.Contains("Aucun dossier ici", (await admin.LireAsync(adresse + "?apres=zzz")).Texte);
    }

    [Fact]
    public async Task Le_formulaire_part_du_texte_en_vigueur()
    {
        var page = await (await instance.EnTantQueAsync("admin")).LireAsync(Nouvelle);

        Assert.Equal(TextesDEssai.Lire("HR-V1").TrimEnd(), page.Valeur("Texte")!.TrimEnd());
    }

    [Fact]
    public async Task Un_texte_faux_dit_chaque_ligne_garde_le_texte_et_n_enregistre_rien()
    {
        var texte = TextesDEssai.Avec(
            "HR-V1",
            ("regle: PopulationSousLePlafond", "regle: PopulationAuHasard"),
            ("ouvertLe: 2021-03-01", "ouvertLe: demain")
        );
        var trace = await TraceAsync();

        var page = await EnvoyerAsync(texte);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Equal(
            $"ligne {TextesDEssai.Ligne(texte, "ouvertLe: demain")} : une date AAAA-MM-JJ est attendue : demain",
            page.Erreur("Texte")!.Replace("Erreur : ", "", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                $"ligne {TextesDEssai.Ligne(texte, "ouvertLe: demain")} : une date AAAA-MM-JJ est attendue : demain",
                $"ligne {TextesDEssai.Ligne(texte, "PopulationAuHasard")} : règle inconnue : PopulationAuHasard",
            ],
            page.Document.QuerySelectorAll(".erreurs li").Select(l => PageLue.Plat(l.TextContent))
        );
        Assert.Contains("regle: PopulationAuHasard", page.De("tbody tr:last-child"));
        Assert.Equal(texte.TrimEnd(), page.Valeur("Texte")!.TrimEnd());
        Assert.Equal(trace, await TraceAsync());
    }

    [Fact]
    public async Task Un_fichier_faux_prend_la_place_du_texte()
    {
        var page = await EnvoyerUnFichierAsync(Encoding.UTF8.GetBytes(TextesDEssai.Avec("HR-V1", ("code: HR-V1", "code: GE-V2"))));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains("ligne 2 : le code est GE-V2, celui de cette page est HR-V1", page.De(".erreurs"));
        Assert.Contains("code: GE-V2", page.Valeur("Texte"));
    }

    [Fact]
    public async Task Un_fichier_juste_mene_a_son_apercu()
    {
        var page = await EnvoyerUnFichierAsync(Encoding.UTF8.GetBytes(TextesDEssai.Avec("HR-V1", ("plafond: 100000", "plafond: 90000"))));

        Assert.Equal(
            (HttpStatusCode.OK, "Règle R11 plafond 100 000 90 000"),
            (page.Code, page.De("section[aria-labelledby=differences] tbody"))
        );
    }

    [Fact]
    public async Task Un_texte_et_un_fichier_de_plus_de_200_Ko_sont_refuses()
    {
        var long_ = TextesDEssai.Lire("HR-V1") + "#" + new string('é', VerificationDeReglement.Maximum / 2);

        var texte = await EnvoyerAsync(long_);
        var fichier = await EnvoyerUnFichierAsync(Encoding.UTF8.GetBytes(long_));
        var publication = await (await instance.EnTantQueAsync("admin")).PosterAsync(
            Nouvelle + "/publication",
            ("Texte", long_),
            ("Le", "01/06/2021")
        );

        Assert.All([texte, fichier, publication], p => Assert.Equal(HttpStatusCode.UnprocessableEntity, p.Code));
        Assert.Contains("200 Ko au plus", texte.Erreur("Texte"));
        Assert.Contains("200 Ko au plus", fichier.Erreur("Fichier"));
        Assert.Contains("200 Ko au plus", publication.Erreur("Texte"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    public async Task Le_texte_en_vigueur_est_deja_publie_meme_avec_d_autres_fins_de_ligne(string fin)
    {
        var page = await EnvoyerAsync(TextesDEssai.Lire("HR-V1").ReplaceLineEndings("\r\n") + fin);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains(
            $"Ce texte est déjà publié : c'est la version {Abrege("HR-V1")}, en vigueur à partir du 1er juin 2021.",
            page.Erreur("Texte")
        );
    }

    [Fact]
    public async Task Un_apercu_dit_ce_qui_change_et_pour_combien_de_dossiers_sans_rien_enregistrer()
    {
        var (colmar, saintLouis) = (
            await instance.NumeroAsync("Prise de rendez-vous en ligne"),
            await instance.NumeroAsync("Signalement des usagers")
        );
        var trace = await TraceAsync();

        var page = await EnvoyerAsync(TextesDEssai.Avec("HR-V1", ("plafond: 100000", "plafond: 50000")));

        Assert.Equal(HttpStatusCode.OK, page.Code);
        Assert.Equal("Règle R11 plafond 100 000 50 000", page.De("section[aria-labelledby=differences] tbody"));
        Assert.Equal("2 dossiers changeraient de constat", page.De("#effets"));
        Assert.Contains("0 brouillon, qui sera jugé par cette version", page.De("section[aria-labelledby=effets]"));
        Assert.Contains("2 dossiers déposés, qui l'auraient été", page.De("section[aria-labelledby=effets]"));
        Assert.Contains("Un dossier déposé reste jugé par sa version", page.De("section[aria-labelledby=effets]"));
        var lignes = page
            .Document.QuerySelectorAll("section[aria-labelledby=effets] tbody tr")
            .Select(l => PageLue.Plat(l.TextContent))
            .ToList();
        Assert.Equal([colmar, saintLouis], lignes.Select(l => l.Split(' ')[0]));
        Assert.All(lignes, l => Assert.Contains("Population (R11) : Conforme → Bloquant", l));
        Assert.DoesNotContain("Colmar", page.De("main"));
        Assert.Equal(trace, await TraceAsync());
    }

    [Fact]
    public async Task Un_apercu_demande_de_relire_la_citation_d_un_nombre_qui_change()
    {
        const string relire = "R21 : le nombre a changé, la citation non. Vérifiez qu'elle dit encore la même chose.";

        Assert.Contains(
            relire,
            (await EnvoyerAsync(TextesDEssai.Avec("HR-V1", ("min: 20, max: 80", "min: 20, max: 60")))).De(
                "section[aria-labelledby=differences]"
            )
        );
        Assert.DoesNotContain(
            "la citation non",
            (await EnvoyerAsync(TextesDEssai.Avec("HR-V1", ("enveloppe: 270000.00", "enveloppe: 280000.00")))).Texte
        );
    }

    [Fact]
    public async Task Un_apercu_nomme_un_brouillon_par_son_jour_et_compte_les_regles_retirees()
    {
        var texte = TextesDEssai.Avec("HR-V1", ("plafond: 100000", "plafond: 1050"));

        var page = await EnvoyerAsync(texte);

        Assert.Contains("1 brouillon, qui sera jugé par cette version", page.De("section[aria-labelledby=effets]"));
        Assert.Contains("Brouillon du 30 mai 2021", page.De("section[aria-labelledby=effets]"));
        Assert.DoesNotContain("Archives", page.De("main"));
    }

    [Fact]
    public async Task Un_mot_de_la_fiche_ne_change_aucun_constat()
    {
        var page = await EnvoyerAsync(TextesDEssai.Avec("HR-V1", ("À éviter, les licences", "À éviter autant que possible, les licences")));

        Assert.Equal("Aucun dossier ne changerait de constat", page.De("#effets"));
        Assert.Contains("2 différences", page.De("section[aria-labelledby=differences]"));
    }

    private async Task<PageLue> EnvoyerAsync(string texte)
    {
        var admin = await instance.EnTantQueAsync("admin");
        return await admin.SoumettreAsync(await admin.LireAsync(Nouvelle), "main form", ("Texte", texte));
    }

    private async Task<PageLue> EnvoyerUnFichierAsync(byte[] octets)
    {
        var admin = await instance.EnTantQueAsync("admin");
        var jeton = (await admin.LireAsync(Nouvelle)).DernierJeton!;
        using var contenu = new MultipartFormDataContent
        {
            { new StringContent(jeton), PageLue.Jeton },
            { new ByteArrayContent(octets), "Fichier", "HR-V1.yaml" },
        };
        using var reponse = await admin.Client.PostAsync(Nouvelle, contenu, TestContext.Current.CancellationToken);
        return new PageLue(
            Nouvelle,
            reponse.StatusCode,
            null,
            reponse.Content.Headers.ContentType?.MediaType,
            await reponse.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    private Task<int> CompterAsync(string code, bool brouillon) =>
        instance.LireAsync(db => db.Dossiers.CountAsync(d => d.Dispositif == code && (d.Etat == EtatDossier.Brouillon) == brouillon));

    private Task<(int Versions, int Journal)> TraceAsync() =>
        instance.LireAsync(async db => (await db.VersionsDeReglement.CountAsync(), await db.Journal.CountAsync()));
}
