using FitnGrants.Domain.Collectivites;
using FitnGrants.Domain.Socle;
using FitnGrants.Web.Donnees;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace FitnGrants.Web.Tests.Donnees;

/// <summary>Files imported over the packages. Each test has a collectivité of its own.</summary>
public sealed class MillesimesTests(Instance instance) : IClassFixture<Instance>
{
    private static readonly Millesime Populations2018 = new(2018, new DateOnly(2021, 1, 1));
    private static readonly Millesime Populations2019 = new(2019, new DateOnly(2022, 1, 1));
    private static readonly Millesime Populations2024 = new(2024, new DateOnly(2027, 1, 1));

    [Fact]
    public async Task Un_fichier_importe_deux_fois_donne_le_meme_referentiel()
    {
        string[] lignes = ["200054781;PETR d'essai;PETR;;68;44;12000;12345;", "216800664;Colmar;commune;68066;68;44;68682;69756;246800726"];
        var journal = await instance.LireAsync(db => db.Journal.CountAsync());

        var premier = await instance.ImporterAsync(Populations2019, lignes);
        var avant = await EmpreinteAsync();
        var second = await instance.ImporterAsync(Populations2019, lignes);

        Assert.Equal((new RapportDeMillesime(1, 1, 0), new RapportDeMillesime(0, 0, 2)), (premier, second));
        Assert.Equal(avant, await EmpreinteAsync());
        Assert.Equal(journal + 2, await instance.LireAsync(db => db.Journal.CountAsync()));
    }

    [Fact]
    public async Task Chaque_import_a_sa_ligne_de_journal()
    {
        await instance.ImporterAsync(Populations2019, "216800888;Feldkirch;commune;68088;68;44;990;1010;");

        var ligne = await instance.LireAsync(db => db.Journal.AsNoTracking().OrderByDescending(l => l.Id).FirstAsync());
        Assert.Equal((Acte.ImporterMillesime, "Referentiel", "2019"), (ligne.Acte, ligne.Entite, ligne.Apres));
        Assert.Matches("""^{"collectivites":"1","empreinte":"[0-9a-f]{64}","enVigueurLe":"2022-01-01"}$""", ligne.Details);
    }

    [Fact]
    public async Task Un_ancien_millesime_ajoute_ses_chiffres_et_garde_le_nom_et_l_EPCI_d_aujourd_hui()
    {
        var avant = await CollectiviteAsync("216802249");

        await instance.ImporterAsync(Populations2019, "216802249;Mülhausen;commune;68224;68;42;200000;300000;243500139");

        var apres = await CollectiviteAsync("216802249");
        Assert.Equal((avant.Nom, avant.Region, avant.Epci), (apres.Nom, apres.Region, apres.Epci));
        Assert.Equal(avant.CodesPostaux, apres.CodesPostaux);
        Assert.Equal(300_000, apres.Taille);
        Assert.Equal([2018, 2019, 2023], apres.Populations.Select(p => p.Annee).Order());
        Assert.Equal((2018, 2019, 2023), (Annee(apres, 2021, 12, 31), Annee(apres, 2022, 1, 1), Annee(apres, 2026, 1, 1)));
    }

    [Fact]
    public async Task Un_millesime_plus_recent_donne_le_nom_et_un_EPCI_vide_ne_l_efface_pas()
    {
        var avant = await CollectiviteAsync("215600776");

        await instance.ImporterAsync(Populations2024, "215600776;Le Guerno-Neuf;commune;56077;56;53;980;1003;");

        var apres = await CollectiviteAsync("215600776");
        Assert.Equal(("Le Guerno-Neuf", avant.Epci), (apres.Nom, apres.Epci));
        Assert.NotNull(apres.Epci);
        await Referentiel.ImporterAsync(
            instance.Connexion,
            Serveur.Modules,
            _ => { },
            s => s == "215600776",
            TestContext.Current.CancellationToken
        );
        Assert.Equal("Le Guerno-Neuf", (await CollectiviteAsync("215600776")).Nom);
    }

    [Fact]
    public async Task Une_correction_remplace_les_chiffres_de_l_annee_et_la_taille()
    {
        await instance.ImporterAsync(Populations2019, "200066058;Saint-Louis;CA;;68;44;900000;900001;");
        Assert.Equal(900_001, (await CollectiviteAsync("200066058")).Taille);

        await instance.ImporterAsync(Populations2019, "200066058;Saint-Louis;CA;;68;44;81000;82000;");

        var corrigee = await CollectiviteAsync("200066058");
        Assert.Equal((82_000, 85_533), (corrigee.PopulationAu(new DateOnly(2022, 1, 1))!.Totale, corrigee.Taille));
    }

