using FitnGrants.Domain.Dossiers;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using FitnGrants.Web.Reglements;
using FitnGrants.Web.Taches;
using FitnGrants.Web.Tests.Reglements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FitnGrants.Web.Tests.Administration;

/// <summary>Publishing a version: each test has its own application, since versions are never taken back.</summary>
[Trait("duree", "longue")]
public sealed class PublicationsTests(Serveur serveur) : IAsyncLifetime
{
    private const string SimulationDeColmar = "/simulateur?Siren=216800664&Cout=50000&Montant=35000";
    private readonly Instance instance = new(serveur);

    private static readonly string PlafondAbaisse = TextesDEssai.Avec("HR-V1", ("plafond: 100000", "plafond: 50000"));

    public ValueTask InitializeAsync() => instance.InitializeAsync();

    public ValueTask DisposeAsync() => instance.DisposeAsync();

    private RegistreDesReglements Registre => instance.Services.GetRequiredService<RegistreDesReglements>();

    [Fact]
    public async Task Une_version_a_venir_ne_juge_qu_a_partir_de_son_jour()
    {
        var reponse = await instance.PublierUneVersionAsync("HR-V1", PlafondAbaisse, ("Le", "15/07/2021"));
        Assert.Equal(HttpStatusCode.Redirect, reponse.Code);
        await instance.AlHeureAsync("2021-07-14T23:59:00+02:00");
        Assert.Contains("habitants, moins de 100 000.", (await instance.Anonyme().LireAsync(SimulationDeColmar)).Texte);

        await instance.AlHeureAsync("2021-07-15T00:00:01+02:00");

        Assert.Contains(
            "réservé aux collectivités de moins de 50 000 habitants",
            (await instance.Anonyme().LireAsync(SimulationDeColmar)).Texte
        );
        Assert.Equal(reponse.Vers, Registre.PublicationEnVigueur("HR-V1")!.Adresse);
    }

    [Fact]
    public async Task Une_tranche_changee_juge_les_brouillons_et_laisse_les_dossiers_deposes()
    {
        var depose = await instance.NumeroAsync("Prise de rendez-vous en ligne");
        var brouillon = await instance.DeroulerAsync(
            new("216800664", "Autre projet", 10000m, 7000m) { Dispositif = "HR-V1", Jusqua = EtatDossier.Brouillon }
        );
        var porteur = await instance.EnTantQueAsync("porteur.colmar");
        var avant = await DossierAsync(depose);

        await instance.PublierUneVersionAsync(
            "HR-V1",
            TextesDEssai.Avec("HR-V1", ("min: 20, max: 80", "min: 20, max: 60")),
            ("Le", "01/06/2021")
        );

        var refus = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{brouillon}/modifier/recapitulatif"),
            "form[action$='/deposer']",
            ("Certifie", "true")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("6 000,00 €", refus.De(".erreurs"));
        Assert.Equal(avant, await DossierAsync(depose));
        var agent = await instance.EnTantQueAsync("instructeur.68");
        await agent.SoumettreAsync(await agent.LireAsync($"/instruction/{depose}"), "form[action$='/prise-en-charge']");
        var grille = (await instance.DossierAsync(depose)).Grille.ToList();
        Assert.Equal(ResultatConstat.Conforme, grille.Single(c => c.Regle == "R21").Propose);
        Assert.DoesNotContain(grille, c => c.Propose == ResultatConstat.Bloquant);
    }

