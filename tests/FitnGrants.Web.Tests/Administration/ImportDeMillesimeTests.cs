using System.Text;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;

namespace FitnGrants.Web.Tests.Administration;

[Trait("duree", "longue")]
public sealed class ImportDeMillesimeTests(Instance instance) : IClassFixture<Instance>
{
    private const string Adresse = "/administration/referentiel";
    private static readonly string Bon = LignesDeCsv.Fichier(
        "200054781;PETR d’essai;PETR;;68;44;12000;12345;",
        "216800664;Colmar;commune;68066;68;44;68682;69756;"
    );

    [Fact]
    public async Task La_page_dit_les_millesimes_tenus_et_lequel_juge_aujourd_hui()
    {
        var page = await (await instance.EnTantQueAsync("admin")).LireAsync(Adresse);

        var lignes = page.Document.QuerySelectorAll("main table tbody tr").Select(l => PageLue.Plat(l.TextContent)).ToList();
        Assert.StartsWith("2023 1er janvier 2026 ", lignes[0], StringComparison.Ordinal);
        Assert.StartsWith("2018 jugent les dépôts d'aujourd'hui 1er janvier 2021 ", lignes[^1], StringComparison.Ordinal);
        var tenues = await instance.LireAsync(db => db.Collectivites.CountAsync(c => c.Populations.Any(p => p.Annee == 2018)));
        Assert.EndsWith($" {tenues}", lignes[^1], StringComparison.Ordinal);
        Assert.Contains(FichierDuReferentiel.EnTete, page.Texte, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("instructeur.68")]
    [InlineData("secretaire.bretagne")]
    [InlineData("auditeur")]
    [InlineData("porteur.vern")]
    public async Task Qui_ne_tient_pas_le_referentiel_ne_lit_ni_n_importe(string compte)
    {
        var navigateur = await instance.EnTantQueAsync(compte);

        Assert.Equal(HttpStatusCode.Forbidden, (await navigateur.LireAsync(Adresse)).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await navigateur.PosterAsync(Adresse + "/import")).Code);
    }

