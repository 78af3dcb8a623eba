using FitnGrants.Web.Donnees;

namespace FitnGrants.Web.Tests.Donnees;

/// <summary>Packages of one commune and its EPCI, in a node_modules of their own.</summary>
public sealed class PaquetsDuReferentielTests : IDisposable
{
    private const string Commune = "213500010";
    private const string Epci = "243500139";
    private readonly string modules = Directory.CreateTempSubdirectory("fitn-paquets-").FullName;

    public void Dispose() => Directory.Delete(modules, recursive: true);

    [Theory]
    [InlineData("1.1.1", 2018, 2021)]
    [InlineData("2.3.1", 2019, 2022)]
    [InlineData("3.1.1", 2020, 2023)]
    [InlineData("4.1.0", 2021, 2024)]
    [InlineData("5.3.0", 2022, 2025)]
    [InlineData("6.0.0", 2023, 2026)]
    [InlineData("12.0.0-beta.2", 2029, 2032)]
    public void La_version_d_un_paquet_dit_son_annee_et_son_jour(string version, int annee, int enVigueur)
    {
        Deposer("decoupage-administratif", version);

        Assert.Equal(new Millesime(annee, new DateOnly(enVigueur, 1, 1)), Assert.Single(PaquetsDuReferentiel.Trouver(modules)).Millesime);
    }

    [Fact]
    public void Les_paquets_installes_sont_ceux_de_package_json() =>
        Assert.Equal([2023, 2018], PaquetsDuReferentiel.Trouver(Serveur.Modules).Select(p => p.Millesime.Annee));

    [Fact]
    public async Task Le_plus_recent_donne_les_noms_et_l_EPCI_et_chacun_ses_chiffres()
    {
        Deposer("decoupage-administratif-2021", "1.1.1", "Ancien nom", 998);
        Deposer("decoupage-administratif", "6.0.0", "Nouveau nom", 1003);
        Deposer("decoupage-administratif-essai", "10.0.0", "Nom à venir", 1010);
        var dits = new List<string>();

        var lot = await LireAsync(dits.Add);

        var commune = lot.Collectivites[Commune];
        Assert.Equal(("Nom à venir", Epci), (commune.Nom, commune.Epci));
        Assert.Equal([(2027, 1010), (2023, 1003), (2018, 998)], commune.Populations.Select(p => (p.Annee, p.Totale!.Value)));
        Assert.Equal(("35", (string?)null), (lot.Collectivites[Epci].Departement, lot.Collectivites[Epci].Epci));
        Assert.Equal(3, dits.Count);
    }

    [Fact]
    public async Task Une_commune_que_le_plus_recent_ne_connait_pas_garde_ses_chiffres_sans_EPCI()
    {
        Deposer("decoupage-administratif-2021", "1.1.1", siren: "213500028");
        Deposer("decoupage-administratif", "6.0.0");

        var ancienne = (await LireAsync()).Collectivites["213500028"];

        Assert.Null(ancienne.Epci);
        Assert.Equal(2018, Assert.Single(ancienne.Populations).Annee);
    }