    [Fact]
    public async Task Un_brouillon_depose_apres_le_jour_est_juge_pour_toujours_par_la_nouvelle_version()
    {
        var brouillon = await instance.NumeroAsync("Archives municipales en ligne");
        var publiee = await instance.PublierUneVersionAsync(
            "HR-V1",
            TextesDEssai.Avec("HR-V1", ("longueurMinimale: 20", "longueurMinimale: 30")),
            ("Le", "10/06/2021")
        );
        await instance.AlHeureAsync("2021-06-10T09:00:00+02:00");
        var porteur = await instance.EnTantQueAsync("porteur.riquewihr");

        var depot = await porteur.SoumettreAsync(
            await porteur.LireAsync($"/dossiers/{brouillon}/modifier/recapitulatif"),
            "form[action$='/deposer']",
            ("Certifie", "true")
        );

        Assert.Equal(HttpStatusCode.Redirect, depot.Code);
        var dossier = await instance.DossierAsync(depot.Vers!.Split('/')[^1]);
        Assert.EndsWith(dossier.VersionReglement[..12], publiee.Vers);
        var page = await (await instance.EnTantQueAsync("admin")).LireAsync(publiee.Vers!);
        Assert.Contains($"1 dossier jugé par cette version", page.Texte);
        Assert.Contains(dossier.Numero!, page.Texte);
    }

    [Fact]
    public async Task Une_publication_est_un_acte_du_journal_et_se_lit_sur_ses_pages()
    {
        var ancienne = Registre.PublicationEnVigueur("HR-V1")!;
        var journal = await instance.LireAsync(db => db.Journal.CountAsync());

        var reponse = await instance.PublierUneVersionAsync("HR-V1", PlafondAbaisse, ("Le", "15/07/2021"));

        var ligne = await instance.LireAsync(db => db.Journal.AsNoTracking().OrderByDescending(l => l.Id).FirstAsync());
        Assert.Equal(
            (journal + 1, Acte.PublierReglement, ancienne.Version),
            (await instance.LireAsync(db => db.Journal.CountAsync()), ligne.Acte, ligne.Avant)
        );
        Assert.Contains("\"enVigueurLe\":\"2021-07-15\"", ligne.Details);
        var admin = await instance.EnTantQueAsync("admin");
        var version = await admin.LireAsync(reponse.Vers!);
        Assert.Contains("Version publiée. Elle juge les brouillons et les premiers dépôts à partir du 15 juillet 2021.", version.Texte);
        Assert.Contains("À venir : elle juge à partir du 15 juillet 2021", version.Texte);
        Assert.Equal($"Différences avec la version {ancienne.Abrege}", version.De("#differences"));
        Assert.Equal("Règle R11 plafond 100 000 50 000", version.De(".changements tbody"));
        var inverse = await admin.LireAsync($"{ancienne.Adresse}?avec={reponse.Vers!.Split('/')[^1]}");
        Assert.Equal("Règle R11 plafond 50 000 100 000", inverse.De(".changements tbody"));
        Assert.Equal(
            ["À venir", "En vigueur"],
            (await admin.LireAsync("/administration/reglements/HR-V1")).Document.QuerySelectorAll("tbody .badge").Select(b => b.TextContent)
        );
        await instance.AlHeureAsync("2021-07-15T09:00:00+02:00");
        Assert.Equal(
            ["En vigueur", "Passée"],
            (await admin.LireAsync("/administration/reglements/HR-V1")).Document.QuerySelectorAll("tbody .badge").Select(b => b.TextContent)
        );
    }

    [Theory]
    [InlineData("31/05/2021", "Une version ne juge pas le passé : choisissez le 1er juin 2021 ou un jour qui suit.")]
    [InlineData("", "Indiquez le jour à partir duquel cette version juge.")]
    [InlineData("demain", "Cette date n'est pas lisible")]
    public async Task Un_jour_passe_ou_faux_est_refuse_et_le_texte_reste(string jour, string phrase)
    {
        var trace = await TraceAsync();

        var page = await instance.PublierUneVersionAsync("HR-V1", PlafondAbaisse, ("Le", jour));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains(phrase, page.Erreur("Le"));
        Assert.Equal((jour, PlafondAbaisse.TrimEnd()), (page.Valeur("Le"), page.Valeur("Texte")!.TrimEnd()));
        Assert.Contains("2 dossiers changeraient de constat", page.Texte);
        Assert.Equal(trace, await TraceAsync());
    }