    [Theory]
    [InlineData(2018, "2021-07-01", "Les populations 2018 d'autres collectivités sont en vigueur depuis le 1er janvier 2021")]
    [InlineData(
        2017,
        "2021-01-01",
        "Les populations 2018 sont en vigueur depuis le 1er janvier 2021 : celles de 2017 doivent l'être avant."
    )]
    [InlineData(
        2020,
        "2021-01-01",
        "Les populations 2018 sont en vigueur depuis le 1er janvier 2021 : celles de 2020 doivent l'être après."
    )]
    public async Task Un_jour_qui_contredit_les_millesimes_tenus_n_importe_rien(int annee, string jour, string phrase)
    {
        var avant = await EmpreinteAsync();

        var e = await Assert.ThrowsAsync<ReferentielInvalideException>(() =>
            instance.ImporterAsync(
                new Millesime(annee, DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture)),
                "213500010;Acigné;commune;35001;35;53;6700;6861;"
            )
        );

        Assert.Contains(phrase, PageLue.Plat(e.Message), StringComparison.Ordinal);
        Assert.Equal(avant, await EmpreinteAsync());
    }

    [Fact]
    public async Task Deux_imports_a_la_fois_passent_l_un_apres_l_autre()
    {
        var rapports = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    instance.ImporterAsync(
                        Populations2018,
                        "200054799;Syndicat d'essai;SIVU;;35;53;10;20;",
                        "213502388;Rennes;commune;35238;35;53;217728;221898;"
                    )
                )
        );

        Assert.Equal(1, rapports.Sum(r => r.Ajoutees));
        Assert.Equal(7, rapports.Sum(r => r.Inchangees));
    }

    [Fact]
    public async Task La_commande_importe_un_fichier_ou_dit_toutes_ses_erreurs()
    {
        var fichier = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                fichier,
                LignesDeCsv.Fichier("x;Munster;CC;;68;44;1;2;", "246800585;;CC;;68;44;1;2;"),
                TestContext.Current.CancellationToken
            );
            var e = await Assert.ThrowsAsync<ReferentielInvalideException>(() => CommanderAsync(fichier, "2020", "2023-01-01"));
            Assert.Contains("rien n’est importé", e.Message, StringComparison.Ordinal);
            Assert.Contains("Ligne 2, colonne siren", e.Message, StringComparison.Ordinal);
            Assert.Contains("Ligne 3, colonne nom", e.Message, StringComparison.Ordinal);

            await File.WriteAllTextAsync(
                fichier,
                LignesDeCsv.Fichier("246800585;Munster;CC;;68;44;16000;16300;"),
                TestContext.Current.CancellationToken
            );
            await CommanderAsync(fichier, "2020", "2023-01-01");
            Assert.Equal(16_300, (await CollectiviteAsync("246800585")).PopulationAu(new DateOnly(2023, 1, 1))!.Totale);
        }
        finally
        {
            File.Delete(fichier);
        }
    }

    [Theory]
    [InlineData(null, "2023-01-01")]
    [InlineData("2020", null)]
    [InlineData("2020", "01/01/2023")]
    [InlineData("2020", "2020-12-31")]
    [InlineData("2020", "2030-01-01")]
    [InlineData("2020", "2023-01-01")]
    public async Task La_commande_dit_ce_qu_elle_attend(string? annee, string? jour) =>
        Assert.Contains(
            "--annee 2019 --en-vigueur 2022-01-01",
            (await Assert.ThrowsAsync<ReferentielInvalideException>(() => CommanderAsync("nulle-part.csv", annee, jour))).Message,
            StringComparison.Ordinal
        );

    private Task CommanderAsync(string fichier, string? annee, string? jour) =>
        CommandeReferentiel.ExecuterAsync(
            instance.Services,
            new ConfigurationBuilder()
                .AddInMemoryCollection([KeyValuePair.Create("annee", annee), KeyValuePair.Create("en-vigueur", jour)])
                .Build(),
            ["referentiel", fichier]
        );

    private Task<Collectivite> CollectiviteAsync(string siren) =>
        instance.LireAsync(db => db.Collectivites.AsNoTracking().SingleAsync(c => c.Siren == siren));

    private static int Annee(Collectivite c, int annee, int mois, int jour) => c.PopulationAu(new DateOnly(annee, mois, jour))!.Annee;

    private Task<string> EmpreinteAsync() =>
        instance.LireAsync(db =>
            db.Database.SqlQuery<string>(
                    $"""
                    select (select md5(string_agg(c::text, '|' order by siren)) from collectivites c) || (select md5(string_agg(p::text, '|'
                    order by p::text)) from populations p) as "Value"
                    """
                )
                .SingleAsync()
        );
}