    [Fact]
    public async Task Un_fichier_juste_est_importe_et_la_page_dit_combien()
    {
        var journal = await instance.LireAsync(db => db.Journal.CountAsync());

        var reponse = await EnvoyerAsync(Bon);

        Assert.Equal((HttpStatusCode.Redirect, Adresse), (reponse.Code, reponse.Vers));
        var page = await (await instance.EnTantQueAsync("admin")).LireAsync(Adresse);
        Assert.Contains(
            "Populations 2019, en vigueur le 1er janvier 2022 : 1 collectivité ajoutée, 1 mise à jour, 0 inchangée.",
            page.De(".bandeau--succes"),
            StringComparison.Ordinal
        );
        Assert.Contains("2019 1er janvier 2022 2", page.De("main table"), StringComparison.Ordinal);
        var ligne = await instance.LireAsync(db => db.Journal.AsNoTracking().OrderByDescending(l => l.Id).FirstAsync());
        Assert.Equal((journal + 1, Acte.ImporterMillesime), (await instance.LireAsync(db => db.Journal.CountAsync()), ligne.Acte));
        Assert.NotNull(ligne.Utilisateur);
        Assert.Contains(
            "PETR d'essai",
            (await instance.Anonyme().LireAsync("/simulateur?Siren=200054781&Cout=20000&Montant=10000")).Texte,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("AnneeDeReference", "", "Indiquez l'année de référence")]
    [InlineData("AnneeDeReference", "1789", "Indiquez l'année de référence")]
    [InlineData("EnVigueurLe", "", "Indiquez le jour d'entrée en vigueur")]
    [InlineData("EnVigueurLe", "demain", "Cette date n'est pas lisible")]
    [InlineData("EnVigueurLe", "31/12/2019", "Ce jour doit suivre l'année de référence")]
    [InlineData("EnVigueurLe", "01/01/2025", "Ce jour doit suivre l'année de référence")]
    [InlineData("EnVigueurLe", "01/01/2021", "celles de 2019 doivent l'être après")]
    public async Task Une_saisie_fausse_a_sa_phrase_garde_le_reste_et_n_importe_rien(string champ, string valeur, string phrase)
    {
        var avant = await TraceAsync();

        var page = await EnvoyerAsync(Bon, (champ, valeur));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Contains(phrase, page.Erreur(champ)!, StringComparison.Ordinal);
        Assert.Contains(phrase, page.De(".erreurs")!, StringComparison.Ordinal);
        Assert.Equal(valeur, page.Valeur(champ));
        Assert.Equal(
            champ == "EnVigueurLe" ? "2019" : "01/01/2022",
            page.Valeur(champ == "EnVigueurLe" ? "AnneeDeReference" : "EnVigueurLe")
        );
        Assert.Equal(avant, await TraceAsync());
    }

    [Fact]
    public async Task Sans_fichier_la_page_le_demande()
    {
        var admin = await instance.EnTantQueAsync("admin");
        var page = await admin.SoumettreAsync(
            await admin.LireAsync(Adresse),
            "form[action$='/import']",
            ("AnneeDeReference", "2019"),
            ("EnVigueurLe", "01/01/2022")
        );

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Erreur : Choisissez un fichier CSV."), (page.Code, page.Erreur("Fichier")));
    }

    [Theory]
    [InlineData("", "Ce fichier est vide.")]
    [InlineData("\n\n", "1 erreur dans ce fichier : rien n'est importé.")]
    [InlineData("<script>alert(1)</script>", "1 erreur dans ce fichier : rien n'est importé.")]
    public async Task Un_fichier_vide_ou_etranger_est_refuse(string contenu, string phrase)
    {
        var page = await EnvoyerAsync(contenu);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Erreur : " + phrase), (page.Code, page.Erreur("Fichier")));
    }

    [Fact]
    public async Task Un_fichier_de_plus_de_dix_megaoctets_est_refuse()
    {
        var page = await EnvoyerAsync(new string(';', FichierDuReferentiel.TailleMaximale + 1));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Erreur : Ce fichier dépasse 10 Mo."), (page.Code, page.Erreur("Fichier")));
    }

    [Fact]
    public async Task Les_lignes_fausses_sont_dites_une_a_une_et_rien_n_est_importe()
    {
        var avant = await TraceAsync();

        var page = await EnvoyerAsync(
            LignesDeCsv.Fichier(
                "200054799;Bon;SIVU;;68;44;1;2;",
                "<b>x</b>;Faux;SIVU;;68;44;1;2;",
                "216800664;Colmar;commune;68066;68;44;3;2;"
            )
        );

        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "Erreur : 2 erreurs dans ce fichier : rien n'est importé."),
            (page.Code, page.Erreur("Fichier"))
        );
        Assert.Equal(
            [
                "Ligne 3, colonne siren : « <b>x</b> » n'est pas un SIREN : vérifiez ses 9 chiffres.",
                "Ligne 4, colonne populationTotale : la population totale ne peut pas être inférieure à la population municipale.",
            ],
            page.Document.QuerySelectorAll("#lignes-refusees li").Select(l => PageLue.Plat(l.TextContent))
        );
        Assert.Equal(avant, await TraceAsync());
    }

    [Fact]
    public async Task Deux_cent_mille_lignes_de_rebut_donnent_une_page_bornee()
    {
        var page = await EnvoyerAsync(LignesDeCsv.Fichier([.. Enumerable.Repeat("n'importe quoi", 200_000)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Code);
        Assert.Equal(FichierDuReferentiel.ErreursMontrees, page.Document.QuerySelectorAll("#lignes-refusees li").Length);
        Assert.Contains("Et 199 900 autres erreurs.", page.Texte, StringComparison.Ordinal);
        Assert.True(page.Octets.Length < 100_000, $"{page.Octets.Length} octets");
    }

    [Fact]
    public async Task Un_fichier_binaire_est_refuse()
    {
        var octets = new byte[500_000];
        new Random(20210601).NextBytes(octets);

        Assert.Equal("Erreur : 1 erreur dans ce fichier : rien n'est importé.", (await EnvoyerAsync(octets)).Erreur("Fichier"));
    }

    private Task<PageLue> EnvoyerAsync(string contenu, params (string Nom, string Valeur)[] changements) =>
        EnvoyerAsync(Encoding.UTF8.GetBytes(contenu), changements);

    /// <summary>Sends the form as a browser does, its file included.</summary>
    private async Task<PageLue> EnvoyerAsync(byte[] contenu, params (string Nom, string Valeur)[] changements)
    {
        var admin = await instance.EnTantQueAsync("admin");
        var jeton = (await admin.LireAsync(Adresse)).DernierJeton!;
        var champs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AnneeDeReference"] = "2019",
            ["EnVigueurLe"] = "01/01/2022",
            [PageLue.Jeton] = jeton,
        };
        foreach (var (nom, valeur) in changements)
            champs[nom] = valeur;
        using var corps = new MultipartFormDataContent();
        foreach (var (nom, valeur) in champs)
            corps.Add(new StringContent(valeur), nom);
        corps.Add(new ByteArrayContent(contenu), "Fichier", "populations.csv");
        using var reponse = await admin.Client.PostAsync(Adresse + "/import", corps, TestContext.Current.CancellationToken);
        return new PageLue(
            Adresse + "/import",
            reponse.StatusCode,
            reponse.Headers.Location?.ToString(),
            reponse.Content.Headers.ContentType?.MediaType,
            await reponse.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    /// <summary>What proves that nothing was written.</summary>
    private Task<(int Journal, string Collectivites, int Populations)> TraceAsync() =>
        instance.LireAsync(async db =>
            (
                await db.Journal.CountAsync(),
                string.Join(';', await db.Collectivites.OrderBy(c => c.Siren).Select(c => c.Siren + c.Nom).ToListAsync()),
                await db.Collectivites.SelectMany(c => c.Populations).CountAsync()
            )
        );
}