    [Theory]
    [InlineData("""{"name":"@etalab/decoupage-administratif","version":"0.9.0"}""", "version inconnue")]
    [InlineData("""{"name":"@etalab/decoupage-administratif","version":"demain"}""", "version inconnue")]
    [InlineData("""{"name":"@etalab/decoupage-administratif"}""", "version inconnue")]
    [InlineData("""{"name":"autre-paquet","version":"6.0.0"}""", "version inconnue")]
    [InlineData("""{"name":6}""", "illisible")]
    [InlineData("pas du JSON", "illisible")]
    [InlineData(null, "illisible")]
    public void Un_paquet_inconnu_est_nomme(string? paquet, string motif)
    {
        Deposer("decoupage-administratif", "6.0.0");
        Deposer("decoupage-administratif-2031", "1.1.1");
        var fichier = Path.Combine(modules, "@etalab", "decoupage-administratif-2031", "package.json");
        if (paquet is null)
            File.Delete(fichier);
        else
            File.WriteAllText(fichier, paquet);

        var e = Assert.Throws<ReferentielInvalideException>(() => PaquetsDuReferentiel.Trouver(modules));

        Assert.StartsWith("@etalab/decoupage-administratif-2031 : ", e.Message, StringComparison.Ordinal);
        Assert.Contains(motif, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deux_paquets_de_la_meme_annee_sont_refuses()
    {
        Deposer("decoupage-administratif", "6.0.0");
        Deposer("decoupage-administratif-bis", "6.1.0");

        var e = Assert.Throws<ReferentielInvalideException>(() => PaquetsDuReferentiel.Trouver(modules));

        Assert.Contains("@etalab/decoupage-administratif (6.0.0)", e.Message, StringComparison.Ordinal);
        Assert.Contains("@etalab/decoupage-administratif-bis (6.1.0)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sans_paquet_l_erreur_dit_quoi_faire() =>
        Assert.Contains(
            "npm install",
            Assert.Throws<ReferentielInvalideException>(() => PaquetsDuReferentiel.Trouver(modules)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("epci.json", null, "epci.json")]
    [InlineData("communes.json", null, "communes.json")]
    [InlineData("epci.json", "{}", "")]
    [InlineData("epci.json", "[]", "aucun EPCI")]
    [InlineData("epci.json", "[", "")]
    [InlineData("epci.json", """[{"code":"243500139","nom":"Rennes","type":"METRO"}]""", "membres")]
    [InlineData(
        "epci.json",
        """[{"code":"243500139","nom":"Rennes","type":"EMPIRE","membres":[{"code":"35001","siren":"213500010"}]}]""",
        "EMPIRE"
    )]
    [InlineData("epci.json", """[{"code":"243500139","nom":"Rennes","type":"METRO","membres":[{"code":"35001"}]}]""", "siren")]
    [InlineData("epci.json", """[{"code":"243500139","nom":"Rennes","type":"METRO","membres":[{"code":"35001","siren":213500010}]}]""", "")]
    [InlineData("communes.json", """[{"nom":"Acigné","type":"commune-actuelle"}]""", "code")]
    public async Task Une_forme_inconnue_nomme_son_paquet(string fichier, string? contenu, string motif)
    {
        Deposer("decoupage-administratif", "6.0.0");
        var chemin = Path.Combine(modules, "@etalab", "decoupage-administratif", "data", fichier);
        if (contenu is null)
            File.Delete(chemin);
        else
            await File.WriteAllTextAsync(chemin, contenu, TestContext.Current.CancellationToken);

        var e = await Assert.ThrowsAsync<ReferentielInvalideException>(() => LireAsync());

        Assert.StartsWith("@etalab/decoupage-administratif (6.0.0) n’a pas la forme attendue : ", e.Message, StringComparison.Ordinal);
        Assert.Contains(motif, e.Message, StringComparison.Ordinal);
        Assert.StartsWith("Référentiel : ", Pannes.Expliquer(e), StringComparison.Ordinal);
    }

    private Task<LotDeReferentiel> LireAsync(Action<string>? dire = null) =>
        PaquetsDuReferentiel.LireAsync(
            PaquetsDuReferentiel.Trouver(modules),
            _ => true,
            dire ?? (_ => { }),
            TestContext.Current.CancellationToken
        );

    private void Deposer(string alias, string version, string nom = "Acigné", int totale = 1000, string siren = Commune)
    {
        var dossier = Directory.CreateDirectory(Path.Combine(modules, "@etalab", alias, "data")).Parent!.FullName;
        File.WriteAllText(
            Path.Combine(dossier, "package.json"),
            $$"""{"name":"@etalab/decoupage-administratif","version":"{{version}}"}"""
        );
        File.WriteAllText(
            Path.Combine(dossier, "data", "epci.json"),
            $$"""
            [{"code":"{{Epci}}","nom":"Rennes Métropole","type":"METRO","populationTotale":{{totale}},"populationMunicipale":{{totale
                - 10}},
              "membres":[{"code":"35001","siren":"{{siren}}","nom":"{{nom}}","populationTotale":{{totale}},"populationMunicipale":{{totale
                - 10}}}]}]
            """
        );
        File.WriteAllText(
            Path.Combine(dossier, "data", "communes.json"),
            $$"""
            [{"code":"35001","nom":"{{nom}}","departement":"35","region":"53","type":"commune-actuelle","population":{{totale - 20}}},
             {"code":"35002","nom":"Autrefois","departement":"35","region":"53","type":"commune-deleguee"}]
            """
        );
    }
}