    [Theory]
    [InlineData("20/06/2021", "entrera en vigueur le 15 juillet 2021 et remplacera celle-ci ce jour-là")]
    [InlineData("15/07/2021", "ne jugera aucun dossier : celle-ci la remplace")]
    public async Task Publier_avant_une_version_a_venir_se_dit(string jour, string phrase)
    {
        await instance.PublierUneVersionAsync("HR-V1", PlafondAbaisse, ("Le", "15/07/2021"));
        var autre = TextesDEssai.Avec("HR-V1", ("plafond: 100000", "plafond: 60000"));
        var trace = await TraceAsync();

        var refus = await instance.PublierUneVersionAsync("HR-V1", autre, ("Le", jour));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains(phrase, refus.Erreur("Confirme"));
        Assert.Equal(trace, await TraceAsync());
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await instance.PublierUneVersionAsync("HR-V1", autre, ("Le", jour), ("Confirme", "true"))).Code
        );
    }

    [Fact]
    public async Task Publier_apres_une_version_a_venir_ne_demande_rien_de_plus()
    {
        await instance.PublierUneVersionAsync("HR-V1", PlafondAbaisse, ("Le", "15/07/2021"));

        var suivante = await instance.PublierUneVersionAsync(
            "HR-V1",
            TextesDEssai.Avec("HR-V1", ("plafond: 100000", "plafond: 60000")),
            ("Le", "16/07/2021")
        );

        Assert.Equal(HttpStatusCode.Redirect, suivante.Code);
    }

    [Fact]
    public async Task Le_meme_apercu_ne_publie_qu_une_fois()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var apercu = await admin.ApercuDUneVersionAsync("HR-V1", PlafondAbaisse);

        var premiere = await admin.SoumettreAsync(apercu, "form[action$='/publication']", ("Le", "15/07/2021"));
        var seconde = await admin.SoumettreAsync(apercu, "form[action$='/publication']", ("Le", "16/07/2021"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (premiere.Code, seconde.Code));
        Assert.Contains("Ce texte est déjà publié", seconde.De(".erreurs"));
    }

    [Fact]
    public async Task Cent_vingt_deux_dossiers_se_comptent_tous_et_se_lisent_par_pages()
    {
        var modele = await instance.NumeroAsync("Prise de rendez-vous en ligne");
        await instance.CopierAsync(modele, 120, "copie", "'numero', 'FITN-HR-V1-2021-' || (10000 + g)");
        var admin = await instance.EnTantQueAsync("admin");

        var apercu = await admin.ApercuDUneVersionAsync("HR-V1", PlafondAbaisse);
        var premiere = await admin.LireAsync(Registre.PublicationEnVigueur("HR-V1")!.Adresse);
        var seconde = await admin.LireAsync(premiere.Document.QuerySelector(".pagination a")!.GetAttribute("href")!);

        Assert.Equal("122 dossiers changeraient de constat", apercu.De("#effets"));
        Assert.Equal(50, apercu.Document.QuerySelectorAll("section[aria-labelledby=effets] tbody tr").Length);
        Assert.Contains("Les 50 premiers sur 122.", apercu.Texte);
        Assert.Equal("123 dossiers jugés par cette version", premiere.De("#juges"));
        Assert.Equal((100, 23), (Numeros(premiere).Count, Numeros(seconde).Count));
        Assert.Equal(123, Numeros(premiere).Concat(Numeros(seconde)).Distinct(StringComparer.Ordinal).Count());
        Assert.Null(seconde.Document.QuerySelector(".pagination a"));

        static List<string> Numeros(PageLue page) =>
            [.. page.Document.QuerySelectorAll("section[aria-labelledby=juges] tbody th").Select(t => t.TextContent)];
    }

    [Fact]
    public async Task Un_apercu_depasse_par_une_autre_publication_se_relit()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var apercu = await admin.ApercuDUneVersionAsync("HR-V1", PlafondAbaisse);
        await instance.PublierUneVersionAsync(
            "HR-V1",
            TextesDEssai.Avec("HR-V1", ("plafond: 100000", "plafond: 60000")),
            ("Le", "01/06/2021")
        );

        var refus = await admin.SoumettreAsync(apercu, "form[action$='/publication']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("Une autre version est entrée en vigueur depuis votre aperçu", refus.Erreur("Le"));
        Assert.Equal("Règle R11 plafond 60 000 50 000", refus.De(".changements tbody"));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SoumettreAsync(refus, "form[action$='/publication']")).Code);
    }

    [Fact]
    public async Task Un_texte_change_entre_l_apercu_et_la_publication_est_verifie_a_nouveau()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var apercu = await admin.ApercuDUneVersionAsync("HR-V1", PlafondAbaisse);
        var trace = await TraceAsync();

        var refus = await admin.SoumettreAsync(
            apercu,
            "form[action$='/publication']",
            ("Texte", PlafondAbaisse.Replace("volet: 1", "volet: un", StringComparison.Ordinal))
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refus.Code);
        Assert.Contains("un nombre entier est attendu : un", refus.Erreur("Texte"));
        Assert.Equal(trace, await TraceAsync());
    }

    [Fact]
    public async Task L_enveloppe_suit_la_version_en_vigueur_a_son_jour_et_ne_revient_pas_en_arriere()
    {
        await instance.PublierUneVersionAsync(
            "HR-V1",
            TextesDEssai.Avec("HR-V1", ("enveloppe: 270000.00", "enveloppe: 300000.50")),
            ("Le", "15/07/2021")
        );
        await TournerAsync();
        Assert.Equal((270000m, 270000m), (await EnveloppeAsync(), Registre.Exiger("HR-V1").Enveloppe.Montant));

        await instance.AlHeureAsync("2021-07-15T09:00:00+02:00");
        await TournerAsync();

        Assert.Equal((300000.50m, 300000.50m), (await EnveloppeAsync(), Registre.Exiger("HR-V1").Enveloppe.Montant));
        // A process that is late, or does not know the version, takes nothing back.
        await instance.LireAsync(async db =>
        {
            await db.SuivreLesEnveloppesAsync(new DateOnly(2021, 7, 14), CancellationToken.None);
            return true;
        });
        Assert.Equal(300000.50m, await EnveloppeAsync());
    }

    [Fact]
    public async Task L_enveloppe_d_une_version_publiee_pour_aujourd_hui_est_celle_des_pages_et_des_regles()
    {
        await instance.PublierUneVersionAsync(
            "HR-V1",
            TextesDEssai.Avec("HR-V1", ("enveloppe: 270000.00", "enveloppe: 20000")),
            ("Le", "01/06/2021")
        );

        Assert.Equal(20000m, await EnveloppeAsync());
        Assert.Contains("20 000 €", (await instance.Anonyme().LireAsync("/dispositifs/HR-V1")).Texte);
        Assert.Contains("disponible 20 000,00 €, demandé 35 000,00 €", (await instance.Anonyme().LireAsync(SimulationDeColmar)).Texte);
        var depose = await instance.NumeroAsync("Formation des secrétaires de mairie");
        Assert.Contains(
            "accordés sur 20 000,00 €",
            (await (await instance.EnTantQueAsync("instructeur.68")).LireAsync($"/instruction/{depose}")).Texte
        );
    }

    private Task TournerAsync() =>
        ActivatorUtilities.CreateInstance<SuiviDesReglements>(instance.Services).FaireUnTourAsync(CancellationToken.None);

    private async Task<decimal> EnveloppeAsync() =>
        (await instance.LireAsync(db => db.Enveloppes.AsNoTracking().SingleAsync(e => e.Dispositif == "HR-V1"))).Montant.Montant;

    private async Task<(EtatDossier, string, int, decimal?)> DossierAsync(string numero) =>
        await instance.DossierAsync(numero) is var d ? (d.Etat, d.VersionReglement, d.Revision, d.MontantDemande?.Montant) : default;

    private Task<(int Versions, int Journal)> TraceAsync() =>
        instance.LireAsync(async db => (await db.VersionsDeReglement.CountAsync(), await db.Journal.CountAsync()));
}
